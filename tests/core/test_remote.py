"""A run on another machine, followed and steered over a real ssh."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core import predictions
from core.errors import ArgumentError, RunError
from core.events import Changed, Evaluated, Event, Steps, to_json
from core.remote import Host, Mirror
from core.runs import events_of, read_run
from tests.ssh import ALEXNET, ssh_server

RECIPE = (
    *("--model", "lenet", "--limit", "64", "--batch-size", "8", "--device", "cpu", "--precision", "fp32"),
    *("--activation", "relu", "--initialization", "xavier"),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("ssh")
    with ssh_server(folder) as name, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        yield name


@pytest.fixture
def host(address: str, home: Path) -> Host:
    return Host(address, f"ALEXNET_HOME={home} {ALEXNET}")


def train(folder: Path, *more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "core", "train", *RECIPE, *map(str, more), "--out", str(folder)]
    return subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, stderr=subprocess.DEVNULL)


def told(folder: Path) -> list[dict[str, object]]:
    return [to_json(event) for event in events_of(folder)]


def test_a_finished_run_is_mirrored_whole_with_its_predictions(host: Host, home: Path, tmp_path: Path) -> None:
    there = home / "runs" / "a run"
    assert train(there, "--epochs", 2).wait(120) == 0
    (found,) = host.runs()
    assert (found.folder, found.state) == (str(there), "done")
    for _ in Mirror(host, found.folder, tmp_path / "mirror").events():
        pass
    assert told(tmp_path / "mirror") == told(there)
    assert read_run(tmp_path / "mirror").state == "done"
    here, original = (predictions.read(folder, 2) for folder in (tmp_path / "mirror", there))
    assert here is not None and original is not None
    np.testing.assert_array_equal(here.truth, original.truth)


def test_a_run_that_goes_on_is_followed_and_steered(host: Host, tmp_path: Path) -> None:
    there, mirror = tmp_path / "there", tmp_path / "mirror"
    with train(there, "--epochs", 10_000) as process:
        try:
            while not (there / "metrics.jsonl").exists():
                time.sleep(0.1)
            events = Mirror(host, str(there), mirror).events()
            first = next(event for event in events if isinstance(event, Steps))
            assert first.step == 1 and read_run(mirror).state == "running"
            host.tell(str(there), "lr", 0.0005)
            changed = next(event for event in events if isinstance(event, Changed))
            assert changed.value == 0.0005
            host.tell(str(there), "stop")
            assert [event.name for event in events][-1] == "finished"
            assert read_run(mirror).state == "stopped"
            with pytest.raises(RunError, match="is not being trained"):
                host.tell(str(there), "pause")
        finally:
            process.kill()


def test_a_lost_connection_is_made_again_and_tells_nothing_twice(host: Host, tmp_path: Path) -> None:
    there, mirror = tmp_path / "there", tmp_path / "mirror"
    with train(there, "--epochs", 10_000) as process:
        try:
            while not (there / "metrics.jsonl").exists():
                time.sleep(0.1)
            follower = Mirror(host, str(there), mirror)
            events = follower.events()
            next(event for event in events if isinstance(event, Evaluated))
            ssh = follower._process
            assert ssh is not None
            subprocess.run(["pkill", "-KILL", "-f", "sshd.*notty"], check=True)  # the far end of the connection
            assert ssh.wait(20) == 255
            next(event for event in events if event.name == "started")
            host.tell(str(there), "stop")
            *_, last = events
            assert last.name == "finished"
        finally:
            process.kill()
    steps = [event for event in events_of(mirror) if isinstance(event, Steps)]
    assert [event.step for event in steps[1:]] == [event.last_step + 1 for event in steps[:-1]]
    assert told(mirror)[-1] == told(there)[-1]


def test_it_is_followed_no_longer_when_closed_and_goes_on_there(host: Host, tmp_path: Path) -> None:
    there = tmp_path / "there"
    with train(there, "--epochs", 10_000) as process:
        try:
            while not (there / "metrics.jsonl").exists():
                time.sleep(0.1)
            mirror = Mirror(host, str(there), tmp_path / "mirror")
            heard: list[Event] = []
            thread = threading.Thread(target=lambda: heard.extend(mirror.events()))
            thread.start()
            while not (tmp_path / "mirror" / "metrics.jsonl").exists():
                time.sleep(0.1)
            mirror.close()
            thread.join(20)
            assert not thread.is_alive() and process.poll() is None
        finally:
            process.kill()


def test_what_cannot_be_is_one_sentence_and_leaves_nothing(host: Host, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"There is no run '/nowhere'"):
        list(Mirror(host, "/nowhere", tmp_path / "mirror").events())
    with pytest.raises(RunError, match=r"There is no 'alexnot' on elsewhere"):
        Host(host.address, "alexnot").runs()
    with pytest.raises(RunError, match=r"answers something else than alexnet would"):
        Host(host.address, "echo").runs()
    with pytest.raises(RunError, match=r"no-such-host\.invalid cannot be reached by ssh"):
        Host("no-such-host.invalid").runs()
    for wrong in ("", "-oProxyCommand=true", "two words"):
        with pytest.raises(ArgumentError, match="is no address for ssh"):
            Host(wrong)
    assert not (tmp_path / "mirror").exists()


def test_words_are_words_for_the_shell_there() -> None:
    *_, command = Host("there").argv("follow", "a run; rm -rf ~")
    assert command == "alexnet follow 'a run; rm -rf ~'"
