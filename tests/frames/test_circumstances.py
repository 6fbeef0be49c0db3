"""Where and when: each deed of a sentence gets its own."""

from tests.told import one, told


def test_two_deeds_two_places_two_days() -> None:
    first, second = told("هاجم مسلحون حاجزاً في بعقوبة أمس، وهاجموا آخر في الموصل اليوم.")
    assert (first.who("place"), first.time) == (["بعقوبة"], "2023-05-15")
    assert (second.who("place"), second.time) == (["الموصل"], "2023-05-16")


def test_the_consequence_has_place_and_time_of_its_cause() -> None:
    found = one("قصف الجيش بلدة حيان مساء أمس، ما أسفر عن مقتل طفل.", "killing")
    assert (found.who("place"), found.time) == (["بلدة حيان"], "2023-05-15")


def test_an_accusation_has_no_place() -> None:
    assert one("اتهمت الحكومة الحوثيين بقصف سوق في تعز.", "accusation").who("place") == []


def test_a_region_named_by_a_direction_says_where() -> None:
    """«شمالي العراق» is listed as a region, and was no place of the deed any more."""
    found = one("قُتل جنديان في هجوم شنه التنظيم شمالي العراق.", "attack")
    assert found.who("place") == ["شمالي العراق"]
