"""The machine that figures are of, and what can be asked of it."""

import os
import platform
from pathlib import Path
from typing import Any

import torch

from core.devices import devices

_BF16_FLAGS = {"avx512_bf16", "amx_bf16", "bf16"}  # of /proc/cpuinfo; the last is that of ARM


def machine(**more: Any) -> dict[str, Any]:
    """What a report says of this machine's CPU and of the software; `more` is added. Memory is in bytes."""
    cpu = devices()[-1]
    return {
        "cpu": cpu.label,
        "cores": os.cpu_count(),
        "memory": cpu.memory_bytes,
        "native_bf16": native_bf16(),
        "threads": torch.get_num_threads(),
        "torch": torch.__version__,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
    } | more


def native_bf16() -> bool:
    """Whether the CPU multiplies bf16 itself."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        return not _BF16_FLAGS.isdisjoint(cpuinfo.read_text(errors="replace").split())
    return torch.cpu._is_avx512_bf16_supported()
