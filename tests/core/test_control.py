"""Commands to a run: what is sent is what comes, once, in order."""

import json
from pathlib import Path

import pytest

from core.control import FILE, Command, Inbox, send
from core.errors import ArgumentError, RunError


def test_what_is_sent_comes_once_and_in_order(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    assert inbox.poll() == []
    sent = [send(tmp_path, "pause"), send(tmp_path, "lr", 0.5), send(tmp_path, "go-on")]
    assert inbox.poll() == sent
    assert inbox.poll() == []
    assert len({command.id for command in sent}) == 3
    assert [(command.command, command.value) for command in sent] == [("pause", None), ("lr", 0.5), ("go-on", None)]


def test_what_was_sent_to_an_earlier_part_of_the_run_is_not_for_this_one(tmp_path: Path) -> None:
    send(tmp_path, "stop")
    inbox = Inbox(tmp_path)
    assert inbox.poll() == []
    saved = send(tmp_path, "save")
    assert inbox.poll() == [saved]


def test_half_a_line_waits_and_a_foreign_one_is_passed_over(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    line = b'{"time": 1.0, "id": "a", "command": "pause", "value": null}\n'
    with (tmp_path / FILE).open("ab", buffering=0) as file:
        file.write(line[:20])
        assert inbox.poll() == []
        file.write(line[20:])
        assert inbox.poll() == [Command(1.0, "a", "pause")]
        file.write(b"\xff\n[1]\n\n{}\n")
        file.write(line.replace(b"pause", b"explode") + line.replace(b"null", b"3"))
        for value in (b"null", b"-1", b"NaN", b'"x"', b"[]"):
            file.write(line.replace(b"pause", b"lr").replace(b"null", value))
        file.write(line.replace(b"pause", b"lr").replace(b"null", b"1"))
    assert inbox.poll() == [Command(1.0, "a", "lr", 1.0)]


def test_a_file_that_somebody_cleared_goes_on(tmp_path: Path) -> None:
    send(tmp_path, "pause")
    send(tmp_path, "pause")
    inbox = Inbox(tmp_path)
    (tmp_path / FILE).unlink()
    assert inbox.poll() == []
    sent = send(tmp_path, "save")
    assert inbox.poll() == [sent]


@pytest.mark.parametrize(
    ("command", "value", "said"),
    [
        (
            "explode",
            None,
            "There is no command 'explode': give one of pause, go-on, step, lr, save, stop-after-epoch, ",
        ),
        ("pause", 1.0, "pause takes no value, but was given 1."),
        ("lr", None, "none was given"),
        ("lr", 0.0, "greater than 0, but it is 0.0"),
        ("lr", float("nan"), "but it is nan"),
    ],
)
def test_a_wrong_command_is_a_sentence_and_is_not_sent(
    tmp_path: Path, command: str, value: float | None, said: str
) -> None:
    with pytest.raises(ArgumentError) as error:
        send(tmp_path, command, value)
    assert said in str(error.value)
    assert not (tmp_path / FILE).exists()


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be told anything: No such file"):
        send(tmp_path / "gone", "pause")


def test_a_line_is_one_json_object(tmp_path: Path) -> None:
    sent = send(tmp_path, "lr", 0.01)
    (line,) = (tmp_path / FILE).read_text("utf-8").splitlines()
    assert json.loads(line) == {"time": sent.time, "id": sent.id, "command": "lr", "value": 0.01}
