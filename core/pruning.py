"""Take the smallest weights away while a network learns to do without them."""

from collections.abc import Sequence

import torch
from torch import Tensor

_CHANGES = 20  # so many times the masks grow; finding the smallest of millions of weights costs as much as a step


def density(step: int, *, keep: float, steps: int) -> float:
    """Share of weights left at `step` of `steps`: 1 at the start, fast down at first, `keep` from the end on.

    The cubic schedule of Zhu and Gupta 2017, arXiv:1710.01878.
    """
    return keep + (1 - keep) * (1 - min(step / steps, 1.0)) ** 3


class Pruning:
    """Keeps the smallest weights of each tensor at zero, more and more of them over the first `steps` steps.

    Call `apply` before each forward pass and after the last step, when the optimiser has moved all weights. What is
    zero once stays zero.
    """

    def __init__(self, weights: Sequence[Tensor], *, keep: float, steps: int) -> None:
        self._weights = list(weights)
        self._masks = [torch.zeros_like(weight, dtype=torch.bool) for weight in weights]
        self._keep = keep
        self._steps = max(1, steps)
        self._every = max(1, steps // _CHANGES)

    @torch.no_grad()
    def apply(self, step: int) -> None:
        """Zero what is to be zero after `step` steps."""
        if (step <= self._steps and step % self._every == 0) or step == self._steps:
            self._grow(density(step, keep=self._keep, steps=self._steps))
        for weight, mask in zip(self._weights, self._masks, strict=True):
            weight.masked_fill_(mask, 0)

    def _grow(self, share: float) -> None:
        for weight, mask in zip(self._weights, self._masks, strict=True):
            zeros = weight.numel() - round(share * weight.numel())
            if zeros:
                sizes = weight.masked_fill(mask, 0).abs_()
                torch.le(sizes, sizes.flatten().kthvalue(zeros).values, out=mask)

    def share_left(self) -> float:
        """Share of all these weights that is not zero."""
        return 1 - sum(int(mask.sum()) for mask in self._masks) / sum(mask.numel() for mask in self._masks)
