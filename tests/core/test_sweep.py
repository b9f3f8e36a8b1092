"""A sweep is every combination, checked before anything is trained."""

import pytest

from core.errors import ArgumentError
from core.recipe import Recipe
from core.sweep import MOST, parsed, sweep, title_of


def test_every_combination_in_order() -> None:
    values = dict(map(parsed, ("lr=0.001, 0.01", "batch-size=64,128")))
    found = sweep(Recipe(epochs=2), values)
    assert [(one.lr, one.batch_size) for one in found] == [(0.001, 64), (0.001, 128), (0.01, 64), (0.01, 128)]
    assert all(one.epochs == 2 for one in found)
    assert title_of(values) == "sweep lr × batch_size"
    assert sweep(Recipe(), {}) == [Recipe()]


def test_values_of_all_kinds() -> None:
    assert [one.augment for one in sweep(Recipe(), dict([parsed("augment=none,flip,flip+shift")]))] == [
        (), ("flip",), ("flip", "shift"),
    ]  # fmt: skip
    assert [one.limit for one in sweep(Recipe(), dict([parsed("limit=none,100")]))] == [None, 100]
    assert [one.batch_norm for one in sweep(Recipe(), dict([parsed("--batch-norm=true,false")]))] == [True, False]
    assert [one.optimizer for one in sweep(Recipe(), dict([parsed("optimizer=adam,sgd")]))] == ["adam", "sgd"]


@pytest.mark.parametrize("text", ["lr", "lr=", "lr=0.1,,0.2", "=3"])
def test_what_is_not_written_so_is_said(text: str) -> None:
    with pytest.raises(ArgumentError, match="write it like lr="):
        parsed(text)


def test_what_cannot_be_is_said_before_anything_begins() -> None:
    with pytest.raises(ArgumentError, match="no setting named 'rate'"):
        parsed("rate=0.1")
    with pytest.raises(ArgumentError, match=r"Learning rate \(lr\)"):
        sweep(Recipe(), dict([parsed("lr=0.1,fast")]))
    with pytest.raises(ArgumentError, match=f"more than {MOST} runs"):
        sweep(Recipe(), {"seed": range(10**6), "epochs": range(1, 10**4)})
