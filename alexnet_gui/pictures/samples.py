"""The sample pictures that ship with the program: see resources/samples/README.txt."""

from dataclasses import dataclass
from pathlib import Path

import resources

_AS_IT_IS = "-28x28"  # ends the names of pictures that are of the data set's own size
_CLASSES = {"t-shirt": "T-shirt/top"}  # where the class is named otherwise than the file


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture to try, of the Fashion-MNIST class `truth`."""

    file: Path
    label: str
    truth: str


def samples() -> list[Sample]:
    """All of them, those of the data set's own size last; none where none ship."""
    try:
        files = resources.path("samples").glob("*.png")
    except FileNotFoundError:
        return []
    return [_sample(file) for file in sorted(files, key=lambda file: (_AS_IT_IS in file.name, file.name))]


def _sample(file: Path) -> Sample:
    name = file.stem.removesuffix(_AS_IT_IS)
    truth = _CLASSES.get(name, name.replace("-", " ").capitalize())
    return Sample(file, truth if name == file.stem else f"{truth}, 28 × 28", truth)
