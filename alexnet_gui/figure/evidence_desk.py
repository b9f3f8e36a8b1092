"""Asks the core for evidence: for one worker thread only. What reaches the window are plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.figure.map_desk import Subject
from core.errors import ArgumentError

if TYPE_CHECKING:
    from torch import Tensor

# as core.attribution.METHODS, which to import would be to import torch
METHODS = ("grad-cam", "gradients", "guided-backprop", "integrated-gradients", "occlusion")


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """What the evidence is about."""

    title: str  # of the network
    picture: NDArray[np.uint8]  # (C, side, side)
    target: int  # the class
    step: int | None  # of a training that goes on


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the present method is, 0 to 1."""

    method: str
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A method's answer, as `core.attribution.Attribution`; or one ``sentence`` why it has none."""

    method: str
    values: NDArray[np.float32]  # (H, W)
    layer: str = ""
    missing: float | None = None
    sentence: str = ""


News = Begun | Progress | Evidence


def find_evidence(subject: Subject, methods: Sequence[str], label: str | None, layer: str | None) -> Iterator[News]:
    """The evidence for a class by its name, None for the one that wins; `layer` is Grad-CAM's, None for the usual.

    Raises ArgumentError for a class that the network does not have.
    """
    import torch

    with torch.no_grad():
        x = subject.x
        target = int(subject.module(x).argmax()) if label is None else _number_of(label, subject.spec.classes)
    yield Begun(subject.title, subject.picture.numpy(), target, subject.step)
    for method in methods:
        yield from _by(method, subject, x, target, layer)


def _number_of(label: str, classes: tuple[str, ...]) -> int:
    if label not in classes:
        raise ArgumentError(f"This network has no class {label!r}.")
    return classes.index(label)


def _by(method: str, subject: Subject, x: "Tensor", target: int, layer: str | None) -> Iterator[News]:
    from core.attribution import attribution

    work = attribution(subject.module, x, target, method, layer=layer)
    try:
        while True:
            yield Progress(method, next(work))
    except StopIteration as over:
        found = over.value
        yield Evidence(method, found.values, found.layer, found.missing)
    except ArgumentError as error:
        yield Evidence(method, np.zeros(tuple(x.shape[2:]), np.float32), sentence=str(error))
    finally:
        work.close()
