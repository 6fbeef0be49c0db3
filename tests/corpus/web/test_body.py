"""Bodies are unpacked in small steps, so that a bomb is noticed before it is in memory."""

from __future__ import annotations

import gzip

import pytest

from riwaya.corpus.web import FetchError
from riwaya.corpus.web.body import inflate, read_body


def test_no_step_is_large() -> None:
    packed = gzip.compress(bytes(5_000_000))
    sizes = [len(piece) for piece in inflate([packed])]
    assert sum(sizes) == 5_000_000
    assert max(sizes) <= 1 << 16


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_any_division_into_pieces(step: int) -> None:
    raw = bytes(n * n % 251 for n in range(3000))
    packed = gzip.compress(raw[:1000]) + gzip.compress(raw[1000:])
    pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert read_body(pieces, "gzip", 3000) == raw
    with pytest.raises(FetchError, match="larger"):
        read_body(pieces, "gzip", 2999)
    assert read_body(pieces, "gzip", 2999, cut=True) == raw[:2999]
