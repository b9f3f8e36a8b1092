"""How reading and fetching tell how far they are, and are given up."""

from collections.abc import Callable

from core.errors import CancelledError

Progress = Callable[[int, int], bool]
"""Called now and then with what is done and what is to be done in all; the work is given up when it answers False."""


def report(progress: Progress | None, done: int, total: int) -> None:
    """Tell it, if there is somebody to tell. Raises CancelledError when the answer is to give up."""
    if progress is not None and not progress(done, total):
        raise CancelledError("cancelled")
