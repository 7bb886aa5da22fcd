"""What is only sound when a line is spoken into a phone ("um", "so yeah") tells nothing, and stands in no promise.

"um" is a word elsewhere ("um 9 Uhr", "um recado"): it goes only from a line whose other words are English.
"""

import re
from itertools import chain

_ENGLISH = re.compile(r"\b(?:the|she|they|said|and|wants|with|about|his|has|was|is|to)\b", re.IGNORECASE)
_FEWEST_WORDS = 2  # of English, beside it
_SOUND = r"(?:u[hm]+|erm|hmm+|you\s+know(?=,)|basically|(?:(?:so|okay|ok|yeah|yep|alright|well|anyway)\s+){1,3}(?:yeah|yep|okay|alright|basically|u[hm]+))"
_MET = re.compile(r"\b(?:u[hm]+|erm|hmm+|you\s+know,|basically|yeah|yep|okay|alright)\b", re.IGNORECASE)
_SOUNDS = re.compile(rf"(?<![\w'’-]){_SOUND}(?![\w'’-])\s*,?\s*", re.IGNORECASE)


def unhesitating(text: str) -> str:
    """ "and um she sends it" -> "and she sends it"; the text itself where it has none."""
    if not _MET.search(text) or len(_ENGLISH.findall(text)) < _FEWEST_WORDS:
        return text
    return _SOUNDS.sub("", text).strip(" ,")


def as_spoken(words: str, typed: str) -> str:
    """`words` as they stand in `typed`, with every sound between them; as they are where they stand nowhere."""
    if not words or not _MET.search(typed):
        return words
    looked_for = " ".join(words.replace(",", " ").split()).lower()
    letters = _heard(typed)
    heard = "".join(letter for letter, _ in letters)
    at = heard.find(looked_for)
    while at > 0 and heard[at - 1].isalnum():
        at = heard.find(looked_for, at + 1)
    return typed[letters[at][1] : letters[at + len(looked_for) - 1][1] + 1] if at >= 0 and looked_for else words


def _heard(typed: str) -> list[tuple[str, int]]:
    """Each small letter that is no sound and no comma, and where it stood; blanks are one."""
    sounds = set(chain.from_iterable(range(*found.span()) for found in _SOUNDS.finditer(typed)))
    letters: list[tuple[str, int]] = []
    for at, letter in enumerate(typed):
        if at in sounds or letter == ",":
            continue
        if not letter.isspace():
            letters.append((letter.lower()[:1], at))
        elif letters and letters[-1][0] != " ":
            letters.append((" ", at))
    return letters
