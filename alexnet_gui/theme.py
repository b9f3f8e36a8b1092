"""How the window looks: colours for light and dark, three text sizes, tinted icons.

Nothing here keeps state: what is light or dark is read from the application's palette, so a widget that
repaints on ``QEvent.PaletteChange`` with `colors` and `icon` is always right.
"""

from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from alexnet_gui.settings import Settings

GRID = 8  # pixels: margins and spacings are multiples of it


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one scheme as "#rrggbb". `train` and `test`: Okabe and Ito, for all eyes."""

    dark: bool
    window: str  # behind everything
    surface: str  # cards, fields, plots
    line: str  # hairlines and frames
    edge: str  # around fields
    text: str
    muted: str  # second text, axes
    accent: str
    on_accent: str
    hover: str  # behind what the pointer is over
    chosen: str  # behind the present page, the present row
    train: str
    test: str
    good: str
    bad: str
    convolution: str  # the kinds of layers
    pooling: str
    activation: str
    dropout: str
    linear: str

    def layer(self, kind: str) -> str:
        """The colour of a layer of this kind ("Conv2d", "MaxPool2d", "ReLU", "Dropout", "Linear", …)."""
        for start, color in (
            ("Conv", self.convolution),
            ("MaxPool", self.pooling),
            ("AvgPool", self.pooling),
            ("Dropout", self.dropout),
            ("Linear", self.linear),
        ):
            if kind.startswith(start):
                return color
        return self.activation

    def in_order(self, place: float) -> str:
        """Of one of several in an order, 0 the first to 1 the last. Its lightness rises or falls all the way."""
        ramp = _DARK_ORDER if self.dark else _LIGHT_ORDER
        at = min(max(place, 0.0), 1.0) * (len(ramp) - 1)
        first = min(int(at), len(ramp) - 2)
        low, high = (QColor(color) for color in ramp[first : first + 2])
        channels = ((part(low), part(high)) for part in (QColor.red, QColor.green, QColor.blue))
        return "#" + "".join(f"{round(start + (end - start) * (at - first)):02x}" for start, end in channels)


# After viridis (Smith and van der Walt 2015), without the end that does not stand out from the ground
_LIGHT_ORDER = ("#440154", "#414487", "#2a788e", "#1f9d7b", "#7a9a12")
_DARK_ORDER = ("#8a7fd6", "#5f9bd1", "#3cbfae", "#8ed653", "#fde725")

LIGHT = Colors(
    dark=False,
    window="#f4f5f7",
    surface="#ffffff",
    line="#d9dce1",
    edge="#b4bac3",
    text="#1c1f24",
    muted="#5f6670",
    accent="#0a66c2",
    on_accent="#ffffff",
    hover="#e9ebef",
    chosen="#dfe9f5",
    train="#0072b2",
    test="#d55e00",
    good="#00795a",
    bad="#b3261e",
    convolution="#0072b2",
    pooling="#009e73",
    activation="#8a8f98",
    dropout="#cc79a7",
    linear="#e69f00",
)
DARK = Colors(
    dark=True,
    window="#191b1f",
    surface="#22252a",
    line="#383c44",
    edge="#545a65",
    text="#e6e8eb",
    muted="#9aa1ab",
    accent="#5aa9f2",
    on_accent="#0c1722",
    hover="#2b2f36",
    chosen="#25364a",
    train="#56b4e9",
    test="#f08a3c",
    good="#3cc397",
    bad="#ff8a80",
    convolution="#56b4e9",
    pooling="#2fbf92",
    activation="#8a919c",
    dropout="#d98fb8",
    linear="#e8b23a",
)


def colors() -> Colors:
    """The colours of the present scheme."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


Size = Literal["small", "body", "title"]
_SCALE: dict[Size, float] = {"small": 0.88, "body": 1.0, "title": 1.45}


def font(size: Size = "body", *, figures: bool = False, bold: bool = False) -> QFont:
    """The system's font in one of the three sizes; `figures`: digits of one width."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * _SCALE[size])
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def icon(name: str, color: str | None = None) -> QIcon:
    """A line icon of resources/icons, tinted: in the text's colour, or in `color` ("#rrggbb")."""
    now = colors()
    made = QIcon()
    made.addPixmap(_pixmap(name, color or now.text), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(name, now.muted), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=128)
def _pixmap(name: str, color: str) -> QPixmap:
    drawing = resources.read("icons", f"{name}.svg").replace(b"currentColor", color.encode())
    side, scale = 24, 3  # sharp up to a screen of 300 %
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side * scale, side * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def palette(scheme: Colors) -> QPalette:
    """The widgets' palette of a scheme."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, color in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.surface),
        (role.AlternateBase, scheme.window),
        (role.Text, scheme.text),
        (role.PlaceholderText, scheme.muted),
        (role.Button, scheme.surface),
        (role.ButtonText, scheme.text),
        (role.BrightText, scheme.bad),
        (role.ToolTipBase, scheme.surface),
        (role.ToolTipText, scheme.text),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.on_accent),
        (role.Accent, scheme.accent),
        (role.Link, scheme.accent),
        (role.LinkVisited, scheme.accent),
        (role.Light, scheme.surface),
        (role.Midlight, scheme.line),
        (role.Mid, scheme.line),
        (role.Dark, scheme.muted),
        (role.Shadow, scheme.line),
    ):
        made.setColor(which, QColor(color))
    faint = QColor(scheme.muted)
    faint.setAlpha(140)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faint)
    return made


def apply(choice: str) -> None:
    """Take on "light" or "dark" or, with "system", what the system says now."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
    app.styleHints().setColorScheme(wanted)
    now = app.styleHints().colorScheme() if choice == "system" else wanted
    scheme = DARK if now == Qt.ColorScheme.Dark else LIGHT
    app.setPalette(palette(scheme))
    sheet = Template(resources.read("style.qss").decode())
    icons = resources.path("icons").as_posix()
    tick = "tick-dark" if scheme.dark else "tick-light"
    app.setStyleSheet(sheet.substitute(asdict(scheme), icons=icons, tick=tick))


class Theme(QObject):
    """Keeps the look of the application with the settings and with the system."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        settings.changed.connect(self._setting_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        apply(settings.theme)

    @Slot(str)
    def _setting_changed(self, name: str) -> None:
        if name == "theme":
            apply(self._settings.theme)

    @Slot()
    def _system_changed(self) -> None:
        if self._settings.theme == "system":
            apply("system")
