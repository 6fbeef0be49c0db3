"""Grades: the first rule that holds, from what has not happened to what one source says."""

from __future__ import annotations

from dataclasses import replace

from ledger.accounts.account_helper import account, by, claim, voice

from riwaya.ledger.accounts.grades import grade
from riwaya.ledger.accounts.standing import standings
from riwaya.ledger.nouns import Account, Said

YES, NO, PLANNED = Said("yes"), Said("no", denied=True), Said("intended")


def _grade(*accounts: Account) -> str:
    found, why = grade(accounts, standings(accounts))
    assert why
    return found


def test_what_nobody_says_was_done_has_not_happened() -> None:
    assert _grade(account("a", happened=PLANNED)) == "not_happened"
    assert _grade(account("a", happened=NO), account("b", happened=NO)) == "not_happened"
    assert _grade(account("a", happened=PLANNED), account("b", happened=YES)) == "weak"


def test_what_more_deny_than_say_is_discounted() -> None:
    deny = [account("b", happened=NO), account("c", happened=NO)]
    assert _grade(account("a", happened=YES), *deny) == "discounted"
    state = [voice(x, side="state:RU", official=True) for x in ("army", "ministry")]
    one_voice = [account(v, happened=NO) for v in state]
    assert _grade(account("a", happened=YES), *one_voice) == "contested"


def test_what_sources_exclude_is_contested() -> None:
    assert _grade(account("a", happened=YES), account("b", happened=NO)) == "contested"
    one = account("a", happened=YES, agent=by("state:RU"))
    assert _grade(one, account("b", happened=YES, agent=by("state:SY"))) == "contested"


def test_what_its_doer_says_is_confirmed() -> None:
    owner = account("a", happened=YES, credit=Said("claims: a", ("actor:a",)))
    assert _grade(owner) == "confirmed"
    assert _grade(owner, account("b", happened=YES)) == "confirmed"


def test_what_two_say_is_fair_and_what_one_says_is_weak() -> None:
    assert _grade(account("a", happened=YES), account("b", happened=YES)) == "fair"
    assert _grade(account("a", happened=YES)) == "weak"
    leaning = [account(voice(x, side="state:SY", official=True), happened=YES) for x in "ab"]
    assert _grade(*leaning) == "weak"


def test_a_claim_affirms_what_it_denies_only_in_part() -> None:
    assert claim().affirms
    assert claim(polarity="negative", negates="agent").affirms
    assert not claim(polarity="negative", negates="event").affirms
    assert not claim(polarity="negative").affirms
    assert not claim(realis="intended").affirms
    assert not claim(realis="possible").affirms


def test_an_outlet_and_the_source_it_tells_of_are_one_source() -> None:
    """A report and its own source made an incident `fair`."""
    outlet = account("a", happened=YES)
    source = replace(account("b", happened=YES), carriers=outlet.carriers)
    assert _grade(outlet, source) == "weak"
    assert _grade(outlet, account("b", happened=YES)) == "fair"


def test_sources_that_hang_together_are_not_called_one() -> None:
    """«One source says so» stood beside «2 sources», with the names of both."""
    outlet = account("a", happened=YES)
    source = replace(account("b", happened=YES), carriers=outlet.carriers)
    assert grade([outlet], standings([outlet]))[1] == "one source says so: a"
    two = [outlet, source]
    assert grade(two, standings(two)) == ("weak", "no two independent sources say so: a، b")
