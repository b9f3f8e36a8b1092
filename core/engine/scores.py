"""What the evaluations of a run came to, and whether it still gets better."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(slots=True)
class Scores:
    """Test accuracies in [0, 1]; epochs count from 1."""

    epochs: int = 0  # evaluated so far
    accuracy: float | None = None  # the last
    best: float | None = None
    best_epoch: int = 0

    def take(self, epoch: int, accuracy: float) -> bool:
        """Take in the evaluation after `epoch`; whether it is the best so far."""
        self.epochs, self.accuracy = epoch, accuracy
        if self.best is not None and accuracy <= self.best:
            return False
        self.best, self.best_epoch = accuracy, epoch
        return True

    def no_better_for(self, patience: int) -> bool:
        """Whether the best is `patience` epochs ago or more; never where that is 0."""
        return 0 < patience <= self.epochs - self.best_epoch

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, numbers: dict[str, Any]) -> Self:
        """Inverse of `to_json`."""
        return cls(**numbers)
