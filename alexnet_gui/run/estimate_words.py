"""What a run will take, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from alexnet_gui import formatting

if TYPE_CHECKING:
    from core.estimate import Estimate

translate = QCoreApplication.translate


def estimate_in_words(estimate: "Estimate") -> str:
    """In a line: "About 31 min · 1.2 GB memory · 1.3 GB disk"; without the time where that was not measured."""
    parts = [
        translate("estimate", "{size} memory").format(size=formatting.size(estimate.memory)),
        translate("estimate", "{size} disk").format(size=formatting.size(estimate.needs.checkpoints)),
    ]
    if estimate.seconds is not None:
        parts.insert(0, translate("estimate", "About {time}").format(time=formatting.duration(estimate.seconds)))
    return " · ".join(parts)


def shortage_in_words(estimate: "Estimate") -> str:
    """What will run short, in a sentence; "" where nothing will."""
    needs = estimate.needs
    if needs.free_disk is not None and needs.free_disk < needs.checkpoints:
        text = translate("estimate", "Only {size} are free on the disk: make room before the first checkpoint.")
        return text.format(size=formatting.size(needs.free_disk))
    if estimate.parts > estimate.recipe.parts:
        text = translate("estimate", "{free} of memory are free: each batch will be worked through in {parts} parts.")
        return text.format(free=formatting.size(needs.free_memory), parts=estimate.parts)
    if estimate.memory > needs.free_memory:
        text = translate("estimate", "Only {size} of memory are free: close other programs, or train LeNet.")
        return text.format(size=formatting.size(needs.free_memory))
    return ""


def details_in_words(estimate: "Estimate") -> str:
    """What is behind it, in lines."""
    needs = estimate.needs
    device = formatting.device(estimate.device, estimate.precision)
    pictures = translate("estimate", "{train} training and {test} test pictures, {steps} steps an epoch")
    fitting = translate("estimate", "Memory of a step beside the network and its data; {free} are free.")
    batch = translate("estimate", "A batch of {count} would fit.")
    disk = translate("estimate", "Disk for the last, the best and the next checkpoint; {free} are free.")
    lines = [
        device,
        pictures.format(
            train=formatting.count(estimate.extent.train),
            test=formatting.count(estimate.extent.test),
            steps=formatting.count(estimate.steps_per_epoch),
        ),
        f"{fitting.format(free=formatting.size(needs.free_memory))} "
        f"{batch.format(count=formatting.count(needs.batch_size))}",
        disk.format(free=formatting.size(needs.free_disk)),
    ]
    if estimate.images_per_second is not None:
        lines[0] += " · " + formatting.images_per_second(estimate.images_per_second)
    return "\n".join(lines)
