"""Flags that several commands share, said once."""

from typing import Annotated, get_args

from cyclopts import Parameter

from core.recipe import Recipe


def _like_recipe(setting: str) -> Parameter:
    """A flag with the help and the choices of a setting of recipes."""
    field = Recipe.model_fields[setting]
    return Parameter(help=field.description, choices=get_args(field.annotation) or None)


Json = Annotated[bool, Parameter(negative="", show_default=False, help="Print JSON, one value a line.")]
Device = Annotated[str, _like_recipe("device")]
Precision = Annotated[str, _like_recipe("precision")]
