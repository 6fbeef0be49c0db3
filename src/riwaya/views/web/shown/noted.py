"""What the audit log says beside who did what to which record, in the language of who reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from riwaya.views.web.shown.pieces import Fill, Forms, Piece, Told, foreign

_ACCOUNT = (
    "{role}, groups: none, not active",
    "{role}, groups: {groups}, not active",
    "{role}, groups: none",
    "{role}, groups: {groups}",
    "password",
    "outside login linked",
    "outside login unlinked",
)
NOTES: Mapping[str, tuple[str, ...]] = {
    "login": ("from {client}, outside login", "from {client}"),
    "login_failed": (
        "from {client}, outside login without an account",
        "from {client}, {failure}",
    ),
    "account_added": _ACCOUNT,
    "account_changed": _ACCOUNT,
    "read_restricted": (
        "incident {id}, {n} more",
        "incident {id}",
        "{through}, {n} more",
        "{through}",
    ),
    "export": ("whole", "coarse", "whole, {fields}", "coarse, {fields}"),
    "judge": ("{about} {decision}",),
    "restrict": ("for all", "{group}"),
    "purge": ("traces left in the file",),
    "add": ("{material}",),
}
"""The forms of what is noted of an act; of two that fit the one that says more comes first."""
BY_TOKEN = ("by token;", "by token; {detail}")
"""What a program did in somebody's name."""
FAILURES = ("password", "no such account", "code")
"""Why a login failed: the catalogue's `failure`."""
THROUGH = (
    "search", "list", "outlets", "actor", "relations", "export", "preview", "review", "names",
    "network",
)  # fmt: skip
"""By which page or route words of a restricted report were shown: the catalogue's `through`."""
RECORDS = ("token {id}",)
"""Records that have no id of their own. An account may be called so too: the act tells."""
_OF_TOKENS = ("token_made", "token_revoked")
FORMS = tuple(dict.fromkeys((*(f for of in NOTES.values() for f in of), *BY_TOKEN, *RECORDS)))
_FORMS = {act: Forms(forms) for act, forms in NOTES.items()}
_BY_TOKEN = Forms(BY_TOKEN)
_RECORDS = Forms(RECORDS)
_Gettext = Callable[[str], str]


def noted(act: str, detail: str, gettext: _Gettext, labels: Mapping[str, Fill]) -> Told:
    """The detail of an act, as it is where it has no form; `labels` give words for its parts."""

    def inner(said: str) -> list[Piece] | None:
        return _FORMS[act].told(said, gettext, labels) if act in _FORMS else None

    by_token: Mapping[str, Fill] = {"detail": lambda said: inner(said) or foreign(said)}
    pieces = _BY_TOKEN.told(detail.strip(), gettext, by_token) or inner(detail)
    return Told(tuple(pieces)) if pieces else Told((Piece(detail),), known=False)


def record(act: str, of: str, gettext: _Gettext) -> Told:
    """The record of an act: an id or a name as it is, a token by the word for it."""
    pieces = _RECORDS.told(of, gettext, {}) if act in _OF_TOKENS else None
    return Told(tuple(pieces or [Piece(of, apart=True)]))
