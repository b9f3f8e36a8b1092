"""A network with all that is needed to use it: the module, its classes, the preparation of its input."""

import json
import pickle
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import torch
from torch import Tensor, nn

from core.data.fashion_mnist import CLASSES
from core.data.preparation import Preparation
from core.errors import ArgumentError, CheckpointError
from core.models import MODELS, build
from core.recipe import Recipe, read
from core.runs import RECIPE


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """What stands beside the weights, so that they can be used without the run that made them."""

    model: str  # "alexnet" or "lenet"
    classes: tuple[str, ...]
    preparation: Preparation
    activation: str = "default"  # "default", "relu", "sigmoid", "tanh"
    dropout: float = 0.5
    batch_norm: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Inverse of `to_json`. Raises CheckpointError when something is missing or unknown."""
        try:
            values = dict(values)
            values["preparation"] = Preparation(**values["preparation"])
            values["classes"] = tuple(str(name) for name in values["classes"])
            return cls(**values)
        except (KeyError, TypeError) as error:
            raise CheckpointError(f"The description beside these weights is not whole: {error}.") from None

    def dumps(self) -> str:
        return json.dumps(self.to_json(), ensure_ascii=False)


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A trained network, in evaluation mode, fp32, on the CPU.

    ``title`` names it for a person; ``source`` is what `load_network` was given; ``recipe`` is that of its run, None
    where it is of no run or the run does not tell; ``step``: how many steps a training had made that goes on.
    """

    module: nn.Module
    spec: NetworkSpec
    title: str
    source: str
    recipe: Recipe | None = None
    step: int | None = None


def make_network(
    weights: dict[str, Tensor],
    spec: NetworkSpec,
    *,
    title: str,
    source: str,
    recipe: Recipe | None = None,
    step: int | None = None,
) -> Network:
    """The network of `spec` with these weights. Raises CheckpointError when they do not fit it."""
    try:
        with torch.device("meta"):
            module = build(spec)
    except (ArgumentError, ValueError, RuntimeError) as error:
        raise CheckpointError(f"{source} describes a network that cannot be: {str(error).splitlines()[0]}") from None
    try:
        module.load_state_dict(weights, strict=True, assign=True)
    except RuntimeError as error:
        reason = " ".join(str(error).split("\n")[1:2]).strip() or str(error)
        raise CheckpointError(f"The weights of {source} do not fit {spec.model}: {reason}") from None
    module = module.float().requires_grad_(False).to(memory_format=torch.channels_last)
    return Network(module.eval(), spec, title, source, recipe, step)


def load_network(source: str) -> Network:
    """The network that `source` names: ``demo``, a run folder (its best weights; ``RUNDIR:last`` for the last), a
    ``.safetensors`` file, or a plain state dict in a ``.pt`` file.

    A ``.pt`` file is read with torch's ``weights_only=True``, which runs no code from it. A file without a description
    beside its weights is taken for the AlexNet or LeNet that its shapes say.
    Raises CheckpointError when there is no such thing, it cannot be read, or does not fit.
    """
    if source == "demo":
        from core.demo_file import load_demo

        return load_demo()
    path, _, which = source.rpartition(":") if source.endswith((":best", ":last")) else (source, "", "best")
    file = Path(path).expanduser()
    if file.is_dir():
        return _of_run(file, which, source)
    if not file.exists():
        raise CheckpointError(f"There is no network {source!r}: give demo, a run folder or a file of weights.")
    if file.suffix == ".safetensors":
        from core.checkpoint import load_weights

        weights, spec = load_weights(file)
    else:
        weights, spec = _plain_state_dict(file), None
    return make_network(weights, spec or _guess(weights, source), title=file.stem, source=source)


def _of_run(run: Path, which: str, source: str) -> Network:
    from core.checkpoint import WEIGHTS, Checkpoints, load_weights

    checkpoints = Checkpoints(run)
    folder = checkpoints.last() if which == "last" else checkpoints.best()
    if folder is None:
        raise CheckpointError(f"{run} has no weights yet: no checkpoint of it can be read.")
    weights, spec = load_weights(folder / WEIGHTS)
    title = f"{run.name} ({which})"
    return make_network(weights, spec or _guess(weights, source), title=title, source=source, recipe=_recipe_of(run))


def _recipe_of(run: Path) -> Recipe | None:
    try:
        return read(run / RECIPE)
    except ArgumentError:  # its weights are worth seeing all the same
        return None


def _plain_state_dict(file: Path) -> dict[str, Tensor]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of unusual pickles: they are refused or they are not
            loaded = torch.load(file, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, ValueError, pickle.UnpicklingError):
        raise CheckpointError(
            f"{file} is no plain state dict, or is damaged: give what torch.save(model.state_dict(), …) wrote."
        ) from None
    if not isinstance(loaded, dict) or not all(isinstance(value, Tensor) for value in loaded.values()):
        raise CheckpointError(f"{file} is no plain state dict: it holds something other than named tensors.")
    return loaded


def _guess(weights: dict[str, Tensor], source: str) -> NetworkSpec:
    """The spec of weights without a description, by their shapes."""
    try:
        first = weights["conv.0.weight"]
        count = next(tensor for name, tensor in reversed(weights.items()) if name.endswith(".bias")).shape[0]
        model = {(96, 11): "alexnet", (6, 5): "lenet"}[first.shape[0], first.shape[-1]]
        channels = int(first.shape[1])
        batch_norm = "conv.norm0.weight" in weights
    except (KeyError, StopIteration, IndexError):
        raise CheckpointError(f"{source} holds neither an AlexNet nor a LeNet of this program.") from None
    known = count == len(CLASSES) and channels == 1
    return NetworkSpec(
        model=model,
        classes=CLASSES if known else tuple(f"class {number}" for number in range(count)),
        preparation=preparation_for(model, channels=channels),
        batch_norm=batch_norm,
    )


def preparation_for(model: str, *, channels: int, side: int | None = None) -> Preparation:
    """The preparation of a data set of `channels` and stored `side` for `model`.

    Grey is Fashion-MNIST's way, the book's; colour is that of photographs.
    """
    input_side = MODELS[model].input_side
    if channels == 1:
        return Preparation(1, side or 28, input_side, "fashion-mnist")
    return Preparation(channels, side or input_side, input_side, "photo")
