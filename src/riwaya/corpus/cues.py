"""Words that tell what a line of a page is: clutter, byline, dateline, date. From the tables
`clutter` and `text_openings`; lines are matched by their keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from riwaya.corpus.broken import LETTER, key, key_text
from riwaya.lexicons import load

Takes = Literal["line", "following"]
ARABIC = re.compile(f"[{LETTER}]")
WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"[^\w#(\[«\"“]+")
_COLON = re.compile(r"\s*:")
_SEPARATOR = re.compile(r"\s*(?:[-–—/|:]|//)\s*")
_BRACKET = re.compile(r"[^()\n]{0,40}\(([^()\n]{2,40})\)(\s*[-–—:/|]+\s*)?")
_QUOTES = "«»\"“”()[]‹›'’‘ "
_LONGEST_LINE = 25  # words of a line that is clutter because of how it begins
_LONGEST_DATELINE = 90  # characters
_SHORT_BYLINE = 5  # words of a byline without a colon
_PLACE = 3  # words of a place or name in a line that is only a dateline
_SHORT = 400  # characters of a line that several cues look at
_PART = 5  # words of a part of a dateline


def plain(line: str) -> str:
    """The key of a folded line, lower case, one space between words, none before a colon."""
    return _plain_short(line) if len(line) <= _SHORT else _plain(line)


@lru_cache(maxsize=64)
def _plain_short(line: str) -> str:
    return _plain(line)


def _plain(line: str) -> str:
    text = " ".join(key_text(line).split())
    return _COLON.sub(":", text) if ":" in text else text


def words_in(text: str) -> list[str]:
    """The runs of letters and digits in a text."""
    return list(chain.from_iterable(map(_words, text.split())))


@lru_cache(maxsize=1 << 14)
def _words(piece: str) -> tuple[str, ...]:
    return tuple(WORD.findall(piece))


@dataclass(slots=True)
class _Tables:
    """The phrases, ready to match: by their first words, whole ones as words."""

    starts: dict[str, list[tuple[str, Takes]]] = field(default_factory=dict)
    wholes: dict[str, list[tuple[tuple[str, ...], Takes]]] = field(default_factory=dict)
    anywhere: list[str] = field(default_factory=list)
    openings: dict[str, set[str]] = field(default_factory=dict)
    bylines: dict[str, list[str]] = field(default_factory=dict)


@cache
def _tables() -> _Tables:
    tables = _Tables()
    for row in load().rows("clutter"):
        phrase = plain(key(row["phrase"]))
        takes: Takes = "following" if row["takes"] == "following" else "line"
        words = tuple(words_in(phrase))
        if row["where"] == "line_start":
            tables.starts.setdefault(words[0], []).append((phrase, takes))
        elif row["where"] == "line_whole":
            tables.wholes.setdefault(words[0], []).append((words, takes))
        else:
            tables.anywhere.append(phrase)
    for phrases in tables.wholes.values():
        phrases.sort(key=lambda item: -len(item[0]))
    for row in load().rows("text_openings"):
        forms = tables.openings.setdefault(row["kind"], set())
        forms.update(plain(key(form)) for form in row["forms"].split("|") if form)
    for form in sorted(tables.openings.get("byline", ())):
        tables.bylines.setdefault(words_in(form)[0], []).append(form)
    return tables


def clutter_cue(line: str) -> tuple[Takes, bool] | None:
    """Whether a line is clutter: what it takes, and whether the cue stands alone on it."""
    raw = plain(line)
    edge = _BEFORE.match(raw)
    text = (raw[edge.end() :] if edge else raw).rstrip(" -–—|/:،.•*…")
    words = words_in(text)
    if not words:
        return None
    takes = _whole(words) if len(words) <= 16 else None
    if takes:
        return takes, True
    if len(words) <= _LONGEST_LINE:
        for phrase, phrase_takes in _tables().starts.get(words[0], ()):
            if _begins(raw, text, phrase):
                return phrase_takes, len(words) <= len(words_in(phrase)) + 1
    return ("line", True) if is_clutter_sentence(text) else None


def _begins(raw: str, text: str, phrase: str) -> bool:
    if phrase.endswith(":"):
        return text.startswith(phrase) or (raw.endswith(":") and text == phrase[:-1])
    rest = text[len(phrase) : len(phrase) + 1]
    return text.startswith(phrase) and not rest.isalnum()


def _whole(words: list[str]) -> Takes | None:
    """What a line takes that consists of whole-line phrases and numbers only."""
    takes: Takes | None = None
    at = 0
    while at < len(words):
        for phrase, phrase_takes in _tables().wholes.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                takes = phrase_takes
                at += len(phrase)
                break
        else:
            if not words[at].isdigit():
                return None
            at += 1
    return takes


def present_anywhere(keyed: str) -> tuple[str, ...]:
    """Phrases that make clutter of any sentence, as far as they occur in a keyed text."""
    return tuple(phrase for phrase in _tables().anywhere if phrase in keyed)


def is_clutter_sentence(keyed: str) -> bool:
    """Whether a keyed sentence has a phrase that no report has."""
    return any(map(keyed.__contains__, _tables().anywhere))


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the report («كتب: فلان», «مراسلنا في حلب»)."""
    text = plain(line)
    words = words_in(text)
    if not 1 < len(words) <= 8:
        return False
    for phrase in _tables().bylines.get(words[0], ()):
        if phrase.endswith(":"):
            marked = text.startswith(phrase[:-1])
            if marked and text[len(phrase) - 1 :].lstrip()[:1] in (":", "/", "-", "–"):
                return True
        elif text.startswith(phrase) and len(words) <= _SHORT_BYLINE:
            return not text[len(phrase) : len(phrase) + 1].isalnum()
    return False


def is_speech(line: str) -> bool:
    """Whether a line that ends in a colon leads on to what is said («وأضاف:»)."""
    words = words_in(plain(line))
    verbs = _tables().openings.get("speech", set())
    ends = (words[0], words[-1]) if words else ()
    return any(word in verbs or word[1:] in verbs for word in ends)


def is_date(line: str) -> Literal["clock", "day"] | None:
    """Whether a line is nothing but a date, with a clock time or without."""
    words = words_in(plain(line))
    known = _tables().openings.get("date", set())
    if not 1 < len(words) <= 16 or not any(word[0].isdigit() for word in words):
        return None
    names = [word for word in words if not word.isdigit()]
    if any(word not in known and word.lstrip("0123456789") not in known for word in names):
        return None
    return "clock" if re.search(r"\d:\d\d", line) else "day"


def is_outlet(name: str, outlet: str | None = None) -> bool:
    """Whether a part of a dateline names an outlet or agency."""
    text = plain(name).strip(_QUOTES)
    if not text:
        return False
    openings = _tables().openings
    if text in openings.get("outlet", ()) or (outlet and text == plain(key(outlet))):
        return True
    return not openings.get("outlet_word", set()).isdisjoint(text.split())


def dateline(line: str, outlet: str | None, first: bool) -> int:
    """Length of the dateline that a line begins with («دمشق - سانا:»), 0 where it has none.

    `first`: the line opens the body, where an outlet alone may stand before a colon.
    """
    bracket = _BRACKET.match(line[:_LONGEST_DATELINE])
    if bracket:
        before = line[: bracket.start(1) - 1]
        named = is_outlet(bracket[1], outlet) or is_outlet(before, outlet)
        short = len(words_in(before)) <= 3
        closed = bool(bracket[2]) or bracket.end() == len(line) or (first and not before.strip())
        if named and short and closed:
            return bracket.end()
    found = at = 0
    for parts, mark in enumerate(_SEPARATOR.finditer(line[:_LONGEST_DATELINE]), 1):
        part = line[at : mark.start()]
        if not 1 <= len(words_in(part)) <= _PART or re.search(r"[.!؟،]\s", part):
            break
        if found and not is_outlet(part, outlet):
            break
        at = mark.end()
        if is_outlet(part, outlet) and (parts > 1 or first or ":" not in mark[0]):
            found = at
    return found


def is_dateline(line: str, outlet: str | None) -> bool:
    """Whether a whole line is a dateline («المصدر / وكالات», «(رويترز)», «رويترز (بيروت)»)."""
    ended = line.endswith((".", "؟", "!")) and line[-2:-1].isalpha()
    if ended or len(words_in(line)) > 10:
        return False
    parts = [part for part in re.split(r"[-–—/|:()]", line) if part.strip()]
    if not parts or any(len(words_in(part)) > _PART for part in parts):
        return False
    known = _tables().openings.get("outlet", set())
    if len(parts) == 1:
        return plain(parts[0]).strip(_QUOTES) in known
    outlets = [is_outlet(part, outlet) for part in parts]
    places = [part for part, named in zip(parts, outlets, strict=True) if not named]
    return any(outlets) and all(len(words_in(place)) <= _PLACE for place in places)
