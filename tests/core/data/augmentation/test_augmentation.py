"""Augmentation: each change does what it says and nothing else, from its own seed, with torchvision's arithmetic."""

import pytest
import torch
from torch import Tensor

from core.data import load
from core.data.augmentation import CHANGES, Augmentation, principal_colors
from core.data.augmentation.color import color, color_matrix, recolored
from core.data.augmentation.geometry import resampled, rotate
from core.errors import ArgumentError

GREY = load("fashion-mnist").limited(400).train.images  # (400, 1, 28, 28)


def colored(count: int = 40, side: int = 32) -> Tensor:
    """Smooth pictures of three channels, (count, 3, side, side)."""
    generator = torch.Generator().manual_seed(0)
    coarse = torch.rand((count, 3, 5, 5), generator=generator) * 255
    return torch.nn.functional.interpolate(coarse, size=(side, side), mode="bilinear").to(torch.uint8)


def augmentation(*changes: str, strength: float = 1.0, images: Tensor = GREY) -> Augmentation:
    return Augmentation(changes, strength=strength, principal=principal_colors(images))


def changed(*changes: str, strength: float = 1.0, seed: int = 0, images: Tensor = GREY) -> Tensor:
    return augmentation(*changes, strength=strength, images=images)(images, seed=seed)


@pytest.mark.parametrize("images", [GREY, colored(), colored(4, 224)], ids=["grey", "colour", "large"])
@pytest.mark.parametrize("change", CHANGES)
def test_it_is_a_function_of_the_seed_and_keeps_what_a_batch_is(change: str, images: Tensor) -> None:
    before = images.clone()
    once, again, other = (changed(change, seed=seed, images=images) for seed in (1, 1, 2))
    assert once.equal(again) and not once.equal(other)
    assert once.shape == images.shape and once.dtype == torch.uint8
    assert images.equal(before), "what it was given stays as it is"
    assert not once.equal(images)


@pytest.mark.parametrize("change", CHANGES)
def test_strength_0_changes_nothing_and_more_of_it_changes_more(change: str) -> None:
    images = colored()
    assert changed(change, strength=0.0, images=images).equal(images)
    weak, strong = (
        (changed(change, strength=strength, images=images).float() - images.float()).abs().mean()
        for strength in (0.3, 1.0)
    )
    assert 0 < weak < strong


def test_a_change_is_the_same_whatever_others_there_are() -> None:
    alone = augmentation("erase").drawn(50, 1, 28, seed=3)
    assert augmentation("flip", "rotate", "erase").drawn(50, 1, 28, seed=3)[:, -4:].equal(alone)


def test_a_picture_is_changed_alike_in_a_small_and_in_a_large_batch() -> None:
    images = colored(30, 224)  # worked through in several parts
    every = augmentation(*CHANGES, images=images)
    drawn = every.drawn(30, 3, 224, seed=5)
    whole = every(images, seed=5)
    assert every.applied(images[7:9], drawn[7:9]).equal(whole[7:9])
    odd = slice(1, 30, 2)
    assert every(images[odd], seed=5, share=odd, of=30).equal(whole[odd])


def test_no_changes_and_no_pictures_are_fine() -> None:
    assert Augmentation(())(GREY, seed=0).equal(GREY)
    assert changed(*CHANGES, images=GREY)[:0].equal(augmentation(*CHANGES)(GREY[:0], seed=0))


def test_flip_mirrors_about_half_of_the_pictures_and_only_that() -> None:
    flipped = changed("flip")
    mirrored = (flipped == GREY.flip(-1)).flatten(1).all(1)
    untouched = (flipped == GREY).flatten(1).all(1)
    assert (mirrored | untouched).all()
    assert 0.4 < mirrored.float().mean() < 0.6


def test_shift_moves_by_whole_pixels_up_to_a_fourteenth_and_keeps_the_edge() -> None:
    spot = torch.zeros(400, 1, 28, 28, dtype=torch.uint8)
    spot[:, :, 14, 14] = 200
    places = changed("shift", images=spot).flatten(1)
    assert (places.amax(1) == 200).all() and ((places > 0).sum(1) == 1).all()
    rows, columns = places.argmax(1) // 28 - 14, places.argmax(1) % 28 - 14
    assert set(rows.tolist()) == set(columns.tolist()) == {-2, -1, 0, 1, 2}
    white = torch.full_like(spot, 255)
    assert changed("shift", "rotate", "crop", images=white).eq(255).all(), "beyond the picture its edge goes on"


def test_crop_enlarges_a_part() -> None:
    ramp = torch.arange(28, dtype=torch.uint8).mul(9).expand(300, 1, 28, 28).clone()
    part = changed("crop", images=ramp).float()
    width = (part[:, 0, 14, -1] - part[:, 0, 14, 0]) / (27 * 9)
    assert width.max() <= 1.001 and width.min() > 0.6 and width.std() > 0.02


def test_rotation_is_torchvisions() -> None:
    from torchvision.transforms.v2.functional import InterpolationMode, rotate

    image = colored(1, 64)
    angle = torch.tensor(0.3)
    place = torch.tensor([[[angle.cos(), -angle.sin(), 0.0], [angle.sin(), angle.cos(), 0.0]]])
    mine = resampled(image.float(), place)
    theirs = rotate(image.float(), float(angle.rad2deg()), InterpolationMode.BILINEAR)
    inside = (slice(None), slice(None), slice(16, 48), slice(16, 48))
    assert (mine[inside] - theirs[inside]).abs().max() < 1


@pytest.mark.parametrize(("strength", "most"), [(1.0, 10), (3.0, 30)])
def test_rotation_goes_both_ways_up_to_its_limit(strength: float, most: float) -> None:
    matrix = rotate(1000, 28, strength, torch.Generator().manual_seed(0))
    angles = torch.atan2(matrix[:, 1, 0], matrix[:, 0, 0]).rad2deg()
    assert angles.abs().max() <= most + 1e-3
    assert angles.min() < -0.9 * most and angles.max() > 0.9 * most and angles.mean().abs() < 0.1 * most


def test_geometric_changes_are_one_resampling() -> None:
    """A picture turned and turned back on its way is as sharp as before; two resamplings would blur it."""
    there = rotate(len(GREY), 28, 1.0, torch.Generator().manual_seed(0))
    both = there @ there.transpose(1, 2)
    assert (resampled(GREY.float(), both[:, :2]) - GREY.float()).abs().max() < 0.1


def test_the_strongest_colours_leave_something_to_see() -> None:
    strongest = color(1000, 1, 3.0, torch.Generator().manual_seed(0))
    image = torch.tensor([[0.0, 200.0], [0.0, 200.0]]).expand(1000, 1, 2, 2)
    seen = recolored(image, strongest).clamp(0, 255)
    assert (seen.amax((2, 3)) - seen.amin((2, 3))).min() > 5


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("adjust_brightness", {"brightness": 0.7}),
        ("adjust_contrast", {"contrast": 0.6}),
        ("adjust_saturation", {"saturation": 0.5}),
        ("adjust_hue", {"hue": 1 / 3}),
    ],
)
def test_colours_are_torchvisions(name: str, factors: dict[str, float]) -> None:
    from torchvision.transforms.v2 import functional

    image = colored(1)
    values = {"brightness": 1.0, "contrast": 1.0, "saturation": 1.0, "hue": 0.0} | factors
    matrix = color_matrix(3, **{key: torch.tensor([value]) for key, value in values.items()})
    mine = recolored(image.float(), matrix).clamp(0, 255)
    theirs = getattr(functional, name)(image.float() / 255, next(iter(factors.values()))) * 255
    assert (mine - theirs).abs().max() < 1.5


def test_grey_pictures_have_brightness_and_contrast_only() -> None:
    image = GREY[:1].float()
    none = torch.tensor([1.0])
    matrix = color_matrix(1, brightness=none, contrast=none, saturation=torch.tensor([0.1]), hue=torch.tensor([0.4]))
    torch.testing.assert_close(recolored(image, matrix), image)


def test_pca_noise_has_a_tenth_of_the_spread_of_the_set_along_its_principal_colours() -> None:
    images = torch.zeros(4000, 3, 4, 4)
    generator = torch.Generator().manual_seed(0)
    images += torch.randn((4000, 1, 4, 4), generator=generator) * torch.tensor([40.0, 40, 40])[:, None, None]
    images += torch.randn((4000, 1, 4, 4), generator=generator) * torch.tensor([10.0, -10, 0])[:, None, None]
    sample = (images + 128).clamp(0, 255).to(torch.uint8)
    principal = principal_colors(sample)
    assert principal.norm(dim=1).tolist() == pytest.approx([40 * 3**0.5, 10 * 2**0.5, 0], rel=0.05, abs=1)
    flat = torch.full((2000, 3, 2, 2), 128, dtype=torch.uint8)
    added = Augmentation(("pca",), principal=principal)(flat, seed=0)[:, :, 0, 0].float() - 128
    assert added.std(0).tolist() == pytest.approx([4.1, 4.1, 4.0], rel=0.1)
    assert torch.corrcoef(added.T)[0, 2] > 0.9


def test_principal_colours_of_opposed_channels_are_kept() -> None:
    """The components of colourful sets often sum to nothing, which must not decide their sign."""
    opposed = torch.zeros(2, 3, 4, 4, dtype=torch.uint8)
    opposed[0, 0], opposed[1, 1] = 100, 100
    principal = principal_colors(opposed)
    assert principal[0].abs().tolist() == pytest.approx([50, 50, 0], abs=0.01)
    assert principal.norm(dim=1)[1:].max() < 0.01


def test_erase_fills_a_box_with_the_mean_in_half_of_the_pictures() -> None:
    images = colored(300)
    erased = changed("erase", images=images)
    touched = (erased != images).flatten(1).any(1)
    assert 0.4 < touched.float().mean() < 0.6
    number = int(touched.nonzero()[0])
    mean = images[number].float().mean((1, 2)).round()
    box = (erased[number].float() == mean[:, None, None]).all(0)
    assert 0.01 < box.float().mean() < 0.5
    assert erased[number][:, ~box].equal(images[number][:, ~box])


def test_an_unknown_change_is_one_sentence() -> None:
    with pytest.raises(ArgumentError, match="no augmentation 'spin'; there are flip"):
        Augmentation(("spin",))
