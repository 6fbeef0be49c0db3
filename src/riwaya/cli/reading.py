"""What reads reports for the commands that put readings into a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from riwaya.cli.base import Usage, lexicon_folders

if TYPE_CHECKING:
    from riwaya.ledger.adding import ReadAll
    from riwaya.model import Problem, Reading, Report


def reads_all(jobs: int, lexicon: Sequence[str] | None, tagger: str | None) -> ReadAll:
    """What `Ledger.add` and `Ledger.reread` read with.

    Raises Usage for tables or a tagger that cannot be used, before a ledger is touched.
    """
    from riwaya.detection.taggers import TaggerError, load_tagger
    from riwaya.lexicons import LexiconError, load
    from riwaya.workers import Options, read_all

    options = Options(lexicon_folders(lexicon or ()), tagger)
    try:
        load(*options.lexicons)
        if tagger is not None:
            load_tagger(tagger)
    except LexiconError as error:
        raise Usage(f"--lexicon {error}" if lexicon else str(error)) from error
    except TaggerError as error:
        raise Usage(f"--tagger {error}") from error

    def read(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        return read_all(items, jobs=jobs, options=options)

    return read
