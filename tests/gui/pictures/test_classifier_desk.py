"""The core's parts behind the Classify page, without a window."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from alexnet_gui.pictures.classifier_desk import ClassifierDesk, thumbnail
from core import precision
from core.checkpoint import save_weights
from core.data.fashion_mnist import CLASSES
from core.errors import CheckpointError, PictureError
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for


def save_lenet(file: Path, *, seed: int, channels: int = 1) -> None:
    torch.manual_seed(seed)
    classes = CLASSES if channels == 1 else ("cat", "dog")
    spec = NetworkSpec("lenet", classes, preparation_for("lenet", channels=channels), activation="relu")
    save_weights(file, build(spec), spec)


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network in a file, on a machine that is known to be best in fp32."""
    monkeypatch.setattr(precision, "measure", lambda device: precision.SelfTest(error=1.0, speed=1.0))
    save_lenet(tmp_path / "lenet.safetensors", seed=0)
    return tmp_path / "lenet.safetensors"


@pytest.fixture
def desk(weights: Path) -> ClassifierDesk:
    made = ClassifierDesk()
    assert made.load(str(weights)) == ""
    return made


def png(size: tuple[int, int] = (60, 40), color: tuple[int, int, int] = (30, 90, 200)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    return file.getvalue()


def test_an_answer_holds_plain_values_only(desk: ClassifierDesk) -> None:
    answer = desk.look(png(), adapt=None)
    assert (answer.picture.shape, answer.picture.dtype) == ((40, 60, 3), np.uint8)
    assert (answer.seen.shape, answer.seen.dtype) == ((1, 28, 28), np.uint8)
    assert answer.classes == CLASSES
    assert [type(value) for value in answer.guesses[0]] == [str, float]
    assert [p for _, p in answer.guesses] == sorted((p for _, p in answer.guesses), reverse=True)


def test_a_large_picture_is_shown_smaller(desk: ClassifierDesk) -> None:
    assert desk.look(png((3000, 1500)), adapt=None).picture.shape == (512, 1024, 3)


def test_no_picture_raises(desk: ClassifierDesk, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"gone\.png"):
        desk.look(tmp_path / "gone.png", adapt=None)


def test_a_network_that_is_not_there_is_a_sentence(weights: Path) -> None:
    desk = ClassifierDesk()
    complaint = desk.load(str(weights.with_name("none.safetensors")))
    answer = desk.look(png(), adapt=None, complaint=complaint)
    assert "none.safetensors" in answer.complaint
    assert answer.guesses == ()
    assert answer.seen.shape == (1, 28, 28)
    with pytest.raises(CheckpointError):
        next(desk.walk([weights], adapt=None))


def test_weights_written_anew_are_read_anew(desk: ClassifierDesk, weights: Path) -> None:
    before = desk.look(png(), adapt=None).guesses
    save_lenet(weights, seed=1)
    stamp = weights.stat().st_mtime_ns + 1_000_000
    os.utime(weights, ns=(stamp, stamp))
    desk.load(str(weights))
    assert desk.look(png(), adapt=None).guesses != before


def test_a_network_in_memory_answers_until_another_is_loaded(desk: ClassifierDesk, weights: Path) -> None:
    of_file = desk.look(png(), adapt=None).guesses
    save_lenet(weights.with_name("other.safetensors"), seed=1)
    desk.take(load_network(str(weights.with_name("other.safetensors"))))
    assert desk.look(png(), adapt=None).guesses != of_file
    desk.load(str(weights))
    assert desk.look(png(), adapt=None).guesses == of_file


def test_pictures_of_a_data_set_fit_or_are_made_to_fit(desk: ClassifierDesk, weights: Path) -> None:
    noise = np.random.default_rng(0)
    grey, colour = noise.integers(0, 256, (1, 28, 28), np.uint8), noise.integers(0, 256, (3, 90, 90), np.uint8)
    as_it_is = desk.look(grey, adapt=None)
    assert (as_it_is.seen == grey).all() and as_it_is.steps == ()
    assert desk.look(grey, adapt=True).steps != ()
    assert desk.look(colour, adapt=None).seen.shape == (1, 28, 28)
    save_lenet(weights.with_name("colour.safetensors"), seed=0, channels=3)
    desk.load(str(weights.with_name("colour.safetensors")))
    assert desk.look(grey, adapt=None).seen.shape == (3, 28, 28)


def test_a_walk_comes_in_portions_and_agrees_with_single_answers(desk: ClassifierDesk, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(70):
        (folder / f"{number:02}.png").write_bytes(png(color=(number * 3, 90, 200 - number)))
    (folder / "35.png").write_bytes(b"broken")
    portions = list(desk.walk([folder, png()], adapt=None))
    assert portions[0].verdicts[0].source == png()
    files = [verdict for portion in portions[1:] for verdict in portion.verdicts]
    assert len(portions) > 2
    assert [Path(str(verdict.source)).name for verdict in files] == [f"{number:02}.png" for number in range(70)]
    assert [number for number, verdict in enumerate(files) if verdict.error] == [35]
    assert portions[-1].done == portions[-1].total == 70
    for number in (0, 34, 69):
        label, probability = desk.look(folder / f"{number:02}.png", adapt=None).guesses[0]
        assert files[number].label == label
        assert files[number].probability == pytest.approx(probability, abs=1e-5)


def test_thumbnails_are_small_and_need_no_network(tmp_path: Path) -> None:
    small = thumbnail(png((600, 300)), 64)
    assert small is not None and small.shape == (32, 64, 3)
    assert thumbnail(tmp_path / "gone.png", 64) is None


def test_what_speaks_for_the_first_guess_is_grad_cam(desk: ClassifierDesk, weights: Path) -> None:
    from core.attribution import attribution
    from core.out.steps import done

    answer = desk.look(png(), adapt=True)
    network = load_network(str(weights))
    x = network.spec.preparation.network_input(torch.from_numpy(answer.seen)[None])
    target = CLASSES.index(answer.guesses[0][0])
    found = desk.why(answer)
    assert found.dtype == np.float32 and found.shape == (28, 28)
    np.testing.assert_allclose(found, done(attribution(network.module, x, target, "grad-cam")).values, atol=1e-6)
