"""Who says so: the cues of saying of a sentence and how far the words of each source reach."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

from riwaya.detection.text import Chunk
from riwaya.frames.clauses import CLOSING, OPENING, next_word
from riwaya.frames.complements import complemented, unnamed
from riwaya.frames.credit import credit
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event, Said
from riwaya.frames.own_deeds import own_deed
from riwaya.frames.reach import clause_final, inserted_before_that, ranges
from riwaya.frames.speakers import (
    agreeing,
    of_phrase,
    of_verb,
    quotes_another,
    relayed,
    speaks,
    spoke_before,
)
from riwaya.frames.speech import Speech, carried_by, outermost_first
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
class Voices:
    """Who says the words of a sentence: its speeches, and a quotation that goes on up to `end`."""

    speeches: list[Speech]
    carried: list[Said] = field(default_factory=list)
    end: int = 0

    def at(self, i: int) -> list[Said]:
        """The links that say word `i`, outermost first; none for the report itself."""
        said: list[Said] = []
        for speech in self.speeches:
            if speech.covers(i) and not _is_source(i, speech):
                _attach(said, speech.said)
        if i < self.end and not said:
            said.extend(replace(link, rule="goes-on") for link in self.carried)
        return said


def attribute(view: View, events: list[Event], quoting: Quoting) -> Voices:
    """Gives the events of a sentence the sources that say them; `quoting` carries on."""
    told_before = quoting.said
    found = [c for c in cues(view, "reporting") if _opens_speech(view, c)]
    speeches = [*_headed(view), *_speeches(view, found, events, quoting)]
    voices = Voices(outermost_first(view, [*carried_by(view, speeches), *speeches]))
    if quoting.said and not speeches and (quoting.open_quote or _opens_quoted(view)):
        voices.carried, voices.end = quoting.said, view.sentence.last
    elif quoting.open_quote and quoting.said:
        voices.carried, voices.end = quoting.said, _quote_end(view)
    for event in events:
        event.said.extend(voices.at(event.trigger.first))
        if told_before:
            _whole_chain(event, told_before)
    for speech in voices.speeches:
        if speech.cue is not None:
            credit(
                view,
                speech.cue,
                speech.said,
                [e for e in events if speech.behind[0] <= e.trigger.first < speech.behind[1]],
            )
    for event in events:
        event.said = [own_deed(event, link) for link in event.said]
    if speeches and speeches[-1].said:
        quoting.said = _continued(_last_chain(voices, speeches[-1]), told_before)
        quoting.source = quoting.said[-1].source
    _track_quotes(view, quoting)
    return voices


def _last_chain(voices: Voices, speech: Speech) -> list[Said]:
    """Everybody who says what the last speech of a sentence says, outermost first."""
    i = speech.behind[0] if speech.behind[1] > speech.behind[0] else speech.before[0]
    chain = voices.at(i)
    return chain if any(link in chain for link in speech.said) else speech.said


def _whole_chain(event: Event, before: list[Said]) -> None:
    """«وأضاف المصدر أن …»: a source that goes on is quoted by whoever quoted it before."""
    if len(before) > 1 and len(event.said) == 1 and _goes_on(event.said[0].source, before[-1]):
        only = event.said[0]
        event.said = [
            *before[:-1],
            Said(before[-1].source, only.first, only.last, only.act, "goes-on"),
        ]


def _continued(said: list[Said], before: list[Said]) -> list[Said]:
    """The chain that the next sentence may go on with."""
    if len(before) > 1 and len(said) == 1 and _goes_on(said[0].source, before[-1]):
        return [*before[:-1], said[0]]
    return said


def _goes_on(source: Chunk | None, before: Said) -> bool:
    """Whether a source is the one quoted before: the same phrase, or «المصدر» for it."""
    if source is None or before.source is None:
        return False
    alone = source.definite and source.last - source.first == 1
    again = alone and (source.table == "sources" or source.row is before.source.row)
    return source.best is before.source.best or (again and before.source.kind != "place")


def _opens_speech(v: View, cue: Cue) -> bool:
    """Verbs and phrases of saying that are not denied themselves and tell of no deed."""
    if cue.row["complement"] == "none" or cue.row["speaker"] == "nobody":
        return False
    if cue.negated and not (cue.row["act"] == "admit" and cue.row["pos"] == "phrase"):
        return False  # «لم تعترف بالقصف», but «لم تنكر القصف»
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


def _is_source(i: int, speech: Speech) -> bool:
    return any(s.source is not None and s.source.first <= i < s.source.last for s in speech.said)


def _attach(said: list[Said], more: list[Said]) -> None:
    """Links behind those there; no source twice, but with its nearer act («…، نافياً إحراقها»)."""
    for link in more:
        at = next((n for n, s in enumerate(said) if _one_source(s, link)), None)
        if at is None:
            said.append(link)
        elif link.act != "say" and link.first > said[at].first:
            said[at] = link


def _one_source(one: Said, two: Said) -> bool:
    return one.source is not None and two.source is not None and one.source.best is two.source.best


def _speeches(v: View, found: list[Cue], events: list[Event], quoting: Quoting) -> list[Speech]:
    speeches: list[Speech] = []
    last = quoting.source
    trailing = False
    for n, cue in enumerate(found):
        if cue.row["complement"] == "verb":
            trailing = True
            continue
        if trailing and cue.row["act"] == "deny":
            trailing = False
            continue  # «…، وهو ما نفته السلطات»: another side's word
        if cue.verbal and cue.hit.split.conj and not speeches:
            last = agreeing(cue, quoting.said) or last
        said, after = _links(v, cue, events, last)
        sourced = [s for s in said if s.source is not None]
        behind = trailing or clause_final(v, cue, after)
        trailing = False
        if not said or not complemented(v, cue, after):
            continue
        if cue.row["act"] in ("leak", "estimate") and not sourced and unnamed(cue):
            sourced = [Said(None, cue.first, cue.last, cast(Act, cue.row["act"]), "unnamed")]
        opening = inserted_before_that(v, cue, after, speeches)
        reach = ranges(v, cue, found[n + 1 :], after, behind, events)
        if opening:
            reach = ((0, 0), speeches[-1].behind)
        speeches.append(Speech(cue, sourced, *reach))
        if sourced:
            last = sourced[-1].source
    return speeches


def _links(v: View, cue: Cue, events: list[Event], last: Chunk | None) -> tuple[list[Said], int]:
    """The links of a cue, outermost first, and the word after its source."""
    act = cast(Act, cue.row["act"])
    sources: list[Chunk | None]
    if cue.complements[0].startswith("source") and not cue.verbal:
        found = of_phrase(v, cue)
        links = [Said(c, cue.first, cue.last, act, "phrase") for c in found]
        return links, found[-1].last if found else cue.last
    after = cue.last
    if cue.row["speaker"] == "same":
        sources = [spoke_before(v, cue, events, last)]
    else:
        source, after, carried = of_verb(v, cue)
        if source is None and carried and not clause_final(v, cue, after):
            source = spoke_before(v, cue, events, last)
        sources = [source]
        relays = any(c.startswith("source:") for c in cue.complements)
        if relays or quotes_another(v, cue, source, after):
            inner = relayed(v, cue, after)
            if inner is not None:
                sources, after = [*sources, inner], inner.last
    rule = "same-speaker" if cue.row["speaker"] == "same" else "verb" if cue.verbal else "noun"
    return [Said(c, cue.first, cue.last, act, rule) for c in sources], after


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
            return [
                Speech(
                    None,
                    [Said(source, k, k + 1, "say", "heading")],
                    (0, 0),
                    (k + 1, v.sentence.last),
                )
            ]
    return []


def _opens_quoted(v: View) -> bool:
    return (
        v.text.words[next_word(v, v.sentence.first, "،, ")].text in OPENING
        if v.sentence.first < v.sentence.last
        else False
    )


def _quote_end(v: View) -> int:
    """Where a quotation that the sentence before opened is closed."""
    return next(
        (k for k in range(v.sentence.first, v.sentence.last) if v.text.words[k].text in CLOSING),
        v.sentence.first,
    )


def _track_quotes(v: View, quoting: Quoting) -> None:
    for i in range(v.sentence.first, v.sentence.last):
        mark = v.text.words[i].text
        if mark in OPENING:
            quoting.open_quote = True
        elif mark in CLOSING:
            quoting.open_quote = False
        elif mark == '"':
            quoting.open_quote = not quoting.open_quote
