"""Numbers as a person reads them."""

import math

import pytest

from alexnet_gui import formatting
from core.recipe import Recipe


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "–"), (math.inf, "–"), (0.4, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (1860, "31 min"),
        (3599, "1 h 0 min"), (7500, "2 h 5 min"), (86_399, "1 d 0 h"), (4 * 86_400 + 3600, "4 d 1 h"),
    ],
)  # fmt: skip
def test_duration(seconds: float | None, text: str) -> None:
    assert formatting.duration(seconds) == text


@pytest.mark.parametrize(
    ("octets", "text"),
    [(None, "–"), (999, "999 B"), (1000, "1 kB"), (187_058_984, "187 MB"), (2.1e9, "2.1 GB"), (999_600_000, "1.0 GB")],
)
def test_size(octets: float | None, text: str) -> None:
    assert formatting.size(octets) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "–"), (0.41234, "0.412"), (2.3026, "2.30"), (123.4, "123"), (math.nan, "nan")]
)
def test_loss(value: float | None, text: str) -> None:
    assert formatting.loss(value) == text


def test_shares_and_rates() -> None:
    assert formatting.percent(0.8532) == "85.3 %"
    assert formatting.percent(math.nan) == formatting.percent(None) == "–"
    assert formatting.images_per_second(76.2) == "76 images/s"
    assert formatting.images_per_second(4.26) == "4.3 images/s"
    assert [formatting.learning_rate(rate) for rate in (0.001, 0.00012345, 3e-7)] == ["0.001", "0.000123", "3e-07"]


def test_a_run_is_called_by_what_it_trains() -> None:
    title = formatting.recipe_title(Recipe(data="/pictures/birds", model="lenet", epochs=3))
    assert title.startswith("birds · LeNet · 3 ")


@pytest.mark.parametrize(
    ("name", "precision", "text"),
    [("cpu", "bf16", "CPU · bf16"), ("cuda:0", "auto", "CUDA"), ("cuda:1", "fp16", "CUDA:1 · fp16"),
     ("auto", "auto", "Best device")],
)  # fmt: skip
def test_device(name: str, precision: str, text: str) -> None:
    assert formatting.device(name, precision) == text


def test_a_moment_is_told_in_the_unit_that_suits_it() -> None:
    assert formatting.moment(0.0357) == "35.7 ms" and formatting.moment(12.3e-6) == "12.3 µs"
    assert formatting.moment(None) == formatting.DASH
