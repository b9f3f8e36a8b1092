"""``alexnet queue``: recipes that are trained one after another."""

from functools import partial
from typing import Annotated, Any

from cyclopts import App, Parameter

from core import run_notes, run_queue
from core.errors import ArgumentError, StudioError
from core.recipe import Recipe
from core.recipe_difference import differing
from core.sweep import parsed, sweep, title_of
from core.terminal.failure import DONE, INTERRUPTED
from core.terminal.options import Json
from core.terminal.output import count, print_json, print_table, say
from core.terminal.recipe_flags import Preset, RecipeFile, settled, takes_recipe
from core.terminal.training_run import Plan
from core.terminal.training_run import run as train

queue = App(name="queue", help="Recipes that are trained one after another; the window has the same queue.")

Tags = Annotated[list[str] | None, Parameter(name="--tag", help="A tag for the runs; may be given several times.")]


@queue.command
@takes_recipe
def add(
    *,
    recipe: RecipeFile = None,
    preset: Preset = None,
    vary: Annotated[
        list[str] | None,
        Parameter(
            help="A field and its values, like lr=0.001,0.01; given for several fields, every combination is added, "
            "and the runs get a common tag."
        ),
    ] = None,
    tag: Tags = None,
    json: Json = False,
    **settings: Any,
) -> None:
    """Put a recipe at the end of the queue, or a sweep over some of its fields."""
    base = settled(recipe, preset, settings)
    values = dict(map(parsed, vary or []))
    recipes = sweep(base, values)
    tags = run_notes.tags_of([*(tag or []), *([title_of(values)] if values else [])])
    run_queue.add(recipes, tags)
    _print(run_queue.waiting(), json=json)


@queue.command(name="list")
def list_(*, json: Json = False) -> None:
    """List what waits."""
    _print(run_queue.waiting(), json=json)


@queue.command
def remove(number: Annotated[int, Parameter(help="Its number in the list.")], /) -> None:
    """Take a recipe out of the queue."""
    there = run_queue.waiting()
    if not 1 <= number <= len(there):
        raise ArgumentError(f"There is no number {number} in the queue: it has {len(there)}.")
    run_queue.remove(there[number - 1].key)


@queue.command
def run(*, json: Json = False) -> int:
    """Train what waits, one after the other, until nothing does.

    A run that fails is said, and the next one begins. Ctrl+C stops and saves the run that goes on; what waits stays.
    """
    failed = done = 0
    while one := run_queue.take():
        try:
            status = train(partial(_plan, one), json=json)
        except StudioError as error:
            say(f"This run failed: {error}")
            failed += 1
            continue
        if status == INTERRUPTED:
            say(f"The queue rests; {len(run_queue.waiting())} wait.")
            return INTERRUPTED
        done += 1
    say(f"The queue is empty: {done} done, {failed} failed." if done or failed else "Nothing waits in the queue.")
    return 1 if failed else DONE


def _plan(one: run_queue.Waiting) -> Plan:
    from core.runs import new_run_folder

    return Plan(one.recipe, new_run_folder(one.recipe), resume=False, tags=one.tags)


def _print(there: list[run_queue.Waiting], *, json: bool) -> None:
    if json:
        for one in there:
            print_json({"recipe": one.recipe.model_dump(mode="json"), "tags": list(one.tags)})
        return
    rows = [
        (count(number), one.recipe.data, one.recipe.model, count(one.recipe.epochs), said, ", ".join(one.tags))
        for number, (one, said) in enumerate(zip(there, _said([one.recipe for one in there]), strict=True), start=1)
    ]
    print_table(("number", "data", "network", "epochs", "apart by", "tags"), rows, numbers=("number", "epochs"))


def _said(recipes: list[Recipe]) -> list[str]:
    """What tells each of them from the others."""
    found = differing(recipes)
    return [", ".join(f"{name} {values[number]}" for name, values in found.items()) for number in range(len(recipes))]
