"""A reading as plain JSON values, exactly as `reading.schema.json` beside this file has it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from typing import Any

from riwaya.model import (
    Entity,
    Figure,
    Link,
    Mention,
    PlaceReference,
    Reading,
    Role,
    Span,
    Statement,
    TimeValue,
)

Record = dict[str, Any]


def schema() -> Record:
    """The JSON Schema (draft 2020-12) of a record."""
    text = (files("riwaya.views") / "reading.schema.json").read_text(encoding="utf-8")
    loaded: Record = json.loads(text)
    return loaded


def record(reading: Reading, *, with_text: bool = False) -> Record:
    """The reading as dicts, lists, strings and numbers; `with_text` adds the report's text."""
    report = reading.report
    document: Record = {
        "id": report.id,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "published": _day(report.published),
        "sha256": report.sha256,
    }
    if report.extractor is not None:
        document["extractor"] = report.extractor
    if with_text:
        document["text"] = report.text
    return {
        "document": document,
        "reader": {"name": reading.reader, "version": reading.version},
        "mentions": [_mention(mention) for mention in reading.mentions],
        "entities": [_entity(entity) for entity in reading.entities],
        "statements": [_statement(statement) for statement in reading.statements],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _mention(mention: Mention) -> Record:
    made: Record = {
        "id": mention.id,
        "kind": mention.kind,
        "form": mention.form,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "entity": mention.entity,
    }
    if mention.place is not None:
        made["place"] = _place(mention.place)
    if mention.name is not None:
        made["name"] = asdict(mention.name)
    return made


def _place(place: PlaceReference) -> Record:
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin": place.admin,
        "district": place.district,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
    }


def _entity(entity: Entity) -> Record:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "meant": entity.meant,
        "english": entity.english,
    }


def _statement(statement: Statement) -> Record:
    made: Record = {"id": statement.id, "kind": statement.kind, "type": statement.type}
    if statement.trigger is not None:
        made["trigger"] = _span(statement.trigger)
    made["evidence"] = [_span(span) for span in statement.evidence]
    made["happening"] = statement.happening
    made["roles"] = [_role(role) for role in statement.roles]
    made["time"] = _time(statement.time) if statement.time else None
    made["figures"] = [_figure(figure) for figure in statement.figures]
    made["realis"] = statement.realis
    made["polarity"] = statement.polarity
    made["negates"] = statement.negates
    if statement.kind == "relation":
        made["former"] = statement.former
    made["attribution"] = [_link(link) for link in statement.attribution]
    made["rules"] = list(statement.rules)
    return made


def _role(role: Role) -> Record:
    made: Record = {"role": role.role}
    if role.mention is not None:
        made["mention"] = role.mention
    if role.statement is not None:
        made["statement"] = role.statement
    return made


def _time(time: TimeValue) -> Record:
    return {
        "mention": time.mention,
        "edtf": time.edtf,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
    }


def _figure(figure: Figure) -> Record:
    made: Record = {} if figure.id is None else {"id": figure.id}
    return made | {
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "counted": figure.counted,
        "part_of": figure.part_of,
        "mention": figure.mention,
    }


def _link(link: Link) -> Record:
    made: Record = {"source": link.source, "act": link.act}
    if link.cue is not None:
        made["cue"] = _span(link.cue)
    return made
