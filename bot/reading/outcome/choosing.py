"""Whether they choose us: "we're going with you" is a yes to the deal, "not going with us" a no.

Who only travels with us, picks us for a demo or may still choose us has not chosen.
"""

import re

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.grammar.opinions import is_opinion
from bot.reading.words.speech import NAME

_OURS = r"(?:with|w/)\s*(?:(?:us|you|ye|u|yous|y['’]?all|yours|ours)\b|(?:your|yer|our)\s+(?:offer|quote|proposal|bid|plan|price|one|solution|system|team|lot)\b)"
_TRAVELS = r"(?!(?:\s+(?:guys|lot|folks|people))?\s+(?:to|on|into|over|through|out|home|for\s+(?:an?\s+)?(?:lunch|coffee|walk|drinks?|tour))\b)"
_CHOICE = (
    rf"(?:(?:go(?:es|ing|in)?|went|gone|going\s+to\s+go|gonna\s+go)\s+(?:ahead\s+)?{_OURS}{_TRAVELS}"
    r"|(?:cho?ose[sn]?|pick(?:ed|s)?|select(?:ed|s)?|(?:opted|opts|went|going)\s+for|(?:decided|settled)\s+(?:on|for))\s+(?:us|you|ye|yous|y['’]?all)\b(?!\s+(?:up|out|to|on|as\s+one|apart|second|third|last(?!\s+(?:week|month|night|mon|tue|wed|thu|fri)[a-z]*\b)|for\s+(?:(?:the|an?)\s+)?(?:short|second|next|demo|trial|pilot|final|lunch))\b))"
)
_TELLS = r"(?:says?|said|told\s+(?:me|us)|confirm(?:s|ed)|wrote|writes|texted|e-?mailed)(?:\s+that\b|\s*[:,])?"
_CHOOSES_US = re.compile(
    rf"^(?:(?:and|but|so|then|yes|yep|ok(?:ay)?|right|great|good\s+news)[\s,!.]+)*(?:(?>{NAME})\s*(?::|\s[-–—])\s+)?(?:(?:(?:she|he|they|(?>{NAME}))\s+)?{_TELLS}\s+)?[“\"]?"
    rf"(?:(?:we|i|she|he|they|(?:the|their|his|her)\s+\w+|(?>{NAME}))(?:['’]?(?:s|re|m|ve|ll)|\s+(?:is|are|am|has|have|will))?\s+)?(?:(?:now|just|finally|also|all|def|definitely|officially)\s+)*{_CHOICE}",
    re.IGNORECASE,
)
_OF_CHOOSING = re.compile(rf"\b{_CHOICE}", re.IGNORECASE)
_NOT_US = re.compile(
    rf"(?:\bnot|n['’]?t|\bnever)\s+(?:(?:be|to)\s+)?(?:(?:go|going|goin)\s+(?:ahead\s+)?{_OURS}{_TRAVELS}|(?:pick|choose|select)\s+(?:us|you)\b(?!\s+(?:up|out|for\s+(?:the\s+)?(?:demo|trial|pilot))\b))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:prob(?:ably)?|likely|leaning|thinking|may|might|could|would|hop(?:es?|ing)|wants?|consider\w*|told(?!\s+(?:me|us)\b)|asked|asks|why|reasons?|about|case\s+for|explain\w*|convinc\w+|persuad\w+|pitch\w*|saves?|means|instead\s+of|happy|used\s+to|last\s+(?:year|time)|until|till?|yet|before|once|when)\b|\?",
    re.IGNORECASE,
)


_SOLD = re.compile(
    r"(?:(?:i|we)(?:['’]?m|['’]?re|\s+am|\s+are)\s+|ok(?:ay)?[\s,]+)?(?:all\s+)?sold[\s.!]*", re.IGNORECASE
)


def is_won_over(said: str) -> bool:
    """ "“sold”", as their answer: a yes, and nothing is signed by it."""
    return bool(_SOLD.fullmatch(said))


# Behind anything else than our offer "she's in" may mean the office.
_OFFERED = re.compile(
    r"\b(?:sent|forwarded|e-?mailed|offered|pitched|asked|showed|quoted|quote|offer|proposal|pilot|trial|deal)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?:and\s+|so\s+)?(?:she|he|they|{NAME})(?:['’](?:s|re)|\s+(?:is|are))\s+(?:all\s+)?(?:in|sold)[\s.!]*",
    re.IGNORECASE,
)


def is_in(before: str, clause: str) -> bool:
    """ "sent her the offer", "she's in": a yes."""
    return bool(_IN.fullmatch(clause) and _OFFERED.search(before))


def goes_with_us(clause: str) -> bool:
    """ "we're going with ye": a yes; not "went with us to the plant", nor what may still be."""
    return bool(_CHOOSES_US.match(clause)) and not (
        is_negated(clause)
        or is_conditional(clause)
        or is_hedged(clause)
        or is_opinion(clause)
        or _UNSURE.search(clause)
    )


def turns_us_down(clause: str) -> bool:
    """ "we decided not to go with you"; not "might not go with us"."""
    return bool(_NOT_US.search(clause)) and not (
        is_conditional(clause) or is_hedged(clause) or is_opinion(clause) or _UNSURE.search(clause)
    )


def is_of_choosing(clause: str) -> bool:
    """ "will probably go with us": whom they choose is no act that anybody waits for, whether it is sure or not."""
    return bool(_OF_CHOOSING.search(clause))
