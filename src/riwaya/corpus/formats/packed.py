"""Office documents are zip archives: what they unpack to is checked before they are opened."""

from __future__ import annotations

import io
import zipfile

from riwaya.corpus.jsonl import Rejected

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SMALL = 1 << 20  # bytes under which a part may be packed as tightly as it likes
_TIGHT = 200  # times smaller than unpacked: no text or picture of an honest document is
_MANY = 20_000  # parts
_WHOLE = 4  # times the largest report that all parts together may have, pictures included


def check_packed(raw: bytes, kind: str, largest: int, xml: int) -> None:
    """Raises Rejected for what is no such document, is encrypted, or unpacks to too much.

    `largest` bounds each part in bytes, four times as much the whole, `xml` each part of XML.
    """
    if raw.startswith(OLD_OFFICE):
        raise Rejected(
            f"this is no {kind}: it is encrypted, or of an Office before 2007",
            f"Open it, take off the password and save it as {kind}",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise Rejected(
            f"this is no {kind}, or it is damaged", f"Save it again as {kind}"
        ) from error
    tight = any(
        part.file_size > max(_SMALL, _TIGHT * part.compress_size) or part.flag_bits & 1
        for part in parts
    )
    total = sum(part.file_size for part in parts)
    large = any(
        part.file_size > (xml if part.filename.endswith((".xml", ".rels")) else largest)
        for part in parts
    )
    if tight or large or len(parts) > _MANY or total > _WHOLE * largest:
        raise Rejected(
            f"the {kind} unpacks to {total // 1024 // 1024} MB, more than is opened",
            "If it is yours, save its text alone, without pictures",
        )
