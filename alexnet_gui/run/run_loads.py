"""What a run took of its machine, as arrays that grow while it goes on."""

import numpy as np

from alexnet_gui.run.growing import Growing
from core.events import Load

GB = 1e9  # memory is drawn in it


class RunLoads:
    """Arrays are views, one value a `Load`; shares are 0 to 1, what is not known is NaN."""

    def __init__(self) -> None:
        self.last: Load | None = None
        self._steps = Growing(np.int64)
        self._values = {name: Growing(np.float32) for name in ("processor", "memory", "gpu", "gpu_memory")}

    @property
    def steps(self) -> np.ndarray:
        """(n,) int64: after which step each was measured."""
        return self._steps.values

    def values(self, name: str) -> np.ndarray:
        """(n,) float32 of "processor", "memory" (in GB), "gpu" or "gpu_memory" (in GB)."""
        return self._values[name].values

    def take(self, load: Load) -> None:
        self.last = load
        self._steps.extend(np.array([load.step]))
        nothing = float("nan")
        gpu_memory = nothing if load.gpu_memory is None else load.gpu_memory / GB
        told = (load.processor, load.memory / GB, nothing if load.gpu is None else load.gpu, gpu_memory)
        for array, value in zip(self._values.values(), told, strict=True):
            array.extend(np.array([value], np.float32))

    def go_back_to(self, step: int) -> None:
        """Forget what came after it."""
        kept = int(np.searchsorted(self.steps, step, side="right"))
        for array in (self._steps, *self._values.values()):
            array.shorten(kept)
        self.last = None
