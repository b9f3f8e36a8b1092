"""The recipe of a run: one model that is the TOML file, the flags of the terminal and the form of the window.

Torch is not imported here: the window and the terminal's help read recipes before it is loaded.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from core.errors import ArgumentError
from resources import path as resource


def _field(default: Any, *, title: str, help: str, group: str, unit: str = "", **limits: Any) -> Any:
    return Field(
        default=default,
        title=title,
        description=help,
        json_schema_extra={"group": group, "unit": unit},
        **limits,
    )


Change = Literal["flip", "shift", "crop", "rotate", "color", "pca", "erase"]


class Recipe(BaseModel):
    """Everything that decides how a run goes. The defaults are the d2l book's (section 8.1, AlexNet)."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    data: str = _field(
        "fashion-mnist",
        title="Data set",
        group="Data",
        help="fashion-mnist, a known set that was downloaded, or a folder with one sub-folder of pictures a class.",
    )
    limit: Annotated[int, Field(ge=1)] | None = _field(
        None,
        title="Limit",
        group="Data",
        unit="pictures",
        help="At most so many training and so many test pictures, balanced over the classes. Fewer is quicker.",
    )
    split_seed: int = _field(
        0,
        title="Split seed",
        group="Data",
        ge=0,
        lt=2**63,
        help="Which fifth of a folder's pictures is the test split, where it has no train/ and test/ of its own.",
    )
    augment: tuple[Change, ...] = _field(
        (),
        title="Augmentation",
        group="Data",
        help="Random changes of each training picture, so that none is ever seen twice alike. Eases over-fitting.",
    )
    augment_strength: float = _field(
        1.0,
        title="Strength",
        group="Data",
        ge=0,
        le=3,
        help="How far the random changes go: 0.5 is half as far, 2 twice. Too far, and training becomes hard.",
    )
    class_weights: bool = _field(
        False,
        title="Weigh classes",
        group="Data",
        help="Let a picture of a rare class count for more. Helps where classes have very different sizes.",
    )
    model: Literal["alexnet", "lenet"] = _field(
        "alexnet", title="Network", group="Network", help="AlexNet, or the older, smaller LeNet to compare."
    )
    activation: Literal["default", "relu", "sigmoid", "tanh"] = _field(
        "default",
        title="Activation",
        group="Network",
        help="The default is ReLU for AlexNet and sigmoid for LeNet. A deep network of sigmoids hardly learns.",
    )
    dropout: float = _field(
        0.5,
        title="Dropout",
        group="Network",
        ge=0,
        lt=1,
        help="Share of the hidden units silenced at random in each step. More of it over-fits less and learns slower.",
    )
    batch_norm: bool = _field(
        False,
        title="Batch normalisation",
        group="Network",
        help="Keeps what each convolution of AlexNet puts out at one scale. Learns faster and bears larger rates.",
    )
    initialization: Literal["default", "kaiming", "xavier", "paper"] = _field(
        "default",
        title="Initialisation",
        group="Network",
        help="How the first weights are drawn: Kaiming suits ReLU, Xavier sigmoid and tanh, paper is that of 2012.",
    )
    epochs: int = _field(
        5, title="Epochs", group="Training", ge=1, le=10_000, help="How often the network sees every training picture."
    )
    batch_size: int = _field(
        128,
        title="Batch size",
        group="Training",
        unit="pictures",
        ge=1,
        le=65_536,
        help="Pictures in one step. Larger needs more memory; if memory runs out, lower this.",
    )
    optimizer: Literal["adam", "adamw", "sgd", "muon"] = _field(
        "adam",
        title="Optimiser",
        group="Training",
        help="How the gradient becomes a change of the weights. Muon is for convolutions; the rest then gets AdamW.",
    )
    lr: float = _field(
        0.001,
        title="Learning rate",
        group="Training",
        gt=0,
        le=100,
        help="Size of each change. If the loss becomes NaN or stays at the start, lower this.",
    )
    momentum: float = _field(
        0.9,
        title="Momentum",
        group="Training",
        ge=0,
        lt=1,
        help="How much of the last change SGD and Muon keep. Adam has its own.",
    )
    schedule: Literal["constant", "step", "linear", "cosine", "one-cycle"] = _field(
        "constant",
        title="Schedule",
        group="Schedule",
        help="How the learning rate moves over the run: it stays, drops in steps, falls to zero, or rises and falls.",
    )
    warmup: float = _field(
        0.0,
        title="Warm-up",
        group="Schedule",
        unit="epochs",
        ge=0,
        le=10_000,
        help="So long the learning rate rises first. If the loss jumps at the start, raise this.",
    )
    drop_every: int = _field(
        10,
        title="Drop every",
        group="Schedule",
        unit="epochs",
        ge=1,
        le=10_000,
        help="For the schedule in steps: after so many epochs the learning rate drops.",
    )
    drop_factor: float = _field(
        0.1,
        title="Drop to",
        group="Schedule",
        gt=0,
        le=1,
        help="For the schedule in steps: what is left of the learning rate after each drop.",
    )
    weight_decay: float = _field(
        0.0,
        title="Weight decay",
        group="Regularisation",
        ge=0,
        le=1,
        help="Pulls every weight towards zero in each step. A little of it eases over-fitting.",
    )
    label_smoothing: float = _field(
        0.0,
        title="Label smoothing",
        group="Regularisation",
        ge=0,
        lt=1,
        help="Share of the target given to all classes alike, so that the network does not grow too sure of itself.",
    )
    clip: float = _field(
        0.0,
        title="Clip gradient",
        group="Regularisation",
        ge=0,
        le=1e6,
        help="A gradient longer than this is shortened to it; 0 clips nothing. If the loss explodes, try 1.",
    )
    ema: float = _field(
        0.0,
        title="Average weights",
        group="Regularisation",
        ge=0,
        lt=1,
        help="Tests and keeps a moving average of the weights: 0.999 averages about 1,000 steps, 0 none.",
    )
    patience: int = _field(
        0,
        title="Patience",
        group="Regularisation",
        unit="epochs",
        ge=0,
        le=10_000,
        help="Ends the run when the test accuracy has not risen for so many epochs; 0 never does.",
    )
    test_views: Literal["one", "ten-crop"] = _field(
        "one",
        title="Test views",
        group="Regularisation",
        help="Test each picture once, or as in 2012 in ten views, their answers averaged: better, ten times slower.",
    )
    parts: int = _field(
        1,
        title="Parts of a batch",
        group="Machine",
        ge=1,
        le=65_536,
        help="Work through each batch in so many parts: the same effective batch in less memory, a little slower.",
    )
    device: str = _field(
        "auto", title="Device", group="Machine", help="auto, cpu, cuda:0, mps or xpu; auto takes the fastest there is."
    )
    precision: Literal["auto", "fp32", "bf16", "fp16"] = _field(
        "auto",
        title="Precision",
        group="Machine",
        help="bf16 is about twice as fast where the machine has it; auto tests once whether it is so here.",
    )
    seed: int = _field(
        0, title="Seed", group="Machine", ge=0, lt=2**63, help="The same seed on the same machine gives the same run."
    )

    @model_validator(mode="after")
    def _no_augmentation_twice(self) -> Self:
        if len(set(self.augment)) != len(self.augment):
            raise ValueError("augment names a change twice.")
        return self

    def toml(self) -> str:
        """The recipe as a TOML document; `from_toml` reads it back."""
        return tomli_w.dumps(self.model_dump(mode="json", exclude_none=True))


def checked(**values: Any) -> Recipe:
    """A recipe with these values and the book's for all others.

    Raises ArgumentError with one sentence for a name or a value that cannot be.
    """
    try:
        return Recipe(**values)
    except ValidationError as error:
        raise ArgumentError(sentence(error)) from None


def sentence(error: ValidationError) -> str:
    """The first complaint of pydantic, said as a person would."""
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "recipe"
    if first["type"] == "extra_forbidden":
        return f"A recipe has no setting named {name!r}; it knows {', '.join(Recipe.model_fields)}."
    title = Recipe.model_fields[name].title if name in Recipe.model_fields else name
    said = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{title} ({name}) {said}, but it is {first['input']!r}."


def from_toml(text: str, *, source: str = "the recipe") -> Recipe:
    """The recipe in a TOML document. Raises ArgumentError naming `source` when it is not one."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ArgumentError(f"{source} is not TOML: {error}.") from None
    return checked(**values)


def read(file: Path) -> Recipe:
    """The recipe in a TOML file. Raises ArgumentError when it cannot be read or is not one."""
    try:
        return from_toml(file.read_text("utf-8"), source=str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ArgumentError(f"The recipe {file} cannot be read: {error}.") from None


def presets() -> dict[str, Recipe]:
    """The shipped recipes by name, e.g. ``book`` and ``lenet``."""
    return {file.stem: read(file) for file in sorted(resource("experiments").glob("*.toml"))}
