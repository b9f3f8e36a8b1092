"""Whoever cannot see the Classify and Data pages hears what each control is; whoever has a small window sees it all."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.classify import ClassifyPage
from alexnet_gui.pages.data import DataPage


@pytest.mark.parametrize("kind", [ClassifyPage, DataPage])
def test_every_control_has_a_name(qtbot: QtBot, studio: Studio, kind: type[ClassifyPage] | type[DataPage]) -> None:
    page = kind(studio)
    qtbot.addWidget(page)
    controls = [
        control
        for group in (QAbstractButton, QComboBox, QAbstractItemView, QProgressBar)
        for control in page.findChildren(group)
        if not (control.objectName().startswith("qt_") or _inside_of_qt(control))
    ]
    assert len(controls) > 5
    nameless = [control for control in controls if not (control.accessibleName() or _text(control))]
    assert nameless == []


def _inside_of_qt(control: QWidget) -> bool:
    """The list of a combo box, the corner of a table: parts that Qt makes for itself."""
    parent = control.parent()
    return isinstance(parent, QAbstractItemView) or (
        parent is not None and "Private" in parent.metaObject().className()
    )


def _text(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


@pytest.mark.parametrize("kind", [ClassifyPage, DataPage])
def test_a_page_fits_the_smallest_window(
    qtbot: QtBot, studio: Studio, kind: type[ClassifyPage] | type[DataPage]
) -> None:
    page = kind(studio)
    qtbot.addWidget(page)
    assert page.minimumSizeHint().width() * 1.4 <= 1024 - 96  # longer languages, and the rail beside it
    assert page.minimumSizeHint().height() <= 700 - 130
