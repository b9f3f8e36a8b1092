"""What a run will need, told before it starts: memory for a step, room on the disk."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import psutil
import torch
from torch import Tensor, nn

from core.engine.step import Forward, autocast
from core.engine.untouched import untouched

_SPARE = 0.9  # share of the free memory that may be planned with
_LARGEST = 65_536  # pictures in a batch


@dataclass(frozen=True, slots=True)
class Forecast:
    """All in bytes but for `batch_size`."""

    fixed: int  # gradients, the optimiser's state, copies of the weights: whatever the batch is
    per_picture: int  # more for each picture that is worked through at once
    free_memory: int  # of the device, beside what this process has already
    batch_size: int  # the largest power of two that fits, 0 where none does
    checkpoints: int  # the most that is on the disk at one time: the last, the best, and the one being written
    free_disk: int | None  # None where nothing is kept

    def now(self, device: torch.device, folder: Path | None) -> Self:
        """The same needs, beside what is free by now on `device` and where `folder` is."""
        free = free_memory(device)
        fitting = int((_SPARE * free - self.fixed) // self.per_picture)
        return replace(
            self,
            free_memory=free,
            batch_size=min(_LARGEST, 1 << (fitting.bit_length() - 1)) if fitting > 0 else 0,
            free_disk=shutil.disk_usage(folder).free if folder and folder.exists() else None,
        )

    def memory(self, pictures: int) -> int:
        """What a step over so many pictures at once needs beside what the process has already."""
        return self.fixed + pictures * self.per_picture

    def parts(self, batch: int) -> int:
        """In how many parts a batch should be worked through; 1 too where not even one picture is likely to fit."""
        parts = 1
        while self.memory(-(-batch // parts)) > _SPARE * self.free_memory and parts < batch:
            parts *= 2
        return parts if parts < batch or self.memory(1) <= _SPARE * self.free_memory else 1


def forecast(
    model: nn.Module,
    forward: Forward,
    images: Tensor,
    *,
    device: torch.device,
    precision: str,
    numbers: int,
    averaged: bool = False,
    folder: Path | None = None,
) -> Forecast:
    """What training `model` on pictures like `images` (at least 4, stored uint8, on the device) will need.

    `numbers` are those that the optimiser keeps for each weight, `averaged` is whether an average of the weights is
    kept, `folder` where the run is. What one picture needs is found by forward passes over two and over four; `model`
    is left as it was.
    """
    weights = _bytes(model.parameters())
    state = numbers * weights
    copies = weights // 2 if precision != "fp32" else 0
    with untouched(model):
        model.train()
        few, many = (_kept(forward, images[:n], device, precision) for n in (2, 4))
    kept = (many.total() - few.total()) // 2
    largest = max(many - few, default=0) // 4
    fixed = weights + state + 2 * copies + (weights if averaged else 0)
    per_picture = max(1, kept + 2 * largest)  # the backward pass holds the gradients on both sides of a layer
    saved = 3 * weights + 2 * (state + (weights if averaged else 0))  # best, last, next; two of them with their state
    needs = Forecast(
        fixed=fixed, per_picture=per_picture, free_memory=0, batch_size=0, checkpoints=saved, free_disk=None
    )
    return needs.now(device, folder)


def free_memory(device: torch.device) -> int:
    """Bytes that this process may still take on `device`."""
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    if device.type == "xpu":
        total = torch.xpu.get_device_properties(device).total_memory
        return total - torch.xpu.memory_allocated(device)
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return min(psutil.virtual_memory().available, _container_memory())


def _container_memory() -> int:
    """What the container that this process is in leaves (Linux's cgroup v2); without one, more than there is."""
    try:
        group = Path("/sys/fs/cgroup")
        most = (group / "memory.max").read_text().strip()
        used = int((group / "memory.current").read_text())
        cache = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
        return int(most) - used + int(cache.get("inactive_file", 0))
    except (OSError, ValueError):
        return 1 << 62


def _bytes(tensors: Iterable[Tensor]) -> int:
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def _kept(forward: Forward, images: Tensor, device: torch.device, precision: str) -> "_Sizes":
    """The sizes of all blocks of memory that a forward pass keeps for the backward pass."""
    blocks: dict[int, int] = {}

    def pack(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        blocks[storage.data_ptr()] = storage.nbytes()
        return tensor.detach()  # an output that is kept whole would keep its graph, and the graph it

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor), autocast(device, precision):
        forward(images).float().logsumexp(1)
    return _Sizes(blocks.values())


class _Sizes(Counter[int]):
    """Sizes of blocks, each as often as it occurs."""

    def total(self) -> int:
        """Bytes."""
        return sum(size * count for size, count in self.items())
