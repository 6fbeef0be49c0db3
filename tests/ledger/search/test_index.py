"""The index: what is found, in which order, equal on SQLite and PostgreSQL."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, create_engine, select

from riwaya.ledger.search import (
    BadQuery,
    add,
    count,
    create,
    find,
    parse,
    remove,
    search_text,
    stems,
    tidy,
)

FIRST = date(2020, 1, 1)
CLITICS = ("", "", "و", "ال", "بال", "لل", "ل")
WORDS = [
    "قتل", "مدني", "حوثي", "مدينة", "غارة", "أبوالحسن", "عبدالله", "كامل",
    "أمل", "باسم", "دبابة", "لجنة", "سوري", "2,500", "M-16", "مقاتل",
    "مقاتلون", "غارات", "حوثيين", "شهداء", "دير", "الزور", "أبو", "عبد", "الله",
]  # fmt: skip


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        create(connection)
        yield connection
    engine.dispose()


def told(connection: Connection, *texts: str, kind: str = "report") -> None:
    """Adds texts as 1, 2, 3 …, each published a day before the one before it."""
    for key, text in enumerate(texts, 1):
        add(connection, kind, key, text, FIRST - timedelta(days=key))


def reports(connection: Connection, query: str) -> list[int]:
    return find(connection, query, kind="report")


def test_all_words_have_to_be_there_in_any_spelling(connection: Connection) -> None:
    told(connection, "قصف الحوثيون مدينة تعز", "انسحب الحوثيون", "قصفت طائرات مدينة إب")
    assert reports(connection, "حوثي") == [1, 2]
    assert reports(connection, "مدينه حوثيين") == [1]
    assert reports(connection, "ادلب") == []


@pytest.mark.parametrize("quotes", ["«»", '""', "“”"])
def test_a_phrase_stands_together_in_its_order(connection: Connection, quotes: str) -> None:
    told(connection, "قتل قائد اللواء الثامن", "قائد قتل", "اللواء نعى القائد", "القائد قَتل")
    opening, closing = quotes
    assert reports(connection, f"{opening}قتل قائد{closing}") == [1]
    assert reports(connection, f"{opening}قائد اللواء الثامن{closing} قتل") == [1]
    assert reports(connection, f"{opening}قائد قتل{closing}") == [2, 4]
    assert reports(connection, f"قائد -{opening}قائد قتل{closing}") == [1, 3]


def test_words_and_phrases_are_left_out(connection: Connection) -> None:
    told(connection, "هدنة في الجنوب", "هدنة في الشمال", "هدنة")
    assert reports(connection, "هدنة -جنوب") == [2, 3]
    assert reports(connection, "هدنة -جنوب -«في الشمال»") == [3]


def test_a_name_of_two_words_is_one(connection: Connection) -> None:
    told(connection, "نعى أبوالحسن رفاقه", "نعى أبو الحسن رفاقه", "نعى الحسن أخاه", "حسن أبو سالم")
    assert reports(connection, "أبو الحسن") == reports(connection, "ابوالحسن") == [1, 2]
    assert reports(connection, "«نعى أبو الحسن رفاقه»") == [1, 2]
    assert reports(connection, "حسن") == [1, 2, 3, 4]


def test_newest_first_then_by_number_and_last_those_without_a_day(connection: Connection) -> None:
    days = {5: FIRST, 7: None, 2: FIRST, 9: FIRST + timedelta(days=1), 1: None, 3: date(1900, 1, 1)}
    for key, day in days.items():
        add(connection, "report", key, "اشتباك", day)
    assert reports(connection, "اشتباك") == [9, 2, 5, 3, 1, 7]
    assert find(connection, "اشتباك", kind="report", limit=2, offset=1) == [2, 5]
    assert find(connection, "اشتباك", kind="report", offset=6) == []


def test_kinds_are_apart(connection: Connection) -> None:
    for kind in ("report", "incident", "entity"):
        told(connection, f"اشتباك {kind}", kind=kind)
    assert find(connection, "اشتباك", kind="incident") == [1]
    assert find(connection, "entity", kind="incident") == []
    remove(connection, "incident", 1)
    assert count(connection, "اشتباك", kind="incident") == 0
    assert count(connection, "اشتباك", kind="entity") == 1
    with pytest.raises(ValueError, match="rumour"):
        add(connection, "rumour", 1, "اشتباك", None)


def test_adding_again_replaces_and_removing_leaves_nothing(connection: Connection) -> None:
    told(connection, "قصف على السوق", "قصف على المشفى")
    add(connection, "report", 1, "انسحاب من السوق", FIRST)
    assert reports(connection, "قصف") == [2]
    assert reports(connection, "سوق") == [1]
    remove(connection, "report", 1)
    remove(connection, "report", 1)
    assert reports(connection, "سوق") == []
    assert len(connection.execute(select(search_text.c.key)).all()) == 1
    tidy(connection)
    assert reports(connection, "مشفى") == [2]


def test_hidden_texts_are_neither_given_nor_counted(connection: Connection) -> None:
    told(connection, "هدنة في البلدة", "هدنة في البلدة", "هدنة في البلدة")
    hidden = select(search_text.c.key).where(search_text.c.key == 2)
    for query in ("هدنة", "«في البلدة»"):
        assert find(connection, query, kind="report", hidden=hidden) == [1, 3]
        assert count(connection, query, kind="report", hidden=hidden) == 2
        assert find(connection, query, kind="report", hidden=hidden, limit=1, offset=1) == [3]


def test_many_texts_are_searched_for_a_phrase(connection: Connection) -> None:
    texts = ["أطلق الجيش النار" if n % 100 == 99 else "الجيش أطلق أسيرا" for n in range(1200)]
    told(connection, *texts)
    assert reports(connection, "«أطلق الجيش»") == list(range(100, 1201, 100))
    assert find(connection, "«أطلق الجيش»", kind="report", limit=2, offset=9) == [1000, 1100]
    assert count(connection, "«أطلق الجيش»", kind="report") == 12
    assert count(connection, "جيش", kind="report") == 1200
    assert count(connection, "جيش", kind="report", at_most=1000) == 1000


def test_a_long_text_is_found_by_all_its_words(connection: Connection) -> None:
    told(connection, "قال شاهد " * 10_000 + "انتهى الحديث", "شاهد قال")
    assert reports(connection, "انتهى") == [1]
    assert reports(connection, "«قال شاهد»") == [1]
    assert reports(connection, "«شاهد قال»") == [1, 2]


@pytest.mark.parametrize(
    "text", ["", "!؟ …", "a'b \\ c\" | & <-> : *", "\x00 \ud800 ﷺ", "كلمة" * 999]
)
def test_any_text_can_be_added(connection: Connection, text: str) -> None:
    told(connection, text, text + " هدنة 'الليل'")
    assert reports(connection, "هدنة ليل") == [2]
    for token in stems(text)[:1]:
        assert reports(connection, text[token.start : token.end]) == [1, 2]


@pytest.mark.parametrize(
    "query", ["هدنة'", "هدنة\\", "هدنة & | ! <-> :*", "NEAR(هدنة)", "هدنة\x00"]
)
def test_marks_in_a_query_mean_nothing(connection: Connection, query: str) -> None:
    told(connection, "هدنة near")
    assert reports(connection, query) == [1]


def test_a_query_without_words_is_refused(connection: Connection) -> None:
    with pytest.raises(BadQuery, match="no word to search for"):
        reports(connection, "-هدنة")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_random_corpus_is_searched_as_one_reads_it(connection: Connection, seed: int) -> None:
    chance = random.Random(seed)
    texts = {key: " ".join(some(chance, 2, 25)) for key in range(150)}
    days = {key: FIRST + timedelta(days=chance.randrange(40)) for key in texts}
    for key, text in texts.items():
        add(connection, "report", key, text, days[key] if key % 7 else None)
    newest = sorted(texts, key=lambda k: (-days[k].toordinal() if k % 7 else 0, k))
    for _ in range(60):
        query = asked(chance)
        read = [key for key in newest if reads_as(texts[key], query)]
        found = find(connection, query, kind="report", limit=200)
        assert found == read, query
        assert count(connection, query, kind="report") == len(read)


def some(chance: random.Random, least: int, most: int) -> list[str]:
    number = chance.randint(least, most)
    return [chance.choice(CLITICS) + chance.choice(WORDS) for _ in range(number)]


def asked(chance: random.Random) -> str:
    parts = some(chance, 1, 2)
    if chance.random() < 0.5:
        parts.append(f"«{' '.join(some(chance, 2, 3))}»")
    if chance.random() < 0.3:
        parts = parts[-1:]
    if chance.random() < 0.3:
        parts.append(f"-{chance.choice(WORDS)}")
    if chance.random() < 0.2:
        parts.append(f"-«{' '.join(some(chance, 2, 2))}»")
    return " ".join(parts)


def reads_as(text: str, query: str) -> bool:
    """What a query means, told once more without any index."""
    places = [set(token.stems) for token in stems(text)]

    def stands(phrase: tuple[tuple[str, ...], ...]) -> bool:
        return any(
            all(set(word) & place for word, place in zip(phrase, places[i:], strict=False))
            for i in range(len(places) - len(phrase) + 1)
        )

    wanted, unwanted = parse(query)
    return all(map(stands, wanted)) and not any(map(stands, unwanted))
