"""What a verb's form says of its subject: number, gender, and the voice of written vowels."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import Form
from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.view import View

_DAMMA = "\u064f"


def agrees(event: Event, chunk: Chunk) -> bool:
    """Whether a verb may have a noun phrase before it as its subject."""
    form = event.trigger.hit.form
    if chunk.number == "du":
        return form.number == "du" or event.trigger.hit.form.number == ""
    people = chunk.kind == "group" and chunk.table in ("people", "sources") and chunk.number == "pl"
    if form.number == "pl":
        return plural_people(chunk)
    if people:
        return False
    if chunk.number == "pl" and chunk.kind in ("group", "object"):
        return form.gender != "m" or chunk.kind == "group"
    return not (
        form.gender and chunk.gender and form.gender != chunk.gender and chunk.kind == "person"
    )


def plural_people(chunk: Chunk) -> bool:
    """Whether «قتلوا» may be said of it: people in the plural, not a force or a body."""
    if chunk.kind == "quantity" or chunk.count is not None:
        return True
    if chunk.table in ("people", "sources"):
        return chunk.number == "pl"
    return chunk.kind == "group" and (chunk.gender == "m" or chunk.number == "pl")


def carries(form: Form, subject: Chunk) -> bool:
    """Whether a verb that names no subject agrees with one named before it."""
    if form.number in ("pl", "du"):
        return plural_people(subject)
    if (
        subject.kind == "group"
        and subject.number == "pl"
        and subject.gender == "m"
        and subject.table == "people"
    ):
        return False
    return form.gender == subject.gender


def marked_passive(v: View, i: int, hit: Hit) -> bool | None:
    """What the written vowels of a verb at word `i` say of its voice; None where nothing."""
    word, form = v.text.words[i], hit.form
    original = v.text.folded.span(word.start, word.end).text
    letters = 0
    for n, mark in enumerate(original):
        if mark.isalpha():
            letters += 1
        if letters == hit.split.skip + 1:
            following = original[n + 1 : n + 3]
            if _DAMMA in following and form.tense == "perfect":
                return True
            if form.tense == "perfect" and "\u064e" in following:
                return False
            if form.tense == "imperfect" and _DAMMA in following:
                return True if form.row["form"] in ("I", "VIII", "X", "VII") else None
            break
    return None
