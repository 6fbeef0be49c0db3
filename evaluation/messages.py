"""Brings the Arabic catalogue up to date: adds what is asked for, takes out what is not any more.

usage: messages.py [--missing]

Translations stay as they are. `--missing` only prints what has none yet.
"""

from __future__ import annotations

import argparse
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from collected import WEB, Key, messages

PATH = WEB / "locale" / "ar" / "messages.po"


def catalogue() -> Catalog:
    """The Arabic catalogue as it is kept."""
    with PATH.open("rb") as file:
        return read_po(file, locale="ar")


def key(m: Message) -> Key:
    """What a message of the catalogue is asked for by."""
    one, many = m.id if isinstance(m.id, tuple) else (m.id, "")
    return m.context or "", one, many


def brought_up(kept: Catalog) -> Catalog:
    """A catalogue of all messages, with the translations of another."""
    had = {key(m): m.string for m in kept if m.id}
    made = Catalog(locale="ar")
    for context, one, many in messages():
        string = had.get((context, one, many)) or (("",) * 6 if many else "")
        made.add((one, many) if many else one, string, context=context or None)
    return made


def missing(of: Catalog) -> list[Key]:
    """The messages that have no translation, or not all forms of one."""
    return [key(m) for m in of if m.id and not all(forms(m))]


def forms(m: Message) -> tuple[str, ...]:
    """The translation in all its forms."""
    return tuple(m.string) if isinstance(m.string, (tuple, list)) else (m.string,)


def written(of: Catalog, head: str) -> bytes:
    """A catalogue as a file, under the head of the one that is kept."""
    body = BytesIO()
    write_po(body, of, width=0, omit_header=True, ignore_obsolete=True)
    return f"{head}\n\n".encode() + body.getvalue().strip() + b"\n"


def main() -> None:
    """Writes the catalogue and prints what it misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missing", action="store_true")
    made = brought_up(catalogue())
    if not parser.parse_args().missing:
        head = PATH.read_text("utf-8").partition("\n\n")[0].rstrip()
        PATH.write_bytes(written(made, head))
    for context, one, many in missing(made):
        print("\t".join(filter(None, (context and f"[{context}]", one, many))))


if __name__ == "__main__":
    main()
