import numpy as np
import pytest

from alexnet_gui.figure.cell_text import WIDEST, WIDEST_DENSE, cell_scale


@pytest.mark.parametrize(
    ("largest", "value", "text", "note"),
    [
        (1.0, 0.534, "0.53", ""),
        (9.99, -9.99, "−9.99", ""),
        (9.996, 9.996, "10.0", ""),
        (43.21, -12.34, "−12.3", ""),
        (432.1, 12.34, "12", ""),
        (0.05, 0.0321, "3.21", "×10⁻²"),
        (0.05, -0.00001, "0", "×10⁻²"),
        (43210.0, 43210.0, "4.32", "×10⁴"),
        (1.0, float("nan"), "–", ""),
    ],
)
def test_numbers_have_three_digits(largest: float, value: float, text: str, note: str) -> None:
    scale = cell_scale(np.array([[largest, 0.0]]))
    assert (scale.text(value), scale.note) == (text, note)


@pytest.mark.parametrize(
    ("largest", "value", "text", "note"),
    [
        (1.0, 0.534, "53", "×10⁻²"),
        (1.0, 1.0, "100", "×10⁻²"),
        (0.22, -0.216, "−22", "×10⁻²"),
        (0.0951, 0.0951, "95", "×10⁻³"),
        (95.0, -95.0, "−95", ""),
    ],
)
def test_two_digits_where_there_is_no_room(largest: float, value: float, text: str, note: str) -> None:
    scale = cell_scale(np.array([[largest, 0.0]]), dense=True)
    assert (scale.text(value), scale.note) == (text, note)


@pytest.mark.parametrize("dense", [False, True])
def test_no_text_is_longer_than_there_is_room_for(*, dense: bool) -> None:
    room = len(WIDEST_DENSE if dense else WIDEST)
    for largest in np.geomspace(1e-9, 1e9, 977):
        for value in (-float(largest), float(largest)):
            text = cell_scale(np.array([value, 0.0]), dense=dense).text(value)
            assert len(text) <= room and any(digit in text for digit in "123456789"), value


def test_nothing_but_zero_is_written_as_zero() -> None:
    assert cell_scale(np.zeros((2, 2))).text(0.0) == "0"
