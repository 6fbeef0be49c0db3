"""Forms of a page, filled in and sent as a browser without scripts does."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

Fields = dict[str, list[str]]


class Form:
    """One form: where it leads, and what its fields hold as the page came."""

    def __init__(self, action: str, method: str) -> None:
        self.action = action
        self.method = method
        self.fields: Fields = {}
        self.buttons: list[tuple[str, str]] = []  # name and value

    def offers(self, **fields: str) -> bool:
        """Whether it holds these values, or has a button that sends them."""
        return all(
            value in self.fields.get(name, []) or (name, value) in self.buttons
            for name, value in fields.items()
        )

    def send(self, client: TestClient, json: bool = False, **changed: Any) -> Any:
        """Sends it with some fields set to other values, lists for several; gives the answer."""
        given = {
            **self.fields,
            **{k: v if isinstance(v, list) else [v] for k, v in changed.items()},
        }
        headers = {"accept": "application/json"} if json else {}
        return client.request(self.method, self.action, data=given, headers=headers)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes forms and what is in them."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(given.get("action", ""), given.get("method", "get").upper())
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(self._open, tag, given)

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "button" and name:
            form.buttons.append((name, value))
        elif tag == "input" and name:
            boxed = given.get("type") in ("checkbox", "radio")
            if not boxed or "checked" in given:
                form.fields.setdefault(name, []).append(value)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            form.fields[self._select] = [value]

    def handle_endtag(self, tag: str) -> None:
        """Leaves a form or a select."""
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


def forms(html: str) -> list[Form]:
    """All forms of a page, in its order."""
    parser = _Parser()
    parser.feed(html)
    return parser.forms


def form(html: str, action: str, **fields: str) -> Form:
    """The first form that leads there and holds, or offers by a button, these values."""
    return next(f for f in forms(html) if f.action == action and f.offers(**fields))
