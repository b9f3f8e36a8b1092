"""A network against a test set."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from core.data.batches import in_order
from core.data.dataset import Split
from core.data.preparation import Preparation
from core.step import autocast


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """``loss``: mean cross-entropy in nats; ``accuracy`` in [0, 1]; ``confusion[i, j]``: pictures
    of class i called j."""

    loss: float
    accuracy: float
    confusion: np.ndarray  # (classes, classes) int64


def evaluation_steps(
    model: nn.Module,
    split: Split,
    preparation: Preparation,
    *,
    classes: int,
    device: torch.device,
    precision: str,
    batch_size: int = 256,
) -> Iterator[int | Evaluation]:
    """Evaluate batch by batch: yields the number of pictures done after each batch, and the `Evaluation` last.

    The model is put in evaluation mode for each batch and back into its own after it, so that between two yields it
    is as it was.
    """
    total_loss = torch.zeros((), dtype=torch.float64, device="cpu")
    confusion = torch.zeros(classes * classes, dtype=torch.int64)
    done = 0
    for images, labels in in_order(split, batch_size):
        training = model.training
        model.eval()
        with torch.inference_mode(), autocast(device, precision):
            logits = model(preparation.network_input(images.to(device))).float().cpu()
        model.train(training)
        total_loss += cross_entropy(logits, labels, reduction="sum").double()
        confusion += torch.bincount(labels * classes + logits.argmax(1), minlength=classes * classes)
        done += len(labels)
        yield done
    confusion = confusion.reshape(classes, classes)
    right = int(confusion.diagonal().sum())
    yield Evaluation(float(total_loss) / len(split), right / len(split), confusion.numpy())


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
