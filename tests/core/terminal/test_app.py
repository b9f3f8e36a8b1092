"""The command line as a whole: help, version, statuses, one sentence for every failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.recipe import Recipe


def test_without_a_command_it_explains_itself(alexnet) -> None:
    ended = alexnet()
    assert ended.status == 0
    assert all(command in ended.out for command in ("train", "classify", "describe", "data", "runs", "export"))
    assert ended.out == alexnet("--help").out


@pytest.mark.parametrize(
    "command", ["train", "classify", "describe", "data", "runs", "export", "devices", "bench", "demo make"]
)
def test_every_command_has_help(alexnet, command: str) -> None:
    ended = alexnet(*command.split(), "--help")
    assert (ended.status, ended.err) == (0, "")
    assert f"Usage: alexnet {command}" in ended.out


def test_every_setting_of_a_recipe_is_a_flag_of_train(alexnet) -> None:
    said = alexnet("train", "--help").out
    for name in Recipe.model_fields:
        assert f"--{name.replace('_', '-')} " in said


def test_the_version(alexnet) -> None:
    ended = alexnet("--version")
    assert ended.status == 0
    assert ended.out.strip()[0].isdigit()


def test_what_computes_nothing_loads_no_torch() -> None:
    code = """
import sys
from core.terminal import main
for line in ("--help", "train --help", "classify --help", "runs list", "data list", "bench", "tarin"):
    main(line.split())
    assert "torch" not in sys.modules, line
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("tarin", 'Did you mean "train"?'),
        ("train --epoks 3", "Did you mean --epochs?"),
        ("train --model alexnot", 'Did you mean "alexnet"?'),
        ("train --lr fast", "--lr takes a number, but was given 'fast'."),
        ("train --epochs 1.5", "--epochs takes a whole number, but was given '1.5'."),
        ("train --limit some", "--limit takes a whole number, but was given 'some'."),
        ("train --epochs", "--epochs requires an argument"),
        ("train now", "'now' is one argument too many; see alexnet train --help."),
        ("runs shwo x", 'Did you mean "show"?'),
        ("classify", "requires an argument"),
        ("classify x.png --top 0", "--top"),
        ("export demo --format onnx", '"safetensors", "torch"'),
        ("describe alexnot", "Did you mean 'alexnet'?"),
        ("bench trian", "Did you mean 'train'?"),
        ("demo make --from nothing", "There is no run 'nothing'"),
    ],
)
def test_a_wrong_argument_gets_one_sentence_and_status_2(alexnet, arguments: str, said: str) -> None:
    ended = alexnet(*arguments.split())
    assert ended.status == 2
    assert said in ended.said
    assert ended.out == ""


def test_what_nobody_expected_is_one_sentence_and_a_log(alexnet, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_folder: Path | None) -> None:
        raise ZeroDivisionError("the sky\nfell")

    monkeypatch.setattr("core.terminal.runs.runs_in", broken)
    ended = alexnet("runs", "list")
    log = home / "logs" / "terminal.log"
    assert ended.status == 1
    assert "ZeroDivisionError: the sky fell" in ended.said
    assert str(log) in ended.said
    assert "Traceback" in log.read_text("utf-8")


def test_a_debugger_gets_the_traceback(alexnet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALEXNET_DEBUG", "1")
    assert "Traceback" in alexnet("runs", "show", "nothing").err


def test_a_reader_that_goes_away_is_no_disaster(start) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("data", "list", "--json", stdout=writing)
    os.close(writing)
    _, err = process.communicate()
    assert (process.returncode, err) == (1, "")


def test_a_file_name_that_is_no_text_is_printed_all_the_same(start, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("file names are text here")
    folder = os.fsencode(tmp_path) + b"/\xff"
    os.makedirs(folder)
    process = start("runs", "show", os.fsdecode(folder))
    _, err = process.communicate()
    assert process.returncode == 2
    assert "\\udcff is no run" in err
