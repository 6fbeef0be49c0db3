"""One incident as a page."""

from __future__ import annotations

from dataclasses import replace

from riwaya.ledger import Ledger
from riwaya.ledger.nouns import Account, Carrier, FieldStanding, Incident, Said, Voice, Where, Words
from riwaya.views.ledger.page import page


def account(name: str, value: Said, field: str = "agent", report: str = "r1") -> Account:
    carrier = Carrier(report, f"منبر {report}", None, ())
    return Account(Voice(name, name, "outlet"), (carrier,), {field: (value,)}, {})


def words(report: str, start: int = 0) -> tuple[Words, ...]:
    return (Words(report, start, start + 4, "قالت", "e1"),)


def shown(incident: Incident, *accounts: Account, field: str = "agent") -> str:
    standing = {field: FieldStanding("contested", "so")}
    made = replace(
        incident, accounts=accounts, standing=standing, reports={"r1": 1, "r2": 2}, reasons={}
    )
    return page(made, {"t1": "r1"}, {("r1", "e1"): "key-of-e1"})


def test_one_side_in_other_words_is_one_value(hayan: Incident) -> None:
    army = Said("الجيش", ("state:SY",), words=words("r1"))
    units = Said("وحدات من الجيش", ("state:SY",), words=words("r2"))
    locals_ = Said("محليون", ("local",), words=words("r1"))
    made = shown(hayan, account("أ", army), account("ب", units, report="r2"), account("ج", locals_))
    assert "\n  الجيش / وحدات من الجيش\n    أ, in r1 (منبر r1) [1]\n    ب, in r2" in made
    assert "\n  محليون\n    ج, in r1" in made


def test_acts_of_credit_stay_apart(hayan: Incident) -> None:
    claims = Said("claims: الجيش", ("state:SY",), words=words("r1"))
    denies = Said("denies: الجيش", ("state:SY",), denied=True, words=words("r1"))
    made = shown(
        hayan, account("أ", claims, "credit"), account("ب", denies, "credit"), field="credit"
    )
    assert "\n  claims: الجيش\n" in made
    assert "\n  denies: الجيش\n" in made


def test_one_place_under_two_names_is_one_value(hayan: Incident) -> None:
    near = Said("جاسم", where=Where("جاسم", "a", "geo:1"), words=words("r1"))
    same = Said("مدينة جاسم", where=Where("مدينة جاسم", "b", "geo:1"), words=words("r1"))
    other = Said("الحي", where=Where("الحي", "c"), words=words("r1"))
    made = shown(
        hayan, *(account(n, s, "place") for n, s in zip("أبج", (near, same, other), strict=True)),
        field="place",
    )  # fmt: skip
    assert "  جاسم / مدينة جاسم\n" in made
    assert "\n  الحي\n" in made


def test_several_sources_that_hang_together_are_not_called_one(hayan: Incident) -> None:
    """Three sources stood under «one source alone»."""
    told = [account(n, Said("yes"), "happened") for n in "أبج"]
    made = replace(hayan, accounts=tuple(told), standing={
        "happened": FieldStanding("single", "أ")
    }, reports={"r1": 1}, reasons={})  # fmt: skip
    text = page(made, {"t1": "r1"}, {})
    assert "Did it happen: no second independent source" in text
    assert "one source alone" not in text


def test_tolls_of_different_people_are_said_to_be_so(hayan: Incident) -> None:
    """The range over all accounts stood as if it were one count of the same people."""
    apart = {"killed": FieldStanding("single", "أ", apart=True)}
    made = replace(hayan, killed=(15, 60), standing=apart)
    assert "15 to 60, over all accounts; not all count the same people" in page(made, {}, {})


def test_what_was_said_before_is_said_to_be_so(hayan: Incident) -> None:
    now = account("أ", Said("7", low=7, high=7, words=words("r1")), "killed")
    before = replace(now, superseded={"killed": (Said("3", low=3, high=3, words=words("r1", 9)),)})
    made = shown(hayan, before, field="killed")
    assert "  before: 3\n    أ, in r1 (منبر r1) [2], who says otherwise now\n" in made


def test_evidence_has_what_judgements_hang_on(hayan: Incident) -> None:
    made = shown(hayan, account("أ", Said("x", words=words("r1"))))
    assert made.endswith("[1] r1 (منبر r1): «قالت»\n    statement key-of-e1\n")


def test_reports_without_reasons(hayan: Incident) -> None:
    made = shown(hayan, account("أ", Said("x", words=words("r1"))))
    assert "  r1 (منبر r1): 1 statement\n    the others were put to it\n" in made
    assert "  r2: 2 statements\n" in made


def test_of_a_ledger(told: Ledger, hayan: Incident) -> None:
    made = page(hayan, told.tellings_of(hayan.id), told.statement_keys(list(hayan.reports)))
    assert made.startswith("shelling")
    assert "same place, same day" in made
    assert all(said in made for said in ("Did it happen: ", "Killed: contested"))
    assert "_" not in made.partition("\nEvidence\n")[0].replace(hayan.id, "")


def test_nothing_in_it_misleads(spoofed: Incident) -> None:
    made = page(spoofed, {}, {})
    assert not {"\u202e", "\u2066", "\u200f", "\x1b", "\x07"} & set(made)
    assert "⟨RLO⟩أ⟨U+001B⟩[31m ب" in made
