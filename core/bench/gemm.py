"""How fast the CPU multiplies matrices: what a training step cannot go beyond."""

from time import perf_counter

import torch


class Gemm:
    """The product of two square matrices of `side`, in `dtype`."""

    def __init__(self, dtype: torch.dtype, side: int = 4096) -> None:
        self._a, self._b = torch.randn(2, side, side).to(dtype)
        self._product = torch.empty_like(self._a)
        self._flops = 2 * side**3

    def flops(self, repeats: int = 3) -> float:
        """Floating-point operations a second, over so many products."""
        began = perf_counter()
        for _ in range(repeats):
            torch.mm(self._a, self._b, out=self._product)
        return repeats * self._flops / (perf_counter() - began)
