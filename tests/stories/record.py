"""What each room makes of a report, in words that a person can check; run it to record anew.

usage: record.py [NAME…]        all stories, or those named

A story is a folder: `report.txt` (written by us), `report.json` (published, outlet), and a file
for each room, which `test_stories.py` compares with what the room makes now.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.chunker import chunks
from riwaya.detection.prepare import prepare
from riwaya.detection.text import Chunk, Text
from riwaya.frames.events import Event
from riwaya.frames.reader import SILENT, read_sentences
from riwaya.model import Figure, Reading, Report, Statement
from riwaya.pipeline import Reader, read_report, reader
from riwaya.views.wording import Names, amount

STORIES = Path(__file__).parent
ROOMS = ("1-corpus.txt", "2-detection.txt", "3-frames.txt", "4-identity.txt")
_INDENT = "    "


def stories() -> list[Path]:
    """The folders of the stories."""
    return sorted(path.parent for path in STORIES.glob("*/report.txt"))


def report_of(story: Path) -> Report:
    """The report of a story."""
    given = json.loads((story / "report.json").read_text(encoding="utf-8"))
    text = (story / "report.txt").read_text(encoding="utf-8")
    return Report(
        text, story.name, date.fromisoformat(given["published"]), given["outlet"],
        title=given.get("title"),
    )  # fmt: skip


def rooms(report: Report) -> dict[str, str]:
    """The file of each room, by name."""
    made = reader()
    pages = (_corpus(report), _detection(report, made), _frames(report, made), _identity(report))
    return {
        name: "\n".join(lines).rstrip("\n") + "\n" for name, lines in zip(ROOMS, pages, strict=True)
    }


def _corpus(report: Report) -> Iterator[str]:
    """A line a segment: its kind and its text."""
    folded = fold(report.text)
    for part in segment(folded, report):
        yield f"{part.kind:<9} {folded.span(part.start, part.end).text}"


def _text(report: Report, made: Reader) -> Text:
    folded = fold(report.text)
    parts = segment(folded, report)
    return prepare(folded, parts, made.analyser, made.function_words, report.published)


def _detection(report: Report, made: Reader) -> Iterator[str]:
    """A block a sentence: its noun phrases and those inside them, then its times and numbers."""
    text = _text(report, made)
    for sentence in text.sentences:
        if sentence.kind in SILENT:
            continue
        span = range(sentence.first, sentence.last)
        words = text.words
        yield text.folded.span(words[span[0]].start, words[span[-1]].end).text.strip()
        for chunk in chunks(text, sentence):
            yield from _chunk(text, chunk, _INDENT)
        for i in span:
            if i in text.times:
                found = text.times[i].time
                yield f"{_INDENT}time: {found.text} = {found.edtf} [{found.granularity}]"
        for i in span:
            if i in text.numbers:
                n = text.numbers[i].number
                about = ", about" if n.approximate else ""
                yield f"{_INDENT}number: {n.text} = {_bounds(n.low, n.high)} [{n.kind}{about}]"
        yield ""


def _chunk(text: Text, chunk: Chunk, indent: str) -> Iterator[str]:
    form = "name" if chunk.proper else "definite" if chunk.definite else "indefinite"
    known = [form, chunk.klass or "no class", f"{chunk.number} {chunk.gender}".strip(), chunk.rule]
    if chunk.prep:
        known.append(f"behind {chunk.prep}")
    shown = text.folded.span(chunk.start, chunk.end).text
    yield f"{indent}{chunk.kind}: {shown} [{', '.join(filter(None, known))}]"
    parts = [*chunk.inner, *([chunk.name] if chunk.name else [])]
    for part in {id(p): p for p in parts}.values():
        yield from _chunk(text, part, indent + "  └ ")


def _bounds(low: int | None, high: int | None) -> str:
    return str(low) if low == high else f"{_open(low)}..{_open(high)}"


def _open(end: int | None) -> str:
    return "" if end is None else str(end)


def _frames(report: Report, made: Reader) -> Iterator[str]:
    """A block an event under its sentence: roles with the rules that filled them, and the rest."""
    reading = read_report(report, made)
    events = read_sentences(_text(report, made), made.grammar).events
    told = [s for s in reading.statements if s.kind == "event"]
    names = Names(reading)
    evidence = ""
    for event, said in zip(events, told, strict=True):
        if said.evidence[0].text != evidence:
            evidence = said.evidence[0].text
            yield f"{evidence}\n"
        yield from _event(event, said, names)
        yield ""
    yield from _others(reading, names)


def _event(event: Event, said: Statement, names: Names) -> Iterator[str]:
    trigger = said.trigger.text if said.trigger else ""
    happening = f" = {said.happening}" if said.happening else ""
    yield f"{_INDENT}{said.id} {said.type} «{trigger}»{happening}"
    folded = event.view.text.folded
    for role, chunk, rule in event.filled:
        yield f"{_INDENT}  {role}: {folded.span(chunk.start, chunk.end).text} [{rule}]"
    if said.time:
        yield f"{_INDENT}  time: {said.time.edtf} ({names.of(said.time.mention)})"
    for figure in said.figures:
        yield f"{_INDENT}  figure: {_figure(figure, names)}"
    status = said.realis
    if said.polarity == "negative":
        status += f", negative ({said.negates or 'event'})"
    yield f"{_INDENT}  status: {status}"
    if said.attribution:
        chain = (
            f"{names.of(link.source) or 'unnamed'}: {link.act}"
            + (f" «{link.cue.text}»" if link.cue else "")
            for link in said.attribution
        )
        yield f"{_INDENT}  says: {' < '.join(chain)}"


def _figure(figure: Figure, names: Names) -> str:
    part = f", part of {figure.part_of}" if figure.part_of else ""
    return f"{amount(figure)} {figure.kind} ({names.of(figure.counted)}){part}"


def _others(reading: Reading, names: Names) -> Iterator[str]:
    """The relations, identities and causes, a line each."""
    events = {s.id: f"{s.id} {s.type}" for s in reading.statements}
    for said in (s for s in reading.statements if s.kind != "event"):
        ends = (
            f"{role.role}: {names.of(role.mention) or events.get(role.statement or '')}"
            for role in said.roles
        )
        yield f"{said.kind} {said.type} [{said.realis}, {said.polarity}] {'; '.join(ends)}"


def _identity(report: Report) -> Iterator[str]:
    """A line an entity that has several mentions or a proper name: its kind and its names."""
    reading = read_report(report, reader())
    mentions: dict[str, int] = {}
    named: set[str] = set()
    for mention in reading.mentions:
        if mention.entity:
            mentions[mention.entity] = mentions.get(mention.entity, 0) + 1
            if mention.form == "name":
                named.add(mention.entity)
    for kind in ("person", "group", "place", "object"):
        for entity in reading.entities:
            count = mentions.get(entity.id, 0)
            if entity.kind == kind and (count > 1 or entity.id in named):
                yield f"{kind:<7} {' = '.join(entity.names)} ({count})"


def record(names: Iterable[str] = ()) -> list[str]:
    """Writes what the rooms make of the stories; gives the files that changed."""
    wanted = set(names)
    unknown = wanted - {story.name for story in stories()}
    if unknown:
        raise SystemExit(f"record.py: no story of that name: {', '.join(sorted(unknown))}")
    changed = []
    for story in stories():
        if wanted and story.name not in wanted:
            continue
        for name, page in rooms(report_of(story)).items():
            path = story / name
            if not path.exists() or path.read_text(encoding="utf-8") != page:
                path.write_text(page, encoding="utf-8", newline="\n")
                changed.append(str(path.relative_to(STORIES)))
    return changed


if __name__ == "__main__":
    for line in record(sys.argv[1:]) or ["nothing changed"]:
        print(line)
