"""The description of a network, derived from the module itself."""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from core.models import AlexNet, LeNet, build
from core.models.description import Description, Layer

if TYPE_CHECKING:
    from core.network import NetworkSpec

_FLOAT_BYTES = 4  # of one fp32 number
_WINDOWS = (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)


def description_of(spec: NetworkSpec) -> Description:
    """The description of a network that need not exist yet; no weights are made."""
    with torch.device("meta"):
        return describe(build(spec))


def describe(model: nn.Module, input_shape: tuple[int, int, int] | None = None) -> Description:
    """The layers of `model` for a picture of `input_shape` (C, H, W), by default what the model is made for.

    Nothing is computed and nothing in `model` is touched: an empty batch goes through a copy without weights.
    Raises ValueError without `input_shape` for a model that does not say what it is made for.
    """
    shape = input_shape or _input_shape(model)
    twin = _weightless(model)
    layers: list[Layer] = []
    for name, module in twin.named_modules():
        if next(module.children(), None) is None:
            module.register_forward_hook(_recorder(name, layers))
    with torch.no_grad():
        twin(torch.empty(0, *shape, device="cpu"))
    return Description(type(model).__name__, shape, tuple(layers))


def _input_shape(model: nn.Module) -> tuple[int, int, int]:
    if not isinstance(model, AlexNet | LeNet):
        raise ValueError(f"The input shape of {type(model).__name__} is not known; give it.")
    channels = next(m for m in model.modules() if isinstance(m, nn.Conv2d)).in_channels
    return channels, model.input_side, model.input_side


def _weightless(model: nn.Module) -> nn.Module:
    """A copy of the structure on the CPU whose parameters have shapes but no memory.

    Not on the meta device, where the first convolution imports sympy and torch._dynamo: three seconds.
    """
    number = torch.empty((), device="cpu")
    memo: dict[int, Any] = {  # deepcopy takes what is here instead of copying it
        id(parameter): nn.Parameter(number.expand(parameter.shape), requires_grad=False)
        for parameter in model.parameters()
    }
    return copy.deepcopy(model, memo).eval()


def _recorder(name: str, layers: list[Layer]) -> Any:
    """A forward hook that appends what it sees as a layer; its receptive field builds on the layer before."""

    def record(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        seen = (layers[-1].receptive_field, layers[-1].jump) if layers else (1, 1)
        receptive_field, jump = _field(module, *seen)
        kernel, stride, padding = _window(module)
        parameters = sum(p.numel() for p in module.parameters())
        layers.append(
            Layer(
                name=name,
                kind=type(module).__name__,
                label=_label(module),
                input_shape=tuple(inputs[0].shape[1:]),
                output_shape=tuple(output.shape[1:]),
                parameters=parameters,
                multiply_adds=_multiply_adds(module, output),
                bytes=parameters * _FLOAT_BYTES,
                activation_bytes=math.prod(output.shape[1:]) * _FLOAT_BYTES,
                kernel=kernel,
                stride=stride,
                padding=padding,
                receptive_field=receptive_field,
                jump=jump,
            )
        )

    return record


def _window(module: nn.Module) -> tuple[int | None, int | None, int | None]:
    if not isinstance(module, _WINDOWS):
        return None, None, None
    return _side(module.kernel_size), _side(module.stride), _side(module.padding)


def _side(value: Any) -> int:
    """The side of a square window, which torch keeps as a number or as a pair of equal ones."""
    height, width = value if isinstance(value, tuple) else (value, value)
    if height != width:
        raise ValueError(f"Only square windows are described, not {height}×{width}.")
    return int(height)


def _multiply_adds(module: nn.Module, output: Tensor) -> int:
    """Each output of a convolution or linear layer costs the weights that lead to it."""
    if not isinstance(module, nn.Conv2d | nn.Linear):
        return 0
    return math.prod(output.shape[1:]) * math.prod(module.weight.shape[1:])


def _field(module: nn.Module, size: int | None, jump: int | None) -> tuple[int | None, int | None]:
    """Receptive field and jump behind `module`, of those before it (Araujo, Norris and Sim 2019, Distill)."""
    if size is None or jump is None or isinstance(module, nn.Linear):
        return None, None
    kernel, stride, _ = _window(module)
    if kernel is None or stride is None:
        return size, jump
    return size + (kernel - 1) * jump, jump * stride


def _label(module: nn.Module) -> str:
    kernel, stride, _ = _window(module)
    window = f"{kernel}×{kernel}" + (f" /{stride}" if stride != 1 else "")
    match module:
        case nn.Conv2d():
            return f"Conv {module.out_channels} · {window}"
        case nn.MaxPool2d():
            return f"Max-pool {window}"
        case nn.AvgPool2d():
            return f"Average-pool {window}"
        case nn.Linear():
            return f"Linear {module.out_features}"
        case nn.Dropout():
            return f"Dropout {module.p:g}"
        case _:
            return type(module).__name__
