"""A network as a file for other programs."""

import io
from collections.abc import Callable
from pathlib import Path

import torch
from safetensors import SafetensorError

from core.atomic import replacing
from core.checkpoint import save_weights
from core.destination import destination
from core.errors import ArgumentError, CheckpointError
from core.network import Network


def export(network: Network, format: str, file: Path) -> Path:
    """Writes the weights of `network` to `file`, whole or not at all, and returns its absolute path.

    "torch" is the plain state dict, as ``torch.load(file, weights_only=True)`` reads it and a textbook copy of the
    class loads it with ``strict=True``; "safetensors" has the `NetworkSpec` beside the weights, so that
    `core.network.load_network` needs nothing else. All tensors are contiguous fp32 on the CPU.

    An old file is replaced. Raises ArgumentError for an unknown format or a `file` that is something other than a
    file, CheckpointError when it cannot be written.
    """
    write = FORMATS.get(format)
    if write is None:
        raise ArgumentError(f"There is no format {format!r}; choose one of {', '.join(FORMATS)}.")
    file = destination(file)
    try:
        with replacing(file) as part:
            write(network, part)
    except OSError as error:
        raise CheckpointError(f"{file} cannot be written: {error.strerror}.") from None
    except SafetensorError as error:  # its way to say that the disk is full
        raise CheckpointError(f"{file} cannot be written: {error}.") from None
    return file


def _torch(network: Network, part: Path) -> None:
    weights = network.module.state_dict()
    plain = {name: torch.empty(tensor.shape).copy_(tensor.detach()) for name, tensor in weights.items()}
    packed = io.BytesIO()  # on a full disk torch hides the system's error behind a riddle of its own
    torch.save(plain, packed)
    part.write_bytes(packed.getbuffer())


def _safetensors(network: Network, part: Path) -> None:
    save_weights(part, network.module, network.spec)


FORMATS: dict[str, Callable[[Network, Path], None]] = {"safetensors": _safetensors, "torch": _torch}
