"""What a process learns of torchrun, which started it, from its environment. Imports no torch."""

import os


def started_by_torchrun() -> bool:
    """Whether this process is one of those that torchrun started and may start again."""
    return "TORCHELASTIC_RUN_ID" in os.environ


def restarted() -> bool:
    """Whether torchrun started this process again after it, or another one of its group, had failed."""
    return int(os.environ.get("TORCHELASTIC_RESTART_COUNT", "0")) > 0


def size() -> int:
    """How many processes train together."""
    return int(os.environ.get("WORLD_SIZE", "1")) if started_by_torchrun() else 1


def rank() -> int:
    """Which of them this one is; 0 is the one that writes and speaks."""
    return int(os.environ["RANK"]) if size() > 1 else 0


def local_rank() -> int:
    """Which of those on this machine this one is."""
    return int(os.environ["LOCAL_RANK"]) if size() > 1 else 0
