"""The pictures that a run is tested on, to look at those that it takes for others."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alexnet_gui.pictures.small import small_pictures

if TYPE_CHECKING:
    from core.data import Progress, Split
    from core.predictions import Predictions
    from core.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class EvaluatedPictures:
    """The test split of a run; a picture is named by its place in it."""

    split: "Split"

    def belong_to(self, predictions: "Predictions") -> bool:
        """Whether these are the pictures that were looked at, as far as their classes tell."""
        return np.array_equal(self.split.labels.numpy(), predictions.labels)

    def small(self, places: NDArray[np.int64]) -> NDArray[np.uint8]:
        """Small copies of some, as of `small_pictures`; for a worker."""
        import torch

        return small_pictures((self.split.chosen(torch.from_numpy(places)),))

    def picture(self, place: int) -> NDArray[np.uint8]:
        """The whole picture, (C, side, side). Raises DataError when it has become unreadable."""
        return self.split.picture(place).numpy()


def read_evaluated(recipe: "Recipe", progress: "Progress") -> EvaluatedPictures:
    """The pictures that a run by `recipe` is tested on; for a worker. Raises DataError, also if given up."""
    from core.data import load

    data = load(recipe.data, limit=recipe.limit, split_seed=recipe.split_seed, progress=progress)
    return EvaluatedPictures(data.test)
