"""``alexnet lr``: a learning rate for a recipe."""

import sys
from typing import Annotated, Any

from cyclopts import Parameter

from core.errors import ArgumentError
from core.terminal.options import Json
from core.terminal.output import console, count, number, print_json, print_table, say
from core.terminal.recipe_flags import Preset, RecipeFile, settled, takes_recipe


@takes_recipe
def lr(
    *,
    recipe: RecipeFile = None,
    preset: Preset = None,
    low: Annotated[float, Parameter(help="The first rate that is tried.")] = 1e-7,
    high: Annotated[float, Parameter(help="The last one.")] = 10.0,
    steps: Annotated[int, Parameter(help="How many are tried, at least 20.")] = 100,
    json: Json = False,
    **settings: Any,
) -> int:
    """Find a learning rate: it rises from step to step until the loss explodes; where it fell fastest is suggested.

    Nothing is kept. Ctrl+C ends it.
    """
    if not 0 < low < high or steps < 20:
        raise ArgumentError("A range test needs 0 < --low < --high and at least 20 --steps.")
    tried = settled(recipe, preset, settings)
    from core.memory import keep_memory

    keep_memory()
    from core.events import Suggested, Tried, to_json
    from core.lr_finder import find_lr

    rows: list[tuple[str, str, str]] = []
    found: float | None = None
    with console(sys.stderr).status(f"reading {tried.data}") as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"reading {tried.data}: {count(done)} of {count(total)}")
            return True

        for event in find_lr(tried, low=low, high=high, steps=steps, progress=progress):
            if json:
                print_json(to_json(event))
            if isinstance(event, Tried):
                rows.append((f"{event.lr:.3g}", number(event.loss), number(event.smoothed)))
                status.update(f"step {event.step}/{steps}   learning rate {event.lr:.3g}   loss {number(event.loss)}")
            elif isinstance(event, Suggested):
                found = event.lr
    if not json:
        print_table(("learning rate", "loss", "smoothed"), rows, numbers=("learning rate", "loss", "smoothed"))
    if found is None:
        say("No rate lowered the loss: try another initialisation or a larger batch.")
        return 1
    said = f"Suggested learning rate: {found:.2g}"
    say(said) if json else print(said)
    return 0
