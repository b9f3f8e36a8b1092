"""One training step: forward, loss, backward, change of the weights."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.recipe import Recipe

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}

Forward = Callable[[Tensor], Tensor]
"""From pictures as they are stored, (B, C, side, side) uint8 on the device, to logits (B, classes)."""


def autocast(device: torch.device, precision: str) -> torch.autocast:
    """The context in which a network computes in `precision` ("fp32", "bf16", "fp16")."""
    return torch.autocast(device.type, DTYPES[precision], enabled=precision != "fp32")


def make_optimizer(recipe: Recipe, parameters: Iterable[nn.Parameter]) -> torch.optim.Optimizer:
    """The recipe's optimiser, in torch's fused form: one pass over the memory instead of ten."""
    if recipe.optimizer == "sgd":
        return torch.optim.SGD(
            parameters, lr=recipe.lr, momentum=recipe.momentum, weight_decay=recipe.weight_decay, fused=True
        )
    kind = torch.optim.AdamW if recipe.optimizer == "adamw" else torch.optim.Adam
    return kind(parameters, lr=recipe.lr, weight_decay=recipe.weight_decay, fused=True)


class TrainStep:
    """Moves a model by one batch. `forward` goes through it; it must be in training mode and on `device`."""

    def __init__(
        self, forward: Forward, optimizer: torch.optim.Optimizer, *, device: torch.device, precision: str
    ) -> None:
        self._forward = forward
        self.optimizer = optimizer
        self._device = device
        self._precision = precision
        # fp16 alone has so few exponents that small gradients vanish without scaling
        self._scaler = torch.amp.GradScaler(device.type) if precision == "fp16" else None

    def __call__(self, images: Tensor, labels: Tensor, *, lr: float) -> Tensor:
        """One step at learning rate `lr`; (2,) float32 on the device: mean loss and accuracy of the batch before it."""
        for group in self.optimizer.param_groups:
            group["lr"] = lr
        with autocast(self._device, self._precision):
            logits = self._forward(images)
        logits = logits.float()
        loss = cross_entropy(logits, labels)
        self.optimizer.zero_grad()
        if self._scaler is None:
            loss.backward()
            self.optimizer.step()
        else:
            self._scaler.scale(loss).backward()
            self._scaler.step(self.optimizer)
            self._scaler.update()
        return torch.stack([loss.detach(), (logits.detach().argmax(1) == labels).float().mean()])
