"""They will not, by grammar: what is denied, and that it is the buying, the calling or the choice; a "not yet" is none."""

import re
from functools import lru_cache

from bot.reading.grammar.firmness import is_conditional, is_hedged
from bot.reading.outcome.refusals import has_shone
from bot.reading.outcome.wasdone import active
from bot.reading.people.shorthand import spelled
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.daynames import WEEKDAY

# What denies the buying, the calling or the choice is looked for in small letters.
_NOT = r"(?:(?:will|would|shall|can|could|are|is|am|do|does|did|have|has)\s+not|(?:wo|would|ca|could|are|is|do|does|did)n['’]?t|cannot|['’](?:re|s|m|ll)\s+not|never|no\s+longer|decided\s+not\s+to|not\s+(?:going\s+to|gonna)|^(?:(?:and|but|so)\s+)*not)"
_SO = r"(?:\s+(?:be|going\s+to|gonna|want\s+to|wish\s+to|be\s+able\s+to|even|ever|now|any\s+longer))*"
_BUY = (
    r"(?:buy(?:ing)?|purchas(?:e|ing)|renew(?:ing)?|proceed(?:ing)?|pursu(?:e|ing)|switch(?:ing)?|(?:go|going)\s+(?:any\s+)?(?:further|ahead|forward|for\s+it)|tak(?:e|ing)\s+(?:it|this)\s+(?:any\s+)?further|mov(?:e|ing)\s+(?:ahead|forward)"
    r"|continu(?:e|ing)\s+with\s+(?:it|this|us|you)|chang(?:e|ing)\s+(?:suppliers?|vendors?|providers?|brokers?|systems?)|(?:need|want)\s+(?:it|this|us|you|one|them|any|anything)(?=\s*$|\s+(?:any\s?more|now|here|after\s+all|from\s+(?:us|you)|sorry|(?:for\s+)?this\s+year)\b))"
)
_WONT_BUY = re.compile(rf"{_NOT}{_SO}\s+{_BUY}\b(?!\s+(?:that\s+story|the\s+story|lunch))")
_NOT_YET = re.compile(
    r"\b(?:before|until|till?|yet|unless|without|w/o|only|just|right\s+now|rn|now|at\s+(?:this|that)\s+(?:price|rate|level)|for\s+(?:less|that\s+(?:price|money)|now)|as(?:\s+(?:it|things?|they))?\s+(?:is|are|stands?|written|drafted|quoted|proposed|now)|(?:on|under|with)\s+(?:these|those|the\s+(?:current|present|new|old)|such)\s+(?:terms|conditions|prices?|rates?)|like\s+(?:this|that)|in\s+(?:this|its\s+(?:current|present))\s+(?:form|shape|state)|mid[\s-]?(?:season|year|quarter|cycle|contract|term|project|stream|harvest)|(?:in\s+the\s+middle\s+of|during)\s+(?:the|our|this|a)\s+\w+|this\s+(?:week|month|quarter|half|season|summer|spring|winter|autumn|fall)|in\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4])\w*|as\s+(?:fast|quickly|soon))\b|\?",
    re.IGNORECASE,
)
_REACH = r"(?:call|ring|phone|bother|contact|e-?mail|write|mail|text|come|dial|rung|called|phoned|contacted|bothered|e-?mailed|mailed)(?:ing)?"
_NO_MORE_CALLS = re.compile(
    r"\b(?:"
    rf"(?:do\s+not|don['’]?t|never|stop|not\s+to|nobody\s+should)\s+(?:be\s+)?(?:ever\s+)?(?:be\s+)?{_REACH}(?:\s+(?:me|us|here|them|him|her|back|up|to))*\s*(?:again|any\s?more|ever(?:\s+again)?)\b"
    r"|(?:does\s?n['’]?t|do\s?n['’]?t|do(?:es)?\s+not|dont|doesnt|wants?\s+no)\s+(?:want\s+)?(?:any\s+)?(?:more\s+)?(?:of\s+(?:our|your)\s+)?(?:calls|e-?mails|mails|follow-?ups|sales\s+calls)(?:\s+(?:from\s+(?:us|you|anyone)|ever|again|any\s?more|at\s+all))*[\s.!]*$"
    r"|(?:take\s+a\s+hike|get\s+lost|buzz\s+off|piss\s+off|bugger\s+off|sod\s+off|f\S{0,3}k?\s+off|drop\s+dead|go\s+(?:away|jump\s+in\s+a\s+lake))(?=\s*$|\s*[,.!;])"
    rf"|(?:asked|wants?|told\s+(?:me|us))\s+(?:(?:me|us)\s+)?(?:not|never)\s+to\s+(?:be\s+)?{_REACH}(?:\s+(?:her|him|them|back))?(?:\s+(?:again|any\s?more))?[\s.!]*$|(?<!or )(?:leave|let)\s+(?:me|us|them)\s+(?:alone|in\s+peace)\b"
    r"|(?:taken|took|take|takes|struck|strike|removed?|scratch(?:ed)?|cross(?:ed)?)\s+(?:[\w'’]+\s+){0,3}?(?:off|from)\s+(?:(?:the|our|my|all|your|call|calling)\s+)*lists?\b(?!\s+(?:of\b|pric))"
    r")"
)
_DEAL = r"(?:it|this|everything|(?:the|this|that|our|their|his|her)\s+(?:(?:whole|entire|pilot|new)\s+)*(?:thing|order|deal|project|purchase|contract|subscription|renewal|evaluation|rfp|tender|plan|program(?:me)?|offer|proposal|bid|quote))"
_ENDED = re.compile(
    r"\b(?:"
    rf"(?:cancel+ed|scrapped|axed|killed|turned\s+down|rejected|declined|refused)\s+{_DEAL}(?=\s*$|\s+(?:today|yesterday|this|last|now|for|altogether|outright|at|on\s+\w+day|again|too|sorry|{WEEKDAY})\b|[.,;!])"
    rf"|lost\s+(?:{_DEAL}\s+)?to\s+(?:the|an?|some|one\s+of)\s+\w+"
    r"|(?:contract|job|order|deal|business|bid|award|tender|work|project|it)\s+(?:went|has\s+gone|goes|is\s+going)\s+to\s+(?:someone|somebody|an?other|the\s+(?:incumbent|other|competit\w+)|a\s+(?:rival|competitor|local|cheaper|bigger))\b"
    r"|(?:took|taken|taking|chose|chosen|picked)\s+(?:the|an?)\s+(?:cheaper|other|rival|competing|local|lower|bigger)\s+(?:one|offer|bid|quote|vendor|supplier)\b"
    r"|(?:it|this|that|deal|project)(?:['’]s|\s+is|\s+was)\s+(?:now\s+)?dead\s+(?:on|at|for)\s+(?:their|his|her|us|them|now)\b"
    r")"
)
_OUT_AT_ONCE = re.compile(
    r"(?:sorry\b|no\b|nope\b|[\w'’.-]+(?:\s+[\w'’.-]+)?\s*:)?[\s,]*not\s+for\s+(?:us|me|them)(?:[\s,]+(?:sorry|thanks|thx))*$|(?:(?:a|hard|so|owner|she|he|they)\s+)*pass(?:es|ed)?$|(?!.*\b(?:reviews?|checks?|tests?|audits?|legal|committees?|boards?|budgets?|exams?|inspections?|screenings?|compliance|procurement|votes?|pilots?|trials?|security|credit|it)\b.*:)[\w'’.-]+(?:\s+[\w'’.-]+)?\s*:\s*(?:(?:a|hard|so|she|he|they)\s+)*pass(?:es)?$"
)
_OUT = re.compile(
    r"\b(?:"
    r"(?:when\s+(?:hell\s+freezes(?:\s+over)?|pigs\s+(?:can\s+)?fly)|cold\s+day\s+in\s+hell|not\s+in\s+a\s+million\s+years)(?=\s*$|\s*[,.!;])|never\s+again(?=\s*$|\s*[,.!;])|count\s+(?:us|me|them)\s+out\b|(?:stay|stays|staying|stayed|remain|remaining)\s+(?:put|where\s+(?:we|they|she|he)\s+(?:are|is))\b|out\s+of\s+the\s+running\b"
    r"|(?:did\s?n['’]?t|did\s+not|failed\s+to)\s+make\s+the\s+(?:short-?\s?list|cut|list)\b|no\s+(?:further\s+|more\s+)?(?:use|need)\s+(?:for|of)\s+(?:it|this|us|you|one|anything|that)\b|nothing\s+(?:more|further|else)\s+from\s+us\b"
    r"|(?:must|have\s+to|will)\s+decline\b(?!\s+the\s+(?:meeting|invite|call))|that['’]?s\s+an?\s+(?:(?:hard|clear|flat|firm|final|polite)\s+)?no(?=\s*$|\s+(?:from|for|then|i|again|thanks)\b)"
    r"|(?:there\s+(?:will\s+be|is|was)|it['’]s)\s+no\s+(?:sale|deal|business)\b|(?:build(?:ing)?|mak(?:e|ing)|develop(?:ing)?|writ(?:e|ing))\s+(?:our|their|his|her)\s+own\b"
    r"|(?:do|build|make|handle|develop)(?:ing)?\s+(?:it|this|that|one)\s+(?:all\s+)?(?:ourselves|themselves|in-?house)\b"
    r"|(?:dagegen\s+entschieden|ne\s+(?:nous|m['’]|les?)\s*intéresse\s+(?:pas|plus)|valgt\s+(?:en\s+annen|noen\s+andre|andre)|nie,?\s+dziękuj\w+|dziękuj\w+,?\s+nie|nie\s+jesteśmy\s+zainteresowani|rezygnuj\w+|nee,?\s+(?:dank|bedankt)\w*|geen\s+(?:interesse|behoefte))\b"
    r")"
)
# "would rather poke his own eye out than switch": whatever they would rather, they will not.
_ANYTHING_BUT = re.compile(
    r"(?:['’]d|\bwould|\bid|\bhed|\bshed|\btheyd)\s+(?:rather|sooner)\s+(?:die|eat|chew|poke|gouge|swallow|stick|stab|jump|crawl|walk\s+(?:on|over|through|into)|burn|bury|drown|lick|shave|chop|cut|saw|shoot|hang|drink|set|have\s+(?:a\s+)?(?:root|teeth|tooth|my|his|her|surgery)|pull\s+(?:my|his|her|their|out)|get\s+a\s+(?:root|tooth)|watch\s+(?:paint|grass)|retire|close\s+(?:down|shop|up)|quit|(?:keep|stay|stick|live)(?!\b[^,;.]{0,60}?\b(?:us|ours?|you|your|price|pricing|rate|rates|terms|plan|simple|flexible)\b))\b[^,;.]{0,60}?\bthan\s+(?:ever\s+)?(?:switch|chang|buy|deal|work|do\s+business|sign|go\s+(?:with|through|back)|use|us|move|migrat|pay|order|sit\s+through|talk\s+to\s+(?:us|me|you)|renew|swap|replac)(?:e|ing)?\b"
)
_THEIR_NO = re.compile(
    r"^(?:(?:sorry|no|nope|nah|look|well)[\s,]+)*(?:(?:it|this|that)(?:['’]s|\s+is|\s+just\s+is)\s+)?(?:not|never|ain['’]?t|is\s?n['’]?t)\s+(?:going\s+to\s+|gonna\s+)?(?:happen|fly)(?:ing)?(?:\s+(?:here|with\s+us|for\s+us|sorry|man|kid|mate|pal|buddy|friend|guys|folks))*$",
    re.IGNORECASE,
)
_SO_IT_ENDS = r"(?=\s*$|\s+(?:today|yesterday|this|last|now|for\s+good|again|outright|on\s+(?:\w+day|price|costs?|budget|terms))\b|[.,;!])"
_OUSTED = re.compile(
    r"\b(?:"
    rf"(?:vetoed|black-?balled|overruled|voted\s+down|shot\s+down|knocked\s+back|ruled\s+out|dumped|ditched|kicked\s+out)\s+(?:us|(?:our|the)\s+(?:deal|bid|offer|proposal|project|purchase|whole\s+thing)){_SO_IT_ENDS}"
    rf"|(?:voted|shot|knocked)\s+us\s+(?:down|back){_SO_IT_ENDS}"
    r")"
)
_ALL_GOOD = re.compile(
    r"^(?:(?:no|nah|hi|oh)\b[\s,]*)?we(?:['’]?re|\s+are)\s+(?:all\s+)?(?:good|fine|set|sorted|covered)(?:[\s,]+(?:here|as\s+we\s+are|thx|thanks|thank\s+you|ta|cheers|hon(?:ey)?|love|dear|mate|pal|sweetie|buddy|man|guys|for\s+now))+[\s.!]*$",
    re.IGNORECASE,
)
_CLICK = re.compile(
    r"[\"'’”][\s.,!]*\*?click\*?(?=\s*$|[.,;!])|\*click\*|\bmid-?\s?\w+[\s,;.]+click[\s.!]*$", re.IGNORECASE
)
_OF_US = re.compile(r"^(?:(?:and|but|so|then)\s+)*(?:i|we)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^(?:so\s+|then\s+)?(?:cancel+ed|closed(?:\s+(?:it|out))?|(?:deal\s+|it['’]s\s+|that['’]s\s+)?dead(?:\s+(?:deal|in\s+the\s+water))?)[\s.!]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def declines(clause: str, *, theirs: bool) -> bool:
    """`theirs`: they said it themselves, so that "we" is they."""
    plain = spelled(clause)
    if (_OF_US.match(plain) and not theirs) or is_conditional(plain) or is_hedged(plain) or has_shone(plain):
        return False
    small = plain.lower()
    told = dict.fromkeys((small, active(plain).lower()))
    if any(_OUT_AT_ONCE.match(one) or _OUT.search(one) or _ENDED.search(one) or _OUSTED.search(one) for one in told):
        return not _NOT_YET.search(plain)
    if _ANYTHING_BUT.search(small):
        return not _NOT_YET.search(plain)
    if theirs and _THEIR_NO.match(plain):
        return True
    return bool(_WONT_BUY.search(small) or _NO_MORE_CALLS.search(small)) and not _NOT_YET.search(plain)


def shuts_the_door(text: str, said: str) -> bool:
    """Thanks, and the phone is down: "'we're good thx' *click*"."""
    return bool(_ALL_GOOD.match(said) or _CLICK.search(text))


def is_closed_upon(clause: str) -> bool:
    """ "cancelled", behind their words and with nothing to come: it is over."""
    return bool(_ANSWERED.match(clause))
