"""One layer's arithmetic for one unit, as plain values. No torch: the window reads these.

A unit is a place in a layer's output: (channel, row, column) of maps, (index,) of a vector. Arrays are float64, made
from the network's own inputs and weights. Of each part ``value`` is what the arithmetic comes to and ``network`` what
the network itself computed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

Unit = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Which rows and columns of its input a unit reads; those outside of (height, width) are padding."""

    rows: np.ndarray  # (k,) int64
    columns: np.ndarray  # (l,) int64
    height: int
    width: int

    @property
    def inside(self) -> np.ndarray:
        """(k, l) bool: False for padding."""
        rows = (self.rows >= 0) & (self.rows < self.height)
        columns = (self.columns >= 0) & (self.columns < self.width)
        return rows[:, None] & columns[None, :]

    def read(self, maps: np.ndarray) -> np.ndarray:
        """What is seen of (…, height, width): (…, k, l) float64, padding as zeros."""
        rows, columns = self.rows.clip(0, self.height - 1), self.columns.clip(0, self.width - 1)
        return np.where(self.inside, maps[..., rows[:, None], columns[None, :]].astype(np.float64), 0.0)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Part:
    """What all parts say. ``kind`` is the layer's class in torch.nn."""

    layer: str
    kind: str
    unit: Unit
    value: float
    network: float

    @property
    def source(self) -> Unit | None:
        """The one unit of the input that decides the value; None where all count together."""
        return None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Convolution(Part):
    """Σ patch × kernel + bias, over input channels, rows and columns."""

    window: Window
    first_channel: int  # of the input; 0 unless the convolution works in groups
    patch: np.ndarray  # (C, k, l)
    kernel: np.ndarray  # (C, k, l)
    bias: float

    @property
    def products(self) -> np.ndarray:
        """(C, k, l)"""
        return _products(self.patch, self.kernel)

    @property
    def sums(self) -> np.ndarray:
        """(C,): what each input channel adds."""
        return self.products.sum(axis=(1, 2))

    def source_at(self, channel: int, row: int, column: int) -> Unit | None:
        """The unit of the input under this place of the kernel; None for padding."""
        if not self.window.inside[row, column]:
            return None
        return self.first_channel + channel, int(self.window.rows[row]), int(self.window.columns[column])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Pooling(Part):
    """The largest of a window, or with a ``divisor`` the sum of it divided."""

    window: Window
    values: np.ndarray  # (k, l), padding as zeros
    divisor: float | None  # None: the largest counts
    strongest: tuple[int, int]  # place in the window: the largest, of an average the largest magnitude

    @property
    def source(self) -> Unit:
        unit = self.source_at(*self.strongest)
        assert unit is not None  # padding is never the strongest
        return unit

    def source_at(self, row: int, column: int) -> Unit | None:
        """The unit of the input at this place of the window; None for padding."""
        if not self.window.inside[row, column]:
            return None
        return self.unit[0], int(self.window.rows[row]), int(self.window.columns[column])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Activation(Part):
    """A function of one value."""

    before: float

    @property
    def source(self) -> Unit:
        return self.unit


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Normalisation(Part):
    """(before - mean) / √(variance + epsilon) × weight + bias, as batch normalisation does outside training
    (Ioffe and Szegedy 2015, arXiv:1502.03167)."""

    before: float
    mean: float
    variance: float
    epsilon: float
    weight: float
    bias: float

    @property
    def source(self) -> Unit:
        return self.unit


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WeightedSum(Part):
    """Σ input × weight + bias, over all inputs."""

    inputs: np.ndarray  # (N,)
    weights: np.ndarray  # (N,)
    bias: float
    input_shape: tuple[int, ...]  # (C, H, W) where the inputs are maps laid out in a row, else (N,)

    @property
    def products(self) -> np.ndarray:
        """(N,)"""
        return _products(self.inputs, self.weights)

    def strongest(self, count: int) -> np.ndarray:
        """(count,) int64: the inputs whose products are largest in magnitude, the largest first."""
        return np.argsort(-np.abs(self.products), kind="stable")[:count]

    def source_at(self, index: int) -> Unit:
        """The unit of the input that is number `index` of them."""
        return tuple(int(place) for place in np.unravel_index(index, self.input_shape))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Unchanged(Part):
    """The value goes through: dropout outside training, or a change of shape alone."""

    comes_from: Unit

    @property
    def source(self) -> Unit:
        return self.comes_from


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """From sums of products to one value: each part's source is the unit of the part before it."""

    parts: tuple[Part, ...]
    maps: np.ndarray  # float32 (C, H, W) or (N,): the whole output of the last part's layer, from the same pass

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts)

    @property
    def last(self) -> Part:
        """The part that gives the value itself."""
        return self.parts[-1]


def _products(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """One by one; NaN where a network that lost its numbers multiplies infinity by zero."""
    with np.errstate(invalid="ignore"):
        return values * weights
