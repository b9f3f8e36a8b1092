"""The activation functions of one number, by the names of their classes in torch.nn. No torch."""

import math
from collections.abc import Callable


def _sigmoid(value: float) -> float:
    """Each sign by the exponential that does not overflow."""
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "ReLU": lambda value: max(value, 0.0),
    "Sigmoid": _sigmoid,
    "Tanh": math.tanh,
}
