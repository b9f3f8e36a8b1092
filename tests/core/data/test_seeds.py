"""Seeds of places in a run."""

from core.data.seeds import seed_of


def test_seeds_of_neighbouring_places_differ_and_fit() -> None:
    seeds = {seed_of(seed, epoch, step) for seed in range(10) for epoch in range(10) for step in range(10)}
    assert len(seeds) == 1000 and all(0 <= seed < 2**63 for seed in seeds)
