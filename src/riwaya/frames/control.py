"""Who does a deed that another word governs: «هدد … بقصف», «تمكن من قتل», «طالب … بالإفراج»."""

from __future__ import annotations

from riwaya.detection.letters import key
from riwaya.detection.prepare import COMMON_VERB
from riwaya.detection.text import Chunk
from riwaya.frames.arguments import left, right
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event
from riwaya.frames.fill import fill
from riwaya.frames.linking import HARM
from riwaya.frames.view import View

_REACH = 14
_UNWILLED = frozenset(
    {"injury", "agreement", "negotiation", "clash", "displacement", "protest", "ambush", "bombing"}
)
_GOVERNING = frozenset({"ب", "ل", "علي", "الي", "من", "في"})
_ABOUT_OTHERS = frozenset({"accusation", "demand", "condemnation"})
_DOING = frozenset({"ب", "الي"})  # «ترد باستهداف», «تتجه إلى قصف»; not «يشكو من», «علق على»
_AFTER = frozenset({"بعد", "قبل", "اثناء", "خلال", "قبيل", "لدي", "عند"})


def control(view: View, events: list[Event]) -> None:
    """Gives governed deeds that name no doer the doer that the governing word implies."""
    found = cues(view, "modality")
    for event in events:
        if (
            event.agents
            or event.trigger.frame.subject != "agent"
            or event.passive
            or event.type in _UNWILLED
        ):
            continue
        if event.trigger.hit.form.pos == "verb" and not event.trigger.hit.split.prep:
            continue
        doer = (
            _of_cue(view, event, found, events) or _of_noun(view, event)
            or _of_verb(view, event) or _of_event(event, events)
        )  # fmt: skip
        for chunk in doer:
            if all(chunk.best is not t.best for t in event.targets):
                fill(event, "agent", chunk, "controlled")


def _of_cue(v: View, event: Event, found: list[Cue], events: list[Event]) -> list[Chunk]:
    """The subject of the nearest cue before the deed; of a demand the one it is made of.

    Of a passive («هُدد الصحفي بالقتل») nobody is named who would do it, and who died («قضى مدني
    بقصف») ruled nothing.
    """
    before = [
        c for c in found if c.last <= event.trigger.first and event.trigger.first - c.last <= _REACH
    ]
    if not before or any(
        v.bounds.get(j) in ("stop", "contrast") for j in range(before[-1].last, event.trigger.first)
    ):
        return []
    cue = before[-1]
    if cue.row["realis"] == "demanded":
        return _addressee(v, cue, event)
    if event.trigger.hit.split.article and not _takes(cue, _governor(v, event)):
        return []  # «محاولة الأهالي العبور هرباً من القصف»
    if not _own_will(cue) or any(
        e.trigger.first == cue.first and (e.passive or e.type in HARM) for e in events
    ):
        return []
    if cue.hit.form.pos not in ("verb", "noun") or "object" in cue.complements:
        return []
    return _subject(
        v,
        cue.first,
        cue.last,
        event.trigger.first,
        cue.hit.form.pos == "verb",
        cue.hit.split.pronoun,
    )


_UNDONE = frozenset({"clause:أن", "next-verb", "prep:في", "prep:عن"})
"""What verbs take that say of their subject's own deed that it was not done («فشل في»)."""


def _takes(cue: Cue, prep: str) -> bool:
    """Whether what a cue governs may stand behind a preposition, given as a key, or behind none."""
    listed = {key(c[5:]) for c in cue.complements if c.startswith("prep:")}
    return not prep or prep in listed or "none" in cue.complements


def _own_will(cue: Cue) -> bool:
    """Whether a cue speaks of its subject's own deed: no fear, guess or prevention does."""
    if cue.row["realis"] in ("possible", "generic"):
        return False
    prevented = cue.row["realis"] == "hypothetical" and cue.hit.form.pos == "verb"
    return not prevented or bool(_UNDONE & set(cue.complements))


def _subject(
    v: View, first: int, last: int, end: int, verb: bool, pronoun: str = ""
) -> list[Chunk]:
    """The subject of a verb, behind it or before it; the owner of a noun."""
    behind = [
        a
        for a in right(v, last, stop=end)
        if (not a.prep or _owner(a.chunk, last)) and not (a.nested or a.comma) and _doer(a.chunk)
    ]
    if behind and (verb or behind[0].chunk.first == last):
        return [a.chunk for n, a in enumerate(behind) if n == 0 or a.joined]
    if pronoun:
        return _nearest_doer(v, first)
    if not verb:
        return []
    found = left(v, first)
    if found is not None and _doer(found.chunk):
        return [found.chunk]
    return []


def _owner(chunk: Chunk, last: int) -> bool:
    """Whether a noun phrase is the genitive of the noun that ends at `last` («عن عزم الجيش»)."""
    return chunk.first == last and not chunk.prep


def _nearest_doer(v: View, i: int) -> list[Chunk]:
    for chunk in reversed(v.chunks):
        if chunk.last <= i and _doer(chunk) and chunk.kind == "group":
            return [chunk]
    return []


def _doer(chunk: Chunk) -> bool:
    return (
        chunk.kind in ("group", "person", "quantity") and chunk.klass != "measure"
    ) or chunk.acts


def _addressee(v: View, cue: Cue, event: Event) -> list[Chunk]:
    arguments = [a for a in right(v, cue.last, stop=event.trigger.first) if _doer(a.chunk)]
    asked = [a.chunk for a in arguments if a.prep in ("من", "الي", "علي", "ل")]
    if asked:
        return asked[:1]
    bare = [a.chunk for a in arguments if not a.prep and not a.comma]
    subject_before = left(v, cue.first) if not cue.hit.split.conj else None
    if len(bare) > 1:
        return bare[1:2]
    return bare[:1] if subject_before is not None and bare else []


def _governor(v: View, event: Event) -> str:
    """The preposition before the deed."""
    prep = event.trigger.hit.split.prep
    i = event.trigger.first - 1
    if prep or i < v.sentence.first:
        return prep
    return v.text.words[i].key if v.text.is_a("preposition", i) else ""


def _of_noun(v: View, event: Event) -> list[Chunk]:
    """«إقدام الفصائل على قتل …»: the owner of a noun that governs the deed."""
    if event.trigger.hit.split.article:
        return []
    first = event.trigger.first
    if _governor(v, event) not in _GOVERNING:
        first = _carrier(v, first)
    if first < 0:
        return []
    for chunk in reversed([c for c in v.chunks if c.last <= first and first - c.last <= 8]):
        between = range(chunk.last, first)
        if any(j in v.bounds or j in v.trigger_at or v.text.words[j].text in "،," for j in between):
            return []
        before = chunk.first - 1
        if not _doer(chunk) or v.preposition(chunk) or before < v.sentence.first:
            continue
        word = v.text.words[before]
        if v.text.is_a("preposition", before):
            return []  # «ما لا يقل عن 12 شخصاً»
        governs = before not in v.at and before not in v.bounds and before not in v.trigger_at
        if (
            governs
            and word.key[0].isalpha()
            and not word.key.startswith("ال")
            and not _plain_verb(v, before)
        ):
            return [chunk]
        return []
    return []


def _carrier(v: View, i: int) -> int:
    """The governed noun that has the word as its genitive («في ارتكاب جرائم قتل»); else -1."""
    for j in range(i - 1, max(v.sentence.first, i - 3), -1):
        word = v.text.words[j].key
        if (
            j in v.at
            or j in v.bounds
            or j in v.trigger_at
            or not word[0].isalpha()
            or word.startswith("ال")
        ):
            return -1
        if v.text.is_a("preposition", j - 1) and v.text.words[j - 1].key in _GOVERNING:
            return j
    return -1


def _of_event(event: Event, events: list[Event]) -> list[Chunk]:
    """«انسحبوا بعد قتل …», «اتهم … بقتل»: the doer of the verb that the deed hangs on."""
    v = event.view
    prep = _governor(v, event)
    if (prep not in _AFTER and prep not in _GOVERNING) or event.trigger.hit.split.article:
        return []
    if prep == "من" and event.trigger.first - 2 in v.text.times:
        return []  # «بعد أسبوع من مقتل قيادي»
    before = [e for e in events if e.trigger.last <= event.trigger.first and e.trigger.verbal]
    if not before or before[-1].passive or before[-1].trigger.frame.subject != "agent":
        return []
    verb = before[-1]
    if verb.type == "protest" or any(
        v.text.is_a("blamed_for", j) for j in range(verb.trigger.last, event.trigger.first)
    ):
        return []
    if any(
        v.bounds.get(j) in ("stop", "contrast", "that")
        for j in range(verb.trigger.last, event.trigger.first)
    ):
        return []
    if verb.type == "threat" and prep in _AFTER:
        return []  # «توعد بالرد بعد اغتيال القيادي»
    if verb.type in _ABOUT_OTHERS:
        return [] if verb.type == "condemnation" else verb.targets
    return [c for c in verb.agents if _doer(c)]


def _of_verb(v: View, event: Event) -> list[Chunk]:
    """A verb that is no event but takes the deed behind a preposition («ترد باستهداف»)."""
    if _governor(v, event) not in _GOVERNING or event.trigger.hit.split.article:
        return []
    for j in range(event.trigger.first - 1, max(v.sentence.first, event.trigger.first - 9) - 1, -1):
        if v.bounds.get(j) in ("stop", "contrast", "that", "relative", "subordinator"):
            return []
        if j in v.trigger_at:
            return []
        if j not in v.at and _plain_verb(v, j):
            carried = [h for h in v.text.infos[j].of("light_verbs") if h.form.pos == "verb"]
            if carried and all(h.form.row["subject"] == "-" for h in carried):
                return []  # «أحبطت القوات محاولة لاغتيال …»: who averts a deed is not its doer
            if not carried and _governor(v, event) not in _DOING:
                return []
            found = _subject(v, j, j + 1, event.trigger.first, True)
            return [c for c in found if not v.text.is_a("preposition", c.first - 1)]
    return []


def _plain_verb(v: View, j: int) -> bool:
    info = v.text.infos[j]
    for table in ("light_verbs", "reporting"):
        if any(h.form.pos == "verb" for h in info.of(table)):
            return True
    verbs, word = v.text.roles[COMMON_VERB], info.key
    return word in verbs or (word[0] in "وف" and word[1:] in verbs)
