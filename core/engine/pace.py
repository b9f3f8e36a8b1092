"""How long a step and the test of a picture take on this machine: measured for each kind of step, or told by a run."""

import json
from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from time import perf_counter

import torch

from core import places
from core.atomic import atomic_write
from core.devices import devices
from core.engine.learner import Learner
from core.errors import RunError
from core.evaluate import Evaluation
from core.events import Evaluated, Event, Steps
from core.recipe import Recipe

FILE = "paces.json"  # in the cache folder
_WARM_UP = 2  # steps that are not counted: the first ones find their ways and their memory
_GRAPHED = 3  # on CUDA: at the second a graph is recorded, which is checked at the third
_LEAST_STEPS, _MOST_STEPS = 2, 30
_SECONDS, _PATIENCE = 3.0, 9.0  # of measured steps: enough, and enough even of a single one
_TEST_BATCHES = 2  # the first is not counted, where there are two
# whatever else a recipe says changes no step's time to speak of
_DECIDING = (
    *("data", "model", "activation", "batch_norm", "batch_size", "optimizer", "augment", "ema", "parts"),
    *("clip", "dropout", "test_views"),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for a training step on a whole batch, and for the test of a picture."""

    step: float
    test: float


def remembered(recipe: Recipe, device: torch.device, precision: str, threads: int) -> Pace | None:
    """What was measured for such a recipe; None if it was not, or with another torch or number of `threads`."""
    try:
        return Pace(**_known()[_key(recipe, device, precision, threads)])
    except (KeyError, TypeError):
        return None


def measure(learner: Learner) -> Iterator[float | Pace]:
    """Make some steps of `learner`, which is then used up: yields the share that is done, and the `Pace` last.

    It is remembered. Raises RunError where the memory does not suffice for a step.
    """
    learner.model.train()
    numbers = _whole_batches(learner)
    for _ in range(_GRAPHED if learner.device.type == "cuda" else _WARM_UP):
        yield 0.0
        if _make_step(learner, next(numbers)) > _PATIENCE:
            break
    measured, seconds = 0, 0.0
    while not _is_enough(measured, seconds):
        yield 0.2 + 0.6 * max(measured / _MOST_STEPS, min(1.0, seconds / _SECONDS) * min(1.0, measured / _LEAST_STEPS))
        seconds += _make_step(learner, next(numbers))
        measured += 1
    yield 0.8
    pace = Pace(step=seconds / measured, test=_test(learner))
    _remember(learner, pace)
    yield pace


def with_pace(events: Generator[Event], learner: Learner) -> Generator[Event]:
    """The same events of a run of `learner`; its pace is remembered at each evaluation of an epoch."""
    seconds, images = 0.0, 0
    try:
        for event in events:
            if isinstance(event, Steps):
                seconds, images = seconds + event.seconds, images + event.images
            elif isinstance(event, Evaluated) and images and event.seconds:
                if seconds >= _SECONDS and learner.group.alone:  # a group's steps are another measure
                    step = seconds * learner.batch_size(1) / images
                    _remember(learner, Pace(step=step, test=event.seconds / len(learner.dataset.test)))
                seconds, images = 0.0, 0
            yield event
    finally:
        events.close()


def _is_enough(measured: int, seconds: float) -> bool:
    return measured >= _MOST_STEPS or seconds >= (_SECONDS if measured >= _LEAST_STEPS else _PATIENCE)


def _whole_batches(learner: Learner) -> Iterator[int]:
    """Steps, but for the last of an epoch, which may be short."""
    return (step for step in count(1) if learner.batch_size(step) == learner.batch_size(1))


def _make_step(learner: Learner, step: int) -> float:
    """The seconds that it took."""
    began = perf_counter()
    measured = learner.make_step(step, learner.batch(step), lr=learner.recipe.lr)
    if measured is None:
        raise RunError(f"There is not enough memory for a batch of {learner.recipe.batch_size}: take a smaller one.")
    measured[0].item()  # an accelerator is then done
    return perf_counter() - began


def _test(learner: Learner) -> float:
    """Seconds a picture."""
    done, began = 0, perf_counter()
    seconds = 0.0
    for number, result in enumerate(learner.evaluation(), start=1):
        if isinstance(result, Evaluation):
            break
        seconds = (perf_counter() - began) / (result - done)
        if number == _TEST_BATCHES:
            break
        done, began = result, perf_counter()
    return seconds


def _key(recipe: Recipe, device: torch.device, precision: str, threads: int) -> str:
    label = next((d.label for d in devices() if d.name in (str(device), device.type)), str(device))
    deciding = recipe.model_dump(mode="json", include=set(_DECIDING))
    where = {"device": label, "precision": precision, "torch": torch.__version__}
    return json.dumps(deciding | where | ({"threads": threads} if device.type == "cpu" else {}), sort_keys=True)


def _file() -> Path:
    return places.cache_folder() / FILE


def _known() -> dict[str, dict[str, float]]:
    try:
        known = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(learner: Learner, pace: Pace) -> None:
    key = _key(learner.recipe, learner.device, learner.precision, torch.get_num_threads())
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        atomic_write(_file(), json.dumps(_known() | {key: asdict(pace)}, indent=1))
    except OSError:
        pass  # a cache that cannot be written costs some seconds at the next estimate
