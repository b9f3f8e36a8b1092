"""``alexnet estimate``: what a run will need, before it is started."""

from dataclasses import asdict
from typing import Any

from core.places import runs_folder
from core.terminal.options import Json
from core.terminal.output import count, print_json, print_table, reading, size
from core.terminal.recipe_flags import Preset, RecipeFile, settled, takes_recipe


@takes_recipe
def estimate(
    *,
    recipe: RecipeFile = None,
    preset: Preset = None,
    json: Json = False,
    **settings: Any,
) -> None:
    """Say what training by a recipe will need of memory and disk, and which batch would fit. Nothing is trained."""
    planned = settled(recipe, preset, settings)
    from core.engine.learner import Learner

    home = runs_folder()
    home.mkdir(parents=True, exist_ok=True)
    with reading(f"reading {planned.data}") as progress:
        needs = Learner(planned, progress=progress).forecast(home)
    memory, parts = needs.memory(planned.batch_size), needs.parts(planned.batch_size)
    if json:
        print_json(asdict(needs) | {"memory": memory, "parts": parts})
        return
    rows = [
        (f"memory for a batch of {count(planned.batch_size)}", size(memory)),
        ("memory that is free", size(needs.free_memory)),
        ("largest batch that fits", count(needs.batch_size)),
        ("parts that each batch will be worked through in", count(parts)),
        ("checkpoints, at most", size(needs.checkpoints)),
        ("free on the disk", size(needs.free_disk)),
    ]
    print_table(("what", "estimate"), rows, numbers=("estimate",))
