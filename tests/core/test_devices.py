"""Devices and precision on the machine that runs the tests."""

import json

import pytest
import torch

from core import places, precision
from core.devices import devices, pick, precision_for
from core.errors import DeviceError


def test_the_cpu_is_always_there_and_last() -> None:
    cpu = devices()[-1]
    assert cpu.name == "cpu" and cpu.label and cpu.memory_bytes > 2**28 and "fp32" in cpu.precisions


def test_auto_is_the_first_device() -> None:
    assert str(pick("auto")) == devices()[0].name


def test_a_device_that_is_not_there_is_one_sentence_that_names_the_others() -> None:
    with pytest.raises(DeviceError, match=r"no device 'cuda:99' here; this machine has .*cpu"):
        pick("cuda:99")


def test_a_precision_that_is_not_to_be_had_is_one_sentence() -> None:
    with pytest.raises(DeviceError, match="has no fp16"):
        precision_for(torch.device("cpu"), "fp16")


def test_a_clear_result_is_remembered_and_a_close_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu, cache = torch.device("cpu"), places.cache_folder() / "precision.json"
    monkeypatch.setattr(precision, "measure", lambda _: precision.SelfTest(0.01, 1.05))
    assert precision_for(cpu) in ("bf16", "fp32") and not cache.exists()
    monkeypatch.setattr(precision, "measure", lambda _: precision.SelfTest(0.01, 2.0))
    assert precision_for(cpu) == "bf16" and list(json.loads(cache.read_text()).values()) == [
        {"error": 0.01, "speed": 2.0}
    ]
    monkeypatch.setattr(precision, "measure", lambda _: pytest.fail("measured again"))
    assert precision_for(cpu) == "bf16"


@pytest.mark.parametrize(
    ("error", "speed", "native", "bf16"),
    [
        (0.01, 2.0, False, True),
        (0.5, 2.0, True, False),
        (0.01, 0.7, True, False),
        (0.01, 1.05, True, True),
        (0.01, 1.05, False, False),
    ],
)
def test_wrong_or_slow_bf16_is_not_taken(error: float, speed: float, native: bool, bf16: bool) -> None:
    assert precision.SelfTest(error, speed).bf16(native=native) is bf16


def test_the_measurement_disturbs_no_random_numbers() -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    measured = precision.measure(torch.device("cpu"))
    assert torch.rand(3).equal(expected) and 0 < measured.error < 1 and measured.speed > 0
