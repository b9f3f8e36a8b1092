"""The arithmetic of each kind of layer for one unit, from what went into the layer."""

import math
from typing import Any

import numpy as np
from torch import Tensor, nn

from core.arithmetic.functions import FUNCTIONS
from core.arithmetic.parts import (
    Activation,
    Convolution,
    Normalisation,
    Part,
    Pooling,
    Unchanged,
    Unit,
    WeightedSum,
    Window,
)
from core.errors import ArgumentError
from core.probe import Passage


def part_of(module: nn.Module, layer: str, unit: Unit, passage: Passage, source_shape: tuple[int, ...]) -> Part:
    """What `module`, the layer of that name, did to arrive at this unit of its output.

    `source_shape`: of the maps that a flattened input is laid out from, or the input's own. Raises ArgumentError
    for a unit that the layer does not have and for a kind of layer whose arithmetic is not known here.
    """
    _check(layer, unit, passage.out.shape)
    with np.errstate(invalid="ignore"):  # of a network that lost its numbers
        return _part(module, layer, unit, passage, source_shape)


def _part(module: nn.Module, layer: str, unit: Unit, passage: Passage, source_shape: tuple[int, ...]) -> Part:
    common = {"layer": layer, "kind": type(module).__name__, "unit": unit, "network": float(passage.out[unit])}
    match module:
        case nn.Conv2d():
            return _convolution(module, unit, passage.into, common)
        case nn.MaxPool2d() | nn.AvgPool2d() | nn.AdaptiveAvgPool2d():
            return _pooling(module, unit, passage.into, common)
        case nn.Linear() if passage.into.ndim == 1:
            return _weighted_sum(module, unit, passage.into, source_shape, common)
        case nn.BatchNorm1d() | nn.BatchNorm2d():
            return _normalisation(module, unit, passage.into, common)
        case nn.Dropout() | nn.Identity() | nn.Flatten():
            return _unchanged(unit, passage, common)
        case nn.ReLU() | nn.Sigmoid() | nn.Tanh():
            before = float(passage.into[unit])
            return Activation(value=FUNCTIONS[type(module).__name__](before), before=before, **common)
    raise ArgumentError(f"How {layer} arrives at its values is not known: it is a {type(module).__name__}.")


def _check(layer: str, unit: Unit, shape: tuple[int, ...]) -> None:
    if len(unit) != len(shape) or any(not 0 <= place < size for place, size in zip(unit, shape, strict=True)):
        sizes = "×".join(str(size) for size in shape)
        raise ArgumentError(f"{layer} has no unit {', '.join(map(str, unit))}: its output is {sizes}.")


def _convolution(module: nn.Conv2d, unit: Unit, maps: np.ndarray, common: dict[str, Any]) -> Convolution:
    if isinstance(module.padding, str) or module.padding_mode != "zeros":
        raise ArgumentError(f"{common['layer']} pads in a way whose arithmetic is not known here.")
    channel, row, column = unit
    (height, width), (kernel_height, kernel_width) = maps.shape[1:], module.kernel_size
    window = Window(
        _places(row, kernel_height, module.stride[0], module.padding[0], module.dilation[0]),
        _places(column, kernel_width, module.stride[1], module.padding[1], module.dilation[1]),
        height,
        width,
    )
    inputs = module.in_channels // module.groups
    first = channel // (module.out_channels // module.groups) * inputs
    patch, kernel = window.read(maps[first : first + inputs]), _numbers(module.weight[channel])
    bias = _number(module.bias, channel, 0.0)
    return Convolution(
        window=window,
        first_channel=first,
        patch=patch,
        kernel=kernel,
        bias=bias,
        value=float((patch * kernel).sum()) + bias,
        **common,
    )


def _places(place: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> np.ndarray:
    """Where along an axis of its input a unit at `place` reads."""
    return np.arange(kernel) * dilation + place * stride - padding


def _pooling(
    module: nn.MaxPool2d | nn.AvgPool2d | nn.AdaptiveAvgPool2d, unit: Unit, maps: np.ndarray, common: dict[str, Any]
) -> Pooling:
    channel, *place = unit
    sides = maps.shape[1:]
    rows, columns = (_pooled(module, axis, place[axis], sides[axis], common) for axis in (0, 1))
    window = Window(rows, columns, *sides)
    values, inside = window.read(maps[channel]), window.inside
    magnitudes = values if isinstance(module, nn.MaxPool2d) else np.abs(values)
    best = np.unravel_index(np.where(inside, magnitudes, -np.inf).argmax(), inside.shape)
    strongest = int(best[0]), int(best[1])
    if isinstance(module, nn.MaxPool2d):
        return Pooling(
            window=window, values=values, divisor=None, strongest=strongest, value=float(values[strongest]), **common
        )
    counted = inside.size if isinstance(module, nn.AvgPool2d) and module.count_include_pad else inside.sum()
    divisor = float(getattr(module, "divisor_override", None) or counted)
    value = float(values.sum()) / divisor
    return Pooling(window=window, values=values, divisor=divisor, strongest=strongest, value=value, **common)


def _pooled(module: nn.Module, axis: int, place: int, side: int, common: dict[str, Any]) -> np.ndarray:
    """Where along an axis of its input a pooled unit reads."""
    if isinstance(module, nn.AdaptiveAvgPool2d):
        size = _on_axis(module.output_size, axis) or side
        return np.arange(place * side // size, -(-(place + 1) * side // size))
    assert isinstance(module, nn.MaxPool2d | nn.AvgPool2d)
    kernel, stride, padding = (_on_axis(of, axis) for of in (module.kernel_size, module.stride, module.padding))
    dilation = _on_axis(module.dilation, axis) if isinstance(module, nn.MaxPool2d) else 1
    places = _places(place, kernel, stride, padding, dilation)
    return places[places < side + padding]  # a window that sticks out, by ceil_mode, ends there


def _on_axis(value: Any, axis: int) -> Any:
    """Of what torch keeps as a number for both axes or as a pair."""
    return value[axis] if isinstance(value, tuple) else value


def _weighted_sum(
    module: nn.Linear, unit: Unit, inputs: np.ndarray, source_shape: tuple[int, ...], common: dict[str, Any]
) -> WeightedSum:
    values, weights = inputs.astype(np.float64), _numbers(module.weight[unit[0]])
    bias = _number(module.bias, unit[0], 0.0)
    return WeightedSum(
        inputs=values,
        weights=weights,
        bias=bias,
        input_shape=source_shape,
        value=float(values @ weights) + bias,
        **common,
    )


def _normalisation(
    module: nn.BatchNorm1d | nn.BatchNorm2d, unit: Unit, maps: np.ndarray, common: dict[str, Any]
) -> Normalisation:
    if module.running_mean is None or module.running_var is None:
        raise ArgumentError(f"{common['layer']} keeps no mean and variance: its values depend on the whole batch.")
    channel, before = unit[0], float(maps[unit])
    mean, variance = _number(module.running_mean, channel, 0.0), _number(module.running_var, channel, 1.0)
    weight, bias = _number(module.weight, channel, 1.0), _number(module.bias, channel, 0.0)
    return Normalisation(
        before=before,
        mean=mean,
        variance=variance,
        epsilon=module.eps,
        weight=weight,
        bias=bias,
        value=(before - mean) / math.sqrt(variance + module.eps) * weight + bias,
        **common,
    )


def _unchanged(unit: Unit, passage: Passage, common: dict[str, Any]) -> Unchanged:
    index = np.ravel_multi_index(unit, passage.out.shape)
    source = tuple(int(place) for place in np.unravel_index(index, passage.into.shape))
    return Unchanged(value=float(passage.into[source]), comes_from=source, **common)


def _numbers(tensor: Tensor) -> np.ndarray:
    return tensor.detach().double().cpu().numpy()


def _number(tensor: Tensor | None, place: int, otherwise: float) -> float:
    return otherwise if tensor is None else float(tensor[place].item())
