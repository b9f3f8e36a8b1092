import os
import sys
from pathlib import Path

import pytest
import torch
from torch import nn

from core.data.fashion_mnist import CLASSES
from core.errors import ArgumentError, CheckpointError
from core.export import export
from core.models import build
from core.network import Network, NetworkSpec, load_network, make_network, preparation_for


class TextbookLeNet(nn.Module):
    """As section 7.6 of "Dive into Deep Learning" writes it down, with the names of our state dict."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 6, kernel_size=5, padding=2),
            nn.Sigmoid(),
            nn.AvgPool2d(2, stride=2),
            nn.Conv2d(6, 16, kernel_size=5),
            nn.Sigmoid(),
            nn.AvgPool2d(2, stride=2),
        )
        self.fc = nn.Sequential(nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(torch.flatten(self.conv(x), 1))


def network(model: str = "lenet") -> Network:
    torch.manual_seed(0)
    spec = NetworkSpec(model=model, classes=CLASSES, preparation=preparation_for(model, channels=1))
    return make_network(build(spec).state_dict(), spec, title="a test", source="test")


def test_a_torch_file_is_the_plain_state_dict_of_the_textbook_class(tmp_path: Path) -> None:
    lenet = network()
    written = export(lenet, "torch", tmp_path / "lenet.pt")
    state = torch.load(written, weights_only=True)
    assert type(state) is dict
    assert all(tensor.is_contiguous() and tensor.dtype == torch.float32 for tensor in state.values())
    textbook = TextbookLeNet().eval()
    textbook.load_state_dict(state, strict=True)
    x = torch.rand(3, 1, 28, 28)
    with torch.no_grad():
        assert torch.allclose(textbook(x), lenet.module(x), atol=1e-6)


@pytest.mark.parametrize("format", ["torch", "safetensors"])
def test_what_is_exported_can_be_opened_again(tmp_path: Path, format: str) -> None:
    lenet = network()
    suffix = {"torch": ".pt", "safetensors": ".safetensors"}[format]
    again = load_network(str(export(lenet, format, tmp_path / f"net{suffix}")))
    assert again.spec == lenet.spec
    for name, tensor in lenet.module.state_dict().items():
        assert torch.equal(again.module.state_dict()[name], tensor)


def test_safetensors_keep_classes_of_ones_own(tmp_path: Path) -> None:
    spec = NetworkSpec(
        model="lenet",
        classes=("Äpfel", "Birnen"),
        preparation=preparation_for("lenet", channels=3),
        activation="relu",
    )
    own = make_network(build(spec).state_dict(), spec, title="", source="")
    file = export(own, "safetensors", tmp_path / "own.safetensors")
    assert load_network(str(file)).spec == spec


def test_the_same_network_makes_the_same_bytes(tmp_path: Path) -> None:
    lenet = network()
    for format in ("torch", "safetensors"):
        first, second = (export(lenet, format, tmp_path / name) for name in ("first", "second"))
        assert first.read_bytes() == second.read_bytes()


def test_an_old_file_is_replaced_but_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "net.pt"
    file.write_text("old")
    export(network(), "torch", file)
    assert len(torch.load(file, weights_only=True)) == 10
    (tmp_path / "folder").mkdir()
    with pytest.raises(ArgumentError, match="is a folder or a device"):
        export(network(), "torch", tmp_path / "folder")
    assert sorted(os.listdir(tmp_path)) == ["folder", "net.pt"]


def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no format 'pickle'; choose one of safetensors, torch"):
        export(network(), "pickle", tmp_path / "a")
    with pytest.raises(ArgumentError, match="There is no folder"):
        export(network(), "torch", tmp_path / "gone" / "a")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("format", ["torch", "safetensors"])
def test_a_disk_without_room_is_a_sentence_and_keeps_the_old_file(tmp_path: Path, format: str) -> None:
    import resource

    file = tmp_path / "a.weights"
    file.write_text("old")
    lenet = network()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(CheckpointError, match=r"a\.weights cannot be written: .+\.$"):
            export(lenet, format, file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.weights"]
