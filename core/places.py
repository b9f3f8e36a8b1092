"""Where things are kept: the platform's own folders, or all of them below ``$ALEXNET_HOME`` where that is set."""

import os
from pathlib import Path

import platformdirs

_APP = "AlexNet Studio"


def _place(kind: str, platform_folder: Path) -> Path:
    home = os.environ.get("ALEXNET_HOME")
    return Path(home).expanduser().absolute() / kind if home else platform_folder


def runs_folder() -> Path:
    """The folder whose sub-folders are runs. May not exist yet."""
    return _place("runs", platformdirs.user_data_path(_APP, appauthor=False) / "runs")


def data_folder() -> Path:
    """The folder of downloaded data sets, each in one of its own. May not exist yet."""
    return _place("data", platformdirs.user_data_path(_APP, appauthor=False) / "data")


def settings_folder() -> Path:
    """The folder of settings files. May not exist yet."""
    return _place("settings", platformdirs.user_config_path(_APP, appauthor=False))


def cache_folder() -> Path:
    """The folder of what can be made again. May not exist yet."""
    return _place("cache", platformdirs.user_cache_path(_APP, appauthor=False))


def log_folder() -> Path:
    """The folder of the program's own logs. May not exist yet."""
    return _place("logs", platformdirs.user_log_path(_APP, appauthor=False))
