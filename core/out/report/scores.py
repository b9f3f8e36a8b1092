"""The best epoch class by class: confusion matrix, precision and recall, what was mixed up most, calibration."""

from collections.abc import Sequence

import numpy as np

from core.class_scores import calibration, class_scores
from core.errors import RunError
from core.figures import count, percent
from core.out.markup import Markup, joined, tag
from core.out.report.page import note, table
from core.out.report.subject import Subject

_MOST_CLASSES = 30  # whose matrix still fits on a page
_MIXED = 10  # pairs of classes that are told


def content(subject: Subject) -> Markup:
    """All of it; a note where nothing was evaluated."""
    best = subject.recorded.best
    classes = subject.classes
    if best is None or best.confusion.shape != (len(classes), len(classes)):
        return note("No epoch of the run was evaluated yet.")
    parts = [note(f"All of this is of epoch {best.epoch}, the best: {count(int(best.confusion.sum()))} test pictures.")]
    if len(classes) <= _MOST_CLASSES:
        parts.append(_matrix(best.confusion, classes))
    parts += [_scores(best.confusion, classes), _mixed(best.confusion, classes), _calibration(subject)]
    return joined(*parts)


def _matrix(confusion: np.ndarray, classes: Sequence[str]) -> Markup:
    """Rows are true classes, columns what they were called; the ground of a cell is its share of the row."""
    shares = confusion / np.maximum(confusion.sum(1, keepdims=True), 1)
    head = tag("tr", tag("th", "is, and was called", scope="col"), *(_named_above(name) for name in classes))
    rows = []
    for i, name in enumerate(classes):
        cells = [_cell(i, j, int(confusion[i, j]), float(shares[i, j]), classes) for j in range(len(classes))]
        rows.append(tag("tr", tag("th", name, scope="row"), *cells))
    made = tag("table", tag("caption", "Confusion matrix"), tag("thead", head), tag("tbody", *rows), class_="matrix")
    return tag("div", made, class_="scroll", tabindex="0", role="region", aria_label="Confusion matrix")


def _named_above(name: str) -> Markup:
    return tag("th", tag("span", name), scope="col")


def _cell(i: int, j: int, pictures: int, share: float, classes: Sequence[str]) -> Markup:
    verb = "rightly called" if i == j else "called"
    said = f"{classes[i]} {verb} {classes[j]}: {count(pictures)}, {percent(share)}"
    depth = share if i == j else min(1.0, 3 * share)  # a tenth of a class mixed up is much already
    look = "right" if i == j else "wrong"
    return tag("td", count(pictures), title=said, class_=look, style=f"--depth:{100 * depth:.0f}%")


def _scores(confusion: np.ndarray, classes: Sequence[str]) -> Markup:
    scores = class_scores(confusion)
    head = ("Class", "Pictures", "Precision", "Recall", "F1")
    rows = [
        (name, count(int(scores.pictures[n])), *(_share(v[n]) for v in (scores.precision, scores.recall, scores.f1)))
        for n, name in enumerate(classes)
    ]
    words = "Precision: of the pictures that were called so, how many are. Recall: of the pictures that are, how many "
    return joined(table("Scores", head, rows, numbers=head[1:]), note(words + "were called so."))


def _mixed(confusion: np.ndarray, classes: Sequence[str]) -> Markup:
    wrong = confusion.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:_MIXED]
    pairs = [tuple(int(place) for place in np.unravel_index(at, wrong.shape)) for at in order]
    rows = [(classes[i], classes[j], count(int(wrong[i, j]))) for i, j in pairs if wrong[i, j]]
    if not rows:
        return note("Not one picture was mixed up.")
    return table("Mixed up most", ("Is", "Was called", "Pictures"), rows, numbers=("Pictures",))


def _calibration(subject: Subject) -> Markup:
    try:
        predictions = subject.predictions
    except RunError:
        return Markup()  # the pictures, which need them too, say why
    if predictions is None or not len(predictions):
        return Markup()
    found = calibration(predictions)
    kind = "too sure of itself" if found.bias > 0 else "not sure enough of itself"
    error = percent(found.error)
    return note(f"Its confidence is off by {error} on average (expected calibration error): on the whole it is {kind}.")


def _share(value: float) -> str:
    return "" if np.isnan(value) else percent(value)
