"""A person's name in its parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.model import PersonName


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("محمد أحمد الزعبي", {"given": ("محمد", "أحمد"), "nisbas": ("الزعبي",)}),
        ("أبو حمزة الشامي", {"kunya": "أبو حمزة", "nisbas": ("الشامي",)}),
        ("أبوحمزة الشامي", {"kunya": "أبوحمزة", "nisbas": ("الشامي",)}),
        ("أم عمر", {"kunya": "أم عمر"}),
        ("علي بن أبي طالب الحسيني", {"given": ("علي",), "nasab": ("أبي طالب",)}),
        ("محمد ولد عبد العزيز", {"given": ("محمد",), "nasab": ("عبد العزيز",)}),
        ("خالد آل خليفة", {"given": ("خالد",), "family": "آل خليفة"}),
        ("عبد الرحمن السديس", {"given": ("عبد الرحمن",)}),
        ("عبدالرحمن السديس", {"given": ("عبدالرحمن",)}),
        ("سيف الإسلام القذافي", {"given": ("سيف الإسلام",), "nisbas": ("القذافي",)}),
        ("حسن نصر الله", {"given": ("حسن", "نصر الله")}),
        ("محمد أبو ريشة", {"given": ("محمد",), "family": "أبو ريشة"}),
        ("العقيد سالم جابر", {"titles": ("العقيد",), "given": ("سالم", "جابر")}),
        ("وزير الدفاع اللواء سالم جابر", {"given": ("سالم", "جابر")}),
    ],
)
def test_parts(name: str, parts: dict[str, object]) -> None:
    made = riwaya.analyse_name(name)
    assert {part: getattr(made, part) for part in parts} == parts


def test_titles_are_cut_off_and_kept() -> None:
    made = riwaya.analyse_name("وزير الدفاع اللواء سالم جابر")
    assert made.text == "سالم جابر"
    assert " ".join(made.titles) == "وزير الدفاع اللواء"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أبو الحسن القرشي", "أبوالحسن القرشي"),
        ("أبو الحسن القرشي", "أبا الحسن القرشي"),
        ("أبو الحسن القرشي", "ابي الحسن القرشي"),
        ("عبد الرحمن السيد", "عبدالرحمن السيد"),
        ("أحمد إبراهيم", "احمد ابراهيم"),
        ("مصطفى هدى", "مصطفي هدي"),
        ("فاطمة علي", "فاطمه علي"),
        ("العقيد سالم جابر", "سالم جابر"),
        ("سالم بن جابر", "سالم ابن جابر"),
        ("سالــم جَابِر", "سالم جابر"),
        ("داود إسحاق", "داوود إسحق"),
    ],
)
def test_spellings_of_a_name_share_a_key(one: str, other: str) -> None:
    assert riwaya.analyse_name(one).key == riwaya.analyse_name(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أبو الحسن القرشي", "أبو الحسين القرشي"),
        ("عبد الرحمن السيد", "عبد الرحيم السيد"),
        ("سالم جابر", "سليم جابر"),
        ("أبو عمر", "أم عمر"),
        ("سالم بن جابر", "جابر بن سالم"),
    ],
)
def test_near_names_keep_their_keys_apart(one: str, other: str) -> None:
    assert riwaya.analyse_name(one).key != riwaya.analyse_name(other).key


def test_names_of_a_report_come_with_their_parts() -> None:
    made = riwaya.read("قُتل القيادي أبو حمزة الشامي برصاص مجهولين في درعا.")
    (name,) = [m.name for m in made.mentions if m.name]
    assert (name.kunya, name.nisbas, name.titles) == ("أبو حمزة", ("الشامي",), ("القيادي",))
    assert not any(m.kind == "place" and "الشام" in m.text for m in made.mentions)


_PIECES = "محمد أبو أبي بن ابن عبد الله آل ولد العقيد وزير الدفاع ال و ( ) - ."


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES.split()), max_size=7), st.text(max_size=12))
def test_no_text_raises(words: list[str], odd: str) -> None:
    made = riwaya.analyse_name(" ".join(words) + odd)
    assert isinstance(made, PersonName)
    assert made.key == riwaya.analyse_name(" ".join(words) + odd).key
