"""Folders of runs that nobody trained: as many and as long as a person has after years."""

import json
from pathlib import Path

import numpy as np

from core import run_notes
from core.events import Evaluated, Event, Finished, Started, to_json
from core.recipe import Recipe

_STEPS_PER_EPOCH = 469
_TOGETHER = 20  # steps in a line: 5 ms each
_FILES = ("model.safetensors", "state.safetensors", "state.json")


def write(folder: Path, runs: int, epochs: int) -> None:
    """So many runs of so many epochs, each with its recipe, its curves, a title, tags and two checkpoints."""
    for number in range(runs):
        recipe = Recipe(
            epochs=epochs, lr=(0.001, 0.003, 0.01)[number % 3], model=("alexnet", "lenet")[number % 2], seed=number
        )
        place = folder / f"run {number:04}"
        write_run(place, recipe, steps=epochs * _STEPS_PER_EPOCH, started=1.7e9 + 3600 * number, number=number)
        run_notes.tag(place, [f"study {number % 7}"])
        for step in ("step-00000469", "step-00000938"):
            (place / "checkpoints" / step).mkdir(parents=True)
            for file in _FILES:
                (place / "checkpoints" / step / file).write_bytes(bytes(1000))
        (place / "checkpoints" / "index.json").write_text('{"last": "step-00000938", "best": "step-00000469"}')


def write_run(folder: Path, recipe: Recipe, *, steps: int, started: float, number: int = 0) -> None:
    """One run of so many steps, with an evaluation after each epoch and at the end."""
    folder.mkdir(parents=True)
    (folder / "recipe.toml").write_text(recipe.toml(), "utf-8")
    noise = np.random.default_rng(number)
    loss = 2.3 * np.exp(-3 * np.arange(steps) / steps) + 0.2 * noise.random(steps)
    losses = np.round(loss, 7).tolist()
    accuracies = np.round(1 - loss / 3, 7).tolist()
    with (folder / "metrics.jsonl").open("w", encoding="utf-8") as file:
        file.write(_line(_start(recipe, started)))
        for first in range(0, steps, _TOGETHER):
            last, epoch = min(first + _TOGETHER, steps), first // _STEPS_PER_EPOCH + 1
            row = {
                "event": "steps",
                "time": round(started + last / 200, 3),
                "epoch": epoch,
                "step": first + 1,
                "images": 128 * (last - first),
                "seconds": 0.0051273 * (last - first),
                "loss": losses[first:last],
                "accuracy": accuracies[first:last],
                "lr": [recipe.lr] * (last - first),
            }
            file.write(json.dumps(row, separators=(",", ":")) + "\n")
            if last // _STEPS_PER_EPOCH >= epoch or last == steps:
                file.write(_line(_evaluation(epoch, last, started + last / 200, accuracies[last - 1])))
        ended = Finished(
            time=started + steps / 200, step=steps, reason="done", accuracy=accuracies[-1], best_accuracy=accuracies[-1]
        )
        file.write(_line(ended))


def _line(event: Event) -> str:
    return json.dumps(to_json(event), separators=(",", ":")) + "\n"


def _start(recipe: Recipe, time: float) -> Started:
    return Started(
        time=time, recipe=recipe.model_dump(mode="json"), device="cpu", precision="fp32", parameters=46_764_746,
        steps_per_epoch=_STEPS_PER_EPOCH, classes=list("abcdefghij"), train_images=60_000, test_images=10_000,
    )  # fmt: skip


def _evaluation(epoch: int, step: int, time: float, accuracy: float) -> Evaluated:
    return Evaluated(
        time=time, epoch=epoch, step=step, loss=1 - accuracy, accuracy=accuracy, seconds=1.0,
        confusion=np.full((10, 10), 100, np.int64),
    )  # fmt: skip
