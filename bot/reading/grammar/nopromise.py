"""What somebody will do and promises nothing by: they come, are there, take over, may do so much, or wait for us; the deal is parked, or off our list.

By its words alone: who does it is told before them. Where they ask, tell or accept something stands in informs.
"""

import re

from bot.reading.grammar.agents import ROLES
from bot.reading.words.daynames import MONTH, WEEKDAY

_TAKES_OVER = re.compile(
    r"^(?:takes?|(?:is\s+)?taking|will\s+take)\s+(?:(?:the|this|it|that|her|his|their)\s+(?:\w+\s+){0,2})?(?:over|(?:his|her|their)\s+(?:seat|place|role|spot|job|desk|chair|accounts?))\b(?!\s+\w+\s+(?:list|spec|data))",
    re.IGNORECASE,
)
# What somebody is allowed to do tells how things are: "can only sign up to 10k", "may spend 8k at most".
_LIMITED = r"(?:(?:can|could|may|might|is\s+(?:only\s+)?(?:allowed|authori[sz]ed|cleared|permitted)\s+to)\s+(?:only\s+|just\s+)?(?:[\w'’-]+\s+){1,3}?(?:(?:anything|everything)\s+)?(?:up\s+to|as\s+(?:high|far|low|much)\s+as|under|below|over|above|at\s+most|no\s+more\s+than|only)\b|(?:can|could|may|might)\s+(?:only\s+)?(?:[\w'’-]+\s+){1,3}?[$€£]?\d[\d.,]*\s?[km]?\s+(?:at\s+most|max\b|tops\b|without\b))"
_WHATEVER = r"(?:will\s+)?(?:signs?(?:\s+off\s+on)?|approves?|buys?|oks?|okays?|clears?|pays?)\s+(?:anything|whatever|any\s+[a-z]+|(?:everything|all|orders|purchases|deals)\s+(?:under|below|over|above|up\s+to)\b)"
_UP_TO = re.compile(
    rf"^(?:{_LIMITED}|{_WHATEVER})"
    r"|^(?!will\b|gonna\b)[a-z]+\s+(?:off\s+)?(?:on\s+)?(?:anything|everything|whatever|all\s+\w+)(?:['’]s|\s+is|\s+that['’]?s)?\s+(?:up\s+to|under|below|over|above|beyond|past|less\s+than|more\s+than)\s+[$€£]?\d",
    re.IGNORECASE,
)
# Whose yes it takes: no act of the deal.
_IT_TAKES = re.compile(
    r"^(?:must|ha(?:s|ve)\s+to|needs?\s+to)\s+(?:(?:first|still|also|both|all)\s+)*(?:agree|ok|okay|approve|bless|consent|sign\s+off|say\s+yes)(?:\s+(?:it|this|that|to|on|off|too|first|as\s+well))*[\s.!]*$",
    re.IGNORECASE,
)
# "they close at 6": when one finds them there.
_HOURS = re.compile(
    r"^(?:closes?|opens?|shuts?|locks?|finish(?:es)?|knocks?\s+off|leaves?|goes?\s+home|works?|starts?)\s+(?:up\s+|down\s+|early\s+)?(?:at|around|from|before|by|til+|until)\s+(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m?\.?)?|noon|midday)(?![\w/.-])",
    re.IGNORECASE,
)
# "lets us resubmit til 6": what they allow; to let us know, have or see is an act.
_ALLOWS = re.compile(r"^(?:will\s+)?lets?\s+(?:me|us)\s+(?!(?:know|have|see)\b)[a-z]", re.IGNORECASE)
# "he's flying in", "Ana driving up from Leeds": who is on the way promises nothing by that.
_ON_THE_WAY = re.compile(
    r"^(?:(?:is|are|will\s+be)\s+)?(?:flying|driving|coming|heading|travell?ing|riding|cycling|walking|landing|arriving|training|sailing)\s+(?:in|out|over|down|up|by|round|across|back|here|there|home)(?:\s+(?:early|late|too|again|personally|together|(?:from|for|via|through)\s+[\w'’-]+(?:\s+[\w'’-]+)?))*[\s.!]*$",
    re.IGNORECASE,
)
# "Dana dialing in", "joining from home": who is on the call.
_JOINS = re.compile(
    r"^(?:(?:is|are|will\s+be|['’]s|['’]re)\s+)?(?:(?:also|both|all)\s+)?(?:(?:dial|sitt|listen|phon|tun|patch)l?ing\s+in|joining|hopping\s+on|tagging\s+along)(?:\s+(?:too|also|as\s+well|then|us|(?:from|by|via|for)\s+[\w'’-]+(?:\s+[\w'’-]+)?))*[\s.!]*$",
    re.IGNORECASE,
)
# "flying to London", "drives to Leeds": where they are then.
_TRAVELS = re.compile(
    r"^(?:(?:is|are|will\s+be|['’]s|['’]re)\s+)?(?:fl(?:ying|ies)|driv(?:ing|es)|travel(?:l?ing|s)|jetting|heading|off)\s+(?:(?:off|out|over)\s+)?to\s+(?!(?:us|me|our|my|see|meet|visit|the\s+(?:board|cfo|ceo|demo|office))\b)",
    re.IGNORECASE,
)
# "needs to spend it by June or loses it", "she gets it": how things are, and that she understands.
_SPENDS = re.compile(
    r"^(?:(?:need(?:s)?|has|have|had|got)\s+to|must)\s+(?:spend|use(?:\s+up)?|burn|commit|allocate)\s+(?:it|them|the\s+(?:money|budget|funds|rest|lot)|(?:her|his|their)\s+(?:budget|money|funds)|[$€£]\s?\d\S*|\d\S*)(?:\s|$)|^(?:totally\s+|fully\s+|really\s+)?gets\s+(?:it|that|the\s+(?:point|picture|idea|logic|value))[\s.!]*$",
    re.IGNORECASE,
)
# "will have snow", "they'll have a new CEO by June": whom and what one has then nobody hands over.
_WILL_HAVE = re.compile(
    rf"^(?:(?:will|gonna|['’]ll)\s+)?(?:(?:only|also|still|all|probably)\s+)*(?:have|be\s+having)\s+(?:(?:an?|the|her|his|their|our|some|its|another|more|less|enough|no|lots\s+of|\d+|two|three|new|bad|heavy|big)\s+)*(?:[a-z-]+\s+)?"
    rf"(?:snow|rain|ice|storms?|weather|floods?|heat|frost|power|guests?|visitors?|company|auditors?|inspectors?|hires?|(?<=more\s)(?:people|staff|hands|crews?)|bab(?:y|ies)|twins|kids|(?!it\b)(?:{ROLES})s?|surgery|time|room|space|capacity|cash|money|sites?|stores?|locations?|shutdown|outage|downtime|power\s+cut|audit|inspection|inventory|election|strike|offices?|building)"
    rf"(?=[\s.!]*$|\s+(?:(?:by|on|in|from|until|til+|all|next|this|there|then|so|again|over|coming|starting|today|tomorrow|tmrw|{WEEKDAY}|{MONTH})\b|\d))",
    re.IGNORECASE,
)
# "is off my list": how things are then, and no act.
_OFF_LIST = re.compile(
    r"\boff\s+(?:my|our|the)\s+list\b|\bon\s+(?:the\s+|our\s+)?(?:dnc|do[\s-]not[\s-]call)\b", re.IGNORECASE
)
# "finds 12k too high": what they think of it.
_FINDS_IT = re.compile(
    r"^(?:finds?|thinks?|considers?)\s+[^,;]{1,40}?\s(?:too|very|quite|rather|a\s+bit|a\s+little|way\s+too|pretty|hard|steep|pricey|expensive|fair|reasonable|cheap|high|low|confusing|clunky|slow)\b",
    re.IGNORECASE,
)
_KEEPS_SAYING = re.compile(
    r"^keeps?\s+\w+ing\b|^pays?\s+(?:(?:us|always|usually)\s+)?(?:net\s*\d+|in\s+(?:advance|arrears)|on\s+receipt|by\s+(?:card|check|cheque|wire))|^takes?\s+(?:net\s+\d+|a\s+while|time|ages|forever|(?:(?:about|around|up\s+to|usually|often|another)\s+)*(?:(?:\d{1,2}|an?|two|three|four|five|six|a\s+few|a\s+couple\s+of|several)(?:\s?(?:-|–|to|or)\s?\d{1,2})?\s+)?(?:days|weeks?|wks?|months?|year)(?=\s*$|\s+(?:to|until|till?|at\s+least|for)\b))",
    re.IGNORECASE,
)
# "hears by May 8": what somebody is told is no act of theirs; "hears from us by noon" is ours.
_HEARS = re.compile(
    r"^(?:will\s+|should\s+)?(?:only\s+)?hears?\b(?!\s+from\s+(?:me|us|our)\b)(?!.*\b(?:tells?|lets?|calls?|texts?|e-?mails?|mails?)\b)",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?:will\s+|gonna\s+)?(?:stay|stick|remain)s?\s+(?:with|put|where|as|in|on|at)\b", re.IGNORECASE
)  # how it goes on
# Who is there beside whom we speak with has nothing to do by a day.
_IS_THERE = re.compile(
    rf"^(?:will|gonna|(?:is|are)\s+going\s+to)\s+(?:only\s+)?be\s+(?:in|out|away|off|around|free|available|on\s+site)(?!\s+(?:touch|contact|charge|our\s+\w+box|my\s+\w+box|my\s+in-?box|time|place|writing|full))\b(?:\s+(?:only|all|from|until|til+|on|the|at|in|this|next|week|day|days|morning|afternoon|and|to|through|thru|today|tomorrow|tmrw|(?:{WEEKDAY}|{MONTH})|\d\S*))*[\s.!]*$"
    r"|^(?:will|gonna|(?:is|are)\s+going\s+to)\s+(?:also\s+)?be\s+(?:there|present|around|in\s+the\s+room|on\s+the\s+(?:call|line))(?:\s+(?:too|also|as\s+well|for\s+it))*[\s.!]*$",
    re.IGNORECASE,
)


# "chasing us for the sheet": it is they who wait.
_WAITS_FOR_US = re.compile(
    r"^(?:(?:is|are)\s+)?wait(?:s|ing)\s+(?:for|on)\s|^(?:(?:is|are|keeps?)\s+)?(?:still\s+)?(?:chasing|pestering|bugging|nudging|hounding|pressing|pushing)\s+(?:me|us|our\s+\w+|(?:for\s+)?(?:the|our)\s+(?:[\w-]+\s+)?(?:sheet|quote|quotation|proposal|offer|pric\w+|deck|sow|demo|sample|specs?|refs?|references?|roi|estimate|draft))\b",
    re.IGNORECASE,
)


_NO_DAY = rf"(?!(?:(?:an?|the|another|some)\s+)?(?:\d{{1,2}}[/.]\d|\d{{1,2}}(?:st|nd|rd|th)\b|(?:{WEEKDAY}|{MONTH})\b|next\b|this\b|tomorrow|tmrw|today|end\b|eo[dwmqy]\b|q[1-4]\b|(?:later|new|earlier|other)?\s*(?:date|day|time|slot|call|meeting|mtg|demo|visit|chat|answer|decision)\b))"
# "pushing for 10% off", "holding out for free training": what they are after.
PRESSES = rf"(?:push(?:ing|es)|press(?:ing|es)|hold(?:ing|s)\s+out|insist(?:ing|s)|hagg(?:ling|les)|gunning|(?:angl|fish)(?:ing|es)(?=\s+for\s+(?:an?|the|more|better|lower|free|extra|some|compliments|info\w*|[$€£\d])\b)|bargain(?:ing|s)|fight(?:ing|s)|negotiat(?:ing|es)|lobby(?:ing)?)\s+(?:hard\s+)?(?:for|on|over|about)\s+{_NO_DAY}\S"
_PRESSES = re.compile(rf"(?:(?:is|are)\s+)?{PRESSES}", re.IGNORECASE)


# "going from 2 stores to 5": how things go with them.
_GROWS = re.compile(
    r"(?:(?:is|are|will\s+be)\s+)?(?:going|growing|shrinking|expanding|scaling|jumping|dropping|moving|switching)\s+(?:up\s+|down\s+)?from\s+\S+.*\bto\b",
    re.IGNORECASE,
)


# "will nurture", "will park it", "closing it": what the rep does with the deal.
_WITH_THE_DEAL = re.compile(
    r"^(?:will|gonna|to)\s+(?:nurture|park|shelve|keep\s+(?:(?:it|her|him|them)\s+)?warm|let\s+(?:it|this|him|her|them)\s+(?:lie|rest|sleep|be|go)|drop\s+(?:it|this|off)|move\s+on|stop|quit|give\s+up|leave\s+(?:it|this|him|her|them)(?:\s+(?:be|there|at\s+that|alone))?)(?:\s+(?:it|this|him|her|them|for\s+now|then))*[\s.!]*$"
    r"|^(?:am\s+|is\s+|are\s+)?(?:closing|letting|dropping|binning|killing|parking|shelving|ditching|scrapping)\s+(?:it|this|him|her|them|the\s+(?:file|deal|case))(?:\s+(?:go|off|down|out))*[\s.!]*$",
    re.IGNORECASE,
)


# "I'll believe it when I see it".
_BELIEVES = re.compile(r"^(?:will\s+)?believe\s+(?:it|that|her|him|them)\s+(?:when|once)\b", re.IGNORECASE)


# "their auditors come in", "his boss flies over": who comes is there then; a thing that comes in is handed over.
_COMES = re.compile(
    r"(?:will\s+|gonna\s+)?(?:comes?|fl(?:y|ies)|drives?|heads?)\s+(?:in|over|down|up|out)\b(?!.*\b(?:with|and|to)\b)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    rf"\b(?:she|he|they|people|(?:{ROLES})s?|\w{{3,}}(?:[^d]er|or|ist|ian|man|woman|person)s?)$", re.IGNORECASE
)


def only_comes(who: str, words: str) -> bool:
    """Whoever comes promises nothing by that."""
    return bool(_COMES.match(words) and _SOMEBODY.search(who))


def promises_nothing(words: str) -> bool:
    """`words` stand behind who does it: "is flying in early", "will be there too", "can only sign up to 10k"."""
    return bool(
        _ON_THE_WAY.match(words)
        or _JOINS.match(words)
        or _IS_THERE.match(words)
        or _TRAVELS.match(words)
        or _SPENDS.match(words)
        or _WILL_HAVE.match(words)
        or _HEARS.match(words)
        or _FINDS_IT.match(words)
        or _STAYS.match(words)
        or _TAKES_OVER.match(words)
        or _UP_TO.match(words)
        or _IT_TAKES.match(words)
        or _HOURS.match(words)
        or _ALLOWS.match(words)
        or _KEEPS_SAYING.match(words)
        or _WAITS_FOR_US.match(words)
        or _PRESSES.match(words)
        or _GROWS.match(words)
        or _OFF_LIST.search(words)
        or _WITH_THE_DEAL.match(words)
        or _BELIEVES.match(words)
    )


def goes_away(words: str) -> bool:
    """ "flying to London", "needs to spend it or loses it", "lets us keep it till six": no act, be there a day or not."""
    return any(told.match(words) for told in (_TRAVELS, _SPENDS, _WILL_HAVE, _ALLOWS))
