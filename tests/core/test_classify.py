"""From files to rows."""

import os
import threading
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from core.classify import Classifier, classify_paths, files_in, top
from core.data import load
from core.data.preparation import Preparation
from core.models import build
from core.network import Network, NetworkSpec
from resources import path as resource

pytestmark = pytest.mark.filterwarnings("ignore:::PIL")


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(0)
    spec = NetworkSpec("lenet", load("fashion-mnist").classes, Preparation(input_side=28), activation="relu")
    return Network(build(spec, initialization="kaiming").eval(), spec, "LeNet", "test")


@pytest.fixture(scope="module")
def classifier(network: Network) -> Classifier:
    return Classifier(network, precision="fp32")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder of everything: good, broken, huge, grey, 16 bit, CMYK, animated, transparent and no pictures."""
    rgb = Image.linear_gradient("L").convert("RGB")
    rgb.save(tmp_path / "good.png")
    rgb.save(tmp_path / "good.jpg")
    rgb.convert("L").save(tmp_path / "grey.png")
    rgb.convert("CMYK").save(tmp_path / "cmyk.jpg")
    rgb.convert("RGBA").save(tmp_path / "transparent.webp")
    Image.fromarray(np.arange(65_536, dtype=np.uint16).reshape(256, 256)).save(tmp_path / "deep.png")
    rgb.save(tmp_path / "animated.gif", save_all=True, append_images=[Image.new("RGB", rgb.size)])
    Image.new("RGB", (6000, 4000), "white").save(tmp_path / "huge.jpg")
    (tmp_path / "broken.png").write_bytes((tmp_path / "good.png").read_bytes()[:300])
    (tmp_path / "empty.gif").touch()
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / ".hidden").write_text("not seen")
    (tmp_path / "loop.png").symlink_to("loop.png")
    below = tmp_path / "below.png"
    below.mkdir()
    rgb.save(below / "deeper.bmp")
    (below / "round").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def test_one_row_for_each_file_in_order(classifier: Classifier, mixed: Path) -> None:
    rows = list(classify_paths(classifier, [mixed, mixed / "gone.jpg", mixed / "good.png"], top=3))
    bad = {"broken.png", "empty.gif", "notes.txt", "loop.png", "gone.jpg"}
    assert [str(row.path.relative_to(mixed)) for row in rows] == [
        *("animated.gif", "broken.png", "cmyk.jpg", "deep.png", "empty.gif", "good.jpg", "good.png", "grey.png"),
        *("huge.jpg", "loop.png", "notes.txt", "transparent.webp", "below.png/deeper.bmp", "gone.jpg", "good.png"),
    ]
    for row in rows:
        if row.path.name in bad:
            assert row.guesses == () and row.error is not None and row.error.endswith(".")
        else:
            assert row.error is None and row.steps and len(row.guesses) == 3
            assert [g.probability for g in row.guesses] == sorted((g.probability for g in row.guesses), reverse=True)


def test_rows_say_what_the_network_says(classifier: Classifier, network: Network) -> None:
    test = load("fashion-mnist").test
    probabilities = classifier.classify(list(test.images[:70]))  # more than two batches
    assert probabilities.shape == (70, 10) and probabilities.dtype == np.float32
    with torch.inference_mode():
        expected = network.module(network.spec.preparation.network_input(test.images[:70])).softmax(1)
    assert np.allclose(probabilities, expected.numpy(), atol=1e-6)
    sample = resource("samples", "sneaker-28x28.png")
    row = next(classify_paths(classifier, [sample], top=10))
    prepared = network.spec.preparation.from_picture(Image.open(sample))
    one = classifier.classify([prepared])[0]
    assert {g.label: g.probability for g in row.guesses} == pytest.approx(
        dict(zip(classifier.classes, one.tolist(), strict=True)), abs=1e-6
    )


def test_nothing_gives_nothing(classifier: Classifier) -> None:
    assert classifier.classify([]).shape == (0, 10)
    assert list(classify_paths(classifier, [])) == []


def test_reduced_precision_leaves_the_network_as_it_was(network: Network) -> None:
    images = list(load("fashion-mnist").test.images[:40])
    exact = Classifier(network, precision="fp32").classify(images)
    reduced = Classifier(network, precision="bf16").classify(images)
    assert next(network.module.parameters()).dtype == torch.float32
    assert np.allclose(exact, reduced, atol=0.05) and not np.array_equal(exact, reduced)


def test_the_switch_reaches_the_preparation(classifier: Classifier) -> None:
    file = resource("samples", "bag.png")
    (adapted,) = classify_paths(classifier, [file])
    (plain,) = classify_paths(classifier, [file], adapt=False)
    assert "trimmed" in adapted.steps and plain.steps == ("grey", "resized")


def test_top_is_sorted_and_bounded() -> None:
    guesses = top(np.array([0.1, 0.6, 0.3], np.float32), ("a", "b", "c"), k=2)
    assert [guess.label for guess in guesses] == ["b", "c"]
    assert len(top(np.array([0.5, 0.5], np.float32), ("a", "b"))) == 2


def test_progress_tells_and_ends(classifier: Classifier, tmp_path: Path) -> None:
    for number in range(70):
        Image.new("L", (28, 28), number).save(tmp_path / f"{number:02}.png")
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 64

    assert len(list(classify_paths(classifier, [tmp_path], progress=note))) == 64
    assert told == [(32, 70), (64, 70)]


def test_leaving_early_leaves_no_thread(classifier: Classifier, mixed: Path) -> None:
    rows = classify_paths(classifier, [mixed])
    next(rows)
    rows.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ahead")]


def test_folders_are_walked_lazily(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.png").touch()
    files = files_in([tmp_path, tmp_path / "given.txt"])
    assert next(files) == tmp_path / "0.png"
    assert len(list(files)) == 5


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_folder_has_a_row(classifier: Classifier, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    (row,) = classify_paths(classifier, [tmp_path])
    assert row.path == closed and row.error is not None
