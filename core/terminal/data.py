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
    from core.data.census import Census

data = App(name="data", help="The data sets, and whether a folder of pictures is a good one.")

_UNEQUAL = 1.5  # times as many pictures of one class as of another: from here on it is said


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
    """Read a data set: pictures of each class, how unequal the classes are, and the files that cannot be read."""
    found = _census(named.data_set(name))
    if json:
        print_json(_plain(found))
        return
    columns = ("class", "training", "test")
    rows = [(name, count(a), count(b)) for name, a, b in zip(found.classes, found.train, found.test, strict=True)]
    print_table(columns, [*rows, ("all", count(found.train.sum()), count(found.test.sum()))], numbers=columns[1:])
    for sentence in found.skipped:
        print(sentence)
    if found.imbalance >= _UNEQUAL:
        say(_imbalance(found))


def _packed_count(file: str) -> int:
    """The number of items in a packed IDX file: the second number of its head."""
    with gzip.open(resource("fashion_mnist", file)) as packed:
        return struct.unpack(">ii", packed.read(8))[1]


def _census(name: str) -> "Census":
    from core.data.census import take_census

    with console(sys.stderr).status(f"reading {name}") as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"reading {name}: {count(done)} of {count(total)}")
            return True

        return take_census(name, progress=progress)


def _imbalance(found: "Census") -> str:
    most, fewest = found.classes[found.train.argmax()], found.classes[found.train.argmin()]
    if not found.train.min():
        return f"{fewest!r} has no training picture that can be read: repair some, or take the class away."
    return (
        f"{most!r} has {found.imbalance:.1f} times as many training pictures as {fewest!r}: "
        "train with --class-weights, so that each class's loss is weighed by how rare it is."
    )


def _plain(found: "Census") -> dict[str, Any]:
    """``classes``: of each its name and numbers of pictures; ``imbalance``: the largest class against the smallest,
    null where that is empty; ``skipped``: a sentence for each unreadable file."""
    train, test = found.train.tolist(), found.test.tolist()
    classes = [{"name": name, "train": a, "test": b} for name, a, b in zip(found.classes, train, test, strict=True)]
    return {
        "name": found.name,
        "classes": classes,
        "train": sum(train),
        "test": sum(test),
        "imbalance": round(found.imbalance, 3) if min(train) else None,
        "skipped": list(found.skipped),
    }
