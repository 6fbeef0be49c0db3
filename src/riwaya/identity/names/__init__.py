"""The parts of a person's name, and a key that its spellings share.

Takes: the words of a name, with what the lexicon knows of them. Gives: a `PersonName`.
Never: says that two names are one person.
"""

from riwaya.identity.names.mentions import names_of
from riwaya.identity.names.parts import analyse

__all__ = ["analyse", "names_of"]
