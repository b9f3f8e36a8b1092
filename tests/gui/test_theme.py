"""The look: readable in both schemes, told apart by all eyes, the same wherever it is asked for."""

from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import resources
from alexnet_gui import theme
from alexnet_gui.context import Studio
from alexnet_gui.pages import PAGES
from alexnet_gui.theme import DARK, LIGHT, Colors


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in QColor(color).getRgbF()[:3]]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read(scheme: Colors) -> None:
    for behind in (scheme.window, scheme.surface, scheme.hover):
        assert contrast(scheme.text, behind) >= 7
        assert contrast(scheme.muted, behind) >= 4.5
        assert contrast(scheme.accent, behind) >= 4.5
    assert contrast(scheme.accent, scheme.chosen) >= 4
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.bad, scheme.surface) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_curves_can_be_seen_and_told_apart(scheme: Colors) -> None:
    assert contrast(scheme.train, scheme.surface) >= 3
    assert contrast(scheme.test, scheme.surface) >= 3
    order = [scheme.in_order(place) for place in (0, 0.2, 0.4, 0.6, 0.8, 1)]
    assert all(contrast(color, scheme.surface) >= 3 for color in order)
    assert sorted(order, key=luminance) == order
    kinds = [scheme.layer(kind) for kind in ("Conv2d", "MaxPool2d", "ReLU", "Dropout", "Linear")]
    assert all(one != other for one, other in combinations(kinds, 2))


def test_the_setting_changes_palette_sheet_and_icons(themed: object, studio: Studio, qapp: QApplication) -> None:
    studio.settings.theme = "light"
    light = pixels(theme.icon("play"))
    assert theme.colors() is LIGHT
    assert qapp.palette().window().color() == QColor(LIGHT.window)
    studio.settings.theme = "dark"
    assert theme.colors() is DARK
    assert qapp.palette().text().color() == QColor(DARK.text)
    assert DARK.accent in qapp.styleSheet()
    assert pixels(theme.icon("play")) != light


def test_the_sheet_uses_every_colour_it_names(themed: object, qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    used = {field.name for field in fields(Colors)}
    assert {"accent", "line", "edge"} < used
    for part in qapp.styleSheet().split('url("')[1:]:
        assert Path(part.split('"')[0]).exists()


def test_a_muted_label_takes_the_muted_colour(themed: object, studio: Studio, qtbot: QtBot) -> None:
    studio.settings.theme = "dark"
    label = QLabel("x")
    label.setProperty("muted", True)
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().windowText().color() == QColor(DARK.muted)


def test_three_sizes_and_figures_of_one_width(qapp: QApplication) -> None:
    small, body, title = (theme.font(size).pointSizeF() for size in ("small", "body", "title"))
    assert small < body < title
    assert theme.font(figures=True).featureTags()


@pytest.mark.parametrize("name", [*(entry.key for entry in PAGES), "play", "pause", "stop", "open", "paste",
                                  "delete", "rename", "undo", "plus"])  # fmt: skip
def test_icons_are_line_drawings_of_one_stroke(name: str, qapp: QApplication) -> None:
    drawing = resources.read("icons", f"{name}.svg").decode()
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    tinted = pixels(theme.icon(name, "#ff0000"))
    assert (255, 0, 0, 255) in tinted
    assert (0, 0, 0, 0) in tinted


def pixels(icon: QIcon) -> set[tuple[int, int, int, int]]:
    image = icon.pixmap(72, 72).toImage()
    return {
        tuple(image.pixelColor(x, y).getRgb())  # pyright: ignore[reportReturnType]
        for x in range(image.width())
        for y in range(image.height())
    }
