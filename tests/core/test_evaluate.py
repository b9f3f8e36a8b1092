"""Evaluation: the figures of a known network, and a model left as it was."""

import numpy as np
import torch
from torch import Tensor, nn

from core.data.dataset import Split
from core.data.preparation import Preparation
from core.evaluate import Evaluation, evaluate, evaluation_steps

PLAIN = Preparation(1, 4, 4)


class FirstPixel(nn.Module):
    """Says class 1 where the first pixel is bright, with logits ±1."""

    def forward(self, x: Tensor) -> Tensor:
        sign = torch.where(x[:, 0, 0, 0] > 0.5, 1.0, -1.0)
        return torch.stack([-sign, sign], 1)


def split() -> Split:
    images = torch.zeros(10, 1, 4, 4, dtype=torch.uint8)
    images[:4] = 255
    return Split(images, torch.tensor([1, 1, 1, 0, 0, 0, 0, 0, 0, 1]))


def test_loss_accuracy_and_confusion_are_exact() -> None:
    result = evaluate(FirstPixel(), split(), PLAIN, classes=2, batch_size=3)
    assert result.accuracy == 0.8
    np.testing.assert_array_equal(result.confusion, [[5, 1], [1, 3]])
    said = result.predictions
    assert said.labels.tolist() == split().labels.tolist() and said.predicted.tolist() == [1] * 4 + [0] * 6
    sure = 1 / (1 + np.exp(-2))
    np.testing.assert_allclose(said.confidence, [sure] * 10, rtol=1e-6)
    np.testing.assert_allclose(said.truth, [1 - sure if place in (3, 9) else sure for place in range(10)], rtol=1e-6)
    right, wrong = np.log1p(np.exp(-2)), np.log1p(np.exp(2))
    assert abs(result.loss - (8 * right + 2 * wrong) / 10) < 1e-6


def test_batches_report_progress_and_the_mode_is_kept() -> None:
    model = nn.Sequential(nn.Flatten(), nn.Dropout(0.5), nn.Linear(16, 2))
    seen = []
    for step in evaluation_steps(
        model, split(), PLAIN, classes=2, device=torch.device("cpu"), precision="fp32", batch_size=4
    ):
        seen.append(step)
        assert model.training
    assert seen[:-1] == [4, 8, 10] and isinstance(seen[-1], Evaluation)
