"""The queue: what is put in comes out once, in order, whoever asks."""

import subprocess
import sys
from pathlib import Path

from core import run_queue
from core.recipe import Recipe, checked
from core.run_queue import add, move, remove, take, waiting

RECIPES = [checked(lr=rate) for rate in (0.1, 0.2, 0.3)]


def rates() -> list[float]:
    return [one.recipe.lr for one in waiting()]


def test_what_goes_in_comes_out_in_order() -> None:
    assert waiting() == [] and take() is None
    add(RECIPES[:2], ["sweep"])
    add(RECIPES[2:])
    assert rates() == [0.1, 0.2, 0.3]
    first = take()
    assert first and first.recipe == RECIPES[0] and first.tags == ("sweep",)
    assert rates() == [0.2, 0.3]
    add([Recipe(data="Ünïcode Ordner", augment=("flip",), limit=None)])
    assert waiting()[-1].recipe == Recipe(data="Ünïcode Ordner", augment=("flip",), limit=None)


def test_the_order_is_a_persons() -> None:
    first, _, last = add(RECIPES)
    move(last.key, -2)
    assert rates() == [0.3, 0.1, 0.2]
    move(first.key, 5)
    assert rates() == [0.3, 0.2, 0.1]
    move("gone", 1)
    assert remove(last.key) and not remove(last.key)
    assert rates() == [0.2, 0.1]
    add(RECIPES[2:])
    assert rates() == [0.2, 0.1, 0.3]


def test_what_cannot_be_read_is_passed_over() -> None:
    add(RECIPES)
    one, two, _ = sorted(run_queue.folder().iterdir())
    one.write_text("{")
    two.write_text('{"recipe": {"lr": -1}, "tags": []}')
    (run_queue.folder() / "notes.txt").write_text("a person's")
    assert rates() == [0.3]
    taken = take()
    assert taken and taken.recipe.lr == 0.3 and take() is None


def test_two_programs_never_take_the_same(home: Path) -> None:
    add([checked(seed=seed) for seed in range(40)])
    code = "from core.run_queue import take\nwhile one := take(): print(one.recipe.seed)"
    takers = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
        for _ in range(3)
    ]
    taken = [seed for taker in takers for seed in taker.communicate(timeout=60)[0].split()]
    assert sorted(map(int, taken)) == list(range(40))
