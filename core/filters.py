"""The filters of a layer: what each of its units multiplies its input with."""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from core.models.description import Description

_SHAPELESS = ("Dropout", "Flatten")  # they pass on what they get
_ALL_BUT_ZERO = 1e-6  # of the layer's largest norm


@dataclass(frozen=True, slots=True, eq=False)
class Filters:
    """All filters of a layer in short, float32.

    ``shape`` of one filter: (C, k, k), its kernels, one an input channel; (N,) where the input has no maps.
    ``norms`` (out,): Euclidean. ``faces`` (out, c, k, k): the kernels of a filter on a picture's own channels, c of
    them; of a deeper one that with the largest norm alone, c = 1. None where there are no kernels. ``strongest`` (out,)
    int64: which input channel that is.
    """

    shape: tuple[int, ...]
    norms: np.ndarray
    faces: np.ndarray | None
    strongest: np.ndarray | None

    @property
    def silent(self) -> np.ndarray:
        """(out,) bool: the filters that are zero, or nothing beside the largest of the layer."""
        return self.norms <= _ALL_BUT_ZERO * self.norms.max()

    @property
    def of_pictures(self) -> bool:
        """The filters are small pictures themselves, grey or in colours."""
        return self.faces is not None and self.faces.shape[1] == self.shape[0]


def filter_shape(description: Description, name: str) -> tuple[int, ...] | None:
    """The shape of one filter of a layer, as in `Filters`; None for a layer without.

    A dense layer behind maps has a kernel as large as the map for each of them. Raises KeyError for an unknown layer.
    """
    layer = description.layer(name)
    if layer.kind == "Conv2d" and layer.kernel is not None:
        return layer.input_shape[0], layer.kernel, layer.kernel
    if layer.kind != "Linear":
        return None
    before = description.layers[: description.layers.index(layer)]
    shape = next((other.output_shape for other in reversed(before) if other.kind not in _SHAPELESS), ())
    return shape if len(shape) == 3 and math.prod(shape) == layer.input_shape[0] else layer.input_shape


def weight_of(module: nn.Module, name: str) -> Tensor:
    """The weight of a layer with filters, (out, …), where it is and not copied."""
    weight = module.get_submodule(name).weight
    assert isinstance(weight, Tensor)
    return weight.detach()


def filters_of(weight: Tensor, shape: tuple[int, ...]) -> Filters:
    """The filters in the weight of a layer; `shape` as of `filter_shape`. On the device of the weight."""
    values = weight.float()
    if len(shape) == 1:
        return Filters(shape, _array(values.flatten(1).norm(dim=1)), None, None)
    kernels = values.reshape(-1, *shape)  # (out, C, k, k)
    each = kernels.flatten(2).norm(dim=2)  # (out, C)
    if shape[0] in (1, 3):
        return Filters(shape, _array(each.norm(dim=1)), _array(kernels), None)
    strongest = each.argmax(dim=1)
    faces = kernels[torch.arange(len(kernels), device=kernels.device), strongest]
    return Filters(shape, _array(each.norm(dim=1)), _array(faces[:, None]), strongest.cpu().numpy())


def filter_of(weight: Tensor, shape: tuple[int, ...], unit: int) -> np.ndarray:
    """One filter of a layer: float32 of `shape`, a copy."""
    return _array(weight[unit].float().reshape(shape))


def _array(values: Tensor) -> np.ndarray:
    return values.to("cpu", torch.float32, copy=True).contiguous().numpy()
