"""When a run ends behind the person's back, the desktop's own notification service is told."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from alexnet_gui.settings import Settings
from core.recipe import Recipe
from tests.e2e.conftest import Start
from tests.e2e.desktop import SYSTEM_PYTHON, Desktop, wait_until

pytestmark = pytest.mark.display

RECIPE = Recipe(model="lenet", limit=640, batch_size=16, precision="fp32", epochs=10)


@pytest.fixture
def messages(x_server: Desktop) -> Iterator[subprocess.Popen[str]]:
    """A notification service; it prints what it is told."""
    script = str(Path(__file__).with_name("notification_service.py"))
    with subprocess.Popen(
        [SYSTEM_PYTHON, script], env=x_server.environment, stdout=subprocess.PIPE, text=True
    ) as service:
        assert service.stdout and service.stdout.readline() == "ready\n"
        yield service
        service.kill()


def test_the_desktop_is_told_of_a_run_that_ends_out_of_sight(
    messages: subprocess.Popen[str], start: Start, x_server: Desktop, home: Path
) -> None:
    settings = Settings()
    settings.recipe = RECIPE.toml()
    settings.store.sync()
    program = start(x_server)
    window = program.window()
    program.see("label", "Fashion-MNIST · LeNet · 10 epochs.*")
    program.press("ctrl+Return")
    wait_until(lambda: list((home / "runs").glob("*/metrics.jsonl")), "a run")
    x_server.xdotool("windowminimize", "--sync", window)
    assert messages.stdout
    told = json.loads(messages.stdout.readline())
    assert (told["name"], told["title"]) == ("AlexNet Studio", "The run is done")
    assert "lenet fashion-mnist" in told["text"] and "Test accuracy" in told["text"]
