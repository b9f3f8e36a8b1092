"""A look at one unit of a network: its arithmetic, and what follows from it at the output.

The question is for the worker thread and imports torch there. What reaches the window are plain values.
"""

from dataclasses import dataclass

from alexnet_gui.figure.map_desk import Subject
from core.arithmetic.answer import Softmax, cross_entropy, softmax
from core.arithmetic.parts import Trace, Unit


@dataclass(frozen=True, slots=True, eq=False)
class UnitLook:
    """How a unit came to its value, at one moment of the network."""

    title: str  # the network, or its step: "step 420"
    trace: Trace
    answer: Softmax | None  # where the unit is one of the output's
    classes: tuple[str, ...]
    truth: int | None  # the true class, where it is known and the unit is one of the output's
    loss: float | None  # of the whole answer, where the truth is known


def look_at_unit(layer: str, unit: Unit, subject: Subject) -> UnitLook:
    """One forward pass, as far as `layer`. Raises ArgumentError as `core.arithmetic.trace.trace` does."""
    from core.arithmetic.trace import trace
    from core.probe import layer_names

    found = trace(subject.module, subject.x, layer, unit)
    classes = subject.spec.classes
    if layer != layer_names(subject.module)[-1]:
        return UnitLook(subject.title, found, None, classes, None, None)
    answer = softmax(found.maps)
    truth = classes.index(subject.truth) if subject.truth in classes else None
    loss = None if truth is None else cross_entropy(answer, truth)
    return UnitLook(subject.title, found, answer, classes, truth, loss)
