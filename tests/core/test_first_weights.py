"""What a run began with is found again, bit for bit, and nobody's random numbers are disturbed."""

import pytest
import torch

from core.engine.learner import Learner
from core.first_weights import first_weights
from core.models.initialization import INITIALIZATIONS
from core.recipe import checked


@pytest.mark.parametrize(
    ("model", "initialization"), [*(("lenet", name) for name in INITIALIZATIONS), ("alexnet", "default")]
)
def test_they_are_those_of_a_real_run_before_its_first_step(model: str, initialization: str) -> None:
    recipe = checked(
        model=model, initialization=initialization, batch_norm=model == "alexnet", seed=7, limit=20, batch_size=10,
        device="cpu", precision="fp32",
    )  # fmt: skip
    learner = Learner(recipe)
    state = torch.random.get_rng_state()
    found = first_weights(recipe, learner.spec)
    assert torch.equal(torch.random.get_rng_state(), state)
    expected = learner.model.state_dict()
    assert list(found) == list(expected)
    for name, tensor in expected.items():
        assert torch.equal(found[name], tensor), name
