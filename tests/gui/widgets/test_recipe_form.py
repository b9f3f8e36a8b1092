"""The form: what goes in comes out, limits hold, and what a person does is said once."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.widgets.field_spec import FieldSpec
from alexnet_gui.widgets.folding_group import FoldingGroup
from alexnet_gui.widgets.recipe_form import RecipeForm

SPECS = [
    FieldSpec(
        "shape", "Shape", "Round or not.", "Looks", "choice", "round", choices=(("round", "Round"), ("flat", "Flat"))
    ),
    FieldSpec("count", "Count", "How many.", "Looks", "integer", 3, unit="pieces", minimum=1, maximum=9),
    FieldSpec("limit", "Limit", "At most.", "Looks", "optional integer", None, minimum=1, nothing="All"),
    FieldSpec("rate", "Rate", "How fast.", "Work", "number", 0.001, minimum=1e-7, maximum=10.0),
    FieldSpec("seed", "Seed", "Of chance.", "Work", "large integer", 0, maximum=2**63 - 1),
    FieldSpec("flags", "Flags", "Which.", "Work", "flags", (), choices=(("a", "A"), ("b", "B"))),
    FieldSpec("sealed", "Sealed", "Or open.", "Work", "switch", False),
    FieldSpec("device", "Device", "Where.", "Work", "text", "auto", choices=(("auto", "auto"), ("cpu", "cpu"))),
    FieldSpec("data", "Data", "What.", "Work", "source", "shipped", choices=(("shipped", "Shipped"),)),
]
OTHERS = {
    "shape": "flat",
    "count": 7,
    "limit": 12_000,
    "rate": 3e-5,
    "seed": 2**62 + 1,
    "flags": ("a", "b"),
    "sealed": True,
    "device": "cuda:3",
    "data": "/some/folder/pets",
}


def flat_things_have_no_count(values: dict[str, Any]) -> dict[str, str]:
    return {"count": "No effect: it is flat."} if values["shape"] == "flat" else {}


@pytest.fixture
def form(qtbot: QtBot) -> RecipeForm:
    form = RecipeForm(SPECS, folded=["Work"], idle=flat_things_have_no_count)
    qtbot.addWidget(form)
    form.show()
    return form


def field(form: RecipeForm, name: str) -> Any:
    found = form.findChild(QWidget, f"field-{name}")
    assert found
    return found


def changes(form: RecipeForm) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    form.changed.connect(heard.append)
    return heard


def test_it_begins_with_the_defaults(form: RecipeForm) -> None:
    assert form.values() == {spec.name: spec.default for spec in SPECS}


def test_what_goes_in_comes_out_and_nothing_is_said(form: RecipeForm) -> None:
    heard = changes(form)
    form.set_values(OTHERS)
    assert form.values() == OTHERS
    form.set_values({"limit": None})
    assert form.values() == OTHERS | {"limit": None}
    assert heard == []


def test_each_change_of_a_person_is_said_once(form: RecipeForm, qtbot: QtBot) -> None:
    heard = changes(form)
    field(form, "count").stepUp()
    assert [values["count"] for values in heard] == [4]
    form.findChildren(FoldingGroup)[1].set_open(True)
    qtbot.keyClick(form.findChild(QCheckBox, "flags-b"), Qt.Key.Key_Space)
    assert len(heard) == 2 and heard[-1]["flags"] == ("b",)
    qtbot.keyClick(field(form, "shape"), Qt.Key.Key_Down)
    assert len(heard) == 3 and heard[-1]["shape"] == "flat"
    sealed = field(form, "sealed")
    qtbot.mouseClick(sealed, Qt.MouseButton.LeftButton, pos=sealed.rect().center())  # beside the box itself
    assert len(heard) == 4 and heard[-1]["sealed"] is True


def test_a_number_is_said_when_it_is_typed_to_its_end(form: RecipeForm, qtbot: QtBot) -> None:
    heard = changes(form)
    rate: QDoubleSpinBox = field(form, "rate")
    rate.selectAll()
    qtbot.keyClicks(rate, "2.5e-4")
    assert heard == []
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert [values["rate"] for values in heard] == [0.00025]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("0.5", QValidator.State.Acceptable),
        ("1e-3", QValidator.State.Acceptable),
        ("1e-", QValidator.State.Intermediate),
        ("", QValidator.State.Intermediate),
        ("99", QValidator.State.Intermediate),
        ("fast", QValidator.State.Invalid),
    ],
)
def test_a_number_that_may_become_one_can_be_typed(form: RecipeForm, text: str, state: QValidator.State) -> None:
    assert field(form, "rate").validate(text, len(text))[0] == state


def test_a_step_of_a_number_is_of_its_own_size(form: RecipeForm) -> None:
    rate: QDoubleSpinBox = field(form, "rate")
    rate.stepUp()
    assert rate.value() == pytest.approx(0.0011)


def test_limits_units_and_nothing_are_said(form: RecipeForm) -> None:
    count: QSpinBox = field(form, "count")
    assert (count.minimum(), count.maximum(), count.text()) == (1, 9, "3 pieces")
    assert field(form, "limit").text() == "All"


def test_every_field_has_a_name_help_and_a_buddy(form: RecipeForm) -> None:
    buddies = {label.buddy() for label in form.findChildren(QLabel)}
    for spec in SPECS:
        control = field(form, spec.name)
        assert control.accessibleName() == spec.title
        assert control.whatsThis() == spec.help
        assert control in buddies


def test_an_error_stands_beside_its_field_and_goes(form: RecipeForm) -> None:
    shown = lambda: [label.text() for label in form.findChildren(QLabel) if label.isVisible()]  # noqa: E731
    form.set_errors({"shape": "A shape cannot be that."})
    assert "A shape cannot be that." in shown()
    form.set_errors({})
    assert "A shape cannot be that." not in shown()


def test_presets_fill_the_form_and_are_recognised(form: RecipeForm, qtbot: QtBot) -> None:
    heard = changes(form)
    defaults = form.values()
    form.set_presets({"mine": ("Mine", defaults), "other": ("Other", OTHERS)})
    preset = form.findChild(QComboBox, "preset")
    assert preset and preset.currentText() == "Mine"
    qtbot.keyClick(preset, Qt.Key.Key_Down)
    assert heard == [OTHERS] and form.values() == OTHERS
    field(form, "count").stepUp()
    assert preset.currentIndex() == -1


def test_a_locked_form_says_why_and_changes_nothing(form: RecipeForm, qtbot: QtBot) -> None:
    form.set_locked("A run goes on.")
    assert not field(form, "count").isEnabled()
    assert "A run goes on." in [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    form.set_locked("")
    assert field(form, "count").isEnabled()


def test_what_has_no_effect_says_why_keeps_its_value_and_cannot_be_changed(form: RecipeForm, qtbot: QtBot) -> None:
    count = field(form, "count")
    field(form, "count").stepUp()
    qtbot.keyClick(field(form, "shape"), Qt.Key.Key_Down)
    assert not count.isEnabled() and count.toolTip() == "No effect: it is flat.\nHow many."
    assert form.values()["count"] == 4
    form.set_locked("A run goes on.")
    form.set_locked("")
    assert not count.isEnabled()
    form.set_values({"shape": "round"})
    assert count.isEnabled() and count.toolTip() == "How many."


def test_the_wheel_scrolls_the_form_and_changes_nothing(form: RecipeForm) -> None:
    count = field(form, "count")
    form.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(count, turn)
    assert form.values()["count"] == 3


def test_a_folded_group_opens(form: RecipeForm, qtbot: QtBot) -> None:
    looks, work = form.findChildren(FoldingGroup)
    assert looks.is_open and not work.is_open
    assert not field(form, "rate").isVisible()
    work.set_open(True)
    assert field(form, "rate").isVisible()


def test_other_words_leave_the_values(form: RecipeForm) -> None:
    form.set_values(OTHERS)
    other = [
        FieldSpec(
            spec.name,
            spec.title.upper(),
            spec.help,
            spec.group.upper(),
            spec.kind,
            spec.default,
            unit="Stück",
            minimum=spec.minimum,
            maximum=spec.maximum,
            choices=tuple((v, t.upper()) for v, t in spec.choices),
        )
        for spec in SPECS
    ]
    form.set_specs(other)
    assert form.values() == OTHERS
    assert field(form, "count").text() == "7 Stück"
    assert field(form, "shape").currentText() == "FLAT"


def test_a_large_number_takes_digits_only(form: RecipeForm, qtbot: QtBot) -> None:
    heard = changes(form)
    seed: QLineEdit = field(form, "seed")
    form.findChildren(FoldingGroup)[1].set_open(True)
    seed.selectAll()
    qtbot.keyClicks(seed, "12x3")
    qtbot.keyClick(seed, Qt.Key.Key_Return)
    assert [values["seed"] for values in heard] == [123]
