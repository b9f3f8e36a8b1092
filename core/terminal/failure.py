"""A failed command: one sentence on standard error, and the exit status."""

import logging
import os
import sys
import traceback
from logging import FileHandler
from pathlib import Path

from cyclopts import CycloptsError
from cyclopts.exceptions import CoercionError, UnusedCliTokensError

from core.engine.shortage import is_out_of_memory
from core.errors import ArgumentError, DeviceError, StudioError
from core.places import log_folder
from core.terminal.output import say

DONE, FAILED, WRONG_ARGUMENT, INTERRUPTED = 0, 1, 2, 130

_SORTS = {int: "a whole number", int | None: "a whole number", float: "a number"}


def report(error: BaseException) -> int:
    """Says what went wrong on standard error and returns the exit status."""
    if os.environ.get("ALEXNET_DEBUG") == "1" and not isinstance(error, BrokenPipeError):
        traceback.print_exception(error)
    match error:
        case KeyboardInterrupt():
            return INTERRUPTED
        case BrokenPipeError():
            _forget_reader()
            return FAILED
        case CycloptsError():
            say(_wrong_usage(error))
            return WRONG_ARGUMENT
        case ArgumentError() | DeviceError():
            say(str(error))
            return WRONG_ARGUMENT
        case StudioError():
            say(str(error))
        case _ if is_out_of_memory(error):
            say("There is not enough memory: close other programs, take a smaller batch, or train LeNet.")
        case OSError() if error.strerror:
            say(f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}.")
        case _:
            say(_unexpected(error))
    return FAILED


def _wrong_usage(error: CycloptsError) -> str:
    """The sentence of the argument parser, where it has one that a person would say."""
    error.verbose = False
    command = " ".join(("alexnet", *(error.command_chain or ())))
    if isinstance(error, UnusedCliTokensError) and error.unused_tokens:
        return f"{error.unused_tokens[0]!r} is one argument too many; see {command} --help."
    if isinstance(error, CoercionError) and error.token and error.target_type in _SORTS:
        name = error.token.keyword or (error.argument.name if error.argument else "the argument")
        return f"{name} takes {_SORTS[error.target_type]}, but was given {error.token.value!r}."
    return str(error)


def _unexpected(error: BaseException) -> str:
    what = f"Something unexpected went wrong ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
    try:
        return f"{what}; the details are in {_log(error)}."
    except OSError:
        return f"{what}; run it again with ALEXNET_DEBUG=1 to see where."


def _log(error: BaseException) -> Path:
    """Appends the traceback to the terminal's log and returns the file."""
    file = log_folder() / "terminal.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = FileHandler(file, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    record = logging.LogRecord(
        "alexnet", logging.ERROR, __file__, 0, "%s", (sys.argv,), (type(error), error, error.__traceback__)
    )
    try:
        handler.emit(record)
    finally:
        handler.close()
    return file


def _forget_reader() -> None:
    """Nobody reads standard output any more: without this the interpreter complains when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
