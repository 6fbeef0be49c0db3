"""What someone is called across reports: equal handles are equal names, and no more than that."""

from __future__ import annotations

import re

from riwaya.ledger.listed import Listed, plain, untagged
from riwaya.ledger.nouns import Party, Where
from riwaya.model import Entity, Mention

_ARTICLE = "ال"
_JOINED = re.compile(r"\b(ابو|عبد) ")


def words_key(text: str) -> str:
    """The words of a phrase in one spelling, «ابو» and «عبد» joined to what follows."""
    return _JOINED.sub(r"\1", plain(text))


def bare_key(text: str) -> str:
    """`words_key` without the article of any word: for descriptions, which come and go with it."""
    return " ".join(w.removeprefix(_ARTICLE) or w for w in words_key(text).split())


def handle_of(mention: Mention, entity: Entity | None, listed: Listed) -> str:
    """The handle of a mention in its report.

    `actor:` what the tables list, `person:` the key of a name, `name:` another name, `said:` a
    description.
    """
    if entity is not None and entity.meant:
        return f"actor:{entity.meant}"
    if mention.name is not None:
        return f"person:{mention.name.key}"
    actor = listed.actor(mention.text) if mention.kind == "group" else None
    if actor is not None:
        return f"actor:{actor}"
    if mention.form == "name":
        return f"name:{words_key(mention.text)}"
    return f"said:{bare_key(mention.text)}"


def party(
    mention: Mention, entities: dict[str, Entity], named: dict[str, Mention], listed: Listed
) -> Party:
    """A mention as a party. `named` are the fullest mentions by name of each entity."""
    entity = entities.get(mention.entity or "")
    best = named.get(mention.entity or "", mention)
    name = best.name.text if best.name else untagged(best.text)
    called = (entity.meant if entity else None) or name
    return Party(
        handle_of(best, entity, listed),
        untagged(mention.text),
        mention.kind,
        best.form,
        mention.entity,
        called,
    )


def where(mention: Mention, *, stated: bool = True) -> Where:
    """A mention of a place as a place of a claim."""
    p, name = mention.place, untagged(mention.text)
    if p is None:
        return Where(name, words_key(name), stated=stated)
    return Where(
        name, words_key(p.name or name), p.id, p.latitude, p.longitude,
        p.precision, p.country, p.admin, p.district, stated,
    )  # fmt: skip
