"""Downloads from a real server, also a bad one: the whole right file is left, or none."""

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.atomic import SUFFIX
from core.catalogue import SETS, NamedSet
from core.data import download as downloads
from core.data.download import download
from core.errors import ArgumentError, DataError

CONTENT = bytes(range(256)) * 4000


class Handler(BaseHTTPRequestHandler):
    """The first part of the path says what goes wrong."""

    def do_GET(self) -> None:
        how = self.path.split("/")[1]
        if how == "missing":
            self.send_error(404)
            return
        self.send_response(200)
        if how != "unsized":
            self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        match how:
            case "cut":
                self.wfile.write(CONTENT[:300_000])
            case "wrong":
                self.wfile.write(CONTENT[::-1])
            case "slow":
                for start in range(0, len(CONTENT), 1 << 18):
                    self.wfile.write(CONTENT[start : start + (1 << 18)])
                    time.sleep(0.05)
            case "stalled":
                self.wfile.write(CONTENT[:1000])
                self.wfile.flush()
                time.sleep(2)
            case _:
                self.wfile.write(CONTENT)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}/"
    served.shutdown()
    served.server_close()
    thread.join()


def of(*places: str) -> NamedSet:
    """MNIST, as if its files had this content and were in these places."""
    known = SETS["mnist"]
    md5 = hashlib.md5(CONTENT).hexdigest()
    return replace(known, files=tuple(replace(file, md5=md5, places=places) for file in known.files))


def left(named: NamedSet) -> list[bytes]:
    return [file.read_bytes() for file in named.folder.iterdir()]


def test_all_files_come_with_progress(server: str) -> None:
    told: list[tuple[int, int]] = []
    mnist = of(f"{server}slow/")
    download(mnist, progress=lambda *now: not told.append(now))
    assert left(mnist) == [CONTENT] * 4 and not mnist.missing()
    assert told[0] == (1 << 18, len(CONTENT)) and told[-1] == (len(CONTENT), len(CONTENT))
    download(mnist, progress=lambda *now: pytest.fail("it is here"))


def test_a_server_that_says_no_size(server: str) -> None:
    told: list[int] = []
    download(of(f"{server}unsized/"), progress=lambda done, total: not told.append(total))
    assert set(told) == {0}


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("missing", "cannot be reached .*Not Found"),
        ("cut", "broke off after 300,000 of 1,024,000 bytes"),
        ("wrong", "its checksum is wrong"),
        ("stalled", "broke off .*timed out"),
    ],
)
def test_what_a_bad_server_gives_is_not_kept(server: str, how: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_PATIENCE", 0.3)
    mnist = of(f"{server}{how}/")
    with pytest.raises(DataError, match=f"MNIST cannot be had.*{said}.*--from FILE"):
        download(mnist)
    assert left(mnist) == []


def test_the_next_place_is_tried(server: str) -> None:
    mnist = of("http://127.0.0.1:1/", f"{server}cut/", f"{server}good/")
    download(mnist)
    assert left(mnist) == [CONTENT] * 4


def test_cancelled(server: str) -> None:
    mnist = of(f"{server}slow/")
    with pytest.raises(DataError, match="cancelled"):
        download(mnist, progress=lambda done, total: done < 500_000)
    assert left(mnist) == []


def test_from_elsewhere(server: str, tmp_path: Path) -> None:
    mnist = of("http://127.0.0.1:1/")
    names = [file.name for file in mnist.files]
    for name in names[:2]:
        (tmp_path / name).write_bytes(CONTENT)
    download(mnist, source=str(tmp_path / names[0]))
    assert [file.name for file in mnist.missing()] == names[1:]
    download(mnist, source=f"{server}good/{names[3]}")
    assert [file.name for file in mnist.missing()] == names[1:3]
    with pytest.raises(DataError, match=r"t10k-images.* cannot be reached \(No such file or directory\)"):
        download(mnist, source=str(tmp_path))
    download(mnist, source=f"{server}good/")
    assert left(mnist) == [CONTENT] * 4


@pytest.mark.parametrize("source", ["file:///etc/passwd", "ftp://127.0.0.1/", "no/such/folder", __file__])
def test_from_where_nothing_can_come(source: str) -> None:
    with pytest.raises(ArgumentError):
        download(of(), source=source)


def test_what_a_killed_download_left_goes(server: str) -> None:
    mnist = of(f"{server}good/")
    mnist.folder.mkdir(parents=True)
    (mnist.folder / f".{mnist.files[0].name}.1234{SUFFIX}").write_bytes(b"half")
    download(mnist)
    assert left(mnist) == [CONTENT] * 4
