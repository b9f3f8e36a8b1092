"""What has no effect: it is said why, and a training shows that it is so."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.run.recipe_idle import idle_fields
from core.events import Steps
from core.recipe import Recipe, checked

LENET: dict[str, Any] = {"model": "lenet", "limit": 40, "batch_size": 10, "epochs": 2, "lr": 0.01, "precision": "fp32"}


def losses(**values: Any) -> list[float]:
    """Of every step of a short run."""
    from core.train import train

    recipe = checked(**LENET | values)
    return [float(loss) for event in train(recipe) if isinstance(event, Steps) for loss in event.loss]


@pytest.mark.parametrize(
    ("recipe", "changes"),
    [
        ({"augment": ()}, {"augment_strength": 3.0}),
        ({}, {"dropout": 0.9, "batch_norm": True}),
        ({"optimizer": "adam"}, {"momentum": 0.1}),
        ({"optimizer": "adamw"}, {"momentum": 0.1}),
        ({"schedule": "cosine"}, {"drop_every": 1, "drop_factor": 0.5}),
    ],
)
def test_what_is_idle_has_no_effect(recipe: dict[str, Any], changes: dict[str, Any], qtbot: QtBot) -> None:
    said = idle_fields(checked(**LENET | recipe).model_dump())
    assert changes.keys() <= said.keys() and all(said.values())
    assert losses(**recipe) == losses(**recipe | changes)


@pytest.mark.parametrize(
    ("recipe", "changes"),
    [
        ({"optimizer": "sgd"}, {"momentum": 0.1}),
        ({"optimizer": "muon"}, {"momentum": 0.1}),
        ({"schedule": "step", "drop_factor": 0.5}, {"drop_every": 1}),
        ({"schedule": "step", "drop_every": 1}, {"drop_factor": 0.5}),
    ],
)
def test_what_has_an_effect_is_left_to_a_person(recipe: dict[str, Any], changes: dict[str, Any], qtbot: QtBot) -> None:
    assert not changes.keys() & idle_fields(checked(**LENET | recipe).model_dump()).keys()
    assert losses(**recipe) != losses(**recipe | changes)


def test_what_waits_for_another_choice_comes_with_it(qtbot: QtBot) -> None:
    alexnet = idle_fields(Recipe(augment=("flip",)).model_dump())
    assert not {"dropout", "batch_norm", "augment_strength"} & alexnet.keys()
