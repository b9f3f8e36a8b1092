"""Training as a generator of events: whoever iterates it decides when the next step is made.

Between two events nothing is being computed, so whoever iterates may look into the model, wait (pause), or stop.
"""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from time import perf_counter, time

import numpy as np
import torch
from torch import Tensor

from core.checkpoint import Checkpoints, TrainingState, optimizer_tensors, restore_optimizer
from core.data import load
from core.data.batches import Batches, seed_of
from core.data.preparation import Preparation
from core.devices import pick, precision_for
from core.errors import CheckpointError, DivergedError, RunError
from core.evaluate import Evaluation, evaluation_steps
from core.events import Evaluated, Evaluating, Event, Finished, Saved, Started, Steps
from core.models import AlexNet, LeNet, build
from core.models.fast_forward import FastForward
from core.network import Network, NetworkSpec, make_network, preparation_for
from core.recipe import Recipe
from core.recorder import record
from core.schedule import learning_rate
from core.step import Forward, TrainStep, make_optimizer

REPORT_SECONDS = 0.1  # steps shorter than this are reported in blocks: reading the loss stops an accelerator
SAVE_SECONDS = 300.0  # a checkpoint within an epoch, so that a crash costs minutes


def train(recipe: Recipe, *, folder: Path | None = None, resume: bool = False) -> Iterator[Event]:
    """Train by `recipe` and yield what happens; with a `folder`, everything is recorded there.

    `resume` goes on from the last checkpoint of `folder`. Raises StudioError (of `core.errors`) with one sentence when
    the data, the device or the checkpoint say no, and DivergedError when the loss is no longer a number.
    """
    events = Training(recipe, folder, resume=resume).events()
    return record(events, folder) if folder else events


class Training:
    """A run: the model and everything that moves it. Reads the data and builds the model when made."""

    def __init__(
        self,
        recipe: Recipe,
        folder: Path | None = None,
        *,
        resume: bool = False,
        forward: Callable[[AlexNet | LeNet, Preparation], Forward] = FastForward,
    ) -> None:
        """`forward` makes the way through the model; another one is given to measure what the usual one brings."""
        self.recipe = recipe
        self.device = pick(recipe.device)
        self.precision = precision_for(self.device, recipe.precision)
        self.dataset = load(recipe.data).limited(recipe.limit)
        self.spec = NetworkSpec(
            model=recipe.model,
            classes=self.dataset.classes,
            preparation=preparation_for(recipe.model, channels=self.dataset.channels, side=self.dataset.side),
            activation=recipe.activation,
            dropout=recipe.dropout,
        )
        torch.manual_seed(seed_of(recipe.seed, 0))
        model = build(self.spec, recipe.initialization)
        self.model = model.to(self.device).to(memory_format=torch.channels_last)
        self.step = 0  # steps done
        self._optimizer = make_optimizer(recipe, self.model.parameters())
        self._step = TrainStep(
            forward(self.model, self.spec.preparation), self._optimizer, device=self.device, precision=self.precision
        )
        self._batches = Batches(
            self.dataset.train,
            batch_size=recipe.batch_size,
            seed=recipe.seed,
            augment=recipe.augment,
            device=self.device,
        )
        self._checkpoints = Checkpoints(folder) if folder else None
        self._evaluated_epochs = 0
        self._accuracy: float | None = None
        self._best: float | None = None
        self._stopping = False
        self._save_wanted = False
        if resume:
            self._restore()

    @property
    def steps_per_epoch(self) -> int:
        return self._batches.per_epoch

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return self.steps_per_epoch * self.recipe.epochs

    def stop(self) -> None:
        """End the run after the step that is being made: it saves a checkpoint and finishes. May be called from any
        thread and from a signal handler."""
        self._stopping = True

    def save_soon(self) -> None:
        """Save a checkpoint after the step that is being made."""
        self._save_wanted = True

    def network(self) -> Network:
        """A copy of the network as it is now, on the CPU. Call it between two events only."""
        weights = {name: tensor.detach().float().cpu().clone() for name, tensor in self.model.state_dict().items()}
        return make_network(weights, self.spec, title=f"in training, step {self.step}", source="training")

    def events(self) -> Generator[Event]:
        """Do the work; see `core.events` for what is yielded. An event comes after every step that takes longer than
        `REPORT_SECONDS`."""
        yield self._started()
        while not self._stopping:
            if self.step == (self._evaluated_epochs + 1) * self.steps_per_epoch:
                yield from self._evaluate()
            elif self.step < self.steps:
                yield from self._train_epoch()
            else:
                break
        reason = "stopped" if self._stopping and self._evaluated_epochs < self.recipe.epochs else "done"
        if reason == "stopped":
            yield from self._save(best=False)
        yield Finished(time=time(), step=self.step, reason=reason, accuracy=self._accuracy, best_accuracy=self._best)

    def _started(self) -> Started:
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
            step=self.step,
        )

    def _train_epoch(self) -> Iterator[Event]:
        """From where the run stands to the end of the epoch, or to where it is stopped."""
        self.model.train()
        end = (self.step // self.steps_per_epoch + 1) * self.steps_per_epoch
        measures: list[Tensor] = []
        images, began, saved = 0, perf_counter(), perf_counter()
        while self.step < end and not self._stopping:
            self.step += 1
            pictures, labels = self._batches.batch(self.step)
            torch.manual_seed(seed_of(self.recipe.seed, self.step))  # dropout: the same whatever came before
            measures.append(self._step(pictures, labels, lr=self._lr(self.step)))
            images += len(labels)
            if self.step == end or perf_counter() - began > REPORT_SECONDS:
                yield self._report(measures, images, began)
                measures, images, began = [], 0, perf_counter()
            if self._save_wanted or perf_counter() - saved > SAVE_SECONDS:
                yield from self._save(best=False)
                began = saved = perf_counter()
        if measures:
            yield self._report(measures, images, began)

    def _lr(self, step: int) -> float:
        return learning_rate(self.recipe.schedule, peak=self.recipe.lr, step=step, steps=self.steps)

    def _report(self, measures: list[Tensor], images: int, began: float) -> Steps:
        values = torch.stack(measures).cpu().numpy()  # (steps, 2)
        first = self.step - len(values) + 1
        if not np.isfinite(values[:, 0]).all():
            broken = first + int(np.flatnonzero(~np.isfinite(values[:, 0]))[0])
            raise DivergedError(
                f"The loss is not a number from step {broken} on: lower the learning rate (it is {self.recipe.lr:g})."
            )
        return Steps(
            time=time(),
            epoch=(self.step - 1) // self.steps_per_epoch + 1,
            step=first,
            images=images,
            seconds=perf_counter() - began,
            loss=values[:, 0].copy(),
            accuracy=values[:, 1].copy(),
            lr=np.array([self._lr(step) for step in range(first, self.step + 1)], np.float32),
        )

    def _evaluate(self) -> Iterator[Event]:
        """The whole test set, then a checkpoint; when stopped midway, neither."""
        epoch = self.step // self.steps_per_epoch
        seconds, began = 0.0, perf_counter()
        rounds = evaluation_steps(
            self.model,
            self.dataset.test,
            self.spec.preparation,
            classes=len(self.dataset.classes),
            device=self.device,
            precision=self.precision,
        )
        for result in rounds:
            seconds += perf_counter() - began
            if self._stopping:
                return
            if isinstance(result, Evaluation):
                break
            yield Evaluating(time=time(), epoch=epoch, step=self.step, done=result, total=len(self.dataset.test))
            began = perf_counter()  # whoever iterates may have waited: a pause is no work
        else:
            raise AssertionError("an evaluation ends with its result")
        self._evaluated_epochs = epoch
        self._accuracy = result.accuracy
        best = self._best is None or result.accuracy > self._best
        if best:
            self._best = result.accuracy
        yield Evaluated(
            time=time(),
            epoch=epoch,
            step=self.step,
            loss=result.loss,
            accuracy=result.accuracy,
            seconds=seconds,
            confusion=result.confusion,
        )
        yield from self._save(best=best)

    def _save(self, *, best: bool) -> Iterator[Event]:
        self._save_wanted = False
        if self._checkpoints is None:
            return
        numbers = {
            "step": self.step,
            "evaluated_epochs": self._evaluated_epochs,
            "accuracy": self._accuracy,
            "best_accuracy": self._best,
            "recipe": self.recipe.model_dump(mode="json"),
            "train_images": len(self.dataset.train),
        }
        state = TrainingState(optimizer_tensors(self._optimizer), numbers)
        try:
            path = self._checkpoints.save(self.model, self.spec, state, step=self.step, best=best)
        except OSError as error:
            raise RunError(
                f"The checkpoint of step {self.step} cannot be written ({error.strerror or error}); make room, then "
                "go on from the last one."
            ) from None
        yield Saved(time=time(), step=self.step, path=path, best=best)

    def _restore(self) -> None:
        if self._checkpoints is None:
            raise CheckpointError("A run without a folder cannot be resumed.")
        weights, state = self._checkpoints.load_state()
        numbers = state.numbers
        if numbers["train_images"] != len(self.dataset.train):
            raise CheckpointError(
                f"This run was trained on {numbers['train_images']} pictures, but its data set now has "
                f"{len(self.dataset.train)}; put the pictures back, or train anew."
            )
        try:
            self.model.load_state_dict(weights)
        except RuntimeError:
            raise CheckpointError("The checkpoint is of another network than the recipe's.") from None
        restore_optimizer(self._optimizer, state.optimizer)
        self.step = numbers["step"]
        self._evaluated_epochs = numbers["evaluated_epochs"]
        self._accuracy = numbers["accuracy"]
        self._best = numbers["best_accuracy"]
