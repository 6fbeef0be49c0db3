"""What a search found: each report with the words around the matches."""

from __future__ import annotations

from riwaya.ledger.queries import Found
from riwaya.views.ledger.said import count, labelled
from riwaya.views.ledger.said import named as called
from riwaya.views.visible import one_line

_AROUND = 90  # characters on either side of a match
_LONGEST = 400  # characters of a stretch, behind which no match makes it longer
_MOST = 3  # stretches of a report that are shown
_OPEN, _SHUT = "\ue000", "\ue001"  # marks while the rest is made safe; the text's own are taken out
BRACKETS = ("[", "]")
BOLD = ("\x1b[1m", "\x1b[0m")


def heading(number: int, offset: int) -> str:
    """How many reports follow."""
    behind = f" behind the first {offset}" if offset else ""
    return f"{count(number, 'report')}{behind}, the newest first." if number else "No report found."


def block(found: Found, marks: tuple[str, str] = BRACKETS) -> str:
    """A report and its matches as text; `marks` go around each match."""
    lines = [one_line(called(found.report, found.outlet, found.published))]
    if found.title:
        lines.append(labelled("title", found.title))
    lines += [f"  «{snippet}»" for snippet in snippets(found, marks)]
    if found.url:
        lines.append(labelled("address", found.url))
    lines += [labelled("incident", incident) for incident in found.incidents]
    return "\n".join(lines) + "\n"


def snippets(found: Found, marks: tuple[str, str] = BRACKETS) -> list[str]:
    """Up to three stretches of the text with their matches marked."""
    made = []
    for start, end in _stretches(found)[:_MOST]:
        inside = [(a, b) for a, b in found.spans if start <= a and b <= end]
        before, after = "… " if start else "", " …" if end < len(found.text) else ""
        made.append(f"{before}{_marked(found.text, start, end, inside, marks)}{after}")
    return made


def _stretches(found: Found) -> list[tuple[int, int]]:
    """Around each match, whole words, those that touch made one."""
    made: list[tuple[int, int]] = []
    for a, b in found.spans:
        start, end = _word_start(found.text, a - _AROUND), _word_end(found.text, b + _AROUND)
        if made and start <= made[-1][1]:
            first, last = made[-1]
            made[-1] = (first, max(end, last) if end - first <= _LONGEST else last)
        else:
            made.append((start, end))
    return made or ([(0, _word_end(found.text, 2 * _AROUND))] if found.text else [])


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at, at + _AROUND // 2)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - _AROUND // 2, at)
    return space if space >= 0 else at


def _marked(
    text: str, start: int, end: int, spans: list[tuple[int, int]], marks: tuple[str, str]
) -> str:
    parts, at = [], start
    for a, b in spans:
        parts += [_clean(text[at:a]), _OPEN, _clean(text[a:b]), _SHUT]
        at = b
    parts.append(_clean(text[at:end]))
    return one_line("".join(parts)).replace(_OPEN, marks[0]).replace(_SHUT, marks[1])


def _clean(text: str) -> str:
    return text.replace(_OPEN, "�").replace(_SHUT, "�")
