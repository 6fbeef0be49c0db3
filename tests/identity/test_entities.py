"""Which mentions of a report are one person, group or place."""

from tests.identity.identity_helper import read, same, together

import riwaya


def test_names_of_one_listed_force_are_one() -> None:
    text = "قصف تنظيم الدولة الإسلامية قرية. وقال شهود إن داعش أحرق منازل."
    assert {"تنظيم الدولة الإسلامية", "داعش"} in together(text)


def test_a_joined_kunya_is_the_split_one() -> None:
    text = "قُتل أبوالحسن القرشي. واعتقل الجيش أبا الحسن القرشي قبل عام."
    assert {"أبوالحسن القرشي", "أبا الحسن القرشي"} in together(text)


def test_nearly_the_same_name_is_another_man() -> None:
    text = "قُتل أبو الحسن القرشي. واعتقل الجيش أبو الحسين القرشي."
    assert not any(len(words) > 1 for words in together(text))


def test_the_last_name_alone_is_the_man_named_in_full() -> None:
    text = "قُتل أحمد سالم الزعبي في درعا. وكان الجيش قد اعتقل الزعبي قبل عام."
    assert {"أحمد سالم الزعبي", "الزعبي"} in together(text)


def test_a_last_name_of_two_men_is_neither() -> None:
    text = "قُتل أحمد سالم الزعبي وخالد عمر الزعبي. وكان الجيش قد اعتقل الزعبي قبل عام."
    assert not any("الزعبي" in words and len(words) > 1 for words in together(text))


def test_indefinite_people_are_others_each_time() -> None:
    text = "قُتل مدنيان في حلب. وقُتل مدنيان في حماة."
    assert not any("مدنيان" in words for words in together(text))


def test_the_entity_has_its_names_and_the_first_is_a_name() -> None:
    made = riwaya.read("قصف تنظيم الدولة الإسلامية قرية. وقال شهود إن داعش أحرق منازل.")
    (entity,) = [e for e in made.entities if "داعش" in e.names]
    assert (entity.kind, entity.name) == ("group", "تنظيم الدولة الإسلامية")


def test_a_capital_is_a_town_where_something_happens_and_else_the_government() -> None:
    """Five dead in Mogadishu and the words of Somalia's government were one place."""
    made = riwaya.read("قتل 5 مدنيين في مقديشو. ودعت الصومال إلى ضبط النفس. ورفضت مقديشو الهدنة.")
    entity = {m.id: m.entity for m in made.mentions}
    meant = {e.id: e.meant for e in made.entities}
    place, town = [m for m in made.mentions if m.text == "مقديشو"]
    (country,) = [m for m in made.mentions if m.text == "الصومال"]
    assert (place.kind, meant[entity[place.id] or ""]) == ("place", None)
    assert entity[town.id] == entity[country.id] != entity[place.id]
    assert meant[entity[town.id] or ""] == "الصومال"


def test_what_the_text_calls_one_is_one() -> None:
    text = "اعتقلت الشرطة ماهر الجبوري، المعروف باسم أبو ليث. وكان أبو ليث يعمل سائقا."
    assert {"ماهر الجبوري", "أبو ليث"} in together(text)
    assert not same(text.replace("المعروف باسم", "وشقيق"), "ماهر الجبوري", "أبو ليث")


def test_an_entity_has_the_kind_of_its_mentions_and_the_english_name_of_a_listed_actor() -> None:
    made = read("هاجم مسلحون من حركة الشباب قاعدة في جوهر. وقُتل عمر الجبوري.")
    known = {e.name: (e.kind, e.meant, e.english) for e in made.entities}
    assert known["حركة الشباب"][:2] == ("group", "حركة الشباب")
    assert "Shabaab" in (known["حركة الشباب"][2] or "")
    assert known["عمر الجبوري"] == ("person", None, None)
    assert known["جوهر"] == ("place", None, None)
