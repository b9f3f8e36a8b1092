"""Makes the demo network of a trained one: pruned, trained on, packed small, and tested as it ships."""

import hashlib
import json
from collections.abc import Generator, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, time
from typing import Any

from torch import Tensor, nn

from core.atomic import atomic_write
from core.demo_file import NAME, pack, unpack
from core.errors import ArgumentError, CheckpointError
from core.evaluate import Evaluation, evaluation_steps
from core.events import Evaluated, Evaluating, Event, Finished, Saved
from core.network import load_network, make_network
from core.pruning import Pruning
from core.recipe import Recipe, checked
from core.runs import RunSummary, read_run
from core.train import Training
from resources import path as resource

SPARSE_BITS, DENSE_BITS = 5, 8
_PRUNED_BY = 0.4  # part of the steps after which nothing more is taken away


def make_demo(
    source: Path,
    out: Path | None = None,
    *,
    epochs: int = 3,
    keep: float = 0.12,
    lr: float = 0.0004,
    limit: int | None = None,
    device: str = "auto",
    precision: str = "auto",
) -> Iterator[Event]:
    """Make a demo file of the best weights of the run `source` and yield what happens.

    All but `keep` of the weights of each hidden fully connected layer are pruned over the first steps of `epochs` of
    further training, with a learning rate that rises to `lr` and falls to zero. Then the network is packed, unpacked,
    and tested in fp32 as unpacked: the last `Evaluated` is of that. `out` (None is the place it ships from) is
    replaced at the end, with a card of the same name in JSON beside it. `limit` is for trying it out.

    Raises RunError, CheckpointError and ArgumentError with one sentence, before the first event where possible.
    """
    if not 0 < keep <= 1:
        raise ArgumentError(f"Keep is a share of the weights, above 0 and at most 1, but it is {keep}.")
    out = out or resource() / "demo" / NAME
    run = read_run(source)
    training = Training(_recipe(run, epochs=epochs, lr=lr, limit=limit, device=device, precision=precision))
    training.model.load_state_dict(load_network(str(source)).module.state_dict())
    pruning = Pruning(_hidden_weights(training.model), keep=keep, steps=round(_PRUNED_BY * training.steps))
    yield from _trained_on(training, pruning)

    weights = training.network().module.state_dict()
    result = yield from _tested(training, _packed(weights, training, {}))
    card = _card(run, training, result, left=pruning.share_left())
    _write(out, _packed(weights, training, card), card)
    yield Saved(time=time(), step=training.step, path=str(out), best=True)
    yield Finished(
        time=time(),
        step=training.step,
        reason="done",
        accuracy=result.accuracy,
        best_accuracy=result.accuracy,
    )


def _recipe(run: RunSummary, *, lr: float, **values: Any) -> Recipe:
    """The run's own recipe but for what retraining does in another way."""
    return checked(
        **run.recipe.model_dump(exclude={"initialization"})
        | values
        | {"optimizer": "adam", "lr": lr, "schedule": "one-cycle", "seed": run.recipe.seed + 1}
    )


def _hidden_weights(model: nn.Module) -> list[Tensor]:
    """Weights of the fully connected layers but the last, which is small."""
    return [layer.weight for layer in model.modules() if isinstance(layer, nn.Linear)][:-1]


def _trained_on(training: Training, pruning: Pruning) -> Iterator[Event]:
    """The events of the training but its end; what is pruned stays so in every forward pass of it."""

    pruning.apply(0)
    training.learner.after_step.append(pruning.apply)
    for event in training.events():
        if not isinstance(event, Finished):
            yield event


def _packed(weights: dict[str, Tensor], training: Training, card: dict[str, Any]) -> bytes:
    return pack(weights, training.spec, card, sparse_bits=SPARSE_BITS, dense_bits=DENSE_BITS)


def _tested(training: Training, data: bytes) -> Generator[Event, None, Evaluation]:
    """The packed network, unpacked, on the test set, in fp32 as whoever uses it would."""
    weights, spec, _ = unpack(data)
    network = make_network(weights, spec, title="", source="demo")
    began, test, place = perf_counter(), training.dataset.test, _place(training)
    rounds = evaluation_steps(
        network.module.to(training.learner.device),
        test,
        spec.preparation,
        classes=len(spec.classes),
        device=training.learner.device,
        precision="fp32",
    )
    for result in rounds:
        if isinstance(result, Evaluation):
            break
        yield Evaluating(time=time(), **place, done=result, total=len(test))
    else:
        raise AssertionError("an evaluation ends with its result")
    yield Evaluated(
        time=time(),
        **place,
        loss=result.loss,
        accuracy=result.accuracy,
        seconds=perf_counter() - began,
        confusion=result.confusion,
        predictions=result.predictions,
    )
    return result


def _place(training: Training) -> dict[str, int]:
    return {"epoch": training.recipe.epochs, "step": training.step}


def _card(run: RunSummary, training: Training, result: Evaluation, *, left: float) -> dict[str, Any]:
    """What a person may want to know of the file; accuracies are those on the test set."""
    return {
        "title": f"Demo network ({training.recipe.model}, {training.recipe.data})",
        "accuracy": round(result.accuracy, 4),
        "loss": round(result.loss, 4),
        "test_images": len(training.dataset.test),
        "made": date.today().isoformat(),
        "trained": {
            "recipe": run.recipe.model_dump(mode="json"),
            "epochs": run.epochs_done,
            "accuracy": run.best_accuracy,
        },
        "retrained": {
            "recipe": training.recipe.model_dump(mode="json"),
            "hidden_weights_left": round(left, 4),
        },
        "bits": {"fully connected": SPARSE_BITS, "convolutions": DENSE_BITS},
    }


def _write(out: Path, data: bytes, card: dict[str, Any]) -> None:
    about = card | {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(out, data)
        atomic_write(out.with_suffix(".json"), json.dumps(about, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise CheckpointError(f"The demo network cannot be written to {out}: {error.strerror}.") from None
