"""For the tests of the pages: a small network with weights of its own, a run, and pictures as files."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.recipe import checked


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LeNet with random weights in a file, on a machine that is known to be best in fp32."""
    import torch

    from core import precision
    from core.checkpoint import save_weights
    from core.data.fashion_mnist import CLASSES
    from core.models import build
    from core.network import NetworkSpec, preparation_for

    monkeypatch.setattr(precision, "measure", lambda device: precision.SelfTest(error=1.0, speed=1.0))
    torch.manual_seed(0)
    spec = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1), activation="relu")
    file = tmp_path / "lenet.safetensors"
    save_weights(file, build(spec), spec)
    return file


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real run of two epochs. Look at it only."""
    from core.train import train

    recipe = checked(
        model="lenet", activation="relu", initialization="xavier", epochs=2, limit=300, batch_size=32, device="cpu",
        precision="fp32",
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("runs") / "run"
    for _ in train(recipe, folder=folder):
        pass
    return folder


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with ten pictures, one of them broken."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    noise = np.random.default_rng(0)
    for number in range(9):
        pixels = noise.integers(0, 256, (40, 30, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"{number}.{'png' if number % 2 else 'jpg'}")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    return folder
