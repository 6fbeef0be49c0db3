"""The interface's language: English, or Arabic from the catalogue `locale/ar/messages.po`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from unicodedata import name

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.requests import Request

LANGUAGES = {"ar": "العربية", "en": "English"}
"""The interface's languages, each by its own name."""
COOKIE = "riwaya_language"
_LOOKED = 1000  # characters of a text


def language_of(request: Request) -> str:
    """The language that was chosen, else the first one known of those the browser asks for."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    for wanted in request.headers.get("accept-language", "").split(","):
        code = wanted.split(";")[0].strip().split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language == "ar" else "ltr"


def way_of(text: str) -> str:
    """The direction of a report's text, by most of its first letters: a dateline in Latin letters
    does not turn an Arabic paragraph around."""
    letters = [name(c, "") for c in text[:_LOOKED] if c.isalpha()]
    latin = sum(n.startswith("LATIN") for n in letters)
    return "ltr" if 2 * latin > len(letters) else "rtl"


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language; English needs none."""
    if language == "en":
        return NullTranslations()
    source = (files("riwaya.views.web") / "locale" / language / "messages.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=language))
    compiled.seek(0)
    return Translations(compiled)
