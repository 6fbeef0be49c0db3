"""An address without what says nothing of which report it is: equal addresses are one report's."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_ASIDE = re.compile(r"utm_.*|fbclid|gclid|igshid|mc_[ce]id|ref|amp|share|outputType", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp)?/*$", re.IGNORECASE)


def address(url: str | None) -> str | None:
    """The host and path of a web address, with those parameters that may matter; None of none."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return url.strip()
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True)
            if not _ASIDE.fullmatch(k)]  # fmt: skip
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{host}{_AMP.sub('', parts.path)}{query}"
