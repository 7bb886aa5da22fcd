"""Another day for a talk, in the plain words that are read: "wants to push Thursday's visit to the 24th" has moved it, "coming in on Thu
at 4" is a visit. One after another, as in plainer."""

import re

from bot.reading.words.daynames import MONTH, WEEKDAY, WORKDAY
from bot.reading.words.inturn import in_turn
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
_WHOM = rf"(?:her|him|them|{NAME})"
_DAY = rf"(?:{WEEKDAY}|today|tomorrow|tmrw|next\s+[a-z]+|{MONTH}|the\s+(?:\d|week|following|day)|\d)"
_DAYS = rf"(?:{WEEKDAY}|today|tomorrow|{MONTH}|the|at|\d{{1,2}}(?:[:./]\d{{1,2}})?(?:st|nd|rd|th|\s?[ap]m)?)"
_TALK = r"(?:call|meeting|mtg|demo|visit|review|session|walk-?through|workshop|kick-?off|lunch|presentation)"
_WHOSE = (
    r"(?:(?:the|our|my|his|her|their|(?:mon|tues?|wednes|wed|thurs?|fri)(?:day)?['’]?s|tomorrow['’]?s|today['’]?s)\s+)?"
)
_MOVE = r"(?:push|move|shift|bump|reschedule|switch)"
_ASKED_TO_MOVE = re.compile(
    rf"(?:asked|asks|had|has)\s+(?:me\s+|us\s+)?to\s+{_MOVE}\s+(?={_WHOSE}(?:[a-z]+\s+)?{_TALK}\b.{{0,40}}\bto\s+{_DAY})",
    re.IGNORECASE,
)
# "push Thursdays visit to the 24th"
_ON_ITS_DAY = re.compile(
    rf"(?P<move>\b{_MOVE}\s+)(?:(?:mon|tues?|wednes|wed|thurs?|fri)(?:day)?|tomorrow|today)['’]?s\s+(?={_TALK}\s+(?:back\s+|out\s+)?(?:to|until|til+)\b)",
    re.IGNORECASE,
)
# "demo with Raj moved from 3/17 to 3/24"
_IT_MOVED = re.compile(
    rf"(?P<lead>{AND_ALSO}){_WHOSE}(?P<talk>{_TALK})(?:\s+(?:with|w/?)\s*{NAME})?\s+(?:(?:is|was|got|has\s+been)\s+)?(?:moved|pushed|shifted|bumped|postponed|rescheduled)\s+from\s+(?:{_DAYS}\s+){{1,4}}?(?=to\s)",
    re.IGNORECASE,
)
# "do it Monday instead", behind a day that does not suit them.
_INSTEAD = re.compile(
    rf"(?P<ask>{AND_ALSO}(?:{_WHO}\s+)?(?:(?:wants?|would\s+like|prefers?)\s+to\s+|can\s+we\s+|could\s+we\s+|let['’]?s\s+)?(?:do|have|make)\s+it\s+(?:on\s+)?{_DAY}.{{0,30}}?)\s+instead[\s.?!]*$",
    re.IGNORECASE,
)
_RING_IN = re.compile(
    r"(?P<ring>\b(?:ring|call|try|phone)(?:\s+(?:me|back|again|her|him|them))*\s+in\s+(?:about\s+)?(?:\d{1,2}|ten|fifteen|twenty|thirty))[\s.!]*$",
    re.IGNORECASE,
)
_RING_INSTEAD = re.compile(
    rf"(?P<ring>\b(?:ring|call|try|phone)\s+(?:me|us|her|him|them|{NAME}))\s+instead(?=\s+\S)", re.IGNORECASE
)
# "try nov": in small letters nobody is called so.
_TRY_MONTH = re.compile(
    r"(?P<try>\b(?:re)?try(?:ing)?)(?:\s+again)?\s+(?=(?:(?:early|mid|late)[\s-]+)?(?-i:jan|feb|march|mar|apr|april|may|june?|july?|aug|sept?|oct|nov|dec|january|february|august|september|october|november|december)[\s.!]*$)",
    re.IGNORECASE,
)
# "Marisol tentative for Tues 2pm": a slot that they can do, and nothing agreed.
_TENTATIVE = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})(?:['’]s|\s+is|\s+are)?\s+(?:tentative(?:ly)?|pencill?ed\s+in)\s+(?:for|on)\s+(?={_DAY})",
    re.IGNORECASE,
)
# "Termin verschoben auf 24.3.", "møte flyttet til tirsdag"
_MOVED_ABROAD = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:der|den|das|die|le|la|il|el|het|de)\s+)?(?P<talk>termin|treffen|gespräch|call|demo|besuch|møtet?|mødet?|mötet?|rdv|rendez-vous|réunion|riunione|reunión|afspraak|spotkanie)\s+(?:(?:ist|wurde|er|är|est|è|is|blev|ble|werd|zostało)\s+)?(?:verschoben\s+auf|verlegt\s+auf|flyttet\s+til|flyttad\s+till|flyttat\s+till|(?:reportée?|décalée?|déplacée?)\s+(?:au|à)|(?:rinviat|spostat)[ao]\s+(?:al|a)|(?:aplazad|cambiad)[ao]\s+(?:al|a)|(?:verzet|verplaatst)\s+naar|(?:przełożone|przesunięte)\s+na)\s+",
    re.IGNORECASE,
)
_BEST_BET = re.compile(
    rf"{AND_ALSO}best\s+(?:bet|chance|time|shot)(?:\s+(?:is|to\s+(?:call|ring|try|catch|reach|get)(?:\s+(?:her|him|them))?))*\s+(?=(?:is\s+)?{_DAY})",
    re.IGNORECASE,
)
_DAY_WORKS = re.compile(
    rf"{AND_ALSO}(?:(?:told|confirmed\s+(?:to|with))\s+(?:her|him|them|{NAME})|{_WHO}\s+(?:says?|said|confirms?|confirmed))\s+(?:that\s+)?(?P<day>(?:the\s+)?(?:{WORKDAY}|tomorrow|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}/\d{{1,2}}))\s+(?:works?|suits|is\s+(?:fine|good|ok(?:ay)?|great|perfect))(?:\s+for\s+(?:her|him|them|me|us))?[\s.!]*$",
    re.IGNORECASE,
)
# "coming in to see the trays on Thu 19 Mar at 4"
_COMING_IN = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they)(?:['’](?:s|re)|\s+is|\s+are)\s+)?coming\s+(?:in|over|by|here)\b(?:\s+(?:to\s+(?:see|look\s+at|try|check\s+out)|for)\s+(?:(?:the|our|an?)\s+)?[a-z][\w-]*(?:\s+[a-z][\w-]*)?)?\s+(?=(?:on\s+)?{_DAY}.*(?:\bat\s+\d|\d\s?[ap]m|\d:\d\d|noon))",
    re.IGNORECASE,
)
_INVITE_FOR = re.compile(
    rf"{AND_ALSO}(?:calendar\s+|cal\s+|the\s+|my\s+)?invites?\s+(?:(?:is|was)\s+)?(?:sent|out|gone|off)\s+(?:for|at)\s+(?=\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]m)?\s*$)",
    re.IGNORECASE,
)
# "texted him new slot Mon 2pm", "offered her Tue 9:30": what we proposed, and nobody has agreed to yet.
_NEW_SLOT = re.compile(
    rf"{AND_ALSO}(?:i\s+)?(?:(?:texted|emailed|e-mailed|mailed|messaged|sent|gave|offered|proposed|suggested)(?:\s+(?:her|him|them|{NAME}))?\s+(?:an?\s+)?(?:new|another|other|fresh)\s+(?:slot|time|date|day)|(?:offered|proposed|suggested)(?:\s+(?:her|him|them|{NAME}))?)(?:\s*:|\s+(?:for|of|on|instead))?\s+(?=(?:on\s+)?{_DAY}.*(?:\bat\s+\d|@\s?\d|\d\s?[ap]m|\d:\d\d|noon))",
    re.IGNORECASE,
)
# "April says come by Thursday at 4": they have us there.
_COME_BY = re.compile(
    rf"{AND_ALSO}(?:{_WHO}\s+)?(?:says?|said|told\s+(?:me|us))\s+(?:to\s+)?(?:come|stop|swing|drop)\s+(?:by|over)(?:\s+(?:(?:to|at)\s+)?(?:the|their|his|her)\s+\w+)?\s+(?=(?:on\s+)?{_DAY})",
    re.IGNORECASE,
)

# "i'm up in Edinburgh 8 April to see her", "driving to Fresno Thu to meet Pat": a visit, whatever the town.
_IN_TOWN_TO_SEE = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:i|we)(?:['’](?:m|re|ll\s+be)|\s+(?:am|are|will\s+be))\s+(?:(?:up|down|over|out|back)\s+)?in|(?:(?:i|we)(?:['’](?:m|re)|\s+(?:am|are))?\s+)?(?:flying|driving|heading|going|travell?ing|coming)\s+(?:(?:up|down|over|out|in)\s+)?to)\s+(?!(?:a|an|touch|meetings?|{WORKDAY})\b)[^\W\d_][\w'’.-]*(?:\s+(?!(?:on|the|next|{_DAY})\b)[^\W\d_][\w'’.-]*)?\s+(?P<when>(?:on\s+)?{_DAY}[^,;]{{0,25}}?)\s+to\s+(?:see|meet|visit)\s+(?:with\s+)?(?P<whom>her|him|them|{NAME})(?=[\s.!]*$)",
    re.IGNORECASE,
)
# "le rappeler lundi 30", "richiamarla lunedì": whom we call stands before it or on it.
_CALL_ABROAD = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:à\s+)?(?:la|les?|l['’]|lui|leur)\s*(?:r?appeler|retéléphoner|recontacter|relancer)|richiamar(?:l[aoi]|li)|(?:volver\s+a\s+)?llamar(?:l[aeo]s?)|(?:ihn|sie)\s+(?:wieder\s+|nochmal\s+)?(?:anrufen|zurückrufen))(?=\s+(?:le\s+|el\s+|il\s+|am\s+|demain|mañana|domani|[^\W\d_]{{3,10}}\s|[^\W\d_]{{4,10}}[\s.!]*$|\d))",
    re.IGNORECASE,
)
# "3/26 call moved to 4/2": the day that it had.
_HAD_ITS_DAY = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:the\s+|our\s+)?(?:\d{{1,2}}[/.]\d{{1,2}}|(?:mon|tues?|wednes|weds?|thurs?|fri)(?:day)?(?:['’]?s)?)\s+(?P<talk>{_TALK})(?=\s+(?:(?:is|was|got|has\s+been|now)\s+)?(?:moved|pushed|shifted|bumped|postponed|rescheduled)\s+(?:back\s+|out\s+)?to\s)",
    re.IGNORECASE,
)

# "3pm CT call tomorrow": its hour stands behind its day elsewhere.
_HOUR_BEFORE = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<hour>\d{{1,2}}(?:[:.][0-5]\d)?\s?[ap]m?|\d{{1,2}}[:.][0-5]\d|noon)(?P<zone>\s+(?:[ECMP][SD]?T|GMT|CET|BST))?\s+(?P<talk>{_TALK})\s+(?P<day>tomorrow|tmrw)[\s.!]*$",
    re.IGNORECASE,
)

# "i ask again Wed": we try them then, and hand nothing over.
_ASK_AGAIN = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:i|we)(?:['’]ll|\s+will|['’]m)?\s+|will\s+)?(?:ask|check)(?:ing)?\s+(?:(?:her|him|them|{NAME})\s+)?again\s+(?=(?:on\s+)?{_DAY}[^,;]{{0,25}}$)",
    re.IGNORECASE,
)


# "Dana moved us to 19 March 10:00": the talk that was open.
_MOVED_US = re.compile(
    rf"(?P<moved>\b(?:moved|pushed|shifted|bumped|switched|rescheduled))\s+us(?P<back>\s+(?:back|out|forward|up))?\s+to\s+(?=(?:{WORKDAY}|today|tomorrow|tmrw|next\s+(?:week|mon|tue|wed|thu|fri)[a-z]*|the\s+\d{{1,2}}(?:st|nd|rd|th)|{MONTH}\s+\d|\d{{1,2}}(?:[/.]\d{{1,2}}|(?:st|nd|rd|th)?\s+{MONTH}))\b)",
    re.IGNORECASE,
)


# "try Tue his morning"
_THEIR_MORNING = re.compile(
    rf"(?P<day>\b(?:{WORKDAY}(?:\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?)?|tomorrow|tmrw|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}/\d{{1,2}}))\s+(?:in\s+)?(?P<whose>her|his|their)\s+(?P<part>morning|afternoon|evening)\b",
    re.IGNORECASE,
)

# "confirmed tmrw's 10:30 store visit", "confirmed our 3pm call tmrw": what, its day and its hour, in whatever order.
_ITS_DAY = (
    rf"(?P<day>(?:next\s+)?{WORKDAY}|today|tomorrow|tmrw|tmw|the\s+\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}})"
)
_ITS_HOUR = r"(?P<hour>\d{1,2}(?:[:.][0-5]\d)?\s?[ap]m?|\d{1,2}[:.][0-5]\d|noon)"
_ITS_KIND = r"(?P<what>(?:(?!(?:and|but|with|to|by|that|for|at|is)\b)[a-z][\w-]*\s+){0,2}?(?!(?:and|but|with|to|by|that|for|at|is)\b)[a-z][\w-]*)"
_CONFIRMS = rf"(?P<who>{AND_ALSO}(?:{_WHO}\s+)?)(?:re-?)?(?:confirms?|confirmed|accepted|ok['’]?s|ok['’]?d)\s+(?:(?:the|our|my|his|her|their)\s+)?"
_CONFIRMED = re.compile(rf"{_CONFIRMS}{_ITS_DAY}(?:['’]s?)?\s+(?:at\s+)?{_ITS_HOUR}\s+{_ITS_KIND}$", re.IGNORECASE)
_CONFIRMED_AT = re.compile(rf"{_CONFIRMS}{_ITS_HOUR}\s+{_ITS_KIND}\s+(?:on\s+|for\s+)?{_ITS_DAY}$", re.IGNORECASE)
# "one last invite for mon 10am": asked once more, and nobody has agreed to it.
_ONCE_MORE = re.compile(
    rf"{AND_ALSO}(?:(?:sent|sending|offering|offered|giving|gave)\s+(?:{_WHOM}\s+)?)?(?:an?other|(?:an?\s+|the\s+|my\s+|one\s+)+(?:more|last|final|new)|final|last)\s+(?:try|shot|attempt|invite|slot|chance|go)(?:\s+(?:to|with|w/)\s*{_WHOM})?\s*(?:,|:|for|on|at)?\s+(?P<when>(?:on\s+)?{_DAY}.*?\d\S*(?:\s?[ap]m)?)(?:\s+then\s+(?:i['’]?m|we['’]?re|it['’]?s|i|we)\b.*)?$",
    re.IGNORECASE,
)
# "walking Ray thru the offer Fri 11", "reviewing the SOW w/ Nicole Wed 2pm": a review with them, where it has its hour.
_NO_DAY = r"(?!(?:mon|tue|wed|thu|fri|sat|sun|tom|tmrw|next|today|on\b|the\b|\d))"
_GOING_OVER = re.compile(
    rf"{AND_ALSO}(?:(?:i['’]?m|we['’]?re|i\s+am|we\s+are)\s+)?(?:(?:walk|talk|tak|runn)ing\s+(?P<whom>{_WHOM})\s+(?:thr(?:u|ough)|over)\s+(?:it|(?:the|our|my)\s+[\w'’-]+(?:\s+{_NO_DAY}[\w'’-]+)?)|(?:reviewing|discussing|(?:go|runn|look)ing\s+(?:over|thr(?:u|ough)))\s+(?:it|(?:the|our|her|his|their)\s+[\w'’-]+(?:\s+{_NO_DAY}[\w'’-]+)?)\s+(?:with\s+|w/\s*|w\s+)(?P<other>{_WHOM}))\s+(?=(?:on\s+)?{_DAY}.*\d)",
    re.IGNORECASE,
)
# "i call dawn the mon after": whom we ring may be anybody of theirs.
_CALL_ANYBODY = re.compile(
    rf"(?P<lead>{AND_ALSO}(?:i|we)(?:['’]ll|\s+will)?\s+(?:call|ring|phone|try))\s+(?!(?:me|us|you|back|again|it|off|in|on|to|up|out|for|at|by|before|until|till?|from|since|within|mid|early|late|end|around|about|first|sometime|one|someone|more|them|her|him|when|if|the|once|after|my|our|a|an|both|round|around|every\w*|this|that|next|today|tonight|tomorrow|tmrw|(?:{WEEKDAY}|{MONTH}))\b)(?P<whom>(?-i:[a-z]){{3,}})\s+(?=(?:on\s+)?(?:{_DAY}|the\s+{WORKDAY}\s+after)(?:\s|$))",
    re.IGNORECASE,
)
# "Dwayne ok w me dropping in", behind the day on which we are near; "fine w me ringing in 3 weeks".
_FINE_WITH_US = rf"{AND_ALSO}{_WHO}(?:['’](?:s|re)|\s+is|\s+are)?\s+(?:(?:ok(?:ay)?|fine|good|cool|happy|glad)\s+(?:w/\s*|w\s+|(?:with|for|about)\s+)|(?:doesn['’]?t|does\s+not|don['’]?t|won['’]?t)\s+mind\s+)(?:me|us|my)\s+(?:to\s+)?"
_COMING_BY = (
    r"(?:drop|stop|swing|pop|com|look|visit)(?:e|ping|p|ing)?(?:\s+(?:in|by|over|round|out|on\s+(?:her|him|them)))?"
)
_IN_A_TIME = rf"in\s+(?:\d|an?\b|early|late|mid|two|three|four|{MONTH})"
_THEN = rf"\s+(?=(?:{_IN_A_TIME}|on\s|early|late|mid|after|{_DAY}))"
_MAY_COME = re.compile(rf"{_FINE_WITH_US}(?:{_COMING_BY}|calling(?:\s+in|\s+by)?)$", re.IGNORECASE)
_MAY_VISIT = re.compile(rf"{_FINE_WITH_US}{_COMING_BY}{_THEN}", re.IGNORECASE)
_MAY_CALL = re.compile(
    rf"{_FINE_WITH_US}(?:r[iu]ng|call|phon|try|buzz|ping|check|circl|touch|follow|get)(?:e|ing|ting|ging)?(?:\s+(?:in\s+touch|(?!{_IN_A_TIME})in|back|base|up|again|her|him|them))*{_THEN}",
    re.IGNORECASE,
)
# "can we do 3 not 4 tmrw", "10 not 10:30": the hour that holds, behind its day.
_H = r"(?:1\d|2[0-3]|[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]m?)?(?!\d)"
_HOUR_NOT = re.compile(
    rf"(?<![\d/.:$€£])\b(?:at\s+)?(?P<new>{_H})\s*(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+(?:at\s+)?{_H}(?:(?P<day>\s+(?:on\s+|for\s+)?(?:{WORKDAY}|today|tomorrow|tmrw|tmw))\b)?(?P<end>\s+(?:instead|pls|please))?[\s.?!]*$",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(
    rf"\b(?:{WORKDAY}|today|tomorrow|tmrw|tmw|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}/\d{{1,2}})\b", re.IGNORECASE
)


# Else it is so many: "ship 2 not 3 tmrw", "she can pay 10 not 12 Friday".
_WE_TALK = re.compile(
    rf"\b(?:(?:can|could)\s+we\s+do|let['’]?s\s+(?:do|say)|make\s+it|meet(?:ing)?|call(?:ing)?|talk|speak|{_TALK})\b",
    re.IGNORECASE,
)


def _hour_that_holds(found: re.Match[str]) -> str:
    """Of a talk beside a day, or alone, where the line may have told the talk."""
    before = found.string[: found.start()]
    if before and not (_WE_TALK.search(before) and (found["day"] or _ANY_DAY.search(before))):
        return found[0]
    return f"{(found['day'] or '').strip()} at {found['new'].strip()}".strip()


def _moved_abroad(found: re.Match[str]) -> str:
    talk = found["talk"].lower()
    return f"{found['lead']}our {talk if talk in {'call', 'demo'} else 'meeting'} moved to "


_plainly = in_turn(
    (_COME_BY, "visit "),
    (_CONFIRMED, r"\g<who>confirmed \g<what> \g<day> \g<hour>"),
    (_CONFIRMED_AT, r"\g<who>confirmed \g<what> \g<day> \g<hour>"),
    (_GOING_OVER, lambda found: f"review with {found['whom'] or found['other']} "),
    (_ONCE_MORE, r"sent a new meeting invite for \g<when>"),
    (_CALL_ANYBODY, r"\g<lead> them "),
    (_MAY_COME, "I will drop by the same day"),
    (_MAY_VISIT, "visit "),
    (_MAY_CALL, "call "),
    (_HOUR_NOT, _hour_that_holds),
    (_THEIR_MORNING, r"\g<day> \g<part> \g<whose> time"),
    (_MOVED_US, r"\g<moved> our meeting\g<back> to "),
    (_ASK_AGAIN, r"\g<lead>trying again "),
    (_HOUR_BEFORE, r"\g<lead>\g<talk> \g<day> \g<hour>\g<zone>"),
    (_IN_TOWN_TO_SEE, r"\g<lead>visiting \g<whom> \g<when>"),
    (_CALL_ABROAD, r"\g<lead>call them"),
    (_HAD_ITS_DAY, r"\g<lead>our \g<talk>"),
    (_NEW_SLOT, "sent a new invite for "),
    (_INVITE_FOR, "at "),
    (_ASKED_TO_MOVE, "moved "),
    (_ON_ITS_DAY, r"\g<move>our "),
    (_IT_MOVED, r"\g<lead>our \g<talk> moved "),
    (_INSTEAD, r"\g<ask>"),
    (_RING_IN, r"\g<ring> min"),
    (_TENTATIVE, r"\g<who> can do "),
    (_MOVED_ABROAD, _moved_abroad),
    (_RING_INSTEAD, r"\g<ring>"),
    (_TRY_MONTH, r"\g<try> again in "),
    (_BEST_BET, "try again "),
    (_DAY_WORKS, r"call \g<day>"),
    (_COMING_IN, "visit "),
)


def plain_steps(clause: str) -> str:
    return _plainly(clause)
