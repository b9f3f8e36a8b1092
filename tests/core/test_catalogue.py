"""What is declared of the known data sets is what torchvision declares."""

from core.catalogue import SETS


def declared(name: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {file.name: (file.md5, file.places) for file in SETS[name].files}


def test_places_and_checksums_are_torchvision_s() -> None:
    from torchvision import datasets

    for name, theirs in (("mnist", datasets.MNIST), ("kmnist", datasets.KMNIST)):
        assert declared(name) == {file: (md5, tuple(theirs.mirrors)) for file, md5 in theirs.resources}
    assert declared("svhn") == {
        file: (md5, (url.removesuffix(file),))
        for url, file, md5 in (datasets.SVHN.split_list[part] for part in ("train", "test"))
    }
    (packed,) = SETS["emnist"].files
    assert (packed.places[0] + packed.name, packed.md5) == (datasets.EMNIST.url, datasets.EMNIST.md5)
    for name, theirs in (("cifar10", datasets.CIFAR10), ("cifar100", datasets.CIFAR100)):
        (packed,) = SETS[name].files
        assert packed.places[0] + packed.name == theirs.url.replace("python", "binary")


def test_what_is_there_by_hand_is_not_missing() -> None:
    mnist = SETS["mnist"]
    assert mnist.missing() == mnist.files
    mnist.folder.mkdir(parents=True)
    for file in mnist.files[:3]:
        (mnist.folder / file.name).write_bytes(b"")
    assert mnist.missing() == mnist.files[3:]
