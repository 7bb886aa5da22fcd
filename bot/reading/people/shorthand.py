"""What a thumb leaves out: apostrophes ("id bring it", "hes away"), the end of a word ("sendin").

A word is only touched where nothing else can be meant: "id" before a verb, "hes" anywhere.
"""

import re
from functools import lru_cache

from bot.phrases import VERBS, base_verb
from bot.reading.people.plainer import plainer
from bot.reading.people.plainpromises import plain_promise
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.speech import CAPITAL

_VERB = "|".join(sorted(VERBS))
_BEFORE = (
    r"^(?:(?:and|but|then|so)\s+)*"
    r"(?:(?:\w+\s+)?(?:said|says|sez|told\s+\w+|promised(?:\s+(?:her|him|them|me|us))?|agreed)\s+(?:that\s+)?)?"
)
_JOINED = re.compile(
    rf"(?P<before>(?i:{_BEFORE}))(?P<who>[Ii]|[Hh]e|[Ss]he|[Tt]hey)(?P<end>ll|d)(?=\s+(?:(?:also|then|just)\s+)?(?:{_VERB}|(?<=ll\s)(?:be|stay|stick|keep|think|try|let|see|know|need))\b)"
)
_IM_GERMAN = r"(?!\s+(?:urlaub|büro|haus|gespräch|moment|home-?office|krankenstand|termin|außendienst|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst|winter|quartal|laufe|nächsten|neuen|kommenden)\b)"
_ONE_WORD = re.compile(
    rf"\b(?P<who>he|she|they|i|we)(?P<end>(?<=e)s|(?<=y)re|(?<=[iI])m{_IM_GERMAN}|(?<=y)ll|ve)\b", re.IGNORECASE
)
# "its signed" and "its a deal", never "its budget"
_ITS = re.compile(
    r"\bits(?=\s+(?:(?:now|all|just|been|finally)\s+)*(?:signed|done|off|dead|over|paid|fine|ok|okay|good|a\s+(?:yes|no|go|deal|done\s+deal)|not|too|in\s+(?:legal|procurement)|ready|approved|booked|agreed|sorted|official)\b)",
    re.IGNORECASE,
)
# "were sending 2 crates Mon", "well post it": a clause that begins so and hands something over. "Were getting quotes" may be they.
_WE_GIVE = re.compile(
    r"^(?P<lead>(?:(?:and|but|then|so)\s+)*)(?P<who>[Ww]e)(?:(?P<are>re)(?=\s+(?:re-?sending|sending|shipping|posting|e-?mailing|couriering|quoting|drafting|preparing|delivering|bringing)\b)"
    r"|(?P<in>re)(?=\s+(?:in\s*$|not\s+(?:gonna|going)\b|(?:gonna|going|goin)\s+(?:with|w/|to|for)\b))|(?P<buys>ll)(?=\s+(?:take|sign|accept|go\s+with)\b)"
    r"|(?P<will>ll)(?=\s+(?:re-?send|send|ship|post|e-?mail|courier|quote|draft|prepare|deliver|bring)\b))"
)
_TO = re.compile(
    rf"(?P<before>\b(?:me|us|going|promised|agreed|wants?|needs?)\s+)2(?=\s+(?:(?!demo|review|test|order|offer|quote|trial|copy|call|visit|survey|report|contract)(?:{_VERB}))\b)",
    re.IGNORECASE,
)  # "wants me 2 send it"
_THEM = re.compile(r"(?<!^)\bem\b(?!\s+(?:back\s+)?from\b)", re.IGNORECASE)  # "em from Minh" is a mail
_BEHIND_TO = r"(?:the|her|him|them|us|our|their|his|my|an?)"
_FOR_TO = re.compile(
    rf"(?<=[a-z] )(?<!\bat )(?<!\btil )(?<!\bby )(?:(?P<four>4)(?=\s+(?:(?<=\basks 4\s)|(?<=\basked 4\s)|(?<=\basking 4\s)|(?<=\bwaiting 4\s)|(?<=\blooking 4\s)|{_BEHIND_TO}|(?:mon|tues?|wed|thurs?|fri|easter|xmas|christmas|thanksgiving|ramadan|\d+)\b(?!\s*[-–/:.]))\b)|2(?=\s+{_BEHIND_TO}\b)|(?:(?<=\bover )|(?<=\bback )|(?<=\bout ))2(?=\s+(?!(?:wee?k|da[gy]|wk|month|maand|uke|uge|veck|h(?:ou)?r|uur|min|people)[a-z]*\b)[a-z]))",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?<=[a-z] )w(?= [a-zA-Z]{2})")  # "chk w finance"
_CLIPPED = re.compile(r"\b(?:(?P<going>[a-z]{2,}in)|(?P<done>[a-z]{3,}[b-df-hj-np-tv-z])d)\b")  # "sendin", "emaild"
_SHOUTED = re.compile(r"\b[A-Z]{3,}(?:ED|ING)\b")  # "she REPLIED"
_SAME_TIME = re.compile(
    r"(?<=\s)(?:the\s+)?same\s+time\s+(?=(?:at\s+)?\d)|^same\s+time,?\s+(?=at\s)|^same\s+time(?=,?\s+\d)", re.IGNORECASE
)  # "Tue same time 9.30"
_OWES_A_LIST = re.compile(
    r"^(?P<owes>(?:(?:and|but|so)\s+)*(?:i|we)\s+(?:(?:still|also)\s+)?owe\s+(?:her|him|them))\s?:\s", re.IGNORECASE
)
_CHATTER = re.compile(r"(?:[\s,]+(?:lol|haha\w*|hehe|either|tbh|btw|fyi|imo|xx+|thx|cheers))+[\s.!]*$", re.IGNORECASE)
_TO_BEGIN = re.compile(
    r"^(?:(?:(?:so|but|and)\s+)?(?:anyways?|btw|by\s+the\s+way)|oh(?:\s+and)?|basically|fwiw|u[hm]+)[\s,]+(?=[\w'’])",
    re.IGNORECASE,
)
_CLASHES = frozenset({"wed", "wes"})  # a weekday, a name
_NAMES_WILL = re.compile(
    rf"(?<![\w'’])(?!(?:She|He|They|We|It|You|That|There|This|Who)\b)(?P<who>{CAPITAL}[\w-]+)['’]ll\b"
)
# What is drawn tells nothing: "moved to 4 jan 💪", and as Slack sends it ":muscle:".
_PICTURES = re.compile(
    r"\s*[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]+\s*|(?:^|(?<=\s)):[a-z][a-z0-9_+-]+:(?=\s|$)"
)


# "Friday (the 20th)": one day, told twice.
_IN_BRACKETS = re.compile(
    r"(?P<day>\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\s*\((?:the\s+|on\s+)?(?P<date>\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[a-z]{3,9})?|[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[/.]\d{1,2}\.?)\)",
    re.IGNORECASE,
)


@lru_cache(maxsize=CLAUSES_KEPT)
def spelled(clause: str) -> str:
    """One clause with the apostrophes that were left out: "id bring it" -> "I'd bring it"."""

    def apart(found: re.Match[str]) -> str:
        if f"{found['who']}{found['end']}".lower() in _CLASHES:
            return found[0]
        return f"{found.groupdict().get('before') or ''}{found['who']}'{found['end']}"

    clause = _IN_BRACKETS.sub(r"\g<day> \g<date>", clause) if "(" in clause else clause
    clause = _PICTURES.sub(" ", clause).strip() if _PICTURES.search(clause) else clause
    clause = _SHOUTED.sub(lambda found: found[0].lower(), _TO_BEGIN.sub("", clause))
    clause = _NAMES_WILL.sub(r"\g<who> will", _THEM.sub("them", clause))
    clause = _ONCE_BEGUN.sub(r"\g<asks>in \g<period>", _FOR_ONES_PART.sub("", clause))
    clause = _WITH.sub("with", _CLIPPED.sub(_whole, clause))
    if "2" in clause or "4" in clause:
        clause = _FOR_TO.sub(lambda found: "for" if found["four"] else "to", clause)
    clause = _OWES_A_LIST.sub(
        r"\g<owes> ", _SAME_TIME.sub(lambda found: "" if found[0][-1].isspace() else "at", _CHATTER.sub("", clause))
    )
    clause = _PAST_AN_HOUR.sub(r"\g<asks>after ", clause) if "past " in clause or "post " in clause else clause
    if "touch" in clause or "hear" in clause:
        clause = _IN_TOUCH.sub("wants me to call back", clause)
    clause = _TO.sub(r"\g<before>to", clause) if "2" in clause else clause
    clause = _ITS.sub("it's", clause)
    clause = _WE_GIVE.sub(lambda found: f"{found['lead']}{found['who']}'{found[0][-2:]}", clause)
    return plain_promise(plainer(_ONE_WORD.sub(apart, _JOINED.sub(apart, clause, count=1))))


# "ping me when Q3 starts": in Q3, from its first day.
_ONCE_BEGUN = re.compile(
    r"(?P<asks>\b(?:ask|try|call|ring|phone|ping|text|e-?mail|buzz|chase|come|check|talk|speak|reach\s+out)\s+(?:(?:me|us|her|him|them|again|back|in|to)\s+)*)(?:when|once|after|as\s+soon\s+as)\s+(?P<period>q[1-4]|h[12]|(?:the\s+)?(?:new\s+year|next\s+(?:month|quarter|year))|january|february|april|june|july|august|september|october|november|december)\s+(?:starts|begins|opens|kicks\s+(?:off|in)|comes(?:\s+a?round)?|rolls\s+a?round|is\s+(?:here|under\s?way))(?=\s*(?:$|[,;.!]))",
    re.IGNORECASE,
)
# "try again past 2", "call post 3pm": from that hour on; "half past 2" is an hour.
_PAST_AN_HOUR = re.compile(
    r"(?P<asks>\b(?:again|back|try|retry|call|ring|redial|phone|her|him|them|free|in|available)\s+)(?:past|post)\s+(?=\d)",
    re.IGNORECASE,
)
# "wants me back in touch in Sept", "asked to hear from me again in July"
_IN_TOUCH = re.compile(
    r"\b(?:wants?|asks?|asked|told|would\s+like)\s+(?:(?:me|us)\s+(?:to\s+(?:get|be|come)\s+)?back\s+in\s+touch|to\s+hear\s+(?:back\s+)?from\s+(?:me|us)\s+again)\b",
    re.IGNORECASE,
)
_FOR_ONES_PART = re.compile(
    r"\s+(?:in\s+(?:return|turn|exchange)|for\s+(?:her|his|their)\s+part|(?:him|her)self|meanwhile)(?=\s+(?:will|is\s+going|sends?|gets?|has\s+to|promised)\b)",
    re.IGNORECASE,
)


def _whole(found: re.Match[str]) -> str:
    """ "sendin" is sending, where that is a verb and what was typed is none."""
    if base_verb(found[0]) is not None or found[0] in {"heard", "card", "hard", "sein"}:
        return found[0]
    if found["going"]:
        return f"{found[0]}g" if base_verb(f"{found[0]}g") else found[0]
    done = found["done"]
    return f"{done}ed" if base_verb(done) == done or base_verb(f"{done}e") else found[0]
