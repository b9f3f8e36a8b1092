"""The benchmarks behind ``alexnet bench``: each measures the program on this machine and gives a `Report`."""

from collections.abc import Callable
from importlib import import_module

from core.bench.report import Figure, Report

__all__ = ["BENCHMARKS", "Figure", "Report"]


def _benchmark(name: str) -> Callable[[], Report]:
    """The function `name` of the module of that name, imported when it is called: the list of names needs no torch."""

    def run() -> Report:
        return getattr(import_module(f"core.bench.{name}"), name)()

    return run


_NAMES = ("train", "classify", "data", "plot", "start", "window", "drop", "runs")
BENCHMARKS: dict[str, Callable[[], Report]] = {name: _benchmark(name) for name in _NAMES}
