"""``alexnet bench train``: the program's training on the CPU against the textbook's loop."""

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from core.bench.book_loop import unpack
from core.bench.gemm import Gemm
from core.bench.machine import machine
from core.bench.partner import Partner, Stretch
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_least, at_most
from core.engine.step import DTYPES
from core.engine.watch_times import SHARE, WatchTimes
from core.models import AlexNet
from core.models.describe import describe
from core.precision import native_bf16

_OURS = "core.bench.our_loop"
_WARM_UP_STEPS, _TRICK_STEPS = 2, 2

TRICKS = {"folded": "the enlargement in the first convolution", "pooled_first": "maxima before activations"}
"""What a switch of `FastForward` turns on."""


@dataclass(frozen=True, slots=True)
class _Round:
    """One turn of each."""

    book: Stretch
    ours: Stretch
    gemm: float  # FLOP/s
    in_fp32: Stretch | None  # ours, where it usually is in another precision

    @property
    def speedup(self) -> float:
        return self.ours.images_per_second / self.book.images_per_second

    @property
    def share(self) -> float:
        """Of the matrix product's speed."""
        return self.ours.images_per_second * flops_per_image() / self.gemm


def train(
    progress: Progress = to_stderr,
    *,
    rounds: int = 5,
    book_steps: int = 2,
    our_steps: int = 5,
    batch_size: int = 128,
    gemm_side: int = 4096,
    tricks: Collection[str] = tuple(TRICKS),
) -> Report:
    """Both loops in processes of their own, in turns: so many steps of the one, then of the other, in each round.
    Then ours against itself without each of `tricks`."""
    with Partner(_OURS, str(batch_size)) as ours:
        precision = ours.wait()["precision"]
        ours.go(_WARM_UP_STEPS * batch_size)
        with TemporaryDirectory() as folder, ExitStack() as partners:
            progress("The book's loop gets ready.")
            unpack(Path(folder))
            book = _warm(partners, batch_size, "core.bench.book_loop", folder, str(batch_size))
            in_fp32 = None if precision == "fp32" else _warm(partners, batch_size, _OURS, str(batch_size), "fp32")
            gemm = Gemm(DTYPES[precision], gemm_side)
            gemm.flops()
            done: list[_Round] = []
            for number in range(1, rounds + 1):
                done.append(
                    _Round(
                        book.go(book_steps * batch_size),
                        ours.go(our_steps * batch_size),
                        gemm.flops(),
                        in_fp32.go(book_steps * batch_size) if in_fp32 else None,
                    )
                )
                progress(f"Round {number} of {rounds}: {done[-1].speedup:.2f} × the book's loop.")
        gains = {trick: _gain(ours, trick, precision, batch_size, rounds, progress) for trick in tricks}
    figures = (*_figures(done, gains, precision), *_looking([turn.ours for turn in done], batch_size))
    return Report("train", machine(precision=precision, batch_size=batch_size), figures)


def _warm(partners: ExitStack, batch_size: int, module: str, *arguments: str) -> Partner:
    """A partner that has made its first steps; it ends with `partners`."""
    partner = partners.enter_context(Partner(module, *arguments))
    partner.wait()
    partner.go(_WARM_UP_STEPS * batch_size)
    return partner


def _gain(ours: Partner, trick: str, precision: str, batch_size: int, rounds: int, progress: Progress) -> float:
    """Our speed over that without the trick."""
    with ExitStack() as partners:
        without = _warm(partners, batch_size, _OURS, str(batch_size), precision, trick)
        ratios: list[float] = []
        for _ in range(rounds):
            usual, other = ours.go(_TRICK_STEPS * batch_size), without.go(_TRICK_STEPS * batch_size)
            ratios.append(usual.images_per_second / other.images_per_second)
    progress(f"{TRICKS[trick].capitalize()}: {median(ratios):.3f} × the speed without.")
    return median(ratios)


def flops_per_image() -> int:
    """Floating-point operations of training AlexNet on one picture: forward, and backward twice as much, but that
    nothing flows back through the first layer. The textbook's: a way that needs fewer is so much nearer to the peak."""
    layers = describe(AlexNet()).layers
    return 2 * (3 * sum(layer.multiply_adds for layer in layers) - layers[0].multiply_adds)


def _figures(rounds: list[_Round], gains: dict[str, float], precision: str) -> tuple[Figure, ...]:
    speedup = median(r.speedup for r in rounds)
    in_fp32 = [r.in_fp32.images_per_second / r.book.images_per_second for r in rounds if r.in_fp32]
    share = f"share of the {precision} GEMM peak", median(r.share for r in rounds), ""
    our_memory, book_memory = _peak([r.ours for r in rounds]), _peak([r.book for r in rounds])
    return (
        at_least(2.8 if native_bf16() else 1.2, "speed against the book's loop", speedup, "×"),
        *([at_least(1.2, "speed in fp32 against the book's loop", median(in_fp32), "×")] if in_fp32 else []),
        Figure("speed", median(r.ours.images_per_second for r in rounds), "images/s"),
        Figure("speed of the book's loop", median(r.book.images_per_second for r in rounds), "images/s"),
        at_least(0.8, *share) if precision == "bf16" else Figure(*share),
        Figure(f"{precision} GEMM peak", median(r.gemm for r in rounds) / 1e9, "GFLOP/s"),
        at_most(1.0, "peak memory against the book's loop", our_memory / book_memory, "×"),
        Figure("peak memory", our_memory / 1e6, "MB"),
        Figure("peak memory of the book's loop", book_memory / 1e6, "MB"),
        *(Figure(f"speed against that without {TRICKS[trick]}", gain, "×") for trick, gain in gains.items()),
    )


def _looking(ours: list[Stretch], batch_size: int) -> tuple[Figure, ...]:
    """What looking into the layers costs: a look, and all that a run of the book's length would have at this speed."""
    step = batch_size / median(stretch.images_per_second for stretch in ours)
    look = median(ours[-1].answer["looks"])
    times, looking, steps = WatchTimes(), 0.0, 5 * -(-60_000 // batch_size)
    for number in range(1, steps + 1):
        cost = look if times.is_due(number) else 0.0
        if cost:
            times.looked(number, cost)
        times.trained(step + cost)
        looking += cost
    return (
        Figure("a look into the layers", look / step, "steps"),
        at_most(SHARE, "share of looking into the layers in the book's run", looking / (steps * step + looking), ""),
    )


def _peak(stretches: list[Stretch]) -> int:
    """Bytes: the most that the process held until the last of its stretches."""
    return stretches[-1].answer["peak"]
