"""``alexnet bench runs``: how long hundreds of runs and a very long one take to open, and whether the window waits."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from core.bench import made_up_runs
from core.bench.machine import machine
from core.bench.partner import Partner
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_most
from core.bench.window_process import MEASURE, display, environment
from core.recipe import Recipe
from core.run_tail import RunTail
from core.runs import runs_in

_EPOCHS = 3
_LISTING = "import core.bench.runs as b, sys; b.say_listing(sys.argv[1])"


def runs(progress: Progress = to_stderr, *, count: int = 300, steps: int = 10**6, compared: int = 8) -> Report:
    """So many runs, and one of so many steps; `compared` of them, the long one too, over each other."""
    with TemporaryDirectory() as place:
        folder = Path(place, "runs")
        progress(f"{count} runs are written, and one of {steps:,} steps.")
        made_up_runs.write(folder, count, _EPOCHS)
        long = folder / "long"
        made_up_runs.write_run(long, Recipe(epochs=-(-steps // 469)), steps=steps, started=1.8e9)
        listed = _listed(folder)
        began = perf_counter()
        for _ in RunTail(long).read_blocks():
            pass
        read = perf_counter() - began
        progress("The window opens, and in it the runs, the long one, and several over each other.")
        arguments = ("runs", str(long), str(count + 1), str(compared))
        with Partner(MEASURE, *arguments, env=environment(place)) as inside:
            seen = inside.wait()
    figures = (
        at_most(1.0, f"list {count:,} runs", listed[0], "s"),
        Figure("list them again", listed[1], "s"),
        Figure(f"read {steps:,} steps", read, "s"),
        at_most(1.0, f"the page of {count:,} runs, to its rows", seen["page"], "s"),
        at_most(1.0, f"a run of {steps:,} steps, to its whole curves", seen["long"], "s"),
        at_most(100.0, "event loop delay as it opens, longest", max(seen["delays"], default=0.0), "ms"),
        Figure(f"{compared} runs compared", seen["compared"], "s"),
        at_most(
            100.0, "event loop delay as they are compared, longest", max(seen["compared_delays"], default=0.0), "ms"
        ),
    )
    return Report("runs", machine(display=display()), figures)


def _listed(folder: Path) -> tuple[float, float]:
    """Seconds for a first and a second listing, in a process that has read nothing yet."""
    said = subprocess.check_output([sys.executable, "-c", _LISTING, str(folder)], text=True)
    first, second = json.loads(said)
    return first, second


def say_listing(folder: str) -> None:
    """List twice, and print how many seconds each took."""
    times = []
    for _ in range(2):
        began = perf_counter()
        runs_in(Path(folder))
        times.append(perf_counter() - began)
    print(json.dumps(times))
