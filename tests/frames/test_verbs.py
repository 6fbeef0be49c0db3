"""Who does and who suffers what a finite verb tells."""

from typing import Any

import pytest
from tests.told import one, told


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("قتلت القوات الحكومية أربعة مسلحين.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("القوات الحكومية قتلت أربعة مسلحين.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("قُتل أربعة مسلحين.", [], ["أربعة مسلحين"]),
        ("قتل أربعة مسلحين على يد القوات الحكومية.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("أربعة مسلحين قتلوا في كمين.", [], ["أربعة مسلحين"]),
    ],
)
def test_orders_and_voices_of_one_deed(text: str, agent: list[str], target: list[str]) -> None:
    found = one(text, "killing")
    assert (found.who("agent"), found.who("target")) == (agent, target)


def test_written_vowels_tell_the_passive() -> None:
    found = one("قُصفت بلدة كفرنبل صباح اليوم.", "shelling")
    assert (found.who("agent"), found.who("place")) == ([], ["بلدة كفرنبل"])


def test_joined_verbs_go_on_with_the_subject() -> None:
    text = "هاجم مسلحون قرية في مالي وأحرقوا المنازل ثم انسحبوا منها."
    assert one(text, "destruction").who("agent") == ["مسلحون"]
    assert one(text, "withdrawal").who("agent") == ["مسلحون"]


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        (
            "المليشيا اقتحمت القرية واغتصبت ثلاث فتيات.", "sexual_violence",
            ["المليشيا"], ["ثلاث فتيات"],
        ),
        (
            "هجّرت قوات النظام نحو 300 عائلة من حي الوعر.", "displacement",
            ["قوات النظام"], ["300 عائلة"],
        ),
        ("أخلت فرق الدفاع المدني السكان من بناء دمره القصف.", "destruction", [], []),
    ],
)  # fmt: skip
def test_nobody_who_suffers_or_rescues_is_the_doer(
    text: str, kind: str, agents: list[str], targets: list[str]
) -> None:
    """Victims of the last of two deeds were its doers, and rescuers those who had shelled."""
    found = one(text, kind)
    assert (found.who("agent"), found.who("target")) == (agents, targets)


def test_a_sentence_of_death_is_a_judgment() -> None:
    kinds = {e.statement.type for e in told("صدقت المحكمة على حكم الإعدام بحق مدان.")}
    assert "judgment" in kinds and "execution" not in kinds


def test_a_verb_goes_on_with_a_force_in_the_feminine() -> None:
    """Collective nouns in the plural were masculine, so that «وانسحبت» named nobody."""
    text = "دخلت وحدة من الجيش المالي بلدة تساليت الاثنين، وانسحبت منها في اليوم التالي."
    assert one(text, "withdrawal").who("agent") == ["وحدة من الجيش المالي"]


def test_a_town_behind_a_phrase_that_names_the_doer_is_hit() -> None:
    assert one("قصفت الطائرات دمشق.", "airstrike").who("target") == ["دمشق"]


def test_a_town_behind_a_noun_of_attack_is_hit() -> None:
    assert one("هدد الحوثيون بقصف أبوظبي.", "shelling").who("agent") == ["الحوثيون"]


def test_a_title_takes_no_noun_in_the_accusative() -> None:
    found = one("أعدم القائد ضابطاً.", "execution")
    assert (found.who("agent"), found.who("target")) == (["القائد"], ["ضابطاً"])


def test_who_blows_himself_up_with_others_hurts_them() -> None:
    """«فجّر نفسه وثلاثة من أطفاله» made the children bombers."""
    found = one("فجّر القيادي نفسه وثلاثة من أطفاله.", "suicide_bombing")
    assert (found.who("agent"), found.who("target")) == (["القيادي"], ["ثلاثة من أطفاله"])


def test_who_stands_behind_by_the_hand_of_in_quotes_is_the_doer() -> None:
    found = one('أُفرج عن الشاب رامي الذي اختطف من قبل "قسد".', "abduction")
    assert found.who("agent") == ["قسد"]


def test_what_falls_is_fired_by_nobody_told_before() -> None:
    """Of «قُتل فلان … عندما سقط صاروخ» the dead man was made the one who fired."""
    assert one("قُتل أحمد العلي عندما سقط صاروخ على المنزل.", "shelling").who("agent") == []


@pytest.mark.parametrize("who", ["نتنياهو", "وزير الدفاع", "الناطق العسكري باسم سرايا القدس"])
def test_who_is_named_alone_behind_a_verb_of_threat_threatens(who: str) -> None:
    """«هدد نتنياهو بقصف بيروت» was read as if he were threatened."""
    found = one(f"هدد {who} بقصف بيروت.", "threat")
    assert (found.who("agent"), found.who("target")) == ([who], [])


def test_a_written_passive_of_a_threat_is_suffered() -> None:
    threat, killing = told("هُدد الصحفي بالقتل.")
    assert (threat.who("agent"), threat.who("target")) == ([], ["الصحفي"])
    assert killing.who("agent") == []


def test_the_victim_that_a_phrase_ends_with_did_nothing() -> None:
    """«أردوه قتيلاً»: the dead man killed him."""
    found = one("أطلق مسلحون النار على القاضي فأردوه قتيلاً.", "killing")
    assert (found.who("agent"), found.who("target")) == (["مسلحون"], ["القاضي"])


@pytest.mark.parametrize(
    ("text", "kind", "role", "who"),
    [
        ("تجمع مئات المتظاهرين أمام المبنى، مطالبين الحكومة والأمم المتحدة بالتدخل.",
         "protest", "agent", ["المتظاهرين"]),
        ("قُتل تسعة أشخاص، معظمهم نساء وأطفال، في غارة.", "killing", "target", ["تسعة أشخاص"]),
        ("قُتل خالد المحمد، أحد وجهاء البلدة وابن عم المختار.",
         "killing", "target", ["خالد المحمد"]),
        ("قُتل خالد المحمد، وأخوه وابن عمه.",
         "killing", "target", ["خالد المحمد", "أخوه", "ابن عمه"]),
    ],
)  # fmt: skip
def test_who_is_joined_to_what_stands_behind_a_comma_is_none_of_the_first(
    text: str, kind: str, role: Any, who: list[str]
) -> None:
    assert one(text, kind).who(role) == who
