"""Nothing was heard: "nothing", "still no word", "not a peep from her". A call that nobody took is a try, and told as one."""

import re

from bot.reading.words.speech import NAME

_FROM = rf"(?:from\s+(?:her|him|them|there|anybody|anyone|{NAME})|of\s+(?:her|him|them))"
_SILENCE = re.compile(
    r"^(?:(?:no|nope|nah|still|again|and|but|sadly|so\s+far|yet|heard|(?:i|we)(?:['’]ve|\s+have)?\s+heard)[\s,:]+)*"
    r"(?:nothing|nada|zilch|crickets|(?:radio\s+|total\s+|complete\s+)?silence|not\s+a\s+(?:word|peep|sound|thing)|no\s+(?:news|word|sign(?:\s+of\s+life)?)|(?:i|we)?\s*have\s?n['’]?t\s+heard(?:\s+(?:anything|a\s+thing))?)"
    rf"(?:[\s,]+(?:heard|back|yet|so\s+far|at\s+all|still|today|again|since|from\s+that\s+side|{_FROM}))*[\s.!]*$",
    re.IGNORECASE,
)


def is_silence(text: str) -> bool:
    """The whole of what is told; "nothing new, I call her Fri" tells of a talk."""
    return bool(_SILENCE.match(text.strip()))
