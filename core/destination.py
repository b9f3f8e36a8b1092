"""Where a person wants a file to be written: checked before the work, not after it."""

from pathlib import Path

from core.errors import ArgumentError


def destination(file: Path) -> Path:
    """`file` as an absolute path that can become a file; an old one may be there.

    Raises ArgumentError where something other than a file is, or no folder to put it in.
    """
    file = file.expanduser().absolute()
    if file.exists() and not file.is_file():
        raise ArgumentError(f"{file} is a folder or a device; give the name of a file.")
    if not file.parent.is_dir():
        raise ArgumentError(f"There is no folder {file.parent}; make it first, or give another.")
    return file
