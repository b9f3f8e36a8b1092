"""Looking into the layers while they learn: how large gradients and changes are, how values spread, which units died.

A look leaves no trace: weights, optimiser, random numbers and buffers are afterwards what they would be without it. In
a group of processes the gradients are summed and the weights the same, so one of them may look alone.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from math import gcd, isfinite, nan
from time import perf_counter, time

import numpy as np
import torch
from torch import Tensor, nn

from core.data.preparation import Preparation
from core.engine.shortage import is_out_of_memory
from core.engine.step import autocast
from core.engine.untouched import untouched
from core.engine.watch_times import WatchTimes
from core.events import Watched
from core.layer_figures import Histogram, LayerFigures, short
from core.models.activation import ACTIVATIONS

log = logging.getLogger(__name__)

PICTURES = 32
_SAMPLE = 1 << 14  # values of a layer that stand for all, evenly taken from them


@dataclass(slots=True, eq=False)
class _Layer:
    """A layer with weights and where its activations come out, and what the present look has seen of it so far."""

    name: str
    module: nn.Conv2d | nn.Linear
    activation: nn.Module
    before: Tensor = field(default_factory=lambda: torch.empty(0))  # sample of the weights
    gradient_norm: float = nan
    gradients: np.ndarray = field(default_factory=lambda: np.empty(0))
    activations: np.ndarray = field(default_factory=lambda: np.empty(0))
    units: int = 0
    dead: int | None = None

    def figures(self) -> LayerFigures:
        after = sample(self.module.weight)
        changed = _norm(after - self.before) / (_norm(self.before) or nan)
        return LayerFigures(
            name=self.name,
            kind=type(self.module).__name__,
            weight_norm=_shortened(_norm(self.module.weight)),
            gradient_norm=_shortened(self.gradient_norm),
            update=_shortened(changed),
            units=self.units,
            dead=self.dead,
            weights=Histogram.of(after.cpu().numpy()),
            gradients=Histogram.of(self.gradients),
            activations=Histogram.of(self.activations),
        )


class LayerWatch:
    """Makes a `Watched` of each step that `WatchTimes` finds due. Each is of the same few pictures: those of the first
    step that is looked into."""

    def __init__(
        self,
        model: nn.Module,
        preparation: Preparation,
        *,
        device: torch.device,
        precision: str,
        off: bool = False,
        times: WatchTimes | None = None,
    ) -> None:
        """`off`: never look, as another process does."""
        self._model = model
        self._preparation = preparation
        self._device = device
        self._precision = precision
        self._layers = _layers(model)
        self._times = times or WatchTimes()
        self._images: Tensor | None = None
        self._usable = not off
        self._looking = False
        self._seconds = 0.0
        self._gradient_norm = nan

    def trained(self, seconds: float) -> None:
        """So much time went by in training since the last call."""
        self._times.trained(seconds)

    def begin(self, step: int, images: Tensor) -> bool:
        """Whether this step, which comes next, is looked into. `images` (B, C, side, side) uint8 are its pictures."""
        self._looking = self._usable and self._times.is_due(step)
        if self._looking:
            self._seconds = 0.0
            with self._timed():
                self._images = images[:PICTURES].clone() if self._images is None else self._images
                for layer in self._layers:
                    layer.before = sample(layer.module.weight)
        return self._looking

    def see_gradients(self, factor: float) -> None:
        """To be called when the gradients are there, if the step is looked into; they are so many times too large."""
        with self._timed():
            norms = [_norm(parameter.grad) for parameter in self._model.parameters() if parameter.grad is not None]
            self._gradient_norm = float(np.linalg.norm(norms)) / factor
            for layer in self._layers:
                gradient = layer.module.weight.grad
                if gradient is not None:
                    layer.gradient_norm = _norm(gradient) / factor
                    layer.gradients = sample(gradient).cpu().numpy() / np.float32(factor)

    def end(self, step: int) -> Watched | None:
        """What the look into the step that was just made has found; None where it was not looked into."""
        if not self._looking:
            return None
        layers: tuple[LayerFigures, ...] = ()
        with self._timed():
            for parameter in self._model.parameters():
                parameter.grad = None  # as the next step begins; a look takes their memory instead of more
            self._see_activations()
            layers = tuple(layer.figures() for layer in self._layers)
        if not self._looking or self._images is None:
            return None
        self._looking = False
        self._times.looked(step, self._seconds)
        return Watched(
            time=time(),
            step=step,
            seconds=short(self._seconds),
            pictures=len(self._images),
            gradient_norm=_shortened(self._gradient_norm),
            layers=layers,
        )

    def _see_activations(self) -> None:
        assert self._images is not None
        hooks = [layer.activation.register_forward_hook(partial(_see, layer)) for layer in self._layers]
        try:
            with untouched(self._model), torch.inference_mode(), autocast(self._device, self._precision):
                self._model.eval()
                self._model(self._preparation.network_input(self._images))
        finally:
            for hook in hooks:
                hook.remove()

    @contextmanager
    def _timed(self) -> Iterator[None]:
        """The time in it is the look's alone. Where the memory does not suffice, nothing is looked into any more: a
        step for which it does not suffice would go on in smaller parts, and be another one."""
        _wait_for(self._device)
        began = perf_counter()
        try:
            yield
            _wait_for(self._device)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            log.warning("The layers are not looked into any more: the memory does not suffice.")
            self._usable = self._looking = False
        self._seconds += perf_counter() - began


def sample(values: Tensor) -> Tensor:
    """Values that stand for all, (at most `_SAMPLE`,) float32, copied: each n-th as they lie in the memory.

    n has no divisor in common with their number, so none with the number of channels, and all of those are met.
    """
    flat = _in_memory(values.detach())
    stride = -(-len(flat) // _SAMPLE)
    while gcd(stride, len(flat)) > 1:
        stride += 1
    return flat[::stride].to(torch.float32, copy=True)


def _in_memory(values: Tensor) -> Tensor:
    """All of them in a row, without a copy where they lie densely."""
    if values.ndim == 4 and values.is_contiguous(memory_format=torch.channels_last):
        values = values.permute(0, 2, 3, 1)
    return values.reshape(-1)


def _layers(model: nn.Module) -> list[_Layer]:
    """All convolutions and fully connected layers. Behind each the first activation function counts as its own."""
    layers: list[_Layer] = []
    for name, module in model.named_modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            layers.append(_Layer(name, module, module))
        elif isinstance(module, tuple(ACTIVATIONS.values())) and layers and layers[-1].activation is layers[-1].module:
            layers[-1].activation = module
    return layers


def _see(layer: _Layer, _module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
    """A forward hook; `output` is (B, C, H, W) or (B, N)."""
    layer.activations = sample(output).cpu().numpy()
    layer.units = output.shape[1]
    if isinstance(layer.activation, nn.ReLU):  # nothing is below 0; on the CPU a sum is found far faster than a maximum
        totals = output.sum(dim=[0, *range(2, output.ndim)], dtype=torch.float32)
        layer.dead = int((totals == 0).sum())


def _norm(values: Tensor) -> float:
    return float(torch.linalg.vector_norm(_in_memory(values.detach()), dtype=torch.float32))


def _shortened(value: float) -> float:
    return short(value) if isfinite(value) else nan


def _wait_for(device: torch.device) -> None:
    if device.type != "cpu":
        torch.accelerator.synchronize(device)
