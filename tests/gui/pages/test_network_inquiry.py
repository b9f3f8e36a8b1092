from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.figure.map_desk import Subject
from alexnet_gui.pages.network_inquiry import NetworkInquiry
from core.recipe import Recipe

WAIT = 60_000  # milliseconds


class Page(QObject):
    """Picks a network and a picture, and keeps what it hears."""

    def __init__(self, studio: Studio, source: str) -> None:
        super().__init__()
        self.source, self.pin = source, 5
        self.inquiry = NetworkInquiry(studio, lambda: self.source, lambda: self.pin, self)
        self.heard: list[object] = []

    def ask(self, question) -> None:
        self.inquiry.ask(question, self.heard.append, self.heard.append, owner=self)

    def stream(self, question) -> None:
        self.inquiry.stream(
            question, self.heard.append, lambda: self.heard.append("done"), self.heard.append, owner=self
        )


def first_weight(subject: Subject) -> float:
    return float(next(subject.module.parameters()).flatten()[0])


def weights_at_three_steps(subject: Subject) -> Iterator[float]:
    for _ in range(3):
        yield first_weight(subject)


@pytest.fixture
def training(qtbot: QtBot, studio: Studio) -> Page:
    """A page that asks about a network in training."""
    recipe = Recipe(model="lenet", limit=512, epochs=2000, batch_size=32, device="cpu", precision="fp32")
    studio.runner.start(recipe)
    qtbot.waitUntil(lambda: studio.run_state.step > 0, timeout=WAIT)
    return Page(studio, "training")


def test_the_newest_question_of_an_owner_is_answered(qtbot: QtBot, studio: Studio, weights) -> None:
    page = Page(studio, str(weights))
    for number in range(5):
        page.ask(lambda subject, number=number: (number, tuple(subject.x.shape), subject.truth))
    qtbot.waitUntil(lambda: bool(page.heard) and not studio.background.busy, timeout=WAIT)
    assert page.heard == [(4, (1, 1, 28, 28), "Trouser")]


def test_a_stream_is_left_for_a_newer_one(qtbot: QtBot, studio: Studio, weights) -> None:
    page = Page(studio, str(weights))

    def endless(subject: Subject) -> Iterator[int]:
        yield from iter(int, 1)

    page.stream(endless)
    qtbot.waitUntil(lambda: bool(page.heard), timeout=WAIT)
    page.stream(weights_at_three_steps)
    qtbot.waitUntil(lambda: "done" in page.heard, timeout=WAIT)
    assert page.heard[-4:-1] == [page.heard[-2]] * 3 and page.heard[-2] != 0


def test_what_goes_wrong_is_said(qtbot: QtBot, studio: Studio) -> None:
    page = Page(studio, "/nowhere/net.safetensors")
    page.ask(first_weight)
    qtbot.waitUntil(lambda: bool(page.heard), timeout=WAIT)
    page.stream(weights_at_three_steps)
    qtbot.waitUntil(lambda: len(page.heard) == 2, timeout=WAIT)
    assert all("nowhere" in str(sentence) for sentence in page.heard)


def test_a_training_is_asked_between_its_steps_and_copied_for_what_is_long(
    qtbot: QtBot, studio: Studio, training: Page
) -> None:
    training.ask(first_weight)
    qtbot.waitUntil(lambda: len(training.heard) == 1, timeout=WAIT)
    asked_at = studio.run_state.step
    qtbot.waitUntil(lambda: studio.run_state.step > asked_at + 2, timeout=WAIT)
    training.ask(first_weight)
    qtbot.waitUntil(lambda: len(training.heard) == 2, timeout=WAIT)
    assert training.heard[0] != training.heard[1]
    training.stream(weights_at_three_steps)
    qtbot.waitUntil(lambda: "done" in training.heard, timeout=WAIT)
    assert len(set(training.heard[2:5])) == 1


def test_what_was_forgotten_is_not_heard(qtbot: QtBot, studio: Studio, training: Page) -> None:
    training.ask(first_weight)
    training.inquiry.forget(training)
    training.stream(weights_at_three_steps)
    training.inquiry.forget(training)
    other = Page(studio, "training")
    other.stream(weights_at_three_steps)
    qtbot.waitUntil(lambda: "done" in other.heard, timeout=WAIT)
    assert training.heard == []
