"""Events as statements: spans, mentions, evidence."""

from datetime import date

from tests.told import one

import riwaya

_TEXT = "وقُتل ثلاثة مدنيين أمس. ونزح آخرون."


def test_the_trigger_is_the_word_without_its_conjunction() -> None:
    found = one(_TEXT, "killing").statement
    assert found.trigger and found.trigger.text == "قُتل"


def test_the_evidence_is_the_sentence() -> None:
    assert one(_TEXT, "killing").statement.evidence[0].text == "وقُتل ثلاثة مدنيين أمس."


def test_a_mention_is_given_once() -> None:
    made = riwaya.read("قصف الجيش بلدة حيان ما أسفر عن مقتل طفل.", published=date(2023, 5, 16))
    places = [(m.start, m.end) for m in made.mentions]
    assert len(set(places)) == len(places)
    agents = {r.mention for s in made.statements for r in s.roles if r.role == "agent"}
    assert len(agents) == 1


def test_the_time_names_its_words() -> None:
    made = riwaya.read(_TEXT, published=date(2023, 5, 16))
    time = made.statements[0].time
    assert time and time.earliest == time.latest == date(2023, 5, 15)
    assert made.mentions_by_id[time.mention or ""].text == "أمس"


def test_rules_tell_how_it_was_read() -> None:
    assert one(_TEXT, "killing").statement.rules
