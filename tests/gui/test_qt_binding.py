"""PySide6 6.12 on Python < 3.12 drops a reference to True, False or None at each call that returns one.

After some hundred calls one of them is freed, and the process aborts. So it is capped there, and this watches the cap.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

CALLS = """
import sys
from PySide6.QtCore import QObject, QRect

item, empty = QObject(), QRect()
before = [sys.getrefcount(value) for value in (True, False, None)]
for _ in range(5000):
    empty.isEmpty(), empty.isValid(), item.parent(), item.setObjectName("x"), item.blockSignals(True)
after = [sys.getrefcount(value) for value in (True, False, None)]
lost = [old - new for old, new in zip(before, after)]
assert max(lost) < 100, lost
print("lives")
"""


def test_thousands_of_calls_take_no_reference_away() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "lives\n", "")


@pytest.mark.parametrize(
    ("python", "version", "allowed"),
    [("3.11", "6.11.3", True), ("3.11", "6.12.0", False), ("3.12", "6.12.0", True), ("3.13", "6.12.0", True)],
)
def test_the_cap_is_where_it_is_needed_and_only_there(python: str, version: str, allowed: bool) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"] if line.startswith("PySide6-Essentials")]
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    (here,) = [one for one in wanted if one.marker is None or one.marker.evaluate(environment)]
    assert here.specifier.contains(version) == allowed
