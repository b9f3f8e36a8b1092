"""One training step: forward, loss, backward, change of the weights."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.engine.graphed import GraphedGradient, Record
from core.engine.group import Group
from core.engine.optimizers import Optimizer

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}

See = Callable[[float], object]
"""Looks at the gradients of all parameters, which are so many times too large."""

Forward = Callable[[Tensor], Tensor]
"""From pictures as they are stored, (B, C, side, side) uint8 on the device, to logits (B, classes)."""


def autocast(device: torch.device, precision: str) -> torch.autocast:
    """The context in which a network computes in `precision` ("fp32", "bf16", "fp16")."""
    return torch.autocast(device.type, DTYPES[precision], enabled=precision != "fp32")


class TrainStep:
    """Moves a model by one batch. The model must be in training mode and on `device`.

    ``parts``: in how many parts a batch is worked through, one after the other. The gradient is that of the whole
    batch; only batch normalisation and dropout see the difference.
    """

    def __init__(
        self,
        forward: Forward,
        model: nn.Module,
        optimizer: Optimizer,
        *,
        device: torch.device,
        precision: str,
        label_smoothing: float = 0.0,
        class_weights: Tensor | None = None,
        clip: float = 0.0,
        parts: int = 1,
        group: Group | None = None,
        record: Record | None = None,
    ) -> None:
        """`class_weights` (classes,) float32 multiply the loss of each picture by its class; `clip` is the length of
        the gradient that is allowed, 0 for any. `record` records how the gradient is computed, see
        `core.engine.graphed`; None: it is computed as ever."""
        self.parts = parts
        self.optimizer = optimizer
        self.forward = forward
        self._parameters = list(model.parameters())
        self._device = device
        self._precision = precision
        self._label_smoothing = label_smoothing
        self._class_weights = class_weights
        self._clip = clip
        self._group = group or Group()
        # fp16 alone has so few exponents that small gradients vanish without scaling
        self._scaler = torch.amp.GradScaler(device.type) if precision == "fp16" else None
        gradient = self._all_backward
        self._gradient = GraphedGradient(gradient, model, record=record) if record else gradient

    def __call__(
        self, images: Tensor, labels: Tensor, *, lr: float, batch: int | None = None, see: See | None = None
    ) -> Tensor:
        """One step at learning rate `lr`; (2,) float32 on the device: mean cross-entropy and accuracy of the batch
        before it, whatever the loss that is trained on adds to it. `batch` is the number of pictures in the batch of
        the whole group, of which these are this process's share. `see` is shown the gradient before it is clipped."""
        self.optimizer.zero_grad()
        measure = self._gradient(images, labels, batch=batch or len(labels), parts=self.parts)
        self._group.sum_gradients(self._parameters)
        if see:
            see(self._scaler.get_scale() if self._scaler else 1.0)
        if self._clip:
            if self._scaler:
                self.optimizer.unscale(self._scaler)
            nn.utils.clip_grad_norm_(self._parameters, self._clip)
        self.optimizer.step(lr=lr, scaler=self._scaler)
        if self._scaler:
            self._scaler.update()
        return self._group.total(measure)

    def _all_backward(self, images: Tensor, labels: Tensor, *, batch: int, parts: int) -> Tensor:
        """Part after part; the sum of what they tell, which is nothing for a share without pictures."""
        if not len(labels):
            return torch.zeros(2, device=self._device)
        size = -(-len(labels) // parts)
        seen = [self._backward(*part, batch) for part in zip(images.split(size), labels.split(size), strict=True)]
        return seen[0] if len(seen) == 1 else torch.stack(seen).sum(0)

    def _backward(self, images: Tensor, labels: Tensor, batch: int) -> Tensor:
        """Add this part's gradient of the mean over `batch` pictures; its part of what the step tells."""
        with autocast(self._device, self._precision):
            logits = self.forward(images)
        logits = logits.float()
        entropy = cross_entropy(logits, labels, reduction="sum") / batch
        loss = entropy
        if self._label_smoothing or self._class_weights is not None:
            losses = cross_entropy(logits, labels, label_smoothing=self._label_smoothing, reduction="none")
            loss = (losses if self._class_weights is None else losses * self._class_weights[labels]).sum() / batch
        (self._scaler.scale(loss) if self._scaler else loss).backward()
        right = (logits.detach().argmax(1) == labels).float().sum() / batch
        return torch.stack([entropy.detach(), right])
