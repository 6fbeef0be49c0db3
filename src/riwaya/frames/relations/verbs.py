"""Relations that a verb states: «تسيطر كذا على كذا», «كان يقود التنظيم», «ينحدر من كذا»."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.letters import key
from riwaya.detection.mood import mood_fits
from riwaya.detection.text import Chunk
from riwaya.frames.antecedents import agrees
from riwaya.frames.arguments import left, right
from riwaya.frames.clauses import preposition_at
from riwaya.frames.relations.ends import KINDS, PLACES, Side, fits, named
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_STATE = frozenset({"state", "country", "state_force", "international"})
_STATES = frozenset({"controls", "present_in"})
_SIDES = frozenset({"backed_by", "allied_with", "opposed_to"})
_NO_SIDE = frozenset({"weapon_system", "worker", "crowd", "civilian", "media", "victim", "person"})
_NEAR = 8  # words between a verb and its arguments


def stated_by_verb(v: View, i: int, hit: Hit) -> Tie | None:
    """The relation of a verb at word `i`; of «سيطر», «انتشر» only where it is no deed."""
    form, row = hit.form, hit.form.row
    kind = row["type"]
    inside = v.at.get(i)
    if hit.split.prep or not mood_fits(v.text, i, hit) or inside is not None:
        return None
    if hit.split.pronoun:
        return _with_pronoun(v, i, hit)
    if kind in _STATES and form.tense != "imperfect" and (kind == "controls" or i in v.trigger_at):
        return None
    if i > v.sentence.first and v.text.is_a("preposition", i - 1):
        return None
    doer: Side = "subject" if row["subject"] == "subject" else "object"
    other: Side = "object" if doer == "subject" else "subject"
    subject = _subject(v, i, KINDS[kind][doer])
    if subject is None:
        return None
    found = _argument(v, i, KINDS[kind][other], row[other].split("|"), subject)
    if found is None or found is subject:
        return None
    return _made(v, i, kind, {doer: subject, other: found})


def _made(v: View, i: int, kind: str, ends: dict[Side, Chunk]) -> Tie | None:
    """The tie; a force that supports another fights beside it, a state backs it."""
    rule = f"verb-{kind}"
    if kind in _SIDES and any(c.klass in _NO_SIDE for c in ends.values()):
        return None
    if (
        kind == "backed_by"
        and ends["object"].kind == "group"
        and ends["object"].klass not in _STATE
    ):
        supporter, supported = ends["object"], ends["subject"]
        return relation("allied_with", v, supporter, supported, (i, i + 1), rule)
    return relation(kind, v, ends["subject"], ends["object"], (i, i + 1), rule)


def _with_pronoun(v: View, i: int, hit: Hit) -> Tie | None:
    """«… الذي يقوده فلان», «… التي تمولها أبوظبي», «ثم خلفه فلان»: the pronoun is an end."""
    row, kind = hit.form.row, hit.form.row["type"]
    doer: Side = "subject" if row["subject"] == "subject" else "object"
    other: Side = "object" if doer == "subject" else "subject"
    if "object" not in row[other].split("|"):
        return None
    subject = next(
        (a.chunk for a in right(v, i + 1) if not a.prep and not a.comma and a.chunk.kind != "time"),
        None,
    )
    if subject is None or subject.first - i > 4 or not fits(subject, KINDS[kind][doer]):
        return None
    related = i > v.sentence.first and v.bounds.get(i - 1) == "relative"
    whom = next(
        (
            c for c in reversed(v.chunks)
            if c.last <= i and fits(c, KINDS[kind][other]) and agrees(c, hit.split.pronoun)
            and (not related or i - c.last <= 3)
        ),
        None,
    )  # fmt: skip
    if whom is None or whom is subject:
        return None
    return _made(v, i, kind, {doer: named(subject), other: named(whom)})


def _subject(v: View, i: int, kinds: frozenset[str]) -> Chunk | None:
    """Who a verb is said of: before it, else the first bare phrase behind it."""
    before = left(v, i, lambda c: fits(c, kinds))
    if before is not None and before.how in ("adjacent", "relative"):
        outer = _of_relative(v, before.chunk)
        return named(outer if outer is not None and fits(outer, kinds) else before.chunk)
    for a in right(v, i + 1):
        if a.prep or a.comma or a.chunk.first - i > _NEAR:
            break
        if a.chunk.kind == "time":
            continue
        return named(a.chunk) if fits(a.chunk, kinds) else None
    return named(before.chunk) if before is not None and before.how == "near" else None


def _of_relative(v: View, chunk: Chunk) -> Chunk | None:
    """«القوات التي تمولها الدولة ترابط …»: whom the clause is about that a noun phrase ends."""
    i = chunk.first - 1
    if i - 1 < v.sentence.first or v.bounds.get(i - 1) != "relative" or i in v.at:
        return None
    return next((c for c in reversed(v.chunks) if c.last <= i - 1 and i - 1 - c.last <= 1), None)


def _argument(
    v: View, i: int, kinds: frozenset[str], taken: list[str], subject: Chunk | None
) -> Chunk | None:
    """The object or the phrase behind one of the prepositions that the verb takes."""
    preps = {key(t.removeprefix("prep:")) for t in taken if t.startswith("prep:")}
    for a in right(v, i + 1):
        if a.chunk is subject or (subject is not None and a.chunk.best is subject):
            continue
        if a.chunk.first - i > _NEAR + (subject.last - subject.first if subject else 0):
            break
        prep = a.prep or preposition_at(v, a.chunk.first, a.chunk.prep)
        wanted = prep in preps if prep else "object" in taken
        if wanted and fits(a.chunk, kinds):
            return named(a.chunk)
    place = v.chunks and i > v.sentence.first and v.text.words[i - 1].key == key("حيث")
    if place and kinds == PLACES:
        return next((c for c in reversed(v.chunks) if c.last <= i - 1 and c.kind == "place"), None)
    return None
