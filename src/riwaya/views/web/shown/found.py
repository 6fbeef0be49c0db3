"""What a search found, in pieces of which each matched or did not."""

from __future__ import annotations

from riwaya.ledger.queries import Found
from riwaya.views.ledger.found import snippets

_MARKS = ("\ue000", "\ue001")  # which `snippets` takes out of the text itself


def pieces(found: Found) -> list[list[tuple[str, bool]]]:
    """The stretches of a report around the matches; each piece with whether it matched."""
    return [_pieces(snippet) for snippet in snippets(found, _MARKS)]


def _pieces(snippet: str) -> list[tuple[str, bool]]:
    made: list[tuple[str, bool]] = []
    for n, part in enumerate(snippet.split(_MARKS[0])):
        if n == 0:
            made.append((part, False))
            continue
        matched, _, rest = part.partition(_MARKS[1])
        made += [(matched, True), (rest, False)]
    return [p for p in made if p[0]]
