"""A run on a folder that is streamed: the same as in memory, gone on with bit for bit, its broken pictures told."""

from pathlib import Path

import pytest
import torch
from PIL import Image

from core.data import folder as folders
from core.data.skipped import sentence
from core.data.stream import Stream
from core.events import Event, Steps, Warned
from core.recipe import Recipe
from core.train import Training


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    """Of a folder with 22 training pictures, one of them broken, and 2 test pictures."""
    generator = torch.Generator().manual_seed(0)
    for split, count in (("train", 11), ("test", 1)):
        for name in ("a", "b"):
            (tmp_path / "set" / split / name).mkdir(parents=True)
            for number in range(count):
                pixels = torch.randint(256, (30, 40, 3), dtype=torch.uint8, generator=generator)
                Image.fromarray(pixels.numpy()).save(tmp_path / "set" / split / name / f"{number:02}.png")
    (tmp_path / "set" / "train" / "b" / "05.png").write_bytes(b"broken")
    return Recipe(
        data=str(tmp_path / "set"),
        model="lenet",
        activation="relu",
        lr=1e-3,
        epochs=2,
        batch_size=5,
        device="cpu",
        precision="fp32",
    )


def losses(events: list[Event]) -> list[float]:
    return [float(loss) for event in events if isinstance(event, Steps) for loss in event.loss]


def weights(training: Training) -> torch.Tensor:
    return torch.cat([tensor.flatten() for tensor in training.model.state_dict().values()])


def test_a_streamed_run_is_that_of_the_memory_and_goes_on_bit_for_bit(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Training(recipe)
    expected = losses(list(held.events()))
    assert isinstance(held.dataset.train.images, torch.Tensor) and len(expected) == 10
    monkeypatch.setattr(folders, "_MEMORY_SHARE", 0.0)
    monkeypatch.setattr("core.train.REPORT_SECONDS", 0.0)
    streamed = Training(recipe, tmp_path)
    assert isinstance(streamed.dataset.train.images, Stream)
    events: list[Event] = []
    for event in streamed.events():
        events.append(event)
        if isinstance(event, Steps) and event.last_step == 3:
            streamed.stop()
    resumed = Training(recipe, tmp_path, resume=True)
    assert resumed.step == 3
    rest = list(resumed.events())
    assert losses(events) + losses(rest) == expected
    assert torch.equal(weights(resumed), weights(held))
    for run in (events, rest):
        told = [event.message for event in run if isinstance(event, Warned)]
        assert len(told) <= 1, "once"
    assert "05.png" in next(event.message for event in (*events, *rest) if isinstance(event, Warned))


def test_broken_pictures_of_a_set_in_memory_are_told_at_the_start(recipe: Recipe) -> None:
    events = list(Training(recipe).events())
    assert [isinstance(event, Warned) for event in events[:3]] == [False, True, False]
    assert sum(isinstance(event, Warned) for event in events) == 1


def test_of_many_some_are_named() -> None:
    assert sentence(["a.png is empty."]) == "a.png is empty. Another picture of its class stands in for it."
    assert sentence([f"{n}.png is empty." for n in range(1200)]).startswith("1,200 pictures cannot be read")
    assert "0.png is empty. 1.png is empty. 2.png is empty. And 1,197 more" in sentence(
        ["0.png is empty."] + [f"{n}.png is empty." for n in range(1, 1200)]
    )
