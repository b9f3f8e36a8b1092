"""The form's fields are the recipe's: none is missing, every word can be translated, and values go round."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from alexnet_gui.run import recipe_texts
from alexnet_gui.run.recipe_fields import errors_of, field_specs, folded_groups, form_presets, form_values
from alexnet_gui.widgets.recipe_form import RecipeForm
from core.catalogue import SETS
from core.recipe import Recipe, checked, presets


def test_every_setting_is_a_field_with_a_title_and_help(qtbot: QtBot) -> None:
    specs = field_specs()
    assert [spec.name for spec in specs] == list(Recipe.model_fields)
    assert all(spec.title and spec.help and spec.group for spec in specs)
    assert {spec.name: spec.kind for spec in specs if spec.kind != "choice"} == {
        "data": "source",
        "limit": "optional integer",
        "split_seed": "large integer",
        "augment": "flags",
        "augment_strength": "number",
        "class_weights": "switch",
        "dropout": "number",
        "batch_norm": "switch",
        "epochs": "integer",
        "batch_size": "integer",
        "lr": "number",
        "momentum": "number",
        "warmup": "number",
        "drop_every": "integer",
        "drop_factor": "number",
        "weight_decay": "number",
        "label_smoothing": "number",
        "clip": "number",
        "ema": "number",
        "patience": "integer",
        "parts": "integer",
        "device": "text",
        "seed": "large integer",
    }


def test_groups_stand_in_their_order_and_the_finer_ones_are_folded(qtbot: QtBot) -> None:
    groups = list(dict.fromkeys(spec.group for spec in field_specs()))
    assert groups == ["Data", "Network", "Training", "Schedule", "Regularisation", "Machine"]
    assert folded_groups() == groups[3:]


def test_the_table_for_translators_holds_every_word_of_the_recipe_and_no_other() -> None:
    words = {word for field in Recipe.model_fields.values() for word in (field.title, field.description)}
    for field in Recipe.model_fields.values():
        assert isinstance(field.json_schema_extra, dict)
        words |= {field.json_schema_extra["group"], field.json_schema_extra["unit"]}
    assert set(recipe_texts.TEXTS) == words - {""}
    assert len(set(recipe_texts.TEXTS)) == len(recipe_texts.TEXTS)


def test_every_choice_and_preset_has_a_label(qtbot: QtBot) -> None:
    chosen = {value for spec in field_specs() if spec.kind != "text" for value, _ in spec.choices}
    assert set(recipe_texts.LABELS) == chosen
    assert set(recipe_texts.PRESETS) == set(presets())


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(),
        checked(limit=100, augment=("crop", "flip"), lr=3e-7, dropout=0.0, seed=2**63 - 1, device="cuda:7"),
        checked(batch_norm=True, class_weights=True, ema=0.9999, clip=1e6, warmup=0.25, drop_factor=0.1, patience=3),
        checked(model="lenet", weight_decay=0.0005, momentum=0.99, epochs=10_000, batch_size=65_536),
        *presets().values(),
    ],
)
def test_a_recipe_goes_through_the_form_unchanged(qtbot: QtBot, recipe: Recipe) -> None:
    form = RecipeForm(field_specs())
    qtbot.addWidget(form)
    form.set_values(form_values(recipe))
    values = form.values()
    assert errors_of(values) == {}
    assert set(values.pop("augment")) == set(recipe.augment)
    assert values == recipe.model_dump(exclude={"augment"})


def test_the_ends_of_every_range_are_allowed(qtbot: QtBot) -> None:
    for spec in field_specs():
        if spec.kind in ("integer", "number", "large integer", "optional integer"):
            for end in (spec.minimum, spec.maximum):
                value = end if spec.kind == "number" else int(end)
                assert errors_of({spec.name: value, "data": "fashion-mnist"}) == {}, spec.name


def test_presets_are_the_shipped_recipes(qtbot: QtBot) -> None:
    assert {name: values for name, (_, values) in form_presets().items()} == {
        name: form_values(recipe) for name, recipe in presets().items()
    }


def test_an_error_is_said_at_its_field(tmp_path: Path, qtbot: QtBot) -> None:
    values = form_values(Recipe())
    assert list(errors_of(values | {"dropout": 1.5})) == ["dropout"]
    assert "nowhere" in errors_of(values | {"data": str(tmp_path / "nowhere")})["data"]
    assert errors_of(values | {"data": str(tmp_path)}) == {}


def test_a_known_set_that_is_not_here_says_how_to_get_it(qtbot: QtBot) -> None:
    errors = errors_of(form_values(Recipe()) | {"data": "mnist"})
    assert errors["data"] == "MNIST is not here yet. In a terminal: alexnet data download mnist"
    assert next(spec.choices for spec in field_specs() if spec.name == "data") == (("fashion-mnist", "Fashion-MNIST"),)


def test_a_known_set_that_is_here_can_be_chosen(qtbot: QtBot) -> None:
    for file in SETS["mnist"].files:
        SETS["mnist"].folder.mkdir(parents=True, exist_ok=True)
        (SETS["mnist"].folder / file.name).touch()
    assert errors_of(form_values(Recipe()) | {"data": "mnist"}) == {}
    assert ("mnist", "MNIST") in next(spec.choices for spec in field_specs() if spec.name == "data")
