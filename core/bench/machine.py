"""The machine that figures are of, and what can be asked of it."""

import os
import platform
from typing import Any

import torch

from core.devices import devices
from core.precision import native_bf16


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
