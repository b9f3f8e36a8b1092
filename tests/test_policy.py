"""What the project promises of its code: who imports whom, form, types. Each by the tool that is made for it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent


def run(*command: str) -> None:
    done = subprocess.run(
        [str(TOOLS / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_go_one_way() -> None:
    run("lint-imports", "--no-cache")


def test_the_core_imports_no_qt_when_all_of_it_is_loaded() -> None:
    code = """
import importlib, pkgutil, sys, core
for module in pkgutil.walk_packages(core.__path__, "core."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"PySide6", "shiboken6", "pyqtgraph", "superqt", "alexnet_gui"}))
"""
    found = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True)
    assert found.strip() == "[]"


def test_form() -> None:
    run("ruff", "check", "--no-cache", ".")
    run("ruff", "format", "--check", "--no-cache", ".")


def test_types() -> None:
    run("basedpyright")


def test_the_registry_file_stays_out() -> None:
    assert "uv.lock" in (ROOT / ".gitignore").read_text().split()
