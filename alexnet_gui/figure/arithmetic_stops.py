"""What the arithmetic of a unit is walked through by: one stop for each thing that is added or done."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.colormap import limit_of
from core.arithmetic.parts import Convolution, Part, Trace, WeightedSum

MOST_TERMS = 20  # of a fully connected layer: its strongest inputs; the others are one number


class What(Enum):
    """What happens at a stop."""

    CHANNEL = auto()  # an input channel of a convolution is added: number `index`
    TERM = auto()  # the input of a fully connected layer that is `index`th in strength
    REST = auto()  # all weaker inputs together
    BIAS = auto()
    FUNCTION = auto()  # a normalisation, an activation, a pooling, or nothing
    SOFTMAX = auto()
    LOSS = auto()


@dataclass(frozen=True, slots=True)
class Stop:
    """`part`: which of the trace's parts; softmax and loss belong to the last."""

    what: What
    part: int
    index: int = 0


def stops_of(trace: Trace, *, answers: bool, knows_truth: bool) -> tuple[Stop, ...]:
    """`answers`: the logits' way goes on to probabilities, and with `knows_truth` to the loss."""
    found = [stop for number, part in enumerate(trace) for stop in _of_part(part, number)]
    last = len(trace.parts) - 1
    if answers:
        found.append(Stop(What.SOFTMAX, last))
        if knows_truth:
            found.append(Stop(What.LOSS, last))
    return tuple(found)


def terms_of(trace: Trace, stops: tuple[Stop, ...]) -> tuple[NDArray[np.floating], float]:
    """(stops,): what each stop adds, NaN where something else is done; and the largest magnitude of a single term."""
    terms = np.array([_term(trace.parts[stop.part], stop) for stop in stops])
    single = [stop.what in (What.CHANNEL, What.TERM) for stop in stops]
    return terms, float(limit_of(terms[single])) if any(single) else 1.0


def _term(part: Part, stop: Stop) -> float:
    match part, stop.what:
        case Convolution(), What.CHANNEL:
            return float(part.sums[stop.index])
        case WeightedSum(), What.TERM:
            return float(part.products[part.strongest(MOST_TERMS)[stop.index]])
        case WeightedSum(), What.REST:
            return float(part.products.sum() - part.products[part.strongest(MOST_TERMS)].sum())
        case ((Convolution() | WeightedSum()), What.BIAS):
            return part.bias
    return np.nan


def _of_part(part: Part, number: int) -> list[Stop]:
    if isinstance(part, Convolution):
        channels = [Stop(What.CHANNEL, number, channel) for channel in range(len(part.patch))]
        return [*channels, Stop(What.BIAS, number)]
    if isinstance(part, WeightedSum):
        terms = [Stop(What.TERM, number, rank) for rank in range(min(MOST_TERMS, len(part.inputs)))]
        rest = [Stop(What.REST, number)] if len(part.inputs) > MOST_TERMS else []
        return [*terms, *rest, Stop(What.BIAS, number)]
    return [Stop(What.FUNCTION, number)]
