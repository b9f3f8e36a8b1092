"""Running ``alexnet`` in this process or in one of its own, and a small trained network."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from core.data import fashion_mnist
from core.terminal import main

# of a run that takes a second; the precision is given, for "auto" measures the machine first
SMALL = ("--model", "lenet", "--limit", "64", "--batch-size", "32", "--device", "cpu", "--precision", "fp32")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """The one line on standard error."""
        (line,) = self.err.splitlines()
        return line


Alexnet = Callable[..., Ended]


@pytest.fixture
def alexnet(capfd: pytest.CaptureFixture[str]) -> Alexnet:
    """``alexnet("runs", "list")`` runs that command in this process."""

    def run(*arguments: object) -> Ended:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Ended(status, str(printed.out), str(printed.err))

    return run


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[str]]:
    """``start("train", …)`` starts that command in a process of its own, with pipes."""

    def run(*arguments: object, **options: object) -> subprocess.Popen[str]:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen(
            [sys.executable, "-m", "core", *map(str, arguments)],
            text=True,
            env=os.environ | {"OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "error"},
            cwd=Path(__file__).parents[3],
            **pipes,  # pyright: ignore[reportArgumentType, reportCallIssue]
        )

    return run


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run of two epochs. Look at it only."""
    folder = tmp_path_factory.mktemp("trained") / "run"
    assert main(["train", *SMALL, "--epochs", "2", "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with two test pictures of Fashion-MNIST and a file that is none."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, image in enumerate(fashion_mnist.load().test.images[:2]):
        Image.fromarray(image[0].numpy()).save(folder / f"{number}.png")
    (folder / "words.txt").write_text("no picture")
    return folder
