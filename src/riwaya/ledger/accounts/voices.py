"""Who speaks in a claim: the last source of its chain, else the outlet; and who is independent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from riwaya.detection.letters import key
from riwaya.ledger.accounts.sides import Sides
from riwaya.ledger.handles import bare_key, words_key
from riwaya.ledger.nouns import Claim, Party, ReportCard, SaidBy, Voice
from riwaya.ledger.outlets import INDEPENDENT, OFFICIAL, Outlet, Outlets
from riwaya.model import Lexicon

_MOST = 20_000  # answers that are remembered


@dataclass(frozen=True, slots=True)
class Voices:
    """The tables that tell who speaks."""

    outlets: Outlets
    sides: Sides
    own: frozenset[str]  # keys of nouns for the outlet's own people («مراسلنا»)
    camps: Mapping[str, str] = field(default_factory=dict)  # of the table of outlets, by side
    _known: dict[tuple[str, ...], Voice | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, lexicon: Lexicon, outlets: Outlets) -> Voices:
        """From the tables of a lexicon and the outlets of a ledger."""
        own = {
            key(form) for r in lexicon.rows("sources") if r.get("voice") == "outlet"
            for form in (r["head"], *r["forms"].split("|"))
        }  # fmt: skip
        sides = Sides.of(lexicon)
        return cls(outlets, sides, frozenset(own), _camps(outlets, sides))

    def of_claim(self, claim: Claim, report: ReportCard, names: Mapping[str, str]) -> Voice:
        """The source of a claim. `names` are handles that statements join, by handle."""
        if not claim.chain or self._speaks_for_outlet(claim.chain[-1]):
            return self._outlet_in(claim.chain[:-1]) or self.of_outlet(report)
        return self._named(claim, report, names)

    def _outlet_in(self, chain: tuple[SaidBy, ...]) -> Voice | None:
        """The last of the outlets of a chain («نقلت وكالة كذا عن مصدر»)."""
        for link in reversed(chain):
            if (listed := self._listed(link)) is not None:
                return listed
        return None

    def _listed(self, link: SaidBy) -> Voice | None:
        return self._once((link.handle, link.name), lambda: self._find(link))

    def _find(self, link: SaidBy) -> Voice | None:
        name = link.handle.partition(":")[2]
        found = self.outlets.find(name, None) or self.outlets.find(link.name, None)
        return self._outlet(found) if found else None

    def _once(self, asked: tuple[str, ...], make: Callable[[], Voice | None]) -> Voice | None:
        """What was made for the same question before: outlets are asked for again and again."""
        if asked not in self._known:
            if len(self._known) > _MOST:
                self._known.clear()
            self._known[asked] = make()
        return self._known[asked]

    def of_outlet(self, report: ReportCard) -> Voice:
        """The outlet of a report; the report itself where the outlet is not known."""
        if not report.outlet:
            return Voice(f"report:{report.name}", report.name, "outlet")
        asked = ("outlet", report.outlet, report.outlet_key, report.url or "")
        found = self._once(asked, lambda: self._publisher(report))
        return found or Voice(f"outlet:{report.outlet_key}", report.outlet, "outlet")

    def _publisher(self, report: ReportCard) -> Voice | None:
        outlet = self.outlets.find(report.outlet, report.url)
        return self._outlet(outlet) if outlet else None

    def _outlet(self, outlet: Outlet) -> Voice:
        name, official = f"outlet:{words_key(outlet.name)}", outlet.kind in OFFICIAL
        side, camp = _side_of(outlet, self.sides), _camp(outlet)
        return Voice(name, outlet.name, "outlet", side=side, official=official, camp=camp)

    def _speaks_for_outlet(self, link: SaidBy) -> bool:
        first = link.name.split()[0] if link.name.split() else ""
        return link.form != "name" and key(first) in self.own

    def _named(self, claim: Claim, report: ReportCard, names: Mapping[str, str]) -> Voice:
        link = claim.chain[-1]
        if (listed := self._listed(link)) is not None:
            return listed
        handle = names.get(link.handle, link.handle)
        kind = handle.partition(":")[0]
        side = self.sides.side(Party(handle, link.name, "group", link.form), None) or ""
        if kind in ("actor", "person", "name"):
            name = handle.partition(":")[2] if kind == "actor" else link.name
            state = side if side.startswith("state:") else ""
            camp = self.camps.get(side, "")
            return Voice(handle, name, "named", side=state, official=bool(state), camp=camp)
        told = self._outlet_in(claim.chain[:-1]) or self.of_outlet(report)
        name = f"unnamed:{told.id.partition(':')[2]}:{bare_key(link.name)}"
        return Voice(name, link.name, "unnamed", told.name, told.side, told.official, told.camp)


def independent(a: Voice, b: Voice) -> bool:
    """Whether two sources speak for themselves: not one source, not voices of one side."""
    if a.id == b.id:
        return False
    one_side = bool(a.side) and a.side == b.side
    one_camp = bool(a.camp) and a.camp == b.camp
    return not ((one_side or one_camp) and (a.official or b.official))


def _side_of(outlet: Outlet, sides: Sides) -> str:
    """The side of the actor whose voice an outlet is."""
    if not outlet.actor or not _camp(outlet):
        return ""
    return sides.side(Party(f"actor:{outlet.actor}", outlet.name, "group", "name"), None) or ""


def _camp(outlet: Outlet) -> str:
    return "" if outlet.side == INDEPENDENT else outlet.side


def _camps(outlets: Outlets, sides: Sides) -> dict[str, str]:
    """The camp of each side, by the outlets that are an actor's voice; none where they differ."""
    found: dict[str, set[str]] = {}
    for outlet in outlets:
        if side := _side_of(outlet, sides):
            found.setdefault(side, set()).add(_camp(outlet))
    return {side: min(camps) for side, camps in found.items() if len(camps) == 1}
