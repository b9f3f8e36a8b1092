"""Where a person wants something to be written: checked before the work, not after it."""

from pathlib import Path

from core.errors import ArgumentError


def destination(file: Path) -> Path:
    """`file` as an absolute path that can become a file; an old one may be there.

    Raises ArgumentError where something other than a file is, or no folder to put it in.
    """
    file = file.expanduser().absolute()
    if file.exists() and not file.is_file():
        raise ArgumentError(f"{file} is a folder or a device; give the name of a file.")
    return _with_parent(file)


def destination_folder(folder: Path) -> Path:
    """`folder` as an absolute path that can become a folder; an empty one may be there.

    Raises ArgumentError where something else is, or no folder to put it in.
    """
    folder = folder.expanduser().absolute()
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise ArgumentError(f"{folder} is there already; give another name, or take it away first.")
    return _with_parent(folder)


def _with_parent(path: Path) -> Path:
    if not path.parent.is_dir():
        raise ArgumentError(f"There is no folder {path.parent}; make it first, or give another.")
    return path
