"""In what recipes differ."""

from collections.abc import Sequence
from typing import Any

from core.recipe import Recipe


def differing(recipes: Sequence[Recipe]) -> dict[str, tuple[Any, ...]]:
    """The settings that are not the same in all of these recipes, each with its value in every one of them, in order.

    A setting inside another is named with a dot. Values are as in JSON; None is a setting that a recipe leaves open.
    """
    flat = [_flat(recipe.model_dump(mode="json")) for recipe in recipes]
    names = dict.fromkeys(name for values in flat for name in values)
    found = {name: tuple(values.get(name) for values in flat) for name in names}
    return {name: values for name, values in found.items() if any(value != values[0] for value in values)}


def _flat(values: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in values.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return flat
