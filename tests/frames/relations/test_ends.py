"""Which noun phrases around a phrase are its two ends."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("داهم الجنود منزل ماهر العلواني المنتمي إلى حزب الأمة.", "ماهر العلواني"),
        ("وصل الطبيب ماهر العلواني المنتمي إلى حزب الأمة.", "ماهر العلواني"),
        ("اعتقل شاب في كسلا منتم إلى حزب الأمة.", "شاب"),
        ("اعتقل شاب (منتم إلى حزب الأمة) في كسلا.", "شاب"),
        ("قُتل سامي الطائي مع ثلاثة عناصر، وهو منتم إلى حزب الأمة.", "سامي الطائي"),
        ("ظهر ماهر العلواني أمس مقاتلاً في صفوف حزب الأمة.", "ماهر العلواني"),
    ],
)
def test_the_nearest_that_fits_stands_before_it(text: str, end: str) -> None:
    found = one(text)
    assert (found.type, found.subject, found.object) == ("member_of", end, "حزب الأمة")


@pytest.mark.parametrize(
    "text",
    [
        "وصل ماهر العلواني. المنتمي إلى حزب الأمة غائب.",
        "قال ماهر العلواني إن المنتمي إلى حزب الأمة غائب.",
        "وصل ماهر العلواني وغاب أمس المنتمي إلى حزب الأمة.",
        "الانفجار المنتمي إلى حزب الأمة.",
        "دعت الأطراف المدعومة من تركيا إلى الهدوء.",  # the sides of a conflict
        "هاجمت حركة أمل قرية، لكن الرد جاء بقيادة ماهر العلواني.",
        "هاجمت حركة أمل قرية بعد يومين من المعارك العنيفة في الأحياء الشرقية من المدينة القديمة "
        "بقيادة ماهر العلواني.",
    ],
)
def test_what_another_clause_tells_of_is_no_end(text: str) -> None:
    assert related(text) == []


@pytest.mark.parametrize(
    ("text", "backer"),
    [
        ("هاجمت فصائل مدعومة من «حركة أمل» قرية.", "حركة أمل"),
        ("هاجمت فصائل مدعومة من واشنطن قرية.", "واشنطن"),
        ("هاجمت فصائل مدعومة من العميد ماهر العلواني قرية.", "ماهر العلواني"),
    ],
)
def test_what_stands_right_behind_is_the_other(text: str, backer: str) -> None:
    assert one(text).object == backer


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت فصائل مدعومة من جديد من حركة أمل.",
        "هاجمت فصائل مدعومة من مدينة تعز قرية.",
        "هاجمت فصائل مدعومة من خصوم إيران قرية.",
    ],
)
def test_another_kind_of_phrase_behind_it_is_none(text: str) -> None:
    assert related(text) == []


def test_a_country_that_acts_is_a_group_and_where_somebody_is_a_place() -> None:
    backed, present = "تدعم إيران حركة أمل.", "يقيم آدم نور في إيران."
    assert [r[0] for r in related(backed) + related(present)] == ["backed_by", "present_in"]
    assert related("يقيم آدم نور في حركة أمل.") == []
