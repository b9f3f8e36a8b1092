"""The run that a report is about, and what several of its parts ask of it."""

from dataclasses import dataclass
from functools import cached_property

from core.out.recorded import Recorded
from core.predictions import Predictions, read
from core.runs import RunSummary


@dataclass(frozen=True, eq=False)
class Subject:
    """A run: what a list says of it, and all that it recorded."""

    summary: RunSummary
    recorded: Recorded

    @property
    def classes(self) -> list[str]:
        """Their names; none of a run that has not begun."""
        return self.recorded.starts[-1].classes if self.recorded.starts else []

    @cached_property
    def predictions(self) -> Predictions | None:
        """What the network said of each test picture in its best epoch; None where that was not kept.

        Raises RunError when it cannot be read.
        """
        best = self.recorded.best
        return read(self.summary.folder, best.epoch) if best else None
