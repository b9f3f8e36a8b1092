"""Seeds for everything random: a function of the run's seed and of the place in the run, of nothing else."""


def seed_of(seed: int, *place: int) -> int:
    """A 63-bit seed for a place in the run (SplitMix64, Steele et al. 2014, folded over the numbers)."""
    value = seed
    for number in place:
        value = (value + 0x9E3779B97F4A7C15 * (number + 1)) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 31
    return value >> 1
