from pathlib import Path

import numpy as np
import pytest
import torch

from alexnet_gui.figure.map_desk import MapDesk, look_into, subject_of, untrained
from core.checkpoint import save_weights
from core.data import load
from core.data.fashion_mnist import CLASSES
from core.errors import CheckpointError
from core.models import build
from core.network import Network, NetworkSpec, preparation_for
from core.probe import all_feature_maps, layers_with_maps

LENET = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1))


@pytest.fixture
def weights(tmp_path: Path) -> str:
    """A file of LeNet's weights."""
    torch.manual_seed(1)
    file = tmp_path / "lenet.safetensors"
    save_weights(file, build(LENET), LENET)
    return str(file)


def test_a_look_is_what_the_probe_gives(weights: str) -> None:
    look = look_into(MapDesk().subject(weights, 7))
    module = build(LENET)
    torch.manual_seed(1)
    module = build(LENET)
    data = load("fashion-mnist")
    x = LENET.preparation.network_input(data.test.images[7:8])
    expected = all_feature_maps(module, x, layers_with_maps(module))
    assert look.maps.keys() == expected.keys()
    for name, maps in expected.items():
        np.testing.assert_allclose(look.maps[name], maps, rtol=1e-5, atol=1e-6)
    assert look.truth == CLASSES[int(data.test.labels[7])]
    assert (look.picture == data.test.images[7].numpy()).all()


def test_a_missing_demo_is_replaced_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(source: str) -> None:
        raise CheckpointError("It is not there.")

    monkeypatch.setattr("core.network.load_network", missing)
    look = look_into(MapDesk().subject("demo", 0))
    assert look.complaint == "It is not there."
    assert look.description.model == "AlexNet"
    assert look.maps["conv.0"].shape == (96, 54, 54)


def test_other_networks_are_not_replaced() -> None:
    with pytest.raises(CheckpointError):
        MapDesk().subject("/nowhere", 0)


def test_the_stand_in_leaves_the_generator_of_a_training_alone() -> None:
    before = torch.get_rng_state()
    first, second = untrained(), untrained()
    assert torch.equal(torch.get_rng_state(), before)
    for one, other in zip(first.module.parameters(), second.module.parameters(), strict=True):
        assert torch.equal(one, other)


def test_a_picture_of_another_kind_is_made_to_fit() -> None:
    network = Network(build(LENET), LENET, "", "")
    colour = np.random.default_rng(0).integers(0, 255, (3, 64, 64), np.uint8)
    assert subject_of(network, colour).picture.shape == (1, 28, 28)


def test_a_twin_has_the_same_weights_in_the_same_memory(weights: str) -> None:
    desk = MapDesk()
    network, twin = desk.network(weights), desk.twin(weights)
    assert twin is desk.twin(weights) and twin.module is not network.module and twin.spec == network.spec
    for one, other in zip(network.module.parameters(), twin.module.parameters(), strict=True):
        assert one.data_ptr() == other.data_ptr()
