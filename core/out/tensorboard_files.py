"""A run as event files of TensorBoard: curves, confusion matrices, the recipe as text and as hyperparameters.

What was measured in training and on the test pictures lies in two folders, as TensorBoard draws curves of one name over
each other. Only the extra package ``tensorboard`` is needed, neither TensorFlow nor torch's way to write such files.
"""

# it is an extra, and its messages are made while it loads
# pyright: reportAttributeAccessIssue=false, reportMissingImports=false

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import RunError
from core.events import Failed
from core.out.confusion_picture import confusion_picture, png
from core.out.recorded import Recorded, reading
from core.out.steps import Work, part
from core.recipe import Recipe
from core.runs import read_run

FILE = "events.out.tfevents.alexnet-studio"  # TensorBoard reads what has the middle of it in its name
_STEPS = 1000  # are written between two words of progress
_READING, _TESTED = 0.2, 0.3  # of the whole time
_TRAINED = {"loss": "loss", "accuracy": "accuracy", "learning_rate": "lr", "images_per_second": "speed"}

Add = Callable[..., None]


def write(run: Path, folder: Path) -> Work[None]:
    """Writes the files of the run in the folder `run` into `folder`, which is there.

    Raises RunError for what is no run, and where the package is missing; OSError when a file cannot be written.
    """
    try:
        import tensorboard  # noqa: F401
    except ModuleNotFoundError:
        raise RunError(
            "TensorBoard's files need the package tensorboard, which is not here: install it with "
            "'pip install tensorboard', or in a clone of the project with 'uv sync --extra tensorboard'."
        ) from None
    summary = read_run(run)
    recorded = yield from part(reading(run), 0, _READING)
    with _events(folder) as add:
        _add_recipe(add, summary.recipe, recorded)
    with _events(folder / "test") as add:
        yield from part(_tests(add, recorded), _READING, _TESTED)
    with _events(folder / "train") as add:
        yield from part(_steps(add, recorded), _TESTED, 1)


@contextmanager
def _events(folder: Path) -> Iterator[Add]:
    """Call what you get with a summary, its ``time`` in unix seconds and its ``step``."""
    from tensorboard.compat.proto.event_pb2 import Event
    from tensorboard.summary.writer.record_writer import RecordWriter

    folder.mkdir(exist_ok=True)
    with (folder / FILE).open("wb") as file:
        records = RecordWriter(file)
        records.write(Event(wall_time=0, file_version="brain.Event:2").SerializeToString())

        def add(summary: Any, *, time: float, step: int = 0) -> None:
            records.write(Event(wall_time=time, step=step, summary=summary).SerializeToString())

        yield add


def _steps(add: Add, run: Recorded) -> Work[None]:
    from tensorboard.compat.proto.summary_pb2 import Summary

    columns = {tag: getattr(run, name).tolist() for tag, name in _TRAINED.items()}
    steps, times = run.step.tolist(), run.time.tolist()
    for place, (step, time) in enumerate(zip(steps, times, strict=True)):
        known = ((tag, values[place]) for tag, values in columns.items())
        values = [Summary.Value(tag=tag, simple_value=value) for tag, value in known if not np.isnan(value)]
        add(Summary(value=values), time=time, step=step)
        if place % _STEPS == 0:
            yield place / len(steps)


def _tests(add: Add, run: Recorded) -> Work[None]:
    from tensorboard.compat.proto.summary_pb2 import Summary

    for number, test in enumerate(run.evaluations):
        values = [Summary.Value(tag=tag, simple_value=getattr(test, tag)) for tag in ("loss", "accuracy")]
        classes = run.starts[-1].classes if run.starts else []
        if test.confusion.shape == (len(classes), len(classes)):
            drawn = confusion_picture(test.confusion, classes)
            shown = Summary.Image(height=drawn.height, width=drawn.width, colorspace=3, encoded_image_string=png(drawn))
            values.append(Summary.Value(tag="confusion", image=shown))
        add(Summary(value=values), time=test.time, step=test.step)
        yield number / len(run.evaluations)


def _add_recipe(add: Add, recipe: Recipe, run: Recorded) -> None:
    """As text, and as what TensorBoard's own table of hyperparameters reads."""
    from tensorboard.compat.proto.summary_pb2 import Summary
    from tensorboard.compat.proto.tensor_pb2 import TensorProto
    from tensorboard.compat.proto.types_pb2 import DT_STRING
    from tensorboard.plugins.hparams.summary_v2 import HParam, Metric, hparams_config_pb, hparams_pb
    from tensorboard.plugins.text import metadata

    begun = run.starts[0].time if run.starts else 0.0
    code = "".join(f"    {line}\n" for line in recipe.toml().splitlines())  # Markdown's code
    text = TensorProto(dtype=DT_STRING, string_val=[code.encode()])
    about = metadata.create_summary_metadata(display_name="", description="")
    add(Summary(value=[Summary.Value(tag="recipe", tensor=text, metadata=about)]), time=begun)
    settings = {name: _plain(value) for name, value in recipe.model_dump(mode="json").items()}
    measures = [Metric(name, group="test") for name in ("accuracy", "loss")]
    add(hparams_config_pb([HParam(name) for name in settings], measures, time_created_secs=begun), time=begun)
    add(hparams_pb(settings, start_time_secs=begun), time=begun)
    if run.end:
        add(_session_end(failed=isinstance(run.end, Failed), time=run.end.time), time=run.end.time)


def _session_end(*, failed: bool, time: float) -> Any:
    from tensorboard.compat.proto.summary_pb2 import Summary
    from tensorboard.plugins.hparams import metadata
    from tensorboard.plugins.hparams.api_pb2 import Status
    from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData, SessionEndInfo

    status = Status.Value("STATUS_FAILURE" if failed else "STATUS_SUCCESS")
    data = HParamsPluginData(session_end_info=SessionEndInfo(status=status, end_time_secs=time))
    about = metadata.create_summary_metadata(data)
    return Summary(
        value=[Summary.Value(tag=metadata.SESSION_END_INFO_TAG, metadata=about, tensor=metadata.NULL_TENSOR)]
    )


def _plain(value: Any) -> bool | float | str:
    match value:
        case bool() | int() | float() | str():
            return value
        case list():
            return ", ".join(map(str, value)) or "none"
        case _:
            return "none"
