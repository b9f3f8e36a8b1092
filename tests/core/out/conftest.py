"""A small trained run to take things out of."""

from pathlib import Path

import pytest

from core.terminal import main


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run of two epochs of seven steps. Look at it only."""
    folder = tmp_path_factory.mktemp("out") / "a run"
    small = ("--model", "lenet", "--limit", "200", "--batch-size", "32", "--device", "cpu", "--precision", "fp32")
    assert main(["train", *small, "--lr", "0.004", "--epochs", "2", "--out", str(folder)]) == 0
    return folder
