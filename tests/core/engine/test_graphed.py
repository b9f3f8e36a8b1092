"""Recorded gradients, on the CPU: a recorder that computes anew into the same memory stands in for CUDA's."""

import logging
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from core.data import load
from core.engine.graphed import Record
from core.engine.optimizers import Optimizer
from core.engine.step import TrainStep
from core.recipe import checked

CPU = torch.device("cpu")
SIZES = (4, 4, 2)  # of the batches of an epoch
BATCHES = [(split.images, split.labels) for size in SIZES for split in [load("fashion-mnist").limited(size).train]]


class Recorder:
    """Computes anew where a GPU would play, and copies what comes out to where it came out the first time."""

    def __init__(self, model: nn.Module) -> None:
        self.parameters = list(model.parameters())
        self.recorded = self.played = 0

    def __call__(self, work: Callable[[], Tensor]) -> tuple[Tensor, Callable[[], object]]:
        self.recorded += 1
        measure = work()
        gradients = [parameter.grad for parameter in self.parameters]

        def play() -> None:
            self.played += 1
            measure.copy_(work())
            for parameter, gradient in zip(self.parameters, gradients, strict=True):
                if gradient is not None and parameter.grad is not None:
                    gradient.copy_(parameter.grad)

        return measure, play


class Run:
    """Dropout and batch normalisation, in steps of known numbers; gradients are recorded or not."""

    def __init__(self, record: Callable[[nn.Module], Record] | None = None) -> None:
        torch.manual_seed(0)
        self.conv = nn.Conv2d(1, 8, 5, 2)
        self.model = nn.Sequential(
            self.conv, nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Dropout(), nn.Linear(8 * 144, 10)
        ).to(memory_format=torch.channels_last)
        self.step = TrainStep(
            lambda images: self.model(images.float() / 255),
            self.model,
            Optimizer(checked(optimizer="sgd"), self.model),
            device=CPU,
            precision="fp32",
            record=record(self.model) if record else None,
        )

    def go(self, *numbers: int) -> list[Tensor]:
        measures = []
        for number in numbers:
            torch.manual_seed(number)
            measures.append(self.step(*BATCHES[number % len(SIZES)], lr=0.01))
        return measures

    def __eq__(self, other: object) -> bool:
        assert isinstance(other, Run)
        mine, theirs = self.model.state_dict(), other.model.state_dict()
        return all(torch.equal(tensor, theirs[name]) for name, tensor in mine.items())


def test_a_run_is_the_same_with_its_short_batches_dropout_and_normalisation() -> None:
    recorders: list[Recorder] = []
    plain, graphed = Run(), Run(lambda net: recorders.append(Recorder(net)) or recorders[0])
    assert all(map(torch.equal, plain.go(*range(9)), graphed.go(*range(9))))
    assert plain == graphed
    assert recorders[0].recorded == 2  # whole and short batches
    assert recorders[0].played == 2 + (6 - 1) + (3 - 1)  # each once to compare; all but the first of each


def test_in_other_parts_it_is_recorded_anew() -> None:
    recorders: list[Recorder] = []
    plain, graphed = Run(), Run(lambda net: recorders.append(Recorder(net)) or recorders[0])
    for run in (plain, graphed):
        run.go(0, 1)
        run.step.parts = 2
        run.go(3, 4, 6)
    assert plain == graphed
    assert recorders[0].recorded == 2


def refuses(_net: nn.Module) -> Record:
    def record(work: Callable[[], Tensor]) -> tuple[Tensor, Callable[[], object]]:
        work()
        raise RuntimeError("operation not permitted when stream is capturing\nCUDA kernel errors might be …")

    return record


def always_the_same(net: nn.Module) -> Record:
    """Plays, but sees neither new pictures nor new random numbers."""

    def record(work: Callable[[], Tensor]) -> tuple[Tensor, Callable[[], object]]:
        return Recorder(net)(work)[0], lambda: None

    return record


def breaks(net: nn.Module) -> Record:
    def record(work: Callable[[], Tensor]) -> tuple[Tensor, Callable[[], object]]:
        def play() -> None:
            raise RuntimeError("an illegal memory access was encountered")

        return Recorder(net)(work)[0], play

    return record


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (refuses, "operation not permitted when stream is capturing."),
        (always_the_same, "it does not give what the step gives."),
        (breaks, "an illegal memory access was encountered."),
    ],
)
def test_where_it_does_not_work_steps_are_made_as_ever_and_it_is_said_once(
    record: Callable[[nn.Module], Record], why: str, caplog: pytest.LogCaptureFixture
) -> None:
    plain, graphed = Run(), Run(record)
    with caplog.at_level(logging.WARNING):
        assert all(map(torch.equal, plain.go(*range(5)), graphed.go(*range(5))))
    assert plain == graphed
    assert [message.rpartition("used: ")[2] for message in caplog.messages] == [why]


def test_while_a_module_is_watched_its_hooks_are_called() -> None:
    graphed = Run(Recorder)
    seen: list[int] = []
    graphed.go(0, 1)
    handle = graphed.conv.register_forward_hook(lambda *_: seen.append(1))
    graphed.go(3, 4)
    assert len(seen) == 2
    handle.remove()
    graphed.go(6)
    assert len(seen) == 2
