"""A run on another machine: ssh tells what goes on there, and a folder here becomes the run's mirror."""

import json
import re
import shlex
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from threading import Event as Flag
from typing import Any

from core.atomic import atomic_write
from core.errors import ArgumentError, RunError
from core.events import Evaluated, Event, from_json
from core.predictions import unpacked
from core.recorder import record

ORIGIN = "mirror.json"  # of which run a folder is the mirror
_OPTIONS = (
    *("-T", "-o", "BatchMode=yes"),  # nobody is there to type a password
    *("-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=15"),  # a connection that is lost is noticed
)
_LOST = 255  # ssh's own exit status; any other is that of what it ran
_UNKNOWN = 127  # the shell's, for a command that is not there
_PATIENCE = 60.0  # seconds for a command that answers at once
_REST = 2.0  # seconds before a lost connection is tried again, twice as long each time
_LONGEST_REST = 60.0


@dataclass(frozen=True, slots=True)
class RunThere:
    """A run on the other machine: its folder there, its title, and how it stands as in `core.runs.RunSummary`."""

    folder: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Host:
    """Another machine: ``address`` as ssh takes it ("user@host", or a name of ~/.ssh/config), and ``command``, how
    ``alexnet`` is called in its shell. Keys must let ssh in without a password. Raises ArgumentError."""

    address: str
    command: str = "alexnet"

    def __post_init__(self) -> None:
        if not self.address or self.address.startswith("-") or len(self.address.split()) != 1:
            raise ArgumentError(f"{self.address!r} is no address for ssh: give it like user@host.")
        if not self.command.strip():
            raise ArgumentError("Say how alexnet is called on the other machine.")

    def argv(self, *arguments: str) -> list[str]:
        """What runs ``alexnet`` with these arguments there."""
        return ["ssh", *_OPTIONS, "--", self.address, f"{self.command} {shlex.join(arguments)}"]

    def runs(self) -> list[RunThere]:
        """The runs in its home of runs, newest first. Raises RunError."""
        try:
            rows = [json.loads(line) for line in self._ask("runs", "list", "--json").splitlines()]
            return [RunThere(row["folder"], row["title"], row["state"]) for row in rows]
        except (ValueError, KeyError, TypeError):
            raise RunError(f"{self.address} answers something else than alexnet would.") from None

    def tell(self, run: str, command: str, value: float | None = None) -> None:
        """Steer a run there, as `core.control.send` does here; returns when it has obeyed. Raises RunError."""
        self._ask("control", run, command, *([] if value is None else [repr(value)]))

    def failure(self, status: int, said: str) -> RunError:
        """Why a command there ended with this status, by what it said on its standard error."""
        last = next((line for line in reversed(said.splitlines()) if line.strip()), "").strip()
        if status == _LOST:
            return RunError(f"{self.address} cannot be reached by ssh: {last.rstrip('.') or 'no answer'}.")
        if status == _UNKNOWN:
            return RunError(f"There is no {self.command!r} on {self.address}: say how alexnet is called there.")
        return RunError(last or f"{self.address} answers with status {status}.")

    def _ask(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                self.argv(*arguments),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired:
            raise RunError(f"{self.address} has not answered within {_PATIENCE:.0f} s.") from None
        except OSError as error:
            raise _no_ssh(error) from None
        if done.returncode:
            raise self.failure(done.returncode, done.stderr)
        return done.stdout


def mirror_folder(host: Host, run: RunThere, parent: Path) -> Path:
    """Where in `parent` the mirror of a run is, or may be made: no run that is something else is there."""
    there = re.split(r"[/\\]", run.folder)[-1]
    name = re.sub(r"[^\w.@ -]+", "-", f"{host.address} {there}").strip("-. ")
    for number in count(1):
        folder = parent / (name if number == 1 else f"{name} {number}")
        if not folder.exists() or _origin_of(folder) == _origin(host, run.folder):
            return folder
    raise AssertionError("there is always a next number")


class Mirror:
    """Follows one run there, and writes what it says into a folder here, where it is a run like any other but for its
    weights. A connection that is lost is made again, until `close`."""

    def __init__(self, host: Host, run: str, folder: Path) -> None:
        self._host, self._run, self._folder = host, run, folder
        self._closed = Flag()
        self._process: subprocess.Popen[str] | None = None
        self.trouble = ""  # why nothing comes at present, in a sentence

    def events(self) -> Iterator[Event]:
        """Follow it to its end; each event is recorded when it is yielded. The folder is made with the first.

        Raises RunError with one sentence when it cannot be followed at all, or the folder cannot be written.
        """
        told = self._events()
        for first in told:
            self._folder.mkdir(parents=True, exist_ok=True)
            atomic_write(self._folder / ORIGIN, json.dumps(_origin(self._host, self._run), indent=2) + "\n")
            yield from record(chain([first], told), self._folder)

    def close(self) -> None:
        """Follow it no longer; from any thread. The run there goes on."""
        self._closed.set()
        if process := self._process:
            process.kill()

    def _events(self) -> Iterator[Event]:
        rest, has_begun = _REST, False
        while not self._closed.is_set():
            came, said = False, ""
            with self._started() as process:
                try:
                    for event in _told(process):
                        came, has_begun, self.trouble = True, True, ""
                        yield event
                    said = process.stderr.read() if process.stderr else ""
                finally:
                    process.kill()  # where whoever iterates has gone
            if self._closed.is_set() or (has_begun and process.returncode != _LOST):
                return  # how it ended is told by its events; one whose process died has no end
            if not has_begun:
                raise self._host.failure(process.returncode, said)
            self.trouble = str(self._host.failure(process.returncode, said))
            rest = _REST if came else min(2 * rest, _LONGEST_REST)
            self._closed.wait(rest)

    def _started(self) -> "subprocess.Popen[str]":
        argv = self._host.argv("follow", self._run, "--json", "--predictions")
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8")
        except OSError as error:
            raise _no_ssh(error) from None
        self._process = process
        if self._closed.is_set():  # meanwhile
            process.kill()
        return process


def _told(process: "subprocess.Popen[str]") -> Iterator[Event]:
    """The events that it prints; a line that is none, as some shells greet with, is passed over."""
    for line in process.stdout or ():
        try:
            row = json.loads(line)
            event = from_json(row) if isinstance(row, dict) else None
        except (ValueError, TypeError):
            continue
        if event is not None:
            yield _with_predictions(event, row)


def _with_predictions(event: Event, row: dict[str, Any]) -> Event:
    if not isinstance(event, Evaluated) or "predictions" not in row:
        return event
    try:
        return replace(event, predictions=unpacked(b64decode(row["predictions"])))
    except (ValueError, TypeError):
        return event


def _origin(host: Host, run: str) -> dict[str, str]:
    return {"host": host.address, "run": run}


def _origin_of(folder: Path) -> Any:
    try:
        return json.loads((folder / ORIGIN).read_bytes())
    except (OSError, ValueError):
        return None


def _no_ssh(error: OSError) -> RunError:
    return RunError(f"ssh cannot be started: {error.strerror}. Install an OpenSSH client.")
