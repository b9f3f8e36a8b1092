"""The end of a run: what came of it, and what to try next, one click away."""

from html import escape
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from alexnet_gui import formatting, theme
from alexnet_gui.context import Studio
from alexnet_gui.run.advice_words import finding_in_words, outcome_of, reason_in_words, way_in_words
from alexnet_gui.window.rate_finder import RateFinder
from alexnet_gui.window.run_actions import on_machine
from core.advice import Finding, Outcome, Way, findings
from core.errors import StudioError
from core.recipe import Recipe, from_toml
from core.runs import CHECKPOINTS

_MOST = 3  # findings: two troubles, and what is good


class _UsesNetwork(Protocol):
    def use_network(self, source: str) -> object: ...


class TrainEnd(QFrame):
    """A card that is there while the run that is shown has ended, until a person closes it."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.setObjectName("trainEnd")
        self.setProperty("card", True)
        self._studio, self._state = studio, studio.run_state
        self._ways: dict[str, Way] = {}
        self._figures = {name: (QLabel(), QLabel()) for name in ("last", "best", "time")}
        self._reason = QLabel()
        self._findings = [QLabel() for _ in range(_MOST)]
        self._close = QToolButton()
        self._close.setObjectName("closeEnd")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self._state.phase_changed.connect(self._follow)
        self._dress()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
            if outcome := outcome_of(self._state):
                self._show(outcome)
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(3 * theme.GRID)
        for name, (value, caption) in self._figures.items():
            value.setObjectName(f"end-{name}")
            value.setFont(theme.font("title", figures=True))
            caption.setFont(theme.font("small"))
            caption.setProperty("muted", True)
            tile = QVBoxLayout()
            tile.setSpacing(0)
            tile.addWidget(value)
            tile.addWidget(caption)
            top.addLayout(tile)
        self._reason.setObjectName("end-reason")
        self._reason.setWordWrap(True)
        top.addWidget(self._reason, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        grid.setVerticalSpacing(4)
        grid.addLayout(top, 0, 0)
        grid.addWidget(self._close, 0, 1, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate(self._findings, start=1):
            label.setObjectName(f"finding-{row}")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
            label.setTextInteractionFlags(
                label.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.linkActivated.connect(self._take)
            grid.addWidget(label, row, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _dress(self) -> None:
        texts = {"last": self.tr("test accuracy"), "best": self.tr("at best"), "time": self.tr("time taken")}
        for name, text in texts.items():
            self._figures[name][1].setText(text)
        self._close.setIcon(theme.icon("close"))
        self._close.setAccessibleName(self.tr("Close the summary"))
        self._close.setToolTip(self.tr("Close the summary"))

    @Slot()
    def _follow(self) -> None:
        outcome = outcome_of(self._state)
        self.setVisible(outcome is not None)
        if outcome:
            self._show(outcome)

    def _show(self, outcome: Outcome) -> None:
        best = self._state.best
        self._figures["last"][0].setText(formatting.percent(outcome.evaluations[-1].accuracy if best else None))
        self._figures["best"][0].setText(formatting.percent(best.accuracy if best else None))
        if best:
            self._figures["best"][1].setText(self.tr("at best, epoch {epoch}").format(epoch=best.epoch))
        self._figures["time"][0].setText(formatting.duration(self._state.seconds))
        self._reason.setText(reason_in_words(outcome))
        self._ways.clear()
        found = findings(outcome)
        for row, label in enumerate(self._findings):
            label.setVisible(row < len(found))
            label.setText(self._with_ways(found[row]) if row < len(found) else "")

    def _with_ways(self, finding: Finding) -> str:
        """The finding in words, and after it its ways as links."""
        links: list[str] = []
        for way in finding.ways:
            if way.what in ("go-on", "classify") and not self._is_kept:
                continue
            key = f"{finding.what}:{way.what}"
            self._ways[key] = way
            links.append(f'<a href="{key}">{escape(way_in_words(way)).replace(" ", "&nbsp;")}</a>')
        words = escape(finding_in_words(finding))
        if not links:
            return words
        before = self.tr("Try:") if finding.what != "learnt" else ""  # not within an f-string: lupdate reads none
        return " ".join(part for part in (words, escape(before), " · ".join(links)) if part)

    @property
    def _is_kept(self) -> bool:
        return self._state.folder is not None and (self._state.folder / CHECKPOINTS).is_file()

    @Slot(str)
    def _take(self, key: str) -> None:
        way, folder = self._ways[key], self._state.folder
        match way.what:
            case "find-rate":
                self._find_rate()
            case "classify" if folder:
                cast(_UsesNetwork, self._studio.show_page("classify")).use_network(f"{folder}:best")
            case "compare":
                self._studio.show_page("runs")
            case "go-on" if folder and self._state.recipe:
                self._go_on(folder, self._state.recipe.model_copy(update=way.change))
            case _:
                self._change(way)

    def _go_on(self, folder: Path, recipe: Recipe) -> None:
        self._studio.runner.resume(folder, recipe)

    def _change(self, way: Way) -> None:
        """Put the run's recipe with this change into the window's form."""
        recipe = self._recipe(way)
        self._studio.settings.recipe = recipe.toml()
        text = self.tr("In the recipe now: {change}. Train begins a new run by it.")
        self._studio.message(text.format(change=way_in_words(way)), "info")

    def _recipe(self, way: Way) -> Recipe:
        """The run's, on the machine that the form names: a run knows only what that came to."""
        assert self._state.recipe, "A run that has ended has a recipe."
        try:
            form = from_toml(self._studio.settings.recipe)
        except StudioError:
            form = Recipe()
        machine = {"device": form.device, "precision": form.precision}
        return self._state.recipe.model_copy(update=machine | way.change)

    def _find_rate(self) -> None:
        recipe = self._recipe(Way("find-rate"))

        def use(rate: float) -> None:
            self._change(Way("rate", {"lr": rate}))

        RateFinder(on_machine(recipe, self._studio), use, self._studio.background, self.window()).open()
