"""The weights that a run began with. They are not kept: they follow from its recipe."""

import torch
from torch import Tensor, nn

from core.data.seeds import seed_of
from core.models import build
from core.models.initialization import draw_default, initialize
from core.network import NetworkSpec
from core.recipe import Recipe


def first_weights(recipe: Recipe, spec: NetworkSpec) -> dict[str, Tensor]:
    """The state dict of a run of `recipe` before its first step, bit for bit as `core.engine.learner.Learner` makes it.

    fp32, on the CPU. `spec` is that of the run's network. Torch's own random generator is left alone, for a training in
    another thread may be using it. AlexNet takes about a second.
    """
    with torch.device("meta"):
        module = build(spec)
    module.to_empty(device="cpu")
    for layer in module.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.reset_parameters()  # constants: it draws nothing
    generator = torch.Generator().manual_seed(seed_of(recipe.seed, 0))
    draw_default(module, generator)
    initialize(module, recipe.initialization, generator)
    return {name: tensor.detach() for name, tensor in module.state_dict().items()}
