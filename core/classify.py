"""Pictures into guesses: one, many, or folders of any size in constant memory."""

import copy
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from core.ahead import ahead
from core.data.preparation import Preparation, Prepared
from core.engine.step import DTYPES
from core.errors import PictureError
from core.network import Network
from core.pictures import open_picture

BATCH = 32


@dataclass(frozen=True, slots=True)
class Guess:
    """A class and its softmax probability in [0, 1]."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one file: the best guesses first, or one sentence why there are none.

    ``steps``: what was done to the picture, see `core.data.preparation.Prepared`.
    """

    path: Path
    guesses: tuple[Guess, ...]
    error: str | None = None
    steps: tuple[str, ...] = ()


class Classifier:
    """A network ready to answer, on one device in one precision. Not to be used by two threads at once."""

    def __init__(self, network: Network, device: str = "cpu", precision: str = "auto") -> None:
        """`device` and `precision` are as in a recipe.

        Raises DeviceError where the machine does not have them.
        """
        from core.devices import pick, precision_for

        self.device = pick(device)
        self.precision = precision_for(self.device, precision)
        self.network = network
        self._dtype = DTYPES[self.precision]
        module = network.module
        if self._dtype != torch.float32 or self.device.type != "cpu":
            module = copy.deepcopy(module)  # the network's own weights stay as they are
        module = module.to(self.device, self._dtype)
        self._module = module.to(memory_format=torch.channels_last).eval()

    @property
    def classes(self) -> tuple[str, ...]:
        return self.network.spec.classes

    @property
    def preparation(self) -> Preparation:
        return self.network.spec.preparation

    def classify(self, prepared: Sequence[Prepared | Tensor]) -> np.ndarray:
        """Probabilities (N, classes) float32 of N pictures, each (C, side, side) uint8; in batches of `BATCH`."""
        images = [item.image if isinstance(item, Prepared) else item for item in prepared]
        batches = [self._probabilities(images[start : start + BATCH]) for start in range(0, len(images), BATCH)]
        return np.concatenate(batches) if batches else np.empty((0, len(self.classes)), np.float32)

    def _probabilities(self, images: list[Tensor]) -> np.ndarray:
        with torch.inference_mode():
            x = self.preparation.network_input(torch.stack(images).to(self.device))  # (B, C, S, S)
            return self._module(x.to(self._dtype)).float().softmax(dim=1).cpu().numpy()


def top(probabilities: np.ndarray, classes: Sequence[str], k: int = 5) -> tuple[Guess, ...]:
    """The `k` most probable of `classes`, the best first; `probabilities` (classes,) is one row of `classify`."""
    best = np.argsort(-probabilities, kind="stable")[:k]
    return tuple(Guess(classes[int(index)], float(probabilities[index])) for index in best)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file of `paths`, folders walked in the order of the names; hidden files in folders are left out.

    A folder that cannot be listed stands for itself, so that it is not passed over in silence.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    shown = [entry for entry in entries if not entry.name.startswith(".")]
    yield from (Path(entry.path) for entry in shown if not _is_folder(entry))
    for entry in shown:
        if _is_folder(entry) and not entry.is_symlink():  # links to folders may go round in circles
            yield from _walk(Path(entry.path))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def classify_paths(
    classifier: Classifier,
    paths: Iterable[Path],
    *,
    top: int = 5,
    adapt: bool | None = None,
    progress: Callable[[int, int], bool] | None = None,
) -> Iterator[Row]:
    """One `Row` for every file of `paths`, in order; folders are walked (see `files_in`).

    Pictures are decoded ahead in threads while the network works on the batch before. `adapt` is that of
    `Preparation.from_picture`. ``progress(done, total)`` is called after each batch and ends the work by answering
    False; the total takes a walk through the folders beforehand, made only where `progress` is given.
    """
    paths = list(paths)
    total = sum(1 for _ in files_in(paths)) if progress is not None else 0

    def prepare(path: Path) -> tuple[Path, Prepared | str]:
        try:
            return path, classifier.preparation.from_picture(open_picture(path), adapt)
        except PictureError as error:
            return path, str(error)

    workers = min(8, max(1, (os.cpu_count() or 1) // 2))
    pictures = ahead(prepare, files_in(paths), workers=workers, depth=2 * BATCH)
    done = 0
    try:
        while batch := list(islice(pictures, BATCH)):
            yield from _rows(classifier, batch, top)
            done += len(batch)
            if progress is not None and not progress(done, max(done, total)):
                return
    finally:
        pictures.close()


def _rows(classifier: Classifier, batch: list[tuple[Path, Prepared | str]], k: int) -> Iterator[Row]:
    readable = [prepared for _, prepared in batch if isinstance(prepared, Prepared)]
    probabilities = iter(classifier.classify(readable))
    for path, prepared in batch:
        if isinstance(prepared, Prepared):
            yield Row(path, top(next(probabilities), classifier.classes, k), None, prepared.steps)
        else:
            yield Row(path, (), prepared)
