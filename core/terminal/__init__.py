"""The program in a terminal: ``alexnet …``, also ``python -m core …``. Imports no torch until a command needs it."""

from core.terminal.app import main

__all__ = ["main"]
