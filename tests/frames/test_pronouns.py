"""Pronouns on prepositions stand for the people and places told of before."""

from tests.told import one


def test_from_it_is_from_the_place_before() -> None:
    text = "هاجم مسلحون قرية تيسي في مالي وأحرقوا المنازل ثم انسحبوا منها."
    found = one(text, "withdrawal")
    assert found.who("place") == one(text, "attack").who("place") != []


def test_them_are_those_arrested_before() -> None:
    text = "اعتقلت الشرطة ثلاثة متظاهرين ثم أفرجت عنهم."
    assert one(text, "release").who("target") == ["ثلاثة متظاهرين"]


def test_a_pronoun_may_mean_whose_the_house_is() -> None:
    """The police spokesman who told of it was shot in the judge's stead."""
    text = "قال المتحدث إن مسلحين اقتحموا منزل القاضي وأطلقوا النار عليه."
    assert one(text, "shooting").who("target") == ["القاضي"]
