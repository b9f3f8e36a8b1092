"""``alexnet demo``: make the small demo network that ships with the program."""

from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from core.events import Finished, to_json
from core.terminal import named
from core.terminal.options import Device, Json, Precision
from core.terminal.output import percent, print_json, say
from core.terminal.progress import progress

demo = App(name="demo", help="Make the small demo network that ships with the program.")


@demo.command
def make(
    *,
    run: Annotated[str, Parameter(name="--from", help="The run whose best weights are packed: a folder, or a name.")],
    out: Annotated[Path | None, Parameter(help="The file; the one that ships with the program if not given.")] = None,
    epochs: Annotated[int | None, Parameter(help="Epochs of training in which the weights are pruned.")] = None,
    keep: Annotated[float | None, Parameter(help="Share of the hidden layers' weights that is kept.")] = None,
    lr: Annotated[float | None, Parameter(help="Highest learning rate meanwhile.")] = None,
    limit: Annotated[int | None, Parameter(help="At most so many pictures: to try it out.")] = None,
    json: Json = False,
    device: Device = "auto",
    precision: Precision = "auto",
) -> None:
    """Prune, train on, pack and test the network of a run. Nothing is written before all of it is done."""
    from core.memory import keep_memory

    keep_memory()
    folder = named.run_folder(run)
    from core.demo import make_demo

    settings: dict[str, Any] = {"epochs": epochs, "keep": keep, "lr": lr, "limit": limit}
    given = {name: value for name, value in settings.items() if value is not None}
    with progress(json=json) as show:
        for event in make_demo(folder, out, device=device, precision=precision, **given):
            show(event)
            if json:
                print_json(to_json(event))
            if isinstance(event, Finished):
                say(f"The demo network has a test accuracy of {percent(event.accuracy)}.")
