import torch
from torch import nn

from core.models import AlexNet, LeNet
from core.models.layer_times import layer_times


def test_each_layer_has_its_time_and_the_large_ones_have_more() -> None:
    torch.manual_seed(0)
    model = AlexNet().eval()
    found = layer_times(model, torch.rand(1, 1, 224, 224), rounds=3)
    assert list(found) == [f"conv.{number}" for number in range(13)] + [f"fc.{number}" for number in range(7)]
    assert all(0 < seconds < 10 for seconds in found.values())
    assert found["conv.3"] > found["fc.6"]  # 448 M multiply-adds against 41 k


def test_the_network_is_left_as_it_was() -> None:
    model = LeNet()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    layer_times(model, torch.rand(2, 1, 28, 28), rounds=1)
    assert model.training and not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())
    assert all(torch.equal(before[name], tensor) for name, tensor in model.state_dict().items())
    assert all(parameter.grad is None for parameter in model.parameters())


def test_a_layer_that_is_used_twice_has_one_time() -> None:
    shared = nn.Linear(4, 4)
    assert len(layer_times(nn.Sequential(shared, nn.ReLU(), shared), torch.rand(1, 4))) == 2
