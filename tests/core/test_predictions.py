"""Predictions: sorted as a person looks at them, kept with the run, and a damaged file is one sentence."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from core.errors import RunError
from core.predictions import Predictions, file_of, read, write


def some() -> Predictions:
    return Predictions(
        labels=np.array([0, 1, 1, 2, 1], np.int32),
        predicted=np.array([0, 2, 2, 2, 0], np.int32),
        confidence=np.array([0.9, 0.6, 0.8, 0.5, 0.7], np.float32),
        truth=np.array([0.9, 0.3, 0.1, 0.5, 0.2], np.float32),
    )


def test_the_confusion_counts_each_picture_once() -> None:
    np.testing.assert_array_equal(some().confusion(3), [[1, 0, 0], [1, 0, 2], [0, 0, 1]])


def test_a_cell_is_sorted_by_confidence_and_mistakes_by_loss() -> None:
    assert some().of_cell(1, 2).tolist() == [2, 1]
    assert some().of_cell(2, 0).tolist() == []
    assert some().mistakes().tolist() == [2, 4, 1]


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    write(some(), tmp_path, 3)
    back = read(tmp_path, 3)
    assert back is not None and read(tmp_path, 2) is None
    for name in ("labels", "predicted", "confidence", "truth"):
        before, after = getattr(some(), name), getattr(back, name)
        assert after.dtype == before.dtype
        np.testing.assert_array_equal(after, before)


@pytest.mark.parametrize("damage", ["torn", "empty", "other", "lengths", "negative"])
def test_a_damaged_file_is_one_sentence(tmp_path: Path, damage: str) -> None:
    write(some(), tmp_path, 1)
    file = file_of(tmp_path, 1)
    arrays = {name: getattr(some(), name) for name in ("labels", "predicted", "confidence", "truth")}
    match damage:
        case "torn":
            file.write_bytes(file.read_bytes()[:-3])
        case "empty":
            file.write_bytes(b"")
        case "other":
            save_file({"conv.0.weight": np.zeros((2, 2), np.float32)}, file)
        case "lengths":
            save_file(arrays | {"truth": np.zeros(2, np.float32)}, file)
        case _:
            save_file(arrays | {"labels": arrays["labels"] - 1}, file)
    with pytest.raises(RunError, match="predictions of epoch 1 are damaged"):
        read(tmp_path, 1)
