"""Whose side a party is on, so that two accounts can be compared: equal sides are one doer.

A state, its government and its forces are one side; so are a movement and its armed wing, and all
descriptions of people of the place who bear arms. What is too vague to be anybody's side has
none, and contests nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.ledger.nouns import Party
from riwaya.model import Lexicon

_STATE = ("state", "state_force")
_UNKNOWN = "unknown"
_WEAPON = "weapon_system"
_STAND_BY = ("media", "aid")


@dataclass(frozen=True, slots=True)
class Sides:
    """What the tables say of actors: kind and country by main name; classes of descriptions."""

    actors: Mapping[str, tuple[str, str]]
    countries: Mapping[str, str]  # code by main name
    classes: Mapping[str, str]  # by a word's key
    wings: Mapping[str, str]  # by main name that of the movement it is the armed wing of
    weapons: frozenset[str] = frozenset()  # keys of words for what strikes («طائرة», «دبابات»)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Sides:
        """From the tables of a lexicon."""
        tables = [rows for name, rows in lexicon.tables.items() if name.startswith("actors")]
        return cls(
            {r["name"]: (r["kind"], r["country"]) for rows in tables for r in rows},
            {r["name"]: r["iso"] for r in lexicon.rows("countries")},
            {key(r["word"]): r["class"] for r in lexicon.rows("party_classes")},
            {r["name"]: r["wing_of"] for r in lexicon.rows("wings")},
            frozenset(
                key(f) for r in lexicon.rows("collectives") if r["class"] == _WEAPON
                for f in r["forms"].split("|") if " " not in f
            ),
        )  # fmt: skip

    def side(self, party: Party, country: str | None) -> str | None:
        """The side of a party in an incident of that country; None where it is too vague."""
        for handle in filter(None, (party.handle, party.of)):
            found = self._of_handle(handle, country)
            if found is not None:
                return found
        return None

    def stands_by(self, party: Party) -> bool:
        """Whether it is one of those who tell of deeds or help after them."""
        kind, _, name = party.handle.partition(":")
        return kind == "actor" and self.actors.get(name, ("", ""))[0] in _STAND_BY

    def is_bare_weapon(self, party: Party) -> bool:
        """Whether it is a weapon and no more («طائرة مسيرة»): whose it is is not said."""
        kind, _, name = party.handle.partition(":")
        words = [w.removeprefix("ال") for w in key(name).split()]
        return kind == "said" and not party.of and bool(words) and self.weapons.issuperset(words)

    def _of_handle(self, handle: str, country: str | None) -> str | None:
        kind, _, name = handle.partition(":")
        if kind == "actor":
            return self._of_actor(name, country)
        found = self._classes(name)
        if found:
            return None if _UNKNOWN in found else f"class:{min(found)}"
        return handle if kind in ("person", "name") else None

    def _classes(self, name: str) -> set[str]:
        words = {form for w in key(name).split() for form in (w, w.removeprefix("ال"))}
        return {self.classes[w] for w in words if w in self.classes}

    def _whole(self, name: str) -> str:
        """The movement that an actor is a wing of, or a unit of its wing; itself where of none."""
        before: set[str] = set()
        while name in self.wings and name not in before:
            before.add(name)
            name = self.wings[name]
        return name

    def _of_actor(self, name: str, country: str | None) -> str | None:
        name = self._whole(name)
        if name in self.countries:
            return f"state:{self.countries[name]}"
        kind, of = self.actors.get(name, ("", ""))
        if kind in _STATE:
            whose = of or country
            return f"state:{whose}" if whose else None
        found = self._classes(name)
        if found and not of:
            return f"class:{min(found)}"
        return f"actor:{name}" if of or kind not in ("militia", "rebel") else None


def contest(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of sides exclude each other: neither is part of the other."""
    return bool(ours) and bool(theirs) and not (ours <= theirs or theirs <= ours)
