"""``alexnet export``: the file, its name, and what is said of it."""

from pathlib import Path

import pytest
import torch

from core.models import LeNet
from core.network import load_network


def test_the_plain_state_dict(alexnet, trained: Path, tmp_path: Path) -> None:
    file = tmp_path / "weights.pt"
    ended = alexnet("export", trained, "--format", "torch", "-o", file)
    assert (ended.status, ended.out.strip()) == (0, str(file))
    LeNet().load_state_dict(torch.load(file, weights_only=True), strict=True)


def test_without_a_file_it_lies_here_and_is_named_like_the_network(
    alexnet, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert alexnet("export", trained, "--format", "safetensors").status == 0
    (file,) = tmp_path.glob("*.safetensors")
    assert file.name == "run-best.safetensors"
    assert load_network(str(file)).spec.model == "lenet"


def test_a_folder_that_is_not_there(alexnet, trained: Path, tmp_path: Path) -> None:
    ended = alexnet("export", trained, "--format", "torch", "-o", tmp_path / "no" / "weights.pt")
    assert ended.status == 2
    assert str(tmp_path / "no") in ended.said
