"""What is derived, as JSON in the ledger and back; readings and raw bytes deflated."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache

from pydantic import TypeAdapter

from riwaya.ledger.features import Features
from riwaya.ledger.nouns import Heading, Incident, Telling
from riwaya.model import Reading
from riwaya.records import from_record, record

TELLING = TypeAdapter(Telling)
LOOK = TypeAdapter(Features)
INCIDENT = TypeAdapter(Incident)
HEADING = TypeAdapter(Heading)
"""Reads a fifth as long as all of an incident, and leaves the rest of it unread."""


def deflated_reading(reading: Reading) -> bytes:
    """A reading without its report's text."""
    return zlib.compress(json.dumps(record(reading), ensure_ascii=False).encode())


def reading_of(body: bytes, text: str) -> Reading:
    """The reading that `deflated_reading` made, of the report with that text."""
    return from_record(json.loads(zlib.decompress(body)), text)


@lru_cache(maxsize=4_000)
def telling_of(body: str) -> Telling:
    """The telling that a body keeps."""
    return TELLING.validate_json(body)


@lru_cache(maxsize=16_000)
def look_of(look: str) -> Features:
    """The features that a telling has under its report's own names."""
    return LOOK.validate_json(look)


def deflated(raw: bytes) -> bytes:
    """Raw bytes of a report."""
    return zlib.compress(raw)


def inflated(body: bytes) -> bytes:
    """The raw bytes as they came."""
    return zlib.decompress(body)
