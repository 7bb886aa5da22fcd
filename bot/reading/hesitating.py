"""What is only sound when a line is spoken into a phone ("um", "so yeah") tells nothing, and stands in no promise.

"um" is a word elsewhere ("um 9 Uhr", "um recado"): it goes only from a line whose other words are English.
"""

import re

_ENGLISH = re.compile(r"\b(?:the|she|they|said|and|wants|with|about|his|has|was|is|to)\b", re.IGNORECASE)
_FEWEST_WORDS = 2  # of English, beside it
_SOUND = r"(?:u[hm]+|erm|hmm+|you\s+know(?=,)|basically|(?:(?:so|okay|ok|yeah|yep|alright|well|anyway)\s+)+(?:yeah|yep|okay|alright|basically|u[hm]+))"
_MET = re.compile(r"\b(?:u[hm]+|erm|hmm+|you\s+know,|basically|yeah|yep|okay|alright)\b", re.IGNORECASE)
_SOUNDS = re.compile(rf"(?<![\w'’-]){_SOUND}(?![\w'’-])\s*,?\s*", re.IGNORECASE)
_BETWEEN = rf",?(?:\s{_SOUND},?){{0,3}}\s"


def unhesitating(text: str) -> str:
    """ "and um she sends it" -> "and she sends it"; the text itself where it has none."""
    if not _MET.search(text) or len(_ENGLISH.findall(text)) < _FEWEST_WORDS:
        return text
    return _SOUNDS.sub("", text).strip(" ,")


def as_spoken(words: str, typed: str) -> str:
    """`words` as they stand in `typed`, with every sound between them; as they are where they stand nowhere."""
    if not _MET.search(typed):
        return words
    looked_for = _BETWEEN.join(re.escape(word.rstrip(",")) for word in words.split())
    found = re.search(rf"(?<!\w){looked_for}", typed, re.IGNORECASE) if looked_for else None
    return found[0] if found else words
