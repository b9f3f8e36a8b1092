"""What a training takes of its machine while it goes on: processor, memory, GPU."""

import os
from collections.abc import Generator
from time import perf_counter, time

import psutil
import torch

from core.events import Event, Load, Steps

EVERY = 5.0  # seconds between two looks


class LoadMeter:
    """Looks at this process and at the device that it trains on."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._has_utilization = device.type == "cuda"
        self._process = psutil.Process()
        self._cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self._process.cpu_percent()  # counts from now on

    def read(self, step: int) -> Load:
        """The processor since the last look, the rest as it is now. Takes about a millisecond."""
        gpu, gpu_memory = self._utilization(), None
        if self._device.type == "cuda":
            free, total = torch.cuda.mem_get_info(self._device)
            gpu_memory = total - free
        elif self._device.type == "mps":
            gpu_memory = torch.mps.driver_allocated_memory()
        return Load(
            time=time(),
            step=step,
            processor=round(min(1.0, self._process.cpu_percent() / 100 / self._cores), 4),
            memory=self._process.memory_info().rss,
            gpu=gpu,
            gpu_memory=gpu_memory,
        )

    def _utilization(self) -> float | None:
        """Only known where nvidia-ml-py is installed and the card tells; asked no more once it did not."""
        if not self._has_utilization:
            return None
        try:
            return torch.cuda.utilization(self._device) / 100
        except Exception:  # the class of NVML's errors is not there where NVML is not
            self._has_utilization = False
            return None


def with_load(events: Generator[Event], meter: LoadMeter, *, every: float = EVERY) -> Generator[Event]:
    """The same events, and a `Load` after steps at most every so many seconds."""
    last = perf_counter()
    try:
        for event in events:
            yield event
            if isinstance(event, Steps) and perf_counter() - last >= every:
                yield meter.read(event.last_step)
                last = perf_counter()
    finally:
        events.close()
