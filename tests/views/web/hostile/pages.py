"""Looks into a page as a browser takes it: which markup is there, which addresses it leads to."""

from __future__ import annotations

from html.parser import HTMLParser

OURS = (
    "script",
    "style",
    "link",
    "meta",
    "iframe",
    "object",
    "embed",
    "base",
    "form",
    "img",
    "svg",
)
_LEADS = ("href", "src", "action", "formaction", "xlink:href", "data", "poster")


class Page(HTMLParser):
    """What of a page runs, loads or leads somewhere; attributes by name."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.scripts: list[str] = []  # text inside script elements
        self.styles: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps an element."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        """Leaves an element."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keeps text."""
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside == "style":
            self.styles.append(data)
        else:
            self.text.append(data)

    @property
    def leads(self) -> list[str]:
        """Addresses that it leads to or loads."""
        return [v for _, name, v in self.attributes if name in _LEADS]

    @property
    def inline(self) -> list[str]:
        """What a strict policy forbids: scripts and styles in the page, attributes that run."""
        found = [s for s in (*self.scripts, *self.styles) if s.strip()]
        found += [
            f"{tag} {name}={value}" for tag, name, value in self.attributes
            if name == "style" or name.startswith("on")
        ]  # fmt: skip
        return found + [
            v for v in self.leads if v.strip().lower().startswith(("javascript:", "data:text"))
        ]
