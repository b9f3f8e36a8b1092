"""Ranked guesses: lengths, words and colours of the bars."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from alexnet_gui import theme
from alexnet_gui.widgets.top_k_bars import BAR, TopKBars, percentage

GUESSES = [("Coat", 0.6), ("Shirt", 0.3), ("Pullover", 0.1)]


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0, "0.0 %"), (0.0004, "< 0.1 %"), (0.5, "50.0 %"), (0.931, "93.1 %"), (0.99951, "> 99.9 %"), (1, "100.0 %")],
)
def test_what_is_not_quite_certain_never_reads_so(probability: float, text: str) -> None:
    assert percentage(probability) == text


@pytest.mark.parametrize(
    ("truth", "verdicts"),
    [(None, ["", "", ""]), ("Coat", ["right", "", ""]), ("Shirt", ["wrong", "right", ""]), ("Bag", ["wrong", "", ""])],
)
def test_the_truth_colours_the_bars(qtbot: QtBot, truth: str | None, verdicts: list[str]) -> None:
    bars = TopKBars()
    qtbot.addWidget(bars)
    bars.set_guesses(GUESSES, truth=truth)
    colors = theme.colors()
    expected = {"right": colors.good, "wrong": colors.bad}
    assert [bar.verdict for bar in bars.bars] == verdicts
    for bar in bars.bars:
        assert not bar.verdict or bar.color == expected[bar.verdict]


def test_a_bar_is_as_long_as_its_probability_and_says_it(qtbot: QtBot) -> None:
    bars = TopKBars()
    qtbot.addWidget(bars)
    bars.resize(300, 200)
    bars.set_guesses(GUESSES)
    bars.grab()  # lays out
    for bar, (label, probability) in zip(bars.bars, GUESSES, strict=True):
        shot = bar.grab().toImage()
        y = bar.height() - BAR // 2
        filled = sum(QColor(shot.pixel(x, y)) == QColor(bar.color) for x in range(bar.width()))
        assert filled == pytest.approx(bar.width() * probability, abs=3)
        assert bar.accessibleName() == f"{label} {percentage(probability)}"


def test_new_guesses_replace_the_old(qtbot: QtBot) -> None:
    bars = TopKBars()
    qtbot.addWidget(bars)
    bars.set_guesses(GUESSES)
    bars.set_guesses([("Bag", 1.0)])
    assert [bar.label for bar in bars.bars] == ["Bag"]
    bars.set_guesses([])
    assert bars.bars == ()
