"""Classified pictures as a CSV file, the same columns as the terminal writes for one guess a picture."""

import csv
from collections.abc import Iterable
from pathlib import Path

from alexnet_gui.widgets.picture_table_model import PictureRow
from core.atomic import replacing

COLUMNS = ("path", "label", "probability", "error")


def write_csv(file: Path, rows: Iterable[PictureRow]) -> None:
    """Write all rows, or nothing: a file that was there stays until the new one is whole. Raises OSError."""
    with replacing(file) as part, part.open("w", encoding="utf-8", errors="surrogateescape", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for row in rows:
            path = str(row.source) if isinstance(row.source, Path) else ""
            writer.writerow((path, row.label, "" if row.error else f"{row.probability:.6f}", row.error))
