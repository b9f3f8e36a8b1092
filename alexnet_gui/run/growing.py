"""An array that grows at its end without being copied each time."""

import numpy as np
from numpy.typing import ArrayLike, DTypeLike


class Growing:
    """A one-dimensional array with room at its end; the room doubles when it is used up."""

    def __init__(self, dtype: DTypeLike, room: int = 1024) -> None:
        self._room = np.empty(room, dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> np.ndarray:
        """A view of what is there now, (len(self),). It keeps its values when more come."""
        return self._room[: self._length]

    def extend(self, values: ArrayLike) -> None:
        more = np.asarray(values, self._room.dtype)
        length = self._length + len(more)
        if length > len(self._room):
            larger = np.empty(max(length, 2 * len(self._room)), self._room.dtype)
            larger[: self._length] = self.values
            self._room = larger
        self._room[self._length : length] = more
        self._length = length

    def shorten(self, length: int) -> None:
        """Keep the first `length` values. Views handed out before keep theirs."""
        if length < self._length:
            self._room = self._room.copy()
            self._length = max(0, length)
