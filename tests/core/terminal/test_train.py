"""``alexnet train``: statuses, what is printed, what is left in the run folder, interruption, going on."""

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from core import recipe as recipes
from core.checkpoint import Checkpoints
from core.runs import read_run

SMALL = ("--model", "lenet", "--limit", "64", "--batch-size", "32", "--device", "cpu", "--precision", "fp32")
FOREVER = (*SMALL, "--epochs", "10000")


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def until(process: subprocess.Popen[str], event: str) -> dict[str, Any]:
    """The first event of that name that the process prints."""
    assert process.stdout
    for line in process.stdout:
        row = json.loads(line)
        if row["event"] == event:
            return row
    raise AssertionError(f"it ended without {event!r}")


def test_a_run_prints_what_it_records(alexnet, tmp_path: Path) -> None:
    ended = alexnet("train", *SMALL, "--epochs", "1", "--out", tmp_path / "run", "--json")
    assert ended.status == 0
    printed = rows(ended.out)
    assert printed == rows((tmp_path / "run" / "metrics.jsonl").read_text("utf-8"))
    names = [row["event"] for row in printed]
    assert names[0] == "started"
    assert names[-3:] == ["evaluated", "saved", "finished"]
    assert sum(len(row["loss"]) for row in printed if row["event"] == "steps") == 2
    assert "epoch 1/1   test loss" in ended.err


def test_a_run_without_a_place_goes_home(alexnet, home: Path) -> None:
    ended = alexnet("train", *SMALL, "--epochs", "1", "--seed", "7")
    (folder,) = (home / "runs").iterdir()
    assert ended.out.startswith("Done after step 2: test accuracy ")
    assert str(folder) in ended.out
    assert read_run(folder).recipe.seed == 7


def test_flags_go_before_the_recipe_and_the_recipe_before_the_book(alexnet, tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text('model = "lenet"\nlimit = 32\nepochs = 3\nprecision = "fp32"\naugment = ["flip"]\ndevice = "cpu"\n')
    assert (
        alexnet("train", "--recipe", file, "--epochs", "1", "--augment", "none", "--out", tmp_path / "run").status == 0
    )
    kept = recipes.read(tmp_path / "run" / "recipe.toml")
    assert (kept.model, kept.limit, kept.epochs, kept.augment, kept.batch_size) == ("lenet", 32, 1, (), 128)


def test_a_preset_with_a_flag(alexnet, tmp_path: Path) -> None:
    alexnet("train", "--preset", "lenet", *SMALL, "--epochs", "1", "--out", tmp_path / "run")
    kept = recipes.read(tmp_path / "run" / "recipe.toml")
    assert (kept.optimizer, kept.lr, kept.epochs) == ("sgd", recipes.presets()["lenet"].lr, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--data fashion-mnits", "Did you mean 'fashion-mnist'?"),
        ("--device cuda:99", "There is no device 'cuda:99' here"),
        ("--device cpu --precision fp16", "fp16"),
        ("--epochs 0", "epochs"),
        ("--augment flop", "augment"),
        ("--recipe nothing.toml", "nothing.toml cannot be read"),
        ("--recipe x.toml --preset book", "not both"),
        ("--resume nothing", "There is no run 'nothing'"),
        ("--resume . --out x", "leave out --recipe, --preset and --out"),
    ],
)
def test_a_wrong_argument_leaves_nothing_behind(alexnet, home: Path, arguments: str, said: str) -> None:
    ended = alexnet("train", *SMALL[:4], *arguments.split())
    assert ended.status == 2
    assert said in ended.said
    assert list(home.glob("runs/*")) == []


def test_a_folder_that_is_no_data_set(alexnet, home: Path, tmp_path: Path) -> None:
    ended = alexnet("train", *SMALL, "--data", tmp_path)
    assert ended.status == 1
    assert "no class with pictures" in ended.said
    assert list(home.glob("runs/*")) == []


def test_an_old_run_is_not_written_over(alexnet, trained: Path) -> None:
    ended = alexnet("train", *SMALL, "--out", trained)
    assert ended.status == 2
    assert "already holds a run" in ended.said


def test_a_run_that_goes_on_keeps_its_recipe(alexnet, trained: Path) -> None:
    ended = alexnet("train", "--resume", trained, "--batch-size", "8")
    assert ended.status == 2
    assert "keeps its --batch-size; only --epochs, --lr, --patience, --parts, --device, --precision" in ended.said


def test_a_finished_run_can_be_given_more_epochs(alexnet, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    alexnet("train", *SMALL, "--epochs", "1", "--out", folder)
    ended = alexnet("train", "--resume", folder, "--epochs", "2", "--json")
    printed = rows(ended.out)
    assert (ended.status, printed[0]["step"], printed[-1]["step"]) == (0, 2, 4)
    assert read_run(folder).epochs_done == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_saves_ends_130_and_can_go_on(start, alexnet, tmp_path: Path, number: signal.Signals) -> None:
    process = start("train", *FOREVER, "--out", tmp_path / "run", "--json")
    until(process, "evaluated")
    process.send_signal(number)
    out, err = process.communicate()
    assert process.returncode == 130
    *_, saved, finished = rows(out)
    assert (saved["event"], finished["event"], finished["reason"]) == ("saved", "finished", "stopped")
    assert saved["step"] == finished["step"]
    assert "--resume" in err.splitlines()[-1]
    assert "Traceback" not in err
    epochs = finished["step"] // 2 + 1
    ended = alexnet("train", "--resume", tmp_path / "run", "--epochs", epochs, "--json")
    assert (ended.status, rows(ended.out)[0]["step"]) == (0, finished["step"])


def test_a_reader_that_goes_away_stops_the_run_and_saves_it(start, tmp_path: Path) -> None:
    process = start("train", *FOREVER, "--out", tmp_path / "run", "--json")
    until(process, "evaluated")
    process.stdout.close()
    process.wait()
    assert process.returncode == 1
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    run = read_run(tmp_path / "run")
    assert (run.state, run.resumable) == ("stopped", True)


def test_a_run_is_trained_anew_with_the_changes_that_were_made_in_it(alexnet, start, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    process = start("train", *SMALL, "--epochs", "60", "--out", folder, "--json")
    until(process, "evaluated")
    assert alexnet("control", folder, "lr", "0.02").status == 0
    process.communicate()
    anew = start("train", "--replay", folder, "--out", tmp_path / "anew")  # with as many threads as the first
    anew.communicate()
    assert anew.returncode == 0
    kept, replayed = (Checkpoints(place).load_state()[0] for place in (folder, tmp_path / "anew"))
    assert all(kept[name].equal(replayed[name]) for name in kept)
    assert "leave out --recipe" in alexnet("train", "--replay", folder, "--preset", "lenet").said
