"""The pictures that are classified in a benchmark are real pictures, of two kinds."""

from pathlib import Path

from PIL import Image

from core.bench.pictures import write
from core.data.fashion_mnist import load
from core.data.preparation import Preparation
from core.pictures import open_picture


def test_small_pictures_are_the_set_s_own_and_large_ones_become_like_them(tmp_path: Path) -> None:
    write(tmp_path / "some", 10, 4)
    files = sorted((tmp_path / "some").iterdir())
    assert [file.name for file in files] == ["00010.png", "00011.jpg", "00012.png", "00013.jpg"]
    images = load().test.images
    small = Preparation().from_picture(open_picture(files[0]))
    assert small.image.equal(images[10])
    with Image.open(files[1]) as large:
        assert large.mode == "RGB" and min(large.size) > 200
    prepared = Preparation().from_picture(open_picture(files[1]))
    assert "negated" in prepared.steps
    assert (prepared.image.float() - images[11].float()).abs().mean() < 50
