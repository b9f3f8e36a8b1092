"""Where an axis has its ticks, and what they say."""

import math

_DIGITS = 5  # behind the point; smaller numbers are written with a power of ten


def ticks(low: float, high: float, most: int = 7) -> list[float]:
    """Round numbers from `low` to `high`, equally far apart, at most `most` of them."""
    if not low < high:
        return [low]
    rough = (high - low) / most
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(step for step in (1, 2, 5, 10, 20) if step * magnitude * most >= high - low) * magnitude
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int = 7) -> list[float]:
    """Round numbers from `low` to `high`, both above 0, for a logarithmic axis."""
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for digits in ((1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 5), (1,)):
        found = [digit * 10.0**decade for decade in decades for digit in digits]
        found = [value for value in found if low * (1 - 1e-9) <= value <= high * (1 + 1e-9)]
        if len(found) <= most:
            return found or ticks(low, high, most)
    return found[:: math.ceil(len(found) / most)]


def labels(values: list[float], *, percent: bool = False) -> list[str]:
    """What the ticks say: as many digits as tell them apart."""
    scaled = [value * 100 for value in values] if percent else values
    digits = 0
    while digits <= _DIGITS and any(abs(round(value, digits) - value) > abs(value) * 1e-6 for value in scaled):
        digits += 1
    if not percent and (digits > _DIGITS or any(abs(value) >= 1e6 for value in scaled)):
        return [_short(value) for value in scaled]
    return [f"{value:.{digits}f}" + (" %" if percent else "") for value in scaled]


def _short(value: float) -> str:
    """0.0002 as ``2e-4``, as people write it."""
    mantissa, exponent = f"{value:.6e}".split("e")
    return "0" if not value else f"{float(mantissa):g}e{int(exponent)}"
