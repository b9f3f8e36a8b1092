"""The cache of prepared pictures: what it gives back was put in, whole, for this very file."""

import os
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from core.data import picture_cache
from core.data.listing import Listing, list_folder
from core.data.picture_cache import PictureCache, open_cache, stamp, taken
from core.data.preparation import Preparation
from core.errors import DataError
from core.places import cache_folder

SHAPE = (3, 64, 64)
PREPARATION = Preparation(3, 64, 64, "photo")
ROOM = 10**9


def picture(number: int) -> np.ndarray:
    return np.random.default_rng(number).integers(0, 256, SHAPE, np.uint8)


def listing(folder: Path, *, count: int = 3) -> Listing:
    for label in ("a", "b"):
        (folder / label).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / label / f"{number}.png").write_bytes(b"")
    return list_folder(folder)


def opened(listing: Listing) -> PictureCache | None:
    return open_cache(listing, PREPARATION, wanted=len(listing))


def files() -> list[Path]:
    return list((cache_folder() / "pictures").iterdir())


def test_what_was_put_in_comes_back_in_another_process_s_cache_too(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "x", SHAPE, room=ROOM)
    for number in (5, 0, 3):
        cache.put(number, (10, number), picture(number))
    for again in (cache, PictureCache(tmp_path / "x", SHAPE, room=0)):
        for number in range(8):
            found = again.get(number, (10, number))
            assert again.holds(number) is (found is not None) is (number in (0, 3, 5))
            assert found is None or np.array_equal(found, picture(number))


def test_a_changed_file_is_not_what_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"1234")
    os.utime(file, ns=(1, 1))
    first = stamp(file)
    os.utime(file, ns=(2, 2))
    assert first and stamp(file) not in (None, first)
    assert stamp(tmp_path / "none") is None
    cache = PictureCache(tmp_path / "x", SHAPE, room=ROOM)
    cache.put(0, first, picture(0))
    assert cache.get(0, (4, 2)) is None and cache.get(0, (5, 1)) is None


@pytest.mark.parametrize("kept", [1, 5000, 3 * 64 * 64, 3 * 64 * 64 + 19])
def test_a_slot_that_was_left_half_written_gives_nothing(tmp_path: Path, kept: int) -> None:
    PictureCache(tmp_path / "x", SHAPE, room=ROOM).put(0, (1, 1), picture(0))
    whole = (tmp_path / "x").read_bytes()
    (tmp_path / "x").write_bytes(whole[:kept])
    assert PictureCache(tmp_path / "x", SHAPE, room=ROOM).get(0, (1, 1)) is None
    (tmp_path / "x").write_bytes(whole[:kept] + bytes(len(whole) - kept))  # as after a crash of the system
    assert PictureCache(tmp_path / "x", SHAPE, room=ROOM).get(0, (1, 1)) is None
    (tmp_path / "x").write_bytes(bytes(kept) + whole[kept:])
    assert PictureCache(tmp_path / "x", SHAPE, room=ROOM).get(0, (1, 1)) is None


def test_threads_share_it(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "x", SHAPE, room=ROOM)
    wrong: list[int] = []

    def work(first: int) -> None:
        for number in range(first, 200, 4):
            cache.put(number, (1, number + 1), picture(number))
        for number in range(200):
            found = cache.get(number, (1, number + 1))
            if found is not None and not np.array_equal(found, picture(number)):
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong and all(cache.holds(number) for number in range(200))


def test_no_more_is_written_than_there_is_room(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "x", SHAPE, room=30_000)
    for number in range(5):
        cache.put(number, (1, 1), picture(number))
    assert [cache.holds(number) for number in range(5)] == [True, True, False, False, False]


def test_the_disk_is_not_filled_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_cache, "KEPT_FREE", shutil.disk_usage(tmp_path).total)
    cache = PictureCache(tmp_path / "x", SHAPE, room=ROOM)
    cache.put(0, (1, 1), picture(0))
    assert not cache.holds(0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
def test_a_full_disk_is_no_error() -> None:
    cache = PictureCache(Path("/dev/full"), SHAPE, room=ROOM)
    cache.put(0, (1, 1), picture(0))
    assert cache.get(0, (1, 1)) is None


def test_a_folder_has_one_cache_and_what_is_stale_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listing(tmp_path / "set")
    cache = opened(first)
    assert cache
    cache.put(0, (1, 1), picture(0))
    (kept,) = files()
    again = opened(list_folder(tmp_path / "set"))
    assert again and again.holds(0) and files() == [kept]
    open_cache(first, Preparation(3, 8, 8, "photo"), wanted=6)
    (small,) = set(files()) - {kept}  # another size, another cache
    opened(listing(tmp_path / "set", count=4))
    assert len(files()) == 2 and kept not in files(), "other pictures: the old cache is stale"
    (grown,) = set(files()) - {small}
    monkeypatch.setattr(picture_cache, "_MAKERS", "a later version")
    opened(list_folder(tmp_path / "set"))
    assert len(files()) == 2 and grown not in files(), "made in another way: the same"


def test_caches_go_when_long_unused_or_their_room_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Path] = []
    for name in ("new", "old", "older", "forgotten"):
        cache = opened(listing(tmp_path / name))
        assert cache
        for slot in range(6):
            cache.put(slot, (1, 1), picture(slot))
        kept += set(files()) - set(kept)
    new, old, older, forgotten = kept
    for file, days in ((old, 1), (older, 2), (forgotten, 90)):
        os.utime(file, (file.stat().st_mtime - days * 86_400,) * 2)
    opened(list_folder(tmp_path / "new"))
    assert set(files()) == {new, old, older}
    new.unlink()
    monkeypatch.setenv(picture_cache.LIMIT, str(2.2 * taken(old) / 1e9))
    cache = opened(list_folder(tmp_path / "new"))
    assert cache and set(files()) == {new, old}
    for slot in range(100):
        cache.put(slot, (1, 1), picture(slot))
    assert sum(map(taken, files())) <= 2.2 * taken(old) + 8192, "slots begin and end within the disk's blocks"


def test_a_limit_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(picture_cache.LIMIT, "much")
    with pytest.raises(DataError, match="ALEXNET_CACHE_GB is 'much'"):
        opened(listing(tmp_path / "set"))


def test_no_cache_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("ALEXNET_HOME", str(tmp_path / "file"))
    assert opened(listing(tmp_path / "set")) is None
