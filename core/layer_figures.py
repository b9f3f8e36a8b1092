"""What a look into the layers of a network finds: numbers and small histograms, short enough for a line of a record."""

from dataclasses import dataclass
from math import isfinite, nan
from typing import Any, Self

import numpy as np

BINS = 32
_PARTS = 10_000  # a bin says how many of so many values lie in it
_TAIL = 0.002  # of the values lies below the bins, and as many above: one of a million would squeeze all the others


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How values spread. ``zeros``: the share of them that is exactly 0, which after a ReLU would hide all the others.

    ``bins`` are of the others, in ten-thousandths, equally wide from ``low`` to ``high``; what lies beyond is counted
    in the outermost. Where there are no others, all of it is 0.
    """

    low: float
    high: float
    zeros: float
    bins: np.ndarray  # (BINS,) int64

    @classmethod
    def of(cls, values: np.ndarray) -> Self:
        """Of `values` (n,); those that are not finite count for nothing."""
        finite = values[np.isfinite(values)]
        others = finite[finite != 0]
        zeros = short(1 - len(others) / max(1, len(finite)))
        if not len(others):
            return cls(0.0, 0.0, zeros, np.zeros(BINS, np.int64))
        ends = int(_TAIL * len(others)), len(others) - 1 - int(_TAIL * len(others))
        low, high = (short(float(edge)) for edge in np.partition(others, ends)[[*ends]])
        if not low < high:
            low, high = low - abs(low) / 2, high + abs(high) / 2
        counts, _ = np.histogram(np.clip(others, low, high), BINS, (low, high))
        return cls(low, high, zeros, np.rint(counts * (_PARTS / len(others))).astype(np.int64))

    @property
    def edges(self) -> np.ndarray:
        """(BINS + 1,) float64."""
        return np.linspace(self.low, self.high, BINS + 1)

    def to_json(self) -> list[Any]:
        return [self.low, self.high, self.zeros, self.bins.tolist()]

    @classmethod
    def from_json(cls, row: list[Any]) -> Self:
        """Inverse of `to_json`."""
        low, high, zeros, bins = row
        return cls(low, high, zeros, np.asarray(bins, np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class LayerFigures:
    """A layer with weights, in one step. Norms are Euclidean, and all but the activations is of its ``weight`` alone.

    ``gradient_norm`` is before clipping. ``update``: the norm of what the step changed over that of the weights, told
    like the histograms from some ten thousand of them, evenly taken, where there are more.
    ``activations`` come out of the activation function behind the layer, or of the layer itself where it has none.
    ``dead`` of its ``units`` (channels, or neurons) are 0 for all pictures looked at; None where there is no ReLU.
    What could not be told is not a number.
    """

    name: str  # in the state dict: "conv.0" for "conv.0.weight"
    kind: str  # "Conv2d" or "Linear"
    weight_norm: float
    gradient_norm: float
    update: float
    units: int
    dead: int | None
    weights: Histogram
    gradients: Histogram
    activations: Histogram

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind,
            "weight_norm": json_number(self.weight_norm),
            "gradient_norm": json_number(self.gradient_norm),
            "update": json_number(self.update),
            "units": self.units,
            "dead": self.dead,
            "weights": self.weights.to_json(),
            "gradients": self.gradients.to_json(),
            "activations": self.activations.to_json(),
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        """Inverse of `to_json`. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            name=row["name"],
            kind=row["kind"],
            weight_norm=number_of(row["weight_norm"]),
            gradient_norm=number_of(row["gradient_norm"]),
            update=number_of(row["update"]),
            units=row["units"],
            dead=row["dead"],
            weights=Histogram.from_json(row["weights"]),
            gradients=Histogram.from_json(row["gradients"]),
            activations=Histogram.from_json(row["activations"]),
        )


def short(value: float) -> float:
    """The same to five digits, so that a record of it is short."""
    return float(f"{value:.5g}")


def json_number(value: float) -> float | None:
    """As JSON can say it: what is not finite is None."""
    return value if isfinite(value) else None


def number_of(value: float | None) -> float:
    """Inverse of `json_number`."""
    return nan if value is None else value
