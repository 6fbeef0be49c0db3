"""The interface in two languages: a catalogue that is whole, and the language that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from jinja2 import Environment, nodes
from starlette.requests import Request
from starlette.testclient import TestClient

import collected
import labels
import messages
from riwaya.views.web.language import COOKIE, direction, language_of, translations
from riwaya.views.web.shown.forms import FORMS, translated
from riwaya.views.web.shown.words import Words

_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_ARABIC = re.compile("[\u0621-\u064a]")
_BOTH = {", "}
"""Messages without letters."""


def _kept() -> list[Message]:
    return [m for m in messages.catalogue() if m.id]


def _named(m: Message) -> str:
    return " ".join(messages.key(m))


def test_the_catalogue_has_each_message_and_no_other() -> None:
    kept = {messages.key(m) for m in _kept()}
    wanted = set(collected.messages())
    assert kept == wanted, "run `make messages` and translate what it prints"


def test_each_message_has_its_arabic() -> None:
    for m in _kept():
        for form in messages.forms(m):
            assert form.strip(), f"not translated: {_named(m)}"
            assert m.id in _BOTH or _ARABIC.search(form), f"not in Arabic: {_named(m)}"


def test_what_is_put_into_a_message_has_its_place_in_the_translation() -> None:
    for m in _kept():
        one, many = (m.id[0], m.id[1]) if isinstance(m.id, tuple) else (m.id, m.id)
        wanted = set(_PLACEHOLDER.findall(many))
        for number, form in enumerate(messages.forms(m)):
            given = set(_PLACEHOLDER.findall(form))
            spare = {"{field}"}  # the English name of a form's field
            if isinstance(m.id, tuple) and number < 3:
                spare.add("%(num)s")  # «تقريران» says how many
            assert wanted - spare <= given <= wanted, _named(m)
            assert set(_PLACEHOLDER.findall(one)) <= wanted, _named(m)


def test_digits_are_the_same_in_both_languages() -> None:
    for m in _kept():
        assert not re.search("[\u0660-\u0669\u06f0-\u06f9]", "".join(messages.forms(m))), _named(m)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا تقارير"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (10, "10 تقارير"),
        (11, "11 تقريراً"),
        (99, "99 تقريراً"),
        (100, "100 تقرير"),
        (102, "102 تقرير"),
        (103, "103 تقارير"),
    ],
)
def test_the_six_forms_of_a_count(number: int, said: str) -> None:
    form = translations("ar").ngettext("%(num)s report", "%(num)s reports", number)
    assert form % {"num": number} == said


def _label_kinds() -> Iterator[str]:
    """The kinds that templates give the filter `label` as they stand."""
    parser = Environment(extensions=["jinja2.ext.i18n"])
    for template in sorted(collected.WEB.glob("templates/**/*.html")):
        for used in parser.parse(template.read_text("utf-8")).find_all(nodes.Filter):
            if used.name == "label":
                yield from _given(used.args[0])


def _given(kind: nodes.Node) -> Iterator[str]:
    if isinstance(kind, nodes.Const):
        yield str(kind.value)
    elif isinstance(kind, nodes.CondExpr):
        yield from _given(kind.expr1)
        if kind.expr2:
            yield from _given(kind.expr2)


def test_each_kind_of_label_is_known_and_used() -> None:
    used = set(_label_kinds())
    assert used - {"country"} <= set(labels.KINDS), "add the kind to evaluation/labels.py"
    code = "".join(p.read_text("utf-8") for p in sorted(collected.WEB.rglob("*.py")))
    used |= set(re.findall(r"""\blabel\(["'](\w+)["'],""", code))
    assert set(labels.KINDS) <= used, "nothing shows these labels"


def test_labels_are_words_in_both_languages() -> None:
    english, arabic = (Words(translations(code), code) for code in ("en", "ar"))
    for kind, values in labels.KINDS.items():
        for value in values:
            assert english.label(kind, value), (kind, value)
            assert "_" not in english.label(kind, value), (kind, value)
            assert arabic.label(kind, value) != english.label(kind, value), (kind, value)


def test_countries_have_their_names_and_other_places_stay() -> None:
    assert Words(translations("ar"), "ar").label("country", "SY") == "سوريا"
    assert Words(translations("en"), "en").label("country", "SY") == "Syria"
    assert Words(translations("ar"), "ar").label("country", "جاسم") == "جاسم"


def test_refusals_with_something_in_them_have_a_form() -> None:
    arabic = translations("ar").gettext
    for message in collected.made_refusals():
        assert translated(arabic, message) != message, f"add a form to shown/forms.py: {message}"


def test_a_form_keeps_what_was_in_the_message() -> None:
    arabic = translations("ar").gettext
    assert len(set(FORMS)) == len(FORMS)
    said = translated(arabic, "ff-1: no such report in this ledger. Check its id.")
    assert said.startswith("ff-1: ") and "تقرير" in said
    unknown = "the lexicon foo.tsv has no column kind."
    assert translated(arabic, unknown) == unknown
    assert translated(arabic, "") == ""


@pytest.mark.parametrize(
    ("cookie", "header", "language"),
    [
        ("", "", "en"),
        ("", "ar", "ar"),
        ("", "ar-SY,en;q=0.8", "ar"),
        ("", "fr, ar;q=0.9, en;q=0.1", "ar"),
        ("", "fr", "en"),
        ("", "en-GB,ar", "en"),
        ("en", "ar", "en"),
        ("ar", "en", "ar"),
        ("tlh", "ar", "ar"),
    ],
)
def test_the_language_is_chosen_or_that_of_the_browser(
    cookie: str, header: str, language: str
) -> None:
    headers = [(b"accept-language", header.encode()), (b"cookie", f"{COOKIE}={cookie}".encode())]
    assert language_of(Request({"type": "http", "headers": headers})) == language


def test_pages_say_their_language_and_its_direction(client: TestClient) -> None:
    for language, way in (("ar", "rtl"), ("en", "ltr")):
        page = client.get("/incidents", headers={"accept-language": language}).text
        assert direction(language) == way
        assert f'<html lang="{language}" dir="{way}"' in page


def test_the_choice_of_a_language_is_kept(client: TestClient) -> None:
    answer = client.post("/preferences", data={"language": "ar", "next": "/incidents"})
    assert answer.status_code == 303
    assert client.cookies[COOKIE] == "ar"
    page = client.get("/incidents", headers={"accept-language": "en"}).text
    assert '<html lang="ar" dir="rtl"' in page
    assert "الحوادث" in page


def test_a_message_of_the_ledger_is_told_in_the_language_of_the_page(client: TestClient) -> None:
    told = client.get("/incidents/none:0-1:x", headers={"accept-language": "ar"})
    assert told.status_code == 404
    assert "لا حادثة بهذا المعرّف" in told.text
    asked = client.get("/api/v1/incidents/none:0-1:x", headers={"accept-language": "ar"})
    assert "no such incident" in asked.json()["message"]
