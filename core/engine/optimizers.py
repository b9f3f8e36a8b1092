"""What moves the weights: torch's own optimisers, behind one learning rate."""

import torch
from torch import Tensor, nn

from core.errors import CheckpointError
from core.recipe import Recipe


class Optimizer:
    """One of torch's optimisers for all of a model, or Muon for its convolutions with AdamW for the rest."""

    def __init__(self, recipe: Recipe, model: nn.Module) -> None:
        self._recipe = recipe
        self._parameters = list(model.parameters())
        self._matrices: dict[Tensor, nn.Parameter] = {}
        if recipe.optimizer == "muon":
            self._matrices = {layer.weight: _matrix(layer.weight) for layer in _convolutions(model)}
        rest = [parameter for parameter in self._parameters if parameter not in self._matrices]
        self._all = [_torch_optimizer(recipe, rest)]
        if self._matrices:
            self._all.append(_muon(recipe, list(self._matrices.values())))

    def zero_grad(self) -> None:
        """Forget the gradients, and their memory."""
        for parameter in self._parameters:
            parameter.grad = None

    def step(self, *, lr: float, scaler: torch.amp.GradScaler | None = None) -> None:
        """Change the weights by their gradients at learning rate `lr`. `scaler` scaled the loss of these gradients."""
        for parameter, matrix in self._matrices.items():
            matrix.grad = None if parameter.grad is None else _as_matrix(parameter.grad)
        for optimizer in self._all:
            for group in optimizer.param_groups:
                group["lr"] = lr
            if scaler:
                scaler.step(optimizer)
            else:
                optimizer.step()

    def unscale(self, scaler: torch.amp.GradScaler) -> None:
        """Take the factor of `scaler` out of the gradients, so that their length can be read."""
        for optimizer in self._all:
            scaler.unscale_(optimizer)

    def forget(self) -> None:
        """As if no step had been made."""
        for optimizer in self._all:
            optimizer.state.clear()

    def tensors(self) -> dict[str, Tensor]:
        """The state, named "<number of the parameter>.<name>"; numbers count the model's parameters."""
        return {
            f"{number}.{name}": value
            for number, parameter in enumerate(self._parameters)
            for name, value in self._state_of(parameter).items()
            if isinstance(value, Tensor)
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Inverse of `tensors`, for an optimiser over the same parameters that has made no step yet.

        What has a parameter's shape also gets its memory format: the fused kernels walk both in the order of memory.
        Raises CheckpointError when the tensors belong to other parameters.
        """
        for key, saved in tensors.items():
            number, _, name = key.partition(".")
            try:
                parameter = self._parameters[int(number)]
            except (ValueError, IndexError):
                raise CheckpointError(
                    f"The optimiser's state names {key!r}, which this network does not have."
                ) from None
            moved = self._matrices.get(parameter, parameter)
            if saved.ndim and saved.shape != moved.shape:
                raise CheckpointError(f"The optimiser's state {key!r} has the shape of another network.")
            mine = torch.empty_like(moved) if saved.ndim else torch.empty((), device=parameter.device)
            self._state_of(parameter)[name] = mine.copy_(saved)

    def _state_of(self, parameter: nn.Parameter) -> dict[str, Tensor]:
        if parameter in self._matrices:
            return self._all[1].state[self._matrices[parameter]]
        return self._all[0].state[parameter]


def numbers_kept(recipe: Recipe) -> int:
    """How many the optimiser keeps for each weight, at most."""
    return 2 if recipe.optimizer != "sgd" else int(recipe.momentum > 0)


def _torch_optimizer(recipe: Recipe, parameters: list[nn.Parameter]) -> torch.optim.Optimizer:
    """In torch's fused form: one pass over the memory instead of ten."""
    if recipe.optimizer == "sgd":
        return torch.optim.SGD(
            parameters, lr=recipe.lr, momentum=recipe.momentum, weight_decay=recipe.weight_decay, fused=True
        )
    kind = torch.optim.Adam if recipe.optimizer == "adam" else torch.optim.AdamW
    return kind(parameters, lr=recipe.lr, weight_decay=recipe.weight_decay, fused=True)


def _muon(recipe: Recipe, matrices: list[nn.Parameter]) -> torch.optim.Optimizer:
    """Muon (Jordan et al. 2024), its changes as large as AdamW's, so that both share a rate (arXiv:2502.16982)."""
    return torch.optim.Muon(
        matrices,
        lr=recipe.lr,
        momentum=recipe.momentum,
        weight_decay=recipe.weight_decay,
        adjust_lr_fn="match_rms_adamw",
    )


def _convolutions(model: nn.Module) -> list[nn.Conv2d]:
    return [layer for layer in model.modules() if isinstance(layer, nn.Conv2d)]


def _matrix(weight: Tensor) -> nn.Parameter:
    """A convolution's weight (O, I, H, W) as a matrix (O, H·W·I) in the same memory."""
    matrix = _as_matrix(weight.detach())
    if matrix.data_ptr() != weight.data_ptr():
        raise ValueError("Muon moves weights that lie in channels_last.")
    return nn.Parameter(matrix)


def _as_matrix(weight: Tensor) -> Tensor:
    return weight.permute(0, 2, 3, 1).flatten(1)  # (O, H·W·I): no copy in channels_last
