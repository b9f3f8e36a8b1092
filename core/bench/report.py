"""What a benchmark says: figures, the targets they are held against, and the machine they are of."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value. ``target`` and ``met`` are None where nothing is asked of it."""

    name: str
    value: float
    unit: str
    target: float | None = None
    met: bool | None = None


def at_least(target: float, name: str, value: float, unit: str) -> Figure:
    """A figure that should reach `target`."""
    return Figure(name, value, unit, target, value >= target)


def at_most(target: float, name: str, value: float, unit: str) -> Figure:
    """A figure that should not go beyond `target`."""
    return Figure(name, value, unit, target, value <= target)


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a benchmark. ``machine`` says what it ran on and how, see `core.bench.machine`."""

    benchmark: str
    machine: dict[str, Any]
    figures: tuple[Figure, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "benchmark": self.benchmark,
            "machine": dict(self.machine),
            "figures": [asdict(figure) for figure in self.figures],
        }
