"""A tagger for Riwaya from a spaCy pipeline: install this folder beside Riwaya, then

    RIWAYA_SPACY_MODEL=name-or-folder riwaya read report.txt --tagger spacy
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

KINDS = {
    "PER": "person", "PERS": "person", "PERSON": "person",
    "LOC": "place", "GPE": "place", "FAC": "place",
    "ORG": "group", "NORP": "group",
}  # fmt: skip
"""What pipelines call names, and the kind that Riwaya calls each; other labels are left out."""


def tag(text: str) -> Iterator[tuple[int, int, str]]:
    """The persons, places and groups that the pipeline finds in a text: start, end, kind."""
    for name in _pipeline()(text).ents:
        kind = KINDS.get(name.label_)
        if kind:
            yield name.start_char, name.end_char, kind


@cache
def _pipeline() -> Language:
    """The pipeline that RIWAYA_SPACY_MODEL names, read once."""
    model = os.environ.get("RIWAYA_SPACY_MODEL")
    if not model:
        raise RuntimeError("RIWAYA_SPACY_MODEL is not set: give a spaCy pipeline's name or folder")
    return spacy.load(model)
