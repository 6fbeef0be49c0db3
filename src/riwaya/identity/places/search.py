"""Places by a name as a person types it."""

from __future__ import annotations

from riwaya.corpus.folding import fold
from riwaya.detection.letters import key
from riwaya.detection.tokens import tokenise
from riwaya.identity.places.gazetteer import Gazetteer, Place


def find_places(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Every place of that name, the most populous first, spelt as freely as in reports."""
    keys = [key(word.text) for word in tokenise(fold(name).text) if word.text[0].isalnum()]
    if not keys:
        return ()
    return tuple(sorted(gazetteer.spelt(keys), key=lambda p: (-p.population, p.id)))
