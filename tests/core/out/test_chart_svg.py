from xml.etree import ElementTree

import numpy as np

from core.out.chart import Chart, Curve
from core.out.chart_svg import drawing

SVG = "{http://www.w3.org/2000/svg}"


def chart(title: str = "Loss", **more: object) -> Chart:
    x = np.linspace(0, 5, 2000)
    curves = [
        Curve("train (raw)", x, np.exp(-x) + 0.1 * np.sin(40 * x), "#0072b2", faint=True, listed=False),
        Curve("train", x, np.exp(-x), "#0072b2"),
        Curve("test", np.arange(1.0, 6), np.exp(-np.arange(1.0, 6)) + 0.1, "#d55e00", dash="6 4", points=True, star=4),
    ]
    return Chart(title, "epoch", "nats", curves, (0, 5), (0.0, 1.2), **more)  # pyright: ignore[reportArgumentType]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode())


def words(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_title_axes_legend_and_units_are_there() -> None:
    said = words(parsed(drawing([chart()])))
    assert {"Loss", "epoch", "nats", "train", "test", "0", "5", "1.0"} <= set(said)
    assert "train (raw)" not in said


def test_curves_stay_inside_and_points_are_drawn() -> None:
    root = parsed(drawing([chart()], width=600, height=400))
    paths = [path.get("d", "") for path in root.iter(f"{SVG}path")]
    assert len(paths) == 3
    numbers = [
        tuple(map(float, point.split()))
        for path in paths
        for piece in path.split("M")[1:]
        for point in piece.split("L")
    ]
    assert all(0 <= x <= 600 and 0 <= y <= 400 for x, y in numbers)
    assert len(list(root.iter(f"{SVG}polygon"))) == 1
    assert len(list(root.iter(f"{SVG}circle"))) == 5  # one in the legend, none where the star is


def test_several_stand_beside_and_below_each_other() -> None:
    root = parsed(drawing([chart("A"), chart("B"), chart("C")], width=300, height=200, columns=2))
    assert (root.get("width"), root.get("height")) == ("600", "400")
    assert {"A", "B", "C"} <= set(words(root))


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm() -> None:
    x = np.arange(5.0)
    curves = [Curve("train", x, np.array([1.0, 0.1, 0.0, -1.0, 0.01]), "#0072b2")]
    svg = drawing([Chart("Loss", "step", "", curves, (0, 4), (0.01, 1), log=True)])
    assert "nan" not in svg and "inf" not in svg


def test_marks_and_bands() -> None:
    svg = drawing([chart(band=1.0, marks=[(2.5, "rate 0.01"), (99, "elsewhere")])])
    assert "rate 0.01" in svg and "elsewhere" not in svg
    assert svg.count('class="band"') == 2
    assert drawing([chart(band=0.001)]).count('class="band"') == 0


def test_nothing_to_draw_is_an_empty_chart() -> None:
    empty = Chart("Loss", "step", "", [Curve("train", np.empty(0), np.empty(0), "#0072b2")], (0, 1), (0, 1))
    assert "Loss" in words(parsed(drawing([empty])))
