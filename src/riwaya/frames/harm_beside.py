"""Who was harmed beside those of a verb: others whom nothing names, the wounded beside the dead."""

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
