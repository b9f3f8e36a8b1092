"""``alexnet data``: the data sets, and whether a folder of pictures is a good one."""

import gzip
import struct
import sys
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from core.catalogue import SETS
from core.errors import ArgumentError
from core.terminal import named
from core.terminal.options import Json
from core.terminal.output import console, count, print_json, print_table, reading, say, size
from resources import path as resource

if TYPE_CHECKING:
    from core.data.census import Census

data = App(name="data", help="The data sets, and whether a folder of pictures is a good one.")

_UNEQUAL = 1.5  # times as many pictures of one class as of another: from here on it is said


@data.command(name="list")
def list_(*, json: Json = False) -> None:
    """List the data sets that have a name; any folder with one sub-folder of pictures a class is one too."""
    train, test = (_packed_count(f"{split}-labels-idx1-ubyte.gz") for split in ("train", "t10k"))
    what = "clothes, grey, 28×28 (Xiao, Rasul and Vollgraf 2017)"
    sets = [("fashion-mnist", train, test, True, what)]
    sets += [(one.name, one.train, one.test, not one.missing(), one.what) for one in SETS.values()]
    if json:
        for row in sets:
            print_json(dict(zip(("name", "train", "test", "here", "what"), row, strict=True)))
        return
    print_table(
        ("name", "training", "test", "here", "what"),
        [(name, count(train), count(test), "yes" if here else "no", what) for name, train, test, here, what in sets],
        numbers=("training", "test"),
    )
    say("Those that are not here: alexnet data download NAME. Any folder with one sub-folder of pictures a class is a")
    say("data set too: alexnet data check FOLDER")


@data.command
def download(
    name: Annotated[str, Parameter(help="A data set of 'alexnet data list'.")],
    /,
    *,
    source: Annotated[
        str | None, Parameter(name="--from", help="Get it from this file, folder or URL, not from its usual place.")
    ] = None,
    json: Json = False,
) -> None:
    """Download a data set, so that networks can be trained on it."""
    from core.data.download import download as fetch

    if named.data_set(name) not in SETS:
        raise ArgumentError(f"{name} need not be downloaded: it is here.")
    chosen = SETS[name]
    with console(sys.stderr).status(f"downloading {name}") as status:

        def progress(done: int, total: int) -> bool:
            status.update(f"downloading {name}: {size(done)}" + (f" of {size(total)}" if total else ""))
            return True

        fetch(chosen, source=source, progress=progress)
    missing = [file.name for file in chosen.missing()]
    if json:
        print_json({"name": name, "path": str(chosen.folder), "missing": missing})
    elif missing:
        say(f"Still missing of {chosen.title}: {', '.join(missing)}")
    else:
        say(f"{chosen.title} is here: alexnet train --data {name}")


@data.command
def check(
    name: Annotated[
        str, Parameter(help="A data set of 'alexnet data list', or a folder with one sub-folder of pictures a class.")
    ] = "fashion-mnist",
    /,
    *,
    split_seed: Annotated[int, Parameter(help="Which fifth of a folder is the test split, as in a recipe.")] = 0,
    json: Json = False,
) -> None:
    """Read a data set: pictures of each class, how unequal the classes are, and the files that cannot be read."""
    found = _census(named.data_set(name), split_seed)
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


def _census(name: str, split_seed: int) -> "Census":
    from core.data.census import take_census

    with reading(f"reading {name}") as progress:
        return take_census(name, split_seed=split_seed, progress=progress)


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
