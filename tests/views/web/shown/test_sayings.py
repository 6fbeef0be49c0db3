"""Whatever the program says of files, addresses and acts has its form and its Arabic."""

from __future__ import annotations

import pytest

import sayings
from riwaya.views.web.language import translations
from riwaya.views.web.shown import noted
from riwaya.views.web.shown.forms import pattern
from riwaya.views.web.shown.pieces import Told
from riwaya.views.web.shown.problems.addresses import ADDRESSES
from riwaya.views.web.shown.problems.files import FILES
from riwaya.views.web.shown.problems.remedies import REMEDIES
from riwaya.views.web.shown.words import Words
from sayings import RECORD, Saying
from spoken import UNKNOWN

ARABIC = Words(translations("ar"), "ar")
SAYINGS = sayings.sayings()
_PROBLEMS = {
    "what": "x: {}. Try again later",
    "remedy": "x: the text is empty. {}",
    "both": "x: {}",
    "line": "{}",
}


def _told(said: Saying) -> Told:
    if said.role in _PROBLEMS:
        return ARABIC.problem(_PROBLEMS[said.role].format(said.text))
    if said.role == RECORD:
        return ARABIC.record("token_made", said.text)
    return ARABIC.noted(said.role, said.text)


def _is_arabic(said: Saying) -> bool:
    """Whether all that is not given is in the catalogue."""
    if said.role in ("kind", "failure"):
        label = {"kind": "input", "failure": "failure"}[said.role]
        return ARABIC.label(label, said.text) != said.text
    told = _told(said)
    english = (p.text for p in told.pieces if p.lang == "en")
    return told.known and told.text != said.text and all(text == UNKNOWN for text in english)


def _is_name(said: Saying) -> bool:
    return said.role == RECORD and " " not in said.text


@pytest.mark.parametrize("said", SAYINGS, ids=lambda s: f"{s.where} {s.role}")
def test_each_saying_has_its_form_and_its_arabic(said: Saying) -> None:
    assert _is_name(said) or _is_arabic(said), f"add a form to views/web/shown: {said}"


def test_the_code_is_looked_through() -> None:
    found = {s.text for s in SAYINGS}
    assert {
        "broken JSON (x)", "unknown kind of file (x)", "the site has no such page (x)",
        "this is a PNG picture, not text", "it is cut off", "the feed is empty",
        "Known are x, folders of these, and - for standard input",
        "the table has addresses of reports, and no address is fetched here",
        "from x, outside login", "x, groups: none, not active", "whole, x", "token x",
    } <= found  # fmt: skip
    assert {s.role for s in SAYINGS} >= {*_PROBLEMS, "kind", "failure", *_noted_beside()}


def _noted_beside() -> set[str]:
    return set(noted.NOTES) - {"add", "judge"}  # words of the ledger alone, which are labels


@pytest.mark.parametrize(
    "code",
    [
        'raise Rejected("the moon is full", "Check the address")',
        'yield Problem(where, f"{name} is full", _WAIT)\n_WAIT = "Wait a month"',
        'def of(n):\n    what = "the moon is full" if n else "x"\n    return FetchError(what, "")',
        '_ALL = {1: ("the moon is full", "Wait")}\nwhat, _ = _ALL[1]\nRejected(what, "Wait")',
    ],
)
def test_a_saying_without_a_form_is_found(code: str) -> None:
    made = list(sayings.of_module(code, "corpus/new.py"))
    assert made and not all(map(_is_arabic, made))


def test_a_function_that_hands_on_what_it_is_given_has_to_be_known() -> None:
    code = "def wrong(what):\n    return Problem('a', what, 'Wait')"
    with pytest.raises(LookupError, match="wrong"):
        list(sayings.of_module(code, "corpus/new.py"))
    code = 'note(request, viewer, "purge", name, "by the moon")'
    assert not any(map(_is_arabic, sayings.of_module(code, "views/web/new.py")))


@pytest.mark.parametrize("form", [*FILES, *ADDRESSES, *REMEDIES])
def test_each_form_is_of_something_that_is_said(form: str) -> None:
    assert any(pattern(form).search(s.text) for s in SAYINGS), "nothing says this any more"
