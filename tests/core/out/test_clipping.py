from math import nan

from core.out.clipping import clipped

INSIDE = (0.0, 0.0, 10.0, 10.0)


def test_inside_is_one_piece() -> None:
    points = [(1.0, 1.0), (2.0, 5.0), (9.0, 9.0)]
    assert list(clipped(points, INSIDE)) == [points]


def test_what_leaves_is_cut_at_the_edge_and_comes_back_as_another_piece() -> None:
    found = list(clipped([(5.0, 5.0), (5.0, 15.0), (7.0, 15.0), (7.0, 5.0)], INSIDE))
    assert found == [[(5.0, 5.0), (5.0, 10.0)], [(7.0, 10.0), (7.0, 5.0)]]


def test_a_line_through_the_rectangle_and_one_past_it() -> None:
    assert list(clipped([(-5.0, 5.0), (15.0, 5.0)], INSIDE)) == [[(0.0, 5.0), (10.0, 5.0)]]
    assert list(clipped([(-5.0, 20.0), (15.0, 20.0)], INSIDE)) == []


def test_a_gap_breaks_the_line() -> None:
    assert list(clipped([(1.0, 1.0), (2.0, 2.0), (3.0, nan), (4.0, 4.0), (5.0, 5.0)], INSIDE)) == [
        [(1.0, 1.0), (2.0, 2.0)],
        [(4.0, 4.0), (5.0, 5.0)],
    ]
