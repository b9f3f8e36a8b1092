"""What is said beside runs that are compared."""

from pathlib import Path

from alexnet_gui.run.run_differences import differences
from core.recipe import Recipe
from core.runs import read_run


def test_each_is_told_by_that_in_which_they_differ(tmp_path: Path) -> None:
    runs = []
    for number, recipe in enumerate([Recipe(), Recipe(lr=0.01, augment=("flip",)), Recipe(limit=500)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "recipe.toml").write_text(recipe.toml())
        runs.append(read_run(folder))
    assert differences(runs) == [
        "Limit – · Augmentation – · Learning rate 0.001",
        "Limit – · Augmentation Flip · Learning rate 0.01",
        "Limit 500 · Augmentation – · Learning rate 0.001",
    ]
    assert differences([runs[0], runs[0]]) == ["", ""] and differences([]) == []
