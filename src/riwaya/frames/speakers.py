"""Who speaks by a cue: the subject of a verb, the noun behind «بحسب», who spoke before."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.agreement import marked_passive
from riwaya.frames.arguments import left, right
from riwaya.frames.clauses import COMMAS
from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event, Said
from riwaya.frames.view import View

_NEAR = 7  # words between a verb of saying and its subject
_FAR = 9  # words between «وفقاً لـ» and the source («وفقاً لحصيلة نشرها …»)
_CLAUSE_OPENERS = frozenset(
    {"that", "contrast", "circumstance", "coordinator", "subordinator", "stop"}
)


_SILENT = frozenset({"weapon_system", "weapon", "vehicle"})
"""Classes of what never speaks: a drone, a ship."""


def speaks(chunk: Chunk) -> bool:
    """Whether a noun phrase can be a source: people, bodies, governments."""
    if chunk.klass in _SILENT or (chunk.klass == "victim" and chunk.count is not None):
        return False  # «بلغت الحصيلة 20 قتيلاً و35 جريحاً»
    return (
        chunk.kind in ("group", "person")
        or chunk.acts
        or (chunk.kind == "quantity" and chunk.klass == "count")
    )


def of_phrase(v: View, cue: Cue) -> list[Chunk]:
    """The sources behind «بحسب»، «نقلاً عن»: the outlet first, then who it quotes."""
    found: list[Chunk] = []
    for j in range(cue.last, min(cue.last + _FAR, v.sentence.last)):
        chunk = v.at.get(j)
        if chunk is not None and chunk.first >= cue.last:
            if (
                chunk.first == j
                and speaks(chunk)
                and not _relays(v, chunk)
                and (not found or v.preposition(chunk) == "عن")
            ):
                found.append(chunk)
            continue
        if (
            v.bounds.get(j) in ("stop", "that")
            or v.text.words[j].text in COMMAS
            or j in v.trigger_at
        ):
            break
    return found[:2]


def behind_phrases(v: View) -> set[int]:
    """The ids of the noun phrases that phrases of saying name as sources («وفقاً لمصدر طبي»)."""
    phrases = (c for c in cues(v, "reporting") if not c.verbal)
    return {
        id(source) for cue in phrases if cue.complements[0].startswith("source")
        for source in of_phrase(v, cue)
    }  # fmt: skip


def _relays(v: View, chunk: Chunk) -> bool:
    """A verb of saying with a pronoun («نشرتها») that was read as a noun."""
    return chunk.last - chunk.first == 1 and any(
        h.form.pos == "verb" and h.split.pronoun for h in v.text.infos[chunk.first].of("reporting")
    )


def of_verb(v: View, cue: Cue) -> tuple[Chunk | None, int, bool]:
    """The subject of a verb of saying, the word after it, and whether a verb without one may go on
    with who spoke before (not where an unknown subject or nobody speaks)."""
    if cue.verbal and marked_passive(v, cue.first, cue.hit):
        return None, cue.last, False  # «وذُكر أن», «تُتهم الحركة بقتل …»
    first = None if cue.hit.split.conj == "و" else _subject_before(v, cue)
    if first is not None:
        return first, cue.last, False
    form = cue.hit.form
    if cue.verbal and ((form.voice == "passive" and form.tense == "imperfect") or form.person == 1):
        return None, cue.last, False
    if form.number == "pl" and cue.verbal:
        return None, cue.last, True
    bare = _bare_after(v, cue)
    if not bare and (behind := _behind_object(v, cue)) is not None:
        return behind, cue.last, False
    if not bare:
        return None, cue.last, not _unknown_subject(v, cue)
    if "object" in cue.complements and len(bare) == 1 and _goes_on(v, cue):
        return None, cue.last, True
    return bare[0], bare[0].last, False


def _behind_object(v: View, cue: Cue) -> Chunk | None:
    """«تبنت الهجوم على القاعدة جماعة كذا»: the party behind the deed that it claims."""
    if cue.row["act"] != "claim" or "noun" not in cue.complements:
        return None
    deed = v.trigger_at.get(cue.last)
    if deed is None or deed.verbal or not deed.hit.split.article:
        return None
    for a in right(v, cue.last):
        if a.comma or a.chunk.first - deed.last > _NEAR:
            return None
        if not a.prep and a.nested and a.chunk.kind == "group" and speaks(a.chunk):
            return a.chunk
    return None


def _unknown_subject(v: View, cue: Cue) -> bool:
    """A noun that no table knows, or a rumour («أنباء»), right behind the verb is its subject."""
    i = cue.gap[0] if cue.gap else cue.last
    if i >= v.sentence.last or i in v.at or i in v.bounds or i in v.trigger_at:
        return False
    if any(h.form.pos == "noun" for h in v.text.infos[i].of("reporting")):
        return "clause" in cue.complements or "prep:عن" in cue.complements
    word = v.text.words[i].key
    if (
        cue.first > v.sentence.first
        and not cue.hit.split.conj
        and v.text.words[cue.first - 1].key.startswith("ال")
        and cue.first - 1 not in v.at
    ):
        return True
    return (
        word.startswith("ال")
        and len(word) > 4
        and not v.text.is_a("preposition", i)
        and "noun" not in cue.complements
    )


def agreeing(cue: Cue, said: list[Said]) -> Chunk | None:
    """Of those who spoke before, the innermost that the form of «وأضاف» fits."""
    form = cue.hit.form
    for link in reversed(said):
        source = link.source
        if source is None:
            continue
        people = source.kind == "person" or source.table in ("people", "sources")
        if form.number == "sg" and people and source.number != "sg":
            continue
        if _of_her(cue, source):
            continue
        return source
    return None


def _of_her(cue: Cue, source: Chunk) -> bool:
    """Whether a verb of one gender cannot be said of a person of the other."""
    genders = {cue.hit.form.gender, source.gender}
    return cue.verbal and source.kind == "person" and genders == {"f", "m"}


def quotes_another(v: View, cue: Cue, source: Chunk | None, after: int) -> bool:
    """«كتب الموقع عن شهود أن …»: right behind a speaker «عن» and another, then what is said."""
    if source is None or not cue.verbal or "clause" not in cue.complements:
        return False
    if after >= v.sentence.last or v.text.words[after].key != "عن":
        return False
    inner = v.at.get(after + 1)
    return inner is not None and speaks(inner) and v.bounds.get(inner.last) == "that"


def relayed(v: View, cue: Cue, after: int) -> Chunk | None:
    """Whom an outlet quotes («نقلت الوكالة عن مصدر»)."""
    wanted = next((c[7:] for c in cue.complements if c.startswith("source:")), "عن")
    for a in right(v, after):
        if a.prep == wanted and speaks(a.chunk):
            return a.chunk
        if a.chunk.first - after > _NEAR:
            break
    return None


def _bare_after(v: View, cue: Cue) -> list[Chunk]:
    found: list[Chunk] = []
    start = cue.gap[0] if cue.gap else cue.last
    for a in right(v, start):
        if (a.chunk.first - start > _NEAR and not found) or a.nested:
            break
        if a.prep:
            if "prep:" + a.prep in cue.complements:
                break
            continue
        if a.comma or a.chunk.kind == "time":
            continue
        if not speaks(a.chunk) and not (
            a.chunk.kind == "place" and a.chunk.first == start and cue.row["act"] == "say"
        ):
            break  # «ذكر موقع كذا»: what stands right behind a verb of saying speaks
        found.append(a.chunk)
        if "object" not in cue.complements or len(found) == 2:
            break
    return found


def _goes_on(v: View, cue: Cue) -> bool:
    """A verb joined to what the sentence tells before («… ، واتهمت فلاناً بـ»)."""
    return bool(cue.hit.split.conj) and cue.first > v.sentence.first


def _subject_before(v: View, cue: Cue) -> Chunk | None:
    subject = left(v, cue.first)
    if subject is None or not speaks(subject.chunk):
        return None
    if subject.how == "relative":
        return subject.chunk
    first = subject.chunk.first
    opener = first - 1
    while opener > v.sentence.first and v.text.words[opener].text in '«"“،,':
        opener -= 1
    opens = (
        opener < v.sentence.first
        or v.bounds.get(opener) in _CLAUSE_OPENERS
        or v.text.is_a("past_auxiliary", opener)
    )
    nearest = cue.first - 1
    while v.text.is_a("past_auxiliary", nearest):
        nearest -= 1
    touches = nearest == subject.chunk.last - 1
    if (subject.how == "adjacent" and touches) or (opens and subject.how != "comma"):
        return subject.chunk
    return None


def spoke_before(v: View, cue: Cue, events: list[Event], last: Chunk | None) -> Chunk | None:
    """Whom a verb or participle without a subject goes on with: who spoke or acted before."""
    if last is not None and _of_her(cue, last):
        last = None
    best, at = last, -1
    if last is not None and any(c is last for c in v.chunks):
        if not cue.verbal:
            return last  # «أكد المرصد أن مسيّرة استهدفت …، مؤكداً»
        at = last.first
    for event in events:
        if (
            event.trigger.verbal
            and event.agents
            and at < event.trigger.first < cue.first
            and speaks(event.agents[0])
            and _fits(v, cue, event.agents[0])
        ):
            behind = event.trigger.first - 1
            if v.bounds.get(behind) != "relative" and event.agents[0].first < cue.first:
                best, at = event.agents[0], event.trigger.first
    if at < 0 and cue.row["speaker"] == "same":
        subject = next(
            (c for c in v.chunks if speaks(c) and c.last <= cue.first and not v.preposition(c)),
            None,
        )
        return subject or best
    return best


def _fits(v: View, cue: Cue, speaker: Chunk) -> bool:
    """Whether a participle agrees with who acted before: «…، مشيرة إلى» is not said of an army."""
    if cue.verbal:
        return True
    word = v.text.words[cue.first].text
    people = speaker.table in ("people", "sources") or speaker.count is not None
    if people and speaker.number == "pl" and not word.endswith("ين"):
        return False  # «سبعة رعاة قُتلوا، متهماً الجيش»
    return not word.endswith("ة") or speaker.gender == "f" or speaker.number == "pl"
