"""A picture dragged by the mouse out of a real file manager is classified."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageChops

import resources
from tests.e2e.desktop import Desktop, wait_until
from tests.e2e.program import Program

pytestmark = pytest.mark.display

SAMPLE, CLASS = "ankle-boot.png", "Ankle boot"
LEFT = (0, 0, 380, 600)  # x, y, width, height of the file manager; the program's window gets the rest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    place = tmp_path / "pictures to drag"
    place.mkdir()
    return place


@pytest.fixture
def file_manager(x_server: Desktop, folder: Path) -> Iterator[str]:
    """The window of a file manager that shows the folder, at the left of the screen."""
    with subprocess.Popen(["pcmanfm", str(folder)], env=x_server.environment, stderr=subprocess.DEVNULL) as process:
        window = wait_until(lambda: x_server.windows(folder.name), "the file manager")[0]
        x_server.place(window, *LEFT)
        yield window
        process.kill()


def icon_of(desktop: Desktop, bring: Path, folder: Path) -> tuple[int, int]:
    """Copy a file into the folder and give the place where its icon comes up, found as eyes do."""
    x, y, width, height = LEFT
    view = (x, y + 40, width, height - 60)  # without the line that counts the files
    empty = desktop.still(view)
    shutil.copy(bring, folder)
    wait_until(lambda: ImageChops.difference(empty, desktop.picture(view)).getbbox(), "the icon")
    box = ImageChops.difference(empty, desktop.still(view)).getbbox()
    assert box
    return view[0] + (box[0] + box[2]) // 2, view[1] + box[1] + (box[3] - box[1]) // 3  # its name is below it


def guesses(program: Program) -> list[str]:
    """The classes that it names with a percentage, in their order."""
    found = [re.fullmatch(r"(.+?) (?:[<>] )?\d+\.\d %", one.name) for one in program.all()]
    return [match[1] for match in found if match]


def test_a_picture_dragged_from_a_file_manager_is_classified(
    window: Program, x_server: Desktop, file_manager: str, folder: Path
) -> None:
    window.see("label", "Fashion-MNIST.*")
    x_server.place(window.window(), LEFT[2], 24, 1280 - LEFT[2], 740)
    x_server.place(file_manager, *LEFT)
    picture = icon_of(x_server, resources.path("samples", SAMPLE), folder)

    page = (LEFT[2] + 100, 100, 1200, 700)
    before = x_server.still(page)

    def cue_is_there() -> None:
        wait_until(lambda: before != x_server.picture(page), "a word on what a drop would do")
        x_server.keep_picture("drag")

    x_server.drag(picture, (LEFT[2] + 500, 400), before_release=cue_is_there)
    wait_until(lambda: guesses(window), "an answer")
    x_server.keep_picture("dropped")
    assert guesses(window)[0] == CLASS
    assert window.see("label", SAMPLE)
    assert (folder / SAMPLE).exists(), "a drop is no move"
    ended = window.close()
    assert (ended.status, ended.err) == (0, "")
