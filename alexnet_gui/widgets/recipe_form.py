"""A form made of field descriptions: groups, help and errors beside each field, and presets above."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from alexnet_gui import theme
from alexnet_gui.widgets.field_row import FieldRow
from alexnet_gui.widgets.field_spec import FieldSpec
from alexnet_gui.widgets.folding_group import FoldingGroup

Values = dict[str, Any]


class RecipeForm(QWidget):
    """Emits ``changed(values)`` when a person changed something."""

    changed = Signal(object)

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        *,
        folded: Sequence[str] = (),
        idle: Callable[[Values], Mapping[str, str]] = lambda _: {},
        parent: QWidget | None = None,
    ) -> None:
        """`folded`: the groups that are closed at first, by name. `idle`: of some values, the fields that have no
        effect beside the others, and why in a sentence."""
        super().__init__(parent)
        self.setObjectName("recipeForm")
        self._idle = idle
        self._presets: dict[str, Values] = {}
        self._preset = QComboBox()
        self._preset.setObjectName("preset")
        self._preset.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._preset.activated.connect(self._take_preset)
        self._preset_label = QLabel()
        self._preset_label.setBuddy(self._preset)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setFont(theme.font("small"))
        self._note.hide()
        self._groups: list[FoldingGroup] = []
        self._rows: dict[str, FieldRow] = {}
        self._fields = QWidget()
        self._build(specs, folded)
        self._retranslate()
        self.set_values({spec.name: spec.default for spec in specs})

    def values(self) -> Values:
        """What the fields say, by name."""
        return {name: row.control.field_value() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these; fields that are not among them keep theirs. Nothing is emitted."""
        for name, value in values.items():
            row = self._rows[name]
            was = row.control.blockSignals(True)
            row.control.set_field_value(value)
            row.control.blockSignals(was)
        self._follow()

    def set_presets(self, presets: Mapping[str, tuple[str, Values]]) -> None:
        """Sets of values to choose from: the label and the values of each, by key."""
        self._presets = {key: values for key, (_, values) in presets.items()}
        self._preset.clear()
        for key, (label, _) in presets.items():
            self._preset.addItem(label, key)
        self._preset.setPlaceholderText(self.tr("changed"))
        self._show_preset()

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Say beside these fields what is wrong with them, and beside no others."""
        for name, row in self._rows.items():
            row.set_error(errors.get(name, ""))

    def set_locked(self, why: str) -> None:
        """Only show, and say why; "" lets a person change things again."""
        self._fields.setEnabled(not why)
        self._preset.setEnabled(not why)
        self._note.setText(why)
        self._note.setVisible(bool(why))

    def set_specs(self, specs: Sequence[FieldSpec]) -> None:
        """The same fields in another language."""
        for spec in specs:
            self._rows[spec.name].set_spec(spec)
        names = list(dict.fromkeys(spec.group for spec in specs))
        for group, name in zip(self._groups, names, strict=True):
            group.set_title(name)
        self._align()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # -- building

    def _build(self, specs: Sequence[FieldSpec], folded: Sequence[str]) -> None:
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(2 * theme.GRID, 0, theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        for name in dict.fromkeys(spec.group for spec in specs):
            group = FoldingGroup(name, is_open=name not in folded)
            self._groups.append(group)
            for spec in specs:
                if spec.group == name:
                    self._add_row(spec, group)
            column.addWidget(group)
        self._align()
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(self._fields)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QFormLayout()
        top.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, 0)
        top.addRow(self._preset_label, self._preset)
        top.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        top.addRow(self._note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)

    def _add_row(self, spec: FieldSpec, group: FoldingGroup) -> None:
        row = self._rows[spec.name] = FieldRow(spec)
        row.control.edited.connect(self._edited)
        group.add(row)

    def _align(self) -> None:
        """One column for all labels, wide enough for each."""
        width = max(row.longest_word for row in self._rows.values())
        for row in self._rows.values():
            row.set_label_width(width)

    def _edited(self) -> None:
        self._follow()
        self.changed.emit(self.values())

    def _take_preset(self, index: int) -> None:
        self.set_values(self._presets[self._preset.itemData(index)])
        self.changed.emit(self.values())

    def _follow(self) -> None:
        """What the values bring about in the form itself."""
        self._show_preset()
        idle = self._idle(self.values())
        for name, row in self._rows.items():
            row.set_idle(idle.get(name, ""))

    def _show_preset(self) -> None:
        values = self.values()
        match = (key for key, preset in self._presets.items() if all(values[name] == preset[name] for name in preset))
        self._preset.setCurrentIndex(self._preset.findData(next(match, None)))

    def _retranslate(self) -> None:
        self._preset_label.setText(self.tr("&Preset"))
        self._preset.setPlaceholderText(self.tr("changed"))
        self._preset.setToolTip(self.tr("Recipes that ship with the program"))
