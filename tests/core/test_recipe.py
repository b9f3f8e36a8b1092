"""Recipes: the book's by default, TOML there and back, complaints that help."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ArgumentError
from core.recipe import Recipe, checked, from_toml, presets, read


def test_the_defaults_are_the_books() -> None:
    book = Recipe()
    assert (book.model, book.optimizer, book.lr, book.batch_size, book.epochs) == ("alexnet", "adam", 0.001, 128, 5)
    assert (book.dropout, book.schedule, book.augment, book.limit) == (0.5, "constant", (), None)
    assert presets()["book"] == book


def test_toml_there_and_back() -> None:
    recipe = checked(data="my pictures/ä", limit=50, augment=("flip",), lr=1e-5, seed=7)
    assert from_toml(recipe.toml()) == recipe


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"lr": -1}, r"Learning rate \(lr\) .*greater than 0"),
        ({"epochs": "many"}, r"Epochs \(epochs\)"),
        ({"optimizer": "adamm"}, r"'adam', 'adamw', 'sgd' or 'muon'"),
        ({"learning_rate": 1}, "no setting named 'learning_rate'"),
        ({"augment": ("flip", "flip")}, "twice"),
        ({"augment": ("spin",)}, "'flip', 'shift', 'crop'"),
    ],
)
def test_a_wrong_value_is_one_sentence_that_names_it(values: dict[str, object], said: str) -> None:
    with pytest.raises(ArgumentError, match=said) as caught:
        checked(**values)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_recipe_is_named(tmp_path: Path) -> None:
    file = tmp_path / "r.toml"
    with pytest.raises(ArgumentError, match=r"r\.toml cannot be read"):
        read(file)
    file.write_text("epochs = = 3")
    with pytest.raises(ArgumentError, match=r"r\.toml is not TOML"):
        read(file)


def test_every_setting_has_a_title_a_group_and_a_sentence() -> None:
    for name, field in Recipe.model_fields.items():
        assert field.title and field.description and field.description.endswith("."), name
        assert isinstance(field.json_schema_extra, dict) and field.json_schema_extra["group"], name


def test_the_torch_free_modules_import_no_torch() -> None:
    modules = "core.recipe, core.events, core.errors, core.places, core.runs, core.run_metrics"
    code = f"import {modules}, sys; print('torch' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
