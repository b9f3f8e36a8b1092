"""Is bf16 right and faster on this device? Asked once a machine, for not every build of torch answers yes."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

import torch
from torch import Tensor, nn

from core import places
from core.atomic import atomic_write

_ROUNDS = 4
_BF16_FLAGS = {"avx512_bf16", "amx_bf16", "bf16"}  # of /proc/cpuinfo; the last is that of ARM


@dataclass(frozen=True, slots=True)
class SelfTest:
    """``error``: largest difference of bf16 from fp32, over outputs and gradients, relative to their largest value.
    ``speed``: time in fp32 over time in bf16."""

    error: float
    speed: float

    @property
    def is_close(self) -> bool:
        """Speeds so near to each other that another moment may say something else: a busy machine looks like this."""
        return 0.8 < self.speed < 1.3

    def bf16(self, *, native: bool) -> bool:
        """True where bf16 is right (its own rounding allows some 2 %) and worth it; when it was close, where the
        device is made for it (`native`)."""
        if self.error >= 0.05:
            return False
        return native if self.is_close else self.speed > 1


def native_bf16() -> bool:
    """Whether the CPU multiplies bf16 itself."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        return not _BF16_FLAGS.isdisjoint(cpuinfo.read_text(errors="replace").split())
    return torch.cpu._is_avx512_bf16_supported()


def self_test(device: torch.device, label: str) -> SelfTest:
    """The result for `device`, measured at the first call (about 1 s) and remembered in the cache folder.

    A close result is not: it is measured again at the next start.
    """
    key = f"{device.type} {label} torch {torch.__version__} threads {torch.get_num_threads()}"
    file = places.cache_folder() / "precision.json"
    try:
        known = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        known = {}
    try:
        return SelfTest(**known[key])
    except (KeyError, TypeError):
        result = measure(device)
    if result.is_close:
        return result
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(file, json.dumps(known | {key: asdict(result)}, indent=1))
    except OSError:
        pass  # a cache that cannot be written costs a second at the next start
    return result


def measure(device: torch.device) -> SelfTest:
    """The first half of AlexNet, forward and backward, in fp32 and in bf16, on `device`."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        part = nn.Sequential(
            nn.Conv2d(1, 96, 11, 4), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(96, 256, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(256, 384, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(4), nn.Flatten(),
            nn.Linear(6144, 1024),
        )  # fmt: skip
        x = torch.rand(8, 1, 224, 224)
    part = part.to(device).to(memory_format=torch.channels_last)
    x = x.to(device, memory_format=torch.channels_last)
    seconds: dict[bool, list[float]] = {False: [], True: []}
    values: dict[bool, list[Tensor]] = {}
    for _ in range(1 + _ROUNDS):  # in turns, and the best of each: others may be using the machine
        for bf16 in seconds:
            began = perf_counter()
            values[bf16] = _pass(part, x, bf16=bf16)
            seconds[bf16].append(perf_counter() - began)
    error = max(float((a - b).abs().max() / a.abs().max()) for a, b in zip(values[False], values[True], strict=True))
    return SelfTest(error=error, speed=min(seconds[False][1:]) / min(seconds[True][1:]))


def _pass(part: nn.Sequential, x: Tensor, *, bf16: bool) -> list[Tensor]:
    """Outputs and gradients, in fp32 on the CPU."""
    part.zero_grad()
    with torch.autocast(x.device.type, torch.bfloat16, enabled=bf16):
        y = part(x)
    y.float().square().mean().backward()
    return [y.detach().float().cpu()] + [p.grad.float().cpu() for p in part.parameters() if p.grad is not None]
