import numpy as np
import pytest

from core.clustering import clusters


def test_few_values_are_kept_as_they_are() -> None:
    values = np.array([2, -1, 2, 7, -1], np.float32)
    centres, codes = clusters(values, 8)
    assert centres.tolist() == [-1, 2, 7]
    np.testing.assert_array_equal(centres[codes], values)


def test_every_number_goes_to_its_nearest_and_every_centre_is_the_mean_of_its_own() -> None:
    values = np.random.default_rng(0).normal(size=20_000).astype(np.float32)
    centres, codes = clusters(values, 16, rounds=2000)
    nearest = np.abs(values[:, None].astype(np.float64) - centres[None]).argmin(1)
    assert (codes != nearest).mean() < 1e-3  # ties and rounding at the borders
    means = [values[codes == place].mean() for place in range(len(centres))]
    np.testing.assert_allclose(means, centres, atol=1e-4)


def test_sixteen_values_say_a_normal_distribution_to_a_hundredth() -> None:
    values = np.random.default_rng(1).normal(size=100_000).astype(np.float32)
    centres, codes = clusters(values, 16)
    error = np.square(values - centres[codes]).mean()
    assert error < 0.0125  # the optimum is 0.0095 (Max 1960, table I)


@pytest.mark.parametrize("values", [[], [3.5], [3.5, 3.5]])
def test_hardly_any_numbers(values: list[float]) -> None:
    centres, codes = clusters(np.array(values, np.float32), 4)
    assert centres[codes].tolist() == values
