"""The deal is gone: they are with somebody else, want no more of us, or the plug is pulled. By what is told of the deal, never by one word.

"Renewed with us" is an order and "went with Tom to the plant" a walk: whoever they are with has to be another seller, and the clause has to end there.
"""

import re

from bot.reading.grammar.firmness import is_conditional, is_hedged, is_negated
from bot.reading.words.speech import CAPITAL

_OTHER = rf"(?-i:(?!(?:You|Us|Me|I|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b){CAPITAL}[\w&'’.-]+(?:\s+{CAPITAL}[\w&'’.-]+)?)"
_INCUMBENT = r"(?:the|their|his|her)\s+(?:incumbent|(?:current|existing|present|old|usual|same)\s+[a-z]+|vendor|supplier|provider|carrier|broker|agency|dealer|contractor)"
_SINCE = (
    r"(?:[\s,]+(?:sorry|instead|again|already|now|too|though|tho|last\s+\w+|this\s+\w+|yesterday|today|back|in\s+\w+|on\s+\w+|(?:for|until|till?|thru|through)\s+(?:(?:at\s+least|the)\s+)?(?:20\d\d|\d+|an?|another|two|three|five|good|year)"
    r"|more|yrs?|years?|months?|the|next|(?-i:[A-Z])?[a-z]*day|a|while|ago))*[\s.!]*$"
)
_AGREED_ANEW = r"(?:renew(?:ed|ing)|re-?upp?(?:ed|ing)|extended|extending|re-?sign(?:ed|ing)|re-?committed|rolled\s+over|(?:stuck|sticking|stick|sticks|staying|stays|stayed|stay|remaining|remain|remains)(?!\s+on\b)|(?:gone|going|goes)(?!\s+(?:to|on|out|over)\b))"
_TERM = r"(?:\s+(?:up|on|again|their\s+\w+|the\s+\w+|for\s+(?:another\s+|a\s+)?(?:\d+|one|two|three|five|year)\s*(?:more\s+)?(?:yrs?|years?|months?)?))*"
_WITH_ANOTHER = re.compile(
    rf"\b{_AGREED_ANEW}{_TERM}\s+(?:with|w/?)\s+(?:{_OTHER}|(?<!stuck with )(?<!stuck w/ ){_INCUMBENT}){_SINCE}",
    re.IGNORECASE,
)
# "re-upped with sysco for 2 yrs": a name in small letters, where nothing else is meant by it.
_WITH_LOWER = re.compile(
    rf"\b(?:renew(?:ed|ing)|re-?upp?(?:ed|ing)|re-?sign(?:ed|ing)){_TERM}\s+(?:with|w/?)\s+(?!(?:us|you|me|it|them|him|her|this|that|the|an?|our|my|your|their|his|no|more|less|fewer|better|same|all|both|\w+(?:ed|ing|ure|er|asm|ion|ness|ment))\b)[a-z][\w&'’-]{{2,}}{_SINCE}",
    re.IGNORECASE,
)
_LEAD = r"^(?:(?:and|but|so|then|nah|no|nope|sorry|hi|oh|please|pls|said|says|she|he|they|we|i|wants?|asked\s+for|asks\s+for)\b[\s,]*)*"
_NO_MORE = re.compile(
    rf"{_LEAD}no\s+more(?:\s+(?:of\s+(?:this|your\s+\w+)|(?:cold\s+)?calls?|calling|e-?mails?|mails?|msgs?|messages?|contact|follow[\s-]?ups?|spam|pitches|chasing|visits|texts))?(?:[\s,]+(?:please|pls|thanks|thx|thank\s+you|from\s+(?:you|us)|ever))*[\s.!]*$",
    re.IGNORECASE,
)
# "gave it to my cousin": the work is somebody else's, who is no colleague that decides.
_GIVEN_AWAY = re.compile(
    rf"{_LEAD}(?:(?:have|had|has|['’]ve|already|just)\s+)*(?:gave|giving|given|awarded|handed)\s+(?:it|this|(?:the|this|that|our)\s+(?:whole\s+)?(?:job|work|contract|order|business|project|deal))\s+to\s+(?:(?:my|our|his|her|their|an?|the|some)\s+)?(?:(?:old|own|other|local|cheaper|cheapest|lowest|current|usual|wife['’]s)\s+)*(?:cousin|brother|sister|nephew|niece|uncle|aunt|son|daughter|in-?law|mate|buddy|pal|friend|neighbou?r|bidder|competitors?|competition|incumbent|rival|someone\s+else|somebody\s+else|another\s+\w+)\b",
    re.IGNORECASE,
)
_DEAL = r"(?:it|this|that|us|everything|(?:the|this|that|our|their|whole|entire)\s+(?:(?:whole|entire)\s+)?(?:thing|deal|project|purchase|pilot|trial|rollout|roll-?out|programme|program|plan|tender|rfp|initiative|renewal|evaluation))"
_ENDED = re.compile(
    rf"\b(?:pull(?:s|ed|ing)|pull)\s+the\s+plug(?:\s+on\s+{_DEAL})?{_SINCE}"
    rf"|\b(?:threw|throws|throwing|thrown)\s+in\s+the\s+towel\b(?:\s+on\s+{_DEAL})?{_SINCE}"
    rf"|^(?:(?:and|but|so|the|our|their|this|whole|sadly|says?|said)\s+)*(?:project|deal|purchase(?:\s+order)?|order|po|pilot|rollout|tender|rfp|initiative|programme|program|evaluation|thing)\s+(?:just\s+|now\s+)*(?:(?:got|was|is|has\s+been|['’]s\s+been)\s+)?(?:axed|canned|scrapped|binned|killed|nixed|scuttled|ditched|cancell?ed|called\s+off|pulled|withdrawn){_SINCE}",
    re.IGNORECASE,
)
_BROKE = re.compile(
    rf"^(?:(?:and|but|so|sorry|no|nah|the|our|their|whole|all|says?|said)\s+)*(?:budget|money|funding|funds|capex|cash)(?:['’]s|\s+is|\s+are|\s+was|\s+has\s+been|\s+got)\s+(?:all\s+|now\s+|just\s+)*(?:gone|pulled|wiped\s+out|taken\s+away|scrapped){_SINCE}",
    re.IGNORECASE,
)
# They are in business no more; of somebody else's it says nothing.
_THEY = rf"(?:(?:she|he|they|(?-i:{CAPITAL})[\w'’-]+|(?:the\s+|their\s+|her\s+|his\s+)?(?:company|firm|business|owner))(?:['’](?:s|ve|re))?\s+)?(?:(?:has|have|had|is|are|just|already|now|finally|they['’]?re)\s+)*"
_ALL_THEY_HAVE = r"(?:the|his|her|their|up\s+the)\s+(?:(?:whole|entire|family)\s+)*(?:business|company|firm|practice|shop|store|yard|farm|clinic|agency|restaurant|hotel|dealership|place|whole\s+thing)"
_OVER = re.compile(
    rf"^(?:(?:and|but|so|said|says|sadly)\s+)*{_THEY}(?:(?:sold|selling|sells)\s+(?:up|out|{_ALL_THEY_HAVE})(?=\s*$|\s*[,;.!]|\s+(?:last|this|in|to|and|already)\b)"
    rf"|(?:(?:went|gone|going|goes)\s+(?:bust|under|bankrupt|out\s+of\s+business|into\s+(?:administration|liquidation|receivership))|filed\s+for\s+(?:bankruptcy|chapter)|ceased\s+trading"
    rf"|(?:clos(?:ed|ing|es)|shut(?:ting|s)?|wound|winding)\s+(?:(?:it\s+)?(?:down|up)\s+(?:shop|for\s+good)|down(?=\s*$|\s*[,;.!]|\s+(?:in|this|next|last)\b)|(?:down\s+|up\s+)?(?:the\s+doors|{_ALL_THEY_HAVE})(?:\s+(?:down|for\s+good))?(?=\s*$|\s*[,;.!]|\s+(?:in|this|next|last)\s+\w+$)))\b)",
    re.IGNORECASE,
)
# The money may come back: then they said when.
_COME_BACK = re.compile(
    r"\b(?:come|check|try|ask|call|ring|circle|ping|get|talk|speak|touch)\b.{0,30}?\b(?:again|back|base|me|us)\b.{0,20}?\b(?:in|after|next|when|once|mid|early|late|from)\b",
    re.IGNORECASE,
)
_NOT_OF_THEM = re.compile(
    r"^(?:(?:and|but|so|then)\s+)*(?:i|i['’]m|my)\b|\?|\b(?:deal|account|it|this|that|ball|file|decision|contact|lead|order|case|choice|say)(?:['’]s|\s+is|\s+will)?\s+(?:stay|remain|stick|go)",
    re.IGNORECASE,
)
# "I lost it": a thing that one sends again. What is lost to somebody, or on price, is the deal.
_MISLAID = re.compile(
    r"\b(?:lost|misplaced|dropped|deleted|binned)\s+(?:it|this|that|them|everything)(?!\s+(?:to|on\s+(?:price|cost|terms)|over|against)\b)",
    re.IGNORECASE,
)


def is_gone(clause: str) -> bool:
    """ "we renewed with Stratus in Dec", "please no more", "the board pulled the plug"."""
    if _NOT_OF_THEM.search(clause) or is_negated(clause) or is_conditional(clause) or is_hedged(clause):
        return False
    return bool(
        _WITH_ANOTHER.search(clause)
        or _WITH_LOWER.search(clause)
        or _NO_MORE.match(clause)
        or _GIVEN_AWAY.match(clause)
        or _ENDED.search(clause)
        or _OVER.match(clause)
    )


def is_broke(clause: str) -> bool:
    """ "budget's gone", where nobody told us to come back."""
    return bool(_BROKE.match(clause)) and not is_conditional(clause)


def comes_back(text: str) -> bool:
    """ "come back to me in 3 months"."""
    return bool(_COME_BACK.search(text))


def is_mislaid(said: str) -> bool:
    """Of their own words: in theirs "I lost it" is a thing, where the rep's "lost it" is the deal."""
    return bool(_MISLAID.search(said))
