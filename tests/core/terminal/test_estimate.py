"""``alexnet estimate``: figures, and nothing is trained or kept."""

import json


def test_it_says_what_a_run_needs_and_keeps_nothing(alexnet, home) -> None:
    ended = alexnet("estimate", "--model", "lenet", "--limit", "32", "--batch-size", "16", "--device", "cpu")
    assert ended.status == 0
    assert "memory for a batch of 16" in ended.out and "checkpoints, at most" in ended.out
    assert list((home / "runs").iterdir()) == []


def test_as_json_a_larger_batch_needs_more(alexnet) -> None:
    flags = ("--model", "lenet", "--limit", "32", "--device", "cpu", "--precision", "fp32", "--json")
    small, large = (json.loads(alexnet("estimate", "--batch-size", size, *flags).out) for size in ("16", "1024"))
    assert large["memory"] - small["memory"] == (1024 - 16) * small["per_picture"] > 0
    assert small["parts"] == 1 and small["batch_size"] >= 1024
