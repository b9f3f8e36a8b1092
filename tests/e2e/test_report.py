"""The report of a run in a real browser: it shows itself, without a network, without a complaint."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.out.export import export
from core.out.steps import done
from core.terminal import main
from tests.e2e.conftest import skip

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-logging=stderr",
    "--window-size=1280,2400",
)
CONSOLE = "CONSOLE"  # stands in the log before whatever a page or a refused request complains of

Browser = Callable[..., tuple[str, str]]


@pytest.fixture
def browse(tmp_path: Path) -> Browser:
    """``browse(file, "--dump-dom")`` opens the file in a browser of its own: what it prints, and its log."""
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if program is None:
        skip("no Chromium to open a report with")

    def run(file: Path, *flags: str) -> tuple[str, str]:
        profile = tmp_path / "profile"
        command = [str(program), *FLAGS, f"--user-data-dir={profile}", *flags, file.as_uri()]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        shutil.rmtree(profile, ignore_errors=True)
        return ended.stdout, ended.stderr

    return run


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a run that just ended."""
    folder = tmp_path_factory.mktemp("report")
    small = ("--model", "lenet", "--limit", "200", "--batch-size", "32", "--device", "cpu", "--precision", "fp32")
    assert main(["train", *small, "--epochs", "2", "--out", str(folder / "run")]) == 0
    return done(export(folder / "run", "html", folder / "report.html"))


def test_it_opens_and_asks_the_network_for_nothing(browse: Browser, report: Path) -> None:
    shown, log = browse(report, "--dump-dom")
    assert '<h2 id="classes">Class by class</h2>' in shown
    assert "Confusion matrix" in shown and "Ankle boot" in shown
    assert CONSOLE not in log


def test_a_page_that_asked_would_be_told_of(browse: Browser, report: Path, tmp_path: Path) -> None:
    """The test above sees what it looks for."""
    asking = tmp_path / "asking.html"
    html = report.read_text("utf-8")
    asking.write_text(html.replace("<main>", '<main><img src="http://localhost:9/x.png" alt="">'), "utf-8")
    assert CONSOLE in browse(asking, "--dump-dom")[1]


@pytest.mark.parametrize(("scheme", "ground"), [("light", (244, 245, 247)), ("dark", (25, 27, 31))])
def test_it_is_light_or_dark_as_its_reader_likes(
    browse: Browser, report: Path, tmp_path: Path, scheme: str, ground: tuple[int, int, int]
) -> None:
    picture = tmp_path / f"report-{scheme}.png"
    preferred = {"light": 1, "dark": 0}[scheme]
    browse(report, f"--screenshot={picture}", f"--blink-settings=preferredColorScheme={preferred}")
    if kept := os.environ.get("ALEXNET_SCREENSHOTS"):
        shutil.copy(picture, kept)
    with Image.open(picture) as image:
        colors = image.convert("RGB").getcolors(1 << 24)
        assert image.convert("RGB").getpixel((2, 2)) == ground
    assert colors and len(colors) > 200  # text, curves and pictures, not an empty page
