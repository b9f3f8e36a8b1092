"""``alexnet bench drop``: from a picture that is dropped on the window to the answer that is painted."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from core.bench import pictures
from core.bench.machine import machine
from core.bench.partner import Partner
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_most
from core.bench.window_process import MEASURE, display, environment


def drop(progress: Progress = to_stderr, *, drops: int = 20, batch_size: int = 128, network: str = "demo") -> Report:
    """So many pictures one after the other, first while nothing goes on, then while a network is trained."""
    with TemporaryDirectory() as place:
        folder = Path(place, "pictures")
        pictures.write(folder, 0, drops)
        progress("The window opens; pictures are dropped on it, then it trains and they are dropped again.")
        arguments = ("drop", str(folder), str(batch_size), network)
        with Partner(MEASURE, *arguments, env=environment(place)) as inside:
            seconds = inside.wait()
    figures = (
        at_most(300, "a dropped picture, median", 1e3 * float(np.median(seconds["idle"])), "ms"),
        Figure("a dropped picture, longest", 1e3 * max(seconds["idle"]), "ms"),
        Figure("while training, median", 1e3 * float(np.median(seconds["training"])), "ms"),
        at_most(1000, "while training, 95th percentile", 1e3 * float(np.percentile(seconds["training"], 95)), "ms"),
        Figure("the first one", 1e3 * seconds["first"][0], "ms"),
    )
    return Report("drop", machine(display=display(), precision=seconds["precision"], batch_size=batch_size), figures)
