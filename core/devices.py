"""The devices a network can be trained on, and the precision each of them does best."""

import platform
from dataclasses import dataclass
from pathlib import Path

import psutil
import torch

from core.errors import DeviceError
from core.precision import native_bf16, self_test


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """``name`` is what a recipe calls it; ``memory_bytes`` is all it has, 0 where the system does not say."""

    name: str
    label: str
    memory_bytes: int
    precisions: tuple[str, ...]


def _cpu_label() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def devices() -> list[DeviceInfo]:
    """Every device of this machine, the fastest first; the CPU is always there and last."""
    found = []
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            card = torch.cuda.get_device_properties(index)
            precisions = ("fp32", "bf16", "fp16") if torch.cuda.is_bf16_supported(False) else ("fp32", "fp16")
            found.append(DeviceInfo(f"cuda:{index}", card.name, card.total_memory, precisions))
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        for index in range(torch.xpu.device_count()):
            card = torch.xpu.get_device_properties(index)
            found.append(DeviceInfo(f"xpu:{index}", card.name, card.total_memory, ("fp32", "bf16")))
    total = psutil.virtual_memory().total
    if torch.backends.mps.is_available():
        found.append(DeviceInfo("mps", "Apple GPU", total, ("fp32", "bf16")))
    return [*found, DeviceInfo("cpu", _cpu_label(), total, ("fp32", "bf16"))]


def pick(name: str = "auto", *, index: int = 0) -> torch.device:
    """The device of that name; ``auto`` is the fastest, ``cuda`` and ``xpu`` are number `index` of their kind.

    Raises DeviceError for a device that this machine does not have.
    """
    there = [device.name for device in devices()]
    if name == "auto":
        name = there[0].partition(":")[0]
    wanted = f"{name}:{index}" if name in ("cuda", "xpu") else name
    if wanted not in there:
        raise DeviceError(f"There is no device {name!r} here; this machine has {', '.join(there)}.")
    return torch.device(wanted)


def precision_for(device: torch.device, wanted: str = "auto") -> str:
    """The precision to compute in: "fp32", "bf16" or "fp16".

    ``auto`` is bf16 where a short self-test found it right and faster (remembered a machine), else fp32; on a machine
    too busy for the test to tell, where the device multiplies bf16 itself.
    Raises DeviceError when `wanted` is not to be had on `device`.
    """
    info = next(d for d in devices() if d.name == _full_name(device))
    if wanted == "auto":
        if "bf16" not in info.precisions:
            return "fp32"
        native = native_bf16() if device.type == "cpu" else True
        return "bf16" if self_test(device, info.label).bf16(native=native) else "fp32"
    if wanted not in info.precisions:
        raise DeviceError(f"{info.name} ({info.label}) has no {wanted}; it can do {', '.join(info.precisions)}.")
    return wanted


def _full_name(device: torch.device) -> str:
    return device.type if device.type in ("cpu", "mps") else f"{device.type}:{device.index or 0}"
