"""The gradient of a batch as a CUDA graph: all kernels of a step are launched at once, not one after the other.

After "CUDA Graphs" in PyTorch's notes on CUDA semantics, whole-network capture. The change of the weights stays
outside: torch's fused optimisers are one kernel, and so every optimiser, clipping and a group of processes work alike.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import torch
from torch import Tensor, nn

from core.engine.shortage import give_back
from core.engine.untouched import untouched
from core.models.fast_forward import is_watched

log = logging.getLogger(__name__)

_WARM_UP = 3  # computations before the recording: libraries choose and allocate in them
_ALIKE = 0.02  # length of the difference of two gradients that count as one: some kernels add in any order, in bf16
_OTHER_SEED = 1

Work = Callable[[], Tensor]
Record = Callable[[Work], tuple[Tensor, Callable[[], object]]]
"""Records what a function computes; gives the tensor that it gave and what computes it anew, into the same memory."""


class Gradient(Protocol):
    """Adds the gradient of a batch to the parameters, which had none; gives (2,) what a step tells."""

    def __call__(self, images: Tensor, labels: Tensor, *, batch: int, parts: int) -> Tensor: ...


class _Kind(NamedTuple):
    """What a recording is good for."""

    shape: torch.Size
    batch: int
    parts: int


@dataclass(frozen=True, slots=True, eq=False)
class _Recording:
    """All tensors stay where they are: the GPU knows them by their place in memory."""

    images: Tensor
    labels: Tensor
    measure: Tensor
    gradients: list[Tensor | None]
    play: Callable[[], object]


class GraphedGradient:
    """What `gradient` gives, recorded once for each kind of batch and played from then on.

    The first batch of a kind is computed as ever. A recording is compared with `gradient` before it is used; where
    nothing can be recorded or it does not do the same, all is computed as ever, and the log says why. While somebody
    watches a module by hooks, too: they would not be called.
    """

    def __init__(self, gradient: Gradient, model: nn.Module, *, record: Record) -> None:
        self._gradient = gradient
        self._model = model
        self._record = record
        self._parameters = list(model.parameters())
        self._device = self._parameters[0].device
        self._seen: set[_Kind] = set()
        self._recordings: dict[_Kind, _Recording] = {}
        self._usable = True

    def __call__(self, images: Tensor, labels: Tensor, *, batch: int, parts: int) -> Tensor:
        kind = _Kind(images.shape, batch, parts)
        if not (self._usable and len(labels)) or self._is_new(kind) or is_watched(self._model):
            return self._gradient(images, labels, batch=batch, parts=parts)
        if kind not in self._recordings and not self._take(kind, images, labels):
            return self._computed(kind, images, labels)
        return self._played(self._recordings[kind], images, labels)

    def _is_new(self, kind: _Kind) -> bool:
        if kind in self._seen:
            return False
        self._seen.add(kind)
        return True

    def _computed(self, kind: _Kind, images: Tensor, labels: Tensor) -> Tensor:
        self._set_gradients([None] * len(self._parameters))
        return self._gradient(images, labels, batch=kind.batch, parts=kind.parts)

    def _played(self, recording: _Recording, images: Tensor, labels: Tensor) -> Tensor:
        recording.images.copy_(images)
        recording.labels.copy_(labels)
        recording.play()
        self._set_gradients(recording.gradients)
        return recording.measure.clone()

    def _take(self, kind: _Kind, images: Tensor, labels: Tensor) -> bool:
        """Record; whether that did well. Weights, buffers and random numbers are as before."""
        for other in [other for other in self._recordings if other.parts != kind.parts]:
            del self._recordings[other]  # the memory did not suffice for them
        trouble = "it does not give what the step gives"
        try:
            self._recordings[kind] = self._recorded(kind, images, labels)
            if self._is_right(kind, images, labels):
                return True
        except (RuntimeError, MemoryError) as error:
            trouble = str(error).partition("\n")[0]
        log.warning("The kernels of each step are launched one by one, for no CUDA graph can be used: %s.", trouble)
        self._usable = False
        self._recordings.clear()
        self._set_gradients([None] * len(self._parameters))
        give_back(self._device)
        return False

    def _recorded(self, kind: _Kind, images: Tensor, labels: Tensor) -> _Recording:
        """Of other pictures, and other random numbers, than it is then compared with: it must not remember them."""
        images, labels = images.flip(0), labels.clone()
        with untouched(self._model):
            torch.manual_seed(_OTHER_SEED)
            measure, play = self._record(lambda: self._computed(kind, images, labels))
            return _Recording(images, labels, measure, self._gradients(), play)

    def _is_right(self, kind: _Kind, images: Tensor, labels: Tensor) -> bool:
        with untouched(self._model):
            wanted = [self._computed(kind, images, labels), *self._gradients()]
        with untouched(self._model):
            found = [self._played(self._recordings[kind], images, labels), *self._gradients()]
        return _alike(_there(found), _there(wanted))

    def _gradients(self) -> list[Tensor | None]:
        return [parameter.grad for parameter in self._parameters]

    def _set_gradients(self, gradients: Iterable[Tensor | None]) -> None:
        for parameter, gradient in zip(self._parameters, gradients, strict=True):
            parameter.grad = gradient


def _there(tensors: Iterable[Tensor | None]) -> list[Tensor]:
    return [tensor for tensor in tensors if tensor is not None]


def _alike(found: list[Tensor], wanted: list[Tensor]) -> bool:
    """Whether these are the same but for the order of additions; never where one is not a number."""
    if len(found) != len(wanted):
        return False
    difference = sum((a - b).double().square().sum() for a, b in zip(found, wanted, strict=True))
    return bool(difference <= _ALIKE**2 * sum(b.double().square().sum() for b in wanted))


def on_cuda(device: torch.device) -> Record:
    """Records CUDA graphs that are played one at a time, so that they share their memory.

    What it gives raises RuntimeError where something cannot be recorded.
    """
    pool = torch.cuda.graph_pool_handle()

    def record(work: Work) -> tuple[Tensor, Callable[[], object]]:
        with torch.cuda.device(device):
            here, aside = torch.cuda.current_stream(), torch.cuda.Stream()
            aside.wait_stream(here)
            with torch.cuda.stream(aside):
                for _ in range(_WARM_UP):
                    work()
            here.wait_stream(aside)
            graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(
                graph, pool, capture_error_mode="thread_local"
            ):  # others may use the device meanwhile
                result = work()
        return result, graph.replay

    return record
