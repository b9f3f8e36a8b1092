"""What single layers make of one picture, read from a network that may be in the middle of its training."""

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import ArgumentError


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """What went into a layer and what came out of it, for one picture: float32 (C, H, W) or (N,)."""

    into: np.ndarray
    out: np.ndarray


class _Enough(Exception):
    """All layers asked for have been seen; the rest of the forward pass is not needed."""


def layer_names(model: nn.Module) -> tuple[str, ...]:
    """All layers of a network, in order: ``conv.0`` and so on."""
    return tuple(name for name, module in model.named_modules() if next(module.children(), None) is None)


def layers_with_maps(model: nn.Module) -> tuple[str, ...]:
    """The layers whose output is worth showing, in order: all but dropout, which is off outside training."""
    return tuple(name for name in layer_names(model) if not isinstance(model.get_submodule(name), nn.Dropout))


def feature_maps(model: nn.Module, x: Tensor, layer: str) -> np.ndarray:
    """The output of one layer for one picture: float32 (C, H, W), or (N,) of a fully connected layer.

    Otherwise like `all_feature_maps`.
    """
    return all_feature_maps(model, x, (layer,))[layer]


def all_feature_maps(model: nn.Module, x: Tensor, layers: Collection[str]) -> dict[str, np.ndarray]:
    """The outputs of `layers` for one picture `x` (1, C, H, W), from one forward pass no longer than needed.

    `x` is network input as `Preparation.network_input` makes it; it is brought to the device and type of the
    weights. Arrays are float32 copies, (C, H, W) or (N,), in the order of `layers`. Dropout is off.

    The network is left as it was: its mode, gradients, hooks and the random generators do not change, so it
    may be in training; but no other thread may use it meanwhile. Raises ArgumentError for a layer that the
    network does not have, ValueError for more than one picture.
    """
    _check(model, x, layers)
    seen: dict[str, Tensor] = {}
    if layers:
        with evaluating(model), _recording(model, layers, seen):
            _forward(model, x)
    return {layer: seen[layer].cpu().numpy() for layer in layers}


def passages(model: nn.Module, x: Tensor, layers: Collection[str]) -> dict[str, Passage]:
    """What goes into each of `layers` and what comes out. Otherwise like `all_feature_maps`."""
    _check(model, x, layers)
    into: dict[str, Tensor] = {}
    out: dict[str, Tensor] = {}
    if layers:
        with evaluating(model), _recording_inputs(model, layers, into), _recording(model, layers, out):
            _forward(model, x)
    return {layer: Passage(into[layer].cpu().numpy(), out[layer].cpu().numpy()) for layer in layers}


def _check(model: nn.Module, x: Tensor, layers: Collection[str]) -> None:
    if x.shape[0] != 1:
        raise ValueError(f"One picture at a time, not {x.shape[0]}.")
    known = layer_names(model)
    for layer in layers:
        if layer not in known:
            raise ArgumentError(f"This network has no layer {layer!r}; it has {', '.join(known)}.")


def layer_output(model: nn.Module, x: Tensor, layer: str) -> Tensor:
    """The output (B, …) of one layer for a batch `x` (B, C, H, W), computed no further, in the mode that `model` is in.

    It has a gradient where the caller has not switched that off. For a network of the caller's own: in the middle of a
    training, see `all_feature_maps`.
    """
    seen: list[Tensor] = []

    def keep(_module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
        seen.append(output)
        raise _Enough

    handle = model.get_submodule(layer).register_forward_hook(keep)
    try:
        with suppress(_Enough):
            model(x)
    finally:
        handle.remove()
    return seen[0]


def _forward(model: nn.Module, x: Tensor) -> None:
    """As far as `_recording` lets it go; in the precision of the weights, also under the caller's autocast."""
    weight = next(model.parameters())
    with torch.no_grad(), torch.autocast(weight.device.type, enabled=False), suppress(_Enough):
        model(x.to(weight.device, weight.dtype))


@contextmanager
def evaluating(model: nn.Module) -> Iterator[None]:
    """Evaluation mode; afterwards every module has its own mode again."""
    training = [module for module in model.modules() if module.training]
    model.eval()
    try:
        yield
    finally:
        for module in training:
            module.training = True


@contextmanager
def _recording(model: nn.Module, layers: Collection[str], seen: dict[str, Tensor]) -> Iterator[None]:
    """Puts the output of each of `layers` in `seen` as it is computed; raises `_Enough` at the last."""
    missing = set(layers)

    def hook_for(name: str):
        def record(_module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
            seen[name] = _copy(output)
            missing.discard(name)
            if not missing:
                raise _Enough

        return record

    with ExitStack() as hooks:
        for name in missing:
            handle = model.get_submodule(name).register_forward_hook(hook_for(name))
            hooks.callback(handle.remove)
        yield


@contextmanager
def _recording_inputs(model: nn.Module, layers: Collection[str], seen: dict[str, Tensor]) -> Iterator[None]:
    """Puts the input of each of `layers` in `seen` before the layer sees it."""

    def hook_for(name: str):
        def record(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen[name] = _copy(inputs[0])

        return record

    with ExitStack() as hooks:
        for name in set(layers):
            hooks.callback(model.get_submodule(name).register_forward_pre_hook(hook_for(name)).remove)
        yield


def _copy(batch: Tensor) -> Tensor:
    """The only picture of a batch; a copy, as the next layer may work in place."""
    return batch[0].to(torch.float32, memory_format=torch.contiguous_format, copy=True)
