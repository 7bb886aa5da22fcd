"""A promise is told in the line's own words: "po by eom", and not the sentence that was read in it.

Where the clause leaves out what it is about ("sending it Tue", "both by Fri"), the sentence that was meant says more.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.reading.languages.otherlanguages import is_foreign
from bot.reading.promises.promised import Promised

_WORD = re.compile(r"[^\W_][\w'’-]*")
# What a reading puts into a clause: who acts, and that a thing changes hands.
_PUT_IN = frozenset(
    "send submit have get give do answer work be make it them us me to back over in on by from of the a an our their her his its my".split()
)
_LEAD = re.compile(r"^(?:(?:and|but|then|so)\s+)+", re.IGNORECASE)
# What they need or want, and we are to do, is told as what we do.
_THEIR_WISH = re.compile(
    r"(?:[\w'’.-]+\s+){0,3}?(?:needs|wants|expects|requests|asks\s+for|asked\s+for|would\s+like|(?:they|both)\s+(?:need|want|expect))\b",
    re.IGNORECASE,
)
_STEM = 3  # letters by which "sends" is send, and "logs" log


def own_words(text: str, typed: str, *, is_ours: bool = False) -> str:
    """`typed` where it names all that the promise is about; else empty. "dana needs the quote Tue" is no promise of ours in words."""
    if is_ours and _THEIR_WISH.match(_LEAD.sub("", typed)):
        return ""
    if not typed or is_foreign(typed):
        return typed
    said = [word.lower() for word in _WORD.findall(typed)]
    meant = (word.lower() for word in _WORD.findall(text))
    is_whole = all(word in _PUT_IN or any(one.startswith(word[:_STEM]) for one in said) for word in meant)
    return _LEAD.sub("", typed).strip(" .,;") if is_whole else ""


def retyped(made: Sequence[Promised], as_typed: Callable[[str], str]) -> tuple[Promised, ...]:
    """With the short words and slips of the line, which were read in full."""
    return tuple(replace(one, raw=as_typed(one.raw), typed=as_typed(one.typed)) for one in made)
