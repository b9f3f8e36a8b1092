"""Which runs of a table are shown, and in which order."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel

from alexnet_gui.run.run_columns import COLUMNS, recipe_value
from alexnet_gui.run.run_table_model import KEYS, Index, RunTableModel
from core.recipe import Recipe
from core.runs import RunSummary

_BOOK = Recipe().model_dump()


@dataclass(frozen=True, slots=True)
class _Words:
    """What a search looks through, in small letters."""

    text: str  # names, tags, notes, the state
    settings: str  # of the recipe, " lr=0.01 seed=0 …", and what is chosen by word: they are found by their beginning
    unusual: frozenset[str]  # values that are not the book's

    def hold(self, word: str) -> bool:
        return word in self.text or f" {word}" in self.settings or word in self.unusual


class RunFilter(QSortFilterProxyModel):
    """Sorts by what cells mean, and keeps the runs in which every word of a search is found.

    ``lr=0.01`` finds a setting of the recipe; a bare number finds it where it is not the book's.
    """

    def __init__(self, model: RunTableModel) -> None:
        super().__init__()
        self._model = model
        self._wanted: list[str] = []
        self._words: dict[Path, tuple[RunSummary, _Words]] = {}  # what was looked through before
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        """Show only the runs in which all of these words are."""
        self._wanted = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._wanted:
            return True
        words = self._words_of(self._model.runs[source_row])
        return all(words.hold(word) for word in self._wanted)

    def lessThan(self, left: Index, right: Index) -> bool:
        sort, runs = COLUMNS[KEYS[left.column()]].sort, self._model.runs
        return sort(runs[left.row()]) < sort(runs[right.row()])

    def _words_of(self, run: RunSummary) -> _Words:
        kept = self._words.get(run.folder)
        if not kept or kept[0] is not run:
            kept = self._words[run.folder] = (run, _found_in(run))
        return kept[1]


def _found_in(run: RunSummary) -> _Words:
    values = {name: getattr(run.recipe, name) for name in Recipe.model_fields}
    plain = {name: _plain(value) for name, value in values.items()}
    by_word = [recipe_value(name, value) for name, value in values.items() if isinstance(value, str | tuple)]
    text = (run.title, run.folder.name, *run.tags, run.notes, COLUMNS["state"].say(run))
    return _Words(
        text=" ".join(text).casefold() + (" ★" if run.starred else ""),
        settings=" ".join(["", *(f"{name}={value}" for name, value in plain.items()), *by_word]).casefold(),
        unusual=frozenset(plain[name] for name, value in values.items() if value != _BOOK[name]),
    )


def _plain(value: object) -> str:
    return "" if value is None else ",".join(value) if isinstance(value, tuple) else str(value).casefold()
