"""A disk that is full, a folder that cannot be written, a folder that goes: one sentence, and nothing saved is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.checkpoint import Checkpoints
from core.runs import read_run

if TYPE_CHECKING:
    from tests.faults.conftest import Train

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are made with Linux's own means")

FOREVER = ("--epochs", "10000")
# without the right of root to write where nobody may
_WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override")


@pytest.fixture
def as_anybody(tmp_path: Path) -> tuple[str, ...]:
    """What to put before a command so that it keeps to the permissions of files."""
    within = _WITHOUT_RIGHTS if os.geteuid() == 0 else ()
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    if subprocess.run([*within, "touch", str(folder / "x")], capture_output=True, check=False).returncode == 0:
        pytest.skip("root's rights cannot be laid down here")
    return within


@pytest.mark.parametrize("room", [200_000, 1], ids=["for the record only", "for nothing"])
def test_a_full_disk_ends_the_run_and_it_can_be_resumed(
    train: "Train", recipe: tuple[str, ...], tmp_path: Path, room: int
) -> None:
    import resource

    folder = tmp_path / "run"
    training = train(*recipe, *FOREVER, "--out", folder)
    training.until("saved", times=2)
    resource.prlimit(training.process.pid, resource.RLIMIT_FSIZE, (room, room))
    status, said, events = training.ended()
    assert status == 1
    assert "cannot be written" in said and "File too large" in said
    assert events[-1]["event"] == "failed"
    assert events[-1]["message"] == said

    saved = Checkpoints(folder).last()
    assert saved
    announced = [event["step"] for event in events if event["event"] == "saved"]
    assert f"{announced[-1] if announced else 8:08d}" in saved.name
    assert not list(folder.rglob("*.part")), "what could not be finished was left behind"
    assert read_run(folder).resumable
    goes_on = train("--resume", folder, "--epochs", announced[-1] // 4 + 2 if announced else 4)
    assert goes_on.ended()[0] == 0


def test_a_run_where_nothing_may_be_written(
    train: "Train", recipe: tuple[str, ...], tmp_path: Path, as_anybody: tuple[str, ...]
) -> None:
    status, said, _ = train(*recipe, *FOREVER, "--out", tmp_path / "closed" / "run", within=as_anybody).ended()
    assert status == 1
    assert said == f"The run {tmp_path / 'closed' / 'run'} cannot be written: Permission denied."


def test_resumed_where_nothing_may_be_written(
    train: "Train", recipe: tuple[str, ...], tmp_path: Path, as_anybody: tuple[str, ...]
) -> None:
    folder = tmp_path / "run"
    assert train(*recipe, "--epochs", "1", "--out", folder).ended()[0] == 0
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o555 if place.is_dir() else 0o444)
    status, said, _ = train("--resume", folder, "--epochs", "2", within=as_anybody).ended()
    assert status == 1
    assert said == f"The run {folder} cannot be written: Permission denied."
    folder.chmod(0o755)
    for place in folder.rglob("*"):
        place.chmod(0o755)


def test_a_run_whose_folder_goes(train: "Train", recipe: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "run"
    training = train(*recipe, *FOREVER, "--out", folder)
    training.until("saved")
    folder.rename(tmp_path / "elsewhere")
    status, said, _ = training.ended()
    assert status == 1
    assert said == f"The run {folder} cannot be written: No such file or directory."
    assert not folder.exists(), "half a run was made anew"
    assert read_run(tmp_path / "elsewhere").resumable


def test_a_run_that_is_deleted(train: "Train", recipe: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "run"
    training = train(*recipe, *FOREVER, "--out", folder)
    training.until("saved")
    shutil.rmtree(folder, ignore_errors=True)
    status, said, _ = training.ended()
    assert status == 1
    assert said == f"The run {folder} cannot be written: No such file or directory."


def test_two_trainings_of_one_run(train: "Train", recipe: tuple[str, ...], tmp_path: Path) -> None:
    first = train(*recipe, *FOREVER, "--out", tmp_path / "run")
    first.until("saved")
    status, said, _ = train("--resume", tmp_path / "run").ended()
    assert (status, said) == (1, "The run 'run' is being trained by another process.")
    first.until("evaluated")  # it goes on
