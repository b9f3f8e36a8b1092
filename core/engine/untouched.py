"""Looking at what a model would do, and leaving no trace."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn


@contextmanager
def untouched(model: nn.Module) -> Iterator[None]:
    """Mode, buffers (of batch normalisation) and random generators are afterwards what they were before."""
    training, buffers = model.training, [buffer.clone() for buffer in model.buffers()]
    devices = [parameter.device for parameter in model.parameters() if parameter.is_cuda][:1]
    try:
        with torch.random.fork_rng(devices):
            yield
    finally:
        with torch.no_grad():
            for buffer, before in zip(model.buffers(), buffers, strict=True):
                buffer.copy_(before)
        model.train(training)
