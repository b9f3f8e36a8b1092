import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from core import demo_file
from core.data import load
from core.demo import make_demo
from core.demo_file import unpack
from core.errors import ArgumentError, CheckpointError, RunError
from core.evaluate import evaluate
from core.events import Evaluated, Event, Finished, Saved, Started, Steps
from core.network import load_network, make_network
from core.recipe import Recipe
from core.runs import METRICS, read_run
from core.train import train

LIMIT = 250


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Steps this small spend their time in waiting for each other's threads."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small run: LeNet that has learnt something."""
    folder = tmp_path_factory.mktemp("runs") / "lenet"
    recipe = Recipe(
        model="lenet", activation="relu", limit=LIMIT, epochs=4, batch_size=32, lr=0.003, precision="fp32", device="cpu"
    )
    for _ in train(recipe, folder=folder):
        pass
    return folder


@pytest.fixture(scope="module")
def made(run: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    out = tmp_path_factory.mktemp("demo") / "new" / "lenet.demo"
    events = list(make_demo(run, out, epochs=2, keep=0.2, lr=0.001, limit=LIMIT, device="cpu", precision="fp32"))
    return out, events


def test_its_events_are_those_of_a_run(made: tuple[Path, list[Event]]) -> None:
    out, events = made
    assert isinstance(events[0], Started)
    lr = [float(value) for event in events if isinstance(event, Steps) for value in event.lr]
    assert len(lr) == 2 * 8
    assert max(lr) == pytest.approx(0.001, rel=0.02) and lr[-1] < 0.0001
    *_, saved, finished = events
    assert isinstance(saved, Saved) and saved.path == str(out)
    assert isinstance(finished, Finished) and finished.reason == "done"


def test_the_file_is_as_good_as_it_says(made: tuple[Path, list[Event]], run: Path) -> None:
    out, events = made
    weights, spec, card = unpack(out.read_bytes())
    network = make_network(weights, spec, title="", source="")
    test = load("fashion-mnist").limited(LIMIT).test
    result = evaluate(network.module, test, spec.preparation, classes=10)
    shipped = [event for event in events if isinstance(event, Evaluated)][-1]
    assert result.accuracy == shipped.accuracy == card["accuracy"]
    learnt = read_run(run).best_accuracy
    assert learnt is not None and learnt > 0.5
    assert result.accuracy > learnt - 0.1


def test_the_hidden_layers_are_sparse_and_the_others_are_not(made: tuple[Path, list[Event]]) -> None:
    weights, _, card = unpack(made[0].read_bytes())
    left = [
        weights[f"fc.{layer}.weight"].count_nonzero() / weights[f"fc.{layer}.weight"].numel() for layer in (0, 2, 4)
    ]
    assert float(left[0]) == pytest.approx(0.2, abs=0.001)
    assert float(left[1]) == pytest.approx(0.2, abs=0.001)
    assert left[2] > 0.9
    assert card["retrained"]["hidden_weights_left"] == pytest.approx(0.2, abs=0.001)
    assert weights["fc.0.weight"].unique().numel() <= 33


def test_the_card_beside_it(made: tuple[Path, list[Event]], run: Path) -> None:
    out, _ = made
    about = json.loads(out.with_suffix(".json").read_text("utf-8"))
    data = out.read_bytes()
    assert (about["bytes"], about["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert about["test_images"] == LIMIT
    assert about["trained"]["epochs"] == 4
    assert about["trained"]["accuracy"] == read_run(run).best_accuracy
    assert sorted(file.name for file in out.parent.iterdir()) == ["lenet.demo", "lenet.json"]


def test_the_run_it_came_from_is_untouched(run: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in run.rglob("*") if file.is_file()}
    for _ in make_demo(run, tmp_path / "a.demo", epochs=1, limit=20, device="cpu", precision="fp32"):
        pass
    assert {file: file.read_bytes() for file in run.rglob("*") if file.is_file()} == before


def test_the_program_finds_it_where_it_ships(
    made: tuple[Path, list[Event]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_file, "resource", lambda *parts: made[0])
    assert load_network("demo").spec.model == "lenet"


def test_what_cannot_be_is_said_in_a_sentence(run: Path, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="above 0 and at most 1, but it is 12"):
        next(make_demo(run, keep=12))
    with pytest.raises(ArgumentError, match="Epochs"):
        next(make_demo(run, epochs=0))
    with pytest.raises(RunError, match="is no run"):
        next(make_demo(tmp_path))
    (tmp_path / "recipe.toml").write_text(Recipe().toml())
    with pytest.raises(CheckpointError, match="no weights yet"):
        next(make_demo(tmp_path, limit=10, device="cpu", precision="fp32"))


def test_a_place_that_cannot_be_written(run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    events = make_demo(run, tmp_path / "file" / "a.demo", epochs=1, limit=20, device="cpu", precision="fp32")
    with pytest.raises(CheckpointError, match="cannot be written to"):
        list(events)
    assert (run / METRICS).exists()
