"""The model of a run and everything that moves it, made of a recipe; it makes a step or an evaluation when told to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import time

import torch
from torch import Tensor

from core.data import load
from core.data.batches import Batches
from core.data.dataset import class_weights
from core.data.preparation import Preparation
from core.data.progress import Progress
from core.data.seeds import seed_of
from core.data.stream import Shape
from core.devices import pick, precision_for
from core.engine.averaging import WeightAverage
from core.engine.forecast import Forecast, forecast
from core.engine.graphed import on_cuda
from core.engine.group import Group
from core.engine.optimizers import Optimizer, numbers_kept
from core.engine.shortage import give_back, is_out_of_memory
from core.engine.step import Forward, See, TrainStep
from core.errors import CheckpointError
from core.evaluate import Evaluation, evaluation_steps
from core.events import Started
from core.models import AlexNet, LeNet, build
from core.models.fast_forward import FastForward
from core.network import NetworkSpec, preparation_for
from core.recipe import Recipe

WayThrough = Callable[[AlexNet | LeNet, Preparation], Forward]


def spec_of(recipe: Recipe, classes: tuple[str, ...], shape: Shape) -> NetworkSpec:
    """The network that a recipe trains on pictures of such a shape, (C, side, side)."""
    return NetworkSpec(
        model=recipe.model,
        classes=classes,
        preparation=preparation_for(recipe.model, channels=shape[0], side=shape[-1]),
        activation=recipe.activation,
        dropout=recipe.dropout,
        batch_norm=recipe.batch_norm,
    )


class Learner:
    """Reads the data and builds the model when made. What a step does is a function of the weights and its number."""

    def __init__(
        self,
        recipe: Recipe,
        *,
        group: Group | None = None,
        way_through: WayThrough = FastForward,
        progress: Progress | None = None,
    ) -> None:
        """`way_through` makes the way through a model; another one is given to measure what the usual one brings. With
        a `group`, each process works through its share of every batch. `progress` is told how far the reading of the
        data is, and may give it up: CancelledError."""
        self.recipe = recipe
        self.group = group or Group()
        self._way_through = way_through
        self.device = pick(recipe.device, index=self.group.local_rank)
        self.precision = self.group.leaders(precision_for(self.device, recipe.precision))
        self.dataset = load(recipe.data, limit=recipe.limit, split_seed=recipe.split_seed, progress=progress)
        self.spec = spec_of(recipe, self.dataset.classes, self.dataset.train.shape)
        torch.manual_seed(seed_of(recipe.seed, 0))
        model = build(self.spec, recipe.initialization)
        self.model = model.to(self.device).to(memory_format=torch.channels_last)
        self._optimizer = Optimizer(recipe, self.model)
        self._average = WeightAverage(self.model, recipe.ema) if recipe.ema else None
        self.after_step: list[Callable[[int], object]] = [self._average.update] if self._average else []
        self._step = TrainStep(
            way_through(self.model, self.spec.preparation),
            self.model,
            self._optimizer,
            device=self.device,
            precision=self.precision,
            label_smoothing=recipe.label_smoothing,
            class_weights=self._class_weights(),
            clip=recipe.clip,
            parts=recipe.parts,
            group=self.group,
            record=on_cuda(self.device) if self.device.type == "cuda" else None,
        )
        self._batches = Batches(
            self.dataset.train,
            batch_size=recipe.batch_size,
            seed=recipe.seed,
            augment=recipe.augment,
            augment_strength=recipe.augment_strength,
            device=self.device,
            group=self.group,
        )

    @property
    def steps_per_epoch(self) -> int:
        return self._batches.per_epoch

    @property
    def best_model(self) -> AlexNet | LeNet:
        """What is tested and kept: the averaged weights where the recipe averages, else the model itself."""
        return self._average.module if self._average else self.model

    @property
    def parts(self) -> int:
        """In how many parts each batch is worked through."""
        return self._step.parts

    @parts.setter
    def parts(self, parts: int) -> None:
        self._step.parts = parts

    def batch(self, step: int) -> tuple[Tensor, Tensor]:
        """Pictures (B, C, side, side) uint8 and labels (B,) int64 that this process works through in a step, counted
        from 1 over the whole run."""
        return self._batches.batch(step)

    def batch_size(self, step: int) -> int:
        """Pictures in the batch of a step, of the whole group."""
        return self._batches.size(step)

    def make_step(self, step: int, batch: tuple[Tensor, Tensor], *, lr: float, see: See | None = None) -> Tensor | None:
        """Make step number `step`: what `TrainStep` gives; None, and all as it was, where the memory did not suffice.

        `see` as in `TrainStep`. The model must be in training mode.
        """
        torch.manual_seed(seed_of(self.recipe.seed, step, *self.group.place))  # dropout: whatever came before
        try:
            measure = self._step(*batch, lr=lr, batch=self.batch_size(step), see=see)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            measure = None
        if measure is None:  # outside of the handler, which holds what the step had made
            self._optimizer.zero_grad()
            if step == 1:
                self._optimizer.forget()  # it may have made half of its state
            give_back(self.device)
            return None
        for work in self.after_step:
            work(step)
        return measure

    def evaluation(self) -> Iterator[int | Evaluation]:
        """The best model on the test set, see `core.evaluate.evaluation_steps`."""
        return evaluation_steps(
            self.best_model,
            self.dataset.test,
            self.spec.preparation,
            classes=len(self.dataset.classes),
            device=self.device,
            precision=self.precision,
            forward=self._way_through(self.best_model, self.spec.preparation),
            views=self.recipe.test_views,
            group=self.group,
        )

    def forecast(self, folder: Path | None = None) -> Forecast:
        """What training will need of memory, and of the disk where `folder` is."""
        return forecast(
            self.model,
            self._step.forward,
            torch.zeros((4, *self.dataset.train.shape), dtype=torch.uint8, device=self.device),
            device=self.device,
            precision=self.precision,
            numbers=numbers_kept(self.recipe),
            averaged=self._average is not None,
            folder=folder,
        )

    def started(self, step: int = 0, evaluated: int = 0) -> Started:
        """What is known of the run, after `step` steps and `evaluated` epochs."""
        return Started(
            time=time(),
            recipe=self.recipe.model_dump(mode="json"),
            device=str(self.device),
            precision=self.precision,
            parameters=sum(p.numel() for p in self.model.parameters()),
            steps_per_epoch=self.steps_per_epoch,
            classes=list(self.dataset.classes),
            train_images=len(self.dataset.train),
            test_images=len(self.dataset.test),
            step=step,
            evaluated=evaluated,
        )

    def tensors(self) -> dict[str, Tensor]:
        """All that must be kept beside the weights of `best_model` to go on: the optimiser's state, and "model.…", the
        weights that are trained, where those of `best_model` are their average."""
        tensors = self._optimizer.tensors()
        if self._average:
            tensors |= {f"model.{name}": tensor for name, tensor in self.model.state_dict().items()}
        return tensors

    def restore(self, weights: dict[str, Tensor], tensors: dict[str, Tensor]) -> None:
        """Go on from the `weights` of `best_model` and what `tensors` gave.

        Raises CheckpointError when they are of another network.
        """
        trained = {name.removeprefix("model."): t for name, t in tensors.items() if name.startswith("model.")}
        try:
            self.model.load_state_dict(trained or weights)
            if self._average:
                self._average.module.load_state_dict(weights)
        except RuntimeError:
            raise CheckpointError("The checkpoint is of another network than the recipe's.") from None
        self._optimizer.restore({name: t for name, t in tensors.items() if not name.startswith("model.")})

    def _class_weights(self) -> Tensor | None:
        if not self.recipe.class_weights:
            return None
        return class_weights(self.dataset.train.labels, len(self.dataset.classes)).to(self.device)
