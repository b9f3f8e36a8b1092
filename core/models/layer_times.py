"""How long each layer of a network takes: measured, not worked out."""

from contextlib import ExitStack
from statistics import median
from time import perf_counter

import torch
from torch import Tensor, nn


def layer_times(model: nn.Module, x: Tensor, *, rounds: int = 5) -> dict[str, float]:
    """Seconds that each layer takes forward for `x` (B, C, H, W), by its name in the module: the median of `rounds`.

    One more pass comes before, so that nothing is measured that happens once. `model` should be in evaluation mode, and
    no other thread may use it meanwhile; it is left as it was. On an accelerator each layer is waited for, so there the
    sum is more than a whole pass takes.
    """
    layers = {name: module for name, module in model.named_modules() if next(module.children(), None) is None}
    weight = next(model.parameters())
    taken: dict[str, list[float]] = {name: [] for name in layers}
    began: dict[str, float] = {}

    def now() -> float:
        if weight.device.type != "cpu":
            torch.accelerator.synchronize(weight.device)
        return perf_counter()

    with ExitStack() as hooks:
        for name, module in layers.items():
            before = module.register_forward_pre_hook(lambda *_, name=name: began.update({name: now()}))
            after = module.register_forward_hook(lambda *_, name=name: taken[name].append(now() - began[name]))
            hooks.callback(before.remove)
            hooks.callback(after.remove)
        with torch.no_grad(), torch.autocast(weight.device.type, enabled=False):
            for _ in range(1 + rounds):
                model(x.to(weight.device, weight.dtype))
    return {name: median(seconds[1:]) for name, seconds in taken.items() if len(seconds) > 1}
