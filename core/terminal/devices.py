"""``alexnet devices``: what this machine can compute on."""

from dataclasses import asdict

from core.terminal.options import Json
from core.terminal.output import print_json, print_table, size


def devices(*, json: Json = False) -> None:
    """Show what this machine can compute on, the fastest first."""
    from core.devices import devices as found

    if json:
        print_json([asdict(device) for device in found()])
        return
    rows = [
        (device.name, device.label, size(device.memory_bytes or None), ", ".join(device.precisions))
        for device in found()
    ]
    print_table(("device", "name", "memory", "precisions"), rows, numbers=("memory",))
