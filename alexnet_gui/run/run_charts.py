"""What a plot shows, as a chart for print: always on white, with its axes named."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt

from alexnet_gui.theme import LIGHT
from alexnet_gui.widgets.compare_plot import ShownComparison, look
from alexnet_gui.widgets.shown_curves import ShownCurves, ShownSeries
from core.out.chart import Chart, Curve

translate = QCoreApplication.translate
_DASHES = {
    Qt.PenStyle.SolidLine: "",
    Qt.PenStyle.DashLine: "6 4",
    Qt.PenStyle.DotLine: "1.5 3",
    Qt.PenStyle.DashDotLine: "6 3 1.5 3",
    Qt.PenStyle.DashDotDotLine: "6 3 1.5 3 1.5 3",
}


def chart_of(shown: ShownCurves | ShownSeries, *, title: str, unit: str) -> Chart:
    """The part of the curves that is in view; `unit` is what the y axis counts, "" for nothing."""
    frame = shown.frame
    per_unit = frame.steps_per_epoch if frame.in_epochs else 1
    left, right = frame.x_range
    return Chart(
        title=title,
        x_label=translate("run", "Epoch") if frame.in_epochs else translate("run", "Step"),
        y_label=unit,
        curves=_curves(shown, title, per_unit) if isinstance(shown, ShownCurves) else _series(shown, per_unit),
        x_range=(max(left, 0.0) / per_unit, right / per_unit),
        y_range=frame.y_range,
        log=frame.log,
        percent=shown.percent,
        band=frame.steps_per_epoch / per_unit,
        marks=[(at / per_unit, word) for at, word in frame.marks],
    )


def comparison_of(shown: ShownComparison, names: Mapping[int, str], *, title: str, unit: str) -> Chart:
    """Several runs, which are named by their places: training curves, and evaluations as points."""
    curves: list[Curve] = []
    for one in shown.series:
        name, (color, style) = names.get(one.place, ""), look(one.place, LIGHT)
        tested = translate("run", "{name} (test)").format(name=name)
        curves.append(Curve(name, one.x, one.y, color, dash=_DASHES[style]))
        curves.append(Curve(tested, one.test_x, one.test_y, color, width=0, points=True, listed=False))
    return Chart(
        title=title,
        x_label=shown.unit.capitalize(),
        y_label=unit,
        curves=curves,
        x_range=shown.x_range,
        y_range=shown.y_range,
        log=shown.log,
        percent=shown.percent,
    )


def _series(shown: ShownSeries, per_unit: int) -> list[Curve]:
    x = shown.steps / per_unit
    return [
        Curve(
            one.name,
            x,
            one.values,
            LIGHT.text if one.place is None else LIGHT.in_order(one.place),
            dash="6 4" if one.dashed else "",
            width=2 if one.place is None else 1.5,
        )
        for one in shown.series
    ]


def _curves(shown: ShownCurves, title: str, per_unit: int) -> list[Curve]:
    x = shown.steps / per_unit
    name = translate("run", "Training") if shown.tested else title
    smoothed = Curve(name, x, shown.smoothed, LIGHT.train, kind="train")
    found = [smoothed]
    if shown.smoothed is not shown.raw:
        raw = translate("run", "{name} (raw)").format(name=name)
        found.insert(0, Curve(raw, x, shown.raw, LIGHT.train, kind="train", width=1, faint=True, listed=False))
    if shown.tested:
        name = translate("run", "Test")
        look = {"kind": "test", "dash": "6 4", "points": True, "star": shown.best}
        found.append(Curve(name, shown.test_steps / per_unit, shown.test, LIGHT.test, **look))
    return found
