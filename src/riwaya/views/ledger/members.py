"""Accounts and the audit log as text, one line each."""

from __future__ import annotations

from riwaya.ledger.team.accounts import Account
from riwaya.ledger.team.audit import Entry
from riwaya.views.visible import one_line


def account(a: Account) -> str:
    """`رنا: reviewer, groups: inner; second factor`."""
    groups = f", groups: {', '.join(sorted(a.groups))}" if a.groups else ""
    more = (
        "" if a.active else "not active",
        "second factor" if a.second_factor else "",
        f"outside login: {a.outside}" if a.outside else "",
        "" if a.has_password else "no password",
    )
    return one_line("; ".join([f"{a.name}: {a.role}{groups}", *filter(None, more)]))


def entry(e: Entry) -> str:
    """`17. 2023-05-16 10:00:00 رنا: export incidents (csv)`."""
    when = e.at.strftime("%Y-%m-%d %H:%M:%S")
    detail = f" ({e.detail})" if e.detail else ""
    return one_line(f"{e.id}. {when} {e.account or 'nobody'}: {e.act} {e.of}{detail}")
