"""Weights and training states on the disk: safetensors with JSON beside them, never a pickle.

A run's ``checkpoints/`` holds one folder a checkpoint, ``step-00000469/`` with ``model.safetensors``,
``state.safetensors`` (the optimiser) and ``state.json``, and ``index.json`` that names the best and the last.
A folder is written under a temporary name and renamed when all of it is on the disk; then the index is replaced;
then what is no longer wanted goes. So the index never names an unfinished checkpoint.
"""

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from core.atomic import SUFFIX, atomic_write, sync_folder
from core.errors import CheckpointError
from core.network import NetworkSpec

KEY = "alexnet"  # of the network's description in the metadata of a weights file
WEIGHTS, TENSORS, STATE, INDEX = "model.safetensors", "state.safetensors", "state.json", "index.json"


def save_weights(file: Path, module: nn.Module, spec: NetworkSpec) -> None:
    """The module's weights with the description of the network, as one safetensors file. Not atomic by itself.

    Raises OSError when the disk says no.
    """
    _save(module.state_dict(), file, {KEY: spec.dumps()})


def _save(tensors: dict[str, Tensor], file: Path, metadata: dict[str, str] | None = None) -> None:
    """As safetensors, which hides what the system said in an error of its own."""
    plain = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    try:
        save_file(plain, file, metadata=metadata)
    except SafetensorError as error:
        if said := re.search(r"\(os error (\d+)\)", str(error)):
            raise OSError(int(said[1]), os.strerror(int(said[1])), str(file)) from None
        raise


def load_weights(file: Path) -> tuple[dict[str, Tensor], NetworkSpec | None]:
    """The tensors of a safetensors file, on the CPU, and the description of their network where it has one.

    Raises CheckpointError for a file that is missing, cut off or something else.
    """
    try:
        with safe_open(file, framework="pt", device="cpu") as opened:
            metadata = opened.metadata() or {}
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - not a dict
        spec = NetworkSpec.from_json(json.loads(metadata[KEY])) if KEY in metadata else None
    except (OSError, SafetensorError, ValueError) as error:
        raise CheckpointError(f"{file} cannot be read as safetensors: {error}.") from None
    return tensors, spec


@dataclass(frozen=True, slots=True, eq=False)
class TrainingState:
    """What a run needs, beside the weights, to go on: tensors, of the optimiser above all, and plain numbers."""

    tensors: dict[str, Tensor]
    numbers: dict[str, Any]


class Checkpoints:
    """The checkpoints of one run folder."""

    def __init__(self, run: Path) -> None:
        self._run = run
        self._folder = run / "checkpoints"

    def save(self, module: nn.Module, spec: NetworkSpec, state: TrainingState, *, step: int, best: bool) -> str:
        """Write a checkpoint and make it the last one, and the best one too if it is; its path in the run folder.

        Only the best and the last are kept, and of a best one that is not the last only the weights. Raises OSError
        when the disk says no; the earlier checkpoints are then untouched.
        """
        name = f"step-{step:08d}"
        if (self._folder / name).exists():  # saved before the evaluation of this step; it stays until this one is whole
            name += "-evaluated"
        part = self._folder / f".{name}{SUFFIX}"
        self._folder.mkdir(exist_ok=True)  # but not the run's folder anew, if somebody took it away
        shutil.rmtree(part, ignore_errors=True)
        try:
            part.mkdir()
            save_weights(part / WEIGHTS, module, spec)
            _save(state.tensors, part / TENSORS)
            (part / STATE).write_text(json.dumps(state.numbers), "utf-8")
            for file in part.iterdir():
                with file.open("rb+") as opened:
                    os.fsync(opened.fileno())
            sync_folder(part)
        except BaseException as error:
            shutil.rmtree(part, ignore_errors=True)
            if isinstance(error, SafetensorError):  # what safetensors makes of a full disk
                raise OSError(str(error)) from None
            raise
        part.rename(self._folder / name)
        sync_folder(self._folder)
        index = self._index()
        index = {"last": name, "best": name if best else index.get("best", name)}
        atomic_write(self._folder / INDEX, json.dumps(index))
        self._tidy(index)
        return f"checkpoints/{name}"

    def last(self) -> Path | None:
        """The folder of the newest whole checkpoint, None when there is none."""
        return self._named("last") or next(iter(self._whole()), None)

    def best(self) -> Path | None:
        """The folder of the best checkpoint; of the newest whole one when the best cannot be read."""
        return self._named("best") or next(iter(self._whole()), None)

    def load_state(self) -> tuple[dict[str, Tensor], TrainingState]:
        """Weights and training state of the last checkpoint.

        Raises CheckpointError when the run has none that can be resumed.
        """
        for folder in self._newest_first():
            if not all((folder / name).exists() for name in (WEIGHTS, TENSORS, STATE)):
                continue
            try:
                weights, _ = load_weights(folder / WEIGHTS)
                tensors, _ = load_weights(folder / TENSORS)
                numbers = json.loads((folder / STATE).read_text("utf-8"))
                return weights, TrainingState(tensors, _upgraded(numbers))
            except (CheckpointError, OSError, ValueError):
                continue
        raise CheckpointError(f"{self._run} has no checkpoint to go on from; train it anew.")

    def _newest_first(self) -> list[Path]:
        return sorted(self._folder.glob("step-*"), reverse=True) if self._folder.is_dir() else []

    def _whole(self) -> list[Path]:
        return [folder for folder in self._newest_first() if _is_whole(folder)]

    def _named(self, which: str) -> Path | None:
        name = self._index().get(which)
        folder = self._folder / name if name and Path(name).name == name else None
        return folder if folder and _is_whole(folder) else None

    def _index(self) -> dict[str, str]:
        try:
            index = json.loads((self._folder / INDEX).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return index if isinstance(index, dict) else {}

    def _tidy(self, index: dict[str, str]) -> None:
        for folder in self._newest_first():
            if folder.name not in index.values():
                shutil.rmtree(folder, ignore_errors=True)
            elif folder.name != index["last"]:
                (folder / TENSORS).unlink(missing_ok=True)


def _upgraded(numbers: dict[str, Any]) -> dict[str, Any]:
    """The numbers of version 0.1 as those of today."""
    if "evaluated_epochs" not in numbers:
        return numbers
    epochs = numbers.pop("evaluated_epochs")
    accuracy, best = numbers.pop("accuracy"), numbers.pop("best_accuracy")
    scores = {"epochs": epochs, "accuracy": accuracy, "best": best, "best_epoch": epochs}
    return numbers | {"scores": scores, "changes": []}


def _is_whole(folder: Path) -> bool:
    """Whether the weights can be opened; the header of safetensors tells a file that was cut off."""
    try:
        with safe_open(folder / WEIGHTS, framework="pt"):
            return True
    except (OSError, SafetensorError):
        return False
