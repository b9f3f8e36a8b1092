"""Keep freed memory in the process: a training step asks for the same large blocks again and again.

glibc gives blocks above 32 MB back to the system at every free and gets them again, page by page and zeroed, at the
next step: about a quarter of a training step of AlexNet on a CPU. One arena, because only the main arena may
grow without bound: a worker thread's own arena would fall back to fresh pages for every block.
"""

import ctypes
import platform

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # malloc.h


def keep_memory() -> bool:
    """Tell glibc's malloc to reuse freed blocks of any size; True where it obeyed, False on other systems.

    Call it before the first thread starts. The peak of the memory grows by the fragmentation only, a few per cent.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    mallopt = ctypes.CDLL(None).mallopt
    return all(
        mallopt(option, value) == 1
        for option, value in ((_M_ARENA_MAX, 1), (_M_MMAP_THRESHOLD, 2**30), (_M_TRIM_THRESHOLD, 2**31 - 1))
    )


def trim_memory() -> None:
    """Give freed memory back to the system after all, where glibc keeps it: what took it was not training."""
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)
