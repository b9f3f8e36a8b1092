"""``alexnet bench classify``: a folder of pictures, against opening and classifying one at a time in plain torch."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import torch
from PIL import Image

from core.bench import pictures
from core.bench.book_loop import BookAlexNet
from core.bench.machine import machine
from core.bench.progress import Progress, to_stderr
from core.bench.report import Figure, Report, at_least
from core.classify import Classifier, classify_paths
from core.data.fashion_mnist import CLASSES
from core.errors import CheckpointError
from core.models import AlexNet
from core.network import Network, NetworkSpec, load_network, make_network, preparation_for


def classify(progress: Progress = to_stderr, *, count: int = 1000, rounds: int = 5, one_by_one: int = 40) -> Report:
    """`count` pictures in `rounds` folders: of each the program classifies all, the plain way the first few."""
    network = _network()
    classifier, answer = Classifier(network, "cpu"), _plain_way(network)
    ours: list[float] = []
    plain: list[float] = []
    with TemporaryDirectory() as place:
        progress(f"Writing {count} pictures.")
        folders = _folders(Path(place), count, rounds)
        _warm_up(classifier, answer, folders[0])
        for folder in folders:
            ours.append(_speed(lambda folder=folder: sum(1 for _ in classify_paths(classifier, [folder]))))
            plain.append(_speed(lambda folder=folder: _all_answered(answer, sorted(folder.iterdir())[:one_by_one])))
            progress(f"Round {len(ours)} of {rounds}: {ours[-1] / plain[-1]:.2f} × one at a time.")
    about = machine(network=network.title, precision=classifier.precision)
    return Report("classify", about, _figures(ours, plain))


def _figures(ours: list[float], plain: list[float]) -> tuple[Figure, ...]:
    ratio = median(mine / its for mine, its in zip(ours, plain, strict=True))
    return (
        at_least(3.0, "speed against one at a time", ratio, "×"),
        Figure("speed", median(ours), "images/s"),
        Figure("speed of one at a time", median(plain), "images/s"),
    )


def _network() -> Network:
    """The demo network; an untrained AlexNet, as fast, where it does not ship."""
    try:
        return load_network("demo")
    except CheckpointError:
        spec = NetworkSpec("alexnet", CLASSES, preparation_for("alexnet", channels=1))
        return make_network(AlexNet().state_dict(), spec, title="untrained", source="untrained")


def _plain_way(network: Network) -> Callable[[Path], int]:
    """The class of a picture as a script of ten lines finds it."""
    from torchvision import transforms

    steps = [transforms.Grayscale(), transforms.Resize((224, 224)), transforms.ToTensor()]
    transform: Any = transforms.Compose(steps)  # its types know pictures only
    net = BookAlexNet()
    net.load_state_dict(network.module.state_dict())
    net.eval()

    def answer(path: Path) -> int:
        with torch.no_grad():
            return int(net(transform(Image.open(path)).unsqueeze(0)).argmax())

    return answer


def _folders(place: Path, count: int, rounds: int) -> list[Path]:
    size = count // rounds
    folders = [place / str(number) for number in range(rounds)]
    for number, folder in enumerate(folders):
        pictures.write(folder, number * size, size)
    return folders


def _warm_up(classifier: Classifier, answer: Callable[[Path], int], folder: Path) -> None:
    files = sorted(folder.iterdir())[:32]
    for _ in classify_paths(classifier, files):
        pass
    _all_answered(answer, files[:4])


def _all_answered(answer: Callable[[Path], int], paths: list[Path]) -> int:
    for path in paths:
        answer(path)
    return len(paths)


def _speed(work: Callable[[], int]) -> float:
    """Pictures a second of `work`, which gives how many it did."""
    began = perf_counter()
    return work() / (perf_counter() - began)
