"""The program's own training, without a window, by the book's recipe on the CPU.

``python -m core.bench.our_loop [BATCH_SIZE [PRECISION [WITHOUT]]]``; WITHOUT is a switch of `FastForward` that is off.
"""

import sys
from collections.abc import Iterator
from functools import partial

from core.bench.partner import serve
from core.memory import keep_memory


def main(batch_size: str = "128", precision: str = "auto", without: str | None = None) -> None:
    keep_memory()
    from core.events import Steps, Watched
    from core.models.fast_forward import FastForward
    from core.recipe import checked
    from core.train import Training

    recipe = checked(batch_size=int(batch_size), precision=precision, device="cpu", epochs=1000)
    training = Training(recipe, way_through=partial(FastForward, **({without: False} if without else {})))
    looks: list[float] = []  # seconds that each took

    def images() -> Iterator[int]:
        for event in training.events():
            if isinstance(event, Watched):
                looks.append(event.seconds)
            elif isinstance(event, Steps):
                yield event.images

    steps = images()
    serve(lambda: next(steps), lambda: {"looks": looks}, precision=training.learner.precision)


if __name__ == "__main__":
    main(*sys.argv[1:])
