"""``alexnet bench data``: a folder of a million pictures, how fast photographs are decoded, what data costs a step."""

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import torch
from PIL import Image, ImageOps

from core.bench import pictures
from core.bench.folder_loop import main as folder_loop
from core.bench.machine import machine
from core.bench.partner import Partner
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_least, at_most
from core.data import load
from core.data.batches import in_order, permutation
from core.data.dataset import Split
from core.data.listing import list_folder
from core.data.picture_cache import LIMIT, PictureCache
from core.data.preparation import Preparation
from core.data.prepared import PreparedPictures
from core.data.stream import Stream
from core.events import Steps
from core.recipe import checked
from core.train import Training

_REAL = 1000  # pictures that are there; all other names are further names of theirs
_CLASSES = 100
_SIDE = 224
_CACHE_GB = 2  # of the million pictures: some are prepared, most are decoded anew


def data(
    progress: Progress = to_stderr,
    *,
    names: int = 1_000_000,
    portions: int = 10,
    side: int = 64,
    photographs: int = 40,
    rounds: int = 5,
    steps: int = 8,
    batch_size: int = 128,
) -> Report:
    """A folder with so many `names` of real pictures, read whole in random order at `side`, in `portions`; then
    photographs decoded in turns with the plain way; then steps of the book's recipe."""
    figures = (
        *_large_folder(progress, names, portions, side),
        *_decoding(progress, photographs, rounds),
        *_share(progress, steps, batch_size),
    )
    return Report(
        "data", machine(names=names, real_pictures=_REAL, links="hard", side=side, cache_gb=_CACHE_GB), figures
    )


def _large_folder(progress: Progress, names: int, portions: int, side: int) -> Iterator[Figure]:
    with TemporaryDirectory() as place:
        progress(f"Writing {_REAL:,} pictures, and {names:,} names for them.")
        folder = _linked(Path(place), names)
        environment = os.environ | {"ALEXNET_HOME": place, LIMIT: str(_CACHE_GB)}
        with Partner(folder_loop.__module__, str(folder), str(side), env=environment) as loop:
            begun = loop.wait()
            progress(f"Listed in {begun['listed']:.1f} s; the first batch was there after {begun['begun']:.1f} s.")
            curve = []
            for portion in range(1, portions + 1):
                done = loop.go(names // portions)
                curve.append((portion * names // portions, done.answer["memory"] / 1e6, done.images_per_second))
                progress(f"{curve[-1][0]:,} pictures: {curve[-1][1]:.0f} MB, {curve[-1][2]:.0f} images/s.")
    first = curve[0][1]
    yield Figure("listing all names", begun["listed"], "s")
    yield at_most(300, "memory of the listing", begun["held"] / names, "bytes a picture")
    yield Figure("start to the first batch", begun["begun"], "s")
    yield at_most(20, "growth of the memory over the pictures", max(memory for _, memory, _ in curve) - first, "MB")
    yield Figure("memory after the first batch", begun["memory"] / 1e6, "MB")
    for count, memory, _ in curve:
        yield Figure(f"memory after {count:,} pictures", memory, "MB")
    yield Figure("speed", median(speed for _, _, speed in curve), "images/s")


def _linked(place: Path, names: int) -> Path:
    """A folder of so many names, each a link to one of the real pictures."""
    pictures.write(place / "real", 0, min(_REAL, names))
    real = sorted((place / "real").iterdir())
    folder = place / "set"
    for label in range(_CLASSES):
        (folder / f"class-{label:02}").mkdir(parents=True)
    for number in range(names):
        source = real[number % len(real)]
        os.link(source, folder / f"class-{number % _CLASSES:02}" / f"{number:08}{source.suffix}")
    return folder


def _decoding(progress: Progress, count: int, rounds: int) -> Iterator[Figure]:
    with TemporaryDirectory() as place:
        progress(f"Writing {count} photographs.")
        for label in ("a", "b"):
            pictures.photographs(Path(place, "set", label), count // 2)
        listing = list_folder(Path(place, "set"))
        files = [listing.path(number) for number in range(len(listing))]
        preparation = Preparation(channels=3, side=_SIDE, input_side=_SIDE, style="photo")
        cache = PictureCache(Path(place, "cache"), (3, _SIDE, _SIDE), room=10**12)

        def streamed(cache: PictureCache | None) -> Callable[[], int]:
            pictures = PreparedPictures(listing, preparation, cache)
            split = Split(Stream(pictures, (3, _SIDE, _SIDE), torch.arange(len(listing))), torch.zeros(len(listing)))
            return lambda: sum(len(images) for images, _ in in_order(split, 8))

        decoded, kept = streamed(None), streamed(cache)
        kept()
        turns: list[tuple[float, float, float]] = []
        for number in range(1, rounds + 1):
            turns.append((_speed(lambda: _plain(files)), _speed(decoded), _speed(kept)))
            plain, ours, _ = turns[-1]
            progress(f"Round {number} of {rounds}: {ours / plain:.2f} × one at a time.")
    yield at_least(1.0, "photographs decoded against one at a time", median(b / a for a, b, _ in turns), "×")
    yield Figure("photographs decoded", median(b for _, b, _ in turns), "images/s")
    yield Figure("one at a time", median(a for a, _, _ in turns), "images/s")
    yield Figure("photographs from the cache", median(c for _, _, c in turns), "images/s")


def _plain(files: list[Path]) -> int:
    """As a script of ten lines does it."""
    for file in files:
        image = ImageOps.fit(Image.open(file).convert("RGB"), (_SIDE, _SIDE), Image.Resampling.BILINEAR)
        torch.from_numpy(np.asarray(image).transpose(2, 0, 1).copy())
    return len(files)


def _speed(work: Callable[[], int]) -> float:
    """Pictures a second of `work`, which gives how many it did."""
    began = perf_counter()
    return work() / (perf_counter() - began)


def _share(progress: Progress, steps: int, batch_size: int) -> Iterator[Figure]:
    progress(f"{steps} steps of the book's recipe.")
    training = Training(checked(batch_size=batch_size, device="cpu"))
    events = (event for event in training.events() if isinstance(event, Steps))
    seconds = [event.seconds / len(event.loss) for event in islice(events, 1, steps)]
    split = load("fashion-mnist").train
    places = permutation(len(split), seed=0, epoch=1).split(batch_size)[:100]
    began = perf_counter()
    for chosen in places:
        split.take(chosen)
    taken = (perf_counter() - began) / len(places)
    yield Figure("getting a batch of Fashion-MNIST", 1e3 * taken, "ms")
    yield at_most(1.0, "share of a training step that data takes", 100 * taken / median(seconds), "%")
