"""Recipes that differ in one or two fields: every value of each with every value of the others."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, get_origin

from core.errors import ArgumentError
from core.recipe import Recipe, checked

MOST = 200  # runs at one time: more is a slip of the hand


def sweep(base: Recipe, values: Mapping[str, Sequence[Any]]) -> list[Recipe]:
    """`base` with each combination of these values of its fields, the last field changing fastest.

    Raises ArgumentError for a field or a value that cannot be, and for more than `MOST` of them.
    """
    recipes = [
        checked(**base.model_dump() | dict(zip(values, chosen, strict=True)))
        for _, chosen in zip(range(MOST + 1), product(*values.values()), strict=False)
    ]
    if len(recipes) > MOST:
        raise ArgumentError(f"These are more than {MOST} runs: vary fewer fields, or take fewer values of them.")
    return recipes


def parsed(text: str) -> tuple[str, list[Any]]:
    """A field and its values, written ``lr=0.001,0.01``; changes of pictures that belong together are written
    ``augment=none,flip,flip+shift``. Raises ArgumentError when it is not written so or there is no such field."""
    name, equals, values = text.partition("=")
    field = name.strip().lstrip("-").replace("-", "_")
    words = [word.strip() for word in values.split(",")]
    if not equals or not field or not all(words):
        raise ArgumentError(f"{text!r} names no field and its values: write it like lr=0.001,0.01.")
    if field not in Recipe.model_fields:
        raise ArgumentError(f"A recipe has no setting named {field!r}; it knows {', '.join(Recipe.model_fields)}.")
    if get_origin(Recipe.model_fields[field].annotation) is tuple:
        return field, [() if word == "none" else tuple(word.split("+")) for word in words]
    return field, [None if word == "none" else word for word in words]


def title_of(values: Mapping[str, Sequence[Any]]) -> str:
    """A tag for the runs of such a sweep: "sweep lr, batch_size"."""
    return f"sweep {' × '.join(values)}"
