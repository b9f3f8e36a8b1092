"""Charts as SVG: a drawing that stays sharp at every size, for a file by itself and inside a page.

Only what every reader of SVG knows is used, Qt's own included: no style sheet, no alignment of baselines.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.out.chart import Chart, Curve, thinned
from core.out.chart_ticks import labels, log_ticks, ticks
from core.out.clipping import Point, clipped
from core.out.markup import Markup, joined, number, tag

INK, MUTED, LINE, BAND, PAPER = "#1c1f24", "#5f6670", "#d9dce1", "#f4f5f7", "#ffffff"
_SIZE, _SMALL = 15, 12  # of the letters
_LEFT, _RIGHT, _BOTTOM = 66, 16, 46  # around the curves
_ROW, _SAMPLE = 20, 28  # of the legend: a row, and what stands before a name
_FAINT = 0.35  # opacity
_STAR = [(math.pi * (0.5 + k / 5), 8.0 if k % 2 == 0 else 3.4) for k in range(10)]


def drawing(charts: Sequence[Chart], *, width: int = 720, height: int = 420, columns: int = 1, font: str = "") -> str:
    """An SVG file of `charts`, each `width` by `height`, in so many columns, on white; in `font` where there is it."""
    columns = max(1, min(columns, len(charts)))
    whole = columns * width, math.ceil(len(charts) / columns) * height
    placed = [
        tag(
            "g",
            chart_group(chart, width, height),
            transform=f"translate({n % columns * width} {n // columns * height})",
        )
        for n, chart in enumerate(charts)
    ]
    paper = tag("rect", width=whole[0], height=whole[1], fill=PAPER)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tag(
        "svg",
        tag("title", " · ".join(chart.title for chart in charts)),
        paper,
        *placed,
        xmlns="http://www.w3.org/2000/svg",
        width=whole[0],
        height=whole[1],
        viewBox=f"0 0 {whole[0]} {whole[1]}",
        font_family=f"{font}, sans-serif" if font else "sans-serif",
        font_size=_SMALL,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The rectangle of the curves, and the way from values into it."""

    chart: Chart
    left: float
    top: float
    right: float
    bottom: float

    def x(self, values: np.ndarray) -> np.ndarray:
        low, high = self.chart.x_range
        return self.left + (values - low) / ((high - low) or 1) * (self.right - self.left)

    def y(self, values: np.ndarray) -> np.ndarray:
        low, high = self.chart.y_range
        if self.chart.log:
            with np.errstate(divide="ignore", invalid="ignore"):
                values, low, high = np.log10(values), math.log10(low), math.log10(high)
        return self.bottom - (values - low) / ((high - low) or 1) * (self.bottom - self.top)

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the drawing is inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def chart_group(chart: Chart, width: float, height: float) -> Markup:
    """The chart as a group, `width` by `height`, without a ground."""
    rows = _legend_rows(chart, width - _LEFT - _RIGHT)
    frame = _Frame(chart, _LEFT, 34 + _ROW * len(rows), width - _RIGHT, height - _BOTTOM)
    title = tag("text", chart.title, x=_LEFT, y=22, font_size=_SIZE, font_weight="bold", fill=INK, class_="ink")
    return joined(
        title,
        *(_legend_row(row, 40 + _ROW * number) for number, row in enumerate(rows)),
        _bands(frame),
        _x_axis(frame, height),
        _y_axis(frame),
        *(_mark(frame, at, word) for at, word in chart.marks),
        *(_curve(frame, curve) for curve in chart.curves),
    )


def _bands(frame: _Frame) -> Markup:
    low, high = frame.chart.x_range
    band = frame.chart.band
    if not band or (high - low) / band > (frame.right - frame.left) / 3:
        return Markup()
    found = []
    for place in range(max(0, int(low // band)) | 1, math.ceil(high / band), 2):
        left, right = frame.x(np.clip(np.array([place, place + 1]) * band, low, high))
        size = {"x": left, "y": frame.top, "width": right - left, "height": frame.bottom - frame.top}
        found.append(tag("rect", fill=BAND, class_="band", **size))
    return joined(*found)


def _x_axis(frame: _Frame, height: float) -> Markup:
    values = ticks(*frame.chart.x_range, most=max(2, int((frame.right - frame.left) / 80)))
    found = [
        _label(word, x, frame.bottom + 17, "middle")
        for x, word in zip(frame.x(np.array(values)), labels(values), strict=True)
    ]
    middle = (frame.left + frame.right) / 2
    return joined(
        tag("line", x1=frame.left, y1=frame.bottom, x2=frame.right, y2=frame.bottom, stroke=MUTED, class_="axis"),
        *found,
        _label(frame.chart.x_label, middle, height - 9, "middle"),
    )


def _y_axis(frame: _Frame) -> Markup:
    chart = frame.chart
    values = (log_ticks if chart.log else ticks)(*chart.y_range, most=max(2, int((frame.bottom - frame.top) / 36)))
    found = []
    for y, word in zip(frame.y(np.array(values)), labels(values, percent=chart.percent), strict=True):
        found.append(tag("line", x1=frame.left, y1=y, x2=frame.right, y2=y, stroke=LINE, class_="line"))
        found.append(_label(word, frame.left - 6, y + 4, "end"))
    middle = (frame.top + frame.bottom) / 2
    return joined(*found, _label(chart.y_label, 14, middle, "middle", transform=f"rotate(-90 14 {middle})"))


def _label(word: str, x: float, y: float, anchor: str, **more: str) -> Markup:
    return tag("text", word, x=x, y=y, text_anchor=anchor, fill=MUTED, class_="muted", **more)


def _mark(frame: _Frame, at: float, word: str) -> Markup:
    low, high = frame.chart.x_range
    if not low <= at <= high:
        return Markup()
    x = float(frame.x(np.array(at)))
    line = tag("line", x1=x, y1=frame.top, x2=x, y2=frame.bottom, stroke=MUTED, stroke_dasharray="4 3", class_="axis")
    fits = word and x + _width(word) + 4 < frame.right
    return joined(line, _label(word, x + 3, frame.top + 11, "start")) if fits else line


def _curve(frame: _Frame, curve: Curve) -> Markup:
    """The curve as far as it runs inside the frame."""
    part = thinned(curve, frame.chart.x_range, int(frame.right - frame.left))
    x, y = frame.x(part.x).round(1).tolist(), frame.y(part.y).round(1).tolist()
    found = [_path(frame, list(zip(x, y, strict=True)), curve)]
    if curve.points:
        tips = [tag("title", tip) for tip in curve.tips] or [""] * len(x)
        points = (place for place in range(len(x)) if frame.shows(x[place], y[place]))
        found += [(_star if place == curve.star else _dot)(x[place], y[place], curve, tips[place]) for place in points]
    return joined(*found)


def _path(frame: _Frame, points: list[Point], curve: Curve) -> Markup:
    pieces = clipped(points, (frame.left, frame.top, frame.right, frame.bottom))
    words = ["M" + "L".join(f"{number(x)} {number(y)}" for x, y in piece) for piece in pieces]
    if not words or not curve.width:
        return Markup()
    return tag(
        "path",
        d="".join(words),
        fill="none",
        stroke=curve.color,
        stroke_width=curve.width,
        stroke_dasharray=curve.dash or None,
        stroke_opacity=_FAINT if curve.faint else None,
        stroke_linejoin="round",
        class_=_class("stroke", curve),
    )


def _class(what: str, curve: Curve) -> str:
    return f"{what} {curve.kind}" if curve.kind else what


def _dot(x: float, y: float, curve: Curve, tip: str = "") -> Markup:
    return tag("circle", tip, cx=x, cy=y, r=3, fill=curve.color, class_=_class("fill", curve))


def _star(x: float, y: float, curve: Curve, tip: str) -> Markup:
    points = " ".join(f"{number(x + math.cos(a) * r)},{number(y - math.sin(a) * r)}" for a, r in _STAR)
    return tag("polygon", tip, points=points, fill=curve.color, stroke=PAPER, class_=_class("fill", curve))


def _legend_rows(chart: Chart, width: float) -> list[list[tuple[float, Curve]]]:
    """The curves that have a name, each with its place in its row."""
    rows: list[list[tuple[float, Curve]]] = []
    at = width
    named = [curve for curve in chart.curves if curve.listed]
    if [curve.name for curve in named] == [chart.title]:
        return rows
    for curve in named:
        needed = _SAMPLE + _width(curve.name) + 18
        if at + needed > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, curve))
        at += needed
    return rows


def _legend_row(row: list[tuple[float, Curve]], y: float) -> Markup:
    found = []
    for at, curve in row:
        x = _LEFT + at
        look = {"stroke": curve.color, "stroke_width": max(curve.width, 1.5), "class_": _class("stroke", curve)}
        found.append(tag("line", x1=x, y1=y, x2=x + 22, y2=y, stroke_dasharray=curve.dash or None, **look))
        if curve.points:
            found.append(_dot(x + 11, y, curve))
        found.append(tag("text", curve.name, x=x + _SAMPLE, y=y + 4, fill=INK, class_="ink"))
    return joined(*found)


def _width(word: str) -> float:
    """About as wide as the word will be drawn; no font is known here. A Chinese letter is as wide as it is high."""
    return sum(_SMALL if ord(letter) > 0x2E80 else 0.56 * _SMALL for letter in word)
