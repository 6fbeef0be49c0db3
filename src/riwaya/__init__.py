"""Riwaya reads Arabic reports of armed conflict: who says who did what to whom, and whether it was.

    import riwaya
    reading = riwaya.read("قُتل مدني بقصف على بلدة حيان.", published=date(2023, 5, 16))

Takes: text. Gives: frozen, typed nouns of `riwaya.model`. Never: needs the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from riwaya.detection.taggers import Tagger
    from riwaya.ledger import Ledger
    from riwaya.model import FoundNumber, FoundTime, PersonName, Reading

__version__ = "0.1.0"
__all__ = ["Ledger", "__version__", "analyse_name", "find_numbers", "find_times", "read"]


def read(
    text: str,
    *,
    published: date | None = None,
    outlet: str | None = None,
    id: str | None = None,
    tagger: Tagger | None = None,
) -> Reading:
    """The reading of one report.

    Offsets count code points of `reading.report.text`, which is `text` with LF line ends and
    without a leading byte-order mark. `published` anchors relative times. Without an `id` the
    report gets the first 16 digits of its text's SHA-256. A text that says nothing of conflict
    gives a reading without statements. `tagger` is a function of yours that finds names where
    the rules find none: see `riwaya.detection.taggers`. Raises TypeError for what is not a
    string, and TaggerError where the tagger fails.
    """
    if not isinstance(text, str):
        raise TypeError(f"riwaya.read takes a string, not {type(text).__name__}")
    _check_day("published", published)
    from dataclasses import replace

    from riwaya.model import Report
    from riwaya.pipeline import read_report, reader

    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    report = Report(plain, id or "", published=published, outlet=outlet)
    if not id:
        report = replace(report, id=report.sha256[:16])
    made = reader()
    return read_report(report, replace(made, tagger=tagger) if tagger else made)


def find_times(text: str, reference: date | None = None) -> list[FoundTime]:
    """The time expressions of a text, in order, with the days they mean.

    `reference` is the day against which relative expressions («أمس») are reckoned; without it
    their days are None where they hang on it.
    """
    from riwaya.detection.times import find_times as find

    _check_day("reference", reference)
    return find(text, reference)


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers and quantities of a text, in order, with their values and bounds."""
    from riwaya.detection.numbers import find_numbers as find

    return find(text)


def analyse_name(name: str) -> PersonName:
    """The parts of a person's name, titles before it cut off but kept.

    `key` is the same for spellings that differ in hamza, diacritics, joined or split «أبو» and
    «عبد», the case of a kunya, and the variants of `name_variants.tsv`. Raises nothing on text;
    of what is no name it makes the best it can.
    """
    from riwaya.identity.names import analyse
    from riwaya.pipeline import reader

    made = reader()
    return analyse(name, made.analyser, made.function_words)


def _check_day(name: str, day: object) -> None:
    from datetime import date

    if day is not None and not isinstance(day, date):
        raise TypeError(f"{name} takes a datetime.date, not {day!r}: date.fromisoformat makes one")


def __getattr__(name: str) -> object:
    """`riwaya.Ledger`, loaded when it is asked for: a database is no light import."""
    if name == "Ledger":
        from riwaya.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
