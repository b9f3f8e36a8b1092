"""Batches: every picture once an epoch, random by place alone, the pixels of the data set."""

import torch

from core.data.batches import Batches, augmented, permutation, seed_of
from core.data.dataset import Split

COUNT = 37
SPLIT = Split(torch.arange(COUNT).to(torch.uint8)[:, None, None, None].expand(-1, 1, 4, 4).clone(), torch.arange(COUNT))


def batches(seed: int = 0) -> Batches:
    return Batches(SPLIT, batch_size=8, seed=seed)


def test_an_epoch_shows_every_picture_once_with_its_own_label() -> None:
    some = batches()
    assert some.per_epoch == 5
    drawn = [some.batch(step) for step in range(1, 6)]
    assert [len(y) for _, y in drawn] == [8, 8, 8, 8, 5]
    labels = torch.cat([y for _, y in drawn])
    assert labels.sort().values.equal(torch.arange(COUNT))
    pixels = torch.cat([images for images, _ in drawn])[:, 0, 0, 0]
    assert pixels.equal(labels.to(torch.uint8))


def test_a_batch_depends_on_seed_and_step_alone() -> None:
    forwards, jumping = batches(), batches()
    far = [forwards.batch(step)[1] for step in range(1, 13)][-1]
    assert jumping.batch(12)[1].equal(far)
    assert not batches(seed=1).batch(12)[1].equal(far)
    assert not forwards.batch(1)[1].equal(forwards.batch(6)[1]), "another epoch, another order"


def test_seeds_of_neighbouring_places_differ_and_fit() -> None:
    seeds = {seed_of(seed, epoch, step) for seed in range(10) for epoch in range(10) for step in range(10)}
    assert len(seeds) == 1000 and all(0 <= seed < 2**63 for seed in seeds)
    assert permutation(100, seed=3, epoch=1).equal(permutation(100, seed=3, epoch=1))


def test_flip_mirrors_about_half_and_nothing_else() -> None:
    images = torch.randint(0, 255, (400, 1, 28, 28), dtype=torch.uint8)
    changed = augmented(images, ("flip",), torch.Generator().manual_seed(0))
    same = (changed == images).flatten(1).all(1)
    mirrored = (changed == images.flip(-1)).flatten(1).all(1)
    assert (same | mirrored).all() and 150 < int(mirrored.sum()) < 250


def test_crop_moves_by_at_most_a_fourteenth_and_keeps_the_edge() -> None:
    images = torch.zeros(300, 1, 28, 28, dtype=torch.uint8)
    images[:, :, 14, 14] = 255
    places = augmented(images, ("crop",), torch.Generator().manual_seed(0)).flatten(1).argmax(1)
    rows, columns = places // 28 - 14, places % 28 - 14
    assert set(rows.tolist()) == set(columns.tolist()) == {-2, -1, 0, 1, 2}
    white = torch.full((5, 3, 28, 28), 255, dtype=torch.uint8)
    assert augmented(white, ("crop",), torch.Generator().manual_seed(0)).equal(white)
