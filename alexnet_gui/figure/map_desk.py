"""Looks into a network: the core's parts behind the Network page, for one worker thread only.

Torch is imported when the first question is asked. What reaches the window are plain values.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import StudioError

if TYPE_CHECKING:
    from torch import Tensor, nn

    from core.data.preparation import Preparation
    from core.models.description import Description
    from core.network import Network, NetworkSpec
    from core.recipe import Recipe
    from core.train import Training

Pin = int | Path | NDArray[np.uint8]  # a test picture of Fashion-MNIST, a file, or (C, side, side)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What a question is about: a network and the pinned picture. For the worker thread that is given it."""

    module: "nn.Module"  # in evaluation mode, unless it is in training
    spec: "NetworkSpec"
    picture: "Tensor"  # uint8 (C, side, side), as the network's preparation takes it
    truth: str | None  # the picture's class, where it is known
    title: str
    complaint: str = ""
    recipe: "Recipe | None" = None  # of the network's run, where it is known
    step: int | None = None  # how many steps a training had made that goes on

    @property
    def x(self) -> "Tensor":
        """The picture as the network gets it: (1, C, H, W)."""
        return self.spec.preparation.network_input(self.picture[None])


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What a network makes of one picture, layer by layer."""

    title: str
    description: "Description"
    classes: tuple[str, ...]
    picture: NDArray[np.uint8]  # (C, side, side): as the network's preparation takes it
    truth: str | None  # the class, where it is known
    maps: dict[str, NDArray[np.float32]]  # by the layer's name: (C, H, W) or (N,)
    complaint: str = ""  # one sentence: why this is not the network that was asked for


class MapDesk:
    """Keeps one network ready."""

    def __init__(self) -> None:
        self._source = ""
        self._network: Network | None = None
        self._twin: Network | None = None
        self._complaint = ""

    def network(self, source: str) -> "Network":
        """The network of `source`, as for `core.network.load_network`. Raises StudioError.

        An untrained one stands in where the demo network cannot be read.
        """
        if self._network is None or source != self._source:
            self._network, self._complaint = _load(source)
            self._source, self._twin = source, None
        return self._network

    def subject(self, source: str, pin: Pin) -> Subject:
        """The same and the pin; `complaint` says why it is not the network that was asked for."""
        return subject_of(self.network(source), pin, complaint=self._complaint)

    def twin(self, source: str) -> "Network":
        """The same for one other thread: a module of its own with the same weights, which take no memory again."""
        from core.network import make_network

        network = self.network(source)
        if self._twin is None:
            weights = network.module.state_dict()
            self._twin = make_network(
                weights, network.spec, title=network.title, source=network.source, recipe=network.recipe
            )
        return self._twin


def subject_of(network: "Network", pin: Pin, *, complaint: str = "") -> Subject:
    """This network and the pin. Raises PictureError for a pinned file that is no picture."""
    picture, truth = _picture(pin, network.spec.preparation)
    return Subject(network.module, network.spec, picture, truth, network.title, complaint, network.recipe, network.step)


def subject_in_training(training: "Training", pin: Pin) -> Subject:
    """The network in training itself; to be used between two of its events only."""
    picture, truth = _picture(pin, training.spec.preparation)
    step = training.step
    return Subject(training.model, training.spec, picture, truth, f"step {step}", recipe=training.recipe, step=step)


def look_into(subject: Subject) -> Look:
    """All maps from one forward pass."""
    from core.probe import all_feature_maps, layers_with_maps

    maps = all_feature_maps(subject.module, subject.x, layers_with_maps(subject.module))
    return Look(
        title=subject.title,
        description=describe_spec(subject.spec),
        classes=subject.spec.classes,
        picture=subject.picture.numpy(),
        truth=subject.truth,
        maps=maps,
        complaint=subject.complaint,
    )


@lru_cache(maxsize=16)
def describe_spec(spec: "NetworkSpec") -> "Description":
    """`core.models.describe.description_of`, kept: a live view asks for it every second."""
    from core.models.describe import description_of

    return description_of(spec)


def describe_other(model: str, channels: int, classes: tuple[str, ...]) -> "Description":
    """The description of a network of this `model` for the same data, to be drawn beside another."""
    from core.network import NetworkSpec, preparation_for

    return describe_spec(NetworkSpec(model, classes, preparation_for(model, channels=channels)))


def _load(source: str) -> tuple["Network", str]:
    from core.network import load_network

    try:
        return load_network(source), ""
    except StudioError as error:
        if source != "demo":
            raise
        return untrained(), str(error)


def untrained() -> "Network":
    """An AlexNet with random weights, always the same, drawn without touching torch's own generator, which a
    training in another thread may be using."""
    import torch

    from core.data.fashion_mnist import CLASSES
    from core.models import build
    from core.network import NetworkSpec, make_network, preparation_for

    spec = NetworkSpec("alexnet", CLASSES, preparation_for("alexnet", channels=1))
    generator = torch.Generator().manual_seed(0)
    with torch.device("meta"):
        shapes = {name: tensor.shape for name, tensor in build(spec).state_dict().items()}
    weights = {
        name: torch.zeros(shape)
        if len(shape) == 1
        else torch.randn(shape, generator=generator) * math.sqrt(2 / math.prod(shape[1:]))
        for name, shape in shapes.items()
    }
    return make_network(weights, spec, title="untrained", source="untrained")


def _picture(pin: Pin, preparation: "Preparation") -> tuple["Tensor", str | None]:
    """The pinned picture as uint8 (C, side, side) of this preparation, and its class where it is known."""
    from PIL import Image

    from core.pictures import open_picture

    if isinstance(pin, Path):
        return preparation.from_picture(open_picture(pin)).image, None
    pixels, truth = _test_picture(pin) if isinstance(pin, int) else (pin, None)
    if pixels.shape == (preparation.channels, preparation.side, preparation.side):
        import torch

        return torch.from_numpy(pixels.copy()), truth
    last = pixels.transpose(1, 2, 0)
    image = Image.fromarray(last[:, :, 0] if last.shape[2] == 1 else last)
    return preparation.from_picture(image).image, truth


def _test_picture(number: int) -> tuple[NDArray[np.uint8], str]:
    from core.data import load

    data = load("fashion-mnist")
    return data.test.picture(number).numpy(), data.classes[int(data.test.labels[number])]
