"""Training as a generator of events: whoever iterates it decides when the next step is made.

Between two events nothing is being computed, so whoever iterates may look into the model, wait (pause), or stop.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from time import perf_counter, time
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from core.checkpoint import Checkpoints, TrainingState
from core.data import load
from core.data.batches import Batches
from core.data.dataset import class_weights
from core.data.preparation import Preparation
from core.data.seeds import seed_of
from core.data.skipped import with_skipped
from core.devices import pick, precision_for
from core.engine.averaging import WeightAverage
from core.engine.block import Block
from core.engine.commands import Commands, History
from core.engine.divergence import DivergenceWatch
from core.engine.forecast import Forecast, forecast
from core.engine.group import Group
from core.engine.optimizers import Optimizer
from core.engine.schedule import rate_of
from core.engine.scores import Scores
from core.engine.shortage import give_back, is_out_of_memory
from core.engine.step import Forward, TrainStep
from core.errors import CheckpointError, DivergedError, RunError
from core.evaluate import Evaluation, evaluation_steps
from core.events import Changed, Evaluated, Evaluating, Event, Finished, Saved, Started, Steps, Warned
from core.models import AlexNet, LeNet, build
from core.models.fast_forward import FastForward
from core.network import Network, NetworkSpec, make_network, preparation_for
from core.recipe import Recipe
from core.recorder import record

REPORT_SECONDS = 0.1  # steps shorter than this are reported in blocks
SAVE_SECONDS = 300.0  # a checkpoint within an epoch, so that a crash costs minutes


def train(
    recipe: Recipe, *, folder: Path | None = None, resume: bool = False, replay: Iterable[Changed] = ()
) -> Iterator[Event]:
    """Train by `recipe` and yield what happens; with a `folder`, everything is recorded there.

    `resume` goes on from the last checkpoint of `folder`. `replay` are the `Changed` events of another run of this
    recipe, made again at their steps. Raises StudioError (of `core.errors`) with one sentence when the data, the device
    or the checkpoint say no, and DivergedError when the run is lost: see `core.engine.divergence`.
    """
    events = Training(recipe, folder, resume=resume, replay=replay).events()
    return record(events, folder) if folder else events


class _Agreed(NamedTuple):
    stop: bool
    save: bool
    report: bool
    change: bool


class Training:
    """A run: the model and everything that moves it. Reads the data and builds the model when made.

    ``stop``, ``save_soon``, ``report_next``, ``change_lr`` and ``note`` may be called from any thread and from a signal
    handler; everything else between two events only.
    """

    def __init__(
        self,
        recipe: Recipe,
        folder: Path | None = None,
        *,
        resume: bool = False,
        replay: Iterable[Changed] = (),
        group: Group | None = None,
        forward: Callable[[AlexNet | LeNet, Preparation], Forward] = FastForward,
    ) -> None:
        """`forward` makes a way through a model; another one is given to measure what the usual one brings. With a
        `group`, this is one of several processes that train together; its leader writes the checkpoints."""
        self.recipe = recipe
        self.group = group or Group()
        self._way_through = forward
        self.device = pick(recipe.device, index=self.group.local_rank)
        self.precision = self.group.leaders(precision_for(self.device, recipe.precision))
        self.dataset = load(recipe.data, limit=recipe.limit)
        self.spec = NetworkSpec(
            model=recipe.model,
            classes=self.dataset.classes,
            preparation=preparation_for(recipe.model, channels=self.dataset.channels, side=self.dataset.side),
            activation=recipe.activation,
            dropout=recipe.dropout,
            batch_norm=recipe.batch_norm,
        )
        torch.manual_seed(seed_of(recipe.seed, 0))
        model = build(self.spec, recipe.initialization)
        self.model = model.to(self.device).to(memory_format=torch.channels_last)
        self.step = 0  # steps done
        self.optimizer = Optimizer(recipe, self.model)
        self._average = WeightAverage(self.model, recipe.ema) if recipe.ema else None
        self.after_step: list[Callable[[int], object]] = [self._average.update] if self._average else []
        self._step = TrainStep(
            forward(self.model, self.spec.preparation),
            self.model,
            self.optimizer,
            device=self.device,
            precision=self.precision,
            label_smoothing=recipe.label_smoothing,
            class_weights=self._class_weights(),
            clip=recipe.clip,
            parts=recipe.parts,
            group=self.group,
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
        self._folder = folder
        self._checkpoints = Checkpoints(folder) if folder else None
        self._commands = Commands()
        self._history = History(replay)
        self._watch = DivergenceWatch(len(self.dataset.classes))
        self._block = Block(REPORT_SECONDS)
        self._saved = perf_counter()
        self._scores = Scores()
        if resume:
            self._restore()
        self._agree()

    # -- from any thread

    def stop(self) -> None:
        """End the run after the step that is being made: it saves a checkpoint and finishes."""
        self._commands.stop = True

    def save_soon(self) -> None:
        """Save a checkpoint after the step that is being made, and before the next."""
        self._commands.save = True

    def report_next(self) -> None:
        """Tell of the next step at once, alone or as the last of its block."""
        self._commands.report = True

    def change_lr(self, value: float) -> None:
        """From the next step on, the schedule's peak is `value` instead of the recipe's learning rate."""
        self._commands.change("lr", value)

    def note(self, what: str) -> None:
        """Record that whoever iterates "paused" or "goes on", as a `Changed` event of this moment."""
        self._commands.change(what)

    # -- between two events

    @property
    def steps_per_epoch(self) -> int:
        return self._batches.per_epoch

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return self.steps_per_epoch * self.recipe.epochs

    @property
    def best_model(self) -> AlexNet | LeNet:
        """What is tested and kept: the averaged weights where the recipe averages, else the model itself."""
        return self._average.module if self._average else self.model

    def network(self) -> Network:
        """A copy of the network as it is now, on the CPU."""
        weights = {name: tensor.detach().cpu().clone() for name, tensor in self.best_model.state_dict().items()}
        return make_network(weights, self.spec, title=f"in training, step {self.step}", source="training")

    def make_step(self, *, lr: float) -> float:
        """One step at this learning rate, whatever the recipe's schedule says; the loss of its batch before it.

        Raises RunError where the memory does not suffice.
        """
        self.model.train()
        measure = self._tried_step(self.step + 1, *self._batches.batch(self.step + 1), lr=lr)
        if measure is None:
            raise RunError(f"There is not enough memory for a batch of {self.recipe.batch_size}: take a smaller one.")
        self.step += 1
        return float(measure[0])

    def events(self) -> Generator[Event]:
        """Do the work; see `core.events` for what is yielded. An event comes after every step that takes longer than
        `REPORT_SECONDS`."""
        return with_skipped(self._events(), self.dataset.skipped, lambda: self.step)

    def _events(self) -> Generator[Event]:
        yield self.started()
        yield from self._foreseen()
        while not self._agreed.stop:
            if self.step == (self._scores.epochs + 1) * self.steps_per_epoch:
                yield from self._evaluate()
                self._agree()
            elif not self._ending():
                yield from self._train_epoch()
            else:
                break
        reason = self._ending()
        self._agreed = self._agreed._replace(save=not reason)
        yield from self._obey()
        yield Finished(
            time=time(),
            step=self.step,
            reason=reason or "stopped",
            accuracy=self._scores.accuracy,
            best_accuracy=self._scores.best,
        )

    def _ending(self) -> str:
        """Why the run has come to its end; "" while it has not."""
        if self._scores.epochs >= self.recipe.epochs:
            return "done"
        return "patience" if self._scores.no_better_for(self.recipe.patience) else ""

    def _class_weights(self) -> Tensor | None:
        if not self.recipe.class_weights:
            return None
        return class_weights(self.dataset.train.labels, len(self.dataset.classes)).to(self.device)

    def started(self) -> Started:
        """What is known of the run before its next step."""
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

    def forecast(self) -> Forecast:
        """What this run needs of memory and disk."""
        return forecast(
            self.model,
            self._step.forward,
            torch.zeros((4, *self.dataset.train.shape), dtype=torch.uint8, device=self.device),
            device=self.device,
            precision=self.precision,
            optimizer=self.recipe.optimizer,
            averaged=self._average is not None,
            folder=self._folder,
        )

    def _foreseen(self) -> Iterator[Event]:
        """What is likely to run short, said before it does; memory is made to suffice by parts."""
        needs = self.forecast()
        parts = needs.parts(-(-self.recipe.batch_size // self.group.size))
        if parts > self._step.parts:
            yield from self._change(Changed(time=time(), step=self.step, what="parts", value=parts))
            yield self._warning(
                f"A batch of {self.recipe.batch_size} needs about {needs.memory(self.recipe.batch_size) >> 20} MB, and "
                f"{needs.free_memory >> 20} MB are free: it is worked through in {parts} parts, with the same result, "
                f"a little slower."
            )
        if needs.free_disk is not None and needs.free_disk < needs.checkpoints:
            yield self._warning(
                f"The checkpoints of this run need up to {needs.checkpoints >> 20} MB, and {needs.free_disk >> 20} MB "
                "are free on the disk: make room before the first is saved."
            )

    def _warning(self, message: str) -> Warned:
        return Warned(time=time(), step=self.step, message=message)

    # -- steps

    def _train_epoch(self) -> Iterator[Event]:
        """From where the run stands to the end of the epoch, or to where it is stopped."""
        self.model.train()
        self._block.clear()
        end = (self.step // self.steps_per_epoch + 1) * self.steps_per_epoch
        self._saved = perf_counter()
        while self.step < end:
            self._agree()
            if self._agreed.stop:
                break
            if self._agreed.report:
                yield from self._report()
            elif self._agreed.change or self._agreed.save:
                yield from self._report()
                yield from self._obey()
                self._block.clear()
            else:
                yield from self._make_step()
        yield from self._report()
        self._agree()

    def _agree(self) -> None:
        """What the group does before its next step: what any of its processes asks for, or finds to be time for."""
        commands = self._commands
        self._agreed = _Agreed(
            *self.group.any(
                commands.stop,
                commands.save or perf_counter() - self._saved > SAVE_SECONDS,
                len(self._block) > 0 and (commands.report or self._block.full),
                commands.waiting or self._history.is_due(self.step),
            )
        )

    def _make_step(self) -> Iterator[Event]:
        """One step; where the memory does not suffice, again and in smaller parts."""
        step, parts = self.step + 1, self._step.parts
        images, labels = self._batches.batch(step)
        while (measure := self._tried_step(step, images, labels)) is None:
            self._step.parts *= 2
            if self._step.parts >= 2 * max(1, len(labels)):
                raise RunError("There is not enough memory for a single picture: close other programs, or train LeNet.")
        if self._step.parts != parts:
            yield from self._report()
            yield from self._change(Changed(time=time(), step=self.step, what="parts", value=self._step.parts))
            yield self._warning(
                f"The memory does not suffice for a batch of {len(labels)}: it is worked through in "
                f"{self._step.parts} parts from now on, with the same result, a little slower."
            )
        self.step = step
        self._block.add(measure, self._batches.size(step))
        for work in self.after_step:
            work(step)

    def _tried_step(self, step: int, images: Tensor, labels: Tensor, lr: float | None = None) -> Tensor | None:
        """What `TrainStep` gives; None, and everything as before, where the memory did not suffice."""
        # dropout: the same whatever came before
        torch.manual_seed(seed_of(self.recipe.seed, step, *self.group.place))
        try:
            return self._step(images, labels, lr=self._lr(step) if lr is None else lr, batch=self._batches.size(step))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
        self.optimizer.zero_grad()
        if step == 1:
            self.optimizer.forget()  # it may have made half of its state
        give_back(self.device)
        return None

    def _lr(self, step: int) -> float:
        peak = self._history.value("lr", step=step)
        return rate_of(self.recipe, step=step, steps_per_epoch=self.steps_per_epoch, peak=peak)

    def _report(self) -> Iterator[Steps]:
        """The steps that nothing was said of yet. Raises DivergedError when the run is lost."""
        if not len(self._block):
            return
        loss, accuracy = self._block.read()
        first = self.step - len(loss) + 1
        self._watch.look(loss, first=first, lr=self._lr(self.step))
        self._commands.report = False
        yield Steps(
            time=time(),
            epoch=(self.step - 1) // self.steps_per_epoch + 1,
            step=first,
            images=self._block.images,
            seconds=self._block.seconds,
            loss=loss,
            accuracy=accuracy,
            lr=np.array([self._lr(step) for step in range(first, self.step + 1)], np.float32),
        )
        self._block.clear()

    # -- changes

    def _obey(self) -> Iterator[Event]:
        """Make the changes and the checkpoint that the group agreed on, after the steps done so far."""
        if self._agreed.change:
            due = self._history.due(self.step) + self._commands.changes(step=self.step)
            for change in self.group.leaders(due):
                yield from self._change(change)
        if self._agreed.save:
            yield from self._save(best=False)

    def _change(self, change: Changed) -> Iterator[Event]:
        self._history.add(change)
        if change.what == "parts" and change.value:
            self._step.parts = int(change.value)
        yield change

    # -- evaluations and checkpoints

    def _evaluate(self) -> Iterator[Event]:
        """The whole test set, then a checkpoint; when stopped midway, neither."""
        epoch = self.step // self.steps_per_epoch
        seconds, began = 0.0, perf_counter()
        rounds = evaluation_steps(
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
        for result in rounds:
            seconds += perf_counter() - began
            if self._agreed.stop:
                return
            if isinstance(result, Evaluation):
                break
            yield Evaluating(time=time(), epoch=epoch, step=self.step, done=result, total=len(self.dataset.test))
            if self.group.alone:  # others go on meanwhile
                self._agree()
                yield from self._obey()
            began = perf_counter()  # whoever iterates may have waited: a pause is no work
        else:
            raise AssertionError("an evaluation ends with its result")
        if not np.isfinite(result.loss):
            raise DivergedError(f"The test loss is not a number after step {self.step}: lower the learning rate.")
        best = self._scores.take(epoch, result.accuracy)
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
        self._commands.save = False
        self._saved = perf_counter()
        if self._checkpoints is None or not self.group.leads:
            return
        try:
            path = self._checkpoints.save(self.best_model, self.spec, self._state(), step=self.step, best=best)
        except OSError as error:
            raise RunError(
                f"The checkpoint of step {self.step} cannot be written ({error.strerror or error}); make room, then "
                "go on from the last one."
            ) from None
        yield Saved(time=time(), step=self.step, path=path, best=best)

    def _state(self) -> TrainingState:
        numbers: dict[str, Any] = {
            "step": self.step,
            "scores": self._scores.to_json(),
            "changes": self._history.to_json(),
            "recipe": self.recipe.model_dump(mode="json"),
            "train_images": len(self.dataset.train),
        }
        tensors = self.optimizer.tensors()
        if self._average:  # the weights of the checkpoint are then the averaged ones
            tensors |= {f"model.{name}": tensor for name, tensor in self.model.state_dict().items()}
        return TrainingState(tensors, numbers)

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
        own = {name.removeprefix("model."): t for name, t in state.tensors.items() if name.startswith("model.")}
        try:
            self.model.load_state_dict(own or weights)
            if self._average:
                self._average.module.load_state_dict(weights)
        except RuntimeError:
            raise CheckpointError("The checkpoint is of another network than the recipe's.") from None
        self.optimizer.restore({name: t for name, t in state.tensors.items() if not name.startswith("model.")})
        self.step = numbers["step"]
        self._scores = Scores.from_json(numbers["scores"])
        self._history.restore(numbers["changes"])
        if parts := self._history.value("parts", step=self.step + 1):
            self._step.parts = max(int(parts), self._step.parts)
        if self.group.leaders(self.step) != self.step:
            raise RunError("The processes of this run see different checkpoints; give them a folder that all share.")
