"""Flags of a recipe: derived, and only those that were given arrive."""

from typing import Any

import pytest
from cyclopts import App, CycloptsError

from core.recipe import Recipe
from core.terminal.recipe_flags import takes_recipe


@takes_recipe
def command(*, note: str = "", **settings: Any) -> dict[str, Any]:
    return settings | ({"note": note} if note else {})


def given(line: str) -> dict[str, Any]:
    app = App(result_action="return_value", print_error=False, exit_on_error=False)
    app.default(command)
    return app(line.split())


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("", {}),
        ("--epochs 3 --batch-size 64", {"epochs": 3, "batch_size": 64}),
        ("--lr 0.1 --note x", {"lr": 0.1, "note": "x"}),
        ("--limit 100 --seed 0", {"limit": 100, "seed": 0}),
        ("--augment flip --augment crop", {"augment": ("flip", "crop")}),
        ("--augment flip,crop", {"augment": ("flip", "crop")}),
        ("--augment none", {"augment": ()}),
        ("--batch-norm --no-class-weights", {"batch_norm": True, "class_weights": False}),
        ("--model lenet --activation tanh", {"model": "lenet", "activation": "tanh"}),
    ],
)
def test_only_what_was_given_arrives(line: str, settings: dict[str, Any]) -> None:
    assert given(line) == settings


def test_every_setting_has_its_flag_with_its_default() -> None:
    values = Recipe().model_dump()
    for name, value in values.items():
        if isinstance(value, bool):
            assert given(f"--{name.replace('_', '-')}") == {name: True}
        elif value not in (None, ()):
            assert given(f"--{name.replace('_', '-')} {value}") == {name: value}


def test_the_help_names_what_can_be_chosen_several_of(capsys: pytest.CaptureFixture[str]) -> None:
    app = App()
    app.default(command)
    app.help_print([])
    assert "Of flip, shift, crop," in " ".join(capsys.readouterr().out.replace("│", "").split())


def test_a_choice_that_there_is_not() -> None:
    with pytest.raises(CycloptsError):
        given("--optimizer magic")
