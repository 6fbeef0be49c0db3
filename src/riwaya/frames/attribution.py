"""Who says so: sources, their cues, and how far their words reach."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.detection.text import Chunk
from riwaya.frames.arguments import left, right
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event, Said
from riwaya.frames.fill import fill
from riwaya.frames.view import View
from riwaya.model import Act

_OWN_DEED = frozenset({"state", "state_force", "rebel", "militia", "political", "international", "country", "force", "soldier", "fighter"})


@dataclass(slots=True)
class Quoting:
    """The source whose words may go on in the next sentence."""

    source: Chunk | None = None
    open_quote: bool = False
    said: Said | None = None


def attribute(view: View, events: list[Event], quoting: Quoting) -> None:
    """Gives the events of a sentence the sources that say them; `quoting` carries on."""
    found = [c for c in cues(view, "reporting") if _opens_speech(view, c)]
    spoke = False
    for n, cue in enumerate(found):
        spoke = _speak(view, cue, found[n + 1 :], events, quoting) or spoke
    if quoting.open_quote and quoting.said and not spoke:
        for event in events:
            if not event.said:
                event.said.append(quoting.said)
    _track_quotes(view, quoting, spoke)


def _opens_speech(v: View, cue: Cue) -> bool:
    """Verbs and phrases of saying; of nouns only those that judge what they report."""
    if cue.row["complement"] == "none":
        return False
    if cue.hit.form.pos == "noun" and cue.row["act"] in ("say", "confirm", "claim"):
        return False
    return cue.first not in v.trigger_at or cue.row["act"] in ("claim", "deny", "accuse")


def _track_quotes(v: View, quoting: Quoting, spoke: bool) -> None:
    for i in range(v.sentence.first, v.sentence.last):
        mark = v.text.words[i].text
        if mark in "«“":
            quoting.open_quote = True
        elif mark in "»”":
            quoting.open_quote = False
        elif mark == '"':
            quoting.open_quote = not quoting.open_quote


def _speak(v: View, cue: Cue, later: list[Cue], events: list[Event], quoting: Quoting) -> bool:
    source, after = _source(v, cue, quoting)
    if source is None and cue.hit.form.pos != "verb":
        return False
    act: Act = cue.row["act"]  # type: ignore[assignment]
    said = Said(source, cue.first, cue.last, act)
    joined = next((c.first for c in later if c.hit.form.pos == "verb" and c.hit.split.conj), v.sentence.last)
    reached = [e for e in events if e.trigger.first < joined and _reached(v, cue, e, source, after)]
    for event in reached:
        if source is not None and any(s.source is not None and s.source.best is source.best for s in event.said):
            continue
        if source is not None:
            event.said.append(said)
        _effect(event, cue, act, source, v)
    if source is not None:
        quoting.source, quoting.said = source, said
    return source is not None


def _source(v: View, cue: Cue, quoting: Quoting) -> tuple[Chunk | None, int]:
    """The source of a cue and the word after it."""
    pos = cue.hit.form.pos
    complements = cue.complements
    for c in complements:
        if c.startswith("source"):
            chunk = _first_after(v, cue.last, cue)
            return (chunk, chunk.last) if chunk else (None, cue.last)
    if pos != "verb":
        chunk = None
        if pos == "noun":
            return None, cue.last
        subject = left(v, cue.first)
        return (subject.chunk if subject else quoting.source), cue.last
    return _speaker(v, cue, quoting)


def _first_after(v: View, i: int, cue: Cue) -> Chunk | None:
    for j in range(i, min(i + 4, v.sentence.last)):
        chunk = v.at.get(j)
        if chunk is not None:
            return chunk if _speaks(chunk) else None
        if v.bounds.get(j) in ("stop", "that"):
            return None
    return None


def _speaks(chunk: Chunk) -> bool:
    return chunk.kind in ("group", "person") or chunk.acts or (chunk.kind == "quantity" and chunk.klass == "count")


def _speaker(v: View, cue: Cue, quoting: Quoting) -> tuple[Chunk | None, int]:
    """The subject of a verb of saying, behind it or before it; else the one who spoke last."""
    for a in right(v, cue.last):
        if a.prep or a.comma or a.nested:
            if a.chunk.first - cue.last > 6:
                break
            if a.prep and "prep:" + a.prep in cue.complements:
                break
            continue
        if _speaks(a.chunk) and a.chunk.first - cue.last <= 6 and cue.hit.form.number != "pl":
            return a.chunk, a.chunk.last
        break
    if cue.hit.form.voice == "passive":
        return None, cue.last
    subject = left(v, cue.first) if not cue.hit.split.conj else None
    if subject is not None and _speaks(subject.chunk):
        return subject.chunk, cue.last
    return quoting.source, cue.last


def _reached(v: View, cue: Cue, event: Event, source: Chunk | None, after: int) -> bool:
    first = event.trigger.first
    if cue.first <= first < cue.last:
        return False
    if source is not None and source.first <= first < source.last:
        return False
    trailing = cue.hit.form.pos != "verb" or _clause_final(v, cue, source)
    if first < cue.first:
        return trailing and not _stopped(v, first, cue.first)
    if any(c in ("clause", "quote", "noun", "object") or c.startswith(("prep", "source")) for c in cue.complements):
        return not _stopped(v, cue.last, first) and _within(v, cue, first)
    return False


def _stopped(v: View, i: int, j: int) -> bool:
    return any(v.bounds.get(k) == "stop" and v.text.words[k].text not in ":" for k in range(i, j))


def _clause_final(v: View, cue: Cue, source: Chunk | None) -> bool:
    """«… ، يقول فلان» and «… ، قال فلان»: the words said stand before the verb."""
    if cue.first == v.sentence.first:
        return False
    before = v.text.words[cue.first - 1].text
    last = max(cue.last, source.last if source else 0)
    rest = [j for j in range(last, min(last + 4, v.sentence.last)) if v.bounds.get(j) == "that" or v.text.words[j].text in ":"]
    return before in ("،", ",", "»", '"', "”") and not rest and cue.hit.form.tense != "" and not cue.hit.split.conj


def _within(v: View, cue: Cue, first: int) -> bool:
    """Whether what is said still goes on at a word: no contrast with another speaker between."""
    for k in range(cue.last, first):
        if v.bounds.get(k) == "contrast":
            return False
    return True


def _effect(event: Event, cue: Cue, act: Act, source: Chunk | None, v: View) -> None:
    """A denial negates, a claim makes its speaker the doer, an accusation the accused."""
    governed = event.trigger.first > cue.first
    if act == "deny" and governed:
        event.polarity = "negative" if event.polarity == "positive" else "positive"
        event.negates = "event" if event.polarity == "negative" else None
        event.rules.append("denial")
    if not governed or event.trigger.frame.subject != "agent":
        return
    if event.agents or source is None:
        return
    if act == "claim" or (_announced(v, cue, event) and source.klass in _OWN_DEED and act in ("say", "confirm", "claim", "admit")):
        fill(event, "agent", source, "speaker-is-doer")
    elif act == "accuse":
        accused = next((a.chunk for a in right(v, source.last, stop=event.trigger.first) if not a.prep and _speaks(a.chunk)), None)
        if accused is not None:
            fill(event, "agent", accused, "accused-is-doer")


def _announced(v: View, cue: Cue, event: Event) -> bool:
    """«أعلنت القوة اعتقال فلان»: a verbal noun of doing, object of the verb of saying."""
    if event.trigger.verbal or event.trigger.hit.split.article or not event.trigger.frame.object:
        return False
    return not any(v.bounds.get(k) in ("that", "stop", "relative", "subordinator") for k in range(cue.last, event.trigger.first))
