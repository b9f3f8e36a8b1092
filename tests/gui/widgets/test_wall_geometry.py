"""The arithmetic of the wall, against brute force over every pixel of small walls."""

import pytest

from alexnet_gui.widgets.wall_geometry import WallGeometry, columns_for, enlargement, laid_out

# columns 3: sections of 7, 0, 3 and 1 pictures: rows 3, 0, 1, 1; tile 10, gap 2, header 5
WALL = WallGeometry((7, 0, 3, 1), columns=3, tile=10, gap=2, header=5, left=4)


def test_everything_has_its_place() -> None:
    assert WALL.starts == (0, 7, 7, 10, 11)
    assert WALL.tops == (0, 41, 46, 63, 80)
    assert (WALL.total, WALL.height) == (11, 80)
    assert WALL.corner(0) == (4, 5)
    assert WALL.corner(5) == (28, 17)
    assert WALL.corner(6) == (4, 29)
    assert WALL.corner(7) == (4, 51)
    assert WALL.corner(10) == (4, 68)


def test_each_pixel_of_each_tile_finds_its_picture_and_no_other_pixel_finds_one() -> None:
    expected = {}
    for position in range(WALL.total):
        left, top = WALL.corner(position)
        expected |= {(left + dx, top + dy): position for dx in range(WALL.tile) for dy in range(WALL.tile)}
    found = {
        (x, y): position
        for x in range(-5, 60)
        for y in range(-5, 90)
        if (position := WALL.position_at(x, y)) is not None
    }
    assert found == expected


@pytest.mark.parametrize("top", range(0, 80, 3))
@pytest.mark.parametrize("height", [1, 7, 40, 200])
def test_the_rows_in_sight_are_those_that_share_a_pixel_with_it(top: int, height: int) -> None:
    in_sight = [
        p for p in range(WALL.total) if WALL.corner(p)[1] < top + height and WALL.corner(p)[1] + WALL.pitch > top
    ]
    rows = list(WALL.rows_between(top, top + height))
    assert [p for row in rows for p in range(row.first, row.first + row.count)] == in_sight
    assert all(row.top == WALL.corner(row.first)[1] for row in rows)


def test_the_first_header_stays_in_sight_until_the_next_pushes_it_out() -> None:
    assert next(WALL.headers_between(0, 30)) == (0, 0)
    assert next(WALL.headers_between(20, 50)) == (0, 20)
    assert next(WALL.headers_between(39, 60)) == (0, 36)  # the next begins at 41
    assert list(WALL.headers_between(41, 64)) == [(1, 41), (2, 46), (3, 63)]


def test_moving_by_rows_keeps_the_column_and_crosses_sections() -> None:
    assert WALL.moved(1, rows=1) == 4
    assert WALL.moved(5, rows=1) == 6  # the short row has only one picture
    assert WALL.moved(6, rows=1) == 7  # over the empty section
    assert WALL.moved(8, rows=-1) == 6
    assert WALL.moved(9, rows=1) == 10
    assert WALL.moved(10, rows=1) == 10
    assert WALL.moved(1, rows=-1) == 1
    assert WALL.moved(0, rows=100) == 10
    assert WALL.moved(10, rows=-100) == 0


def test_bringing_a_picture_in_sight_moves_no_more_than_needed() -> None:
    assert WALL.scrolled_to(3, top=0, page=40) == 0
    assert WALL.scrolled_to(6, top=0, page=40) == 1  # its pitch ends at 41
    assert WALL.scrolled_to(0, top=30, page=40) == 0  # with its header
    assert WALL.scrolled_to(10, top=0, page=40) == 40


def test_an_empty_wall_has_nothing() -> None:
    empty = WallGeometry((), 4, 10, 2, 5)
    assert (empty.total, empty.height) == (0, 0)
    assert empty.position_at(0, 0) is None
    assert not list(empty.rows_between(0, 100))
    assert not list(empty.headers_between(0, 100))


def test_columns_fill_the_width_and_are_never_none() -> None:
    assert columns_for(34, tile=10, gap=2) == 3
    assert columns_for(33, tile=10, gap=2) == 2
    assert columns_for(1, tile=10, gap=2) == 1


@pytest.mark.parametrize(
    ("side", "ratio", "factor"),
    [(28, 1, 2), (28, 1.25, 3), (28, 1.5, 3), (28, 2, 4), (56, 1, 1), (224, 1, 1)],
)
def test_tiles_are_enlarged_by_whole_factors(side: int, ratio: float, factor: int) -> None:
    assert enlargement(side, 56 * ratio) == factor


@pytest.mark.parametrize(("width", "columns"), [(10, 1), (99, 3), (100, 4), (123, 4)])
def test_as_many_columns_as_fit_beside_a_margin(width: int, columns: int) -> None:
    wall = laid_out([100], width=width, tile=20, gap=4, header=10)
    assert (wall.left, wall.columns) == (4, columns)
