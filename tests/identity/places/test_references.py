"""Which place a mention means, and how precisely its words say so."""

from __future__ import annotations

import pytest

import riwaya
from riwaya.identity.places.globe import distance
from riwaya.model import PlaceReference

TOWNS = {
    "حلب": (36.2, 37.16), "درعا": (32.62, 36.1), "تدمر": (34.56, 38.28), "بيروت": (33.89, 35.5),
    "طرابلس LB": (34.44, 35.85), "طرابلس LY": (32.89, 13.19), "المسيفرة": (32.63, 36.34),
    "الحارة": (33.06, 36.0), "مأرب": (15.46, 45.33), "الفاشر": (13.63, 25.35),
}  # fmt: skip


def _places(text: str) -> dict[str, PlaceReference]:
    return {m.text: m.place for m in riwaya.read(text).mentions if m.place}


def _near(place: PlaceReference, town: str, km: float = 15) -> bool:
    assert place.latitude is not None and place.longitude is not None
    return distance((place.latitude, place.longitude), TOWNS[town]) < km


@pytest.mark.parametrize(
    ("text", "words", "town"),
    [
        ("قُتل مدني في مدينة درعا.", "مدينة درعا", "درعا"),
        ("قُتل مدني في بلدة الحارة بريف درعا الشمالي.", "بلدة الحارة", "الحارة"),
        ("اشتباكات في طرابلس بين قوات الوحدة الوطنية ومسلحين غربي ليبيا.", "طرابلس", "طرابلس LY"),
        ("اشتباكات في جبل محسن بمدينة طرابلس شمال لبنان.", "مدينة طرابلس", "طرابلس LB"),
        ("قُتل مدني في بلدة المسيفرة شرقي درعا.", "بلدة المسيفرة", "المسيفرة"),
        ("قصف الدعم السريع مدينة الفاشر بالسودان.", "مدينة الفاشر", "الفاشر"),
        ("هاجم الحوثيون مدينة مأرب في اليمن.", "مدينة مأرب", "مأرب"),
    ],
)
def test_the_report_settles_which_place_is_meant(text: str, words: str, town: str) -> None:
    place = _places(text)[words]
    assert _near(place, town)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("قُتل مدني في سوريا.", "سوريا", "country"),
        ("قُتل مدني في محافظة درعا.", "محافظة درعا", "governorate"),
        ("قُتل مدني بريف درعا.", "ريف درعا", "governorate"),
        ("قُتل مدني في قضاء سنجار بالعراق.", "قضاء سنجار", "district"),
        ("قُتل مدني شمالي مدينة درعا.", "شمالي مدينة درعا", "near"),
        ("قُتل مدني قرب مدينة درعا.", "قرب مدينة درعا", "near"),
        ("قُتل مدني في مدينة درعا.", "مدينة درعا", "exact"),
        ("قُتل مدني في بلدة خشمبورة بريف درعا.", "بلدة خشمبورة", "exact"),
    ],
)
def test_the_precision_is_that_of_the_words(text: str, words: str, precision: str) -> None:
    found = _places(text)
    assert found[words].precision == precision, found


def test_a_distance_and_a_direction_move_the_point() -> None:
    text = "وقع الانفجار على بعد 20 كم شمال شرقي مدينة حلب في سوريا."
    (place,) = [p for words, p in _places(text).items() if "شمال شرقي" in words]
    assert place.precision == "near"
    assert place.id is None
    assert place.latitude is not None and place.longitude is not None
    assert distance((place.latitude, place.longitude), TOWNS["حلب"]) == pytest.approx(20, abs=6)
    assert place.latitude > TOWNS["حلب"][0] and place.longitude > TOWNS["حلب"][1]


def test_a_place_that_no_table_knows_stays_a_place_of_what_surrounds_it() -> None:
    place = _places("قُتل مدني في قرية خشمبورة بريف درعا في سوريا.")["قرية خشمبورة"]
    assert (place.id, place.latitude, place.country, place.admin) == (None, None, "SY", "درعا")


def test_a_name_that_the_report_does_not_settle_gets_no_point() -> None:
    for words, place in _places("قُتل رجل في العين.").items():
        assert place.latitude is None, words


@pytest.mark.parametrize(
    "text",
    [
        "قُتل عنصر من كتائب حلب.",
        "شيّع الأهالي الشهداء أمس.",
        "أعلن الجيش تحقيق النصر.",
        "قال أبو حمزة الشامي إن المعركة مستمرة.",
        "خرجت تظاهرة باتجاه السلام العالمي.",
    ],
)
def test_words_and_names_of_units_and_men_are_no_places(text: str) -> None:
    assert {w: p for w, p in _places(text).items() if p.latitude is not None} == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قُتل مدني في ديرالزور.", "ديرالزور"),
        ("قُتل مدني في دير الزور.", "دير الزور"),
        ("قُتل مدني في #دير_الزور.", "دير_الزور"),
    ],
)
def test_joined_and_split_names_are_one_place(text: str, words: str) -> None:
    assert _places(text)[words].name == "دير الزور"


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القوات مدينة صعدة. وسقطت قذائف جنوب المدينة.",
        "اعتُقل رجل في الحارة المجاورة.",
        "قُتل حارس في مقر إقامته.",
        "أرسلوا وفدا إلى الوزير.",
        "قُتل أشرف سالم.",
    ],
)
def test_generic_nouns_and_names_of_men_have_no_point_of_a_namesake(text: str) -> None:
    """«المدينة», the town told of before, was al-Madina near Basra."""
    far = {w: p.name for w, p in _places(text).items() if p.latitude and p.name != "صعدة"}
    assert far == {}


def test_an_adjective_of_a_country_is_no_place() -> None:
    found = _places("سقطت قذيفة شرق العاصمة السودانية الخرطوم.")
    assert not any(p.name == "السودانية" for p in found.values())
    assert found["الخرطوم"].country == "SD"


def test_what_a_joined_place_lies_in_need_not_hold_of_the_first() -> None:
    found = _places("قصف قرب الخرطوم ومدينة مروي بالولاية الشمالية في السودان.")
    assert (found["الخرطوم"].name, found["الخرطوم"].admin) == ("الخرطوم", "الخرطوم")
    found = _places("قصف على بلدتي الناقورة وميس الجبل في جنوب لبنان.")
    assert found["ميس الجبل"].latitude is not None


def test_a_generic_noun_that_the_report_places_is_the_village_of_that_name() -> None:
    assert _near(_places("قُتل مدني في الحارة بريف درعا.")["الحارة"], "الحارة")


@pytest.mark.parametrize("where", ["وسط مدينة عفرين", "في سوق مدينة عفرين"])
def test_a_second_generic_noun_is_no_name_of_a_town(where: str) -> None:
    """«وسط مدينة عفرين» was put in a town called «المدينة», far away."""
    places = [m.place for m in riwaya.read(f"قُتل شخص {where}.").mentions if m.place]
    assert {place.name for place in places} == {"عفرين"}
