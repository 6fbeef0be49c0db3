"""Whether and when a relation holds: once, since when, denied, possible."""

from __future__ import annotations

from typing import cast

from riwaya.detection.text import Chunk
from riwaya.frames.cues import cues
from riwaya.frames.ties import Tie
from riwaya.frames.view import View
from riwaya.model import Realis

_BESIDE = 3  # words around a cue in which «سابقاً» stands
_BEFORE = 3  # words before a cue in which a doubt or a negation of it stands
_SINCE = 4  # words behind the two ends in which «منذ …» stands


def qualify(tie: Tie) -> Tie:
    """Marks a relation as one of the past, dated, denied or doubted."""
    tie.former = _former(tie)
    tie.time = _time(tie)
    _judge(tie)
    return tie


def _reach(tie: Tie) -> tuple[int, int]:
    """The words from the first to the last of the cue and the ends that stand in its sentence."""
    inside = [e for _, e in tie.ends if isinstance(e, Chunk)]
    own = [c for c in inside if tie.view.sentence.first <= c.first < tie.view.sentence.last]
    near = [c for c in own if abs(c.first - tie.first) < 2 * _BEFORE + 6]
    first = min([tie.first, *(c.first for c in near)])
    return first, max([tie.last, *(c.last for c in near)])


def _former(tie: Tie) -> bool:
    """«القيادي السابق في …», «كان يقود …», «… سابقاً»."""
    v, text = tie.view, tie.view.text
    if tie.type == "kin_of":
        return False  # of «عم المحافظ السابق» the office is of the past
    start = max(tie.first - 1, v.sentence.first)
    _, last = _reach(tie)
    spread = range(start, min(max(tie.last, last) + 1, v.sentence.last))
    if any(text.is_a("formerly", j) for j in spread):
        return True
    if _no_longer(tie):
        return True
    if not tie.rule.startswith(("verb", "cued")):
        return _was_one(tie)
    first, _ = _reach(tie)
    start = min(first, tie.first) - _BESIDE
    before = range(max(v.sentence.first, start), tie.first)
    near = range(tie.first - _BESIDE, tie.first)
    return any(
        text.is_a("was", j) or (text.is_a("past_auxiliary", j) and j in near and not _may(tie, j))
        for j in before
    )


def _no_longer(tie: Tie) -> bool:
    """«لم يعد فلان عضواً في كذا»."""
    first, text = _reach(tie)[0], tie.view.text
    start = max(tie.view.sentence.first + 1, min(first, tie.first) - _BESIDE)
    near = range(start, tie.first)
    return any(text.is_a("no_longer", j) and text.is_a("negation", j - 1) for j in near)


def _may(tie: Tie, j: int) -> bool:
    """«قد ينضم»: before an imperfect «قد» says that it may be."""
    key = tie.view.text.words[j].key.removeprefix("و")
    verbs = tie.view.text.infos[tie.first].of("relation_cues")
    return key == "قد" and any(h.form.tense == "imperfect" for h in verbs)


def _was_one(tie: Tie) -> bool:
    """«كان فلان قيادياً في كذا»: a noun without article that «كان» says of somebody."""
    v, text = tie.view, tie.view.text
    if not text.words[tie.first].text.endswith("ا"):
        return False
    return any(text.is_a("was", j) for j in range(max(v.sentence.first, tie.first - 5), tie.first))


def _time(tie: Tie) -> Chunk | None:
    """«منذ 2018», «حتى العام الماضي» behind a relation, and no deed's."""
    v = tie.view
    _, last = _reach(tie)
    for chunk in v.chunks:
        if chunk.time is None or not last <= chunk.first <= last + _SINCE:
            continue
        if any(j in v.trigger_at for j in range(tie.last, chunk.first)):
            return None
        opener = v.text.words[chunk.first].key
        before = v.text.words[chunk.first - 1].key
        if {opener, before} & v.text.roles["lasting"]:
            return chunk
    return None


def _judge(tie: Tie) -> None:
    """A negation or a doubt right before the words that state a relation."""
    v = tie.view
    if not tie.rule.startswith(("cued", "verb")):
        before = range(max(v.sentence.first, tie.first - _BEFORE), tie.first)
        if any(v.text.is_a("not_being", j) for j in before):
            tie.polarity, tie.negates = "negative", "event"
        return
    if not _may_doubt(v) or v.text.is_a("relative", tie.first):
        return  # «لم تقصف القرية التي تسيطر عليها كذا»
    for cue in cues(v, "modality"):
        if not 0 <= tie.first - cue.last <= _BEFORE or cue.row["complement"] == "none":
            continue
        if any(k in v.bounds for k in range(cue.last, tie.first)):
            continue
        if cue.row["polarity"] == "negative":
            tie.polarity, tie.negates = "negative", "event"
        if cue.row["realis"] and cue.row["realis"] != "actual":
            tie.realis = cast(Realis, cue.row["realis"])


def _may_doubt(v: View) -> bool:
    return any(v.text.infos[i].of("modality") for i in range(v.sentence.first, v.sentence.last))
