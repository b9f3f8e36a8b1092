"""A look into the layers: it finds what plain torch finds, and the run is the same as if nobody had looked."""

import json
import logging

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.data.preparation import Preparation
from core.engine.layer_watch import PICTURES, LayerWatch, sample
from core.engine.watch_times import WatchTimes
from core.events import Evaluated, Event, Steps, Watched, from_json, to_json
from core.models.fast_forward import is_watched
from core.recipe import Recipe, checked
from core.train import Training

RECIPE = checked(
    model="lenet",
    activation="relu",
    initialization="xavier",
    lr=0.005,
    limit=100,
    batch_size=32,
    epochs=2,
    device="cpu",
    precision="fp32",
)
ALEXNET = checked(limit=8, batch_size=4, epochs=1, device="cpu", precision="fp32", batch_norm=True, dropout=0.5)


def first_look(recipe: Recipe) -> tuple[Training, Watched, dict[str, Tensor]]:
    """A run right after its first step, what was seen in it, and the weights before it."""
    training = Training(recipe)
    before = {name: tensor.clone() for name, tensor in training.model.state_dict().items()}
    look = next(event for event in training.events() if isinstance(event, Watched))
    return training, look, before


def plain(training: Training, weights: dict[str, Tensor]) -> nn.Module:
    """The network with these weights and the gradients of the first batch, as the textbook has it."""
    network = training.network().module.requires_grad_(True)
    network.load_state_dict(weights)
    images, labels = training.learner.batch(1)
    network.zero_grad()
    cross_entropy(network(training.spec.preparation.network_input(images)), labels).backward()
    return network


def length(tensors: list[Tensor]) -> float:
    return float(torch.cat([tensor.flatten() for tensor in tensors]).norm())


@pytest.mark.parametrize("more", [{}, {"parts": 3}, {"clip": 0.01}, {"optimizer": "sgd"}, {"optimizer": "muon"}])
def test_it_finds_what_plain_torch_finds(more: dict[str, object]) -> None:
    training, look, before = first_look(RECIPE.model_copy(update=more))
    network, after = plain(training, before), training.model.state_dict()
    assert look.gradient_norm == pytest.approx(length([p.grad for p in network.parameters()]), rel=1e-3)
    assert [layer.name for layer in look.layers] == ["conv.0", "conv.3", "fc.0", "fc.2", "fc.4"]
    assert [layer.units for layer in look.layers] == [6, 16, 120, 84, 10]
    for layer in look.layers:
        name = f"{layer.name}.weight"
        gradient = network.get_parameter(name).grad
        assert gradient is not None
        assert layer.gradient_norm == pytest.approx(length([gradient]), rel=1e-3)
        assert layer.weight_norm == pytest.approx(length([after[name]]), rel=1e-4)
        changed = length([after[name] - before[name]]) / length([before[name]])
        assert layer.update == pytest.approx(changed, rel=0.02)  # of a sample in the largest
        for histogram, values in ((layer.weights, after[name]), (layer.gradients, gradient)):
            ends = values.flatten().quantile(torch.tensor([0.002, 0.998]))
            assert [histogram.low, histogram.high] == pytest.approx(ends.tolist(), rel=0.2)


def test_activations_are_those_of_the_network_after_the_step() -> None:
    training, look, _ = first_look(RECIPE)
    x = training.spec.preparation.network_input(training.learner.batch(1)[0][:PICTURES])
    assert look.pictures == len(x)
    network, found = training.network().module, {layer.name: layer for layer in look.layers}
    with torch.no_grad():
        maps = network.conv[:2](x)  # type: ignore[index]
        logits = network(x)
    channels = maps.permute(1, 0, 2, 3).flatten(1)
    assert found["conv.0"].dead == int((channels.amax(1) == 0).sum())
    assert found["conv.0"].activations.zeros == pytest.approx(float((maps == 0).float().mean()), abs=0.01)
    assert found["conv.0"].activations.high == pytest.approx(float(maps[maps > 0].quantile(0.998)), rel=0.05)
    assert found["fc.4"].dead is None, "behind the last layer is no ReLU"
    assert found["fc.4"].activations.low == pytest.approx(float(logits.min()), rel=0.05)


def test_a_sigmoid_has_no_dead_units_and_dead_ones_are_counted() -> None:
    _, look, _ = first_look(RECIPE.model_copy(update={"activation": "sigmoid"}))
    assert all(layer.dead is None for layer in look.layers)
    training = Training(RECIPE)
    with torch.no_grad():
        training.model.conv[3].bias[:5] = -1000
    look = next(event for event in training.events() if isinstance(event, Watched))
    assert look.layers[1].dead == 5


def run(recipe: Recipe) -> tuple[list[Event], dict[str, Tensor], Tensor]:
    """What came, the weights at the end, and the random number that would come next."""
    training = Training(recipe)
    events = list(training.events())
    assert not is_watched(training.model)
    return events, training.model.state_dict(), torch.rand(1)


EVERYTHING = {"augment": ("flip", "shift"), "ema": 0.9, "clip": 0.5, "parts": 2, "schedule": "one-cycle"}
RECIPES = (RECIPE, RECIPE.model_copy(update=EVERYTHING), RECIPE.model_copy(update={"precision": "bf16"}), ALEXNET)


@pytest.mark.parametrize("number", range(len(RECIPES)))
def test_who_looks_leaves_no_trace(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    for due in (True, False):
        monkeypatch.setattr(WatchTimes, "is_due", lambda _self, _step, due=due: due)
        runs.append(run(RECIPES[number]))
    (events, weights, chance), (others, theirs, their_chance) = runs
    steps = [event for event in others if isinstance(event, Steps)][-1].last_step
    assert [event.step for event in events if isinstance(event, Watched)] == list(range(1, steps + 1))
    assert not any(isinstance(event, Watched) for event in others)
    assert all(torch.equal(weights[name], theirs[name]) for name in weights)
    assert torch.equal(chance, their_chance)
    for kind in (Steps, Evaluated):
        mine, wanted = ([e.loss for e in each if isinstance(e, kind)] for each in (events, others))
        assert np.array_equal(np.hstack(mine), np.hstack(wanted))


def test_a_look_into_alexnet_is_a_short_line_and_the_same_when_it_is_read_back() -> None:
    look = first_look(ALEXNET)[1]
    line = json.dumps(to_json(look), separators=(",", ":"))
    assert len(line) < 6000 and len(look.layers) == 8
    back = from_json(json.loads(line))
    assert isinstance(back, Watched)
    assert json.dumps(to_json(back), separators=(",", ":")) == line


def test_a_sample_meets_every_channel_alike() -> None:
    values = (
        torch.arange(96).float().view(1, 96, 1, 1).expand(32, 96, 54, 54).contiguous(memory_format=torch.channels_last)
    )
    counts = sample(values).long().bincount(minlength=96)
    assert counts.min() >= counts.max() - 1 > 100


class Greedy(nn.ReLU):
    """Has no memory for a look."""

    def forward(self, input: Tensor) -> Tensor:
        if not self.training:
            raise RuntimeError("CUDA out of memory.")
        return super().forward(input)


def test_where_memory_does_not_suffice_for_a_look_the_run_goes_on_without(caplog: pytest.LogCaptureFixture) -> None:
    network = nn.Sequential(nn.Flatten(), nn.Linear(784, 10), Greedy())
    watch = LayerWatch(
        network,
        Preparation(channels=1, side=28, input_side=28),
        device=torch.device("cpu"),
        precision="fp32",
    )
    images = torch.zeros(4, 1, 28, 28, dtype=torch.uint8)
    assert watch.begin(1, images)
    with caplog.at_level(logging.WARNING):
        assert watch.end(1) is None
    assert "not looked into any more" in caplog.text
    assert network.training and not is_watched(network)
    assert not watch.begin(2, images)
