"""They accept what we offered, take it or agreed to it: that is done by the telling, and no act that anybody waits for.

By its day it is still to come: "accepts the offer on Friday" is a promise. Nor does who agrees to do something accept anything.
"""

import re

from bot.reading.words.speech import NAME

_NOW = r"(?:(?:has|have|just|finally|now|also|already|verbally|all|both|then)\s+)*"
_KIND = r"(?:(?:new|revised|last|latest|final|lower|higher|full|second|first|updated|pilot|payment|contract|delivery|net)\s+)*"
_OFFERED = (
    rf"(?:(?:the|our|your|my|this|that|all|both)\s+)*{_KIND}(?:price|pricing|quote|quotation|offer|proposal|bid|estimate|terms|deal|figure|rate|fee|number|conditions|increase|discount|contract|order\s+confirmation|t\s?&\s?cs)s?(?:\s+(?:of|for|on)\s+(?:the|our|this|an?)\s+\w+)?"
    r"|an?\s+\d[\d.,]*\s?(?:%|percent)\s+(?:discount|rebate|increase|deposit|prepayment)|(?:all\s+of\s+)?(?:it|everything)|(?:it\s+)?(?:at\s+|for\s+)?(?:[$€£]|eur\s|usd\s|chf\s|gbp\s|nok\s|sek\s|dkk\s)?\d[\d.,'’]*\s?(?:k|m|eur|usd|chf|gbp|nok|sek|dkk|euros?|dollars?|pounds?|[$€£])?"
)
_AS_IT_IS = r"(?:\s+(?:now|today|just\s+now|as\s+(?:is|it\s+(?:is|stands)|offered|quoted)|in\s+full|on\s+the\s+(?:phone|call|spot)|in\s+principle|verbally|by\s+(?:e-?mail|phone)|(?:all\s+in|net|flat|total)|at\s+(?:[$€£]\s?)?\d[\d.,]*\s?k?(?:\s?[$€£]|\s?(?:eur|usd|chf|gbp))?))*"
_ACCEPTS = re.compile(
    rf"^{_NOW}(?:(?:accept(?:s|ed)?|agree(?:s|d)?\s+(?:to|on)|ok(?:s|['’]d|ayed))\s+(?:{_OFFERED})|accept(?:s|ed)?|t(?:akes?|ook)\s+(?:the|our|your|my)\s+{_KIND}(?:offer|deal|bid|proposal)){_AS_IT_IS}(?P<end>[\s.!]*$|\s+(?:but|if|and|subject)\b)",
    re.IGNORECASE,
)

_YES_ALONE = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?:(?:she|he|they|{NAME})(?:['’]s|['’]re)?\s*[:–—-]?\s*)?(?:is\s+|are\s+|just\s+)*(?:(?:says?|said|replied|answered)\s+)?(?:yes|yep|yeah|ok(?:ay)?|sure(?:\s+thing)?|fine|of\s+course|absolutely|deal|agreed|promised|all\s+right|alright|no\s+problem|happy\s+to|(?:up|down)\s+for\s+it|game|on\s+board)(?:\s+(?:to\s+(?:it|that|all)|with\s+(?:it|that)|by\s+me))?[\s.!]*$",
    re.IGNORECASE,
)


def says_yes(clause: str) -> bool:
    """ "said yes", "Dana's up for it": what they "would" do behind it they will."""
    return bool(_YES_ALONE.match(clause))


def accepts(words: str) -> bool:
    """`words` stand behind who does it: "accepts 15.500", "agreed to the offer"; with a "but" as well."""
    return bool(_ACCEPTS.match(words))


def accepted(words: str) -> bool:
    """The same with nothing behind it."""
    found = _ACCEPTS.match(words)
    return bool(found) and not (found and found["end"].strip(" .!"))
