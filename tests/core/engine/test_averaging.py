"""The average of the weights: the formula's, and of buffers the newest."""

import torch
from torch import nn

from core.engine.averaging import WeightAverage


def test_it_follows_the_formula_and_takes_buffers_as_they_are() -> None:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
    average = WeightAverage(model, 0.5)
    wanted = model[0].weight.detach().clone()
    for step in range(1, 30):
        with torch.no_grad():
            model[0].weight.add_(torch.randn_like(model[0].weight))
        model(torch.rand(2, 1, 5, 5))
        average.update(step)
        decay = min(0.5, (1 + step) / (10 + step))
        wanted = decay * wanted + (1 - decay) * model[0].weight.detach()
    torch.testing.assert_close(average.module[0].weight, wanted)  # type: ignore[index]
    assert torch.equal(average.module[1].running_mean, model[1].running_mean)  # type: ignore[index]
    assert not average.module[0].weight.requires_grad  # type: ignore[index]
