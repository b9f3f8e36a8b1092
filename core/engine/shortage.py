"""Out of memory: how it is told, and how memory is given back."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

# what allocators say in RuntimeErrors; the last is oneDNN's way to say it
_SAID = ("out of memory", "can't allocate memory", "not enough memory", "bad_alloc", "could not create a primitive")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an allocator of torch or of the system said that there is no more."""
    return isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError) and any(words in str(error).lower() for words in _SAID)
    )


def give_back(device: "torch.device") -> None:
    """Free what nobody holds any more, and give the device's cached blocks back."""
    torch = sys.modules["torch"]
    gc.collect()
    if device.type in ("cuda", "xpu", "mps"):
        getattr(torch, device.type).empty_cache()
