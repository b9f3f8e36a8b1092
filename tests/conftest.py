"""For all tests: Qt without a screen, and a fresh home, so that no test sees another's runs or a person's settings."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh ``$ALEXNET_HOME``."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ALEXNET_HOME", str(folder))
    return folder
