"""Who trains a run: a lock on ``run.lock`` that the operating system itself lifts when a process dies."""

import json
import os
import socket
import sys
import time
from pathlib import Path
from typing import BinaryIO, Self

from core.errors import RunError

FILE = "run.lock"
_PATIENCE = 0.5  # seconds: somebody who only asks `is_held` holds the lock for some microseconds

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows forbids reading what is locked: a byte far behind the text

    def _try_lock(file: BinaryIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: better an unguarded run than none
        return True

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class RunLock:
    """The right to write into a run folder, for one process at a time; also a context manager.

    Two locks of one process exclude each other as well. Keep the object: the lock goes with it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: BinaryIO | None = None

    def acquire(self) -> None:
        """Takes the lock. Raises RunError when somebody else has it or the folder cannot be written."""
        if self._file is not None:
            return
        try:
            file = self._path.open("ab")
        except OSError as error:
            raise RunError(f"The run {self._path.parent} cannot be written: {error.strerror}.") from None
        deadline = time.monotonic() + _PATIENCE
        while not _try_lock(file):
            if time.monotonic() > deadline:
                file.close()
                raise RunError(f"The run {self._path.parent.name!r} is being trained by another process.")
            time.sleep(0.01)
        file.truncate(0)
        file.write(json.dumps({"host": socket.gethostname(), "pid": os.getpid()}).encode())
        file.flush()
        self._file = file

    def release(self) -> None:
        """Gives the lock back; nothing happens when it was not taken."""
        if self._file is not None:
            _unlock(self._file)
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def is_held(folder: Path) -> bool:
    """Whether a living process on this machine (this one too) has the lock of the run."""
    try:
        with (folder / FILE).open("rb") as file:
            return not _try_lock(file)  # closing the file gives a lock just taken back
    except OSError:
        return False


def was_held_elsewhere(folder: Path) -> bool:
    """Whether another machine took the lock last: a run folder that is mounted or synced from there."""
    try:
        holder = json.loads((folder / FILE).read_bytes())
        return holder["host"] != socket.gethostname()
    except (OSError, ValueError, KeyError, TypeError):
        return False
