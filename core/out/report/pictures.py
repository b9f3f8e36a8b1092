"""Test pictures with what the network said of them in its best epoch: one of each class, and the worst mistakes."""

from collections.abc import Sequence

import numpy as np

from core.data import load
from core.data.dataset import Split
from core.errors import DataError
from core.figures import percent
from core.out.markup import Markup, joined, tag
from core.out.report.embedded import picture
from core.out.report.page import note
from core.out.report.subject import Subject
from core.predictions import Predictions

_RIGHT, _WRONG = 12, 24  # pictures at most


def content(subject: Subject) -> Markup:
    """Both walls of pictures. Raises DataError when the data set cannot be read or is no longer the same."""
    found, recipe = subject.predictions, subject.summary.recipe
    if found is None or not len(found):
        return note("What the network said of single pictures was not kept with this run.")
    test = load(recipe.data, limit=recipe.limit, split_seed=recipe.split_seed).test
    if not np.array_equal(test.labels.numpy(), found.labels):
        raise DataError("The test pictures are no longer those that the run was tested on, so none are shown.")
    right, wrong = _surest_of_each_class(found), found.mistakes()[:_WRONG].tolist()
    return joined(
        tag("h3", "Named rightly, and surest of all of their class"),
        _wall(right, test, found, subject.classes),
        tag("h3", "The worst mistakes") if wrong else "",
        _wall(wrong, test, found, subject.classes),
    )


def _surest_of_each_class(found: Predictions) -> list[int]:
    places = [found.of_cell(label, label)[:1] for label in np.unique(found.labels)]
    return [int(place) for place in np.concatenate(places)][:_RIGHT] if places else []


def _wall(places: Sequence[int], test: Split, found: Predictions, classes: Sequence[str]) -> Markup:
    if not places:
        return Markup()
    return tag("div", *(_card(place, test, found, classes) for place in places), class_="wall")


def _card(place: int, test: Split, found: Predictions, classes: Sequence[str]) -> Markup:
    label, called = (classes[int(numbers[place])] for numbers in (found.labels, found.predicted))
    sure = percent(float(found.confidence[place]))
    pixels = test.picture(place).permute(1, 2, 0).numpy()
    drawn = picture(np.ascontiguousarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels), label, class_="test")
    answer = [tag("span", f"called {called}", class_="bad")] if label != called else []
    words = tag("figcaption", label, *answer, tag("span", f"{sure} sure", class_="sure"))
    truth = f"; {percent(float(found.truth[place]))} for {label}" if answer else ""
    return tag("figure", drawn, words, title=f"{label} called {called}, {sure}{truth}")
