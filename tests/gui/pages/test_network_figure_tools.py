from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.figure.heat import PARAMETERS, TIME
from alexnet_gui.pages.network import NetworkPage
from alexnet_gui.pages.network_figure_tools import KIND

WAIT = 60_000  # milliseconds


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> NetworkPage:
    """The page with a LeNet."""
    made = studio.show_page("network")
    assert isinstance(made, NetworkPage)
    made.resize(1000, 760)
    made.show()
    made.picker.choose(str(weights))
    qtbot.waitUntil(lambda: made._look is not None and made._look.description.model == "LeNet", timeout=WAIT)
    return made


def heats(page: NetworkPage) -> list[float | None]:
    return [item.state.heat for item in page.figure._items.values()]


def test_the_layers_are_coloured_by_what_is_chosen(qtbot: QtBot, page: NetworkPage) -> None:
    assert not any(heats(page)) and not page.tools.legend.isVisible()
    page.tools.colour_by(PARAMETERS)
    assert max(heat or 0 for heat in heats(page)) == 1.0 and heats(page)[0] is None
    assert page.tools.legend.isVisible() and "48.1 k" in page.tools.legend.accessibleName()
    page.compare.click()
    qtbot.waitUntil(lambda: len(page._drawn) == 2, timeout=WAIT)
    assert sorted(heat for heat in heats(page) if heat)[-1] == 1.0
    assert "26.2 M" in page.tools.legend.accessibleName()
    page.tools.colour_by(KIND)
    assert not any(heats(page)) and not page.tools.legend.isVisible()


def test_times_are_measured_when_they_are_wanted(qtbot: QtBot, page: NetworkPage) -> None:
    page.tools.colour_by(TIME)
    qtbot.waitUntil(lambda: bool(page.tools.seconds), timeout=WAIT)
    assert page.tools.legend.isVisible() and page.tools.legend.accessibleName().endswith("ms")
    page.views.switch.chosen.emit(page.views.indexOf(page.views.table))
    cells = [page.views.table.item(row, 7).text() for row in range(page.views.table.rowCount())]
    assert all(cell.endswith("s") for cell in cells)


def test_a_layer_is_found_by_the_keyboard(qtbot: QtBot, page: NetworkPage) -> None:
    page.tools.search.open()
    qtbot.keyClicks(page.tools.search, "conv 2")
    qtbot.keyClick(page.tools.search, Qt.Key.Key_Return)
    assert page.views.maps.grid.maps.shape == (16, 10, 10)
    page.tools.search.open()
    page.tools.search.clear()
    qtbot.keyClicks(page.tools.search, "fc.1")
    qtbot.keyClick(page.tools.search, Qt.Key.Key_Return)
    assert page._layer == "fc.1"


def test_the_figure_is_saved(page: NetworkPage, tmp_path: Path) -> None:
    page.tools.save_figure(tmp_path / "net.svg")
    assert QSvgRenderer(str(tmp_path / "net.svg")).isValid()
    assert ">120<" in (tmp_path / "net.svg").read_text("utf-8")  # what stands below a layer is text
    page.tools.save_figure(tmp_path / "no" / "net.svg")
    assert "no" in page.message.text() and page.message.isVisible()
