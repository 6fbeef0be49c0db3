"""Who speaks by a cue: the subject of a verb, the noun behind «بحسب», who spoke before."""

import pytest
from tests.frames.reading_helper import sources
from tests.told import one, told

_TAKEN = "أن مسلحاً خطف تاجراً في كركوك"


def _names(text: str) -> list[str]:
    return [name for name, _ in sources(text, "abduction")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"وذكر قائد الشرطة {_TAKEN}.", ["قائد الشرطة"]),
        (f"قائد الشرطة ذكر {_TAKEN}.", ["قائد الشرطة"]),
        (f"وكان قائد الشرطة قد ذكر {_TAKEN}.", ["قائد الشرطة"]),
        (f"هرب السائق الذي ذكر {_TAKEN}.", ["السائق"]),
        (f"زار الوزير كركوك، وذكر {_TAKEN}.", ["الوزير"]),
        (f"زارت الوزيرة كركوك، وذكر شاهد {_TAKEN}.", ["شاهد"]),
    ],
)
def test_the_subject_of_a_verb_of_saying_speaks(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "opening",
    ["ويقال إن", "ونقول إن", "وذكرت الكلثومة أن", "وذكرت الأنباء أن", "وأفادت أنباء بأن"],
)
def test_an_unknown_subject_or_nobody_is_not_who_spoke_before(opening: str) -> None:
    before = "قال الوزير إن جندياً قُتل."
    assert _names(f"{before} {opening} مسلحاً خطف تاجراً في كركوك.") == []
    assert _names(f"{before} وذكر {_TAKEN}.") == ["الوزير"]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("وفقاً لوزارة الداخلية", ["وزارة الداخلية"]),
        ("وفقاً لإحصائية نشرتها وزارة الداخلية", ["وزارة الداخلية"]),
        ("نقلاً عن الإذاعة عن طبيب في المشفى", ["الإذاعة", "طبيب"]),
        ("وفقاً لوكالة رويترز نقلاً عن طبيب في المشفى", ["وكالة رويترز", "طبيب"]),
        ("وفقاً للخطة", []),
    ],
)
def test_the_noun_behind_a_phrase_speaks(behind: str, names: list[str]) -> None:
    assert _names(f"خطف مسلح تاجراً في كركوك، {behind}.") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"نقلت قناة الفلوجة عن والد الضحية {_TAKEN}.", ["قناة الفلوجة", "والد الضحية"]),
        (f"كتب موقع محلي عن شهود {_TAKEN}.", ["موقع محلي", "شهود"]),
        (f"كتب موقع محلي عن الانتخابات، وذكر شهود {_TAKEN}.", ["شهود"]),
        (f"نقلت قناة الفلوجة صوراً من السوق، وذكرت {_TAKEN}.", ["قناة الفلوجة"]),
    ],
)
def test_an_outlet_quotes_whom_it_names_behind_its_verb(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("inner", "verb", "names"),
    [
        ("الطبيب عمر سالم", "وأضاف", ["وكالة رويترز", "عمر سالم"]),
        ("الطبيب عمر سالم", "وأضافت", ["وكالة رويترز"]),
        ("شهود", "وأضافوا", ["وكالة رويترز", "شهود"]),
        ("شهود", "وأضافت", ["وكالة رويترز"]),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_whom_its_form_fits(
    inner: str, verb: str, names: list[str]
) -> None:
    text = f"نقلت وكالة رويترز عن {inner} أن قذيفة قتلت طفلاً. {verb} {_TAKEN}."
    assert _names(text) == names


def test_a_joined_verb_with_an_object_goes_on_with_who_acted() -> None:
    text = "هاجم الفصيل الثكنة، واتهم الجيش بقصف القرية."
    assert sources(text, "shelling") == [("الفصيل", "accuse")]


def test_a_participle_goes_on_with_a_speaker_of_its_gender() -> None:
    text = "ذكرت إذاعة محلية أن الجيش قصف القرية، مشيرة إلى مقتل راع."
    assert [name for name, _ in sources(text, "killing")] == ["إذاعة محلية"]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("أكد المرصد أن مسيّرة استهدفت السيارة، مؤكداً مقتل شخص.", "killing", "المرصد"),
        ("قال الوجيه إن سبعة رعاة قُتلوا، متهماً الجيش بقصف المرعى.", "shelling", "الوجيه"),
    ],
)
def test_a_drone_and_the_dead_do_not_speak(text: str, kind: str, who: str) -> None:
    assert [name for name, _ in sources(text, kind)] == [who]


def test_whom_a_correspondent_quotes_stands_inside() -> None:
    text = "أفاد مراسل الوكالة، نقلا عن مصدر أمني، بمقتل شرطي."
    assert [name.split()[0] for name, _ in sources(text, "killing")][-1] == "مصدر"


def test_the_dead_say_nothing() -> None:
    """«بلغت الحصيلة 20 قتيلاً و35 جريحاً» had the dead tell of the wounded."""
    event = one("وبلغت الحصيلة 20 قتيلاً و35 جريحاً.", "injury")
    assert event.statement.attribution == ()


@pytest.mark.parametrize(
    "claim",
    [
        "وتبنّت الهجوم جماعة نصرة الإسلام.",
        "وتبنّت الهجوم على القاعدة العسكرية جماعة نصرة الإسلام.",
    ],
)
def test_who_claims_a_deed_may_stand_behind_it(claim: str) -> None:
    """The manager who had spoken before was the one who claimed the attack."""
    event = told(f"وقال مدير الشركة إن القافلة تعرضت لقصف. {claim}")[-1]
    assert event.who("agent") == ["جماعة نصرة الإسلام"]
    assert [link.act for link in event.statement.attribution] == ["claim"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("ولم تعترف الحكومة علناً بقصف السوق.", []),
        ("ولم تنكر الحكومة قصف السوق.", ["admit"]),
        ("واعترفت الحكومة بقصف السوق.", ["admit"]),
    ],
)
def test_who_did_not_admit_a_deed_says_nothing_of_it(text: str, acts: list[str]) -> None:
    assert [link.act for link in one(text, "shelling").statement.attribution] == acts
