"""What stands for a class where many are shown together: a colour and a shape, so that no eye needs colours alone."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

SHAPES = ("circle", "square", "triangle", "diamond")
# Okabe and Ito (2008), without black and yellow: each fades on one of the two grounds
_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9")
_LIGHTER = 130  # percent, on a dark ground


@dataclass(frozen=True, slots=True)
class ClassMark:
    """``color`` and one of `SHAPES`; different for the first 24 classes."""

    color: QColor
    shape: str


def mark_of(number: int, *, dark: bool) -> ClassMark:
    """The mark of the class of this number."""
    color = QColor(_COLORS[number % len(_COLORS)])
    shape = SHAPES[(number + number // len(_COLORS)) % len(SHAPES)]
    return ClassMark(color.lighter(_LIGHTER) if dark else color, shape)
