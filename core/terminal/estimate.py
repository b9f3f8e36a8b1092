"""``alexnet estimate``: what a run will need and how long it takes, before it is started."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from core.places import runs_folder
from core.terminal.options import Json
from core.terminal.output import console, count, duration, number, print_json, print_table, size
from core.terminal.recipe_flags import Preset, RecipeFile, settled, takes_recipe

if TYPE_CHECKING:
    from core.estimate import Estimate
    from core.recipe import Recipe


@takes_recipe
def estimate(
    *,
    recipe: RecipeFile = None,
    preset: Preset = None,
    measure: Annotated[
        bool, Parameter(help="Make some steps to measure the time, and throw them away; --no-measure is at once.")
    ] = True,
    anew: Annotated[bool, Parameter(negative="", help="Measure also what was measured before.")] = False,
    json: Json = False,
    **settings: Any,
) -> None:
    """Say how long training by a recipe will take, what it needs of memory and disk, and which batch would fit.

    What was measured is remembered. Nothing is kept of a training.
    """
    planned = settled(recipe, preset, settings)
    from core.estimate import estimate
    from core.memory import keep_memory

    keep_memory()
    found = estimate(planned, runs_folder())
    if measure and (anew or found.pace is None):
        found = _measured(planned)
    print_json(_values(found)) if json else print_table(("what", "estimate"), _rows(found), numbers=("estimate",))


def _measured(recipe: "Recipe") -> "Estimate":
    from core.estimate import Estimate, measured

    with console(sys.stderr).status(f"reading {recipe.data}") as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"reading {recipe.data}: {count(done)} of {count(total)}")
            return True

        for news in measured(recipe, runs_folder(), progress=progress):
            if isinstance(news, Estimate):
                return news
            status.update(f"measuring: {100 * news:.0f} %")
    raise AssertionError("a measurement ends with its result")


def _values(found: "Estimate") -> dict[str, Any]:
    return asdict(found.needs) | {
        "memory": found.memory,
        "parts": found.parts,
        "device": found.device,
        "precision": found.precision,
        "steps_per_epoch": found.steps_per_epoch,
        "seconds": found.seconds,
        "seconds_per_step": found.pace.step if found.pace else None,
        "seconds_per_test": found.pace.test * found.extent.test if found.pace else None,
        "images_per_second": found.images_per_second,
    }


def _rows(found: "Estimate") -> list[tuple[str, str]]:
    needs, recipe = found.needs, found.recipe
    where = f"{found.device} in {found.precision}"
    timed = [
        (f"time for {count(recipe.epochs)} × {count(found.steps_per_epoch)} steps", duration(found.seconds)),
        (f"training pictures a second on {where}", number(found.images_per_second, 1)),
    ]
    return (timed if found.pace else []) + [
        (f"memory for a batch of {count(recipe.batch_size)}", size(found.memory)),
        ("memory that is free", size(needs.free_memory)),
        ("largest batch that fits", count(needs.batch_size)),
        ("parts that each batch will be worked through in", count(found.parts)),
        ("checkpoints, at most", size(needs.checkpoints)),
        ("free on the disk", size(needs.free_disk)),
    ]
