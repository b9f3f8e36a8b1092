from core.recipe import Recipe
from core.recipe_difference import differing


def test_settings_that_differ_with_their_values_in_order() -> None:
    recipes = [Recipe(), Recipe(lr=0.01, augment=("flip",)), Recipe(limit=100)]
    assert differing(recipes) == {
        "limit": (None, None, 100),
        "augment": ([], ["flip"], []),
        "lr": (0.001, 0.01, 0.001),
    }


def test_nothing_differs_of_one_or_none() -> None:
    assert differing([Recipe()]) == differing([]) == differing([Recipe(), Recipe()]) == {}
