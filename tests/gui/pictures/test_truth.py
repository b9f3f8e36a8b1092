"""When a picture's folder tells its class."""

from pathlib import Path

import pytest

from alexnet_gui.pictures.truth import truth_of

CLASSES = ("T-shirt/top", "Ankle boot", "Bag")


@pytest.mark.parametrize(
    ("path", "truth"),
    [
        ("Bag/1.png", "Bag"),
        ("data/ankle-boot/1.png", "Ankle boot"),
        ("t_shirt top/1.png", "T-shirt/top"),
        ("Bags/1.png", None),
        ("Bag/more/1.png", None),
        ("1.png", None),
    ],
)
def test_the_folder_must_have_the_name_of_a_class(path: str, truth: str | None) -> None:
    assert truth_of(Path(path), CLASSES) == truth
