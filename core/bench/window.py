"""``alexnet bench window``: does training in the window cost speed, and does the window wait for the training?"""

from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from core.bench.machine import machine
from core.bench.partner import Partner, Stretch
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_least, at_most
from core.bench.window_process import MEASURE, display, environment

_WARM_UP_STEPS = 2


def window(progress: Progress = to_stderr, *, rounds: int = 5, steps: int = 8, batch_size: int = 128) -> Report:
    """So many steps in the window, then as many without one, in each round."""
    with TemporaryDirectory() as home, Partner(MEASURE, "delay", str(batch_size), env=environment(home)) as inside:
        progress("The window opens and begins to train.")
        about = inside.wait()
        with Partner("core.bench.our_loop", str(batch_size), about["precision"]) as headless:
            headless.wait()
            for partner in (inside, headless):
                partner.go(_WARM_UP_STEPS * batch_size)
            done: list[tuple[Stretch, Stretch]] = []
            for number in range(1, rounds + 1):
                done.append((inside.go(steps * batch_size), headless.go(steps * batch_size)))
                progress(f"Round {number} of {rounds}: {_share(*done[-1]):.3f} of the speed without a window.")
    details = machine(display=display(), precision=about["precision"], batch_size=batch_size)
    return Report("window", details, _figures(done, about["interval"]))


def _share(inside: Stretch, headless: Stretch) -> float:
    return inside.images_per_second / headless.images_per_second


def _figures(rounds: list[tuple[Stretch, Stretch]], interval: float) -> tuple[Figure, ...]:
    delays = np.concatenate([at_any_moment(inside.answer["delays"], interval) for inside, _ in rounds])
    return (
        at_least(0.97, "speed against the same run without a window", median(_share(*r) for r in rounds), "×"),
        Figure("speed", median(inside.images_per_second for inside, _ in rounds), "images/s"),
        Figure("speed without a window", median(headless.images_per_second for _, headless in rounds), "images/s"),
        Figure("event loop delay, median", float(np.percentile(delays, 50)), "ms"),
        at_most(16.0, "event loop delay, 99th percentile", float(np.percentile(delays, 99)), "ms"),
        at_most(100.0, "event loop delay, longest", float(delays.max()), "ms"),
        Figure("time observed", sum(inside.seconds for inside, _ in rounds), "s"),
    )


def at_any_moment(delays: list[float], interval: float) -> np.ndarray:
    """What events would have waited that had come every `interval`, from the delays of a timer that is set anew
    after each: while it waits it cannot count ("coordinated omission", after Gil Tene). All in the same unit."""
    values = np.asarray(delays)
    waited = [values]
    while (values := values[values > interval] - interval).size:
        waited.append(values)
    return np.concatenate(waited)
