"""What ships with the program: data set, demo network, samples, icons, translations, presets."""

from pathlib import Path

_ROOT = Path(__file__).parent


def path(*parts: str) -> Path:
    """The place of a shipped file or folder, e.g. ``path("icons", "play.svg")``.

    Raises FileNotFoundError when nothing of that name ships.
    """
    found = _ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"No resource named {'/'.join(parts)} ships with AlexNet Studio.")
    return found


def read(*parts: str) -> bytes:
    """The bytes of a shipped file."""
    return path(*parts).read_bytes()
