"""Networks from wherever weights lie; nothing that a file says is run."""

import pickle
from pathlib import Path

import pytest
import torch

from core.checkpoint import save_weights
from core.errors import CheckpointError
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for

SPEC = NetworkSpec("lenet", tuple("abcdefghij"), preparation_for("lenet", channels=1), activation="relu")


def test_a_safetensors_file_brings_its_classes_and_switches(tmp_path: Path) -> None:
    module = build(SPEC).eval()
    save_weights(tmp_path / "mine.safetensors", module, SPEC)
    network = load_network(str(tmp_path / "mine.safetensors"))
    x = torch.rand(2, 1, 28, 28)
    assert network.spec == SPEC and network.title == "mine" and not network.module.training
    assert torch.allclose(network.module(x), module(x), atol=1e-6)


def test_a_plain_state_dict_is_recognised_by_its_shapes(tmp_path: Path) -> None:
    torch.save(build(SPEC).state_dict(), tmp_path / "plain.pt")
    network = load_network(str(tmp_path / "plain.pt"))
    assert network.spec.model == "lenet" and network.spec.classes[0] == "T-shirt/top"


class Evil:
    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (self.target,))  # type: ignore[return-value]


def test_a_pickle_that_runs_code_is_refused_and_not_run(tmp_path: Path) -> None:
    file, proof = tmp_path / "evil.pt", tmp_path / "proof"
    file.write_bytes(pickle.dumps(Evil(proof)))
    with pytest.raises(CheckpointError, match="no plain state dict"):
        load_network(str(file))
    torch.save({"conv.0.weight": Evil(proof)}, file)
    with pytest.raises(CheckpointError, match="no plain state dict"):
        load_network(str(file))
    assert not proof.exists()


@pytest.mark.parametrize("content", [{}, {"conv.0.weight": torch.zeros(5, 1, 3, 3), "b.bias": torch.zeros(3)}, [1, 2]])
def test_other_tensors_are_one_sentence(tmp_path: Path, content: object) -> None:
    torch.save(content, tmp_path / "other.pt")
    with pytest.raises(CheckpointError):
        load_network(str(tmp_path / "other.pt"))


def test_weights_that_do_not_fit_their_description_are_one_sentence(tmp_path: Path) -> None:
    other = NetworkSpec("lenet", ("a", "b"), SPEC.preparation)
    save_weights(tmp_path / "x.safetensors", build(other), SPEC)
    with pytest.raises(CheckpointError, match="do not fit"):
        load_network(str(tmp_path / "x.safetensors"))


def test_nothing_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="give demo, a run folder or a file"):
        load_network(str(tmp_path / "nothing"))
    with pytest.raises(CheckpointError, match="no weights yet"):
        load_network(str(tmp_path))
