"""The program's own training, without a window, by the book's recipe on the CPU.

``python -m core.bench.our_loop [BATCH_SIZE [PRECISION]]``
"""

import sys

from core.bench.partner import serve
from core.memory import keep_memory


def main(batch_size: str = "128", precision: str = "auto") -> None:
    keep_memory()
    from core.events import Steps
    from core.recipe import checked
    from core.train import Training

    training = Training(checked(batch_size=int(batch_size), precision=precision, device="cpu", epochs=1000))
    images = (event.images for event in training.events() if isinstance(event, Steps))
    serve(lambda: next(images), precision=training.precision)


if __name__ == "__main__":
    main(*sys.argv[1:])
