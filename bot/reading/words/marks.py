"""The marks that a thumb and a voice leave out: a clause ends where somebody new begins, and how they spoke ends at its colon."""

import re

from bot.reading.words.speech import MONTH, NAME, SPOKE_WITH, quotes_in

_NO_MARK = re.compile(
    rf"(?P<met>{SPOKE_WITH.pattern})\s+(?=(?:(?:she|he|they|i|we)(?:['’]?(?:ll|d|s))?|next\s+(?:call|step|meeting|demo|chat))\s)",
    re.IGNORECASE,
)

_RUNS_ON = re.compile(
    r"(?P<before>\b(?=[\w'’]+\s+(?:she|he|they|i)\s)(?!(?:that|if|when|what|which|how|where|who|why|whether|said|says|think|thinks|thought|hopes?|hoped|sure|because|bc|until|till?|before|after|once|and|but|or|so|then|as|while|than|know|knows|guess|me|us|reckons|confirmed|promised|is|was|are|assume|expect|believe|figure|suspect|reckon|bet|trust|feel|feels|doubt|like|certain|confident|convinced|imo|personally|mind|opinion)\b)[\w'’]+)"
    r"\s+(?=(?:she|he|they)\s+(?:will|is\s+going\s+to|are\s+going\s+to|wants?|has\s+to|needs?)\s|i\s+(?:am|will|need|have)\s+(?:to|supposed|going)\b)",
    re.IGNORECASE,
)

# "ring me once the audit is through, 4/13"; "email from Sarah: their legal returns it": the one mark parts nothing, the other does.
_ITS_DAY = re.compile(
    rf"(?P<event>(?:\b(?:call|ring|phone|try|ask|come|check|get|talk|speak|e-?mail|ping|circle|reach|touch)\b[^,;.:?]{{0,30}}\b(?:once|when|after|as\s+soon\s+as)|\b(?:nothing|not|no)\b[^,;.:?]{{0,30}}\b(?:until|till?|before))\s+(?:the|our|their|his|her|its|he|she|they|we)\b[^,;.:?]{{3,60}}),\s+(?=(?:on\s+|so\s+|i\.?e\.?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:[/.]\d|\s+{MONTH})|{MONTH}\s+\d|(?:early|mid|late|end\s+of|beginning\s+of|start\s+of)[\s-]+{MONTH}\b)[^,;?]{{0,12}}[”\"'’.]?$)",
    re.IGNORECASE,
)

# "told her I'd drop it off, 3/19. She clears it first": where the sentence ends with it, a day is no other one's.
_DAY_OF_IT = re.compile(
    rf"(?P<act>\b(?:i|we|she|he|they)(?:['’]?(?:d|ll)|\s+(?:will|would))\s+[a-z][^,;.:?]{{2,60}}),\s+(?:on\s+)?(?=(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d{{1,2}}/\d{{1,2}}|the\s+\d{{1,2}}(?:st|nd|rd|th)|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\s*(?:[.;]\s|\.?$))",
    re.IGNORECASE,
)

# "Dana will, by Tuesday, get us the list": a day put in between parts nothing.
_PUT_IN = re.compile(
    r"(?P<will>\b(?:will|gonna|to)|['’]ll),\s+(?P<when>(?:by|before|on|next|no\s+later\s+than)\s+[^,;.:?]{2,24}),\s+(?=[a-z])",
    re.IGNORECASE,
)

_WROTE = re.compile(
    r"(?P<who>\b(?:e-?mail|em|mail|note|text|msg|message|reply|letter|word|answer|news|voicemail)\s+(?:(?:came|back|in)\s+){0,3}(?:from|by)\s+[\w'’-]+(?:\s+[\w'’-]+)?)\s*:\s+(?!['‘“\"])",
    re.IGNORECASE,
)

_CALL = r"(?:call|called|phone|phoned|line|spoke|talked|chatted|tt|tel|telefono|téléphone|telefon|fon|met|rang|picked\s+up|\d-way|three-way|zoom|teams|meeting|visit|caught|reached|got\s+through|(?:bow|opt|back|pull|drop)p?ed\s+out)"

# "talked to Ray: counts from him Fri": how they spoke ends at the colon, and what was said begins.
_SPOKE_SO = re.compile(
    rf"^(?!(?:not|no|fyi|note)\b)(?P<how>(?:[^:;.!?]{{0,80}}[\s(])?{_CALL}\b[^:;.!?“”\"]{{0,50}}):\s+(?!['‘’“”\"«])(?!\d)",
    re.IGNORECASE,
)

# "12k pilot: Fiona takes it to the board Wed": what the line is about ends at the colon.
_ABOUT = re.compile(
    rf"^(?P<about>(?!(?:note|fyi|nb|todo|remind\w*|update|ps|next|then|me|us|we|i|mine|ours|hers|theirs|them|him|her|he|she|they)\b)(?:(?>{NAME})\s+)?(?-i:[a-z0-9£$€])[^:;.!?,“”\"]{{1,40}}):\s+(?=(?:(?>{NAME})|she|he|they)\s+(?-i:[a-z]))",
    re.IGNORECASE,
)

_TOPIC = re.compile(
    rf"^(?P<topic>(?:(?:so|ok|okay|well|just|had|got|off|on|the|phone|call|with|w/|spoke|talked|to|tt|a|chat)\s+)*{NAME}(?:\s+over)?(?:\s+(?:at|there|here))?)\s+(?=(?:she|he|they)\s+[a-z])",
    re.IGNORECASE,
)

_SAY = re.compile(
    rf"(?: (?:(?:before|b4|by) (?:that|then)|after (?:the )?(?!lunch\b|noon\b|work\b|hours\b)[a-z]+))?, (?:let['’]?s )?say (?=(?:by\s+|the\s+|on\s+)?(?:next\s+)?(?:mon|tue|wed|thu|fri|tom|tmrw|\d|{MONTH}\s+\d))",
    re.IGNORECASE,
)

# "week of the 23rd, Friday she sends it": the day is that of a new clause, which somebody begins.
_BEGINS = r"(?!\s+(?:(?:i|we|she|he|they|(?:the|our|my|her|his|their)\s+[\w'’-]+|(?-i:[A-Z])[\w'’-]+)(?:['’](?:ll|d|s|re|m))?\s+(?!of\b)[a-z]|(?!(?:at|in|on|for|with|from|and|or|by|before|after|until|till|morning|afternoon|evening)\b)[a-z'’-]+\s+[a-z]+s\b))"
_NTH = rf"the\s+\d{{1,2}}(?:st|nd|rd|th)\b{_BEGINS}"

# "next month, the 8th", "week of the 23rd, Tues": the day in it, and no other one; a month has many Tuesdays.
_IN_ITS_PERIOD = re.compile(
    rf"(?P<period>\b(?:(?P<month>(?:in|around|about)\s+(?:early\s+|mid\s+|late\s+)?{MONTH}|next\s+month)|(?:(?:early|late|mid)\s+)?next\s+w(?:ee)?k|(?:w(?:ee)?k\s+of|w/c|week\s+commencing)\s+(?:the\s+)?[\w/.]{{1,9}}(?:\s+\w{{1,9}})?)|(?P<nth>\b\d{{1,2}}(?:st|nd|rd|th)))\s*,\s+(?(month)(?:(?:say|like|around|about)\s+(?=the\s+\d))?)(?=(?(nth)of\s+{MONTH}\b|(?:on\s+)?(?:{_NTH}|(?(month)(?!)|(?:mon|tues?|weds?|wednes|thu(?:rs?)?|fri)(?:day)?\b{_BEGINS}))))",
    re.IGNORECASE,
)

# "meeting booked Mon 23rd, 3": the hour of it; seven may be the morning, the evening, or how many come.
_ITS_HOUR = re.compile(
    r"(?P<talk>\b(?:call|meeting|mtg|demo|visit|lunch|review|workshop|kick-?off|walk-?through|session|booked|confirmed|rebooked)\b[^,;.:()]{0,40}?(?:\b(?:mon|tues?|weds?|wednes|thu(?:rs?)?|fri)(?:day)?|\bweek|\b(?:tomorrow|tmrw)|\d/\d{1,2}|\d(?:st|nd|rd|th)))\s*,\s+(?=[1-6](?:-[1-7])?\s*(?:$|[.;,]))",
    re.IGNORECASE,
)


def with_its_day(text: str) -> str:
    text = _ITS_DAY.sub(r"\g<event> ", text) if "," in text else text
    return _DAY_OF_IT.sub(r"\g<act> on ", text) if "," in text else text


def marked(text: str) -> str:
    """ "spoke to Priya she sends it" -> "spoke to Priya, she sends it": two clauses; as voices are written down, too."""
    text = _PUT_IN.sub(r"\g<will> \g<when> ", text)
    text = _ITS_HOUR.sub(r"\g<talk> at ", _IN_ITS_PERIOD.sub(r"\g<period> ", _SAY.sub(" ", text)))
    text = _SPOKE_SO.sub(r"\g<how>, ", _WROTE.sub(r"\g<who>, ", text)) if ":" in text else text
    text = _TOPIC.sub(r"\g<topic>, ", _ABOUT.sub(r"\g<about>, ", text) if ":" in text else text)
    text = text if any(quotes_in(text)) else with_its_day(text)
    return _RUNS_ON.sub(r"\g<before>,", _NO_MARK.sub(r"\g<met>, ", text, count=1))
