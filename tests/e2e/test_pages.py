"""Every page in light and dark, in English and Chinese, and at 200 %: it paints, and complains of nothing."""

import pytest

from alexnet_gui.pages import PAGES
from alexnet_gui.settings import Settings
from tests.e2e.conftest import Start
from tests.e2e.desktop import Desktop, wait_until
from tests.e2e.program import Program

pytestmark = pytest.mark.display

LEAST_COLORS = 100  # of text and lines, smoothed; a blank page has a handful


def visit_all(program: Program, name: str) -> None:
    """Open each page by its key, look at it, then close the window."""
    program.see("check box")
    for number, entry in enumerate(PAGES):
        program.press(f"ctrl+{number + 1}")
        wait_until(lambda here=number: _rail(program)[here], f"page {entry.key}")
        x, y, width, height = program.see("layered pane").box
        picture = program.desktop.still((x, y, x + width, y + height))
        program.desktop.keep_picture(f"{name}-{entry.key}")
        assert len(picture.getcolors(1 << 24) or ()) > LEAST_COLORS, f"page {entry.key} is blank"
    ended = program.close()
    assert (ended.status, ended.err) == (0, "")


def _rail(program: Program) -> list[bool]:
    """Which page the rail says is there."""
    return [one.checked for one in program.all("check box")[: len(PAGES)]]


def look(theme: str, language: str) -> None:
    """As a person has chosen in an earlier session."""
    settings = Settings()
    settings.theme, settings.language = theme, language
    settings.store.sync()


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "zh_CN")])
def test_pages(start: Start, x_server: Desktop, theme: str, language: str) -> None:
    look(theme, language)
    visit_all(start(x_server), f"{theme}-{language}")


def test_pages_at_twice_the_size(start: Start, large_x_server: Desktop) -> None:
    look("dark", "en")
    visit_all(start(large_x_server, QT_SCALE_FACTOR="2"), "twice")
