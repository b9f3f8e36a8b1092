"""``alexnet bench plot``: how long the plots of the Train page take for a tick, however long the run is."""

from tempfile import TemporaryDirectory

import numpy as np

from core.bench.machine import machine
from core.bench.partner import Partner
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_most
from core.bench.window_process import MEASURE, environment


def plot(
    progress: Progress = to_stderr, *, points: tuple[int, ...] = (10**5, 10**6, 10**7), updates: int = 40
) -> Report:
    """So many updates of curves with so many points, each with its painting, on no screen: into memory."""
    with TemporaryDirectory() as home:
        progress(f"The window opens and draws curves of {', '.join(f'{count:,}' for count in points)} points.")
        nowhere = environment(home) | {"QT_QPA_PLATFORM": "offscreen"}
        with Partner(MEASURE, "plot", str(updates), *map(str, points), env=nowhere) as inside:
            times = inside.wait()
    figures: list[Figure] = []
    for count in points:
        plot, page, bare = (np.array(times[name][str(count)]) for name in ("plot", "page", "pyqtgraph"))
        figures += [
            at_most(6.0, f"a plot of {count:,} points, 95th percentile", float(np.percentile(plot, 95)), "ms"),
            at_most(16.0, f"the page with {count:,} points, 95th percentile", float(np.percentile(page, 95)), "ms"),
            Figure(f"pyqtgraph alone with {count:,} points, median", float(np.median(bare)), "ms"),
        ]
    details = machine(display="offscreen", plot_size=times["plot_size"], window_size=times["window_size"])
    return Report("plot", details, tuple(figures))
