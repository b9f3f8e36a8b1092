"""The report of a real run, read as HTML."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from core import run_notes
from core.errors import RunError
from core.out.report.write import write as writing
from core.out.steps import done
from core.runs import read_run

HOSTILE = "A run </title><script>alert('x')</script> & \"more\""


class Page(HTMLParser):
    """Elements with their attributes, and all text outside of the style sheet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside != "style":
            self.text += f"{data} "

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def report(run: Path, file: Path) -> Page:
    done(writing(run, file))
    return Page(file.read_text("utf-8"))


@pytest.fixture
def run(trained: Path, tmp_path: Path) -> Path:
    """The run again, to change it."""
    shutil.copytree(trained, tmp_path / "run")
    return tmp_path / "run"


def test_all_parts_are_there(trained: Path, tmp_path: Path) -> None:
    page = report(trained, tmp_path / "report.html")
    summary = read_run(trained)
    assert [attributes.get("id") for attributes in page.all("h2")] == [
        "result",
        "curves",
        "recipe",
        "history",
        "classes",
        "pictures",
        "network",
    ]
    for word in (
        "It is done, 2 of 2 epochs",
        "61,706",
        "Batch normalisation",
        "Ankle boot",
        "Conv 6 · 5×5",
        "cpu, fp32",
    ):
        assert word in page.text
    assert summary.best_accuracy is not None
    assert f"{100 * summary.best_accuracy:.1f} %" in page.text
    assert len(page.all("svg")) == 3
    captions = ("After each epoch", "Settings", "Events", "Confusion matrix", "Scores", "Mixed up most", "Layers")
    assert all(caption in page.text for caption in captions)


def test_settings_that_are_not_the_books_are_marked(trained: Path, tmp_path: Path) -> None:
    report(trained, tmp_path / "report.html")
    html = (tmp_path / "report.html").read_text("utf-8")
    assert re.search(r"Learning rate</span></th><td><strong>0.004</strong></td><td>0.001</td>", html)
    assert re.search(r"Dropout</span></th><td>0.5</td><td></td>", html)


def test_nothing_is_loaded_from_anywhere(trained: Path, tmp_path: Path) -> None:
    page = report(trained, tmp_path / "report.html")
    assert not page.all("script")
    sources = [value for _, attributes in page.tags for key, value in attributes.items() if key in ("src", "href")]
    assert sources and all(str(value).startswith("data:") for value in sources)
    assert "url(" not in (tmp_path / "report.html").read_text("utf-8")


def test_who_does_not_see_it_hears_it(trained: Path, tmp_path: Path) -> None:
    page = report(trained, tmp_path / "report.html")
    assert all(attributes.get("alt") for attributes in page.all("img"))
    assert all("from" in str(attributes.get("aria-label")) for attributes in page.all("svg"))
    assert all(attributes.get("scope") for attributes in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


def test_what_a_person_wrote_never_becomes_markup(run: Path, tmp_path: Path) -> None:
    run_notes.rename(run, HOSTILE)
    run_notes.annotate(run, "<img src=http://example.org/x>\n\x00")
    run_notes.tag(run, ["<b>tag</b>"])
    page = report(run, tmp_path / "report.html")
    assert not page.all("script") and not page.all("b")
    assert all(str(attributes.get("src")).startswith("data:") for attributes in page.all("img"))
    assert HOSTILE in page.text


def test_what_was_changed_is_told_and_marked(run: Path, tmp_path: Path) -> None:
    lines = (run / "metrics.jsonl").read_text().splitlines()
    time = json.loads(lines[2])["time"]
    lines.insert(3, json.dumps({"event": "changed", "time": time, "step": 3, "what": "lr", "value": 0.0005}))
    (run / "metrics.jsonl").write_text("\n".join(lines) + "\n")
    page = report(run, tmp_path / "report.html")
    assert "The learning rate is 0.0005 from step 4 on." in page.text
    assert page.text.count("rate 0.0005") == 3  # on each chart


def test_parts_that_cannot_be_made_say_why(run: Path, tmp_path: Path) -> None:
    shutil.rmtree(run / "checkpoints")
    shutil.rmtree(run / "evaluations")
    text = report(run, tmp_path / "report.html").text
    assert "has no checkpoint that can be read" in text
    assert "was not kept with this run" in text
    assert "Confusion matrix" in text


def test_other_test_pictures_are_not_shown_as_these(run: Path, tmp_path: Path) -> None:
    recipe = run / "recipe.toml"
    recipe.write_text(recipe.read_text().replace("limit = 200", "limit = 100"))
    page = report(run, tmp_path / "report.html")
    assert "no longer those that the run was tested on" in page.text
    assert len(page.all("img")) == 1  # the filters


def test_damaged_files_of_the_run_leave_the_rest(run: Path, tmp_path: Path) -> None:
    for file in [*run.glob("checkpoints/*/model.safetensors"), *run.glob("evaluations/*")]:
        file.write_bytes(b"damaged")
    text = report(run, tmp_path / "report.html").text
    assert "are damaged" in text
    assert "Confusion matrix" in text


def test_a_run_that_has_not_begun_has_a_report(run: Path, tmp_path: Path) -> None:
    for name in ("checkpoints", "evaluations"):
        shutil.rmtree(run / name)
    (run / "metrics.jsonl").unlink()
    text = report(run, tmp_path / "report.html").text
    assert "It broke off, 0 of 2 epochs" in text
    assert "Nothing is recorded yet." in text


def test_what_is_no_run_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no run"):
        done(writing(tmp_path, tmp_path / "report.html"))
