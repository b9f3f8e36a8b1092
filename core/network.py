"""A network with all that is needed to use it: the module, its classes, the preparation of its input."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

from core.data.preparation import Preparation
from core.errors import CheckpointError


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """What stands beside the weights, so that they can be used without the run that made them."""

    model: str  # "alexnet" or "lenet"
    classes: tuple[str, ...]
    preparation: Preparation
    activation: str = "default"  # "default", "relu", "sigmoid", "tanh"
    dropout: float = 0.5

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Inverse of `to_json`. Raises CheckpointError when something is missing or unknown."""
        try:
            values = dict(values)
            values["preparation"] = Preparation(**values["preparation"])
            values["classes"] = tuple(str(name) for name in values["classes"])
            return cls(**values)
        except (KeyError, TypeError) as error:
            raise CheckpointError(f"The description beside these weights is not whole: {error}.") from None

    def dumps(self) -> str:
        return json.dumps(self.to_json(), ensure_ascii=False)
