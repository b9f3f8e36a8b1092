"""For tests from outside: a desktop of their own, and the real program on it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, desktop, what_is_missing
from tests.e2e.program import Program

Start = Callable[..., Program]


def skip(reason: str) -> None:
    """Skip the test; where everything has to be there, fail it."""
    if os.environ.get("ALEXNET_REQUIRE_DISPLAY") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def x_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A screen of 1280x800 with a window manager."""
    yield from _desktop(tmp_path_factory, 1280, 800)


@pytest.fixture(scope="session")
def large_x_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A screen for a scale of 200 %."""
    yield from _desktop(tmp_path_factory, 2560, 1600)


def _desktop(folders: pytest.TempPathFactory, width: int, height: int) -> Iterator[Desktop]:
    if missing := what_is_missing():
        skip(f"no desktop to test on; missing: {missing}")
    with desktop(folders.mktemp("desktop"), width, height) as made:
        yield made


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """``start(x_server, picture, QT_SCALE_FACTOR="2")`` starts the program; at the end of the test it ends."""
    with ExitStack() as stack:

        def run(on: Desktop, *arguments: object, **environment: str) -> Program:
            program = Program(on, home, *arguments, **environment)
            stack.callback(program.end)
            return program

        yield run


@pytest.fixture
def window(start: Start, x_server: Desktop) -> Program:
    """The program with its window on the screen."""
    program = start(x_server)
    program.window()
    return program
