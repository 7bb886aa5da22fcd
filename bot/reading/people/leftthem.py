"""Who has left a customer, and who is there instead: "Bill from § quit, new guy is Raj", with `NAME` for the deal.

What may be no more than a way out of a room ("is out", "left") tells it only beside somebody new.
"""

import re
from dataclasses import dataclass

from bot.reading.people.somebody import is_word
from bot.reading.words.cutout import NAME


@dataclass(frozen=True)
class Left:
    """Who has left a customer, who is there instead, and on which number, if that is told."""

    who: str
    new: str = ""
    phone: str = ""


_NO_NAME = r"(?!(?:from|at|of|has|is|was|left|quit|no|and|her|his|their|number|nr|phone|cell|on|tel|mail|email|now|there|who|she|he|they|mobile|moves?|moved|retired|resigned)\b)"
_WORD = rf"{_NO_NAME}[^\W\d_][\w'’-]*"
_NAMED = rf"{_WORD}(?:\s+{_WORD})?"
_JOB = r"(?:guy|person|contact|one|lady|woman|man|buyer|owner|boss|director|head|(?:\w+\s+)?manager)"
_SURELY = rf"left\s+(?:the\s+(?:company|firm|business|organi[sz]ation)|{NAME}|them|for\s+good)|(?:no\s+longer|does\s?n['’]t)\s+works?\s+(?:there|at\s+{NAME}|for\s+{NAME})(?:\s+any\s?more)?|no\s+longer\s+(?:there|with\s+(?:{NAME}|them))|quit|resigned|fired|sacked|laid\s+off|retired"
_PERHAPS = r"left|out|gone|leaving|moved\s+on"
_WHEN = r"(?:\s+(?:on\s+|last\s+|this\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\s+(?:yesterday|today|last\s+(?:week|month)))?"
_LAST_DAY = r"(?:[\s,;.]+(?:(?:his|her|their)\s+)?last\s+day\s+(?:was|is)\s+\w+)?"
_NEW = (
    rf"(?:(?:the|my|our|his|her|their)\s+)?(?:(?:new(?:\s+{_JOB})?|successor|replacement)(?:\s+there)?(?:\s+is|['’]s|:)|new\s+{_JOB}|successor|replacement)\s+(?:called\s+|now\s+)?(?P<new>{_NAMED})"
    rf"|(?:ask\s+for|(?:speak|talk)\s+(?:to|with))\s+(?P<ask>{_NAMED})(?:\s+(?:now|instead))?"
    rf"|(?P<instead>{_NAMED})\s+(?:is\s+the\s+new\s+{_JOB}|(?:took|takes|is\s+taking)(?:\s+it)?\s+over|replaces\s+(?:him|her|them)|has\s+(?:his|her|their)\s+job)"
)
_REACHED = r"(?:[\s,;.]*(?:(?:(?:his|her|the)\s+)?(?:number|nr|phone|cell|mobile|tel)\.?(?:\s+is|:)?\s*|on\s+|at\s+)?(?P<phone>\+?\(?\d[\d\s()/.-]{4,18}\d))?(?:[\s,;]+(?:\S{1,40}@\S{1,60}))?"
_LEFT_THEM = re.compile(
    rf"^(?:{NAME}\s+(?:just\s+)?(?:called|says|said)[\s,:]+)?(?P<who>{_NAMED})(?:\s+(?:(?:from|at|of)\s+)?{NAME})?\s+(?:(?:has|have|is|was|just|got)\s+)*"
    rf"(?:(?P<sure>{_SURELY})|(?:{_PERHAPS})){_WHEN}{_LAST_DAY}(?:[\s,;.]+(?:and\s+|so\s+)?(?:{_NEW}){_REACHED})?$",
    re.IGNORECASE,
)


def left_them(line: str) -> Left | None:
    """None where nobody is told to have left, or only to have gone out."""
    found = _LEFT_THEM.match(" ".join(line.split()).strip(" .!"))
    new = (found["new"] or found["ask"] or found["instead"] or "") if found else ""
    if found is None or not (found["sure"] or new) or (new and is_word(new)):
        return None
    return Left(found["who"], new, (found["phone"] or "").strip())
