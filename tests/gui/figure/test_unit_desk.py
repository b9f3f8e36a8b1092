"""What is kept of a network's units, and for how long."""

import gc
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from alexnet_gui.figure.map_desk import Subject
from alexnet_gui.figure.unit_desk import UnitDesk, seen_by
from core.data import load
from core.data.fashion_mnist import CLASSES
from core.models import LeNet, build
from core.models.describe import describe
from core.network import NetworkSpec, preparation_for
from core.recipe import checked

SPEC = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1))


def subject(spec: NetworkSpec, data: str | None = None) -> Subject:
    torch.manual_seed(0)
    module = build(spec).eval().requires_grad_(False)
    picture = torch.zeros(spec.preparation.channels, spec.preparation.side, spec.preparation.side, dtype=torch.uint8)
    return Subject(module, spec, picture, None, "a test", recipe=checked(data=data, model=spec.model) if data else None)


def test_a_walk_and_a_picture_are_kept_while_the_network_is_there() -> None:
    desk, asked = UnitDesk(), subject(SPEC)
    walks = list(desk.walk(asked, "conv.3", 40))
    assert [walk is walks[-1] for walk in desk.walk(asked, "conv.3", 40)] == [True]
    assert list(desk.walk(asked, "conv.3", 60))[-1].excited.total == 60
    made = list(desk.make(asked, "conv.3", 2))
    assert [again is made[-1] for again in desk.make(asked, "conv.3", 2)] == [True]
    del asked
    gc.collect()
    assert len(desk._walks) == len(desk._made) == 0


def test_what_was_given_up_is_not_kept() -> None:
    desk, asked = UnitDesk(), subject(SPEC)
    steps = desk.make(asked, "fc.2", 0)
    next(steps)
    steps.close()
    assert len(list(desk.make(asked, "fc.2", 0))) > 1


def test_the_patch_is_that_of_the_description() -> None:
    described = describe(LeNet())
    assert seen_by(described, "conv.3", 4, 6) == (10 / 28, 6 / 28, 24 / 28, 20 / 28)
    assert seen_by(described, "fc.0", 0, 0) is None


def test_a_picture_that_was_kept_small_is_there_whole(tmp_path: Path) -> None:
    noise = np.random.default_rng(0)
    for label in ("cat", "dog"):
        (tmp_path / label).mkdir()
        for number in range(5):
            pixels = noise.integers(0, 256, (224, 224, 3), np.uint8)
            Image.fromarray(pixels).save(tmp_path / label / f"{number}.png")
    data = load(str(tmp_path))
    preparation = preparation_for("lenet", channels=3, side=data.side)
    asked = subject(NetworkSpec("lenet", data.classes, preparation), str(tmp_path))
    walk = list(UnitDesk().walk(asked, "conv.0", 10))[-1]
    (whole,) = UnitDesk().original(asked, 10, 1)
    assert walk.excited.pictures.shape == (2, 3, 64, 64) and whole.shape == (3, 224, 224)
    assert np.array_equal(whole, data.test.picture(1).numpy())
