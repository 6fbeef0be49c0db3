"""What one cue of saying says, and the order of those who say it: the outermost first."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.detection.text import Chunk
from riwaya.frames.cues import Cue
from riwaya.frames.events import Said
from riwaya.frames.speakers import speaks
from riwaya.frames.view import View

_DOCUMENT = 6  # words between «بيان» and «نشره»
_NEXT = 2


@dataclass(slots=True)
class Speech:
    """What one cue says: its links, the words it covers before and behind the cue."""

    cue: Cue | None
    said: list[Said]
    before: tuple[int, int]
    behind: tuple[int, int]

    def covers(self, i: int) -> bool:
        """Whether the event word `i` belongs to what is said."""
        return self.before[0] <= i < self.before[1] or self.behind[0] <= i < self.behind[1]

    @property
    def trailing(self) -> bool:
        """Whether the words it covers stand before its cue («…، بحسب …»)."""
        return self.before[1] > self.before[0]


def outermost_first(v: View, speeches: list[Speech]) -> list[Speech]:
    """Speeches in the order of their chain: who reports that another says it comes first.

    «نفى فلان …، بحسب القناة» is the channel's report; of «قالت القناة …، بحسب فلان» it is the
    channel that reports, too.
    """
    main = next((s for s in speeches if not s.trailing and s.said), None)
    if main is None:
        return speeches
    told_by_media = is_media(main.said[0].source)
    return sorted(speeches, key=lambda s: _order(v, s, told_by_media))


def _order(v: View, speech: Speech, told_by_media: bool) -> int:
    relays = speech.cue is not None and v.text.is_a("relays", speech.cue.first)
    if relays and speech.said and not is_media(speech.said[0].source):
        return 1  # «أفاد مراسل الوكالة، نقلاً عن مصدر أمني»
    if not speech.trailing:
        return 0
    inner = told_by_media and not (speech.said and is_media(speech.said[0].source))
    return 1 if inner else -1


def is_media(chunk: Chunk | None) -> bool:
    """Whether a source is an outlet: an agency, channel, paper, site."""
    return chunk is not None and (chunk.klass == "media" or chunk.row.get("kind") == "media")


def carried_by(v: View, speeches: list[Speech]) -> list[Speech]:
    """«…، في بيان نشرته الوكالة»: who published the document in which it is said."""
    found: list[Speech] = []
    for k in range(v.sentence.first + 1, v.sentence.last - 1):
        if k in v.at or not _publishes(v, k):
            continue
        outlet = next((c for c in v.chunks if k < c.first <= k + _NEXT and speaks(c)), None)
        if outlet is None or any(
            s.said and s.said[0].source is outlet and s.cue is not None and s.cue.first <= k
            for s in speeches
        ):
            continue
        span = (v.sentence.first, v.sentence.last)
        found.append(Speech(None, [Said(outlet, k, k + 1, "say", "publisher")], (0, 0), span))
    return found


def _publishes(v: View, k: int) -> bool:
    """Whether word `k` is a verb of publishing with a pronoun for a document before it."""
    verbs = [h for h in v.text.infos[k].of("reporting") if h.form.pos == "verb"]
    if not any(h.split.pronoun and h.form.tense == "perfect" for h in verbs):
        return False
    start = max(v.sentence.first, k - _DOCUMENT)
    return any(v.text.is_a("document", j) for j in range(start, k))
