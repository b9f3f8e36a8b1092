"""A network's forward pass from the small pictures, in the order that is fastest; the numbers stay the same."""

from collections.abc import Iterable, Iterator

import torch
from torch import Tensor, nn

from core.data.preparation import Preparation
from core.models.alexnet import AlexNet
from core.models.enlarged_convolution import fold
from core.models.lenet import LeNet

_MONOTONE = (nn.ReLU, nn.Sigmoid, nn.Tanh)


class FastForward(nn.Module):
    """Small uint8 pictures (B, C, side, side) to logits, as ``model(preparation.network_input(images))`` gives them.

    It computes with the parameters of `model`, in the mode that `model` is in, and gradients flow to them. It does not
    call all modules, nor in their order; so while any of them has a hook, `model` itself is called.
    """

    def __init__(
        self, model: AlexNet | LeNet, preparation: Preparation, *, folded: bool = True, pooled_first: bool = True
    ) -> None:
        """`model` must be on its device. `folded`: the enlargement becomes part of the first convolution where it can;
        `pooled_first`: maxima are taken before activations. They are switches so that each can be measured."""
        super().__init__()
        self.model = model
        self._preparation = preparation
        first, *others = model.conv
        self._folded = fold(first, preparation) if folded else None
        self._others = [*(_pooled_first(others) if pooled_first else others)]

    def forward(self, images: Tensor) -> Tensor:
        if is_watched(self.model):
            return self.model(self._preparation.network_input(images))
        x = self._first(images)
        for part in self._others:
            x = part(x)
        return self.model.fc(torch.flatten(x, 1))

    def _first(self, images: Tensor) -> Tensor:
        """The output of the first convolution."""
        if self._folded:
            return self._folded(images)
        return self.model.conv[0](self._preparation.network_input(images))


def is_watched(model: nn.Module) -> bool:
    """Whether any of its modules has a hook."""
    return any(part._forward_hooks or part._forward_pre_hooks or part._backward_hooks for part in model.modules())


def _pooled_first(modules: Iterable[nn.Module]) -> Iterator[nn.Module]:
    """`modules`, with a max-pooling before the activation that it follows.

    The largest value has the largest activation, and takes the gradient either way: where the activation makes values
    equal that were not, it passes no gradient. So it need be computed of the maxima alone.
    """
    waiting: list[nn.Module] = []
    for module in modules:
        if waiting and not isinstance(module, nn.MaxPool2d):
            yield waiting.pop()
        if isinstance(module, _MONOTONE):
            waiting.append(module)
        else:
            yield module
            yield from waiting
            waiting.clear()
    yield from waiting
