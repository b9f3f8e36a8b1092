"""Prints what a screen reader is told of a program: ``/usr/bin/python3 accessible_tree.py PID`` -> JSON lines.

Runs under the system's Python, which has the bindings. One line an object that shows on the screen, in the order of
the tree: {"role", "name", "text", "checked", "box": [x, y, width, height]}. Ends with 1 while the program is not there.
"""

import json
import sys

import pyatspi

MOST = 5000  # objects


def main(pid: int) -> int:
    programs = [program for program in pyatspi.Registry.getDesktop(0) if program and _pid(program) == pid]
    waiting = [window for program in programs for window in program]
    for _ in range(MOST):
        if not waiting:
            break
        item = waiting.pop(0)
        try:
            row, children = look(item)
        except Exception:  # it went while it was being looked at
            continue
        if row:
            print(json.dumps(row))
        waiting[:0] = children
    return 0 if programs else 1


def look(item: pyatspi.Accessible) -> tuple[dict | None, list[pyatspi.Accessible]]:
    """The object's line, None when it does not show, and what is in it; nothing shows in what does not."""
    if item is None or not (state := item.getState()).contains(pyatspi.STATE_SHOWING):
        return None, []
    row = {
        "role": item.getRoleName(),
        "name": item.name,
        "text": _text(item),
        "checked": state.contains(pyatspi.STATE_CHECKED),
        "box": list(item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)),
    }
    return row, [] if state.contains(pyatspi.STATE_MANAGES_DESCENDANTS) else list(item)


def _text(item: pyatspi.Accessible) -> str:
    try:
        return item.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def _pid(program: pyatspi.Accessible) -> int:
    try:
        return program.get_process_id()
    except Exception:  # it ended
        return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
