"""Which noun phrases around a word belong to it."""

from tests.told import one


def test_phrases_between_commas_are_passed_over() -> None:
    found = one("قتلت القوات الحكومية، وفق بيان لها، أربعة مسلحين.", "killing")
    assert found.who("agent") == ["القوات الحكومية"]


def test_a_full_stop_ends_what_belongs_to_a_verb() -> None:
    found = one("انسحبت القوات. وصل المسلحون إلى درعا.", "withdrawal")
    assert found.who("agent") == ["القوات"]
    assert found.who("destination") == []


def test_joined_phrases_share_the_preposition() -> None:
    found = one("اشتبكت الشرطة مع مسلحين ومهربين في عدن.", "clash")
    assert set(found.who("agent")) >= {"الشرطة", "مسلحين", "مهربين"}
