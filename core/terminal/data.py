"""``alexnet data``: the data sets, and whether a folder of pictures is a good one."""

import gzip
import struct
import sys
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from core.terminal import named
from core.terminal.options import Json
from core.terminal.output import console, count, print_json, print_table, say
from resources import path as resource

if TYPE_CHECKING:
    from core.data.dataset import Dataset

data = App(name="data", help="The data sets, and whether a folder of pictures is a good one.")

_SMALL = 8  # side in pixels: whether a picture can be read needs no large copies of it


@data.command(name="list")
def list_(*, json: Json = False) -> None:
    """List the data sets that ship with the program; any folder with one sub-folder of pictures a class is one too."""
    train, test = (_packed_count(f"{split}-labels-idx1-ubyte.gz") for split in ("train", "t10k"))
    if json:
        print_json({"name": "fashion-mnist", "train": train, "test": test})
        return
    print_table(
        ("name", "training", "test", "what"),
        [("fashion-mnist", count(train), count(test), "clothes, grey, 28×28 (Xiao, Rasul and Vollgraf 2017)")],
        numbers=("training", "test"),
    )
    say("Any folder with one sub-folder of pictures a class is a data set too: alexnet data check FOLDER")


@data.command
def check(
    name: Annotated[
        str, Parameter(help="fashion-mnist, or a folder with one sub-folder of pictures a class.")
    ] = "fashion-mnist",
    /,
    *,
    json: Json = False,
) -> None:
    """Read a data set: pictures of each class, and the files that cannot be read."""
    found = _read(named.data_set(name))
    train, test = (split.labels.bincount(minlength=len(found.classes)).tolist() for split in (found.train, found.test))
    if json:
        print_json(_plain(found, train, test))
        return
    columns = ("class", "training", "test")
    rows = [(name, count(a), count(b)) for name, a, b in zip(found.classes, train, test, strict=True)]
    print_table(columns, [*rows, ("all", count(sum(train)), count(sum(test)))], numbers=columns[1:])
    for sentence in found.skipped:
        print(sentence)


def _packed_count(file: str) -> int:
    """The number of items in a packed IDX file: the second number of its head."""
    with gzip.open(resource("fashion_mnist", file)) as packed:
        return struct.unpack(">ii", packed.read(8))[1]


def _read(name: str) -> "Dataset":
    if name in named.DATA_SETS:
        from core.data import load

        return load(name)
    from pathlib import Path

    from core.data import folder

    with console(sys.stderr).status(f"reading {name}") as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"reading {name}: {count(done)} of {count(total)}")
            return True

        return folder.read(Path(name), side=_SMALL, progress=progress)


def _plain(found: "Dataset", train: list[int], test: list[int]) -> dict[str, Any]:
    """``classes``: of each its name and numbers of pictures; ``skipped``: a sentence for each unreadable file."""
    classes = [{"name": name, "train": a, "test": b} for name, a, b in zip(found.classes, train, test, strict=True)]
    return {"name": found.name, "classes": classes, "train": sum(train), "test": sum(test), "skipped": found.skipped}
