"""Files and folders that are either whole or not there, never a part, also when the power goes."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".part"  # of the temporary files; one that is left over (kill -9) may be deleted


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` for the body to write; it then becomes `path`, safe on the disk.

    When the body raises, `path` is untouched and the temporary file is gone. Raises OSError when the
    folder or the disk says no.
    """
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}{SUFFIX}")
    try:
        yield part
        with part.open("rb+") as file:  # Windows syncs only what is open for writing
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def atomic_write(path: Path, data: bytes | str) -> None:
    """`data` (a str as UTF-8) as the whole content of `path`. Raises OSError like `replacing`."""
    with replacing(path) as part:
        part.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder` for the body to fill; it then becomes `folder`, which is not there yet or
    empty. When the body raises, nothing is left of it. Raises OSError when the disk says no.
    """
    part = folder.with_name(f".{folder.name[:40]}.{secrets.token_hex(4)}{SUFFIX}")
    part.mkdir()
    try:
        yield part
        if os.name == "nt" and folder.exists():
            folder.rmdir()  # elsewhere an empty folder is replaced, in one step
        part.replace(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """The names in `folder` safely on the disk, where the system can do that (Windows does it by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network file systems have no fsync of folders; the rename is as safe as they make it
    finally:
        os.close(descriptor)
