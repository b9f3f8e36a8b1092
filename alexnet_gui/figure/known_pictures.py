"""The pictures that a network was made for: for one worker thread only."""

from typing import TYPE_CHECKING

from alexnet_gui.figure.map_desk import Subject

if TYPE_CHECKING:
    from core.data import Dataset, Split
    from core.network import NetworkSpec
    from core.recipe import Recipe


class KnownPictures:
    """Keeps the data set of the network that was asked about last: one is asked about many times."""

    def __init__(self) -> None:
        self._data: tuple[Recipe | None, NetworkSpec, Dataset] | None = None

    def of(self, subject: Subject) -> "Dataset":
        """All of them. Raises DataError."""
        from core.units import data_of

        if self._data is None or self._data[:2] != (subject.recipe, subject.spec):
            self._data = subject.recipe, subject.spec, data_of(subject.recipe, subject.spec)
        return self._data[2]

    def test(self, subject: Subject, count: int) -> "Split":
        """So many test pictures, as many of each class. Raises DataError."""
        data = self.of(subject)
        return data.test.balanced(count, len(data.classes))
