import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core import places, run_notes, runs
from core.errors import RunError
from core.recipe import Recipe
from core.run_lock import FILE as LOCK
from core.run_lock import RunLock

MakeRun = Callable[..., Path]
STARTED = (
    '{"event": "started", "time": %s, "recipe": {}, "device": "cpu", "precision": "fp32", "parameters": 1, '
    '"steps_per_epoch": 2, "classes": [], "train_images": 4, "test_images": 4}\n'
)
EVALUATED = (
    '{"event": "evaluated", "time": 20, "epoch": 1, "step": 2, "loss": 0.5, "accuracy": 0.75, "seconds": 1, '
    '"confusion": [[1]]}\n'
)
FINISHED = '{"event": "finished", "time": 21, "step": 2, "reason": "%s", "accuracy": 0.75, "best_accuracy": 0.75}\n'


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    def make(name: str = "run", metrics: str = "") -> Path:
        folder = tmp_path / "runs" / name
        folder.mkdir(parents=True)
        (folder / "recipe.toml").write_text(Recipe(epochs=1).toml())
        if metrics:
            (folder / "metrics.jsonl").write_text(metrics)
        return folder

    return make


def test_summary_of_a_run_that_is_done(make_run: MakeRun) -> None:
    folder = make_run("a", STARTED % 10 + EVALUATED + FINISHED % "done")
    (folder / "checkpoints").mkdir()
    (folder / "checkpoints" / "index.json").write_text("{}")
    run = runs.read_run(folder)
    assert (run.title, run.notes, run.state, run.epochs_done, run.step) == ("a", "", "done", 1, 2)
    assert (run.accuracy, run.best_accuracy, run.loss, run.seconds) == (0.75, 0.75, 0.5, 11)
    assert run.recipe == Recipe(epochs=1)
    assert run.resumable
    assert run.size_bytes == sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def test_states(make_run: MakeRun) -> None:
    assert runs.read_run(make_run("a")).state == "interrupted"
    assert runs.read_run(make_run("b", STARTED % 10 + EVALUATED)).state == "interrupted"
    assert runs.read_run(make_run("c", STARTED % 10 + FINISHED % "stopped")).state == "stopped"
    failed = '{"event": "failed", "time": 12, "step": 1, "message": "The disk is full."}\n'
    run = runs.read_run(make_run("d", STARTED % 10 + failed))
    assert (run.state, run.message, run.resumable) == ("failed", "The disk is full.", False)
    folder = make_run("e", STARTED % 10)
    with RunLock(folder):
        assert runs.read_run(folder).state == "running"
    assert runs.read_run(folder).state == "interrupted"


def test_a_run_of_another_machine_is_running_while_it_speaks(
    make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_run("server", STARTED % 1000)
    (folder / LOCK).write_text('{"host": "a-server", "pid": 7}')
    monkeypatch.setattr(runs.time, "time", lambda: 1030.0)
    assert runs.read_run(folder).state == "running"
    monkeypatch.setattr(runs.time, "time", lambda: 1300.0)
    assert runs.read_run(folder).state == "interrupted"


def test_list_is_newest_first_and_skips_what_is_no_run(make_run: MakeRun, tmp_path: Path) -> None:
    make_run("old", STARTED % 10)
    make_run("new", STARTED % 20)
    (make_run("bad") / "recipe.toml").write_text("colour = 'red'")
    (make_run("worse") / "recipe.toml").write_bytes(b"\xff\x00")
    (tmp_path / "runs" / "empty").mkdir()
    (tmp_path / "runs" / "a file").write_text("")
    runs.delete(make_run("deleted", STARTED % 30))
    assert [run.title for run in runs.runs_in(tmp_path / "runs")] == ["new", "old"]
    assert runs.runs_in(tmp_path / "nowhere") == []
    assert runs.runs_in() == []


@pytest.mark.parametrize("content", [None, "epochs = 0", "epochs = "])
def test_what_is_no_run_is_a_sentence(make_run: MakeRun, content: str | None) -> None:
    folder = make_run()
    (folder / "recipe.toml").unlink()
    if content is not None:
        (folder / "recipe.toml").write_text(content)
    with pytest.raises(RunError, match=r"^[^\n]+\.$"):
        runs.read_run(folder)


def test_events_come_in_order_and_a_silent_run_has_none(make_run: MakeRun, tmp_path: Path) -> None:
    folder = make_run("a", STARTED % 10 + '{"event": "changed", "time": 11}\n' + EVALUATED + '{"event"')
    assert [event.name for event in runs.events_of(folder)] == ["started", "evaluated"]
    assert list(runs.events_of(make_run("silent"))) == []
    with pytest.raises(RunError):
        list(runs.events_of(tmp_path / "nowhere"))


def test_new_folders_are_unique_and_plainly_named() -> None:
    recipe = Recipe(data="/pictures/Äpfel & <Birnen>: 2026*?/")
    first, second = runs.new_run_folder(recipe), runs.new_run_folder(recipe)
    assert first.parent == places.runs_folder()
    assert first != second
    assert first.name[16:] == " alexnet Äpfel-Birnen-2026"
    assert list(first.iterdir()) == []
    assert runs.new_run_folder(Recipe(data="/")).name[16:] == " alexnet"
    assert runs.new_run_folder(Recipe(data="a" * 300)).name.endswith("a" * 40)


def test_a_home_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="No run can be kept in"):
        runs.new_run_folder(Recipe(), tmp_path / "file")


def test_a_summary_holds_what_a_person_keeps_with_the_run(make_run: MakeRun) -> None:
    folder = make_run("2026-11-23")
    run_notes.rename(folder, "Mein Lauf")
    run_notes.annotate(folder, "with less dropout\nand more data")
    run_notes.tag(folder, ["dropout"])
    run_notes.star(folder)
    run = runs.read_run(folder)
    assert (run.title, run.notes, run.folder) == ("Mein Lauf", "with less dropout\nand more data", folder)
    assert (run.tags, run.starred) == (("dropout",), True)
    run_notes.rename(folder, "")
    assert runs.read_run(folder).title == "2026-11-23"


def test_delete_and_restore(make_run: MakeRun) -> None:
    folder = make_run("a", STARTED % 10)
    trashed = runs.delete(folder)
    assert not folder.exists()
    assert trashed.place.parent == folder.parent / ".trash"
    assert runs.restore(trashed) == folder
    assert runs.read_run(folder).state == "interrupted"


def test_two_of_one_name_in_the_trash_and_back(make_run: MakeRun) -> None:
    first = runs.delete(make_run("a", STARTED % 1))
    second = runs.delete(make_run("a", STARTED % 2))
    assert runs.read_run(runs.restore(second)).started == 2
    back = runs.restore(first)
    assert (back.name, runs.read_run(back).started) == ("a 2", 1)


def test_emptied_trash_cannot_be_restored(make_run: MakeRun) -> None:
    folder = make_run("a")
    trashed = runs.delete(folder)
    runs.empty_trash(folder.parent)
    runs.empty_trash(folder.parent)
    with pytest.raises(RunError, match="is gone"):
        runs.restore(trashed)
    with pytest.raises(RunError, match="is no run"):
        runs.delete(folder)


def test_only_runs_that_rest_are_deleted(make_run: MakeRun, tmp_path: Path) -> None:
    folder = make_run("a", STARTED % 10)
    with RunLock(folder), pytest.raises(RunError, match="is being trained; stop it"):
        runs.delete(folder)
    (tmp_path / "pictures").mkdir()
    with pytest.raises(RunError, match="is no run"):
        runs.delete(tmp_path / "pictures")
    assert folder.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_home_is_a_sentence(make_run: MakeRun) -> None:
    folder = make_run("a")
    folder.parent.chmod(0o500)
    try:
        with pytest.raises(RunError, match="cannot be moved"):
            runs.delete(folder)
    finally:
        folder.parent.chmod(0o700)


def test_needs_no_torch() -> None:
    code = "import sys, core.runs; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
