"""The recipe as the fields of a form, and what is wrong with what a form says. Derived from `core.recipe`."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication

from alexnet_gui.run.recipe_texts import label, preset_label, said
from alexnet_gui.widgets.field_spec import FieldSpec, Kind
from core.catalogue import SETS
from core.recipe import Recipe, presets, sentence

DEVICES = ("auto", "cpu", "cuda:0", "mps", "xpu")
FOLDED = ("Schedule", "Regularisation", "Machine")  # groups that are closed at first
_LARGE = 2**31
_LEAST = 1e-7  # stands for "more than nothing" where a field has to be above a limit


def field_specs() -> list[FieldSpec]:
    """All fields of the recipe in its order, in the language of the window."""
    schema = Recipe.model_json_schema()["properties"]
    return [_spec(name, field, schema[name]) for name, field in Recipe.model_fields.items()]


def folded_groups() -> list[str]:
    """The groups that are closed at first, in the language of the window."""
    return [said(group) for group in FOLDED]


def form_presets() -> dict[str, tuple[str, dict[str, Any]]]:
    """Label and values of each shipped recipe, for the form."""
    return {name: (preset_label(name), form_values(recipe)) for name, recipe in presets().items()}


def form_values(recipe: Recipe) -> dict[str, Any]:
    """The recipe as the form's values."""
    return recipe.model_dump()


def errors_of(values: dict[str, Any]) -> dict[str, str]:
    """What is wrong, by field, in a sentence; empty when a run can be made of these values."""
    errors: dict[str, str] = {}
    try:
        Recipe(**values)
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        errors[str(where[0]) if where else "augment"] = sentence(error)
    data = values.get("data", "")
    if data in SETS and SETS[data].missing():
        text = QCoreApplication.translate("Recipe", "{name} is not here yet. In a terminal: {command}")
        errors["data"] = text.format(name=SETS[data].title, command=f"alexnet data download {data}")
    elif data not in SETS and data != "fashion-mnist" and not Path(data).is_dir():
        text = QCoreApplication.translate("Recipe", "There is no folder {name}. Choose another one.")
        errors["data"] = text.format(name=data)
    return errors


def _spec(name: str, field: FieldInfo, schema: dict[str, Any]) -> FieldSpec:
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    least, most = _limits(field, schema)
    return FieldSpec(
        name=name,
        title=said(field.title or name),
        help=said(field.description or ""),
        group=said(str(extra["group"])),
        unit=said(str(extra["unit"])) if extra["unit"] else "",
        kind=_kind(name, schema, most),
        default=field.default,
        minimum=least,
        maximum=most,
        choices=tuple((value, label(value)) for value in _choices(name, schema)),
        nothing=QCoreApplication.translate("Recipe", "All"),
    )


def _kind(name: str, schema: dict[str, Any], most: float) -> Kind:
    if name == "data":
        return "source"
    if "enum" in schema:
        return "choice"
    if "anyOf" in schema:
        return "optional integer"
    match schema["type"]:
        case "array":
            return "flags"
        case "boolean":
            return "switch"
        case "integer":
            return "large integer" if most >= _LARGE else "integer"
        case "number":
            return "number"
        case _:
            return "text"


def _choices(name: str, schema: dict[str, Any]) -> tuple[str, ...]:
    if name == "data":
        return ("fashion-mnist", *(known.name for known in SETS.values() if not known.missing()))
    if name == "device":
        return DEVICES
    return tuple(schema.get("enum") or schema.get("items", {}).get("enum", ()))


def _limits(field: FieldInfo, schema: dict[str, Any]) -> tuple[float, float]:
    """The least and the largest value that are allowed."""
    if "anyOf" in schema:
        schema = schema["anyOf"][0]
    least = schema.get("minimum", schema.get("exclusiveMinimum", 0) + (_LEAST if "exclusiveMinimum" in schema else 0))
    whole = schema.get("type") == "integer"
    if "exclusiveMaximum" in schema:
        return least, schema["exclusiveMaximum"] - (1 if whole else 1e-6)
    return least, schema.get("maximum", 10**9)
