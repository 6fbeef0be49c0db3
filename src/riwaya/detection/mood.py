"""Where a verb form that is written so only in the jussive («يقل») may stand.

Takes: a text and the number of a word. Gives: whether the jussive is called for there.
Never: chooses among the forms of a word.
"""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.text import Text

_ROLE = "jussive"  # of لم، لما، لا in the table of function words
_CONJUNCTIONS = ("و", "ف")


def jussive_allowed(text: Text, i: int) -> bool:
    """Whether a word that calls for the jussive stands before word `i`, also with و or ف."""
    if not i:
        return False
    before, words = text.words[i - 1].key, text.roles.get(_ROLE, frozenset())
    return before in words or (before[:1] in _CONJUNCTIONS and before[1:] in words)


def mood_fits(text: Text, i: int, hit: Hit) -> bool:
    """Whether the verb form found at word `i` can stand there: a jussive only where allowed.

    «ل» written on the verb («ليقل») calls for it as well.
    """
    form, split = hit
    return not form.jussive or split.prep == "ل" or jussive_allowed(text, i)
