"""The recipe at the window's edge: what Train will train, remembered from one start to the next."""

from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alexnet_gui.context import Studio
from alexnet_gui.run.recipe_fields import errors_of, field_specs, folded_groups, form_presets, form_values
from alexnet_gui.run.recipe_idle import idle_fields
from alexnet_gui.widgets.recipe_form import RecipeForm
from alexnet_gui.widgets.side_panel import SidePanel
from alexnet_gui.window.estimate_line import EstimateLine
from alexnet_gui.window.estimator import Estimator
from core.errors import ArgumentError
from core.recipe import Recipe, from_toml


class RecipePanel(SidePanel):
    """Emits ``changed(recipe)`` when a person changes it to another that can be trained.

    While a run goes on it shows that run's recipe, locked; afterwards what stood there before.
    """

    changed = Signal(object)

    def __init__(self, studio: Studio) -> None:
        self._settings, self._state = studio.settings, studio.run_state
        self._form = RecipeForm(field_specs(), folded=folded_groups(), idle=idle_fields)
        self._values = form_values(_remembered(studio.settings.recipe))
        self.estimator = Estimator(studio)
        self._estimate = EstimateLine(self.estimator)
        super().__init__(self._column())
        self.estimator.setParent(self)
        self._form.set_values(self._values)
        self._form.changed.connect(self._edited)
        self.opened.connect(self._opened)
        self._settings.changed.connect(self._setting_changed)
        self._state.phase_changed.connect(self._follow)
        self._state.started.connect(self._follow)
        self.set_open(self._settings.recipe_shown)
        self._retranslate()
        self._follow()

    def recipe(self) -> Recipe:
        """What the form says. Raises ArgumentError with the first complaint when that cannot be trained."""
        errors = errors_of(self._values)
        if errors:
            raise ArgumentError(next(iter(errors.values())))
        return Recipe(**self._values)

    def announce(self) -> None:
        """Check what the form says and tell who listens, as after an edit."""
        self._edited(self._values)

    @Slot(bool)
    def show_opened(self, is_open: bool) -> None:
        """Unfold or fold, and remember it."""
        self.set_open(is_open)
        self._opened(is_open)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._follow()

    @Slot(object)
    def _edited(self, values: dict[str, Any]) -> None:
        self._values = dict(values)
        errors = errors_of(values)
        self._form.set_errors(errors)
        if not errors:
            recipe = Recipe(**values)
            self._settings.recipe = recipe.toml()
            self.estimator.set_recipe(recipe)
            self.changed.emit(recipe)

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        """A page may put another recipe here, e.g. that of an old run."""
        if name == "recipe" and form_values(_remembered(self._settings.recipe)) != self._values:
            self._values = form_values(_remembered(self._settings.recipe))
            self._follow()
            self.announce()

    @Slot(bool)
    def _opened(self, is_open: bool) -> None:
        self._settings.recipe_shown = is_open

    @Slot()
    def _follow(self) -> None:
        recipe = self._state.recipe if self._state.active else None
        self._form.set_values(form_values(recipe) if recipe else self._values)
        self._estimate.setVisible(not self._state.active)
        self._form.set_locked(self.tr("The recipe of the run that goes on.") if self._state.active else "")

    def _column(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._form, 1)
        column.addWidget(self._estimate)
        return whole

    def _retranslate(self) -> None:
        self.set_texts(self.tr("Recipe"), self.tr("Show or hide the recipe"))
        self._form.set_specs(field_specs())
        self._form.set_presets(form_presets())


def _remembered(toml: str) -> Recipe:
    """The last recipe; the book's at the first start, or when the last is one of another version."""
    try:
        return from_toml(toml)
    except ArgumentError:
        return Recipe()
