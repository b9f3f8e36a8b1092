"""The settings of a recipe as flags of a command, derived from `core.recipe.Recipe`: no setting is typed twice."""

import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, ParamSpec, TypeVar, Union, get_args, get_origin

from cyclopts import Group, Parameter
from pydantic.fields import FieldInfo

from core import recipe as recipes
from core.errors import ArgumentError
from core.recipe import Recipe
from core.terminal import named

PRESETS = tuple(recipes.presets())
RecipeFile = Annotated[Path | None, Parameter(help="A TOML file of settings; flags go before what it says.")]
Preset = Annotated[str | None, Parameter(choices=PRESETS, help="A shipped recipe; flags go before what it says.")]

P = ParamSpec("P")
T = TypeVar("T")


def _words(_type: Any, tokens: Sequence[Any]) -> tuple[str, ...]:
    """``flip,crop``, or the flag twice; ``none`` is the empty tuple."""
    words = [word.strip() for token in tokens for word in token.value.split(",")]
    return () if words == ["none"] else tuple(word for word in words if word)


def _whole(_type: Any, tokens: Sequence[Any]) -> int:
    """The parser itself would take 1.5 for 1."""
    return int(tokens[0].value)


def _plain(annotation: Any) -> Any:
    """The type without its limits: the recipe itself checks them, with a better sentence."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return Union[tuple(_plain(member) for member in get_args(annotation))]  # noqa: UP007  as many as there are
    return annotation


def _flag(name: str, field: FieldInfo, groups: dict[str, Group]) -> inspect.Parameter:
    extra = field.json_schema_extra
    title = str(extra.get("group", "")) if isinstance(extra, dict) else ""
    several, plain = get_origin(field.annotation) is tuple, _plain(field.annotation)
    words = get_args(get_args(field.annotation)[0]) if several else ()
    how = Parameter(
        help=(field.description or "")
        + (f" Of {', '.join(words)}: several with commas, or the flag again; none for none." if several else ""),
        group=groups.setdefault(title, Group(title, sort_key=len(groups) + 1)),
        converter=_words if several else _whole if plain in (int, int | None) else None,
        negative=None if plain is bool else "",  # a switch can be turned off: --no-…
        show_default=bool(field.default) or field.default == 0,
    )
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=field.default,
        annotation=Annotated[tuple[str, ...] if several else plain, how],
    )


def takes_recipe(command: Callable[P, T]) -> Callable[P, T]:
    """Gives a command a flag for every setting of a recipe; its ``**settings`` receive those that were given."""
    groups: dict[str, Group] = {}
    flags = [_flag(name, field, groups) for name, field in Recipe.model_fields.items()]
    signature = inspect.signature(command)
    own = [parameter for parameter in signature.parameters.values() if parameter.kind is not parameter.VAR_KEYWORD]
    command.__signature__ = signature.replace(parameters=[*own, *flags])  # pyright: ignore[reportFunctionMemberAccess]
    return command


def settled(file: Path | None, preset: str | None, settings: dict[str, Any]) -> Recipe:
    """The recipe of a file or a preset with the settings of the flags. Raises ArgumentError."""
    if file is not None and preset is not None:
        raise ArgumentError("Give --recipe or --preset, not both.")
    base = recipes.read(file) if file else recipes.presets()[preset] if preset else Recipe()
    chosen = recipes.checked(**(base.model_dump() | settings))
    return chosen.model_copy(update={"data": named.data_set(chosen.data)})
