"""Who a name is: its spellings, what joins or parts it, relations, incidents, likely others."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.ledger.who import Person, Relation
from riwaya.views.ledger.said import count, excerpt, labelled
from riwaya.views.visible import one_line


def block(person: Person) -> str:
    """One person or group as text, ending in an empty line."""
    return "\n".join([*_names(person), *_joins(person), *_relations(person), *_rest(person)]) + "\n"


def _names(p: Person) -> Iterator[str]:
    first, *others = p.names
    yield one_line(f"{first.name} · {p.kind} · {count(first.reports, 'report')}")
    yield labelled("id", p.handle)
    for name in others:
        yield labelled("also", f"{name.name}, in {count(name.reports, 'report')}; id {name.handle}")
    if p.contested:
        yield labelled("contested", f"who this is: {p.contested}")


def _joins(p: Person) -> Iterator[str]:
    for j in p.joins:
        sign = "is" if j.same else "is not"
        yield labelled("said", f"{j.names[0]} {sign} {j.names[1]}, says {j.voice.name}")
        for w in j.words:
            yield f"    {one_line(w.report)}: «{excerpt(w.text)}»"


def _relations(p: Person) -> Iterator[str]:
    for r in p.relations:
        yield labelled("relation", f"{_related(r)}, says {r.source.name}")
        for w in r.words:
            yield f"    {one_line(w.report)}: «{excerpt(w.text)}»"


def _related(r: Relation) -> str:
    kind = r.type.replace("_", " ")
    kind = f"once {kind}" if r.former else kind
    notes = [r.time, "denied" if r.denied else ""]
    noted = ", ".join(filter(None, notes))
    return f"{r.subject} {kind} {r.object}" + (f" ({noted})" if noted else "")


def _rest(p: Person) -> Iterator[str]:
    for incident in p.incidents:
        yield labelled("incident", incident)
    for other in p.proposals:
        why = ", ".join(other.why)
        yield labelled("perhaps", f"{other.name} ({why}); nobody says so; id {other.handle}")
