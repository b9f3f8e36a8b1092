"""Event files of a real run, read by TensorBoard's own reader."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core import recipe
from core.events import Evaluated
from core.out import tensorboard_files
from core.out.confusion_picture import confusion_picture
from core.out.export import export
from core.out.recorded import reading
from core.out.steps import done
from core.runs import events_of

pytest.importorskip("tensorboard")


@pytest.fixture(scope="module")
def files(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return done(export(trained, "tensorboard", tmp_path_factory.mktemp("logs") / "a run"))


def read(folder: Path):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    accumulator = EventAccumulator(str(folder), size_guidance=dict.fromkeys(("scalars", "images", "tensors"), 0))
    return accumulator.Reload()


def test_every_step_of_the_training_comes_back(files: Path, trained: Path) -> None:
    found, run = read(files / "train"), done(reading(trained))
    assert sorted(found.Tags()["scalars"]) == ["accuracy", "images_per_second", "learning_rate", "loss"]
    for tag, name in (("loss", "loss"), ("accuracy", "accuracy"), ("learning_rate", "lr")):
        scalars = found.Scalars(tag)
        assert [scalar.step for scalar in scalars] == run.step.tolist()
        assert np.array_equal(np.array([scalar.value for scalar in scalars], np.float32), getattr(run, name))
    assert [scalar.wall_time for scalar in found.Scalars("loss")] == run.time.tolist()


def test_evaluations_with_their_confusion_come_back(files: Path, trained: Path) -> None:
    found = read(files / "test")
    tests = [event for event in events_of(trained) if isinstance(event, Evaluated)]
    accuracies = [(scalar.step, scalar.value) for scalar in found.Scalars("accuracy")]
    assert accuracies == [(test.step, pytest.approx(test.accuracy)) for test in tests]
    images = found.Images("confusion")
    assert [image.step for image in images] == [test.step for test in tests]
    assert images[0].encoded_image_string.startswith(b"\x89PNG")


def test_the_recipe_comes_back_as_text_and_as_hyperparameters(files: Path, trained: Path) -> None:
    from tensorboard.plugins.hparams import metadata

    found = read(files)
    (text,) = found.Tensors("recipe")
    assert recipe.from_toml(text.tensor_proto.string_val[0].decode()) == recipe.read(trained / "recipe.toml")
    content = found.PluginTagToContent("hparams")
    start = metadata.parse_session_start_info_plugin_data(content[metadata.SESSION_START_INFO_TAG])
    assert start.hparams["lr"].number_value == 0.004
    assert start.hparams["model"].string_value == "lenet"
    assert start.hparams["batch_norm"].bool_value is False
    assert metadata.SESSION_END_INFO_TAG in content


def test_neither_tensorflow_nor_torch_is_needed(trained: Path, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    code = (
        "import sys; from pathlib import Path; from core.out.steps import done; from core.out import tensorboard_files;"
        f"done(tensorboard_files.write(Path({str(trained)!r}), Path({str(tmp_path / 'logs')!r})));"
        "print(sorted({'torch', 'tensorflow'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_without_the_package_it_says_how_to_get_it(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    with pytest.raises(Exception, match="pip install tensorboard"):
        done(export(trained, "tensorboard", tmp_path / "logs"))
    assert list(tmp_path.iterdir()) == []


def test_a_matrix_of_many_classes_is_a_small_picture() -> None:
    few = confusion_picture(np.diag([5, 3]), ["a", "b" * 40])
    assert few.width > few.height
    many = confusion_picture(np.ones((100, 100), np.int64), [f"class {n}" for n in range(100)])
    assert many.size == (600, 600)


def test_what_is_written_is_named_as_tensorboard_looks_for_it(files: Path) -> None:
    assert "tfevents" in tensorboard_files.FILE
    assert sorted(file.relative_to(files).parts[0] for file in files.rglob("*") if file.is_file()) == [
        tensorboard_files.FILE,
        "test",
        "train",
    ]
