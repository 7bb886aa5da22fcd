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
    spans = [range(*found.span()) for found in _SOUNDS.finditer(typed)]
    sounds = set(chain.from_iterable(spans))
    kept = [at for at in range(len(typed)) if at not in sounds]  # where each letter stood that is no sound
    looked_for = r",?\s+".join(re.escape(word.rstrip(",")) for word in words.split())
    found = re.search(rf"(?<!\w){looked_for}", "".join(typed[at] for at in kept), re.IGNORECASE)
    return typed[kept[found.start()] : kept[found.end() - 1] + 1] if found else words
