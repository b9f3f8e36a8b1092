"""What a form needs to know of one setting, in values: no recipe, no model, no translation of its own."""

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["choice", "switch", "integer", "large integer", "optional integer", "number", "flags", "text", "source"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One setting. `choices` are (value, label): of a choice or flags all there are, of a text or source proposals.

    A "source" is one of its choices or a folder. `minimum` and `maximum` are inclusive. The value of a "switch" is a
    bool, that of "flags" a tuple, that of an "optional integer" may be None, which is said by `nothing`.
    """

    name: str
    title: str
    help: str
    group: str
    kind: Kind
    default: Any
    unit: str = ""
    minimum: float = 0.0
    maximum: float = 1e9
    choices: tuple[tuple[str, str], ...] = ()
    nothing: str = ""
