"""What a denial, a claim or an accusation says of the doer."""

from __future__ import annotations

from typing import cast

from riwaya.detection.text import Chunk
from riwaya.frames.arguments import right
from riwaya.frames.clauses import crosses, preposition_at
from riwaya.frames.cues import Cue
from riwaya.frames.events import Event, Said
from riwaya.frames.fill import fill
from riwaya.frames.own_deeds import side_of
from riwaya.frames.speakers import speaks
from riwaya.frames.telling import backdrop
from riwaya.frames.view import View
from riwaya.model import Negated

_OWN_DEED = frozenset(
    {
        "state",
        "state_force",
        "rebel",
        "militia",
        "political",
        "international",
        "country",
        "force",
        "soldier",
        "fighter",
    }
)
_STATES = frozenset({"state", "state_force", "police"})
_MEN = frozenset({"soldier", "police"})
_NOBODY = 5  # words between «لا أحد» and the verb of denying
_TO_BE = {"يكون": "m", "تكون": "f", "يكونوا": "", "تكونوا": "", "نكون": ""}
_TWICE = "denial-of-denial"
_OWN = frozenset({"say", "confirm", "claim", "admit"})


def _same(one: Chunk, two: Chunk) -> bool:
    """Whether two noun phrases name one group, as when an army tells of an attack on its own."""
    if one.klass == two.klass and one.klass in _STATES:
        return True  # of two armies one is only silent about the doer
    return bool(one.row) and one.row is two.row


def credit(v: View, cue: Cue, said: list[Said], events: list[Event]) -> None:
    """A denial negates what it covers; who claims a deed, or is accused of it, is its doer."""
    source = said[-1].source if said else None
    act = cue.row["act"]
    for event in events:
        if act == "deny":
            _deny(v, cue, event, source)
            continue
        if act == "confirm" and cue.complements == ("object",):
            _mourn(v, cue, event, source)  # «نعت الكتيبة ثلاثة من مقاتليها قضوا في غارة»
            continue
        if source is None and act == "accuse" and not event.agents:
            _charge(v, cue, None, event)  # «تُتهم الحركة بقتل …»
        if (
            event.agents
            or source is None
            or event.trigger.frame.subject != "agent"
            or any(_same(source, target) for target in event.targets)
            or (cue.first in v.trigger_at and act == "say")
        ):
            continue  # who condemns a deed did not do it
        side = side_of(source, _OWN_DEED)
        own = act in _OWN and event.realis != "possible"  # «حذرت الأمم المتحدة من وقوع مجازر»
        if own and side is not None and _announced(v, cue, side, event):
            fill(event, "agent", side, "speaker-is-doer")
        elif act == "claim":
            fill(event, "agent", source, "speaker-is-doer")
        elif act == "accuse":
            _charge(v, cue, source, event)


def _charge(v: View, cue: Cue, source: Chunk | None, event: Event) -> None:
    accused = _accused(v, source, cue, event)
    if accused is not None and event.trigger.frame.subject == "agent":
        fill(event, "agent", accused, "accused-is-doer")


def _deny(v: View, cue: Cue, event: Event, source: Chunk | None) -> None:
    told = {"denial", _TWICE} & set(event.rules) or backdrop(event, cue.last)
    if not told and _denies_denial(v, cue, event):
        event.rules.append(_TWICE)
        return
    if told or crosses(v, cue.last, event.trigger.first, "relative"):
        return
    if _said_meanwhile(v, cue.last, event.trigger.first):
        return
    event.polarity = "negative" if event.polarity == "positive" else "positive"
    part = _denied_part(v, cue, event)
    event.negates = part if event.polarity == "negative" else None
    event.rules.append("denial")
    if "any-deed" in event.rules:
        event.realis = "actual"
    if v.text.is_a("occurring", event.trigger.first - 1):
        _unfill(event, source)  # «نفى الجيش وقوع قصف»: «قصف» is no verb of his
        return
    if source is None or event.agents or event.trigger.frame.subject != "agent":
        return
    own = part == "agent" or v.text.is_a("carrying_out", event.trigger.first - 1)
    doer = source if own else _to_have_done(v, cue, event, source)
    if doer is not None:
        fill(event, "agent", doer, "denier-is-doer")


def _unfill(event: Event, source: Chunk | None) -> None:
    """Takes who denies or mourns out of the doers."""
    event.agents[:] = [c for c in event.agents if c is not source]
    event.filled[:] = [f for f in event.filled if f[0] != "agent" or f[1] is not source]


def _to_have_done(v: View, cue: Cue, event: Event, source: Chunk) -> Chunk | None:
    """Whose deed is denied in «نفت الحركة أن تكون قد قصفت»: who denies, or whom he speaks for.

    The form of being tells: it agrees with who is meant («نفى المتحدث باسم الحركة أن تكون قد»),
    and is masculine where nobody is («نفت القوات أن يكون قد قُتل مدنيون»).
    """
    i = event.trigger.first - 1
    i -= i > v.sentence.first and v.text.words[i].key == "قد"
    being = _TO_BE.get(v.text.words[i].key)
    if not event.trigger.verbal or being is None or v.bounds.get(i - 1) != "that":
        return None
    if _is_suffered(event, being):
        return None
    if not cue.verbal or being in ("", cue.hit.form.gender):
        return source
    owner = source.owner
    return owner if source.kind == "person" and owner and owner.kind == "group" else None


def _is_suffered(event: Event, being: str) -> bool:
    """Whether the verb behind a form of being may be passive: it agrees with whom it was done to.

    «أن تكون أعدمت الرجل» is active, «أن يكون قد قتل أحد» may be either.
    """
    if being == "m" and not (event.targets or event.objects):
        return bool(event.trigger.frame.object)
    done_to = event.targets[0] if event.targets else None
    return event.passive and not (being == "f" and done_to is not None and done_to.gender == "m")


def _mourn(v: View, cue: Cue, event: Event, source: Chunk | None) -> None:
    """Who mourns his own did not do what they died of, nor did they."""
    mourned = _accused(v, source, cue, event)
    if ("agent", source, "doer-of-result") in event.filled:
        _unfill(event, source)
    if mourned is not None and any(c is mourned for c in event.agents):
        _unfill(event, mourned)
        if event.trigger.verbal:
            fill(event, "target", mourned, "mourned")


def _said_meanwhile(v: View, i: int, j: int) -> bool:
    """«أنكرت … نهبها، بعدما أكد البرنامج سرقة …»: a clause of its own in which somebody speaks."""
    return any(
        v.bounds.get(k) == "subordinator"
        and any(h.form.pos == "verb" for h in v.text.infos[k + 1].of("reporting"))
        for k in range(i, j - 1)
    )


def _denies_denial(v: View, cue: Cue, event: Event) -> bool:
    """«كذّب ناشطون نفي الجماعة قصف السوق», «لا أحد ينكر أن»: what is denied is a denial."""
    words = range(cue.last, event.trigger.first)
    if any(v.text.is_a("denial_noun", k) and v.text.words[k].text.endswith("ي") for k in words):
        return True
    if any(_nested_denial(v, k) for k in words):
        return True
    before = range(max(v.sentence.first, cue.first - _NOBODY), cue.first)
    return any(v.text.is_a("nobody", k) and v.text.is_a("negation", k - 1) for k in before)


def _nested_denial(v: View, k: int) -> bool:
    """«كذّب الأهالي بياناً نفى فيه الجيش …»: a verb of denying that is joined to nothing."""
    hits = v.text.infos[k].of("reporting")
    return k not in v.at and any(
        h.form.pos == "verb" and h.form.row["act"] == "deny" and not h.split.conj for h in hits
    )


def _denied_part(v: View, cue: Cue, event: Event) -> Negated:
    """The part that a denial is about: «نفى ضلوعه في» denies the doer, not the deed."""
    i = event.trigger.first - 1
    if v.text.is_a("behind", i) and v.text.words[i - 1].key in _TO_BE:
        return "agent"  # «نفى أن يكون وراء الهجوم»
    for k in range(cue.first, event.trigger.first):
        for hit in v.text.infos[k].of("modality"):
            if hit.form.row["negates"] and hit.form.pos == "noun":
                return cast(Negated, hit.form.row["negates"])
    return cast(Negated, cue.row["negates"] or "event")


def _accused(v: View, source: Chunk | None, cue: Cue, event: Event) -> Chunk | None:
    behind = source is not None and source.first >= cue.first
    start = max(cue.last, source.last) if source is not None and behind else cue.last
    return next(
        (
            a.chunk
            for a in right(v, start, stop=event.trigger.first)
            if not a.prep and speaks(a.chunk)
        ),
        None,
    )


def _announced(v: View, cue: Cue, source: Chunk, event: Event) -> bool:
    """«أعلنت القوة اعتقال فلان»: a verbal noun of doing, object of the verb of saying.

    An injury is none: «أعلنت القوة إصابة جندي» tells what was suffered.
    """
    if event.trigger.verbal or event.trigger.hit.split.article or not event.trigger.frame.object:
        return False
    own = source.klass in _STATES and any(c.klass in _MEN and not c.owner for c in event.targets)
    if event.type == "injury" or own or _told_of_another(v, cue, event):
        return False
    return not crosses(v, cue.last, event.trigger.first, "that", "stop", "relative", "subordinator")


def _told_of_another(v: View, cue: Cue, event: Event) -> bool:
    """«أعلن الجيش مقتل ضابط في هجوم»: the deed in which what is announced was."""
    if preposition_at(v, event.trigger.first, event.trigger.hit.split.prep) not in ("", "ب"):
        return True
    between = any(cue.last <= o.trigger.first < event.trigger.first for o in event.siblings)
    return between and not event.trigger.hit.split.conj
