"""``alexnet train``: what is to be trained, and where, from the flags."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from core import recipe as recipes
from core import torchrun
from core.errors import ArgumentError
from core.recipe import Recipe
from core.terminal import named
from core.terminal.options import Json
from core.terminal.recipe_flags import Preset, RecipeFile, settled, takes_recipe
from core.terminal.training_run import Plan, run

# in a run that goes on; the rest is in its checkpoint
CHANGEABLE = ("epochs", "lr", "patience", "parts", "device", "precision")


@takes_recipe
def train(
    *,
    recipe: RecipeFile = None,
    preset: Preset = None,
    out: Annotated[Path | None, Parameter(help="The folder of the run; else a new one in the home of runs.")] = None,
    resume: Annotated[
        str | None,
        Parameter(help=f"Go on with this run from its last checkpoint; {', '.join(CHANGEABLE)} may be changed."),
    ] = None,
    replay: Annotated[
        str | None,
        Parameter(help="Train by the recipe of this run, with the changes that were made while it went on, anew."),
    ] = None,
    json: Json = False,
    **settings: Any,
) -> int:
    """Train a network, or go on with a training run.

    Ctrl+C stops after the step that is being made and saves, so that --resume can go on.
    """
    if replay is not None:
        if any(other is not None for other in (recipe, preset, resume)):
            raise ArgumentError("--replay takes the recipe of its run: leave out --recipe, --preset and --resume.")
        return run(lambda: _replayed(replay, settings, out), json=json)
    if resume is None:
        return run(lambda: _new(settled(recipe, preset, settings), out), json=json)
    if any(other is not None for other in (recipe, preset, out)):
        raise ArgumentError("--resume goes on with a run as it was: leave out --recipe, --preset and --out.")
    return run(lambda: _resumed(resume, settings), json=json)


def _new(recipe: Recipe, out: Path | None) -> Plan:
    from core.runs import CHECKPOINTS, RECIPE, new_run_folder

    if out is None:
        if torchrun.started_by_torchrun():
            raise ArgumentError("Under torchrun give the folder of the run by --out: its processes share it.")
        return Plan(recipe, new_run_folder(recipe), resume=False)
    folder = out.expanduser().absolute()
    if torchrun.restarts():
        return Plan(recipe, folder, resume=(folder / CHECKPOINTS).exists())
    if (folder / RECIPE).exists() and torchrun.rank() == 0:
        raise ArgumentError(f"{out} already holds a run: go on with it by --resume, or choose another folder.")
    return Plan(recipe, folder, resume=False)


def _replayed(name: str, settings: dict[str, Any], out: Path | None) -> Plan:
    from core.events import Changed, Started
    from core.runs import events_of

    events = list(events_of(named.run_folder(name)))
    first = next((event for event in events if isinstance(event, Started)), None)
    if first is None:
        raise ArgumentError(f"The run {name} has not begun: there is nothing to train anew.")
    plan = _new(recipes.checked(**(first.recipe | settings)), out)
    return replace(plan, replay=tuple(event for event in events if isinstance(event, Changed)))


def _resumed(name: str, settings: dict[str, Any]) -> Plan:
    from core.runs import read_run

    folder = named.run_folder(name)
    old = read_run(folder).recipe.model_dump()
    fixed = [setting for setting in settings if setting not in CHANGEABLE and settings[setting] != old[setting]]
    if fixed:
        may = ", ".join(f"--{setting}" for setting in CHANGEABLE)
        raise ArgumentError(f"A run that goes on keeps its --{fixed[0].replace('_', '-')}; only {may} may be changed.")
    return Plan(recipes.checked(**(old | settings)), folder, resume=True)
