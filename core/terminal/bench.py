"""``alexnet bench``: measure the program on this machine."""

import difflib
from typing import Annotated

from cyclopts import Parameter

from core.errors import ArgumentError
from core.terminal.options import Json
from core.terminal.output import print_json, print_table


def bench(
    name: Annotated[str | None, Parameter(help="The benchmark; without a name they are listed.")] = None,
    /,
    *,
    json: Json = False,
) -> None:
    """Measure the program on this machine: figures, and the targets they are held against."""
    from core.memory import keep_memory

    keep_memory()
    from core.bench import BENCHMARKS

    if name is None:
        print("\n".join(BENCHMARKS))
        return
    if name not in BENCHMARKS:
        meant = difflib.get_close_matches(name, BENCHMARKS, n=1)
        hint = f" Did you mean {meant[0]!r}?" if meant else ""
        raise ArgumentError(f"There is no benchmark {name!r}; choose one of {', '.join(BENCHMARKS)}.{hint}")
    report = BENCHMARKS[name]()
    if json:
        print_json(report.to_json())
        return
    rows = [
        (figure.name, f"{figure.value:.4g}", figure.unit, _target(figure.target), _met(figure.met))
        for figure in report.figures
    ]
    print_table(("figure", "value", "unit", "target", "met"), rows, numbers=("value", "target"))


def _target(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _met(met: bool | None) -> str:
    return "" if met is None else "yes" if met else "no"
