"""Numbers as a person reads them, in the language of the window. Pure functions; None is a dash."""

import math
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from core.recipe import Recipe

DASH = "–"


class _Counted(QObject):
    """Counts with their noun. A class, as lupdate finds plurals in ``tr`` alone, not in ``translate``."""

    def epochs(self, n: int) -> str:
        return self.tr("%Ln epoch(s)", "", n)


def count(value: float | None) -> str:
    """46764746 → "46,764,746"."""
    return DASH if value is None else QLocale().toString(round(value))


def percent(fraction: float | None, digits: int = 1) -> str:
    """0.8532 → "85.3 %"."""
    return DASH if fraction is None or math.isnan(fraction) else f"{fraction * 100:.{digits}f} %"


def loss(value: float | None) -> str:
    """A cross-entropy with three significant places, e.g. "0.412", "2.30", "nan"."""
    if value is None:
        return DASH
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 100 else f"{value:.3g}"


def learning_rate(value: float) -> str:
    """With three significant places: 0.0005 → "0.0005", 0.00001234 → "1.23e-05"."""
    return f"{value:.3g}"


def size(octets: float | None) -> str:
    """Bytes in powers of ten: 2_100_000_000 → "2.1 GB"."""
    if octets is None:
        return DASH
    if octets < 1000:
        return f"{octets:.0f} B"
    for unit in ("kB", "MB", "GB", "TB"):
        octets /= 1000
        if octets < 999.5 or unit == "TB":
            break
    return f"{octets:.0f} {unit}" if octets >= 99.5 or unit == "kB" else f"{octets:.1f} {unit}"


def images_per_second(rate: float | None) -> str:
    """76.2 → "76 images/s"."""
    if rate is None:
        return DASH
    return QCoreApplication.translate("formatting", "{rate} images/s").format(rate=speed(rate))


def speed(rate: float) -> str:
    """The same without its unit: 76.2 → "76"."""
    return f"{rate:.1f}" if rate < 9.95 else count(rate)


def moment(seconds: float | None) -> str:
    """A short time: 0.0357 → "35.7 ms", 0.0000123 → "12.3 µs"."""
    if seconds is None:
        return DASH
    return f"{1e3 * seconds:.3g} ms" if seconds >= 1e-4 else f"{1e6 * seconds:.3g} µs"


def duration(seconds: float | None) -> str:
    """The two largest units at most: "8 s", "31 min", "2 h 5 min", "3 d 4 h"."""
    if seconds is None or not math.isfinite(seconds):
        return DASH
    whole = max(0, round(seconds))
    if whole < 60:
        return QCoreApplication.translate("formatting", "{s} s").format(s=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return QCoreApplication.translate("formatting", "{min} min").format(min=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return QCoreApplication.translate("formatting", "{h} h {min} min").format(h=hours, min=minutes)
    days, hours = divmod(round(hours + minutes / 60), 24)
    return QCoreApplication.translate("formatting", "{d} d {h} h").format(d=days, h=hours)


def data_title(data: str) -> str:
    """A data set's name as a recipe has it: "fashion-mnist" → "Fashion-MNIST", a folder → its own name."""
    return "Fashion-MNIST" if data == "fashion-mnist" else Path(data).name or data


def model_title(model: str) -> str:
    """ "alexnet" → "AlexNet"."""
    return {"alexnet": "AlexNet", "lenet": "LeNet"}.get(model, model)


def recipe_title(recipe: Recipe) -> str:
    """What a run is called until a person names it: "Fashion-MNIST · AlexNet · 5 epochs"."""
    epochs = _Counted().epochs(recipe.epochs)
    return f"{data_title(recipe.data)} · {model_title(recipe.model)} · {epochs}"


def device(name: str, precision: str) -> str:
    """Where and how a network is trained: "CPU · bf16"; what is left open is left out."""
    if name == "auto":
        name = QCoreApplication.translate("formatting", "Best device")
    where = name.upper().removesuffix(":0") if name in ("cpu", "mps") or ":" in name else name
    return where if precision == "auto" else f"{where} · {precision}"
