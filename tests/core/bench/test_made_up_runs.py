"""Runs that nobody trained look like those that somebody did."""

from pathlib import Path

from core.bench import made_up_runs
from core.recipe import Recipe
from core.runs import blocks_of, runs_in
from core.step_block import StepBlock


def test_they_are_listed_with_all_that_a_run_has(tmp_path: Path) -> None:
    made_up_runs.write(tmp_path, runs=3, epochs=2)
    found = runs_in(tmp_path)
    assert [run.title for run in found] == ["run 0002", "run 0001", "run 0000"]
    for run in found:
        assert (run.state, run.epochs_done, run.step, run.resumable) == ("done", 2, 938, True)
        assert run.tags and run.accuracy and 0.7 < run.accuracy < 1


def test_every_step_is_there_and_read_in_blocks(tmp_path: Path) -> None:
    made_up_runs.write_run(tmp_path / "long", Recipe(), steps=1003, started=1e9)
    blocks = [item for item in blocks_of(tmp_path / "long") if isinstance(item, StepBlock)]
    assert [step for block in blocks for step in block.steps.tolist()] == list(range(1, 1004))
