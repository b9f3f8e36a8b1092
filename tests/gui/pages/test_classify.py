"""The Classify page on real files and a real network."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alexnet_gui.context import Studio
from alexnet_gui.pages.classify import ClassifyPage
from alexnet_gui.pictures.samples import samples


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, weights: Path) -> ClassifyPage:
    made = ClassifyPage(studio)
    qtbot.addWidget(made)
    made.resize(760, 580)
    made.show()
    made.shown()
    made.picker.choose(str(weights))
    return made


def ask(qtbot: QtBot, page: ClassifyPage, source: Path | bytes) -> float:
    with qtbot.waitSignal(page.answered, timeout=60_000) as heard:
        page.open_sources([source])
    assert heard.args is not None
    return heard.args[0]


def wait_for_table(qtbot: QtBot, page: ClassifyPage) -> None:
    qtbot.waitUntil(lambda: page.batch.isVisible() and page.batch.export.isVisible(), timeout=60_000)


def labels(page: ClassifyPage) -> list[str]:
    return [bar.label for bar in page.result.bars.bars]


def test_it_begins_with_an_invitation_and_samples(page: ClassifyPage) -> None:
    assert page.drop_zone.isVisible()
    assert page.strip.isVisible()
    assert not page.batch.isVisible()


@pytest.mark.parametrize("name", ["grey.png", "colour.jpg", "transparent.png", "16bit.png"])
def test_a_picture_of_any_kind_is_shown_prepared_and_answered(
    qtbot: QtBot, page: ClassifyPage, tmp_path: Path, name: str
) -> None:
    image = {
        "grey.png": Image.new("L", (90, 60), 200),
        "colour.jpg": Image.new("RGB", (90, 60), (200, 30, 60)),
        "transparent.png": Image.new("RGBA", (90, 60), (200, 30, 60, 0)),
        "16bit.png": Image.fromarray(np.full((60, 90), 40_000, np.uint16)),
    }[name]
    image.save(tmp_path / name)
    seconds = ask(qtbot, page, tmp_path / name)
    assert 0 < seconds < 60
    assert (page.result.picture.image.width(), page.result.picture.image.height()) == (90, 60)
    assert page.result.seen.image.width() == 28
    assert len(page.result.bars.bars) == 5
    assert sum(bar.probability for bar in page.result.bars.bars) <= 1 + 1e-5
    if name == "transparent.png":
        assert page.result.picture.image.pixelColor(3, 3) == QColor("white")


def test_the_window_answers_as_the_core_does(qtbot: QtBot, page: ClassifyPage, weights: Path, pictures: Path) -> None:
    from core.classify import Classifier, classify_paths
    from core.network import load_network

    expected = next(iter(classify_paths(Classifier(load_network(str(weights))), [pictures / "0.jpg"])))
    ask(qtbot, page, pictures / "0.jpg")
    assert labels(page) == [guess.label for guess in expected.guesses]
    assert [bar.probability for bar in page.result.bars.bars] == pytest.approx(
        [g.probability for g in expected.guesses]
    )
    assert expected.steps and page.result.answer is not None and page.result.answer.steps == expected.steps


def test_a_broken_file_says_so_in_place_and_the_next_one_is_answered(
    qtbot: QtBot, page: ClassifyPage, pictures: Path
) -> None:
    ask(qtbot, page, pictures / "broken.png")
    assert "broken.png" in page.result.picture.sentence
    assert labels(page) == []
    assert not page.result.show_in_network.isEnabled()
    ask(qtbot, page, pictures / "1.png")
    assert page.result.picture.sentence == ""
    assert len(labels(page)) == 5


def test_without_a_network_the_picture_is_still_prepared(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    page.picker.choose(str(pictures / "nowhere.safetensors"))
    ask(qtbot, page, pictures / "1.png")
    assert page.result.answer is not None and "nowhere.safetensors" in page.result.answer.complaint
    assert page.result.seen.image.width() == 28
    assert labels(page) == []


def test_the_switch_asks_again(qtbot: QtBot, page: ClassifyPage, tmp_path: Path) -> None:
    from core.data.fashion_mnist import load

    Image.fromarray(load().test.images[0, 0].numpy()).save(tmp_path / "boot.png")
    ask(qtbot, page, tmp_path / "boot.png")
    assert page.result.answer is not None and page.result.answer.steps == ()
    always = page.result.switch._group.button(1)
    qtbot.mouseClick(always, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.result.answer is not None and "sharpened" in page.result.answer.steps)


def test_a_picture_pasted_from_the_clipboard(qtbot: QtBot, page: ClassifyPage) -> None:
    image = QImage(50, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 200, 30))
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(page.answered, timeout=60_000):
        qtbot.mouseClick(page.paste_button, Qt.MouseButton.LeftButton)
    assert page.result.picture.image.pixelColor(20, 20) == QColor(10, 200, 30)


def test_an_empty_clipboard_gets_a_sentence(qtbot: QtBot, page: ClassifyPage, messages: list) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(page.paste_button, Qt.MouseButton.LeftButton)
    assert len(messages) == 1


def test_the_truth_of_a_folder_named_like_a_class_colours_the_bars(
    qtbot: QtBot, page: ClassifyPage, pictures: Path, tmp_path: Path
) -> None:
    ask(qtbot, page, pictures / "1.png")
    assert {bar.verdict for bar in page.result.bars.bars} == {""}
    first, second = labels(page)[:2]
    for label, verdicts in ((first, ["right", ""]), (second, ["wrong", "right"])):
        folder = tmp_path / label.replace("/", " ").lower()
        folder.mkdir()
        (folder / "1.png").write_bytes((pictures / "1.png").read_bytes())
        ask(qtbot, page, folder / "1.png")
        assert [bar.verdict for bar in page.result.bars.bars[:2]] == verdicts


def test_every_sample_is_answered_and_its_class_is_known(qtbot: QtBot, page: ClassifyPage) -> None:
    assert len(samples()) >= 10
    for sample in samples():
        with qtbot.waitSignal(page.answered, timeout=60_000):
            page.strip.picked.emit(sample.file)
        assert page.result.bars.bars[0].verdict in ("right", "wrong")


def test_a_folder_fills_the_table_and_a_row_shows_its_picture(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    page.open_sources([pictures])
    wait_for_table(qtbot, page)
    model = page.batch.model
    assert (model.rowCount(), model.failures) == (10, 1)
    assert not page.strip.isVisible()
    qtbot.waitUntil(lambda: page.result.answer is not None)  # the first readable one is shown
    table = page.batch.table
    row = next(row for row in range(10) if model.source(row) == pictures / "broken.png")
    table.scrollTo(model.index(row, 0))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(row, 1)).center())
    qtbot.waitUntil(lambda: "broken.png" in page.result.picture.sentence)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page.result.answer is not None)
    qtbot.mouseClick(page.batch.close_button, Qt.MouseButton.LeftButton)
    assert not page.batch.isVisible()
    assert page.strip.isVisible()


def test_the_table_saves_as_csv_in_the_order_shown(
    qtbot: QtBot, page: ClassifyPage, pictures: Path, tmp_path: Path
) -> None:
    page.open_sources([pictures])
    wait_for_table(qtbot, page)
    page.batch.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    page.batch.save_csv(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: "out.csv" in page.batch.summary.text())
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 10
    probabilities = [float(row["probability"]) for row in rows if not row["error"]]
    assert len(probabilities) == 9 and probabilities == sorted(probabilities, reverse=True)
    assert [Path(row["path"]).name for row in rows if row["error"]] == ["broken.png"]


def test_a_table_that_cannot_be_saved_says_so(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    page.open_sources([pictures])
    wait_for_table(qtbot, page)
    page.batch.save_csv(pictures / "no" / "such" / "folder.csv")
    qtbot.waitUntil(lambda: "not saved" in page.batch.summary.text())


def test_cancelling_ends_the_pass_and_keeps_what_is_there(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    picture = (pictures / "1.png").read_bytes()
    for number in range(400):
        (pictures / f"more-{number}.png").write_bytes(picture)
    page.open_sources([pictures])
    qtbot.waitUntil(lambda: 0 < page.batch.model.rowCount() < 410, timeout=60_000)
    qtbot.mouseClick(page.batch.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.batch._run is None, timeout=60_000)
    assert page.batch.model.rowCount() < 410
    assert "Cancelled" in page.batch.summary.text()
    ask(qtbot, page, pictures / "1.png")  # the worker is free again


def test_a_second_folder_replaces_the_first_while_it_is_under_way(
    qtbot: QtBot, page: ClassifyPage, pictures: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "only.png").write_bytes((pictures / "1.png").read_bytes())
    page.open_sources([pictures])
    page.open_sources([other])
    wait_for_table(qtbot, page)
    assert [page.batch.model.source(row) for row in range(page.batch.model.rowCount())] == [other / "only.png"]


def test_only_the_newest_of_many_pictures_is_shown(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    for number in range(8):
        page.open_sources([pictures / f"{number}.{'png' if number % 2 else 'jpg'}"])
    ask(qtbot, page, pictures / "broken.png")
    qtbot.waitUntil(lambda: "broken.png" in page.result.picture.sentence)


def test_a_picture_of_a_data_set_is_seen_as_it_is(qtbot: QtBot, page: ClassifyPage) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (1, 28, 28), np.uint8)
    with qtbot.waitSignal(page.answered, timeout=60_000):
        page.show_picture(picture, "Test 7", "Bag")
    assert page.result.answer is not None
    assert (page.result.answer.seen == picture).all()
    assert page.result.bars.bars[0].verdict in ("right", "wrong")


def test_another_language_and_another_theme_reach_every_part(qtbot: QtBot, page: ClassifyPage, pictures: Path) -> None:
    ask(qtbot, page, pictures / "1.png")
    before = page.grab().toImage()
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(page.result, QEvent(QEvent.Type.LanguageChange))
    page.clearFocus()
    assert page.grab().toImage().size() == before.size()
    assert len(labels(page)) == 5


def test_why_lays_over_the_picture_what_speaks_for_the_first_guess(
    qtbot: QtBot, page: ClassifyPage, pictures: Path
) -> None:
    result = page.result
    assert not result._because.isVisible()
    ask(qtbot, page, pictures / "0.jpg")
    with qtbot.waitSignal(page.client.explained, timeout=60_000):
        result.why.click()
    assert labels(page)[0] in result._because.text() and result._because.isVisible()
    assert not result.seen._overlay.isNull()
    with qtbot.waitSignal(page.client.explained, timeout=60_000):
        page.open_sources([pictures / "1.png"])  # the switch holds for the next picture
    assert not result.seen._overlay.isNull()
    result.why.click()
    assert result.seen._overlay.isNull() and not result._because.isVisible()
    ask(qtbot, page, pictures / "broken.png")
    assert not result.why.isEnabled()
