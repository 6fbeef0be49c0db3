"""The parts of a report: title, heading, byline, dateline, sentences of the body, clutter.

Lines are judged by the cues they carry and by their neighbours; body lines are then cut into
sentences, and those that only repeat others (pull quotes, the title again) are set apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from riwaya.corpus import cues
from riwaya.corpus.broken import key, key_text
from riwaya.corpus.cues import ARABIC
from riwaya.corpus.folding import Folded
from riwaya.corpus.repeats import repeated
from riwaya.corpus.sentences import ends_in_stop, sentences
from riwaya.model import Report

Kind = Literal["title", "heading", "byline", "dateline", "body", "quote", "clutter"]
_LINE = re.compile(r"[^\n]+")
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)$")
_BULLET = re.compile(r"[-–—•*▪●■◾✅🔴\d]")
_TITLE = 30  # words of the longest title
_HEADLINE = range(4, 26)  # words of a headline of another story
_HEADING = 6  # words of the longest heading
_TAKEN = 12  # lines that a cue alone takes at most in the middle of a text
_CUED = 40  # words of the longest line that a cue makes clutter
_STYLE = 0.3  # share of lines with a stop below which lines without one say nothing


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the folded text, end exclusive, without the spaces around it."""

    start: int
    end: int
    kind: Kind


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    words: int
    stop: bool
    kind: Kind | None = None


def segment(folded: Folded, report: Report) -> tuple[Segment, ...]:
    """The segments of a folded report in order, one for each sentence of the body."""
    lines = _lines(folded.text)
    long = [line.stop for line in lines if line.words > _HEADING]
    stops = sum(long) / max(1, len(long))
    _mark_clutter(lines, stops, report)
    _mark_title(lines, report)
    _mark_trailing_headlines(lines)
    _mark_captions(lines, stops)
    _mark_headings(lines, stops)
    return tuple(_repeats_marked(folded.text, _cut(folded.text, lines, report), lines, stops))


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            words = len(line.split())
            lines.append(_Line(start, start + len(line), line, words, ends_in_stop(line)))
    return lines


def _mark_clutter(lines: list[_Line], stops: float, report: Report) -> None:
    """Set clutter, bylines and lines that are nothing but a dateline or a date."""
    taking = 0
    begun = False
    for line in lines:
        if not ARABIC.search(line.text) and not _is_outlet_line(line, report):
            line.kind = "clutter"
            continue
        cue = cues.clutter_cue(line.text) if line.words <= _CUED else None
        if cue:
            line.kind = "clutter"
            takes, alone = cue
            if takes == "following" and alone:
                taking = _TAKEN if stops >= _STYLE else 1
            continue
        if taking and not line.stop and line.words <= _HEADLINE.stop:
            line.kind = "clutter"
            taking -= 1
            continue
        taking = 0
        line.kind = _opening(line, report, begun)
        begun = begun or (line.kind is None and line.words > _HEADING)


def _is_outlet_line(line: _Line, report: Report) -> bool:
    return line.words <= 3 and cues.is_dateline(line.text, report.outlet)


def _opening(line: _Line, report: Report, begun: bool) -> Kind | None:
    if line.words > 16:
        return None
    if all(word.startswith("#") for word in line.text.split()):
        return "clutter"
    date = cues.is_date(line.text)
    if date:
        return "heading" if date == "day" and begun else "clutter"
    if not line.stop and cues.is_byline(line.text):
        return "byline"
    if cues.is_dateline(line.text, report.outlet):
        return "dateline"
    return None


def _mark_title(lines: list[_Line], report: Report) -> None:
    """The first line, where it is the title given or is a headline with a text after it."""
    rest = [line for line in lines if line.kind is None]
    if not rest:
        return
    first = rest[0]
    given = report.title is not None and _same(first.text, key(report.title))
    headline = not first.stop and not first.text.endswith((":", "،")) and first.words <= _TITLE
    longer = any(line.stop or line.words > first.words for line in rest[1:])
    if given or (headline and longer):
        first.kind = "title"


def _same(one: str, other: str) -> bool:
    return cues.words_in(cues.plain(one)) == cues.words_in(cues.plain(other))


def _mark_trailing_headlines(lines: list[_Line]) -> None:
    """Three headlines or more after the last sentence of the article belong to other stories."""
    body = [line for line in lines if line.kind is None]
    tail: list[_Line] = []
    while body and not body[-1].stop and body[-1].words in _HEADLINE:
        if _BULLET.match(body[-1].text) or body[-1].text.endswith(":"):
            return
        tail.append(body.pop())
    if len(tail) < 3 or len(body) < 2 or body[-1].text.endswith(":"):
        return
    if sum(line.stop for line in body) >= 0.6 * len(body):
        for line in tail:
            line.kind = "clutter"


def _mark_headings(lines: list[_Line], stops: float) -> None:
    """Short lines without a stop over a longer one («ريف دمشق», «حلب:»)."""
    body = [line for line in lines if line.kind in (None, "heading")]
    run = 0
    for at in range(len(body) - 1, -1, -1):
        line = body[at]
        if line.kind == "heading" or not _may_be_heading(line, stops):
            run = 0
            continue
        below = body[at + 1] if at + 1 < len(body) else None
        run += 1
        if below is None or run > 2:
            continue
        if below.kind == "heading" or below.words > line.words:
            line.kind = "heading"


def _may_be_heading(line: _Line, stops: float) -> bool:
    colon = line.text.endswith(":")
    if line.words > _HEADING or line.stop or _BULLET.match(line.text) or line.text.endswith("،"):
        return False
    if colon:
        return not cues.is_speech(line.text)
    return stops >= _STYLE


def _mark_captions(lines: list[_Line], stops: float) -> None:
    """A line without a stop that ends in an agency in brackets is the caption of a picture."""
    if stops < _STYLE:
        return
    body = [line for line in lines if line.kind is None]
    for line in body if len(body) > 1 else ():
        credit = _CREDIT.search(line.text)
        if credit is None or line.words > _HEADLINE.stop:
            continue
        names = re.split(r"[/،-]", credit[1])
        before = line.text[: credit.start()].rstrip()
        if before and not ends_in_stop(before) and any(map(cues.is_outlet, names)):
            line.kind = "clutter"


def _cut(text: str, lines: list[_Line], report: Report) -> list[Segment]:
    """The lines as segments, body lines cut into dateline and sentences."""
    keyed = key_text(text)
    phrases = cues.present_anywhere(keyed)
    found: list[Segment] = []
    first = True
    for line in lines:
        if line.kind is not None:
            found.append(Segment(line.start, line.end, line.kind))
            continue
        prefix = cues.dateline(line.text, report.outlet, first)
        first = False
        begin = line.start
        if prefix:
            prefix_end = line.start + len(line.text[:prefix].rstrip())
            found.append(Segment(line.start, prefix_end, "dateline"))
            begin += prefix
        for start, end in sentences(text, begin, line.end):
            clutter = any(phrase in keyed[start:end] for phrase in phrases)
            found.append(Segment(start, end, "clutter" if clutter else "body"))
    return found


def _repeats_marked(
    text: str, found: list[Segment], lines: list[_Line], stops: float
) -> list[Segment]:
    """The segments with those that repeat another as quotes."""
    spans = {(line.start, line.end) for line in lines}
    told = [s for s in found if s.kind in ("title", "body")]
    texts = [text[s.start : s.end] for s in told]
    whole = [s.kind == "body" and (s.start, s.end) in spans for s in told]
    bare = [stops >= _STYLE and not ends_in_stop(sentence) for sentence in texts]
    again = {told[at] for at in repeated(texts, whole, bare)}
    return [Segment(s.start, s.end, "quote") if s in again else s for s in found]
