"""A moving average of the weights: it answers better than the weights of the last step, and costs no training."""

import copy
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

Model = TypeVar("Model", bound=nn.Module)


class WeightAverage(Generic[Model]):
    """The exponential moving average of a model's parameters; buffers (of batch normalisation) are the newest.

    After n steps the decay is ``min(decay, (1 + n) / (10 + n))``, so that a short run does not remember how it was
    initialised (as TensorFlow's ExponentialMovingAverage has it). Nothing of it is random.
    """

    def __init__(self, model: Model, decay: float) -> None:
        self.module = copy.deepcopy(model)
        self.module.requires_grad_(False)
        self._decay = decay
        self._model = model

    def update(self, step: int) -> None:
        """Take in the weights after `step` steps (from 1)."""
        decay = min(self._decay, (1 + step) / (10 + step))
        with torch.no_grad():
            get_ema_multi_avg_fn(decay)(_parameters(self.module), _parameters(self._model), step)
            for mine, theirs in zip(self.module.buffers(), self._model.buffers(), strict=True):
                mine.copy_(theirs)


def _parameters(module: nn.Module) -> list[Tensor]:
    return [parameter.detach() for parameter in module.parameters()]
