"""Training, evaluation and classification see the same pixels; pictures of the world become like the data set's."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from core.data import load
from core.data.preparation import Preparation
from core.pictures import open_picture
from resources import path as resource

BOOK = Preparation()
SAMPLES = sorted(file for file in resource("samples").glob("*.png") if "28x28" not in file.name)


def item(*, size: tuple[int, int], box: tuple[int, int, int, int], ground: object, ink: object) -> Image.Image:
    picture = Image.new("RGB", size, ground)  # type: ignore[arg-type]
    picture.paste(ink, box)  # type: ignore[arg-type]
    return picture


def adapted(picture: Image.Image) -> tuple[np.ndarray, tuple[str, ...]]:
    prepared = BOOK.from_picture(picture)
    return prepared.image[0].numpy().astype(int), prepared.steps


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_test_image_saved_as_png_comes_back_bit_for_bit(mode: str) -> None:
    test = load("fashion-mnist").test
    for index in range(0, 10_000, 250):
        file = io.BytesIO()
        Image.fromarray(test.images[index, 0].numpy()).convert(mode).save(file, "PNG")
        prepared = BOOK.from_picture(open_picture(file.getvalue()))
        assert torch.equal(prepared.image, test.images[index])
        assert prepared.steps == ()


def test_network_input_is_the_same_through_both_ways() -> None:
    test = load("fashion-mnist").test
    pictures = [BOOK.from_picture(Image.fromarray(image[0].numpy())).image for image in test.images[:4]]
    assert torch.equal(BOOK.network_input(torch.stack(pictures)), BOOK.network_input(test.images[:4]))


def test_light_coloured_off_centre_picture_is_trimmed_negated_and_centred() -> None:
    picture = item(size=(300, 400), box=(170, 40, 250, 200), ground=(245, 235, 225), ink=(120, 20, 20))
    image, steps = adapted(picture)
    assert steps == ("trimmed", "grey", "resized", "sharpened", "negated", "levelled", "centred")
    assert not image[:, :6].any() and not image[:, 22:].any()  # 80×160 becomes 14×28, in the middle
    assert image[2:26, 8:20].min() > 150


def test_white_on_black_is_not_negated() -> None:
    image, steps = adapted(item(size=(300, 300), box=(30, 100, 170, 170), ground="black", ink="white"))
    assert "negated" not in steps and "levelled" not in steps
    assert image[14, 14] == 255
    assert not image[:6].any() and not image[22:].any()


def test_noisy_ground_is_trimmed_to_the_item() -> None:
    noise = np.random.default_rng(0).normal(215, 12, (400, 300, 3)).clip(0, 255).astype(np.uint8)
    noise[100:300, 120:220] = (40, 40, 60)
    image, steps = adapted(Image.fromarray(noise))
    assert steps[0] == "trimmed"
    assert (image.max(axis=1) > 100).all()  # the item reaches from top to bottom
    assert (image[14] > 100).sum() in (13, 14, 15)


def test_item_that_touches_the_border_stays_whole() -> None:
    image, _ = adapted(item(size=(200, 280), box=(60, 80, 140, 280), ground=(250, 250, 250), ink=(30, 30, 30)))
    assert (image[2:26].max(axis=1) > 180).all()
    assert abs((image[14] > 100).sum() - 28 * 80 / 200) <= 1


def test_busy_picture_is_not_trimmed() -> None:
    busy = np.random.default_rng(0).integers(0, 256, (60, 90, 3)).repeat(5, 0).repeat(5, 1).astype(np.uint8)
    _, steps = adapted(Image.fromarray(busy))
    assert "trimmed" not in steps and "levelled" not in steps


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (300, 200), (240, 240, 240)),
        Image.new("L", (1, 1), 0),
        Image.new("L", (1, 3000), 255),
        item(size=(400, 400), box=(200, 200, 202, 202), ground="white", ink="black"),
    ],
    ids=["empty", "one pixel", "line", "speck"],
)
def test_picture_with_nothing_in_it_works_and_is_not_trimmed(picture: Image.Image) -> None:
    prepared = BOOK.from_picture(picture)
    assert prepared.image.shape == (1, 28, 28)
    assert "trimmed" not in prepared.steps


def test_the_switch() -> None:
    picture = item(size=(300, 400), box=(170, 40, 250, 200), ground=(245, 235, 225), ink=(120, 20, 20))
    plain = BOOK.from_picture(picture, adapt=False)
    assert plain.steps == ("grey", "resized")
    assert plain.image[0, 0, 0] > 220  # still light
    small = Image.fromarray(load("fashion-mnist").test.images[0, 0].numpy())
    assert "sharpened" in BOOK.from_picture(small, adapt=True).steps
    assert BOOK.from_picture(small, adapt=False).steps == ()


def test_enlarged_test_images_come_back_nearly_as_they_were() -> None:
    test = load("fashion-mnist").test
    likeness = []
    for index in range(30):
        small = Image.fromarray(255 - test.images[index, 0].numpy())
        world = Image.new("L", (400, 340), 255)
        world.paste(small.resize((280, 280), Image.Resampling.BICUBIC), (100, 20))
        image, _ = adapted(world)
        original = test.images[index, 0].numpy().astype(int)
        likeness.append(np.corrcoef(image.ravel(), original.ravel())[0, 1])
    assert np.mean(likeness) > 0.88


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_samples_need_and_get_all_steps(file) -> None:
    prepared = BOOK.from_picture(open_picture(file))
    assert {"trimmed", "grey", "negated", "levelled", "centred"} <= set(prepared.steps)
    assert not prepared.image[0, 0, 0] and prepared.image.max() > 120


@pytest.mark.parametrize("channels", [1, 3])
def test_photo_style_crops_the_centre(channels: int) -> None:
    photo = Preparation(channels=channels, side=32, input_side=32, style="photo")
    picture = item(size=(200, 100), box=(50, 0, 150, 100), ground="black", ink="white")
    prepared = photo.from_picture(picture)
    assert prepared.image.shape == (channels, 32, 32)
    assert prepared.image.dtype == torch.uint8
    assert int(prepared.image[:, :, 1:-1].min()) == 255
    assert prepared.steps == ("resized", "cropped")
    assert photo.from_picture(Image.new("L", (32, 32))).steps == ()


def test_colour_keeps_its_channels_in_order() -> None:
    photo = Preparation(channels=3, side=8, input_side=8, style="photo")
    image = photo.from_picture(Image.new("RGB", (8, 8), (10, 20, 30))).image
    assert image[:, 0, 0].tolist() == [10, 20, 30]
