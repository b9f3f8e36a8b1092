"""Every stop of every kind of layer has its words, with numbers that belong together."""

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QApplication

from alexnet_gui.figure import arithmetic_words as words
from alexnet_gui.figure.arithmetic_stops import MOST_TERMS, What, stops_of, terms_of
from alexnet_gui.figure.map_desk import Subject
from alexnet_gui.figure.unit_look import UnitLook, look_at_unit
from core.data import load
from core.data.fashion_mnist import CLASSES
from core.models import build
from core.network import NetworkSpec, preparation_for


@pytest.fixture(scope="module")
def subject(qapp: QApplication) -> Subject:
    torch.manual_seed(0)
    spec = NetworkSpec("lenet", CLASSES, preparation_for("lenet", channels=1), activation="relu")
    picture = load("fashion-mnist").test.images[5]
    return Subject(build(spec).eval(), spec, picture, CLASSES[1], "a test")


def stops(look: UnitLook) -> list[What]:
    return [stop.what for stop in stops_of(look.trace, answers=look.answer is not None, knows_truth=True)]


def test_a_pooled_unit_is_walked_through_channel_by_channel(subject: Subject) -> None:
    look = look_at_unit("conv.5", (3, 2, 2), subject)
    assert stops(look) == [What.CHANNEL] * 6 + [What.BIAS, What.FUNCTION, What.FUNCTION]
    assert look.answer is None and look.loss is None


def test_a_fully_connected_unit_by_its_strongest_inputs(subject: Subject) -> None:
    assert stops(look_at_unit("fc.1", (3,), subject)) == [What.TERM] * MOST_TERMS + [
        What.REST, What.BIAS, What.FUNCTION,
    ]  # fmt: skip


def test_the_output_goes_on_to_probability_and_loss(subject: Subject) -> None:
    look = look_at_unit("fc.4", (1,), subject)
    assert stops(look)[-3:] == [What.BIAS, What.SOFTMAX, What.LOSS]
    assert look.answer is not None and look.loss == pytest.approx(-torch.log(
        torch.softmax(subject.module(subject.x).double(), 1)[0, 1]).item(), abs=1e-5,
    )  # fmt: skip
    assert [text.split()[0] for _, _, text in words.chain(look)] == ["Σ", "softmax", "loss"]
    assert CLASSES[1] in words.loss_text(look)


def test_without_the_truth_there_is_no_loss(subject: Subject) -> None:
    unknown = Subject(subject.module, subject.spec, subject.picture, None, "a test")
    look = look_at_unit("fc.4", (1,), unknown)
    assert look.loss is None and "not known" in words.loss_text(look)
    assert stops_of(look.trace, answers=True, knows_truth=False)[-1].what is What.SOFTMAX


@pytest.mark.parametrize("layer", ["conv.0", "conv.1", "conv.2", "conv.5", "fc.0", "fc.1", "fc.4"])
def test_every_stop_says_something(subject: Subject, layer: str) -> None:
    unit = (1, 2, 3) if layer.startswith("conv") else (1,)
    look = look_at_unit(layer, unit, subject)
    found = stops_of(look.trace, answers=look.answer is not None, knows_truth=look.truth is not None)
    assert all(words.stop_text(look, stop) for stop in found)
    short, full = words.result_text(look)
    assert "as the network has it" in short and "apart" in full


def test_the_running_sum_ends_where_the_bias_begins(subject: Subject) -> None:
    look = look_at_unit("conv.3", (2, 4, 4), subject)
    found = stops_of(look.trace, answers=False, knows_truth=False)
    part = look.trace.parts[0]
    assert words.stop_text(look, found[5]).endswith(f"{words.number(part.sums.sum())} so far")
    assert words.formula(part)[1].startswith(words.number(part.sums.sum()))


def test_a_network_that_computed_something_else_is_not_said_to_agree(subject: Subject) -> None:
    look = look_at_unit("conv.0", (0, 3, 3), subject)
    object.__setattr__(look.trace.last, "network", 7.0)
    assert words.result_text(look)[0].endswith("the network has 7")


@pytest.mark.parametrize(("layer", "unit"), [("conv.3", (2, 4, 4)), ("fc.0", (3,)), ("fc.4", (1,))])
def test_what_the_stops_add_is_the_sum(subject: Subject, layer: str, unit: tuple[int, ...]) -> None:
    trace = look_at_unit(layer, unit, subject).trace
    terms, limit = terms_of(trace, stops_of(trace, answers=False, knows_truth=False))
    assert terms.sum() == pytest.approx(trace.last.value)
    assert limit == pytest.approx(np.abs(terms[: 6 if layer == "conv.3" else MOST_TERMS]).max())
