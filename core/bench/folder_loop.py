"""A folder of pictures read as a training reads it, batch after batch, in a process of its own.

``python -m core.bench.folder_loop FOLDER SIDE [BATCH_SIZE]``; the protocol is that of `core.bench.partner`. Memory is
what the process holds at the moment, in bytes.
"""

import sys
from itertools import chain, count
from pathlib import Path
from time import perf_counter

import psutil

from core.bench.partner import say
from core.memory import keep_memory


def main(folder: str, side: str, batch_size: str = "128") -> None:
    keep_memory()
    from core.data.batches import permutation
    from core.data.folder import read
    from core.data.listing import list_folder

    before, began = _memory(), perf_counter()
    listing = list_folder(Path(folder))
    listed, held = perf_counter() - began, _memory() - before
    del listing

    began = perf_counter()
    split = read(Path(folder), side=int(side)).train
    orders = (permutation(len(split), seed=0, epoch=epoch).split(int(batch_size)) for epoch in count(1))
    batches = chain.from_iterable(orders)
    chosen = next(batches)
    split.take(chosen)
    say({"listed": listed, "held": held, "begun": perf_counter() - began, "memory": _memory()})

    coming = [next(batches) for _ in range(5)]
    for line in sys.stdin:
        wanted, images, began = int(line), 0, perf_counter()
        while images < wanted:
            images += len(split.take(coming.pop(0), coming))
            coming.append(next(batches))
        say({"images": images, "seconds": perf_counter() - began, "memory": _memory()})


def _memory() -> int:
    return psutil.Process().memory_info().rss


if __name__ == "__main__":
    main(*sys.argv[1:])
