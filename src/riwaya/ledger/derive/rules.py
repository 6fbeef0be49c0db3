"""The tables that derivation reads, made ready once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from riwaya.ledger.accounts.voices import Voices
from riwaya.ledger.later_deaths import LaterDeaths
from riwaya.ledger.likeness import Weights, weights
from riwaya.ledger.listed import Listed
from riwaya.ledger.outlets import Outlets
from riwaya.ledger.own_outlets import own_outlets
from riwaya.ledger.parts_of_places import PlaceWords
from riwaya.ledger.people import PeopleKinds
from riwaya.ledger.types import IncidentTypes
from riwaya.model import Lexicon


@dataclass(frozen=True, slots=True)
class Rules:
    """How tellings come together, who speaks, whose side they are on."""

    types: IncidentTypes
    weights: Weights
    people: PeopleKinds
    later: LaterDeaths
    places: PlaceWords
    listed: Listed
    voices: Voices
    lexicons: tuple[Path, ...] = ()  # folders of the user's own tables

    @classmethod
    def of(
        cls, lexicon: Lexicon, connection: Connection, lexicons: tuple[Path, ...] = ()
    ) -> Rules:  # fmt: skip
        """From the tables of a lexicon and the outlets of the ledger, which win.

        `lexicons` are the folders that the lexicon was loaded with.
        """
        outlets = Outlets([*lexicon.rows("outlets"), *own_outlets(connection)])
        return cls(
            IncidentTypes.of(lexicon.rows("incident_types")),
            weights(lexicon.rows("incident_weights")),
            PeopleKinds.of(lexicon), LaterDeaths.of(lexicon), PlaceWords.of(lexicon),
            Listed.of(lexicon), Voices.of(lexicon, outlets), lexicons,
        )  # fmt: skip

    @property
    def enough(self) -> float:
        """The likeness that ties two tellings."""
        return self.weights["enough"]
