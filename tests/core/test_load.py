"""What a run takes of its machine is measured now and then, changes nothing, and is kept with the run."""

from collections.abc import Generator
from pathlib import Path

import numpy as np
import psutil
import pytest
import torch

from core.events import Event, Finished, Load, Steps, from_json, to_json
from core.load import LoadMeter, with_load
from core.recipe import checked
from core.recorder import record
from core.runs import events_of
from core.train import Training

RECIPE = checked(model="lenet", limit=128, batch_size=16, epochs=1, device="cpu", precision="fp32")
CPU = torch.device("cpu")


def test_a_look_at_this_process() -> None:
    meter = LoadMeter(CPU)
    torch.rand(2000, 2000) @ torch.rand(2000, 2000)
    load = meter.read(3)
    assert load.step == 3 and 0 < load.processor <= 1
    assert load.memory == pytest.approx(psutil.Process().memory_info().rss, rel=0.2)
    assert load.gpu is None and load.gpu_memory is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
def test_a_look_at_a_gpu() -> None:
    held = torch.zeros(1 << 28, dtype=torch.uint8, device="cuda")
    load = LoadMeter(held.device).read(1)
    assert load.gpu_memory and load.gpu_memory >= 1 << 28
    assert load.gpu is None or 0 <= load.gpu <= 1


def test_a_gpu_that_does_not_tell_how_busy_it_is_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[torch.device] = []

    def utilization(device: torch.device) -> int:
        asked.append(device)
        raise ModuleNotFoundError("pynvml")

    monkeypatch.setattr(torch.cuda, "utilization", utilization)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (3 << 30, 4 << 30))
    meter = LoadMeter(torch.device("cuda:0"))
    assert [meter.read(step).gpu for step in (1, 2)] == [None, None]
    assert len(asked) == 1 and meter.read(3).gpu_memory == 1 << 30
    monkeypatch.setattr(torch.cuda, "utilization", lambda device: 87)
    assert LoadMeter(torch.device("cuda:0")).read(1).gpu == 0.87


def test_it_is_measured_after_steps_and_not_too_often() -> None:
    def events() -> Generator[Event]:
        ones = np.ones(2, np.float32)
        for step in (1, 3, 5):
            yield Steps(time=0, epoch=1, step=step, images=2, seconds=1, loss=ones, accuracy=ones, lr=ones)
        yield Finished(time=0, step=6, reason="done", accuracy=None, best_accuracy=None)

    seen = [event.step for event in with_load(events(), LoadMeter(CPU), every=0.0) if isinstance(event, Load)]
    assert seen == [2, 4, 6]
    assert not [event for event in with_load(events(), LoadMeter(CPU)) if isinstance(event, Load)]


def test_a_run_keeps_it_and_its_weights_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Training(RECIPE)
    list(plain.events())
    watched = Training(RECIPE, tmp_path)
    list(record(with_load(watched._events(), LoadMeter(CPU), every=0.0), tmp_path))
    loads = [event for event in events_of(tmp_path) if isinstance(event, Load)]
    assert loads and 1 <= loads[0].step <= loads[-1].step == 8
    assert from_json(to_json(loads[0])).__class__ is Load
    for name, weights in plain.model.state_dict().items():
        assert torch.equal(weights, watched.model.state_dict()[name])
