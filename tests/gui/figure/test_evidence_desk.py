from collections.abc import Iterator

import numpy as np
import pytest

from alexnet_gui.figure.evidence_desk import METHODS, Begun, Evidence, News, Progress, find_evidence
from alexnet_gui.figure.map_desk import Subject
from core import attribution
from core.data import load
from core.errors import ArgumentError
from core.models import build
from core.network import NetworkSpec, preparation_for
from core.out.steps import done


def subject(activation: str) -> Subject:
    data = load("fashion-mnist")
    spec = NetworkSpec("lenet", data.classes, preparation_for("lenet", channels=1), activation=activation)
    return Subject(build(spec).eval(), spec, data.test.images[5], None, "a network")


def split(news: Iterator[News]) -> tuple[Begun, list[Progress], dict[str, Evidence]]:
    first, *rest = news
    assert isinstance(first, Begun)
    found = {item.method: item for item in rest if isinstance(item, Evidence)}
    return first, [item for item in rest if isinstance(item, Progress)], found


def test_the_methods_are_the_cores() -> None:
    assert METHODS == attribution.METHODS


def test_each_method_answers_as_the_core_does() -> None:
    asked = subject("relu")
    begun, progress, found = split(find_evidence(asked, METHODS, "Coat", "conv.1"))
    assert begun.title == "a network" and begun.picture.shape == (1, 28, 28)
    assert asked.spec.classes[begun.target] == "Coat"
    assert list(found) == list(METHODS) == list(dict.fromkeys(item.method for item in progress))
    for method, evidence in found.items():
        layer = "conv.1" if method == "grad-cam" else None
        wanted = done(attribution.attribution(asked.module, asked.x, begun.target, method, layer=layer))
        np.testing.assert_array_equal(evidence.values, wanted.values)
        assert (evidence.layer, evidence.missing, evidence.sentence) == (layer or "", wanted.missing, "")


def test_without_a_class_the_winning_one_is_meant() -> None:
    asked = subject("relu")
    begun, _, _ = split(find_evidence(asked, ("gradients",), None, None))
    assert begun.target == int(asked.module(asked.x).argmax())


def test_a_class_that_is_not_there_is_refused() -> None:
    with pytest.raises(ArgumentError, match="no class 'Teapot'"):
        next(find_evidence(subject("relu"), METHODS, "Teapot", None))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_a_method_that_does_not_apply_says_so_and_the_others_answer(activation: str) -> None:
    _, _, found = split(find_evidence(subject(activation), METHODS, None, None))
    assert [method for method, evidence in found.items() if evidence.sentence] == ["guided-backprop"]
    assert "has none" in found["guided-backprop"].sentence
