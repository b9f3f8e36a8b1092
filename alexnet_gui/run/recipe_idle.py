"""Which settings of a recipe have no effect beside its others, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from alexnet_gui.run.recipe_texts import said
from core.catalogue import SETS


@dataclass(frozen=True, slots=True)
class _Rule:
    """`fields` have no effect in recipes of which `holds`; `why` is one sentence."""

    fields: tuple[str, ...]
    holds: Callable[[Mapping[str, Any]], bool]
    why: object


_RULES = (
    _Rule(
        ("split_seed",),
        lambda recipe: recipe["data"] in ("fashion-mnist", *SETS),
        QT_TRANSLATE_NOOP("Recipe", "No effect: this data set has its own test pictures."),
    ),
    _Rule(
        ("augment_strength",),
        lambda recipe: not recipe["augment"],
        QT_TRANSLATE_NOOP("Recipe", "No effect: there is no augmentation."),
    ),
    _Rule(
        ("dropout", "batch_norm"),
        lambda recipe: recipe["model"] == "lenet",
        QT_TRANSLATE_NOOP("Recipe", "No effect: LeNet has none."),
    ),
    _Rule(
        ("momentum",),
        lambda recipe: recipe["optimizer"] in ("adam", "adamw"),
        QT_TRANSLATE_NOOP("Recipe", "No effect: only SGD and Muon take it."),
    ),
    _Rule(
        ("drop_every", "drop_factor"),
        lambda recipe: recipe["schedule"] != "step",
        QT_TRANSLATE_NOOP("Recipe", "No effect: the schedule has no steps."),
    ),
)


def idle_fields(recipe: Mapping[str, Any]) -> dict[str, str]:
    """The fields without effect in a recipe of these values, and why, in the language of the window."""
    return {field: said(str(rule.why)) for rule in _RULES if rule.holds(recipe) for field in rule.fields}
