"""Messages made while running, found again in the catalogue by the form that they have.

The ledger and the guard put their messages in English, with names and numbers in them. Those that
people see most have their form here; any other is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

FORMS = (
    "{a} deny what {b} say",
    "{a} say that they did it",
    "independent sources say so: {a}",
    "one source says so: {a}",
    "no two independent sources say so: {a}",
    "no source says that it was done",
    "{id}: no such incident. riwaya incidents LEDGER lists them.",
    "no incident is in this ledger yet. riwaya add brings reports in.",
    "{id}: no such report in this ledger. Check its id.",
    "{id}: no such statement in this ledger. Check its id.",
    "{id}: no such incident in this ledger. Check its id.",
    "{id}: no such entity in this ledger. Check its id.",
    "{id}: no statement of an event in this ledger. Check its id.",
    "{id}: nobody in this ledger is called so. Search for a name.",
    "{id}: no judgement of that number. riwaya judgements lists them.",
    "{id}: no such job. Look at the list of what was added.",
    "{id}: no such account. Look at the list of accounts.",
    "token {id}: none of yours. Look at the list of your tokens.",
    "{name}: this account is there already. Give another name.",
    "{name} is the last active admin. Make another account admin first.",
    "{name}: no name of an account. Begin with a letter or digit, and give {n} characters at most.",
    "the code does not fit. Check the device's clock and give the next code.",
    "the password has {n} characters. Give {least} or more, as four words that do not belong "
    "together.",
    "the password is too long. Give {n} characters at most.",
    "the password is little more than the name. Give another.",
    "the password is a few characters again and again. Give another.",
    "{text} has no word to search for. Type at least one word or number that has to be found.",
    "A search takes at most {n} words. Type fewer.",
    "page: {given} is no number of a page. Give 1 or more.",
    "accounts: {given} is no number of an account. Give 1 or more.",
    "{field}: {given} is no day. Write it as 2023-05-16.",
    "{given} is no day. Write it as 2023-05-16.",
    "{field}: give a day as YYYY-MM-DD.",
    "happened: {given}. Give yes or no.",
    "review: {given}. Give untouched, reviewed or differ.",
    "kind: {given}. Give {choices}.",
    "page: the queue is shown up to page {n}. Narrow the selection.",
    "«{given}»: these words are not in the report. Type them as they stand there.",
    "{given}: is no web address. Begin it with https://.",
)
"""What stands in braces differs from message to message."""


def translated(gettext: Callable[[str], str], message: str) -> str:
    """A message in the catalogue's language, with its names and numbers; else as it is."""
    whole = gettext(message) if message else ""  # of the empty one it has the catalogue's head
    if whole != message:
        return whole
    for form, pattern in _PATTERNS:
        found = pattern.fullmatch(message)
        if found:
            return gettext(form).format(**found.groupdict())
    return message


def pattern(form: str) -> re.Pattern[str]:
    """What messages of a form look like; each part that differs is a group of its name."""
    parts = re.split(r"\{(\w+)\}", form)
    made = [f"(?P<{p}>.+)" if n % 2 else re.escape(p) for n, p in enumerate(parts)]
    return re.compile("".join(made), re.DOTALL)


_PATTERNS = tuple((form, pattern(form)) for form in FORMS)
