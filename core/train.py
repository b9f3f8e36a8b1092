"""Training as a generator of events: whoever iterates it decides when the next step is made.

Between two events nothing is being computed, so whoever iterates may look into the model, wait (pause), or stop.
"""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from time import perf_counter, time
from typing import Any, NamedTuple

import numpy as np

from core.checkpoint import Checkpoints, TrainingState
from core.data.progress import Progress
from core.data.skipped import with_skipped
from core.engine.block import Block
from core.engine.commands import Commands, History
from core.engine.divergence import DivergenceWatch
from core.engine.group import Group
from core.engine.layer_watch import LayerWatch
from core.engine.learner import Learner, WayThrough
from core.engine.pace import with_pace
from core.engine.schedule import rate_of
from core.engine.scores import Scores
from core.errors import CheckpointError, DivergedError, RunError
from core.evaluate import Evaluation
from core.events import Changed, Evaluated, Evaluating, Event, Finished, Saved, Steps, Warned, Watched
from core.load import LoadMeter, with_load
from core.models.fast_forward import FastForward
from core.network import Network, make_network
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
    """A run: makes the steps and evaluations of its `Learner` in order, saves, and does what it is told meanwhile.

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
        way_through: WayThrough = FastForward,
        progress: Progress | None = None,
    ) -> None:
        """`way_through` and `progress` as in `Learner`. With a `group`, this is one of several processes that train
        together; its leader writes the checkpoints."""
        self.recipe = recipe
        self.learner = Learner(recipe, group=group, way_through=way_through, progress=progress)
        self.group = self.learner.group
        self.model, self.spec, self.dataset = self.learner.model, self.learner.spec, self.learner.dataset
        self.step = 0  # steps done
        self._folder = folder
        self._checkpoints = Checkpoints(folder) if folder else None
        self._commands = Commands()
        self._history = History(replay)
        self._divergence = DivergenceWatch(len(self.spec.classes))
        self._layers = LayerWatch(
            self.model,
            self.spec.preparation,
            device=self.learner.device,
            precision=self.learner.precision,
            off=not self.group.leads,
        )
        self._watched: Watched | None = None  # of the last step, to be told with it
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
        """Record what whoever iterates does, e.g. "paused" or "goes on", as a `Changed` event of this moment."""
        self._commands.change(what)

    # -- between two events

    @property
    def steps_per_epoch(self) -> int:
        return self.learner.steps_per_epoch

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return self.steps_per_epoch * self.recipe.epochs

    def network(self) -> Network:
        """A copy of the network as it is now, on the CPU."""
        weights = {name: tensor.detach().cpu().clone() for name, tensor in self.learner.best_model.state_dict().items()}
        title = f"in training, step {self.step}"
        return make_network(weights, self.spec, title=title, source="training", recipe=self.recipe, step=self.step)

    def events(self) -> Generator[Event]:
        """Do the work; see `core.events` for what is yielded. An event comes after every step that takes longer than
        `REPORT_SECONDS`."""
        events = with_skipped(self._events(), self.dataset.skipped, lambda: self.step)
        return with_load(with_pace(events, self.learner), LoadMeter(self.learner.device))

    def _events(self) -> Generator[Event]:
        yield self.learner.started(self.step, self._scores.epochs)
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

    def _foreseen(self) -> Iterator[Event]:
        """What is likely to run short, said before it does; memory is made to suffice by parts."""
        needs = self.learner.forecast(self._folder)
        parts = needs.parts(-(-self.recipe.batch_size // self.group.size))
        if parts > self.learner.parts:
            yield from self._change(Changed(time=time(), step=self.step, what="parts", value=parts))
            yield self._warning(
                f"A batch of {self.recipe.batch_size} needs about {needs.memory(self.recipe.batch_size) >> 20} MB, and "
                f"{needs.free_memory >> 20} MB are free: it is worked through in {parts} parts, still one step, "
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
                len(self._block) > 0 and (commands.report or self._block.full or self._watched is not None),
                commands.waiting or self._history.is_due(self.step),
            )
        )

    def _make_step(self) -> Iterator[Event]:
        """One step; where the memory does not suffice, again and in smaller parts."""
        learner, step, parts = self.learner, self.step + 1, self.learner.parts
        batch = learner.batch(step)
        see = self._layers.see_gradients if self._layers.begin(step, batch[0]) else None
        while (measure := learner.make_step(step, batch, lr=self._lr(step), see=see)) is None:
            learner.parts *= 2
            if learner.parts >= 2 * max(1, len(batch[1])):
                raise RunError("There is not enough memory for a single picture: close other programs, or train LeNet.")
        if learner.parts != parts:
            yield from self._report()
            yield from self._change(Changed(time=time(), step=self.step, what="parts", value=learner.parts))
            yield self._warning(
                f"The memory does not suffice for a batch of {len(batch[1])}: it is worked through in {learner.parts} "
                "parts from now on, still one step, a little slower."
            )
        self.step, self._watched = step, self._layers.end(step)
        self._block.add(measure, learner.batch_size(step))

    def _lr(self, step: int) -> float:
        peak = self._history.value("lr", step=step)
        return rate_of(self.recipe, step=step, steps_per_epoch=self.steps_per_epoch, peak=peak)

    def _report(self) -> Iterator[Event]:
        """The steps that nothing was said of yet. Raises DivergedError when the run is lost."""
        if not len(self._block):
            return
        loss, accuracy = self._block.read()
        seconds = self._block.seconds
        self._layers.trained(seconds)
        first = self.step - len(loss) + 1
        self._divergence.look(loss, first=first, lr=self._lr(self.step))
        self._commands.report = False
        if self._watched:  # before its step: who is told of that may look at both, or pause
            yield self._watched
            self._watched = None
        yield Steps(
            time=time(),
            epoch=(self.step - 1) // self.steps_per_epoch + 1,
            step=first,
            images=self._block.images,
            seconds=seconds,
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
            self.learner.parts = int(change.value)
        yield change

    # -- evaluations and checkpoints

    def _evaluate(self) -> Iterator[Event]:
        """The whole test set, then a checkpoint; when stopped midway, neither."""
        epoch = self.step // self.steps_per_epoch
        seconds, began = 0.0, perf_counter()
        for result in self.learner.evaluation():
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
            predictions=result.predictions,
        )
        yield from self._save(best=best)

    def _save(self, *, best: bool) -> Iterator[Event]:
        self._commands.save = False
        self._saved = perf_counter()
        if self._checkpoints is None or not self.group.leads:
            return
        try:
            path = self._checkpoints.save(self.learner.best_model, self.spec, self._state(), step=self.step, best=best)
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
        return TrainingState(self.learner.tensors(), numbers)

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
        self.learner.restore(weights, state.tensors)
        self.step = numbers["step"]
        self._scores = Scores.from_json(numbers["scores"])
        self._history.restore(numbers["changes"])
        if parts := self._history.value("parts", step=self.step + 1):
            self.learner.parts = max(int(parts), self.learner.parts)
        if numbers["recipe"]["lr"] != self.recipe.lr:
            self.change_lr(self.recipe.lr)  # it goes before earlier changes, and is one for a replay
        if self.group.leaders(self.step) != self.step:
            raise RunError("The processes of this run see different checkpoints; give them a folder that all share.")
