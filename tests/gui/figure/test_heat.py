import pytest

from alexnet_gui.figure import heat
from core.data.fashion_mnist import CLASSES
from core.models.describe import description_of
from core.network import NetworkSpec, preparation_for


@pytest.fixture(scope="module")
def alexnet():
    return description_of(NetworkSpec("alexnet", CLASSES, preparation_for("alexnet", channels=1)))


def test_the_figures_are_those_of_the_description(alexnet) -> None:
    parameters = heat.values(alexnet, heat.PARAMETERS, {})
    assert parameters["fc.0"] == 6400 * 4096 + 4096 and parameters["conv.2"] == 0
    assert set(parameters) == {f"conv.{number}" for number in (0, 2, 3, 5, 6, 8, 10, 12)} | {"fc.0", "fc.3", "fc.6"}
    field = heat.values(alexnet, heat.FIELD, {})
    assert field["conv.0"] == 11 and field["fc.6"] == 224


def test_times_are_given_as_far_as_they_are_known(alexnet) -> None:
    assert heat.values(alexnet, heat.TIME, {"conv.0": 0.25, "conv.1": 1.0}) == {"conv.0": 0.25}
    assert heat.values(alexnet, heat.TIME, {}) == {}


def test_all_networks_are_on_one_scale() -> None:
    assert heat.shares([{"a": 1.0, "b": 4.0}, {"c": 2.0}]) == ([{"a": 0.25, "b": 1.0}, {"c": 0.5}], 4.0)
    assert heat.shares([{}]) == ([{}], 0.0)
    assert heat.shares([{"a": 0.0}]) == ([{"a": 0.0}], 0.0)
