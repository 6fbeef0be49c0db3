"""Who says so: the cues of saying of a sentence and how far the words of each source reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from riwaya.detection.text import Chunk
from riwaya.frames.clauses import CLOSING, OPENING, next_word
from riwaya.frames.credit import credit
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event, Said
from riwaya.frames.reach import clause_final, ranges
from riwaya.frames.speakers import of_phrase, of_verb, relayed, speaks, spoke_before
from riwaya.frames.view import View
from riwaya.model import Act

_HEADING = 8  # words before the colon of «مصدر أمني: …»


@dataclass(slots=True)
class Quoting:
    """The source whose words may go on in the next sentence."""

    source: Chunk | None = None
    open_quote: bool = False
    said: list[Said] = field(default_factory=list)


@dataclass(slots=True)
class Speech:
    """What one cue says: its links, the words it covers before and behind the cue."""

    cue: Cue | None
    said: list[Said]
    before: tuple[int, int]
    behind: tuple[int, int]

    def covers(self, i: int) -> bool:
        """Whether the event word `i` belongs to what is said."""
        return self.before[0] <= i < self.before[1] or self.behind[0] <= i < self.behind[1]


def attribute(view: View, events: list[Event], quoting: Quoting) -> None:
    """Gives the events of a sentence the sources that say them; `quoting` carries on."""
    found = [c for c in cues(view, "reporting") if _opens_speech(view, c)]
    speeches = [*_headed(view), *_speeches(view, found, events, quoting)]
    for speech in sorted(speeches, key=lambda s: s.before[1] > s.before[0]):
        for event in events:
            if speech.covers(event.trigger.first) and not _is_source(event, speech):
                _attach(event, speech)
        if speech.cue is not None:
            credit(
                view,
                speech.cue,
                speech.said,
                [e for e in events if speech.behind[0] <= e.trigger.first < speech.behind[1]],
            )
    if not speeches and quoting.said and (quoting.open_quote or _opens_quoted(view)):
        for event in events:
            event.said.extend(quoting.said)
    elif quoting.open_quote and quoting.said:
        _finish_quote(view, events, quoting)
    if speeches and speeches[-1].said:
        quoting.said, quoting.source = speeches[-1].said, speeches[-1].said[-1].source
    _track_quotes(view, quoting)


def _opens_speech(v: View, cue: Cue) -> bool:
    """Verbs and phrases of saying that are not denied themselves and tell of no deed."""
    if cue.row["complement"] == "none" or cue.row["speaker"] == "nobody":
        return False
    if cue.negated and cue.row["act"] != "admit":
        return False
    if cue.hit.form.pos == "noun" and (
        cue.row["act"] in ("say", "confirm", "claim") or "source" in cue.row["complement"]
    ):
        return False
    if cue.row["complement"] == "verb":
        return _said_by_verb(v, cue.last)
    trigger = v.trigger_at.get(cue.first)
    return (
        trigger is None
        or cue.row["act"] in ("claim", "deny", "accuse")
        or trigger.type == "condemnation"
    )


def _said_by_verb(v: View, i: int) -> bool:
    """Whether a verb of saying stands at a word («وفق ما أفاد به …»)."""
    return i < v.sentence.last and any(
        h.form.pos == "verb" and h.split.cuts <= 1 for h in v.text.infos[i].of("reporting")
    )


def _is_source(event: Event, speech: Speech) -> bool:
    first = event.trigger.first
    return any(
        s.source is not None and s.source.first <= first < s.source.last for s in speech.said
    )


def _attach(event: Event, speech: Speech) -> None:
    for said in speech.said:
        if not any(
            s.source is not None and said.source is not None and s.source.best is said.source.best
            for s in event.said
        ):
            event.said.append(said)


def _speeches(v: View, found: list[Cue], events: list[Event], quoting: Quoting) -> list[Speech]:
    speeches: list[Speech] = []
    last = quoting.source
    trailing = False
    for n, cue in enumerate(found):
        if cue.row["complement"] == "verb":
            trailing = True
            continue
        said, after = _links(v, cue, events, last)
        sourced = [s for s in said if s.source is not None]
        behind = trailing or clause_final(v, cue, after)
        trailing = False
        if not said:
            continue
        speeches.append(
            Speech(cue, sourced, *ranges(v, cue, found[n + 1 :], after, behind, events))
        )
        if sourced:
            last = sourced[-1].source
    return speeches


def _links(v: View, cue: Cue, events: list[Event], last: Chunk | None) -> tuple[list[Said], int]:
    """The links of a cue, outermost first, and the word after its source."""
    act = cast(Act, cue.row["act"])
    sources: list[Chunk | None]
    if cue.complements[0].startswith("source") and not cue.verbal:
        found = of_phrase(v, cue)
        return [Said(c, cue.first, cue.last, act) for c in found], found[
            -1
        ].last if found else cue.last
    after = cue.last
    if cue.row["speaker"] == "same":
        sources = [spoke_before(v, cue, events, last)]
    else:
        source, after, carried = of_verb(v, cue)
        if source is None and carried and not clause_final(v, cue, after):
            source = spoke_before(v, cue, events, last)
        sources = [source]
        if any(c.startswith("source:") for c in cue.complements):
            inner = relayed(v, cue, after)
            if inner is not None:
                sources, after = [*sources, inner], inner.last
    return [Said(c, cue.first, cue.last, act) for c in sources], after


def _headed(v: View) -> list[Speech]:
    """«مصدر أمني في ديالى: …»: the source before a colon."""
    first = next_word(v, v.sentence.first)
    for k in range(first, min(first + _HEADING, v.sentence.last)):
        if k in v.trigger_at or v.bounds.get(k) not in (None, "stop"):
            return []
        if v.text.words[k].text == ":" and k + 1 < v.sentence.last:
            source = next(
                (
                    c
                    for c in v.chunks
                    if v.sentence.first <= c.first and c.last <= k and not v.preposition(c)
                ),
                None,
            )
            if source is None or not speaks(source) or source.kind == "place":
                return []
            if any(
                h.form.pos == "verb"
                for j in range(first, k)
                for h in v.text.infos[j].of("reporting")
                if j not in v.at
            ):
                return []
            return [Speech(None, [Said(source, k, k + 1, "say")], (0, 0), (k + 1, v.sentence.last))]
    return []


def _opens_quoted(v: View) -> bool:
    return (
        v.text.words[next_word(v, v.sentence.first, "،, ")].text in OPENING
        if v.sentence.first < v.sentence.last
        else False
    )


def _finish_quote(v: View, events: list[Event], quoting: Quoting) -> None:
    """The rest of a quotation that the sentence before opened."""
    end = next(
        (k for k in range(v.sentence.first, v.sentence.last) if v.text.words[k].text in CLOSING),
        v.sentence.first,
    )
    for event in events:
        if event.trigger.first < end and not event.said:
            event.said.extend(quoting.said)


def _track_quotes(v: View, quoting: Quoting) -> None:
    for i in range(v.sentence.first, v.sentence.last):
        mark = v.text.words[i].text
        if mark in OPENING:
            quoting.open_quote = True
        elif mark in CLOSING:
            quoting.open_quote = False
        elif mark == '"':
            quoting.open_quote = not quoting.open_quote
