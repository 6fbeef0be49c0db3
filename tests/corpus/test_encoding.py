"""Encodings are found out by their Arabic; what is no text is refused."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus import DecodingError, decode

PROSE = (
    "قتل ثلاثة مدنيين في قصف على بلدة الأتارب بريف حلب الغربي وأعلن الجيش مقتل جنديين خلال "
    "اشتباكات مع مسلحين عند الحدود وقالت وزارة الصحة إن عدد الضحايا مرشح للارتفاع"
)
WORDS = PROSE.split()
prose = st.tuples(st.integers(0, len(WORDS) - 8), st.integers(8, 40)).map(
    lambda cut: " ".join((WORDS + WORDS)[cut[0] : cut[0] + cut[1]])
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6")


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(deadline=None)
@given(text=prose)
def test_round_trip(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_pages_with_much_ascii(encoding: str) -> None:
    page = "<div class='a'>" * 300 + "قتل جنديان في هجوم مسلح بمحافظة أبين" + "</div>\r\n" * 300
    assert decode(page.encode(encoding)) == page


def test_big_endian_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + "حلب".encode("utf-16-be")) == "حلب"


def test_a_cut_character_does_not_lose_the_text() -> None:
    raw = ("قتل جنديان في هجوم. " * 50).encode()[:-4]
    assert decode(raw[:-1]).startswith("قتل جنديان في هجوم.")


@pytest.mark.parametrize(
    "raw",
    [b"%PDF-1.4 x", b"\x89PNG\r\n", b"PK\x03\x04abc", bytes(range(256)) * 20, b"\x00\x01\x02" * 50],
)
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(raw)
    assert caught.value.what and caught.value.remedy


def test_other_one_byte_text_is_refused() -> None:
    with pytest.raises(DecodingError, match="encoding is unknown"):
        decode("Привет, как дела у вас сегодня? Хорошо живём.".encode("koi8-r"))


def test_a_false_mark_is_told() -> None:
    with pytest.raises(DecodingError, match="UTF-8"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xfa")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    try:
        text = decode(raw)
    except DecodingError as error:
        assert str(error).endswith(error.remedy)
    else:
        assert isinstance(text, str)
