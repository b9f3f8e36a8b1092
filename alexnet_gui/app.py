"""The command ``alexnet-gui``: reads its arguments, sees whether a window can open, and only then loads Qt."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from alexnet_gui import display
from core.memory import keep_memory


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="alexnet-gui",
        description="Watch a convolutional network learn: train AlexNet, look inside it, classify with it.",
        epilog="The same work without a window: alexnet --help",
    )
    parser.add_argument(
        "sources", nargs="*", type=Path, metavar="RUNDIR|PICTURE", help="a run to show, or pictures to classify"
    )
    parser.add_argument("--version", action="version", version=f"AlexNet Studio {version('alexnet-studio')}")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window. Gives the exit status: 1 where no window can open, 2 for a file that is not there."""
    keep_memory()
    sources = [source.expanduser().absolute() for source in _arguments(argv).sources]
    for source in sources:
        if not source.exists():
            return _refuse(f"There is no file or folder {source}.", 2)
    if problem := display.trouble():
        return _refuse(problem, 1)
    if sys.platform == "win32":
        import torch  # noqa: F401  # its libraries do not load after Qt's
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return _refuse(display.import_trouble(error), 1)
    from alexnet_gui.program import run

    return run(sources)


def _refuse(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
