"""Names that look the same and are not: a letter of another alphabet stands for a Latin one. Nothing is taken for the other by
this; somebody is only told of it.
"""

import unicodedata

from bot.hygiene import LOOK_LATIN
from bot.reading.naming.namekeys import key


def looks(name: str) -> str:
    """The key of what a name looks like."""
    return key(name.translate(LOOK_LATIN))


def foreign(name: str, said: str) -> str:
    """The first letter by which a name is another one than was said, though both look the same; empty for none."""
    if key(name) == key(said) or looks(name) != looks(said):
        return ""
    return next((letter for letter in name if ord(letter) in LOOK_LATIN and letter not in said), "")


def alphabet(letter: str) -> str:
    """ "Cyrillic", "Greek"."""
    return unicodedata.name(letter).split()[0].title()
