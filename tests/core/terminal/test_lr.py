"""``alexnet lr``: a table and a suggestion; as JSON, events."""

import json

SMALL = (
    *("--model", "lenet", "--activation", "relu", "--initialization", "xavier", "--optimizer", "sgd"),
    *("--limit", "320", "--batch-size", "32", "--device", "cpu", "--precision", "fp32"),
)


def test_it_prints_what_it_tried_and_suggests_a_rate(alexnet, home) -> None:
    ended = alexnet("lr", *SMALL, "--low", "0.0001", "--high", "10", "--steps", "60")
    assert ended.status == 0
    assert ended.out.splitlines()[-1].startswith("Suggested learning rate: 0.")
    assert not list(home.glob("runs/*"))


def test_as_json_it_prints_events(alexnet) -> None:
    ended = alexnet("lr", *SMALL, "--low", "0.0001", "--high", "10", "--steps", "60", "--json")
    names = [json.loads(line)["event"] for line in ended.out.splitlines()]
    assert names[0] == "started" and set(names[1:-1]) == {"tried"} and names[-1] == "suggested"


def test_rates_that_do_not_rise_are_one_sentence(alexnet) -> None:
    ended = alexnet("lr", *SMALL, "--low", "1", "--high", "0.1")
    assert ended.status == 2 and "--low < --high" in ended.said
