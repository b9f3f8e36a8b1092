"""A convolution of enlarged pictures, computed on the small ones: the same numbers from fewer multiply-adds.

Enlargement and convolution are both linear, so together they are a convolution of the small picture, whatever the
weights. Enlarged by a whole factor, its outputs fall into a few phases: with a factor of 8 and a stride of 4, every
second output stands in the same way to the small pixels below it.
"""

from dataclasses import dataclass
from math import gcd
from typing import Self

import torch
from torch import Tensor, nn

from core.data.preparation import Preparation

_UNIT = 256  # pixels are counted in this: every one of the 256 values is then exact in bf16 and fp16, and below 1


@dataclass(frozen=True, slots=True, eq=False)
class Phases:
    """How the outputs along one axis come from the small pixels along it, of which the outermost go on beyond the edge.

    Output ``phases * m + p`` is the sum over u and k of ``pixel[step * m + first + u] * taps[p, u, k] * weight[k]``.
    """

    outputs: int
    step: int
    first: int
    taps: Tensor  # (phases, pixels, kernel)

    @classmethod
    def of(cls, preparation: Preparation, *, kernel: int, stride: int) -> Self | None:
        """Those of a convolution without padding on the input that `preparation` makes, on the CPU; None where nothing
        is enlarged, not by a whole factor, or so few pixels that none is far from an edge."""
        side = preparation.side
        factor, rest = divmod(preparation.input_side, side)
        if rest or factor == 1:
            return None
        windows = _enlarged_lines(preparation).unfold(0, kernel, stride)  # (outputs, side, kernel)
        outputs = len(windows)
        phases, step = factor // gcd(factor, stride), stride // gcd(factor, stride)
        middle = outputs // phases // 2
        period = windows[middle * phases : (middle + 1) * phases]
        seen = period.count_nonzero((0, 2)).nonzero().flatten()
        start, end = int(seen[0]), int(seen[-1]) + 1
        found = cls(outputs, step, start - step * middle, period[:, start:end].contiguous())
        return found if torch.allclose(found._windows(side), windows, atol=1e-5) else None

    @property
    def groups(self) -> int:
        """How many times the phases are gone through; the last time maybe not to their end."""
        return -(-self.outputs // len(self.taps))

    def pixels(self, side: int) -> Tensor:
        """Which of `side` pixels are read, those beyond an edge replaced by the edge: (number,) int64."""
        end = self.first + self.step * (self.groups - 1) + self.taps.shape[1]
        return torch.arange(self.first, end).clamp(0, side - 1)

    def _windows(self, side: int) -> Tensor:
        """What each output sees, (outputs, side, kernel), if the phases were all there is to say of it."""
        pixels = self.pixels(side).unfold(0, self.taps.shape[1], self.step)  # (groups, pixels)
        where = nn.functional.one_hot(pixels, side).to(self.taps)  # (groups, pixels, side)
        return torch.einsum("mus,puk->mpsk", where, self.taps).flatten(0, 1)[: self.outputs]


def _enlarged_lines(preparation: Preparation) -> Tensor:
    """(input_side, side): what each small pixel along an axis gives to each pixel of the input."""
    lines = torch.eye(preparation.side, dtype=torch.uint8).mul(255)[:, None, :, None]  # (side, 1, side, 1)
    return preparation.network_input(lines)[:, 0, :, 0].T  # a picture of one column each


class EnlargedConvolution:
    """``conv(preparation.network_input(images))`` without the enlarged input, by one matrix product.

    It computes with the parameters of `conv`, and gradients flow to them.
    """

    def __init__(self, conv: nn.Conv2d, phases: Phases, side: int) -> None:
        """`conv` must be on its device; see `fold`."""
        weight = conv.weight
        self._conv = conv
        self._phases = phases
        self._pixels = phases.pixels(side).to(weight.device)
        taps = torch.einsum("puk,qvl->puvqkl", phases.taps.double(), phases.taps.double()) * (_UNIT / 255)
        self._taps = taps.flatten(4).flatten(0, 3).to(weight.dtype).to(weight.device)  # (p u v q, kernel²)

    def __call__(self, images: Tensor) -> Tensor:
        """Small pictures (B, C, side, side), uint8, to (B, out_channels, outputs, outputs), channels_last."""
        patches = self._patches(images)  # (B, groups, phases, groups, K)
        maps = patches.flatten(0, -2) @ self._weight()  # (B * groups * phases * groups, phases * out_channels)
        size = self._phases.groups * len(self._phases.taps)
        maps = maps.view(len(images), size, size, self._conv.out_channels).permute(0, 3, 1, 2)
        return maps[:, :, : self._phases.outputs, : self._phases.outputs]

    def _patches(self, images: Tensor) -> Tensor:
        """What each group of outputs along a row sees. The rows of each phase have columns of the matrix of their own
        and zeros in the others', so that one product gives the maps in their order in memory; the last column is the
        bias'."""
        phases, width, _ = self._phases.taps.shape
        pixels = images[:, :, self._pixels][:, :, :, self._pixels].to(self._dtype()).div_(_UNIT)
        windows = pixels.unfold(2, width, self._phases.step).unfold(3, width, self._phases.step)  # (B, C, M, N, U, V)
        windows = windows.permute(0, 2, 3, 1, 4, 5).flatten(3)  # (B, M, N, K)
        batch, rows, columns, numbers = windows.shape
        patches = windows.new_zeros(batch, rows, phases, columns, phases * numbers + 1)
        for phase in range(phases):
            patches[:, :, phase, :, phase * numbers : (phase + 1) * numbers] = windows
        patches[..., -1] = 1
        return patches

    def _weight(self) -> Tensor:
        """The matrix to `_patches`, (phases * C * pixels² + 1, phases * out_channels), differentiable."""
        phases, width, _ = self._phases.taps.shape
        weight, bias = self._conv.weight, self._conv.bias
        with torch.autocast(weight.device.type, enabled=False):
            folded = self._taps @ weight.flatten(2).permute(1, 2, 0)  # (C, p u v q, O)
        folded = folded.view(-1, phases, width * width, phases * len(weight)).transpose(0, 1).flatten(0, 2)
        last = weight.new_zeros(len(weight)) if bias is None else bias
        return torch.cat([folded, last.repeat(phases)[None]])

    def _dtype(self) -> torch.dtype:
        """That in which the product is computed."""
        kind = self._conv.weight.device.type
        return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else self._conv.weight.dtype


def fold(conv: nn.Module, preparation: Preparation) -> EnlargedConvolution | None:
    """`conv` as a convolution of the small pictures; None where that cannot be, or saves not half the multiply-adds."""
    if not isinstance(conv, nn.Conv2d) or not _plain(conv):
        return None
    kernel, stride = conv.kernel_size[0], conv.stride[0]
    phases = Phases.of(preparation, kernel=kernel, stride=stride)
    if phases is None:
        return None
    count, width, _ = phases.taps.shape
    return EnlargedConvolution(conv, phases, preparation.side) if 2 * count * width**2 <= kernel**2 else None


def _plain(conv: nn.Conv2d) -> bool:
    """Square, without padding, dilation and groups."""
    return (
        len({*conv.kernel_size}) == len({*conv.stride}) == 1
        and {*conv.dilation, conv.groups} == {1}
        and conv.padding == (0, 0)
    )
