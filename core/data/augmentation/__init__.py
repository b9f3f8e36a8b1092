"""Random changes of a batch of training pictures, on the device where the pictures are."""

from core.data.augmentation.augmentation import CHANGES, Augmentation
from core.data.augmentation.color import COLOR_SAMPLE, principal_colors

__all__ = ["CHANGES", "COLOR_SAMPLE", "Augmentation", "principal_colors"]
