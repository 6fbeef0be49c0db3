"""How the process that reads is to read: one line of JSON, which it is told when it starts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

OUT_OF_REACH = 75  # the reading process's exit status where the ledger cannot be used for now


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The ledger's location with its password, folders of tables, a tagger, how to fetch.

    `delay` is in seconds between two requests to one site. Without `fetches` no address is
    fetched.
    """

    location: str
    lexicons: tuple[Path, ...] = ()
    tagger: str | None = None
    proxy: str | None = None
    delay: float = 2.0
    user_agent: str | None = None
    fetches: bool = True

    @property
    def line(self) -> str:
        """All of it as one line of JSON, with its line end."""
        folders = [str(folder) for folder in self.lexicons]
        return json.dumps({**asdict(self), "lexicons": folders}) + "\n"

    @classmethod
    def of_line(cls, line: str) -> ReaderSettings:
        """What `line` wrote."""
        said = json.loads(line)
        return cls(**{**said, "lexicons": tuple(Path(folder) for folder in said["lexicons"])})
