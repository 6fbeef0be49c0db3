"""Those who work on a ledger, for the web and the command line: each verb is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from riwaya.ledger.database import reading, writing_at_once, writing_beside
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.team import accounts, audit, holds, listed, login, sessions, tokens
from riwaya.ledger.team.accounts import Account
from riwaya.ledger.team.audit import Act, Entry, Wanted
from riwaya.ledger.team.login import Refused, Started
from riwaya.ledger.team.sessions import Session
from riwaya.ledger.team.tokens import Bearer, Token


def _now() -> datetime:
    return datetime.now(UTC)


class Team:
    """Accounts, sessions, tokens, holds and the audit log of a ledger.

    `by` is who does it, for the audit log. `clock` gives the time in UTC.
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = _now) -> None:
        self._engine = engine
        self._clock = clock

    # Logins and sessions

    def login(self, name: str, password: str, code: str | None, client: str) -> Started | Refused:
        """Starts a session of who has the password, and the code where one is asked for."""
        return login.login(self._engine, name, password, code, client, self._clock())

    def outside_login(self, issuer: str, subject: str, client: str) -> Started | Refused:
        """Starts a session of the account that is linked to an outside login."""
        return login.outside(self._engine, issuer, subject, client, self._clock())

    def confirm(self, name: str, password: str, code: str | None, client: str) -> Refused | None:
        """Asks who is logged in once more, before something that matters."""
        return login.confirm(self._engine, name, password, code, client, self._clock())

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie; that it was used is kept once a minute at most."""
        now = self._clock()
        with reading(self._engine) as connection:
            found = sessions.find(connection, cookie, now)
        if found is not None and found.is_to_note(now):
            with suppress(LedgerError), writing_at_once(self._engine) as connection:
                sessions.note_use(connection, found, now)
        return found

    def logout(self, session: Session) -> None:
        """Ends a session."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            sessions.end(connection, session.key)
            audit.note(connection, session.account, "logout", session.account, at=now)

    # Accounts

    def accounts(self) -> list[Account]:
        """All accounts by name."""
        with reading(self._engine) as connection:
            return accounts.listed(connection)

    def account(self, name: str) -> Account:
        """An account by its name. Raises NotFound."""
        with reading(self._engine) as connection:
            return accounts.one(connection, name)

    def add(
        self, name: str, password: str | None, role: str, groups: Collection[str] = (), *, by: str
    ) -> Account:
        """Adds an account. Raises LedgerError."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            made = accounts.add(connection, name, password, role, groups, now)
            audit.note(connection, by, "account_added", made.name, _shown(made), at=now)
        return made

    def change(
        self, name: str, *, role: str | None = None, groups: Collection[str] | None = None,
        active: bool | None = None, by: str,
    ) -> Account:  # fmt: skip
        """Changes role, groups or whether it is active; ends its sessions. Raises LedgerError."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            made = accounts.change(
                connection, name, role_name=role, groups=groups, active=active, now=now
            )
            audit.note(connection, by, "account_changed", made.name, _shown(made), at=now)
        return made

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """Sets a password; ends the account's sessions. Raises LedgerError."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.set_password(connection, name, password, now)
            known = accounts.known_as(name)
            audit.note(connection, by, "account_changed", known, "password", at=now)

    def change_own_password(self, name: str, password: str) -> Started:
        """Sets one's own password after `confirm`: every session ends, and this one starts anew.

        Raises LedgerError.
        """
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.set_password(connection, name, password, now)
            audit.note(connection, name, "account_changed", name, "password", at=now)
            return Started(name, sessions.start(connection, name, now))

    def link(self, name: str, issuer: str, subject: str, *, by: str) -> None:
        """Links an outside login to an account. Raises LedgerError."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.link(connection, name, issuer, subject)
            known = accounts.known_as(name)
            audit.note(connection, by, "account_changed", known, "outside login linked", at=now)

    def unlink(self, name: str, *, by: str) -> None:
        """Takes the outside login from an account. Raises NotFound."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.unlink(connection, name)
            known = accounts.known_as(name)
            audit.note(connection, by, "account_changed", known, "outside login unlinked", at=now)

    def second_factor_on(self, name: str, secret: str, code: str) -> Started:
        """Asks for a code from now on: every session ends, and this one starts anew.

        Raises LedgerError where the code does not fit.
        """
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.confirm_second_factor(connection, name, secret, code, now)
            known = accounts.known_as(name)
            audit.note(connection, known, "second_factor_on", known, at=now)
            return Started(known, sessions.start(connection, known, now))

    def second_factor_off(self, name: str, *, by: str) -> None:
        """Asks for no code any more. Raises NotFound."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            accounts.remove_second_factor(connection, name)
            audit.note(connection, by, "second_factor_off", accounts.known_as(name), at=now)

    # Tokens

    def make_token(
        self, account: str | None, name: str, scopes: Collection[str], days: int | None = None
    ) -> tuple[int, str]:
        """Makes a token that lasts some days; its number and what it reads.

        Raises LedgerError, also where the account's role has not all that it is for.
        """
        now = self._clock()
        with writing_beside(self._engine) as connection:
            id, secret = tokens.make(connection, account, name, scopes, days, now)
            audit.note(connection, account or "", "token_made", f"token {id}", at=now)
        return id, secret

    def bearer(self, secret: str) -> Bearer | None:
        """Whom a token stands for; None where it is of no use."""
        with reading(self._engine) as connection:
            return tokens.bearer(connection, secret, self._clock())

    def tokens(self, account: str | None) -> list[Token]:
        """The tokens of an account, or of who works alone."""
        with reading(self._engine) as connection:
            return tokens.listed(connection, account)

    def revoke_token(self, id: int, account: str | None) -> None:
        """Ends a token of an account. Raises NotFound."""
        now = self._clock()
        with writing_beside(self._engine) as connection:
            tokens.revoke(connection, id, account, now)
            audit.note(connection, account or "", "token_revoked", f"token {id}", at=now)

    # The audit log

    def note(self, account: str, act: Act, of: str = "", detail: str = "") -> None:
        """Keeps an act; ids only, never words of a report."""
        with writing_beside(self._engine) as connection:
            audit.note(connection, account, act, of, detail, at=self._clock())

    def note_once(
        self, account: str, act: Act, of: Collection[str], detail: str, *, seconds: int = 3600,
        most: int = 50,
    ) -> None:  # fmt: skip
        """Keeps an act on each of some records where it was not kept in the last `seconds`.

        One that is seen again and again is on record all the same, and the log stays readable.
        Of more than `most` the others are counted.
        """
        now = self._clock()
        since = now - timedelta(seconds=seconds)
        with reading(self._engine) as connection:  # most often there is nothing to write
            fresh = sorted(set(of) - audit.noted(connection, account, act, of, detail, since))
        if not fresh:
            return
        with writing_beside(self._engine) as connection:
            for record in fresh[:most]:
                audit.note(connection, account, act, record, detail, at=now)
            if len(fresh) > most:
                more = f"{detail}, {len(fresh) - most} more"
                audit.note(connection, account, act, detail=more, at=now)

    def restricted_in(self, incidents: Collection[str], groups: Collection[str]) -> frozenset[str]:
        """The restricted reports that tell of some incidents, as who is of these groups sees."""
        with reading(self._engine) as connection:
            return listed.restricted_in(connection, incidents, groups)

    def audit(self, wanted: Wanted | None = None) -> list[Entry]:
        """The acts of the audit log, the newest first. Raises LedgerError."""
        with reading(self._engine) as connection:
            return audit.listed(connection, wanted)

    # Holds

    def hold(self, key: str, account: str, seconds: int = 300) -> str | None:
        """Holds what is under review; who else holds it, or None."""
        with writing_beside(self._engine) as connection:
            return holds.hold(connection, key, account, seconds, now=self._clock())

    def release(self, key: str, account: str) -> None:
        """Lets go of what an account holds."""
        with writing_beside(self._engine) as connection:
            holds.release(connection, key, account)

    def holders(self, keys: Collection[str]) -> dict[str, str]:
        """Who holds which of the keys just now."""
        with reading(self._engine) as connection:
            return holds.holders(connection, keys, now=self._clock())


def _shown(account: Account) -> str:
    groups = ", ".join(sorted(account.groups)) or "none"
    state = "" if account.active else ", not active"
    return f"{account.role}, groups: {groups}{state}"
