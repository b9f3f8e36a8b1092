"""What a run took of its machine, as arrays and in words."""

import numpy as np

from alexnet_gui.run.run_loads import RunLoads
from alexnet_gui.run.run_state import RunState
from alexnet_gui.run.run_words import load_in_words
from core.events import Load, Started

LOADS = [Load(time=0, step=step, processor=0.5, memory=2_000_000_000) for step in (10, 20, 30)]


def test_arrays_grow_and_what_is_not_known_is_nan() -> None:
    loads = RunLoads()
    assert loads.last is None and len(loads.steps) == 0
    for load in LOADS:
        loads.take(load)
    np.testing.assert_array_equal(loads.steps, [10, 20, 30])
    np.testing.assert_array_equal(loads.values("memory"), [2, 2, 2])
    assert np.isnan(loads.values("gpu")).all() and loads.last is LOADS[-1]
    loads.go_back_to(20)
    np.testing.assert_array_equal(loads.steps, [10, 20])
    assert loads.last is None


def test_a_run_that_goes_on_forgets_what_came_after_its_checkpoint(qapp: object) -> None:
    state = RunState()
    for load in LOADS:
        state.apply(load)
    assert not state.notes, "the log need not tell it"
    state.apply(
        Started(
            time=0,
            recipe={},
            device="cpu",
            precision="fp32",
            parameters=1,
            steps_per_epoch=10,
            classes=["a"],
            train_images=1,
            test_images=1,
            step=20,
            evaluated=2,
        )
    )
    np.testing.assert_array_equal(state.loads.steps, [10, 20])


def test_in_words(qapp: object) -> None:
    assert load_in_words(LOADS[0]) == "processor 50 %, memory 2.0 GB"
    card = Load(time=0, step=1, processor=1.0, memory=10**9, gpu=0.97, gpu_memory=12 * 10**9)
    assert load_in_words(card) == "processor 100 %, memory 1.0 GB, GPU 97 %, GPU memory 12.0 GB"
