"""``alexnet bench train``: the program's training on the CPU against the textbook's loop."""

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
from core.models import AlexNet
from core.models.describe import describe
from core.precision import native_bf16

_WARM_UP_STEPS = 2


@dataclass(frozen=True, slots=True)
class _Round:
    """One turn of each."""

    book: Stretch
    ours: Stretch
    gemm: float  # FLOP/s

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
) -> Report:
    """Both loops in processes of their own, in turns: so many steps of the one, then of the other, in each round."""
    with TemporaryDirectory() as folder:
        progress("Both loops get ready.")
        unpack(Path(folder))
        with (
            Partner("core.bench.book_loop", folder, str(batch_size)) as book,
            Partner("core.bench.our_loop", str(batch_size)) as ours,
        ):
            book.wait()
            precision = ours.wait()["precision"]
            gemm = Gemm(DTYPES[precision], gemm_side)
            for partner in (book, ours):
                partner.go(_WARM_UP_STEPS * batch_size)
            gemm.flops()
            done: list[_Round] = []
            for number in range(1, rounds + 1):
                done.append(_Round(book.go(book_steps * batch_size), ours.go(our_steps * batch_size), gemm.flops()))
                progress(f"Round {number} of {rounds}: {done[-1].speedup:.2f} × the book's loop.")
    return Report("train", machine(precision=precision, batch_size=batch_size), _figures(done, precision))


def flops_per_image() -> int:
    """Floating-point operations of training AlexNet on one picture: forward, and backward twice as much, but that
    nothing flows back through the first layer."""
    layers = describe(AlexNet()).layers
    return 2 * (3 * sum(layer.multiply_adds for layer in layers) - layers[0].multiply_adds)


def _figures(rounds: list[_Round], precision: str) -> tuple[Figure, ...]:
    speedup = median(r.speedup for r in rounds)
    share = f"share of the {precision} GEMM peak", median(r.share for r in rounds), ""
    our_memory, book_memory = _peak([r.ours for r in rounds]), _peak([r.book for r in rounds])
    return (
        at_least(2.3 if native_bf16() else 1.2, "speed against the book's loop", speedup, "×"),
        Figure("speed", median(r.ours.images_per_second for r in rounds), "images/s"),
        Figure("speed of the book's loop", median(r.book.images_per_second for r in rounds), "images/s"),
        at_least(0.8, *share) if precision == "bf16" else Figure(*share),
        Figure(f"{precision} GEMM peak", median(r.gemm for r in rounds) / 1e9, "GFLOP/s"),
        at_most(1.0, "peak memory against the book's loop", our_memory / book_memory, "×"),
        Figure("peak memory", our_memory / 1e6, "MB"),
        Figure("peak memory of the book's loop", book_memory / 1e6, "MB"),
    )


def _peak(stretches: list[Stretch]) -> int:
    """Bytes: the most that the process held until the last of its stretches."""
    return stretches[-1].answer["peak"]
