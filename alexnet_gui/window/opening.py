"""Where a thing that is opened goes: pictures to the classifier, a run to the curves."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QMimeData, QObject

from alexnet_gui.context import Studio
from alexnet_gui.window import dropped


class _OpensSources(Protocol):
    def open_sources(self, sources: list[Path | bytes]) -> object: ...


class Opening(QObject):
    """Opens what came by a menu, a drop, the clipboard or the command line."""

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio

    def open(self, sources: Sequence[Path | bytes]) -> None:
        """Show one run, or classify pictures and folders of pictures."""
        if len(sources) == 1 and isinstance(sources[0], Path) and dropped.is_run(sources[0]):
            self.open_run(sources[0])
        elif sources:
            page = cast(_OpensSources, self._studio.show_page("classify"))
            page.open_sources(list(sources))

    def open_run(self, folder: Path) -> None:
        """Show what is recorded in the folder of a run."""
        if not dropped.is_run(folder):
            text = self.tr("{name} is not the folder of a run: it has no metrics.jsonl and no recipe.toml.")
            self._studio.message(text.format(name=folder.name), "warning")
        elif self._studio.run_state.active:
            text = self.tr("A run goes on. Stop it first, or compare {name} with it on the Runs page.")
            self._studio.message(text.format(name=folder.name), "warning")
        else:
            self._studio.run_state.show(folder)
            self._studio.show_page("train")

    def open_mime(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted; say why not where it cannot be."""
        match dropped.look(mime).kind:
            case "remote":
                self._studio.message(self.refusal(), "warning")
            case "nothing":
                self._studio.message(self.tr("There is no picture to paste."), "warning")
            case "run" | "pictures":
                self.open(dropped.take(mime))

    def refusal(self) -> str:
        """Why an address on the web is not opened."""
        return self.tr("Nothing is downloaded here: save the picture first, then drop the file.")

    def cue(self, offer: dropped.Offer) -> str:
        """What a drop of this would do."""
        match offer:
            case dropped.Offer("remote"):
                return self.refusal()
            case dropped.Offer("run", Path(name=name)):
                return self.tr("Show the run {name}").format(name=name)
            case dropped.Offer(_, Path(name=name)):
                return self.tr("Classify {name}").format(name=name)
            case _:
                return self.tr("Classify this picture")
