"""What a run is doing, in words: for the page's line, for its log, for a screen reader."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from alexnet_gui import formatting
from alexnet_gui.run.run_state import RunState
from core.events import Changed, Evaluated, Event, Failed, Finished, Load, Saved, Started, Warned

translate = QCoreApplication.translate
_LATELY = 20  # steps whose mean is told


def note_in_words(event: Event) -> tuple[str, str]:
    """An event as a line of the log, and its kind: "info", "good", "warning" or "error"."""
    match event:
        case Started(step=0):
            text = translate(
                "run",
                "Started on {device} in {precision}: {parameters} parameters, {train} training, {test} test pictures.",
            )
            return _filled_start(text, event), "info"
        case Started():
            return _filled_start(
                translate("run", "Goes on after step {step} on {device} in {precision}."), event
            ), "info"
        case Evaluated():
            text = translate("run", "Epoch {epoch} evaluated in {time}: test loss {loss}, test accuracy {accuracy}.")
            return _filled_evaluation(text, event), "info"
        case Saved():
            text = (
                translate("run", "Saved, the best so far: {path}.")
                if event.best
                else translate("run", "Saved: {path}.")
            )
            return text.format(path=event.path), "good" if event.best else "info"
        case Warned():
            return event.message, "warning"
        case Failed():
            return event.message, "error"
        case Changed():
            return _changed(event), "info"
        case Finished(reason="done"):
            return translate("run", "Done after step {step}.").format(step=formatting.count(event.step)), "good"
        case Finished(reason="patience"):
            text = translate("run", "Ended after step {step}: the test accuracy no longer rose.")
            return text.format(step=formatting.count(event.step)), "good"
        case Finished():
            return translate("run", "Stopped after step {step}.").format(step=formatting.count(event.step)), "info"
        case _:
            return event.name, "info"


def state_in_words(state: RunState) -> str:
    """How the run stands, in a sentence or two."""
    match state.phase:
        case "idle":
            return (
                translate("run", "No run is shown.") if state.folder is None else translate("run", "Reading the run…")
            )
        case "preparing" if state.read:
            done, total = (formatting.count(number) for number in state.read)
            text = translate("run", "Preparing: {done} of {total} pictures are read.")
            return text.format(done=done, total=total)
        case "stopping" if not state.steps_per_epoch:
            return translate("run", "Stopping: the run has not begun yet.")
        case "preparing":
            return translate("run", "Preparing: the data set is read and the network is built.")
        case "failed":
            return _filled_place(translate("run", "Failed after step {step} of {steps}."), state) + _result(state)
        case "done" if state.ended_early:
            text = translate(
                "run", "Ended in {time} after epoch {epoch} of {epochs}: the test accuracy no longer rose."
            )
            return _filled_place(text, state, time=formatting.duration(state.seconds)) + _result(state)
        case "done":
            return translate("run", "Done in {time}.").format(time=formatting.duration(state.seconds)) + _result(state)
        case "stopped":
            text = translate("run", "Stopped after step {step} of {steps}.")
            return _filled_place(text, state) + _result(state)
    soon = " " + translate("run", "Will stop after this epoch.") if state.last_epoch else ""
    return _doing(state) + soon + _figures(state) + _left(state)


def load_in_words(load: Load) -> str:
    """What a run takes of its machine, in a few words."""
    words = [
        translate("run", "processor {share}").format(share=formatting.percent(load.processor, 0)),
        translate("run", "memory {size}").format(size=formatting.size(load.memory)),
    ]
    if load.gpu is not None:
        words.append(translate("run", "GPU {share}").format(share=formatting.percent(load.gpu, 0)))
    if load.gpu_memory is not None:
        words.append(translate("run", "GPU memory {size}").format(size=formatting.size(load.gpu_memory)))
    return ", ".join(words)


def _changed(event: Changed) -> str:
    value, step, following = event.value or 0.0, formatting.count(event.step), formatting.count(event.step + 1)
    match event.what:
        case "lr":
            text = translate("run", "Learning rate {value} from step {step} on.")
            return text.format(value=formatting.learning_rate(value), step=following)
        case "parts":
            text = translate("run", "Each batch in {count} parts from step {step} on.")
            return text.format(count=formatting.count(value), step=following)
        case "paused":
            return translate("run", "Paused after step {step}.").format(step=step)
        case "stops after epoch":
            return translate("run", "Will stop after this epoch.")
        case "goes on":
            return translate("run", "Goes on after step {step}.").format(step=step)
        case _:
            return event.what


def _doing(state: RunState) -> str:
    if state.evaluating and state.phase == "running":
        text = translate("run", "Epoch {epoch} of {epochs} is evaluated: {done} of {total} test pictures.")
        done, total = formatting.count(state.evaluating.done), formatting.count(state.evaluating.total)
        return text.format(epoch=state.epoch, epochs=state.epochs_wanted, done=done, total=total)
    text = {
        "running": translate("run", "Epoch {epoch} of {epochs}, step {step} of {steps}."),
        "pausing": translate("run", "Pausing after this step: epoch {epoch} of {epochs}, step {step} of {steps}."),
        "paused": translate("run", "Paused in epoch {epoch} of {epochs} after step {step} of {steps}."),
        "stopping": translate("run", "Stopping: the run is saved after step {step} of {steps}."),
    }[state.phase]
    return _filled_place(text, state)


def _figures(state: RunState) -> str:
    if not len(state.loss):
        return ""
    loss = formatting.loss(float(np.mean(state.loss[-_LATELY:])))
    accuracy = formatting.percent(float(np.mean(state.accuracy[-_LATELY:])))
    text = translate("run", "Loss {loss}, accuracy {accuracy}, learning rate {lr}.")
    return " " + text.format(loss=loss, accuracy=accuracy, lr=formatting.learning_rate(float(state.lr[-1])))


def _left(state: RunState) -> str:
    whole, epoch = state.seconds_left, state.epoch_seconds_left
    if whole is None or state.phase != "running":
        return ""
    text = translate("run", "{speed}, {epoch} left in this epoch, {run} in the run.")
    speed = formatting.images_per_second(state.images_per_second)
    return " " + text.format(speed=speed, epoch=formatting.duration(epoch), run=formatting.duration(whole))


def _result(state: RunState) -> str:
    best = state.best
    if best is None:
        return ""
    last = formatting.percent(state.epochs[-1].accuracy)
    text = translate("run", "Test accuracy {last}, at best {best} after epoch {epoch}.")
    return " " + text.format(last=last, best=formatting.percent(best.accuracy), epoch=best.epoch)


def _filled_place(text: str, state: RunState, **more: str) -> str:
    step, steps = formatting.count(state.step), formatting.count(state.steps_per_epoch * state.epochs_wanted)
    return text.format(epoch=max(1, state.epoch), epochs=state.epochs_wanted, step=step, steps=steps, **more)


def _filled_start(text: str, event: Started) -> str:
    return text.format(
        device=event.device,
        precision=event.precision,
        step=formatting.count(event.step),
        parameters=formatting.count(event.parameters),
        train=formatting.count(event.train_images),
        test=formatting.count(event.test_images),
    )


def _filled_evaluation(text: str, event: Evaluated) -> str:
    loss, accuracy = formatting.loss(event.loss), formatting.percent(event.accuracy)
    return text.format(epoch=event.epoch, time=formatting.duration(event.seconds), loss=loss, accuracy=accuracy)
