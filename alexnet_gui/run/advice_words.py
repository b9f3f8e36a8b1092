"""What there is to say of a run that has ended, in words."""

from PySide6.QtCore import QCoreApplication

from alexnet_gui import formatting
from alexnet_gui.run.recipe_texts import label, said
from alexnet_gui.run.run_state import RunState
from core.advice import Finding, Outcome, Way
from core.recipe import Recipe

translate = QCoreApplication.translate


def outcome_of(state: RunState) -> Outcome | None:
    """The run that is shown, if it has ended and was begun."""
    if state.phase not in ("done", "stopped", "failed") or state.recipe is None or not state.steps_per_epoch:
        return None
    return Outcome(
        recipe=state.recipe,
        reason="patience" if state.ended_early else state.phase,
        classes=len(state.classes),
        steps_per_epoch=state.steps_per_epoch,
        test_images=state.test_images,
        loss=state.loss,
        accuracy=state.accuracy,
        evaluations=state.epochs,
    )


def reason_in_words(outcome: Outcome) -> str:
    """Why the run came to its end."""
    match outcome.reason:
        case "done":
            return translate("advice", "All epochs are done.")
        case "patience":
            text = translate("advice", "The test accuracy had not risen for {epochs} epochs.")
            return text.format(epochs=outcome.recipe.patience)
        case "stopped":
            return translate("advice", "It was stopped.")
        case _:
            return translate("advice", "It failed.")


def finding_in_words(finding: Finding) -> str:
    """What was found, with its figures."""
    figures = finding.figures
    match finding.what:
        case "lost":
            text = translate("advice", "The loss burst: a learning rate of {lr} is too high here.")
            return text.format(lr=formatting.learning_rate(figures["lr"]))
        case "flat":
            text = translate("advice", "It learnt next to nothing: the loss is {loss}, and guessing has {guessing}.")
            return text.format(loss=formatting.loss(figures["loss"]), guessing=formatting.loss(figures["guessing"]))
        case "overfits":
            text = translate(
                "advice",
                "It over-fits: {train} of the training pictures are named rightly, {test} of the test pictures, and "
                "the test loss rises since epoch {epoch}.",
            )
            train, test = formatting.percent(figures["train"]), formatting.percent(figures["test"])
            return text.format(train=train, test=test, epoch=round(figures["epoch"]))
        case "unsteady":
            text = translate("advice", "It is unsteady: in epoch {epoch} the test accuracy fell by {fall} points.")
            return text.format(epoch=round(figures["epoch"]), fall=f"{100 * figures['fall']:.1f}")
        case "rising":
            text = translate("advice", "It still rose: the last epoch brought {gain} points of test accuracy.")
            return text.format(gain=f"{100 * figures['gain']:.1f}")
        case _:
            text = translate("advice", "Its best weights, of epoch {epoch}, are kept and ready to use.")
            return text.format(epoch=round(figures["epoch"]))


def way_in_words(way: Way) -> str:
    """What a button for it says."""
    words = {
        "find-rate": translate("advice", "Find a learning rate…"),
        "classify": translate("advice", "Classify with it"),
        "compare": translate("advice", "Compare runs"),
    }
    if way.what == "go-on":
        return translate("advice", "Train on to epoch {epochs}").format(epochs=way.change["epochs"])
    return words.get(way.what) or ", ".join(_changed(name, value) for name, value in way.change.items())


def _changed(name: str, value: object) -> str:
    """A field of the recipe with its value: "Learning rate 0.0001"."""
    title = said(Recipe.model_fields[name].title or name)
    if isinstance(value, tuple):
        return f"{title}: {', '.join(label(one) for one in value)}"
    return f"{title} {formatting.learning_rate(value) if isinstance(value, float) else label(str(value))}"
