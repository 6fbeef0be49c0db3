"""All rules of relations over a report: in order, each relation once, none from a deed."""

import pytest
from tests.frames.relations.relation_helper import one, related, relations


def test_the_relations_of_a_report_stand_in_the_order_of_its_sentences() -> None:
    text = (
        "قُتل العميد ناجي الحميقاني، القيادي في حزب الأمة، في مأرب. "
        "وأصيب شقيقه بجروح. "
        "ويقود ماهر العلواني كتيبة الردع المدعومة من تركيا. "
        "وشارك طبيب من كسلا في الإسعاف."
    )
    assert related(text) == [
        ("leader_of", "ناجي الحميقاني", "حزب الأمة"),
        ("kin_of", "شقيقه", "ناجي الحميقاني"),
        ("leader_of", "ماهر العلواني", "كتيبة الردع"),
        ("backed_by", "كتيبة الردع", "تركيا"),
        ("from", "طبيب", "كسلا"),
    ]


def test_what_two_rules_find_is_told_once() -> None:
    found = one("روى نازح من قرية الحويجة ما حدث.")
    assert (found.type, found.subject, found.object) == ("from", "نازح", "قرية الحويجة")


def test_what_two_sentences_say_is_said_twice() -> None:
    text = "يقود ماهر العلواني حركة أمل. وقال الوفد إن ماهر العلواني يقود حركة أمل منذ 2018."
    first, second = relations(text)
    assert (first.type, first.subject, first.object) == (second.type, second.subject, second.object)
    assert first.statement.time is None and second.statement.time is not None


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت حركة أمل حزب الأمة في كسلا.",
        "قصفت حركة الشباب قاعدة في كيسمايو وقتلت ماهر العلواني.",
        "اعتقلت الشرطة آدم نور في بيدوا.",
        "انسحب الجيش السوداني إلى كسلا.",
        "أفرج حزب الأمة عن سامي الطائي.",
        "التقى ماهر العلواني سامي الطائي في الرمادي.",
    ],
)
def test_no_relation_is_read_out_of_a_deed(text: str) -> None:
    assert related(text) == []
