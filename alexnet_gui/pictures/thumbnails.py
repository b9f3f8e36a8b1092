"""Small copies of pictures for a table, made when they come in sight, the newest wish first."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon, QPixmap

from alexnet_gui.background import Background
from alexnet_gui.pictures.classifier_desk import thumbnail
from alexnet_gui.widgets.array_image import array_image

KEPT = 1000
WISHES = 60  # about two screens of rows: what was scrolled past is not made any more


class Thumbnails(QObject):
    """Gives icons by number; ``came(number)`` when one that was missing is there."""

    came = Signal(int)

    def __init__(
        self, background: Background, source_of: Callable[[int], Path | bytes], side: int, parent: QObject
    ) -> None:
        """`source_of` tells the picture of a number, `side` is the longest edge in pixels."""
        super().__init__(parent)
        self._background = background
        self._source_of = source_of
        self._side = side
        self._icons: OrderedDict[int, QIcon | None] = OrderedDict()
        self._wishes: list[int] = []
        self._at_work = False
        self._set = 0  # rises with each `clear`: what was under way then is for nobody

    def clear(self) -> None:
        """Forget all: the numbers now mean other pictures."""
        self._set += 1
        self._icons.clear()
        self._wishes.clear()
        self._at_work = False

    def icon(self, number: int) -> QIcon | None:
        """The icon, or None while it is being made and for what is no picture."""
        if number in self._icons:
            self._icons.move_to_end(number)
            return self._icons[number]
        if number in self._wishes:
            self._wishes.remove(number)
        self._wishes.append(number)
        del self._wishes[:-WISHES]
        self._next()
        return None

    def _next(self) -> None:
        if self._at_work or not self._wishes:
            return
        self._at_work = True
        number = self._wishes.pop()
        self._background.run(
            partial(thumbnail, self._source_of(number), self._side),
            partial(self._keep, self._set, number),
            partial(self._give_up, self._set, number),
            owner=self,
            lane="thumbnails",
        )

    def _give_up(self, which: int, number: int, sentence: str) -> None:
        self._keep(which, number, None)

    def _keep(self, which: int, number: int, picture: NDArray[np.uint8] | None) -> None:
        if which != self._set:
            return
        self._at_work = False
        self._icons[number] = None if picture is None else _icon(picture)
        while len(self._icons) > KEPT:
            self._icons.popitem(last=False)
        self.came.emit(number)
        self._next()


def _icon(picture: NDArray[np.uint8]) -> QIcon:
    pixmap = QPixmap.fromImage(array_image(picture))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt tints it
    return icon
