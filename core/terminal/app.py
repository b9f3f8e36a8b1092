"""The commands of ``alexnet`` and the one place where a command's end becomes an exit status."""

import importlib.metadata
import io
import sys
from collections.abc import Sequence

from cyclopts import App

from core.terminal.failure import report

_COMMANDS = {
    "train": "Train a network, or go on with a training run.",
    "estimate": "Say what a run will take of time, memory and disk.",
    "queue": "Recipes that are trained one after another, and sweeps.",
    "lr": "Find a learning rate for a recipe.",
    "follow": "Follow a run that something else trains.",
    "control": "Pause a run that goes on, change its learning rate, save or stop it.",
    "classify": "Say what is on pictures: files, and folders of them.",
    "describe": "Show a network layer by layer.",
    "data": "The data sets, and whether a folder of pictures is a good one.",
    "runs": "List, show, compare, rename, tag and delete training runs.",
    "export": "Write a trained network as a file for other programs.",
    "devices": "What this machine can compute on.",
    "bench": "Measure the program on this machine.",
    "demo": "Make the small demo network that ships with the program.",
}


def _version() -> str:
    return importlib.metadata.version("alexnet-studio")


def _app() -> App:
    """Every command is imported only when it is called or its help is asked for."""
    app = App(
        name="alexnet",
        help="Watch a convolutional network learn: train AlexNet, look inside it, classify with it.",
        help_epilogue="ALEXNET_HOME is the folder of runs, settings and logs where it is set.",
        version=_version,
        help_format="plaintext",
        exit_on_error=False,
        print_error=False,
        result_action="return_value",
        suppress_keyboard_interrupt=False,
    )
    for order, (name, summary) in enumerate(_COMMANDS.items()):
        app.command(f"core.terminal.{name}:{name}", name=name, help=summary, sort_key=order)
    return app


def _write_any_name() -> None:
    """File names may hold what the terminal cannot show: write those characters as escapes, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command of the terminal and returns its exit status.

    0 done, 130 interrupted, 2 for a wrong argument, 1 otherwise. `argv` None takes the process's own arguments.
    Failures are one sentence on standard error, never a traceback (but with ``ALEXNET_DEBUG=1``).
    """
    _write_any_name()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _app()(arguments)
        sys.stdout.flush()  # a reader that has gone away is noticed here, not at the interpreter's end
    except (Exception, KeyboardInterrupt) as error:
        return report(error)
    return status or 0
