import subprocess
import sys
from pathlib import Path

import pytest

from core import run_lock
from core.errors import RunError
from core.run_lock import RunLock

HOLD = """
import sys
from pathlib import Path
from core.run_lock import RunLock
lock = RunLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path):
    """Another process that has the lock of `tmp_path`."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_another_process_excludes_us_until_it_is_killed(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert run_lock.is_held(tmp_path)
    with pytest.raises(RunError, match="is being trained by another process"):
        RunLock(tmp_path).acquire()
    holder.kill()
    holder.wait()
    assert not run_lock.is_held(tmp_path)
    with RunLock(tmp_path):
        assert run_lock.is_held(tmp_path)


def test_released_at_the_end_of_the_block_and_taken_again(tmp_path: Path) -> None:
    assert not run_lock.is_held(tmp_path)
    with RunLock(tmp_path):
        assert run_lock.is_held(tmp_path)
        with pytest.raises(RunError):
            RunLock(tmp_path).acquire()
    assert not run_lock.is_held(tmp_path)
    with RunLock(tmp_path):
        assert run_lock.is_held(tmp_path)


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be written: No such file"):
        RunLock(tmp_path / "gone").acquire()
    assert not run_lock.is_held(tmp_path / "gone")


def test_knows_a_lock_of_another_machine(tmp_path: Path) -> None:
    assert not run_lock.was_held_elsewhere(tmp_path)
    with RunLock(tmp_path):
        assert not run_lock.was_held_elsewhere(tmp_path)
    (tmp_path / run_lock.FILE).write_text('{"host": "a-server", "pid": 7}')
    assert run_lock.was_held_elsewhere(tmp_path)
    (tmp_path / run_lock.FILE).write_text("[1")
    assert not run_lock.was_held_elsewhere(tmp_path)
