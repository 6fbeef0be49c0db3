"""`riwaya team add | list | change | password | second-factor | deactivate | audit`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import AsJson, Location, day, opened, write

if TYPE_CHECKING:
    from riwaya.ledger.team.accounts import Account

BY = "(command line)"
"""Who acts, in the audit log: who has the ledger's file needs no account."""

app = typer.Typer(name="team", help="Who may use a ledger: accounts, roles, the audit log.")
_Name = Annotated[str, typer.Argument(metavar="NAME", help="Of the account.")]
_Role = Annotated[
    str, typer.Option("--role", metavar="ROLE", help="reader, coder, reviewer or admin.")
]
_FromInput = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input.")
]


@app.command()
def add(
    ledger: Location,
    name: _Name,
    role: _Role = "reader",
    group: Annotated[
        list[str] | None,
        typer.Option("--group", metavar="GROUP", help="Sees what is restricted to it; repeatable."),
    ] = None,
    password_stdin: _FromInput = False,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="It has an outside login alone.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Adds an account; asks for its password twice."""
    if password_stdin and no_password:
        raise Usage("--password-stdin and --no-password: give one of them.")
    with opened(ledger) as found:
        password = None if no_password else _password(password_stdin)
        made = found.team.add(name, password, role, group or (), by=BY)
    return _told(made, as_json)


@app.command(name="list")
def list_(ledger: Location, as_json: AsJson = False) -> int:
    """Lists the accounts."""
    from riwaya.views.ledger.members import account
    from riwaya.views.ledger.record import line

    with opened(ledger) as found:
        known = found.team.accounts()
    if as_json:
        return write(f"{line(a)}\n" for a in known)
    none = f"No accounts yet. Add one: riwaya team add {ledger} NAME --role admin\n"
    return write([f"{account(a)}\n" for a in known] or [none])


@app.command()
def change(
    ledger: Location,
    name: _Name,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="Its role from now on.")
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group", metavar="GROUP", help="Its groups from now on; repeatable."),
    ] = None,
    no_groups: Annotated[bool, typer.Option("--no-groups", help="It has no groups.")] = False,
    active: Annotated[bool, typer.Option("--active", help="It may log in again.")] = False,
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="URL", help="Of its outside login.")
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="ID", help="Who it is there.")
    ] = None,
    unlink: Annotated[bool, typer.Option("--unlink", help="It has no outside login.")] = False,
    as_json: AsJson = False,
) -> int:
    """Changes an account; it has to log in again."""
    if group and no_groups:
        raise Usage("--group and --no-groups: give one of them.")
    if (issuer is None) != (subject is None) or (issuer is not None and unlink):
        raise Usage("an outside login: give --issuer and --subject, or --unlink.")
    if role is None and not (group or no_groups or active or issuer or unlink):
        raise Usage(f"team change: what of {name}? See riwaya team change --help.")
    groups = () if no_groups else group or None
    with opened(ledger) as found:
        if issuer is not None and subject is not None:
            found.team.link(name, issuer, subject, by=BY)
        if unlink:
            found.team.unlink(name, by=BY)
        if role is not None or groups is not None or active:
            found.team.change(name, role=role, groups=groups, active=active or None, by=BY)
        made = found.team.account(name)
    return _told(made, as_json)


@app.command()
def password(ledger: Location, name: _Name, password_stdin: _FromInput = False) -> int:
    """Sets an account's password; it has to log in again."""
    with opened(ledger) as found:
        found.team.account(name)
        found.team.set_password(name, _password(password_stdin), by=BY)
    return write([f"The password of {name} is set.\n"])


@app.command(name="second-factor")
def second_factor(
    ledger: Location,
    name: _Name,
    off: Annotated[bool, typer.Option("--off", help="Ask for no code any more.")] = False,
) -> int:
    """Takes the second factor from an account whose device is lost; it is set up in the web."""
    if not off:
        raise Usage(
            f"a second factor is set up by its owner, in the workspace. To take it from {name}, "
            "give --off."
        )
    with opened(ledger) as found:
        found.team.second_factor_off(name, by=BY)
    return write([f"{name} is asked for no code any more.\n"])


@app.command()
def deactivate(ledger: Location, name: _Name, as_json: AsJson = False) -> int:
    """Ends an account's sessions and tokens; what it did stays on record."""
    with opened(ledger) as found:
        made = found.team.change(name, active=False, by=BY)
    return _told(made, as_json)


@app.command()
def audit(
    ledger: Location,
    account: Annotated[
        str | None, typer.Option("--account", metavar="NAME", help="Only what it did.")
    ] = None,
    act: Annotated[
        str | None, typer.Option("--act", metavar="ACT", help="Only this, as export.")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="ID", help="Only of this record or account.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    before: Annotated[
        int | None, typer.Option("--before", metavar="NUMBER", help="Older than this entry.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> int:
    """Lists who did what, the newest first: logins, reads of restricted records, exports."""
    from datetime import UTC, datetime, time, timedelta

    from riwaya.ledger.team.audit import Wanted
    from riwaya.views.ledger.members import entry
    from riwaya.views.ledger.record import line

    if limit < 1:
        raise Usage(f"--limit {limit}: how many at most. Give 1 or more.")
    first, last = day("--since", since), day("--until", until)
    start = datetime.combine(first, time(), UTC) if first else None
    end = datetime.combine(last, time(), UTC) + timedelta(1) if last else None
    with opened(ledger) as found:
        kept = found.team.audit(Wanted(account, act, of, start, end, before, limit))
    if as_json:
        return write(f"{line(e)}\n" for e in kept)
    return write([f"{entry(e)}\n" for e in kept] or ["Nothing is on record.\n"])


def _told(made: Account, as_json: bool) -> int:
    from riwaya.views.ledger.members import account
    from riwaya.views.ledger.record import line

    return write([f"{line(made) if as_json else account(made)}\n"])


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Usage("the password is asked for on a terminal. Elsewhere give --password-stdin.")
    given = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return str(given)
