"""Answers what a picture is: the core's parts behind the Classify page, for one worker thread only.

Nothing here may be touched from the window's thread but `ClassifierDesk.__init__`; what comes back are plain values.
Torch is imported when the first question is asked.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.errors import CheckpointError, PictureError, StudioError

if TYPE_CHECKING:
    from PIL import Image
    from torch import Tensor

    from core.classify import Classifier, Row
    from core.data.preparation import Preparation, Prepared
    from core.network import Network

translate = QCoreApplication.translate
PREVIEW = 1024  # pixels: longest edge of the picture that is shown

Guesses = tuple[tuple[str, float], ...]  # (label, probability), the best first


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What became of one picture. Without a network ``guesses`` is empty and ``complaint`` one sentence."""

    picture: NDArray[np.uint8]  # (H, W) or (H, W, 3), for showing
    seen: NDArray[np.uint8]  # (C, side, side): what the network sees
    steps: tuple[str, ...]  # what was done to it, as in core.data.preparation.Prepared
    guesses: Guesses
    classes: tuple[str, ...]
    network: str
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best guess for one picture of many, or one sentence why there is none."""

    source: Path | bytes
    label: str
    probability: float
    error: str


@dataclass(frozen=True, slots=True)
class Portion:
    """Some more of many files, and how far the work is."""

    verdicts: tuple[Verdict, ...]
    done: int
    total: int


class ClassifierDesk:
    """Keeps one network ready. A network is named as for `core.network.load_network`."""

    def __init__(self) -> None:
        self._source = ""
        self._stamp = 0
        self._classifier: Classifier | None = None

    def load(self, source: str) -> str:
        """Make the network of `source` the one that answers; the sentence why not, or ""."""
        stamp = _stamp(source)
        if self._classifier is not None and (source, stamp) == (self._source, self._stamp):
            return ""
        self._classifier = None
        try:
            from core.network import load_network

            self._use(load_network(source), source, stamp)
        except StudioError as error:
            return str(error)
        except (FileNotFoundError, ImportError) as error:
            if source != "demo":
                raise
            sentence = translate(
                "ClassifierDesk", "The demo network is not there ({error}); choose a run of yours, or train one."
            )
            return sentence.format(error=error)
        return ""

    def take(self, network: "Network") -> None:
        """Make a network that is in memory already the one that answers."""
        self._use(network, "", 0)

    def _use(self, network: "Network", source: str, stamp: int) -> None:
        from core.classify import Classifier

        classifier = Classifier(network)
        prepared = np.zeros((classifier.preparation.channels, *[classifier.preparation.side] * 2), np.uint8)
        classifier.classify([_tensor(prepared)])  # the first answer of a process takes longer: give it now
        self._classifier, self._source, self._stamp = classifier, source, stamp

    def look(self, picture: Path | bytes | NDArray[np.uint8], *, adapt: bool | None, complaint: str = "") -> Answer:
        """The answer to one picture: a file, the bytes of one, or a picture of a data set, (C, side, side).

        `complaint`: why there is no network, from `load`. Raises PictureError.
        """
        if isinstance(picture, np.ndarray):
            shown, prepared = picture, self._of_data_set(picture, adapt)
        else:
            from core.pictures import open_picture

            image = open_picture(picture)
            prepared = self._preparation().from_picture(image, adapt)
            image.thumbnail((PREVIEW, PREVIEW))
            shown = np.asarray(image)
        return self._answer(shown, prepared, complaint)

    def _preparation(self) -> "Preparation":
        from core.data.preparation import Preparation

        return self._classifier.preparation if self._classifier else Preparation()

    def _of_data_set(self, picture: NDArray[np.uint8], adapt: bool | None) -> "Prepared":
        from core.data.preparation import Prepared

        preparation = self._preparation()
        wanted = (preparation.channels, preparation.side, preparation.side)
        if picture.shape == wanted and not adapt:
            return Prepared(_tensor(picture))
        return preparation.from_picture(_image(picture), adapt)

    def _answer(self, shown: NDArray[np.uint8], prepared: "Prepared", complaint: str) -> Answer:
        seen = prepared.image.numpy()
        if self._classifier is None:
            return Answer(shown, seen, prepared.steps, (), (), "", complaint)
        from core.classify import top

        classes = self._classifier.classes
        guesses = top(self._classifier.classify([prepared])[0], classes)
        pairs = tuple((guess.label, guess.probability) for guess in guesses)
        return Answer(shown, seen, prepared.steps, pairs, classes, _title(self._classifier.network))

    def why(self, answer: Answer) -> NDArray[np.float32]:
        """Grad-CAM of the first guess: (H, W) in pixels of the network's input, positive where it finds what speaks for
        it. Raises ArgumentError for a network without a convolution."""
        assert self._classifier is not None
        from core.attribution import attribution
        from core.out.steps import done

        network = self._classifier.network
        x = network.spec.preparation.network_input(_tensor(answer.seen)[None])
        target = answer.classes.index(answer.guesses[0][0])
        return done(attribution(network.module, x, target, "grad-cam")).values

    def walk(self, sources: Sequence[Path | bytes], *, adapt: bool | None) -> Generator[Portion]:
        """Every picture of `sources`, folders walked, a batch at a time. Raises CheckpointError without a network."""
        if self._classifier is None:
            raise CheckpointError(
                translate("ClassifierDesk", "There is no network to classify with; choose another one.")
            )
        pasted = [source for source in sources if isinstance(source, bytes)]
        if pasted:
            yield Portion(tuple(self._verdict_on(source, adapt) for source in pasted), len(pasted), len(pasted))
        paths = [source for source in sources if isinstance(source, Path)]
        if paths:
            yield from self._walk_paths(self._classifier, paths, adapt)

    def _verdict_on(self, source: bytes, adapt: bool | None) -> Verdict:
        try:
            label, probability = self.look(source, adapt=adapt).guesses[0]
        except PictureError as error:
            return Verdict(source, "", 0.0, str(error))
        return Verdict(source, label, probability, "")

    def _walk_paths(self, classifier: "Classifier", paths: list[Path], adapt: bool | None) -> Generator[Portion]:
        from core.classify import classify_paths

        how_far = (0, 0)

        def progress(done: int, total: int) -> bool:
            nonlocal how_far
            how_far = done, total
            return True

        rows: list[Verdict] = []
        before = how_far
        for row in classify_paths(classifier, paths, top=1, adapt=adapt, progress=progress):
            if how_far != before:
                yield Portion(tuple(rows), *how_far)
                rows, before = [], how_far
            rows.append(_verdict(row))
        yield Portion(tuple(rows), *how_far)


def _verdict(row: "Row") -> Verdict:
    if row.error is not None or not row.guesses:
        return Verdict(row.path, "", 0.0, row.error or "")
    return Verdict(row.path, row.guesses[0].label, row.guesses[0].probability, "")


def thumbnail(source: Path | bytes, side: int) -> NDArray[np.uint8] | None:
    """A small copy of a picture, None of what is none. Needs no network; for any thread."""
    from core.pictures import open_picture

    try:
        image = open_picture(source)
    except PictureError:
        return None
    image.thumbnail((side, side))
    return np.asarray(image)


def _tensor(picture: NDArray[np.uint8]) -> "Tensor":
    import torch

    return torch.from_numpy(np.ascontiguousarray(picture))


def _image(picture: NDArray[np.uint8]) -> "Image.Image":
    from PIL import Image

    last = picture.transpose(1, 2, 0)
    return Image.fromarray(last[:, :, 0] if last.shape[2] == 1 else last)


def _stamp(source: str) -> int:
    """Changes when what is behind a source does: a run saves new weights, a file is written anew."""
    path = Path(source.removesuffix(":best").removesuffix(":last"))
    for file in (path / "checkpoints" / "index.json", path):
        try:
            return file.stat().st_mtime_ns
        except OSError:
            continue
    return 0


def _title(network: "Network") -> str:
    return translate("NetworkPicker", "Demo network") if network.source == "demo" else network.title
