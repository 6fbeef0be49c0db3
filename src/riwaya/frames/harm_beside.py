"""Who was harmed beside those of a verb: others whom nothing names, the wounded beside the dead;
and deeds side by side, which have one object («مقتل وإصابة خمسة جنود»).
"""

from __future__ import annotations

from riwaya.frames.arguments import Argument
from riwaya.frames.events import Event


def others_suffer(event: Event) -> bool:
    """«قتل مدني وجرح آخرون»: others whom nothing names, in the case of a subject, and so not the
    one before as who did it."""
    v, i = event.view, event.trigger.last
    if not event.trigger.row["figure"] or i >= v.sentence.last or i in v.at:
        return False
    return v.text.is_a("of_them", i) and v.text.words[i].key.endswith("ون")


def other_harm(event: Event, a: Argument) -> bool:
    """«سقط 24 قتيلاً ومئتا جريح»: the wounded, joined to the dead, are a deed of their own."""
    other = event.view.trigger_at.get(a.chunk.head)
    return (
        a.joined and a.chunk.klass == "victim" and other is not None
        and other is not event.trigger and other.type != event.type
    )  # fmt: skip


def side_by_side(one: Event, two: Event) -> bool:
    """Whether nothing stands between two deeds, the second joined by «و»."""
    return one.trigger.last == two.trigger.first and two.trigger.hit.split.conj == "و"


def share_fillers(one: Event, two: Event) -> None:
    """«مقتل وإصابة خمسة جنود»: to whom the second was done, and by whom, the first was too."""
    if one.targets or one.objects or not (_to_people(one) and _to_people(two)):
        return
    for role, chunk, _ in two.filled:
        if role == "target" or (role == "agent" and not one.agents):
            one.fill(role, chunk, "shared-with-joined")


def _to_people(event: Event) -> bool:
    """A verb, or a noun of one word, whose object are people; no noun for the dead themselves."""
    trigger = event.trigger
    if not trigger.row["figure"] or trigger.last - trigger.first > 1 or trigger.hit.split.article:
        return False
    return trigger.verbal or trigger.frame.genitive.startswith("target")
