"""``alexnet estimate``: figures, and nothing is trained or kept."""

import json

SMALL = ("estimate", "--model", "lenet", "--limit", "32", "--batch-size", "16", "--device", "cpu")


def test_it_says_what_a_run_needs_and_keeps_nothing(alexnet, home) -> None:
    ended = alexnet(*SMALL)
    assert ended.status == 0
    assert "memory for a batch of 16" in ended.out and "checkpoints, at most" in ended.out
    assert "time for 5 × 2 steps" in ended.out and "training pictures a second on cpu in" in ended.out
    assert not (home / "runs").exists()


def test_the_time_is_measured_once(alexnet) -> None:
    flags = (*SMALL, "--precision", "fp32", "--json")
    unknown, first, again = (json.loads(alexnet(*flags, *more).out) for more in (("--no-measure",), (), ()))
    assert unknown["seconds"] is None
    assert first["seconds"] > 0 and first["images_per_second"] > 0
    assert again["seconds"] == first["seconds"]
    assert json.loads(alexnet(*flags, "--anew").out)["seconds"] != first["seconds"]


def test_as_json_a_larger_batch_needs_more(alexnet) -> None:
    flags = ("--model", "lenet", "--limit", "2048", "--device", "cpu", "--precision", "fp32", "--no-measure", "--json")
    small, large = (json.loads(alexnet("estimate", "--batch-size", size, *flags).out) for size in ("16", "1024"))
    assert large["memory"] - small["memory"] == (1024 - 16) * small["per_picture"] > 0
    assert small["parts"] == 1 and small["batch_size"] >= 1024
