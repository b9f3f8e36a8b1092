"""What a line of figures says about an array of activations."""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Statistics:
    """Over the values that are numbers; ``zeros`` and ``missing`` are shares of all, 0 to 1."""

    smallest: float
    largest: float
    mean: float
    deviation: float
    zeros: float
    missing: float


def statistics(values: NDArray[np.floating]) -> Statistics:
    """Figures that are nan where there is no number at all."""
    numbers = values[np.isfinite(values)]
    missing = 1 - numbers.size / max(values.size, 1)
    if not numbers.size:
        return Statistics(nan, nan, nan, nan, 0.0, missing)
    return Statistics(
        smallest=float(numbers.min()),
        largest=float(numbers.max()),
        mean=float(numbers.mean(dtype=np.float64)),
        deviation=float(numbers.std(dtype=np.float64)),
        zeros=float((numbers == 0).sum() / values.size),
        missing=missing,
    )


def number_text(value: float, digits: int = 3) -> str:
    """So many digits that matter: 12.3, 0.0123, 1.2e-05; a true minus sign."""
    if value == 0:
        return "0"
    text = f"{value:.{digits}g}" if abs(value) < 1e4 else f"{value:.{digits - 1}e}"
    return text.replace("-", "−")


def most_varied(maps: NDArray[np.floating]) -> int:
    """The channel of (C, H, W) with the largest standard deviation."""
    spread = np.where(np.isfinite(maps), maps, 0.0).std(axis=(1, 2))
    return int(spread.argmax())


def as_rectangle(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """(N,) as the (H, W) nearest to a square with H × W = N and H ≤ W: 4096 becomes 64×64, 120 becomes 10×12."""
    rows = max(rows for rows in range(1, int(np.sqrt(len(values))) + 1) if len(values) % rows == 0)
    return values.reshape(rows, -1)
