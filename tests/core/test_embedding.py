import numpy as np
import pytest
import torch

from core.data import load
from core.data.fashion_mnist import CLASSES
from core.embedding import features, neighbours, principal
from core.models import build
from core.network import NetworkSpec, load_network, preparation_for
from core.probe import feature_maps

LENET = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1))


@pytest.fixture(scope="module")
def clusters() -> tuple[np.ndarray, np.ndarray]:
    """Sixty values of twenty numbers in three heaps, and of which each is."""
    random = np.random.default_rng(0)
    heaps = np.repeat(np.arange(3), 20)
    centres = 8 * random.standard_normal((3, 20))
    return (centres[heaps] + random.standard_normal((60, 20))).astype(np.float32), heaps


def nearest_is_alike(points: np.ndarray, kinds: np.ndarray) -> float:
    """The share of points whose nearest neighbour is of their kind."""
    distances = ((points[:, None] - points[None]) ** 2).sum(-1)
    np.fill_diagonal(distances, np.inf)
    return float((kinds[distances.argmin(1)] == kinds).mean())


def test_the_principal_plane_is_that_of_the_singular_values(clusters) -> None:
    values, _ = clusters
    plane = principal(values)
    centred = values - values.mean(0)
    left, singular, _ = np.linalg.svd(centred.astype(np.float64), full_matrices=False)
    expected = left[:, :2] * singular[:2]
    np.testing.assert_allclose(np.abs(plane.points), np.abs(expected), rtol=1e-4, atol=1e-4)
    assert plane.kept == pytest.approx((singular[:2] ** 2).sum() / (singular**2).sum())
    assert (np.take_along_axis(plane.points, np.abs(plane.points).argmax(0)[None], 0) > 0).all()


def test_neighbours_stay_together_and_heaps_come_apart(clusters) -> None:
    values, heaps = clusters
    *_, plane = neighbours(values)
    assert plane.done == plane.total and np.isfinite(plane.points).all()
    assert nearest_is_alike(plane.points, heaps) == 1.0
    centres = np.stack([plane.points[heaps == heap].mean(0) for heap in range(3)])
    within = max(np.linalg.norm(plane.points[heaps == heap] - centres[heap], axis=1).max() for heap in range(3))
    between = min(np.linalg.norm(centres[one] - centres[other]) for one, other in ((0, 1), (0, 2), (1, 2)))
    assert between > 2 * within


def test_the_same_values_give_the_same_plane(clusters) -> None:
    values, _ = clusters
    one, other = ([*neighbours(values, steps=20)][-1].points for _ in range(2))
    assert (one == other).all()


def test_values_that_are_all_the_same_are_no_disaster() -> None:
    values = np.ones((6, 3), np.float32)
    assert principal(values).points.shape == (6, 2) and principal(values).kept == 1.0
    assert principal(np.ones((6, 1), np.float32)).points.shape == (6, 2)
    assert np.isfinite([*neighbours(values, steps=20)][-1].points).all()


def test_features_are_what_the_probe_gives_averaged_over_places() -> None:
    torch.manual_seed(0)
    model, data = build(LENET).eval(), load("fashion-mnist")
    split = data.test.balanced(70, 10)
    *some, found = features(model, LENET.preparation, "conv.3", split)
    assert found.values.shape == (70, 16 * 4 * 4) and (found.done, found.total) == (70, 70)
    assert all(one.done < 70 for one in some)
    x = LENET.preparation.network_input(split.picture(41)[None])
    maps = torch.from_numpy(feature_maps(model, x, "conv.3"))
    expected = torch.nn.functional.adaptive_avg_pool2d(maps, 4).flatten().numpy()
    np.testing.assert_allclose(found.values[41], expected, rtol=1e-4, atol=1e-5)
    *_, dense = features(model, LENET.preparation, "fc.2", split)
    assert dense.values.shape == (70, 84)


def test_a_trained_network_parts_the_classes() -> None:
    """The later the layer, the more often the nearest neighbour is of the same class."""
    network, data = load_network("demo"), load("fashion-mnist")
    split = data.test.balanced(150, 10)
    labels = split.labels.numpy()
    *_, late = features(network.module, network.spec.preparation, "fc.4", split)
    *_, plane = neighbours(late.values)
    pixels = principal(split.take(torch.arange(len(split))).flatten(1).float().numpy())
    assert nearest_is_alike(plane.points, labels) > 0.6 > nearest_is_alike(pixels.points, labels)
