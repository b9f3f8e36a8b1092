"""Checkpoints: whole or not at all, the best and the last kept, the optimiser's memory laid out as its parameters."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from torch import nn

from core.checkpoint import (
    INDEX,
    TENSORS,
    WEIGHTS,
    Checkpoints,
    TrainingState,
    load_weights,
    save_weights,
)
from core.errors import CheckpointError
from core.models import build
from core.network import NetworkSpec, preparation_for

SPEC = NetworkSpec("lenet", ("a", "b"), preparation_for("lenet", channels=1))


def saved(run: Path, *bests: bool) -> Checkpoints:
    """A run folder with one checkpoint a flag, at steps 1, 2, …"""
    checkpoints = Checkpoints(run)
    for step, best in enumerate(bests, 1):
        module = build(SPEC)
        nn.init.constant_(module.fc[0].bias, step)
        checkpoints.save(
            module, SPEC, TrainingState({"0.m": torch.full((2,), step)}, {"step": step}), step=step, best=best
        )
    return checkpoints


def names(run: Path) -> set[str]:
    return {entry.name for entry in (run / "checkpoints").iterdir()}


def test_weights_and_description_come_back(tmp_path: Path) -> None:
    module = build(SPEC).to(memory_format=torch.channels_last)
    save_weights(tmp_path / "w.safetensors", module, SPEC)
    weights, spec = load_weights(tmp_path / "w.safetensors")
    assert spec == SPEC
    assert all(torch.equal(weights[name], tensor) for name, tensor in module.state_dict().items())


def test_only_the_best_and_the_last_are_kept(tmp_path: Path) -> None:
    checkpoints = saved(tmp_path, True, True, False, False)
    assert names(tmp_path) == {INDEX, "step-00000002", "step-00000004"}
    best, last = checkpoints.best(), checkpoints.last()
    assert best and best.name == "step-00000002" and last and last.name == "step-00000004"
    assert not (best / TENSORS).exists(), "an optimiser is kept for the last only"
    assert checkpoints.load_state()[1].numbers == {"step": 4}


def test_the_same_step_may_be_saved_again(tmp_path: Path) -> None:
    checkpoints = saved(tmp_path, True)
    state = TrainingState({}, {"step": 1, "again": True})
    checkpoints.save(build(SPEC), SPEC, state, step=1, best=True)
    assert checkpoints.load_state()[1].numbers["again"]
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize("damage", ["gone", "cut off", "not json", "unindexed"])
def test_a_damaged_last_checkpoint_gives_way_to_the_one_before(tmp_path: Path, damage: str) -> None:
    checkpoints = saved(tmp_path, True, False)
    older, newest = (tmp_path / "checkpoints" / name for name in ("step-00000001", "step-00000002"))
    shutil.copy(newest / TENSORS, older)
    if damage == "gone":
        (newest / WEIGHTS).unlink()
    elif damage == "cut off":
        data = (newest / WEIGHTS).read_bytes()
        (newest / WEIGHTS).write_bytes(data[: len(data) // 2])
    elif damage == "not json":
        (newest / "state.json").write_text("{")
    else:
        (tmp_path / "checkpoints" / INDEX).write_text("nonsense")
    expected = 2 if damage == "unindexed" else 1
    assert checkpoints.load_state()[1].numbers == {"step": expected}


def test_an_index_that_points_outside_is_not_followed(tmp_path: Path) -> None:
    checkpoints = saved(tmp_path, True)
    (tmp_path / "checkpoints" / INDEX).write_text(json.dumps({"last": "../../etc", "best": "/etc"}))
    last = checkpoints.last()
    assert last and last.name == "step-00000001"


def test_a_failed_save_leaves_the_old_checkpoint_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkpoints = saved(tmp_path, True)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.checkpoint.save_file", full)
    with pytest.raises(OSError, match="No space"):
        checkpoints.save(build(SPEC), SPEC, TrainingState({}, {"step": 2}), step=2, best=True)
    assert names(tmp_path) == {INDEX, "step-00000001"}
    assert checkpoints.load_state()[1].numbers == {"step": 1}


def test_a_file_that_is_no_safetensors_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "x.safetensors"
    for content in (b"", b"hello", b"\xff" * 4096):
        file.write_bytes(content)
        with pytest.raises(CheckpointError, match="cannot be read as safetensors"):
            load_weights(file)
