"""Who is meant by a party's word for a side («الاحتلال», «المرتزقة»), by what the report tells of.

Takes: the countries, names and day of a report. Gives: the name of a listed actor, or None.
Never: changes the outlet's word, or guesses where nothing in the report settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from riwaya.detection.letters import key
from riwaya.detection.text import Text
from riwaya.model import Row

_SHARE = 0.25  # of what the report names that has to be of the country


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report tells of: shares of countries, its words as keys, its day."""

    countries: Mapping[str, float]
    words: str
    published: date | None


class Parties:
    """The rows of `party_words` by the key of a word."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            for form in row["form"].split("|"):
                self._rows.setdefault(" ".join(map(key, form.split())), []).append(row)

    def meant(self, word: str, setting: Setting) -> str | None:
        """Who a word, given as its key, means in a report; None where that stays open."""
        found = [
            (bool(row["cue"]), setting.countries.get(row["country"], 0.0), row["who"])
            for row in self._rows.get(word, ())
            if _fits(row, setting)
        ]
        best = max(found, key=lambda x: x[:2], default=None)
        rivals = {who for cued, share, who in found if best and (cued, share) == best[:2]}
        return best[2] if best and len(rivals) == 1 else None


def setting(text: Text, countries: Mapping[str, float], published: date | None) -> Setting:
    """The setting of a report; `countries` are the shares of it that tell of each."""
    return Setting(countries, f" {' '.join(w.key for w in text.words)} ", published)


def _fits(row: Row, setting: Setting) -> bool:
    cues = [key(cue) for cue in row["cue"].split("|") if cue]
    if cues and not any(cue in setting.words for cue in cues):
        return False
    share = setting.countries.get(row["country"], 0.0)
    if share < _SHARE and not (cues and (share or not setting.countries)):
        return False
    day = setting.published.isoformat() if setting.published else None
    since, until = row["since"], row["until"]
    return not (
        (since and (day is None or day < since)) or (until and (day is None or day >= until))
    )
