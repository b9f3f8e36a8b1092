"""What is measured runs in processes of their own, which wait until they are told to go on: two take turns.

The protocol: the process prints a line when it is ready; for each line ``N`` on its standard input it trains on N
pictures or a few more (whole steps) and prints what that took; it ends with its standard input. Lines are JSON.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Self

import psutil

from core.errors import StudioError

_END_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a partner did when it was told to go on. ``answer`` is all that it said of it."""

    images: int
    seconds: float
    answer: dict[str, Any]

    @property
    def images_per_second(self) -> float:
        return self.images / self.seconds


class Partner:
    """The caller's end; a context that ends the process."""

    def __init__(self, module: str, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        """Start ``python -m module arguments``. It gets ready meanwhile: see `wait`."""
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=env,
            start_new_session=True,  # Ctrl+C is for the benchmark, which then ends its partners
        )

    def wait(self) -> dict[str, Any]:
        """Wait until it is ready; what it says of itself. Raises StudioError when it has broken."""
        return self._answer()

    def go(self, images: int) -> Stretch:
        """Let it train on so many pictures, and wait for it. Raises StudioError when it has broken."""
        assert self._process.stdin
        try:
            self._process.stdin.write(f"{images}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._broken() from None
        answer = self._answer()
        return Stretch(answer["images"], answer["seconds"], answer)

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise self._broken()
        return json.loads(line)

    def _broken(self) -> StudioError:
        return StudioError(f"{self._module} ended too early; what it said stands above.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._process.terminate()  # it may be busy for long
        try:
            self._process.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


def serve(step: Callable[[], int], more: Callable[[], dict[str, Any]] = dict, **about: Any) -> None:
    """The end of a partner that only trains: `step` makes a step, or a few, and gives how many pictures they took;
    `more` is what else to say of them."""
    say(about)
    for line in sys.stdin:
        wanted, images, began = int(line), 0, perf_counter()
        while images < wanted:
            images += step()
        say({"images": images, "seconds": perf_counter() - began, "peak": peak_memory(), **more()})


def say(answer: dict[str, Any]) -> None:
    """One line to the caller."""
    print(json.dumps(answer), flush=True)


def peak_memory() -> int:
    """The most memory that this process ever held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage counts the process that started this one too
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        return psutil.Process().memory_info().peak_wset
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # macOS counts bytes
