"""Reports come in: text whose offsets never move.

Takes: files, folders, pages, archives, documents, tables and bytes in whatever encoding.
Gives: reports as they arrived, addresses of reports, problems; folded text with a map back, and
its segments.
Never: knows what a word means, changes a report's text, or stops at a bad input.
"""

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.folding import Folded, fold, key
from riwaya.corpus.html import NoArticle, Page, extract
from riwaya.corpus.segments import Kind, Segment, segment
from riwaya.corpus.sources import LARGEST, SUFFIXES, open_arrivals, open_sources

__all__ = [
    "LARGEST", "SUFFIXES", "DecodingError", "Folded", "Kind", "NoArticle", "Page", "Segment",
    "decode", "extract", "fold", "key", "open_arrivals", "open_sources", "segment",
]  # fmt: skip
