import pytest

from alexnet_gui.figure.grid_layout import lay_out


@pytest.mark.parametrize(
    ("count", "side", "width", "height"),
    [
        (96, 54, 600, 160),
        (256, 26, 1260, 260),
        (384, 12, 600, 200),
        (256, 5, 620, 180),
        (6, 28, 900, 500),
        (1, 28, 90, 90),
    ],
)
def test_every_square_is_found_again(count: int, side: int, width: int, height: int) -> None:
    grid = lay_out(count, side, width=width, height=height, smallest=24, line=2)
    seen = set()
    for index in range(count):
        left, top, square = grid.rect(index)
        assert square == side * grid.scale >= 24
        assert left >= 0 and left + square <= max(width, square)
        for x, y in ((left, top), (left + square - 1, top + square - 1), (left + square // 2, top)):
            assert grid.index_at(x, y) == index
        assert grid.index_at(left + square, top) is None  # the line
        assert grid.index_at(left - 1, top) is None
        seen.add((left, top))
    assert len(seen) == count
    assert grid.index_at(grid.left, grid.top + grid.height) is None


def test_the_scale_is_the_largest_that_fits() -> None:
    grid = lay_out(6, 28, width=900, height=300, smallest=24, line=1)
    assert grid.width <= 900 and grid.height <= 300
    scale = grid.scale + 1
    columns = 901 // (28 * scale + 1)
    assert columns == 0 or -(-6 // columns) * (28 * scale + 1) - 1 > 300


def test_what_is_too_much_is_scrolled_not_shrunk() -> None:
    grid = lay_out(384, 12, width=600, height=100, smallest=24, line=2)
    assert grid.square == 24 and grid.height > 100 and grid.top == 0
    assert list(grid.between(0, 24)) == list(range(grid.columns))
    middle = grid.between(100, 200)
    assert all(100 - grid.pitch <= grid.rect(index)[1] <= 200 for index in middle)
    assert grid.between(grid.height - 1, grid.height + 500).stop == 384


def test_nothing_is_a_grid_too() -> None:
    grid = lay_out(0, 1, width=100, height=100, smallest=24, line=2)
    assert grid.index_at(50, 50) is None and len(grid.between(0, 100)) == 0
