"""What is said of a layer."""

from math import nan

import numpy as np
import pytest

from alexnet_gui.run.layer_words import dead_in_words, kind_in_words, many_dead, norms_in_words, zeros_in_words
from core.layer_figures import Histogram, LayerFigures


def layer(dead: int | None = 3, *, update: float = 0.001) -> LayerFigures:
    nothing = Histogram.of(np.empty(0))
    return LayerFigures(
        name="conv.0", kind="Conv2d", weight_norm=2.0, gradient_norm=0.25, update=update, units=96, dead=dead,
        weights=nothing, gradients=nothing, activations=nothing,
    )  # fmt: skip


@pytest.mark.parametrize(("dead", "said", "many"), [(3, "3 of 96 dead", False), (49, "49 of 96 dead", True),
                                                    (None, "", False)])  # fmt: skip
def test_dead_units_are_counted_and_many_are_bad(dead: int | None, said: str, many: bool) -> None:
    assert (dead_in_words(layer(dead)), many_dead(layer(dead))) == (said, many)


def test_shares_of_zeros() -> None:
    assert [zeros_in_words(share) for share in (0.0, 0.62, 0.001)] == ["", "62 % zeros", "0.1 % zeros"]


def test_norms_also_where_they_are_not_known() -> None:
    assert norms_in_words(layer()) == ("gradient 0.25", "update 0.001")
    assert norms_in_words(layer(update=nan))[1] == "update –"
    assert (kind_in_words("Conv2d"), kind_in_words("Linear")) == ("convolution", "fully connected")
