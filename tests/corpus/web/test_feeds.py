"""Feeds of every kind as addresses; traps and pages refused with a word on what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from riwaya.corpus.jsonl import Rejected
from riwaya.corpus.web import parse_feed
from riwaya.model import Address

AT = "https://site.example/feeds/all.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><atom:link rel="self" href="all.xml"/><title><![CDATA[ صحيفة
 المثال ]]></title><link>https://site.example/</link>
<item><media:title>صورة</media:title><title><![CDATA[قصف <b>على</b> القرية &quot;س&quot;]]></title>
  <link> https://site.example/1?a=1&amp;copy=2 </link>
  <pubDate>Sun, 10 Mar 2024 23:30:00 -0500</pubDate></item>
<item><link>../2</link><dc:date>2024-03-11T01:00:00+03:00</dc:date></item>
<item><title>ثالث</title><guid isPermaLink="false">https://site.example/no</guid></item>
<item><title>رابع</title><guid>https://site.example/4</guid><pubDate>أمس</pubDate></item>
<item><title>مكرر</title><link>https://site.example/4</link></item>
<item><title>خطر</title><link>javascript:alert(1)</link></item>
</channel></rss>"""


def feed(text: str | bytes) -> list[Address]:
    raw = text if isinstance(text, bytes) else text.encode()
    return parse_feed(raw, AT, "the feed")


def refused(text: str | bytes) -> Rejected:
    with pytest.raises(Rejected) as error:
        feed(text)
    assert error.value.what and error.value.remedy
    return error.value


def test_rss_2() -> None:
    outlet = "صحيفة المثال"
    assert feed(RSS) == [
        Address(
            "https://site.example/1?a=1&copy=2", "the feed", outlet, date(2024, 3, 10),
            'قصف على القرية "س"',
        ),
        Address("https://site.example/2", "the feed", outlet, date(2024, 3, 11), None),
        Address("https://site.example/4", "the feed", outlet, None, "رابع"),
    ]  # fmt: skip


def test_rss_1() -> None:
    (found,) = feed("""<rdf:RDF xmlns="http://purl.org/rss/1.0/"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>مثال</title></channel>
      <item rdf:about="y"><title>خبر</title><link>/y</link><dc:date>2023-12-31</dc:date></item>
      </rdf:RDF>""")
    expected = Address("https://site.example/y", "the feed", "مثال", date(2023, 12, 31), "خبر")
    assert found == expected


def test_atom() -> None:
    first, second = feed("""<a:feed xmlns:a="http://www.w3.org/2005/Atom"
      xml:base="https://other.example/x/"><a:title type="html">م &amp;amp; ث</a:title>
      <a:entry xml:base="y/"><a:title type="xhtml"><div>خبر<br/>أول</div></a:title>
        <a:link rel="enclosure" href="film.mp4"/><a:link href="one"/>
        <a:published>2024-02-29T10:00:00Z</a:published><a:updated>2025-01-01</a:updated></a:entry>
      <a:entry><a:id>https://other.example/two</a:id><a:updated>2025-01-01</a:updated></a:entry>
      </a:feed>""")
    assert (first.url, first.published) == ("https://other.example/x/y/one", date(2024, 2, 29))
    assert (first.outlet, second.url) == ("م & ث", "https://other.example/two")
    assert second.published is None  # the day of a change is not that of publication


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("10 Mar 24 08:00 GMT", date(2024, 3, 10)), ("2024-03-10", date(2024, 3, 10)),
        ("2024-03-10 08:00:00", date(2024, 3, 10)), ("٢٠٢٤-٠٣-١٠", date(2024, 3, 10)),
        ("Sun, 31 Feb 2024 00:00:00 GMT", None), ("2024-13-01", None), ("2024", None),
        ("Sun, 30 Nov -0001 00:00:00 +0000", None), ("0001-01-01T00:00:00", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None), ("9999-12-31", None), ("", None),
        ("9" * 400, None),
    ],
)  # fmt: skip
def test_days(written: str, day: date | None) -> None:
    rss = f"<rss><channel><item><link>/a</link><pubDate>{written}</pubDate></item></channel></rss>"
    assert [found.published for found in feed(rss)] == [day]


def item(title: str) -> str:
    return f"<rss><channel><item><title>{title}</title><link>/a</link></item></channel></rss>"


@pytest.mark.parametrize(
    "raw",
    [
        b"\n \n<?xml version='1.0'?>" + item("خبر").encode(),
        b"\xef\xbb\xbf" + item("خبر").encode(),
        ("<?xml version='1.0' encoding='UTF-16'?>" + item("خبر")).encode("utf-16"),
        b"<?xml version='1.0' encoding='windows-1256'?>" + item("خبر").encode("cp1256"),
        b"<?xml version='1.0' encoding='utf-9'?>" + item("خبر").encode(),
        item("خبر\x0b").encode(),
        item("خبر").replace("<link>", "<odd:thing/><link>").encode(),
        b'<!DOCTYPE rss PUBLIC "x" "http://127.0.0.1/rss.dtd">' + item("خبر").encode(),
    ],
)
def test_a_little_wrong(raw: bytes) -> None:
    assert [(found.url, found.title) for found in feed(raw)] == [("https://site.example/a", "خبر")]


def test_entities_of_html_and_lone_ampersands() -> None:
    assert feed(item("س &laquo;ص&raquo; & ع &lt; ف &bogus;"))[0].title == "س «ص» & ع < ف &bogus;"


def test_an_empty_feed() -> None:
    assert feed("<rss><channel><title>x</title></channel></rss>") == []


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss><channel><item><title>&j;</title><link>/a</link></item></channel></rss>"
)


@pytest.mark.parametrize("broken", ["", "&nbsp;"])
def test_billion_laughs(broken: str) -> None:
    assert "trap" in refused(LAUGHS.replace("<rss>", f"<rss>{broken}")).what


def test_files_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سر")
    trap = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + item("&a;")
    assert "trap" in refused(trap).what


def test_a_page_names_its_feeds() -> None:
    page = """<?xml version="1.0"?><!-- x --><!DOCTYPE html><html><head>
      <link rel='stylesheet' href='x.css'><LINK href=/rss.xml?a=1&amp;b=2
      TYPE="application/rss+xml" rel="alternate home"></head><body>خبر</body></html>"""
    error = refused(page)
    assert "https://site.example/rss.xml?a=1&b=2" in error.what
    assert "web page" in error.what
    assert "names none" in refused("<!doctype HTML><html><body>x</body></html>").what


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("<urlset><url/></urlset>", "urlset"), ("<rss><channel>", "broken"), ("", "broken"),
        ("{}", "broken"), (b"\x00\x01\x02\x03" * 50, "broken"), (b"%PDF-1.7", "PDF"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "link"),
        ("<a>" * 50_000, "more parts"), ("<a>" + "<b/>" * 1_000_001, "more parts"),
    ],
)  # fmt: skip
def test_no_feed(text: str | bytes, word: str) -> None:
    assert word in refused(text).what
