"""What a run will take, told before it starts: time, memory, room on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import torch

from core.data.extent import Extent, extent
from core.data.progress import Progress
from core.data.stream import Shape
from core.devices import pick, precision_for
from core.engine import pace
from core.engine.forecast import Forecast, forecast
from core.engine.learner import Learner, spec_of
from core.engine.optimizers import numbers_kept
from core.engine.pace import Pace
from core.engine.shortage import give_back
from core.memory import trim_memory
from core.models import build
from core.models.fast_forward import FastForward
from core.recipe import Recipe, checked

# whatever else a recipe says changes neither memory nor disk
_DECIDING = ("model", "activation", "dropout", "batch_norm", "optimizer", "momentum", "ema")


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of a run by `recipe` on `device` in `precision`. ``pace`` is None where it was not measured yet."""

    recipe: Recipe
    extent: Extent
    needs: Forecast
    device: str
    precision: str
    pace: Pace | None

    @property
    def parts(self) -> int:
        """In how many parts each batch will be worked through for its memory."""
        return max(self.recipe.parts, self.needs.parts(min(self.recipe.batch_size, self.extent.train)))

    @property
    def memory(self) -> int:
        """Bytes that a step takes at its peak beside the network and its data."""
        return self.needs.memory(-(-min(self.recipe.batch_size, self.extent.train) // self.parts))

    @property
    def steps_per_epoch(self) -> int:
        return -(-self.extent.train // self.recipe.batch_size)

    @property
    def images_per_second(self) -> float | None:
        """Training pictures a second."""
        return min(self.recipe.batch_size, self.extent.train) / self.pace.step if self.pace else None

    @property
    def seconds(self) -> float | None:
        """Of the whole run: all steps and an evaluation after each epoch. A run that ends early takes less."""
        if self.pace is None:
            return None
        batches = self.extent.train / min(self.recipe.batch_size, self.extent.train)  # the last may be a part of one
        return self.recipe.epochs * (batches * self.pace.step + self.extent.test * self.pace.test)


def estimate(recipe: Recipe, folder: Path, *, threads: int | None = None) -> Estimate:
    """What a run by `recipe` will need in `folder`, and how long it takes if its pace was measured before.

    No picture of a folder is read. `threads` are those that the run will have on the CPU, None: those of this thread.
    Raises StudioError where the data or the device say no.
    """
    size = extent(recipe.data, limit=recipe.limit, split_seed=recipe.split_seed)
    device = pick(recipe.device)
    precision = precision_for(device, recipe.precision)
    plain = checked(**recipe.model_dump(include=set(_DECIDING)), device=recipe.device, precision=precision)
    needs = _needs(plain.model_dump_json(), size.classes, size.shape).now(device, _existing(folder))
    known = pace.remembered(recipe, device, precision, threads or torch.get_num_threads())
    return Estimate(recipe, size, needs, str(device), precision, known)


def measured(
    recipe: Recipe, folder: Path, *, threads: int | None = None, progress: Progress | None = None
) -> Iterator[float | Estimate]:
    """Measure the pace of a run by `recipe`: yields the share that is done, and the `Estimate` last.

    Some steps are made and thrown away. `threads` and errors are as in `estimate`, `progress` as in `Learner`.
    """
    with _threads(threads):
        learner = Learner(recipe, progress=progress)
        device = learner.device
        try:
            learner.parts = estimate(recipe, folder).parts
            for share in pace.measure(learner):
                if not isinstance(share, Pace):
                    yield share
            yield estimate(recipe, folder)
        finally:
            del learner
            _leave_no_memory(device)


@contextmanager
def _threads(count: int | None) -> Iterator[None]:
    """So many in this thread; None changes nothing."""
    before = torch.get_num_threads()
    torch.set_num_threads(count or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@lru_cache(maxsize=32)
def _needs(recipe_json: str, classes: int, shape: Shape) -> Forecast:
    """Of a recipe, as JSON, for so many classes of pictures of this shape; what is free must be asked anew.

    Without a `Learner`: to make its optimiser torch loads for seconds what nobody needs here.
    """
    recipe = Recipe.model_validate_json(recipe_json)
    device = pick(recipe.device)
    spec = spec_of(recipe, tuple(map(str, range(classes))), shape)
    model = build(spec, recipe.initialization).to(device).to(memory_format=torch.channels_last)
    needs = forecast(
        model,
        FastForward(model, spec.preparation),
        torch.zeros((4, *shape), dtype=torch.uint8, device=device),
        device=device,
        precision=precision_for(device, recipe.precision),
        numbers=numbers_kept(recipe),
        averaged=bool(recipe.ema),
    )
    del model
    _leave_no_memory(device)
    return needs


def _leave_no_memory(device: torch.device) -> None:
    """What a network took is for others again: it may be long until the training begins, or not here."""
    give_back(device)
    trim_memory()


def _existing(folder: Path) -> Path:
    """The folder, or the next one above it that is there: on the same disk, most likely."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())
