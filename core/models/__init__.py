"""The networks: AlexNet, and LeNet to compare it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import ArgumentError
from core.models.alexnet import AlexNet
from core.models.initialization import initialize
from core.models.lenet import LeNet

if TYPE_CHECKING:  # core.network builds models, so it must not be imported from here
    from core.network import NetworkSpec

__all__ = ["MODELS", "AlexNet", "LeNet", "build"]

MODELS: dict[str, type[AlexNet] | type[LeNet]] = {"alexnet": AlexNet, "lenet": LeNet}


def build(spec: NetworkSpec, initialization: str = "default") -> AlexNet | LeNet:
    """The untrained network of `spec`: fp32, on the default device, in training mode.

    Raises ArgumentError for an unknown model, activation or initialisation, and for a preparation that makes
    pictures of another size than the model takes.
    """
    model = MODELS.get(spec.model)
    if model is None:
        raise ArgumentError(f"There is no network {spec.model!r}; choose one of {', '.join(MODELS)}.")
    side = spec.preparation.input_side
    if side != model.input_side:
        takes = f"{model.input_side}×{model.input_side}"
        raise ArgumentError(f"{model.__name__} takes pictures of {takes} pixels, not {side}×{side}.")
    activation = model.default_activation if spec.activation == "default" else spec.activation
    shape = len(spec.classes), spec.preparation.channels
    if model is AlexNet:
        module = AlexNet(*shape, activation, spec.dropout, spec.batch_norm)
    else:
        module = LeNet(*shape, activation)
    initialize(module, initialization)
    return module
