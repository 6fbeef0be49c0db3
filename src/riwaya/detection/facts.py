"""What a word may be in any sentence, found once for each spelling and remembered.

Takes: what the lexicon knows of a word, and the function words. Gives: `Facts`.
Never: looks at the words around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from riwaya.detection.analysis import Hit, WordInfo

COMMON = "common"  # the role of the ordinary words, which are no function words
COMMON_VERB = "common verb"
_CONTENT = frozenset({
    COMMON, COMMON_VERB, "stance", "undergoes", "toll", "toll_moves", "border", "rumour",
    "false_rumour", "untrue", "inflated", "exceeds", "happens", "refers_back", "mere_head",
    "state_head", "siblings", "copula", "being", "was", "naming", "formerly", "another",
    "arm_of_service", "several_called", "document", "aim_noun",
    "position", "happened", "denial_noun", "part_in", "aimed_at", "did_it", "aims", "true",
    "no_adjective", "directed", "tells_apart", "relays", "when", "no_longer", "abusive_head",
})  # fmt: skip
"""Roles of verbs and nouns, which may be cues and triggers as well."""
HEADS = ("people", "collectives", "sources", "objects")
"""Tables of nouns that head a described group, person or thing."""
PARTY = "party_words"  # the table of words for a side that name nobody
PLACES = frozenset({"countries", "admin", "regions", "villages", "gazetteer"})
_INSTITUTIONS = ("body", "media")
_NO_ROLES: frozenset[str] = frozenset()
_KUNYA_LENGTH = 3
_REMEMBERED = 200_000  # spellings


class Rank(IntEnum):
    """How sure it is that a word is a name."""

    NONE = 0  # no name
    UNKNOWN = 1  # no table knows it, and it looks like no other word
    COMMON = 2  # a listed name that is mostly an ordinary word («بيان», «ثورة»)
    TRAP = 3  # a listed name that reports also use otherwise («محمود», «خير»)
    DOUBTFUL = 4  # a listed name with a meaning of its own («منال»)
    SURE = 5


class AdjectiveKind(IntEnum):
    """Whether a word may be an adjective of the noun before it."""

    NEVER = 0
    LISTED = 1  # of a table
    PARTICIPLE = 2  # of a happening
    LIKE_DEFINITE = 3  # looks like one behind a definite noun
    LIKE_INDEFINITE = 4  # looks like one behind an indefinite noun


class Facts:
    """What a word may open by itself; phrases of several words are not asked for.

    `ranging` is how many letters of clitics stand before a ranging word («أحد», «جميع»),
    `institution` the head of an institution's name. `idle` words open nothing but phrases, times
    and numbers. `rank`, what it is in a person's name, `heads` and `adjective` are filled in by
    those who first ask: `name_words`, `groups` and `attachments`.
    """

    __slots__ = (
        "actor", "adjective", "heads", "idle", "institution", "nominal", "opens", "person", "place",
        "ranging", "rank", "roles", "titled", "wordlike",
    )  # fmt: skip

    def __init__(self, info: WordInfo, all_roles: Roles) -> None:
        key, hits = info.key, info.hits
        self.roles = all_roles.of.get(key, _NO_ROLES)
        self.rank: Rank | None = None
        self.heads: tuple[tuple[Hit, ...], tuple[Hit, ...]] | None = None
        self.adjective: AdjectiveKind | None = None
        self.wordlike = (
            len(key) > 1 and key[0].isalpha() and not key.isascii() and "clause_words" not in hits
        )
        self.ranging = _ranging(key, all_roles)
        self.titled = "posts" in hits or "titles" in hits
        self.actor = any(
            form.table.startswith("actors") or form.table == PARTY for form, _ in info.listed
        )
        self.place = "place_heads" in hits or any(
            form.table in PLACES or form.table == "directions" for form, _ in info.listed
        )
        self.person = listed_name(info) or _opens_name(key, all_roles)
        self.institution = _institution(info, self.roles)
        self.nominal = any(table in hits for table in HEADS)
        told = info.known or info.openings or len(key) > 6 or key[:3] in all_roles["kunya"]
        self.opens = bool(told) and (
            self.titled or self.actor or self.place or self.person or self.nominal
        )
        self.idle = not self.opens and self.ranging is None and "mix" not in self.roles


class Roles(dict[str, frozenset[str]]):
    """Function words by role, the roles `of` a word, and the facts of words that follow."""

    def __init__(
        self, words: Mapping[str, frozenset[str]], variants: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(words)
        self.variants = variants or {}
        """Names by key that are spelt in several ways, each with the key of its first spelling."""
        self.of: dict[str, frozenset[str]] = {}
        for role, keys in words.items():
            for key in keys:
                self.of[key] = self.of.get(key, _NO_ROLES) | {role}
        self.function_keys = frozenset(
            key for role, keys in words.items() if role not in _CONTENT for key in keys
        )
        self._facts: dict[WordInfo, Facts] = {}

    def facts(self, infos: Iterable[WordInfo]) -> list[Facts]:
        """The facts of some words."""
        known = self._facts
        if len(known) >= _REMEMBERED:
            known.clear()
        found: list[Facts] = []
        for info in infos:
            facts = known.get(info)
            if facts is None:
                facts = known[info] = Facts(info, self)
            found.append(facts)
        return found


def listed_name(info: WordInfo) -> bool:
    """Whether the word is a listed name of a person, also behind a clitic."""
    return "given_names" in info.hits or "family_names" in info.hits


def joined_servant(word: str) -> bool:
    """Whether the word is a name with عبد written in one («عبدالرحمن»)."""
    return len(word) > 6 and word.startswith("عبدال")


def _opens_name(key: str, roles: Roles) -> bool:
    """Whether the word may be a kunya or servant's name, also behind a clitic or written in one."""
    return any(
        key[cut:] == "عبد" or key[cut : cut + _KUNYA_LENGTH] in roles["kunya"]
        or key[cut:] in roles["kunya"] or joined_servant(key[cut:])
        for cut in range(3) if not key[:cut].strip("وفبكل")
    )  # fmt: skip


def _ranging(key: str, roles: Roles) -> int | None:
    for cut in range(3):
        if key[:cut].strip("وفبلك"):
            return None
        if key[cut:] in roles["one_of"] or key[cut:] in roles["some_of"]:
            return cut
    return None


def _institution(info: WordInfo, roles: frozenset[str]) -> Hit | None:
    """The head of an institution's name, if the word is one and no pronoun hangs on it."""
    if "preposition" in roles:
        return None
    for hit in info.of("collectives"):
        row, split = hit.form.row, hit.split
        if row["unit"] != "yes" or row["class"] not in _INSTITUTIONS:
            continue
        if split.pronoun or split.prep == "ك":
            continue
        if hit.form.number != "pl" and "weak_institution" not in roles:
            return hit
    return None
