"""Batches: every picture once an epoch, random by place alone, the pixels of the data set."""

import torch

from core.data import load
from core.data.augmentation import CHANGES
from core.data.batches import Batches, permutation
from core.data.dataset import Split
from core.engine.group import Group

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
    pixels = torch.cat([images for images, _ in drawn])
    assert pixels.dtype == torch.uint8 and pixels[:, 0, 0, 0].equal(labels.to(torch.uint8))


def test_a_batch_depends_on_seed_and_step_alone() -> None:
    forwards, jumping = batches(), batches()
    far = [forwards.batch(step)[1] for step in range(1, 13)][-1]
    assert jumping.batch(12)[1].equal(far)
    assert not batches(seed=1).batch(12)[1].equal(far)
    assert not forwards.batch(1)[1].equal(forwards.batch(6)[1]), "another epoch, another order"


def test_the_order_of_an_epoch_is_a_function_of_its_seed_and_number() -> None:
    assert permutation(100, seed=3, epoch=1).equal(permutation(100, seed=3, epoch=1))
    assert not permutation(100, seed=3, epoch=1).equal(permutation(100, seed=3, epoch=2))


def test_augmented_batches_are_functions_of_seed_and_step_too() -> None:
    split = load("fashion-mnist").limited(40).train

    def made() -> Batches:
        return Batches(split, batch_size=8, seed=0, augment=("flip", "shift", "pca"), augment_strength=2.0)

    forwards, jumping, plain = made(), made(), Batches(split, batch_size=8, seed=0)
    far = [forwards.batch(step)[0] for step in range(1, 8)][-1]
    assert jumping.batch(7)[0].equal(far) and not plain.batch(7)[0].equal(far)


def test_the_shares_of_a_group_are_the_augmented_batch_of_one_process() -> None:
    class Member(Group):
        def __init__(self, rank: int) -> None:
            self.rank, self.size = rank, 3

    split = load("fashion-mnist").limited(40).train

    def batch(group: Group) -> tuple[torch.Tensor, torch.Tensor]:
        return Batches(split, batch_size=16, seed=0, augment=CHANGES, group=group).batch(3)

    whole, labels = batch(Group())
    for rank in range(3):
        images, own = batch(Member(rank))
        assert images.equal(whole[rank::3]) and own.equal(labels[rank::3])
