"""What a person has chosen, typed and kept in an ini file: ``settings.theme = "dark"`` saves and tells."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from core import places

T = TypeVar("T")


class _Value(Generic[T]):
    """One value: how it is read and written, and what it is where the file has none or a wrong one."""

    def __init__(self, default: Callable[[], T], read: Callable[[Any], T], write: Callable[[T], Any] = lambda v: v):
        self._default, self._read, self._write = default, read, write

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, settings: None, owner: type) -> "_Value[T]": ...
    @overload
    def __get__(self, settings: "Settings", owner: type) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type) -> "_Value[T] | T":
        if settings is None:
            return self
        kept = settings.store.value(self._name)
        try:
            return self._default() if kept is None else self._read(kept)
        except (ValueError, TypeError):
            return self._default()

    def __set__(self, settings: "Settings", value: T) -> None:
        value = self._read(self._write(value))  # what is kept is what will be read
        if value != self.__get__(settings, type(settings)):
            settings.store.setValue(self._name, self._write(value))
            settings.changed.emit(self._name)


def _text(default: str) -> _Value[str]:
    return _Value(lambda: default, str)


def _choice(*words: str) -> _Value[str]:
    def read(kept: Any) -> str:
        if kept not in words:
            raise ValueError(f"{kept!r} is none of {', '.join(words)}.")
        return kept

    return _Value(lambda: words[0], read)


def _choices(*words: str, default: str) -> _Value[tuple[str, ...]]:
    """One or several of these words, each once."""

    def read(kept: Any) -> tuple[str, ...]:
        chosen = tuple(kept.split())
        if not chosen or len(set(chosen)) < len(chosen) or not set(chosen) <= set(words):
            raise ValueError(f"{kept!r} is not one or several of {', '.join(words)}.")
        return chosen

    return _Value(lambda: read(default), read, " ".join)


def _number(default: int) -> _Value[int]:
    return _Value(lambda: default, int)


def _switch(default: bool) -> _Value[bool]:
    return _Value(lambda: default, lambda kept: kept is True or kept == "true")


def _folder(default: Callable[[], Path]) -> _Value[Path]:
    return _Value(default, Path, str)


def _octets() -> _Value[bytes]:
    return _Value(lambda: b"", lambda kept: bytes(QByteArray(kept).data()), QByteArray)


class Settings(QObject):
    """The settings of the window. An assignment that changes a value keeps it and emits ``changed(name)``."""

    changed = Signal(str)

    device = _text("auto")  # as in a recipe: "auto", "cpu", "cuda:0", …
    precision = _choice("auto", "fp32", "bf16", "fp16")
    threads = _number(0)  # of the processor in training; 0: as many as there are cores
    theme = _choice("system", "light", "dark")
    language = _choice("system", "en", "zh_CN")
    runs_folder = _folder(places.runs_folder)
    recipe = _text("")  # the last recipe as TOML; "": the book's
    page = _text("train")  # the last page shown
    charts = _choices(  # of a run, in their order
        *("loss", "accuracy", "lr", "speed", "gradient", "update", "dead"),
        *("processor", "memory", "gpu", "gpu_memory"),
        default="loss accuracy",
    )
    run_columns = _text("")  # of the table of runs, in their order; "": the usual ones
    run_sort = _text("-started")  # the column by which it is sorted; "-": falling
    remote_address = _text("")  # of the machine whose run was followed last, as ssh takes it
    remote_command = _text("alexnet")  # how alexnet is called there
    notify = _switch(True)  # on the desktop of a run's end, when the window is not in front
    geometry = _octets()  # of the window
    recipe_shown = _switch(True)  # the dock at the right is open

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = places.settings_folder() / "window.ini"
        self.store = QSettings(str(file), QSettings.Format.IniFormat)
