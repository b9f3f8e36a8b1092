"""``alexnet classify``: what is on pictures."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from core.terminal import named
from core.terminal.failure import DONE, FAILED
from core.terminal.options import Device, Json, Precision
from core.terminal.output import say
from core.terminal.rows import sinks

_ADAPT = {"auto": None, "always": True, "never": False}


def classify(
    paths: Annotated[list[Path], Parameter(help="Pictures, and folders of them.", negative="", consume_multiple=True)],
    /,
    *,
    model: Annotated[
        str, Parameter(help="demo, the folder of a run (its best weights; :last for the last) or a file of weights.")
    ] = "demo",
    top: Annotated[int, Parameter(validator=Number(gte=1), help="So many guesses for each picture.")] = 3,
    adapt: Annotated[
        Literal["auto", "always", "never"],
        Parameter(help="Whether pictures are made like those of Fashion-MNIST first: small, grey, light on dark."),
    ] = "auto",
    csv: Annotated[Path | None, Parameter(help="Write a table into this file instead.")] = None,
    json: Json = False,
    device: Device = "auto",
    precision: Precision = "auto",
) -> int:
    """Say what is on pictures: files, and folders of them.

    Every file gets its row, also one that is no picture. The status is 1 where not one could be read.
    """
    from core.memory import keep_memory

    keep_memory()
    from core.classify import Classifier, classify_paths

    classifier = Classifier(named.loaded(model), device, precision)
    rows, read = 0, 0
    with sinks(classifier.classes, top, csv=csv, json=json) as write:
        for row in classify_paths(classifier, paths, top=top, adapt=_ADAPT[adapt]):
            write(row)
            rows += 1
            read += row.error is None
    if not rows:
        say(f"There is no file in {', '.join(map(str, paths))}.")
    elif csv:
        say(f"{rows:,} rows are in {csv}, {rows - read:,} of them of files that could not be read.")
    return DONE if read else FAILED
