"""What stands around "signed" in an order: what they changed first, and for how much; never a paper that is no order."""

import re

from bot.reading.words.money import amount_in, money
from bot.reading.words.speech import NAME
from bot.reading.words.spokensums import in_figures

# "signed it 3,200", "signed today for 14,200", "signed 3,900": for how much.
_FOR_HOW_MUCH = re.compile(
    r"(?P<signed>\bsigned(?P<it>(?:\s+(?:it|up|off|today|yesterday|just\s+now|this\s+morning))*))(?:\s+(?P<joint>at|for)\b)?\s+(?P<sum>[$€£]?\d[\d.,]*\s?k?(?:\s+(?:bucks|dollars|euros?|pounds|quid))?)(?:\s+(?:bucks|dollars|euros?|pounds|quid|total|all\s+in))*(?:\s+(?:today|yesterday|just\s+now|now|this\s+(?:morning|afternoon|week)|last\s+night|by\s+(?:e-?mail|docusign)|(?:with|w/)\s+us))*[\s.!]*$",
    re.IGNORECASE,
)


# "upped it to 3 and signed": what they changed before they did.
_CHANGED_FIRST = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:(?:she|he|they)|{NAME})\s+)?(?:just\s+|then\s+)?(?:upped|raised|doubled|changed|added|read|took(?!\s+(?:notes?|minutes|photos?|pictures?|part|an?\s+(?:note|photo|picture|copy))\b)|accepted|increased|cut|dropped|haggled|negotiated)\b[^,;]{{0,50}}?\s+and\s+(?=(?:counter|e-?)?signed\b)",
    re.IGNORECASE,
)


def signed_alone(clause: str, *, is_paper: bool) -> str:
    """ "she upped it to 3 and signed it 3,200" -> "signed it"; `is_paper`: of such a paper what was changed tells nothing."""
    signed = clause if is_paper else _CHANGED_FIRST.sub("", clause)
    return _FOR_HOW_MUCH.sub(_without_sum, in_figures(signed))


def _without_sum(found: re.Match[str]) -> str:
    """ "signed 3" may be three of something, and is left whole."""
    return found["signed"] if found["it"] or found["joint"] else found[0]


_LEAST = 100  # a small number counts copies


def signed_for(clause: str) -> frozenset[tuple[str, str]]:
    """The sum that they signed for, and its currency where it is told; empty where none is."""
    found = _FOR_HOW_MUCH.search(in_figures(clause))
    found = None if found and (found["joint"] or "").lower() == "at" else found  # "at 1430" may be an hour
    told = (amount_in(found["sum"])[0] and amount_in(found["sum"])) or money(found["sum"]) if found else ("", "")
    return frozenset({told}) if told[0] and float(told[0]) >= _LEAST else frozenset()
