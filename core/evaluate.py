"""A network against a test set."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.data.dataset import Split
from core.data.preparation import Preparation
from core.data.stream import BATCHES_AHEAD
from core.data.ten_crop import ten_crop_logits
from core.engine.group import Group
from core.engine.shortage import is_out_of_memory
from core.engine.step import Forward, autocast
from core.predictions import Predictions


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """``loss``: mean cross-entropy in nats; ``accuracy`` in [0, 1]; ``confusion[i, j]``: pictures
    of class i called j; ``predictions``: of each picture."""

    loss: float
    accuracy: float
    confusion: np.ndarray  # (classes, classes) int64
    predictions: Predictions


def evaluation_steps(
    model: nn.Module,
    split: Split,
    preparation: Preparation,
    *,
    classes: int,
    device: torch.device,
    precision: str,
    batch_size: int = 256,
    forward: Forward | None = None,
    views: str = "one",
    group: Group | None = None,
) -> Iterator[int | Evaluation]:
    """Evaluate batch by batch: yields the number of pictures done after each batch, and the `Evaluation` last.

    `forward` is a way through the model from stored pictures to logits; None prepares them and calls the model. With
    `views` "ten-crop" each picture is looked at in ten views, see `core.data.ten_crop`, else in one. The model is put
    in evaluation mode for each batch and back into its own after it, so that between two yields it is as it was. Where
    the memory does not suffice for `batch_size` pictures, fewer are taken at a time. In a `group` each process looks at
    its share of the pictures, and all of them get the result.
    """
    forward = forward or (lambda images: model(preparation.network_input(images)))
    if views == "ten-crop":
        forward = partial(ten_crop_logits, forward)
    group = group or Group()
    mine = torch.arange(len(split))[group.share(len(split))]
    total_loss = torch.zeros((), dtype=torch.float64, device="cpu")
    predicted = torch.zeros(len(split), dtype=torch.int32)  # 0 where another process looks
    confidence, truth = torch.zeros(2, len(split))
    done = 0
    while done < len(mine):
        batch, *coming = mine[done : done + batch_size * (1 + BATCHES_AHEAD)].split(batch_size)
        labels = split.labels[batch]
        try:
            logits = _logits(forward, model, split.take(batch, coming).to(device), precision)
        except (RuntimeError, MemoryError) as error:
            if batch_size == 1 or not is_out_of_memory(error):
                raise
            batch_size //= 2
            continue
        done += len(labels)
        total_loss += cross_entropy(logits, labels, reduction="sum").double()
        probabilities = logits.softmax(1)
        predicted[batch] = logits.argmax(1).int()
        confidence[batch] = probabilities.amax(1)
        truth[batch] = probabilities.gather(1, labels[:, None])[:, 0]
        yield min(done * group.size, len(split))
    total_loss, *told = (group.total(values) for values in (total_loss, predicted, confidence, truth))
    predictions = Predictions(split.labels.int().numpy(), *(values.numpy() for values in told))
    yield Evaluation(
        loss=float(total_loss) / len(split),
        accuracy=int(predictions.right.sum()) / len(split),
        confusion=predictions.confusion(classes),
        predictions=predictions,
    )


def _logits(forward: Forward, model: nn.Module, images: Tensor, precision: str) -> Tensor:
    """(B, classes) float32 on the CPU."""
    training = model.training
    model.eval()
    try:
        with torch.inference_mode(), autocast(images.device, precision):
            return forward(images).float().cpu()
    finally:
        model.train(training)


def evaluate(
    model: nn.Module,
    split: Split,
    preparation: Preparation,
    *,
    classes: int,
    device: torch.device | None = None,
    precision: str = "fp32",
    batch_size: int = 256,
) -> Evaluation:
    """Loss, accuracy and confusion matrix of `model` on all of `split`."""
    *_, result = evaluation_steps(
        model,
        split,
        preparation,
        classes=classes,
        device=device or torch.device("cpu"),
        precision=precision,
        batch_size=batch_size,
    )
    assert isinstance(result, Evaluation)
    return result
