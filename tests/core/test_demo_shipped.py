"""The demo network as it ships: small, the exact AlexNet, and as good as its card says."""

import json

import pytest
import torch

from core.data import load
from core.evaluate import evaluate
from core.models import AlexNet
from core.network import load_network
from resources import path as resource


def test_it_is_small_and_loads_into_the_exact_alexnet() -> None:
    assert resource("demo", "alexnet.demo").stat().st_size <= 12_000_000
    network = load_network("demo")
    AlexNet().load_state_dict(network.module.state_dict(), strict=True)
    assert network.spec.classes == load("fashion-mnist").classes


def accuracy(limit: int | None) -> float:
    network, data = load_network("demo"), load("fashion-mnist").limited(limit)
    result = evaluate(network.module, data.test, network.spec.preparation, classes=10)
    return result.accuracy


def test_it_knows_the_test_pictures() -> None:
    assert accuracy(1000) > 0.89  # three standard errors below what all of them give


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_all_test_pictures_give_what_its_card_says() -> None:
    card = json.loads(resource("demo", "alexnet.json").read_text("utf-8"))
    measured = accuracy(None)
    assert measured >= 0.91
    assert measured == pytest.approx(card["accuracy"], abs=5e-4)


def test_it_is_read_in_a_moment_and_evaluates_without_dropout() -> None:
    module = load_network("demo").module
    x = torch.rand(2, 1, 224, 224)
    assert not module.training and torch.equal(module(x), module(x))
