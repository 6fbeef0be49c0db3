"""A definite noun that takes up who was named before: «القيادي», «التنظيم», «الرجل»."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.detection.letters import key
from riwaya.detection.text import Chunk
from riwaya.identity.joins import Join, Known
from riwaya.identity.keys import Group
from riwaya.model import Mention, Row

_BACK = 4  # sentences that a description reaches back
_WORDS = 2  # of a description: a noun and an adjective


def descriptions(known: Known) -> Iterator[Join]:
    """Definite nouns whose nearest earlier bearer of that noun is one alone."""
    order = sorted(known.key_of, key=lambda name: known.given.mentions.found[name].start)
    earlier: list[Mention] = []
    for name in order:
        m = known.given.mentions.found[name]
        chunk = known.given.mentions.chunks[name]
        if m.kind in ("person", "group") and _describes(known, m, chunk):
            other = _antecedent(known, m, chunk, earlier)
            if other is not None:
                yield Join(other.id, m.id, "takes-up")
        earlier.append(m)


def _describes(known: Known, m: Mention, chunk: Chunk) -> bool:
    """Whether a mention is a bare definite noun in the singular, with at most an adjective."""
    bare = chunk.name is None and chunk.count is None
    if bare and m.form == "nominal" and m.kind == "person" and _idafa(known, chunk):
        return True
    bare = bare and chunk.owner is None
    if m.form != "nominal" or not bare or chunk.pronoun or chunk.last - chunk.first > _WORDS:
        return False
    words = known.given.text.words[chunk.head + 1 : chunk.last + 1]
    if any(w.key in known.given.text.roles["another"] for w in words):
        return False  # «القيادي الآخر»
    if chunk.number != "sg" and not (m.kind == "group" and chunk.klass == "force"):
        return False
    return _head(known, chunk).startswith("ال")


def _idafa(known: Known, chunk: Chunk) -> bool:
    """«مدير الناحية», «قائد الفرقة»: two words, the second with the article."""
    words = known.given.text.words[chunk.first : chunk.last]
    return (
        len(words) == _WORDS and chunk.number == "sg" and not chunk.pronoun
        and words[1].key.startswith("ال") and not words[0].key.startswith("ال")
        and chunk.table in ("posts", "people")
    )  # fmt: skip


def _head(known: Known, chunk: Chunk) -> str:
    word = known.given.text.words[chunk.head]
    skip = chunk.start - word.start if chunk.head == chunk.first else 0
    bare = word.key[max(skip, 0) :]
    return "ا" + bare if chunk.prep == "ل" and bare.startswith("ل") else bare


def _antecedent(known: Known, m: Mention, chunk: Chunk, earlier: list[Mention]) -> Mention | None:
    """The mention of the nearest sentence before in which the noun fits one alone."""
    head = _head(known, chunk)
    here = _number(known, m)
    within = known.within
    found: dict[Group, Mention] = {}
    nearest = -1
    for other in reversed(earlier):
        place = _number(known, other)
        if here - place > _BACK or (found and place != nearest):
            break
        if other.kind != m.kind or other.end > m.start or other.id in within:
            continue
        root = known.root(known.key_of[other.id])
        if root == known.root(known.key_of[m.id]) and other.form == "nominal":
            continue
        if _fits(known, other, chunk, head):
            found.setdefault(root, other)
            nearest = place
    if len(found) != 1 or (m.kind == "person" and _with_kin(known, earlier, nearest)):
        return None
    return next(iter(found.values()))


def _with_kin(known: Known, earlier: list[Mention], place: int) -> bool:
    """Whether a sentence also tells of an unnamed kin of whom it names («فلان وابنه»)."""
    return any(
        o.kind == "person" and o.form == "nominal" and _number(known, o) == place
        and (c := known.given.mentions.chunks[o.id]).pronoun and c.name is None
        and c.row.get("relation") == "kin_of"
        for o in earlier
    )  # fmt: skip


def _number(known: Known, m: Mention) -> int:
    return known.sentence[known.given.mentions.view_of(m.id).sentence.first]


def _fits(known: Known, other: Mention, chunk: Chunk, head: str) -> bool:
    """Whether a mention is one of whom the noun is said, or a man where the noun fits any."""
    theirs = known.given.mentions.chunks[other.id]
    if theirs.count is not None and other.kind == "person":
        return False
    if other.kind == "person":
        if chunk.gender != theirs.gender:
            return False
        generic = head in known.given.text.roles["refers_back"]
        if generic and (other.form == "name" or theirs.name is not None):
            return True
    if not head.startswith("ال"):
        return _same_post(known, other, chunk)
    if _otherwise(known, other, chunk):
        return False
    return head.removeprefix("ال") in _nouns(known, other, theirs)


def _otherwise(known: Known, other: Mention, chunk: Chunk) -> bool:
    """Whether an adjective says that another body is meant: «المجلس المدني», «… العسكري»."""
    last = chunk.last - 1
    if other.kind != "group" or not known.given.text.is_a("tells_apart", last):
        return False
    theirs = known.given.mentions.chunks[other.id]
    words = known.given.text.words
    said = {w.key.removeprefix("ال") for w in words[theirs.first : theirs.last]}
    return words[last].key.removeprefix("ال") not in said


def _same_post(known: Known, other: Mention, chunk: Chunk) -> bool:
    """Whether a titled name before bears the post («مدير ناحية كذا فلان» for «مدير الناحية»)."""

    def bare(c: Chunk) -> list[str]:
        words = known.given.text.words[c.head : c.head + _WORDS]
        return [w.key.removeprefix("ال") for w in words]

    return any(bare(title) == bare(chunk) for title in known.titles.get(other.id, ()))


def _nouns(known: Known, m: Mention, chunk: Chunk) -> set[str]:
    """The nouns that a mention is called by: its own head, and those of its listed names."""
    words = {_head(known, chunk).removeprefix("ال")}
    if m.kind == "group" and chunk.row:
        heads = [str(name).split()[0] for name in _listed(chunk.row)]
        abuse = known.given.text.roles["abusive_head"]
        words |= {
            key(h).removeprefix("ال") for n, h in enumerate(heads) if n == 0 or key(h) not in abuse
        }
    for title in known.titles.get(m.id, ()):
        words |= {
            w.key.removeprefix("ال") for w in known.given.text.words[title.head : chunk.first]
            if w.key.startswith("ال")
        }  # fmt: skip
        own = _head(known, title).removeprefix("ال")
        words |= {own, own.removesuffix(title.pronoun)}  # «مرافقه فلان»: the companion
    return words


def _listed(row: Row) -> list[str]:
    """The names of a listed actor, its main one first."""
    names = f"{row.get('name', '')}|{row.get('names', '')}"
    return [name for name in names.split("|") if name.strip()]
