"""``alexnet describe``: the layers of a network that is trained or not."""

import json
from pathlib import Path


def test_alexnet_is_what_it_is_when_nothing_else_is_asked(alexnet) -> None:
    ended = alexnet("describe")
    assert ended.status == 0
    assert "AlexNet, input 1×224×224" in ended.out
    assert "Conv 96 · 11×11 /4" in ended.out
    assert ended.out.splitlines()[-1].split()[:3] == ["all", "46,764,746", "938,146,176"]


def test_as_json(alexnet, trained: Path) -> None:
    untrained, of_run, last = (
        json.loads(alexnet("describe", name, "--json").out) for name in ("lenet", trained, f"{trained}:last")
    )
    assert untrained == of_run == last
    assert untrained["input_shape"] == [1, 28, 28]
    assert untrained["totals"]["parameters"] == sum(layer["parameters"] for layer in untrained["layers"]) == 61_706
    first = untrained["layers"][0]
    assert (first["name"], first["kind"], first["receptive_field"]) == ("conv.0", "Conv2d", 5)


def test_a_folder_that_is_no_run(alexnet, tmp_path: Path) -> None:
    ended = alexnet("describe", tmp_path)
    assert (ended.status, ended.said) == (2, f"{tmp_path} is no run: it has no recipe.toml.")
