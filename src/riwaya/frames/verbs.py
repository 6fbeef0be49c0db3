"""Roles around a finite verb: subject and object in either order, passives, relatives."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.detection.text import Chunk
from riwaya.frames.agreement import agrees, carries, marked_passive
from riwaya.frames.aircraft import aircraft_in
from riwaya.frames.arguments import Argument, Subject, left, right, speaker_of_that, topic
from riwaya.frames.events import Event
from riwaya.frames.fill import fill, fill_prepositions
from riwaya.frames.harm_beside import other_harm, others_suffer
from riwaya.frames.view import AGENT, Trigger, View, adverbial, before_bounds

_ACTING = frozenset(
    {
        "state",
        "state_force",
        "rebel",
        "militia",
        "political",
        "international",
        "country",
        "force",
        "weapon_system",
    }
)


def read_verb(event: Event, before: Event | None) -> None:
    """Fills the roles of a verb trigger; `before` is the event verb that stands before it."""
    v, trigger = event.view, event.trigger
    arguments = list(right(v, trigger.last, own=trigger.first))
    if trigger.last - trigger.first > 1:
        arguments = [
            *right(v, trigger.first + 1, stop=_fixed_end(v, trigger), own=trigger.first),
            *arguments,
        ]
    if trigger.frame.subject == "instrument" and trigger.row["pos"] == "phrase":
        arguments = _lives_of(event, arguments)
    bare = [a for a in _bare(event, arguments) if not other_harm(event, a)]
    subject = _left_subject(event)
    pronoun = trigger.hit.split.pronoun
    if others_suffer(event):
        subject, bare, passive = None, [], True
    else:
        passive = _passive(event, bare, subject) or _by_hand(event, arguments)
    event.passive = passive
    groups = _coordinated(bare)
    if not _goes_on(event):
        before = None
    elif before is None or not (before.agents or before.targets):
        before = None
        event.topic = topic(v, trigger.first)
    if passive:
        _fill_passive(event, groups, subject)
    else:
        _fill_active(event, groups, subject, pronoun, before)
    fill_prepositions(event, [a for a in arguments if a.prep])


def _lives_of(event: Event, arguments: list[Argument]) -> list[Argument]:
    """«أودى بحياة جنديين لغم», «راح ضحيته 30»: the dead stand behind; gives the other arguments."""
    v, end = event.view, event.trigger.last
    arguments = [a for a in arguments if a.chunk.head >= end]  # not «ضحيته» of the phrase
    dead = [a for a in arguments if before_bounds(v, a.chunk) == end and not a.prep]
    after = dead[0] if dead else None
    for a in arguments:
        if after is not None and a.joined and a.chunk.first - after.chunk.last <= 1:
            dead.append(a)
            after = a
    for a in dead:
        fill(event, "target", a.chunk, "genitive")
    return [a for a in arguments if a not in dead]


def _fixed_end(v: View, trigger: Trigger) -> int:
    """Where a phrase's inner arguments end; a noun phrase that its last word opens counts."""
    chunk = v.at.get(trigger.last - 1)
    return (
        trigger.last
        if chunk is not None
        and chunk.kind in ("group", "person")
        and chunk.klass not in ("weapon", "weapon_system")
        and not (
            chunk.klass == "victim" and trigger.frame.subject == "agent" and trigger.row["figure"]
        )
        and chunk.first == trigger.last - 1
        else trigger.last - 1
    )


def _bare(event: Event, arguments: list[Argument]) -> Iterator[Argument]:
    """Bare noun phrases that may act or suffer; behind a comma only those joined to one before it.

    «تجمع المتظاهرون، مطالبين الحكومة والأمم المتحدة»: who is joined to those is none of the first.
    """
    apart = False
    for a in arguments:
        if a.prep or a.nested or a.chunk.kind == "time" or adverbial(event.view, a.chunk):
            continue
        apart = a.comma and (apart or not a.joined)
        if not apart:
            yield a


def _coordinated(bare: list[Argument]) -> list[list[Chunk]]:
    """Bare noun phrases, those joined by «و» together."""
    groups: list[list[Chunk]] = []
    for a in bare:
        if groups and a.joined:
            groups[-1].append(a.chunk)
        else:
            groups.append([a.chunk])
    return groups


def _left_subject(event: Event) -> Subject | None:
    hit = event.trigger.hit
    if hit.split.conj:
        return None
    v, i = event.view, event.trigger.first
    if i > v.sentence.first and v.text.is_a("conjunction", i - 1):
        return None
    speaker = speaker_of_that(v, i)
    if speaker is not None:
        return Subject(speaker, "adjacent")
    return left(v, i, lambda chunk: agrees(event, chunk) and _can_act(event, chunk))


def _can_act(event: Event, chunk: Chunk) -> bool:
    """Things do nothing but explode, burn or fly."""
    if chunk.kind != "object" or event.trigger.frame.subject not in ("agent",):
        return True
    return chunk.klass in ("weapon", "vehicle") and event.trigger.first - chunk.last <= 2


def _passive(event: Event, bare: list[Argument], subject: Subject | None) -> bool:
    trigger = event.trigger
    form, frame = trigger.hit.form, trigger.frame
    if form.voice == "passive":
        return True
    if form.voice == "active" or not frame.object or trigger.hit.split.pronoun:
        return False
    marked = marked_passive(event.view, trigger.first, trigger.hit)
    if marked is not None:
        return marked
    if subject is not None and subject.how in ("relative", "adjacent"):
        if not bare:
            return _suffers(event, subject)
        return False
    if subject is not None and not bare and _suffers(event, subject):
        return True
    groups = _coordinated(bare)
    if len(groups) >= 2:
        return False
    if not groups:
        return False
    return _reads_passive(event, groups[0][0], subject)


def _by_hand(event: Event, arguments: list[Argument]) -> bool:
    """A doer behind «على يد» or «من قبل» makes any transitive verb passive."""
    if not event.trigger.frame.object or event.trigger.hit.form.voice == "active":
        return False
    return any(
        a.prep == AGENT and not a.nested and a.chunk.klass not in ("weapon", "weapon_system")
        for a in arguments
    )


def _suffers(event: Event, subject: Subject) -> bool:
    """A noun phrase before a verb with nothing behind it: «28 شخصاً قتلوا»."""
    if subject.how == "relative":
        return True
    if not event.trigger.row["figure"]:
        return False
    return subject.chunk.count is not None or subject.chunk.klass not in _ACTING


def _reads_passive(event: Event, only: Chunk, subject: Subject | None) -> bool:
    """One noun phrase after a verb of either voice: does it suffer the deed?"""
    form = event.trigger.hit.form
    if form.number == "pl" or event.trigger.frame.name in _SPOKEN:
        return False
    if only.kind == "place" and not only.acts:
        return False
    human = only.kind in ("person", "group")
    masculine = form.gender == "m"
    if (
        human
        and only.table == "people"
        and only.number == "pl"
        and not masculine
        and only.gender == "m"
    ):
        return False  # the verb's feminine is another's: what follows is its object
    if event.trigger.hit.split.conj and subject is None and not event.trigger.row["figure"]:
        return False
    if event.trigger.row["figure"]:
        return only.klass not in _ACTING or only.count is not None
    return only.kind in ("person", "quantity", "object") and only.klass not in _ACTING


def _fill_passive(event: Event, groups: list[list[Chunk]], subject: Subject | None) -> None:
    frame = event.trigger.frame
    follows = event.trigger.hit.form.number == "pl"  # «قُتلوا» follows its subject
    if groups and not (follows and subject is not None):
        for chunk in groups[0]:
            fill(event, frame.object, chunk, "passive-subject")
    elif subject is not None:
        fill(event, frame.object, subject.chunk, f"passive-subject-{subject.how}")


def _fill_active(
    event: Event,
    groups: list[list[Chunk]],
    subject: Subject | None,
    pronoun: str,
    before: Event | None,
) -> None:
    frame = event.trigger.frame
    relative = subject is not None and subject.how == "relative"
    if pronoun and frame.object:
        found = _antecedent(event, pronoun, before, alone=not groups)
        target = subject.chunk if relative and subject else found
        if target is not None:
            fill(event, frame.object, target, "object-pronoun")
        for chunk in groups[0] if groups else []:
            fill(event, frame.subject, chunk, "verb-subject")
        if not groups and subject is not None and not relative and not _deed_follows(event):
            fill(event, frame.subject, subject.chunk, "subject-first")
        if not groups and subject is None:
            _carry_on(event, before)
        return
    if subject is not None and (
        relative
        or subject.how == "adjacent"
        or (len(groups) < 2 and not _subject_like(event, groups))
    ):
        fill(
            event, frame.subject, subject.chunk, "relative-subject" if relative else "subject-first"
        )
        if frame.object:
            for chunk in groups[0] if groups else []:
                fill(event, frame.object, chunk, "object")
        return
    if not groups:
        _carry_on(event, before)
        return
    dropped = event.trigger.hit.form.number == "pl" or (
        len(groups) == 1
        and (not _subject_like(event, groups) or _object_of_chain(event, groups[0][0], before))
    )
    if dropped:
        _carry_on(event, before)
        if frame.object:
            for chunk in groups[0]:
                fill(event, frame.object, chunk, "object")
        return
    for n, chunk in enumerate(groups[0]):
        with_him = n > 0 and frame.name == "explode_self"  # «فجّر نفسه وثلاثة من أطفاله»
        fill(event, "target" if with_him else frame.subject, chunk, "verb-subject")
    if len(groups) > 1 and frame.object:
        for chunk in groups[1]:
            fill(event, frame.object, chunk, "object")


def _deed_follows(event: Event) -> bool:
    """«مبنى دمره القصف»: a deed behind the verb is its subject."""
    following = event.view.trigger_at.get(event.trigger.last)
    return following is not None and not following.verbal and following.hit.split.article


_TRANSITIVE_TALK = frozenset({"ask", "talk", "accuse", "condemn", "threaten", "press"})
_SPOKEN = _TRANSITIVE_TALK - {"accuse"}  # «هدد الوزير بقصف»: who is named alone speaks


def _object_of_chain(event: Event, only: Chunk, before: Event | None) -> bool:
    """«… وأسرت أربعين منهم»: the verb goes on with a subject it agrees with; this is its object."""
    frame, form = event.trigger.frame, event.trigger.hit.form
    if not frame.object or not _goes_on(event):
        return False
    subject = before.agents[0] if before is not None and before.agents else event.topic
    if subject is None or subject is only or not carries(form, subject):
        return False
    if frame.name in _TRANSITIVE_TALK:
        return True
    return (
        only.count is not None
        or only.kind == "object"
        or not (only.definite or only.proper or only.name)
    )


_HANDLES_THINGS = frozenset({"damage", "rob", "seize", "intercept", "get", "set_up"})
_THINGS = frozenset({"building", "infrastructure", "goods", "weapon", "vehicle", "weapon_system"})


def _subject_like(event: Event, groups: list[list[Chunk]]) -> bool:
    """Whether the noun phrase after a verb can be its subject."""
    if not groups:
        return False
    only = groups[0][0]
    form = event.trigger.hit.form
    if aircraft_in(event) is not None:
        return False  # «قصفت طائرات أميركية مواقع»
    told = event.trigger.hit.form.rest and not event.trigger.between
    if only.kind == "place" and (not only.acts or told):
        return False  # «قصفت الطائرات دمشق»: the phrase names the doer
    if only.klass in ("building", "infrastructure", "goods"):
        return False
    if event.trigger.frame.name in _HANDLES_THINGS and only.klass in _THINGS and not only.definite:
        return False
    if (
        form.gender == "m"
        and only.gender == "f"
        and only.number == "sg"
        and only.first == event.trigger.last
    ):
        return False
    if form.gender != "f" or form.number != "sg":
        return True
    men = only.table in ("people", "posts", "titles") and only.gender == "m"
    return not (men or (only.gender == "m" and only.number == "sg" and only.kind == "person"))


def _antecedent(event: Event, pronoun: str, before: Event | None, *, alone: bool) -> Chunk | None:
    """Whom an object pronoun stands for: the last fitting noun phrase before the verb.

    `alone`: no subject stands behind the verb, so that the one right before it is no object.
    """
    number = {"هم": "pl", "هما": "du", "هن": "pl"}.get(pronoun, "sg")
    v = event.view
    skip = set(map(id, before.agents)) if before else set()
    for chunk in reversed(v.chunks):
        if chunk.last > event.trigger.first or chunk.kind not in (
            "person",
            "group",
            "object",
            "quantity",
        ):
            continue
        if id(chunk) in skip or (number == "pl") != (chunk.number == "pl"):
            continue
        if alone and chunk.last == event.trigger.first and not event.trigger.hit.split.conj:
            continue  # «العدو قصفه»: not himself
        if pronoun == "ها" and chunk.kind == "person" and chunk.gender == "m":
            continue
        if pronoun == "ه" and chunk.kind == "person" and chunk.gender == "f":
            continue
        return chunk
    return before.targets[0] if before and before.targets else None


def _carry_on(event: Event, before: Event | None) -> None:
    """The subject of the verb before, else whom the clause is about."""
    if before is not None and _agrees_with_doers(event, before):
        _inherit(event, before)
        return
    v, i = event.view, event.trigger.first
    event.topic = event.topic or (topic(v, i) if _goes_on(event) else None)
    if event.topic is not None and not carries(event.trigger.hit.form, event.topic):
        event.topic = None
    if event.topic is not None and all(event.topic is not c for c in event.targets):
        fill(event, event.trigger.frame.subject, event.topic, "topic-carried-on")


def _agrees_with_doers(event: Event, before: Event) -> bool:
    doers = (
        before.targets
        if before.passive or before.trigger.frame.subject == "target"
        else before.agents
    )
    return any(carries(event.trigger.hit.form, c) for c in doers)


def _goes_on(event: Event) -> bool:
    """Whether the verb goes on from the one before: joined, or a plural with no subject."""
    v, i = event.view, event.trigger.first
    if event.trigger.hit.split.conj or event.trigger.hit.form.number in ("pl", "du"):
        return True
    if i <= v.sentence.first:
        return False
    return v.text.is_a("conjunction", i - 1) or v.bounds.get(i - 1) == "subordinator"


def _inherit(event: Event, before: Event) -> None:
    """A verb with no subject of its own goes on with the subject of the verb before."""
    role = event.trigger.frame.subject
    before_role = before.trigger.frame.subject
    source = before.targets if before.passive or before_role == "target" else before.agents
    for chunk in source:
        fill(event, role, chunk, "subject-carried-on")
