"""``alexnet devices``."""

import json


def test_the_processor_is_always_there(alexnet) -> None:
    ended = alexnet("devices", "--json")
    found = json.loads(ended.out)
    assert ended.status == 0
    assert found[-1]["name"] == "cpu"
    assert found[-1]["memory_bytes"] > 0
    assert alexnet("devices").out.splitlines()[-1].startswith("cpu")
