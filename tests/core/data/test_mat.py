"""MAT-files, as SciPy writes them."""

import numpy as np
import pytest

from core.data.mat import arrays


@pytest.mark.parametrize("kind", [0, 1], ids=["compressed", "plain"])
def test_arrays_of_scipy_s_files(mat_files: list[bytes], kind: int) -> None:
    found = arrays(mat_files[kind])
    assert found.keys() == {"X", "y"}
    assert np.array_equal(found["X"], (np.arange(48) % 7).reshape(2, 2, 3, 4)) and found["X"].dtype == np.uint8
    assert found["y"].tolist() == [[10], [1], [9], [10]]


@pytest.mark.parametrize("damage", [b"", b"no such file" * 40])
def test_no_such_file(damage: bytes) -> None:
    with pytest.raises(ValueError, match="MAT-file"):
        arrays(damage)


def test_a_damaged_one(mat_files: list[bytes]) -> None:
    content = bytearray(mat_files[0])
    content[160] ^= 255
    with pytest.raises(ValueError, match="damaged"):
        arrays(bytes(content))
