"""What a network said of every test picture at an evaluation: kept with the run, one small file an epoch."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from core.atomic import atomic_write
from core.errors import RunError

FOLDER = "evaluations"
_TYPES = {"labels": np.int32, "predicted": np.int32, "confidence": np.float32, "truth": np.float32}


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """One value for each test picture, in the order of the test split: (n,) each.

    ``labels``: the true class; ``predicted``: the class it was taken for; ``confidence`` and ``truth``: the softmax
    probabilities, in [0, 1], of these two: of the predicted and of the true class.
    """

    labels: np.ndarray  # (n,) int32
    predicted: np.ndarray  # (n,) int32
    confidence: np.ndarray  # (n,) float32
    truth: np.ndarray  # (n,) float32

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def right(self) -> np.ndarray:
        """(n,) bool: whether the picture was taken for what it is."""
        return self.labels == self.predicted

    def confusion(self, classes: int) -> np.ndarray:
        """(classes, classes) int64: how many pictures of class i were called j."""
        cells = self.labels.astype(np.int64) * classes + self.predicted
        return np.bincount(cells, minlength=classes * classes).reshape(classes, classes)

    def of_cell(self, label: int, predicted: int) -> np.ndarray:
        """Places of the pictures of class `label` that were called `predicted`, most confident first; (m,) int64."""
        places = np.flatnonzero((self.labels == label) & (self.predicted == predicted))
        return places[np.argsort(-self.confidence[places], kind="stable")]

    def mistakes(self) -> np.ndarray:
        """Places of the pictures that were taken for another class, those with the highest loss first; (m,) int64."""
        places = np.flatnonzero(~self.right)
        return places[np.lexsort((-self.confidence[places], self.truth[places]))]


def file_of(run: Path, epoch: int) -> Path:
    """Where the predictions of an epoch of the run in folder `run` are kept."""
    return run / FOLDER / f"epoch-{epoch:04}.safetensors"


def write(predictions: Predictions, run: Path, epoch: int) -> None:
    """Keep them with the run. Raises OSError."""
    file = file_of(run, epoch)
    file.parent.mkdir(exist_ok=True)
    atomic_write(file, packed(predictions))


def packed(predictions: Predictions) -> bytes:
    """The content of their file."""
    return save({name: getattr(predictions, name).astype(dtype) for name, dtype in _TYPES.items()})


def unpacked(data: bytes) -> Predictions:
    """What `packed` gave. Raises ValueError with a sentence for anything else."""
    try:
        arrays = load(data)
    except (SafetensorError, KeyError) as error:
        raise ValueError(str(error)) from None
    shapes = {array.shape for array in arrays.values()}
    if {name: array.dtype.type for name, array in arrays.items()} != _TYPES or len(shapes) != 1 or len(*shapes) != 1:
        raise ValueError("it holds something else")
    found = Predictions(**arrays)
    if len(found) and min(found.labels.min(), found.predicted.min()) < 0:
        raise ValueError("a class below 0")
    return found


def read(run: Path, epoch: int) -> Predictions | None:
    """The predictions of an epoch of the run in folder `run`; None where none were kept.

    Raises RunError when the file cannot be read or does not hold them.
    """
    try:
        return unpacked(file_of(run, epoch).read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RunError(f"The predictions of epoch {epoch} cannot be read: {error.strerror or error}.") from None
    except ValueError as error:
        raise RunError(f"The predictions of epoch {epoch} are damaged: {error}.") from None
