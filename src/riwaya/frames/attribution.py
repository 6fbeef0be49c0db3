"""Who says so: the cues of saying of a sentence and how far the words of each source reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.detection.text import Chunk
from riwaya.frames.clauses import (
    CLOSING,
    COMMAS,
    OPENING,
    comma_between,
    crosses,
    next_word,
    quoted,
    stopped,
)
from riwaya.frames.credit import credit
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event, Said
from riwaya.frames.governing import noun_too
from riwaya.frames.speakers import of_phrase, of_verb, relayed, speaks, spoke_before
from riwaya.frames.view import View
from riwaya.model import Act

_SPEECH_ACTS = frozenset({"threat", "demand", "accusation", "condemnation", "protest"})
_RELATIVE = 10  # words of a source's relative clause
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
        behind = trailing or _clause_final(v, cue, after)
        trailing = False
        if not said:
            continue
        speeches.append(
            Speech(cue, sourced, *_ranges(v, cue, found[n + 1 :], after, behind, events))
        )
        if sourced:
            last = sourced[-1].source
    return speeches


def _links(v: View, cue: Cue, events: list[Event], last: Chunk | None) -> tuple[list[Said], int]:
    """The links of a cue, outermost first, and the word after its source."""
    act: Act = cue.row["act"]  # type: ignore[assignment]
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
        if source is None and carried and not _clause_final(v, cue, after):
            source = spoke_before(v, cue, events, last)
        sources = [source]
        if any(c.startswith("source:") for c in cue.complements):
            inner = relayed(v, cue, after)
            if inner is not None:
                sources, after = [*sources, inner], inner.last
    return [Said(c, cue.first, cue.last, act) for c in sources], after


def _ranges(
    v: View, cue: Cue, later: list[Cue], after: int, trailing: bool, events: list[Event]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words before and behind a cue that it covers."""
    none = (0, 0)
    first = v.sentence.first
    phrase = cue.complements[0].startswith("source") and not cue.verbal
    if trailing or phrase:
        start = next(
            (k + 1 for k in range(cue.first - 1, first - 1, -1) if stopped(v, k, k + 1)), first
        )
        before = (start, cue.first)
        opens = all(v.text.words[k].text in "«،\n" for k in range(start, cue.first))
        if phrase and (opens or _inserted(v, after, later)):
            return before, (after, _end(v, cue, later, after, events))
        return before, none
    return none, (_start(v, cue, after, events), _end(v, cue, later, after, events))


def _start(v: View, cue: Cue, after: int, events: list[Event]) -> int:
    """What is said opens at «إن»; a relative clause of the source («قال تاجر نزح إن …») is not said."""
    if "clause" not in cue.complements:
        return after
    opening = next(
        (
            k
            for k in range(after, min(after + _RELATIVE, v.sentence.last))
            if v.bounds.get(k) == "that"
        ),
        None,
    )
    if opening is None or comma_between(v, after, opening):
        return after
    between = [e.trigger for e in events if after <= e.trigger.first < opening]
    told = any(
        (t.first == after and not t.verbal) or (t.hit.split.prep and "prep:" + t.hit.split.prep in cue.complements)
        for t in between
    )
    return opening if between and not told else after


def _inserted(v: View, after: int, later: list[Cue]) -> bool:
    """«خطط الجيش، بحسب ضابط، لشن هجوم»: the clause goes on behind the source."""
    i = after
    if i >= v.sentence.last or v.text.words[i].text not in COMMAS:
        return False
    i = next_word(v, i)
    if (
        i >= v.sentence.last
        or v.bounds.get(i) not in (None, "subordinator", "result")
        or any(c.first == i for c in later)
    ):
        return False
    return not v.text.words[i].key.startswith(("و", "ف"))


def _clause_final(v: View, cue: Cue, after: int) -> bool:
    """«… ، يقول فلان» and «…»، قال فلان: the words said stand before the verb."""
    if (
        cue.first == v.sentence.first
        or cue.row["speaker"] == "same"
        or cue.hit.split.conj
        or not cue.verbal
    ):
        return False
    before = v.text.words[cue.first - 1].text
    if before not in COMMAS | CLOSING | {'"'}:
        return False
    quote = before in CLOSING or v.text.words[max(cue.first - 2, 0)].text in CLOSING
    ahead = range(after, min(after + 4, v.sentence.last))
    if any(v.bounds.get(j) == "that" or v.text.words[j].text in OPENING | {":"} for j in ahead):
        return False
    return (
        quote
        or next_word(v, after) >= v.sentence.last
        or v.text.words[after].text in COMMAS | {".", "\n"}
    )


def _end(v: View, cue: Cue, later: list[Cue], after: int, events: list[Event]) -> int:
    """The word where what is said ends: another speaker, a turn, a new clause of the narrator."""
    last = v.sentence.last
    clausal = any(
        v.bounds.get(k) == "that" or v.text.words[k].text in OPENING | {":", '"'}
        for k in range(after - 1, min(after + 4, last))
    )
    joined = {c.first for c in later if _own_clause(v, c, cue)}
    acts = {
        e.trigger.first for e in events
        if e.trigger.verbal and (e.type in _SPEECH_ACTS or (not clausal and not noun_too(v, e)))
    }  # fmt: skip
    for k in range(after, last):
        if k in joined:
            return k
        if quoted(v, k):
            continue
        if v.bounds.get(k) == "contrast" or stopped(v, k, k + 1):
            return k
        if k in acts and _new_clause(v, k, clausal):
            return k
    return last


def _own_clause(v: View, later: Cue, cue: Cue) -> bool:
    """Whether a later cue opens a clause of its own, and is no speech within the speech."""
    if later.row["complement"] == "verb" or (not later.verbal and later.row["speaker"] == "same"):
        return False
    if later.hit.split.conj and later.verbal:
        return True
    if not later.verbal:
        return False
    return (
        crosses(v, cue.last, later.first, "contrast")
        or v.bounds.get(later.first - 1) == "circumstance"
    )


def _new_clause(v: View, k: int, clausal: bool) -> bool:
    """Whether the verb at a word is joined to the verb of saying, not to what is said."""
    before = v.text.words[k - 1]
    if v.bounds.get(k - 1) in ("circumstance", "coordinator", "contrast"):
        return before.text not in COMMAS
    conj = v.text.words[k].key.startswith("و")
    return conj and (comma_between(v, k - 1, k) or not clausal)


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
