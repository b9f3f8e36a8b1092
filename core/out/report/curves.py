"""Loss, accuracy and learning rate over the epochs, as drawings in the page."""

from collections.abc import Callable

import numpy as np

from core.events import Evaluated
from core.figures import number, percent
from core.out.chart import Chart, Curve
from core.out.chart_svg import chart_group
from core.out.markup import Markup, joined, tag
from core.out.recorded import Recorded
from core.out.report.page import note, table
from core.out.report.subject import Subject
from core.smoothing import smooth

_SMOOTHING = 0.9
_WIDTH, _HEIGHT = 520, 320
_TRAIN, _TEST = "#0072b2", "#d55e00"
_WORDS = {"lr": "rate {value:g}", "parts": "{value:g} parts"}


def content(subject: Subject) -> Markup:
    """The drawings, and what was measured on the test pictures as a table."""
    run = subject.recorded
    if not len(run.step) and not run.evaluations:
        return note("Nothing is recorded yet.")
    drawn = [_drawing(_measure(run, "loss")), _drawing(_measure(run, "accuracy", percent=True)), _drawing(_rates(run))]
    rows = [(str(e.epoch), str(e.step), number(e.loss), percent(e.accuracy)) for e in run.evaluations]
    head = ("Epoch", "Step", "Test loss", "Test accuracy")
    words = f"Training curves are smoothed (by {_SMOOTHING}, as TensorBoard does), over the raw values."
    return joined(
        tag("div", *drawn, class_="charts"), note(words), table("After each epoch", head, rows, numbers=head[1:])
    )


def _drawing(chart: Chart) -> Markup:
    return tag(
        "figure",
        tag(
            "svg",
            tag("title", chart.title),
            chart_group(chart, _WIDTH, _HEIGHT),
            viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
            role="img",
            aria_label=f"{chart.title}: {_in_words(chart)}",
            font_size=12,
        ),
    )


def _measure(run: Recorded, name: str, *, percent: bool = False) -> Chart:
    """A measure of training and test, over epochs."""
    raw, x = getattr(run, name), run.step / max(run.steps_per_epoch, 1)
    tests = np.array([getattr(evaluated, name) for evaluated in run.evaluations], np.float64)
    curves = [
        Curve("Training (raw)", x, raw, _TRAIN, kind="train", width=1, faint=True, listed=False),
        Curve("Training", x, smooth(raw, _SMOOTHING), _TRAIN, kind="train"),
        Curve(
            "Test",
            np.array([evaluated.step for evaluated in run.evaluations], np.float64) / max(run.steps_per_epoch, 1),
            tests,
            _TEST,
            kind="test",
            dash="6 4",
            points=True,
            star=run.evaluations.index(run.best) if run.best else None,
            tips=[_tip(evaluated) for evaluated in run.evaluations],
        ),
    ]
    highest = 1.0 if percent else _highest(raw, tests)
    return _chart("Accuracy" if percent else "Loss", run, curves, highest, percent=percent)


def _rates(run: Recorded) -> Chart:
    x = run.step / max(run.steps_per_epoch, 1)
    return _chart("Learning rate", run, [Curve("Learning rate", x, run.lr, _TRAIN, kind="train")], _highest(run.lr))


def _chart(title: str, run: Recorded, curves: list[Curve], highest: float, *, percent: bool = False) -> Chart:
    end = max((float(curve.x[-1]) for curve in curves if len(curve.x)), default=1.0)
    marks = [
        ((change.step + 0.5) / max(run.steps_per_epoch, 1), _WORDS[change.what].format(value=change.value or 0))
        for change in run.changes
        if change.what in _WORDS
    ]
    unit = {"Loss": "Cross-entropy", "Accuracy": "Pictures named rightly"}.get(title, "")
    return Chart(title, "Epoch", unit, curves, (0.0, end), (0.0, highest), percent=percent, band=1.0, marks=marks)


def _highest(raw: np.ndarray, *others: np.ndarray) -> float:
    """A frame for the values: the highest fiftieth of the raw ones may run out of it."""
    tops = [float(np.percentile(raw[np.isfinite(raw)], 98))] if np.isfinite(raw).any() else []
    tops += [float(values[np.isfinite(values)].max()) for values in others if np.isfinite(values).any()]
    return 1.06 * max(tops, default=0.0) or 1.0


def _tip(evaluated: Evaluated) -> str:
    return f"Epoch {evaluated.epoch}: test loss {number(evaluated.loss)}, test accuracy {percent(evaluated.accuracy)}"


def _in_words(chart: Chart) -> str:
    """What somebody hears who does not see the drawing: where each curve begins and ends."""
    say: Callable[[float], str] = percent if chart.percent else "{:.3g}".format
    known = [(curve.name, curve.y[np.isfinite(curve.y)]) for curve in chart.curves if not curve.faint]
    return "; ".join(f"{name} from {say(y[0])} to {say(y[-1])}" for name, y in known if len(y))
