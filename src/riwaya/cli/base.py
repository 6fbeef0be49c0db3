"""What the commands share: wrong usage, and lines on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


class Usage(Exception):
    """What was asked for cannot be done; the message says why and gives a way out."""


def say(line: str) -> None:
    """One line on standard error; a terminal that cannot show Arabic gets escapes."""
    from riwaya.views.visible import one_line

    shown = one_line(line)
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with suppress(OSError):
        print(shown.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def own_lexicon() -> Path:
    """The user's folder of tables that commands read where no other is given."""
    return Path.home() / ".riwaya" / "lexicon"


def lexicon_folders(given: Sequence[str]) -> tuple[Path, ...]:
    """The folders given with --lexicon; without one the user's own, where it is there."""
    if given:
        return tuple(Path(folder).resolve() for folder in given)
    own = own_lexicon()
    return (own,) if any(own.glob("*.tsv")) else ()


def unicode_output() -> None:
    """Makes standard output UTF-8, on which a lone surrogate becomes its escape."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
