"""Several processes that train one network together, as ``torchrun`` starts them; mostly it is one alone.

Each process works through its share of every batch. The gradients are summed after the backward pass, by all processes
at once: one that ran out of memory may try again meanwhile, and parts of a batch need nothing of their own.
"""

from collections.abc import Iterable
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from core import torchrun
from core.errors import RunError


class Group:
    """The processes of a run. All of them must call the methods in the same order."""

    rank, size, local_rank = 0, 1, 0

    @property
    def alone(self) -> bool:
        return self.size == 1

    @property
    def leads(self) -> bool:
        """Whether this process is the one that writes and speaks."""
        return self.rank == 0

    @property
    def place(self) -> tuple[int, ...]:
        """What makes the random numbers of this process others than the leader's, whose are those of a run alone."""
        return (self.rank,) if self.rank else ()

    def share(self, count: int) -> slice:
        """Which of `count` pictures of a batch, or of the test set, are this process's."""
        return slice(self.rank, count, self.size)

    def sum_gradients(self, parameters: Iterable[Tensor]) -> None:
        """Make every gradient the sum of all processes' gradients; one that has none counts as zero."""

    def total(self, values: Tensor) -> Tensor:
        """The sum of all processes' `values`."""
        return values

    def any(self, *flags: bool) -> tuple[bool, ...]:
        """For each flag, whether it is up in any process."""
        return flags

    def leaders(self, value: Any) -> Any:
        """The leader's `value`, a plain object."""
        return value

    def same(self, tensors: Iterable[Tensor]) -> None:
        """Make these tensors the leader's."""

    def close(self) -> None:
        """Part from the others."""


class _Together(Group):
    def __init__(self) -> None:
        self.rank, self.size, self.local_rank = torchrun.rank(), torchrun.size(), torchrun.local_rank()
        dist.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo")

    def sum_gradients(self, parameters: Iterable[Tensor]) -> None:
        for parameter in parameters:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)  # in the memory format of the others' gradients
            dist.all_reduce(_dense(parameter.grad))

    def total(self, values: Tensor) -> Tensor:
        summed = values.clone()
        dist.all_reduce(summed)
        return summed

    def any(self, *flags: bool) -> tuple[bool, ...]:
        up = torch.tensor(flags, dtype=torch.int8)
        dist.all_reduce(up, dist.ReduceOp.MAX)
        return tuple(bool(flag) for flag in up)

    def leaders(self, value: Any) -> Any:
        box = [value]
        dist.broadcast_object_list(box, src=0, device=torch.device("cpu"))
        return box[0]

    def same(self, tensors: Iterable[Tensor]) -> None:
        for tensor in tensors:
            plain = tensor.contiguous()  # a broadcast walks the memory
            dist.broadcast(plain, src=0)
            tensor.copy_(plain)

    def close(self) -> None:
        dist.destroy_process_group()


def _dense(tensor: Tensor) -> Tensor:
    """The same memory as a tensor that is contiguous, which is all that can be sent."""
    return tensor.permute(0, 2, 3, 1) if tensor.ndim == 4 and not tensor.is_contiguous() else tensor


def joined() -> Group:
    """The group of this process, to be closed at its end: that of torchrun where it started several, else it alone.

    Raises RunError when the others cannot be reached.
    """
    if torchrun.size() == 1:
        return Group()
    try:
        return _Together()
    except (RuntimeError, ValueError) as error:
        raise RunError(f"The other processes of this run cannot be reached: {error}.") from None
