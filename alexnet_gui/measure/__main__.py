"""``python -m alexnet_gui.measure delay BATCH_SIZE``, ``… drop FOLDER BATCH_SIZE NETWORK``, ``… plot UPDATES POINTS…``,
``… runs LONG COUNT COMPARED``.

They are partners of `core.bench.partner`, and speak as it says there.
"""

import sys
from pathlib import Path

from core.memory import keep_memory


def main(arguments: list[str]) -> int:
    """Open the window, measure, close it. Gives the exit status."""
    keep_memory()
    from alexnet_gui.measure.delay import WindowLoop
    from alexnet_gui.measure.drop import Drops
    from alexnet_gui.measure.opening import Openings
    from alexnet_gui.measure.plot import Plots
    from alexnet_gui.measure.real_window import opened

    with opened() as real:
        match arguments:
            case ["delay", batch_size]:
                measuring = WindowLoop(real, int(batch_size))
            case ["drop", folder, batch_size, network]:
                measuring = Drops(real, sorted(Path(folder).iterdir()), int(batch_size), network)
            case ["plot", updates, *points]:
                measuring = Plots(real, [int(count) for count in points], int(updates))
            case ["runs", long, count, compared]:
                measuring = Openings(real, Path(long), int(count), int(compared))
            case _:
                sys.exit(__doc__)
        real.window.painted.connect(measuring.begin)
        return real.app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
