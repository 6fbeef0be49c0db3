"""Did it happen: negation, plans, threats, demands, possibility, what was averted."""

from __future__ import annotations

from typing import Literal, cast

from riwaya.frames.clauses import comma_between, crosses
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event
from riwaya.frames.governing import governs
from riwaya.frames.linking import HARM, MEANS
from riwaya.frames.telling import noun_too
from riwaya.frames.view import View
from riwaya.model import Negated, Realis

_WEIGHT = {
    "": 0,
    "actual": 0,
    "generic": 1,
    "possible": 2,
    "intended": 3,
    "demanded": 4,
    "threatened": 5,
    "hypothetical": 6,
}


_AIM = 12  # words between a deed and its purpose
_AIMED = MEANS | HARM | {
    "capture", "arrest", "abduction", "restriction", "pressure", "rescue", "release", "defense",
    "mediation", "negotiation", "protest", "deployment", "withdrawal", "looting", "destruction",
    "recruitment", "interception", "search", "support", "smuggling",
}  # fmt: skip
_ONLY = 10  # words between a negated verb and «إلا بعد»


def judge(view: View, events: list[Event]) -> None:
    """Sets realis and polarity of a sentence's events from the cues that govern them."""
    found = [c for c in cues(view, "modality") if not _harms(view, c)]
    for n, event in enumerate(events):
        if not _presupposed(found, event):
            for cue in found:
                if governs(view, cue, event, events):
                    _apply(event, cue)
        _not_before_perfect(event)
        _none_of_them(event)
        _if_perfect(event)
        _only_after(event)
        _own_form(event, found)
        _carry(events, n)


def _harms(v: View, cue: Cue) -> bool:
    """Whether the word of a cue tells a deed itself («قضى ثلاثة …», were killed)."""
    trigger = v.trigger_at.get(cue.first)
    if trigger is None or trigger.type not in HARM:
        return False
    return not (
        "prep:ب" in cue.complements
        and cue.last < v.sentence.last
        and v.text.words[cue.last].key.startswith("ب")
    )


def _presupposed(found: list[Cue], event: Event) -> bool:
    """«رفع الحصار», «وقف القتال»: what is to end goes on, whoever asks for its end."""
    return any("presupposed" in c.complements and c.last == event.trigger.first for c in found)


def _apply(event: Event, cue: Cue) -> None:
    realis = cast(Realis | Literal[""], cue.row["realis"])
    if cue.verbal and cue.hit.split.future and realis in ("", "actual"):
        realis = "intended"  # «سيبدأ بمهاجمة القواعد»
    if cue.negated and cue.verbal and realis == "hypothetical":
        return  # «لم تمنع الهدنة القناصة من قتل …»
    if realis and _WEIGHT[realis] > _WEIGHT[event.realis]:
        event.realis = realis
        event.rules.append(
            "any-deed" if "any" in cue.complements else f"realis:{cue.row['lemma'].split('|')[0]}"
        )
    negative = cue.row["polarity"] == "negative"
    if negative != (cue.negated and realis not in ("hypothetical", "")):
        event.polarity = "negative" if event.polarity == "positive" else "positive"
        part = cast(Negated, cue.row["negates"] or "event")
        event.negates = part if event.polarity == "negative" else None
        event.rules.append("negation")


def _not_before_perfect(event: Event) -> None:
    """«ما أطلقنا النار», «وما سقطت المدينة»: «ما» that opens a clause before a perfect."""
    v, trigger = event.view, event.trigger
    i = trigger.first - 1
    if not trigger.verbal or trigger.hit.form.tense != "perfect" or i < v.sentence.first:
        return
    if trigger.hit.split.pronoun:
        return  # «ما دمّرته الجرافات»: what they destroyed
    word = v.text.words[i].key
    if word.removeprefix("و") != "ما" or event.polarity == "negative":
        return
    opens = i == v.sentence.first or v.text.words[i - 1].text in '«“":'
    if (opens or word.startswith("و")) and v.bounds.get(i) != "result":
        event.polarity, event.negates = "negative", "event"
        event.rules.append("negation-ma")


def _none_of_them(event: Event) -> None:
    """«لا قتلى ولا جرحى», «لا حصار على المدينة»: «لا» right before an indefinite noun."""
    trigger, v = event.trigger, event.view
    i, split = trigger.first - 1, trigger.hit.split
    if trigger.verbal or split.article or split.prep or split.conj or i < v.sentence.first:
        return
    if v.text.words[i].key in ("لا", "ولا", "فلا") and event.polarity == "positive":
        event.polarity, event.negates = "negative", "event"
        event.rules.append("negation-la")


def _if_perfect(event: Event) -> None:
    """«إن اندلعت معارك», «إن هاجموا المدينة»: «إن» right before a perfect is «if»."""
    trigger, v = event.trigger, event.view
    i = trigger.first - 1 - (not trigger.verbal and "light-verb" in event.rules)
    if event.realis != "actual" or i < v.sentence.first or v.text.words[i].text != "إن":
        return
    if i > v.sentence.first and v.text.words[i - 1].key in ("ما", "وما"):
        return  # «ما إن قُصف الجسر حتى …»: as soon as
    tables = ("triggers", "light_verbs")
    verbs = [h for t in tables for h in v.text.infos[i + 1].of(t) if h.form.pos == "verb"]
    if any(h.form.tense == "perfect" for h in verbs) and i + 1 not in v.at:
        event.realis = "hypothetical"
        event.rules.append("if-perfect")


def _only_after(event: Event) -> None:
    """«لم تنسحب … إلا بعد أن …»: it did, though late."""
    v, trigger = event.view, event.trigger
    if event.polarity != "negative" or "negation" not in event.rules or not trigger.verbal:
        return
    for k in range(trigger.last, min(trigger.last + _ONLY, v.sentence.last - 1)):
        if v.bounds.get(k) == "stop" or (k in v.trigger_at and v.trigger_at[k].verbal):
            return
        if v.text.is_a("except", k) and (_later(v, k) or v.text.words[k].key == "سوي"):
            event.polarity, event.negates = "positive", None
            event.rules.append("only-after")
            return


def _later(v: View, k: int) -> bool:
    return v.text.is_a("later_than", k + 1)


def _own_form(event: Event, found: list[Cue]) -> None:
    """What the verb's own form says: a future, a purpose, an answer to «لو»."""
    split, form = event.trigger.hit.split, event.trigger.hit.form
    if event.realis != "actual":
        return
    if _answers(event, found):
        event.realis = "hypothetical"
        event.rules.append("answer-to-condition")
    elif form.pos == "verb" and split.future:
        harm = form.person == 1 and event.type in HARM | MEANS
        event.realis = "threatened" if harm else "intended"
        event.rules.append("threat-of-speaker" if harm else "future")
    elif _carrier_to_come(event):
        conditional = any(c.row["realis"] == "hypothetical" for c in found)
        event.realis = "threatened" if conditional and event.type in MEANS else "intended"
        event.rules.append("future-carrier")
    elif _noun_of_purpose(event) or (
        form.pos == "verb"
        and split.prep == "ل"
        and (form.tense == "imperfect" or noun_too(event.view, event))
    ):
        event.realis = "intended"
        event.rules.append("purpose")


def _carrier_to_come(event: Event) -> bool:
    """«ستعاود استهداف كذا»: the verb that carries the deed is in the future."""
    v, first = event.view, event.trigger.first
    if event.trigger.verbal or "light-verb" not in event.rules:
        return False
    near = range(max(v.sentence.first, first - 3), first)
    return any(
        h.form.pos == "verb" and h.split.future for k in near
        for h in v.text.infos[k].of("light_verbs")
    )  # fmt: skip


def _noun_of_purpose(event: Event) -> bool:
    """«أغلقوا الميناء لمنع التهريب»: «لـ» and a verbal noun behind a deed, where neither the verb
    nor the word before takes «لـ» («تعرضت لقصف», «نتيجة لقصف»)."""
    v, trigger = event.view, event.trigger
    split, first = trigger.hit.split, trigger.first
    if trigger.verbal or split.prep != "ل" or event.counts or event.time is not None:
        return False
    if split.article or event.type not in _AIMED or first - 1 < v.sentence.first:
        return False
    deed = next((o for o in reversed(event.siblings) if o.trigger.last <= first - 1), None)
    if deed is None or first - deed.trigger.last > _AIM or "light-verb" in event.rules:
        return False
    done = deed.trigger.verbal or any(r.startswith("light-verb") for r in deed.rules)
    if comma_between(v, deed.trigger.last, first) or not done:
        return False
    takes = "ل" in deed.trigger.frame.prepositions
    return not takes and not _takes_lam(v, first - 1)


def _takes_lam(v: View, i: int) -> bool:
    """Whether a word takes «لـ» itself: an adverb («نتيجة», «ردا»), a verb or participle."""
    word, info = v.text.words[i], v.text.infos[i]
    if word.text.endswith("ا") and i not in v.at:
        return True
    return any(h.form.pos != "noun" for t in ("light_verbs", "modality", "reporting")
               for h in info.of(t) if not h.form.rest)  # fmt: skip


def _answers(event: Event, found: list[Cue]) -> bool:
    """«لولا … لسقط»: the verb with «لـ» behind a condition, or the subject noun of such a verb."""
    first = event.trigger.first
    start = next(
        (
            c.last
            for c in found
            if c.row["realis"] == "hypothetical"
            and c.hit.form.pos == "particle"
            and c.last <= first
        ),
        None,
    )
    if start is None:
        return False
    for k in (first, first - 1, first - 2):
        if k < start or (event.trigger.verbal and k < first):
            continue
        for table in ("triggers", "light_verbs"):
            for hit in event.view.text.infos[k].of(table):
                if hit.form.pos == "verb" and hit.split.prep == "ل" and hit.form.tense == "perfect":
                    return True
    return False


def _alternative(before: Event, event: Event) -> bool:
    """«عدم سقوط قتلى أو جرحى», «لا قتلى ولا جرحى»: what is joined to a denied noun is denied."""
    v, i = event.view, event.trigger.first
    if before.polarity != "negative" or event.trigger.verbal or before.trigger.verbal:
        return False
    near = 0 <= i - before.trigger.last <= 1
    joined = event.trigger.hit.split.conj == "و" or v.text.is_a("or", i - 1)
    return near and joined and "negation" in before.rules


def _clause_opens(event: Event) -> bool:
    """Whether a joined word opens the clause of a verb right before it («وفيها قُتل …»)."""
    v, i = event.view, event.trigger.first - 1
    return (
        i > v.sentence.first
        and v.text.words[i].key.startswith("و")
        and (v.text.words[i - 1].text in "،,")
    )


def _told_apart(cause: Event, event: Event) -> bool:
    """«نجا من محاولة اغتيال، فيما قُتل سائقه»: what else happened, in a clause of its own."""
    words = cause.trigger.last, event.trigger.first
    split, form = event.trigger.hit.split, event.trigger.hit.form
    joined = split.conj == "و" or _clause_opens(event)
    if event.trigger.verbal and joined and form.tense == "perfect":
        return True  # «فشلوا في اقتحام المقر، وقُتل منهم عشرات»
    return (
        event.trigger.verbal and cause.view is event.view
        and crosses(event.view, *words, "circumstance", "contrast")
    )  # fmt: skip


def _carry(events: list[Event], n: int) -> None:
    """A deed that follows from a governed one is governed as it is, so is a noun joined to one."""
    event = events[n]
    if event.realis != "actual" or event.polarity != "positive":
        return
    if n and _alternative(events[n - 1], event):
        event.polarity, event.negates = "negative", events[n - 1].negates
        event.rules.append("negation-joined")
        return
    cause = event.cause
    if (
        cause is not None
        and cause.realis not in ("actual", "generic")
        and cause.trigger.first < event.trigger.first
        and not _told_apart(cause, event)
    ):
        event.realis = cause.realis
        event.rules.append("realis-of-cause")
        return
    verbal = event.trigger.verbal and not noun_too(event.view, event)
    if not n or event.trigger.hit.split.conj != "و" or verbal:
        return
    before = events[n - 1]
    near = event.trigger.first - before.trigger.last <= 8 and not before.trigger.verbal
    if (
        near
        and before.realis not in ("actual", "generic")
        and not comma_between(event.view, before.trigger.last, event.trigger.first)
    ):
        event.realis = before.realis
        event.rules.append("realis-joined")
