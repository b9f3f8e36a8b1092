import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy as torch_cross_entropy

from core.arithmetic.answer import cross_entropy, softmax


@pytest.mark.parametrize("size", [1.0, 30.0, 2000.0])
def test_probabilities_and_loss_are_torch_s(size: float) -> None:
    logits = torch.randn(10, generator=torch.Generator().manual_seed(0)) * size
    found = softmax(logits.numpy())
    np.testing.assert_allclose(found.probabilities, logits.double().softmax(0).numpy(), atol=1e-12)
    np.testing.assert_allclose(found.exponentials / found.total, found.probabilities)
    assert found.exponentials.max() == 1 and found.probabilities.sum() == pytest.approx(1)
    for truth in range(10):
        expected = torch_cross_entropy(logits.double()[None], torch.tensor([truth])).item()
        assert cross_entropy(found, truth) == pytest.approx(expected, abs=1e-9)


def test_infinite_logits_have_no_probabilities() -> None:
    assert np.isnan(softmax(np.array([np.inf, 0.0])).probabilities).any()
