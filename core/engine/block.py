"""Steps whose figures have not been read yet: reading one stops an accelerator, so they are read in blocks."""

from time import perf_counter

import numpy as np
import torch
from torch import Tensor

_MOST = 25  # steps: a lost run is noticed within two blocks


class Block:
    """The measures of the steps since the last report, still on the device."""

    def __init__(self, seconds: float) -> None:
        """A block is full after so many `seconds`."""
        self._seconds = seconds
        self.clear()

    def clear(self) -> None:
        """Begin anew, from this moment on."""
        self._measures: list[Tensor] = []
        self.images = 0
        self._began = perf_counter()

    def add(self, measure: Tensor, images: int) -> None:
        """`measure` (2,): loss and accuracy of one step over so many pictures."""
        self._measures.append(measure)
        self.images += images

    def __len__(self) -> int:
        return len(self._measures)

    @property
    def full(self) -> bool:
        return len(self) >= _MOST or self.seconds > self._seconds

    @property
    def seconds(self) -> float:
        return perf_counter() - self._began

    def read(self) -> np.ndarray:
        """(2, n) float32: losses and accuracies. Waits for the device."""
        return torch.stack(self._measures, dim=1).cpu().numpy()
