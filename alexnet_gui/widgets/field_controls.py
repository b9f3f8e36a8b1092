"""The controls of a form: each shows one value of one kind and says when a person changes it."""

from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alexnet_gui.widgets.field_choices import ChoiceControl, FlagsControl, ProposalControl, SourceControl, SwitchControl
from alexnet_gui.widgets.field_numbers import IntegerControl, LargeIntegerControl, NumberControl
from alexnet_gui.widgets.field_spec import FieldSpec


class Control(Protocol):
    """What every control of a form can do; `edited` is emitted for a person's changes only."""

    edited: Signal

    def field_value(self) -> Any: ...
    def set_field_value(self, value: Any) -> None: ...
    def set_spec(self, spec: FieldSpec) -> None: ...


_CONTROLS: dict[str, type[QWidget]] = {
    "choice": ChoiceControl,
    "switch": SwitchControl,
    "integer": IntegerControl,
    "optional integer": IntegerControl,
    "large integer": LargeIntegerControl,
    "number": NumberControl,
    "flags": FlagsControl,
    "text": ProposalControl,
    "source": SourceControl,
}


def make_control(spec: FieldSpec) -> Any:
    """The control for a setting of this kind: a QWidget that is a `Control`."""
    return _CONTROLS[spec.kind](spec)  # pyright: ignore[reportArgumentType]
