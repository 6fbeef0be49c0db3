"""A reading as plain JSON values, as `reading.schema.json` has it, and back."""

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
    PersonName,
    PlaceReference,
    Reading,
    Report,
    Role,
    Span,
    Statement,
    TimeValue,
)

Record = dict[str, Any]


def schema() -> Record:
    """The JSON Schema (draft 2020-12) of a record."""
    text = (files("riwaya") / "reading.schema.json").read_text(encoding="utf-8")
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


def from_record(made: Record, text: str) -> Reading:
    """The reading that `record` made, with its report's text: `from_record(record(r), t) == r`.

    Takes what this version writes; raises KeyError or ValueError for anything else.
    """
    said = made["document"]
    report = Report(
        text, said["id"], _date(said["published"]), said["outlet"], said["url"], said["title"],
        said.get("extractor"),
    )  # fmt: skip
    return Reading(
        report, made["reader"]["name"], made["reader"]["version"],
        tuple(map(_mention_of, made["mentions"])),
        tuple(Entity(**{**e, "names": tuple(e["names"])}) for e in made["entities"]),
        tuple(map(_statement_of, made["statements"])),
    )  # fmt: skip


def _date(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _mention_of(made: Record) -> Mention:
    place, name = made.get("place"), made.get("name")
    return Mention(
        made["id"], made["kind"], made["form"], made["start"], made["end"], made["text"],
        made["entity"], PlaceReference(**place) if place else None, _name_of(name),
    )  # fmt: skip


def _name_of(made: Record | None) -> PersonName | None:
    if made is None:
        return None
    lists = {part: tuple(made[part]) for part in ("titles", "given", "nasab", "nisbas")}
    return PersonName(**{**made, **lists})


def _statement_of(made: Record) -> Statement:
    time = made["time"]
    return Statement(
        made["id"], made["kind"], made["type"],
        tuple(Span(**span) for span in made["evidence"]),
        Span(**made["trigger"]) if "trigger" in made else None,
        made["happening"],
        tuple(Role(**role) for role in made["roles"]),
        time and TimeValue(
            time["edtf"], _date(time["earliest"]), _date(time["latest"]), time["mention"]
        ),
        tuple(Figure(**figure) for figure in made["figures"]),
        made["realis"], made["polarity"], made["negates"], made.get("former", False),
        tuple(_link_of(link) for link in made["attribution"]),
        tuple(made["rules"]),
    )  # fmt: skip


def _link_of(made: Record) -> Link:
    return Link(made["act"], made["source"], Span(**made["cue"]) if "cue" in made else None)
