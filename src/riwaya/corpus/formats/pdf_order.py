"""Lines of a PDF in the order in which they are read.

Nearly all PDF hold a line as it is seen, from left to right: Arabic stands backwards in it, and
figures and foreign words forwards. Some hold it as it is read. The text tells which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ue800-\uf8ff]")
_LATIN = "A-Za-z\u00c0-\u024f"
_FORWARDS = re.compile(rf"[{_LATIN}\d](?:[{_LATIN}\d]|[ .,:;/@_&?=%#+'’\"٫٬-]+(?=[{_LATIN}\d]))*")
_LAST_LATIN = re.compile(rf".*[{_LATIN}]", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,:/٫٬]\d+)*")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_WELL_SET = re.compile(r"(?:^|\s)[(\[{«‹](?=\w)|(?<=\w)[)\]}»›](?=$|[\s.،:؛])", re.MULTILINE)
_BADLY_SET = re.compile(r"(?:^|\s)[)\]}»›](?=\w)|(?<=\w)[(\[{«‹](?=$|[\s.،:؛])", re.MULTILINE)
_READABLE = re.compile(r"\bو?ال\w|\w[ةى]\b")  # how words begin and end that are not backwards
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_SPACES = re.compile(r"[ \t\xa0]+")
_SAMPLE = 400  # lines with Arabic that are looked at
_ENDS = (".", "؟", "!", ":", "…", "?", "؛")
_FULL = 0.75  # of the length of a long line, from which on a line is taken to run on


def in_reading_order(lines: list[str], spread: Callable[[str], str]) -> list[str]:
    """The lines with each letter behind the one that is read before it, in plain letters.

    `lines` hold a ligature as one character, which `spread` replaces by its letters.
    """

    def plain(some: list[str]) -> list[str]:
        return [_SPACES.sub(" ", plain_letters(spread(line))).strip() for line in some]

    sample = [line for line in lines if _RIGHT.search(line)][:_SAMPLE]
    turned = "\n".join(plain([_turned(line, _MIRROR) for line in sample]))
    if len(_READABLE.findall(turned)) < len(_READABLE.findall("\n".join(plain(sample)))):
        return plain(lines)
    mirror = _MIRROR if len(_WELL_SET.findall(turned)) >= len(_BADLY_SET.findall(turned)) else {}
    return plain([_turned(line, mirror) if _RIGHT.search(line) else line for line in lines])


def _turned(line: str, mirror: dict[int, int]) -> str:
    """A line from right to left, with figures and foreign words from left to right."""
    line = line[::-1]
    pieces, at = [], 0
    for run in _FORWARDS.finditer(line):
        foreign = _LAST_LATIN.match(run[0])
        end = foreign.end() if foreign else 0
        numbers = _NUMBER.sub(lambda number: number[0][::-1], run[0][end:])
        pieces += [line[at : run.start()].translate(mirror), run[0][:end][::-1], numbers]
        at = run.end()
    return "".join(pieces) + line[at:].translate(mirror)


def plain_letters(text: str) -> str:
    """A text with the letters that presentation forms stand for."""
    return _FORMS.sub(lambda forms: "".join(map(_letters, forms[0])), text)


def _letters(form: str) -> str:
    """Those of one form; a mark that stands alone without the space it is shown on."""
    letters = unicodedata.normalize("NFKC", form)
    return letters.lstrip(" ") or letters


def paragraphs(lines: list[str]) -> list[str]:
    """The lines with those joined that only run on: long ones that end no sentence."""
    sizes = sorted(len(line) for line in lines if line)
    full = _FULL * sizes[len(sizes) * 9 // 10] if len(sizes) > 2 else float("inf")
    joined: list[str] = []
    running = False
    for line in lines:
        if running and line:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        running = len(line) >= full and not line.rstrip('»")”').endswith(_ENDS)
    return joined
