"""Asking where a file is to be saved, without holding up the window."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # in the names of files, on one system or another


def ask_where(
    parent: QWidget, title: str, name: str, filters: dict[str, str], chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask, and call `chosen` with the file. `name` is proposed, without a suffix; `filters` has for each suffix, such
    as ".png", what the dialog says of it, e.g. "Picture (*.png)"."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters.values()))
    suffix_of = {text: suffix for suffix, text in filters.items()}
    first = next(iter(filters))
    dialog.setDefaultSuffix(first)
    dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(suffix_of.get(text, first)))
    dialog.selectFile((_FORBIDDEN.sub("-", name).strip() or "unnamed") + first)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()
    return dialog
