"""In what the recipes of several runs differ, said beside each."""

from collections.abc import Sequence

from alexnet_gui.run.recipe_texts import said
from alexnet_gui.run.run_columns import recipe_value
from core.recipe import Recipe
from core.recipe_difference import differing
from core.runs import RunSummary


def differences(runs: Sequence[RunSummary]) -> list[str]:
    """A line for each run: "Optimiser Adam · Learning rate 0.01"; "" where their recipes are the same."""
    found = differing([run.recipe for run in runs])
    return [
        " · ".join(f"{_title(name)} {recipe_value(name, values[place])}" for name, values in found.items())
        for place in range(len(runs))
    ]


def _title(name: str) -> str:
    field = Recipe.model_fields.get(name)
    return said(field.title) if field and field.title else name.replace("_", " ")
