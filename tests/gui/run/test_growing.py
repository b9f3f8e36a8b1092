"""The growing array keeps everything, and what was handed out."""

import numpy as np

from alexnet_gui.run.growing import Growing


def test_it_grows_beyond_its_room() -> None:
    array = Growing(np.float32, room=2)
    for value in range(100):
        array.extend([value])
    np.testing.assert_array_equal(array.values, np.arange(100, dtype=np.float32))


def test_many_values_at_once_are_more_than_double() -> None:
    array = Growing(np.int64, room=2)
    array.extend(np.arange(50))
    assert len(array) == 50 and array.values[-1] == 49


def test_a_view_keeps_its_values_when_the_array_is_shortened_and_written_anew() -> None:
    array = Growing(np.int64)
    array.extend([1, 2, 3])
    before = array.values
    array.shorten(1)
    array.extend([7, 8])
    assert before.tolist() == [1, 2, 3]
    assert array.values.tolist() == [1, 7, 8]
