"""A paper of theirs, or of both, that is signed and is back: with a sum or a number beside it, it is the order.

One that binds nobody to buy (an NDA, a questionnaire) never is, nor what is only awaited.
"""

import re
from collections.abc import Sequence

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.outcome.orders import NO_ORDER, NOT_THIS_ONE
from bot.reading.words.money import amount_in

_SIGNED = re.compile(r"\b(?:(?:counter-?|e-?)?signed|executed|docusigned|inked)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:back|returned|scan(?:ned)?|faxed|received|arrived|in\s+(?:my|our|the)\s+(?:inbox|mail|hands?)|in\s+hand|on\s+my\s+desk|attached|enclosed)\b",
    re.IGNORECASE,
)
_BY_ALL = re.compile(
    r"\b(?:both|all)\s+(?:sides|parties|of\s+(?:us|them)|copies|three|partners)\s+(?:have\s+|are\s+|now\s+)*signed\b|\bsigned\s+by\s+(?:both|all)\b",
    re.IGNORECASE,
)
# Beside the papers that bind nobody to buy: what ends a deal, what only tries one, and what was signed long ago.
_ANOTHER_PAPER = re.compile(
    r"\b(?:confidentiality|surveys?|applications?|apps?|waivers?|minutes|time\s?sheets?|letter\s+of\s+intent|term\s?sheet|receipt|visitor|tax|consent|check-?list|birthday|card|terminat\w+|cancell?ation|resignation|trial|old|previous|expired|archives?|in\s+20\d\d)\b"
    r"|(?:\bnot|\bnever|n['’]t)\s+(?:yet\s+|been\s+)*(?:counter-?|e-?)?sign",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|wants?|needs?|wait(?:ing|s)?|await\w*|expect\w*|due|coming|comes|to\s+(?:be|get|have|sign|send)|gets?|get|once|when|until|till?|before|by|soon|nearly|almost|promis\w+|unsigned|sends?|sending|brings?|asks?|tomorrow|tmrw|next|except|missing|wrong|half)\b|\?",
    re.IGNORECASE,
)
_WE = re.compile(r"^(?:(?:and|but|so|then)\s+)*(?:i|we)\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"(?<![\w$€£/.:-])\d[\d,]*\s*x?\s+(?!(?:am|pm|days?|wks?|weeks?|months?|mos?|years?|yrs?|hours?|hrs?|mins?|minutes?|pages?|pp|copies|times?|people|calls?|of|to|or|percent|pct|left|more|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b)[a-z][a-z-]+\b",
    re.IGNORECASE,
)


def is_signed_back(clauses: Sequence[str]) -> bool:
    """ "contract signed & scanned back", "$31k": the sum may stand in another clause."""
    if not any(map(_is_back, clauses)) or any(NO_ORDER.search(one) or _ANOTHER_PAPER.search(one) for one in clauses):
        return False
    return any(map(_HOW_MANY.search, clauses)) or any(amount_in(clause)[0] for clause in clauses)


def _is_back(clause: str) -> bool:
    is_told = (_SIGNED.search(clause) and _BACK.search(clause)) or _BY_ALL.search(clause)
    if not is_told or _WE.match(clause) or _TO_COME.search(clause) or NOT_THIS_ONE.search(clause):
        return False
    return not (is_negated(clause) or is_conditional(clause) or is_hedged(clause))
