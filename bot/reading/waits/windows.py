"""The time that they named for buying: "around September", "when the lease ends in May", "not before Q3" (H31)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.reading.calendar.datewords import DateReading
from bot.reading.dates import find_dates
from bot.reading.languages.monthsabroad import months_in_english
from bot.reading.waits.holding import first_of_month
from bot.reading.words.daynames import MONTH

_BUYING = re.compile(
    r"\b(?:buy(?:ing)?|purchas\w+|order(?:ing|s)?|invest\w*|decid\w+|decision|sign(?:ing)?|start(?:s|ing)?|switch\w*|chang(?:e|es|ing)|replac\w+|upgrad\w+"
    r"|renew\w*|lease|contract|licen[cs]e|subscription|budget\w*|project|fiscal|financial year|funding|money|ready|need\w*"
    r"|(?:look|come back|talk|revisit|try|pick)\b.{0,20}\b(?:again|up|at it|to it|to this)|kauf(?:en|t)|bestell(?:en|t)|entscheide[nt]|achète(?:nt)?|acheter|décide(?:nt)?|compra[nr]?|acquista(?:no|re)?|kjøper|kupi(?:ć|my)?|p\.?o\.?s?|purchase orders?|cap(?:ital|ex)|spend(?:ing)?|again|expires?|runs? out|ends?(?!\s+of\b)|thaw(?:s|ed)?|unfreez\w*|frozen\s+(?:until|till?)|(?:wo\s?n['’]?t|will\s+not|can['’]?t)\s+close|revisit|go(?:es|ing)?[\s-]live|cut-?over)\b",
    re.IGNORECASE,
)
# Where one part of a sentence says so, its day counts: "budget gets voted June 9, buys in July".
_BUYS = re.compile(
    rf"\b(?:p\.?o['’]?s?\s+(?:only\s+)?(?:opens?|goes?\s+out|come)|buys?|will\s+buy|purchases?|orders?|decides?|signs?|goes\s+live)\s+(?:(?:it|this|then|only|earliest)\s+)*(?:in|on|from|around|by|early|mid|late|at|after|q[1-4]|h[12]|next|{MONTH}|\d+)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:not (?:before|until|till)|nothing (?:before|until)|no \w+ (?:before|until))\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:last (?:year|month|quarter)|ago|had|was|were|bought|ended|started|signed|did|renewed|re-?signed|extended|re-?upped|purchased|ordered|decided|switched|chose|picked|quit|resigned|retired|joined)\b|\b(?:she|he|they|boss|director|ceo|cfo|coo|cto|manager|buyer|champion|(?-i:(?!It\b|Budget\b|Contract\b)[A-Z][a-z'’]+))\s+(?:has\s+|have\s+)?(?:left|moved|went|came)\b",
    re.IGNORECASE,
)
_GATHER = re.compile(
    r"\b(?:board|partners|committee|council|directors|trustees|they)\s+(?:(?:only|next|will|all|again)\s+)*(?:meets?|sits?|convenes?|gathers?)\b",
    re.IGNORECASE,
)  # when they meet is no time to buy
# "fiscal year end 6/30": when their year ends, and no time to buy.
_YEAR_ENDS = re.compile(
    r"\b(?:bc|because|due\s+to|owing\s+to|with|given)\s+(?:of\s+)?(?:the\s+|their\s+)?(?:(?:fiscal|financial)\s+)?(?:year|quarter|month)[\s-]?end|\b(?:(?:fiscal|financial|school|tax|budget)\s+)?(?:year|yr|quarter|qtr|month|fy)[\s-]?(?:ends?|close)(?:\s+(?:close|is|on|at|being))*\s+(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?:by|before|no later than|until|till?|thru|through|up to)\b", re.IGNORECASE
)  # on that day it is too late
# "closing in June, needs a proposal by April 3": what we are to send them tells of no buying.
_NEEDS_OURS = re.compile(
    r"\bneeds?\s+(?:(?:an?|the|our|my|new|revised|updated|final)\s+)+(?:proposal|quote|quotation|offer|pricing|price\s+list|deck|demo|reference|specs?|numbers|estimate)\b",
    re.IGNORECASE,
)
# "over the next 3 years": it has begun already, and opens nothing.
_FROM_NOW = re.compile(
    r"(?:(?:over|within|for|in|during|through)\s+)?the\s+next\s+[\w-]+\s+(?:weeks|months|quarters|years)\b",
    re.IGNORECASE,
)
# "can't issue a PO before Jan": from then on.
_CANNOT = re.compile(
    r"(?:\b(?:ca|wo)\s?n['’]?t|\bcannot|\b(?:can|will)\s+not)\s+(?:(?:issue|cut|raise|place|release)\s+(?:an?\s+|the\s+|any\s+)?(?:p\.?o\.?s?|purchase\s+orders?|orders?)|sign|close|decide|go\s+(?:ahead|live)|buy|purchase|order|spend|commit)\b[^,;.]{0,30}$|\bno\s+(?:p\.?o\.?s?|orders?|purchases?|spend(?:ing)?)\s*$",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:not|never|(?:wo\s?n['’]?t|will\s+not)\s+[a-z]+(?:\s+(?:it|this|anything))?)\s+(?:(?:in|for|during|even)\s+)*$",
    re.IGNORECASE,
)
_LOOSE_MONTH = re.compile(
    r"\b(?:maybe|perhaps|probably|possibly|again|try|revisit|later)\s+(?P<month>jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_ASK_ME = re.compile(
    r"(?:^\s*|[“\"'‘:]\s*)(?:(?:so|but|and|pls|please|let['’]?s|best|(?:said|says?)(?:\s+to)?|\w+\s+(?:said|says)(?:\s+to)?|(?:[\w.'’-]+\s+){0,3}?(?:asked|asks|told|wants?)\s+(?:me|us)\s+to)\s+)*"
    r"(?:(?:ask|call|ring|phone|try|ping|mail|e-?mail|write(?:\s+to)?)\s+(?:me|us|her|him|them|again)|(?<=\bto\s)(?:call|ring|phone|try)\b|(?:talk|speak)\s+(?:to|with)\s+(?:me|us|her|him|them)|speak|get\s+(?:back|in\s+touch)|(?:come|check|circle)\s+back|reach\s+out|touch\s+base)\b",
    re.IGNORECASE,
)
# "kickoff set for May 18": a day that is agreed, and no time to buy.
_IS_BOOKED = re.compile(
    r"\b(?:quote|offer|pricing|price|discount|promo(?:tion)?|proposal)\s+(?:only\s+)?(?:runs?\s+out|expires?|ends?|lapses|(?:is\s+)?(?:good|valid)\s+(?:un)?til+)\b[^,]*|(?:^|[.,;])\s*(?:our\s+)?(?:product|engineering|eng|support|dev|ops|legal|finance|security)(?:\s+team)?\s+says\b[^,;.]*|(?:^|,)[^,]*\b(?:kick-?\s?off|onboarding|training|demo|visit|call|meeting)\s+(?:is\s+)?(?:set|booked|scheduled|agreed|planned|confirmed)\b[^,]*(?=,|$)",
    re.IGNORECASE,
)
_ISH = re.compile(
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|h[12])\s?-?\s?ish\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[^,;.!?\n]+[,;.!?\n]*|[,;.!?\n]+")
_SENTENCE = re.compile(r"[.;!?\n]+\s*")
_A_PERIOD = timedelta(days=20)  # a month, a quarter: a day or a week is an appointment
_FAR = timedelta(days=14)  # what is nearer is no time to sleep until
_FIRST_DAYS = 4  # of a month: a working day may come no sooner
_LONGEST = 140


@dataclass(frozen=True)
class Window:
    """When it opens, and the sentence that says so."""

    opens_on: date
    words: str


def purchase_window(text: str, today: date, *, day_first: bool = True) -> Window | None:
    """The first one in a text that was said on `today`."""
    for sentence in _SENTENCE.split(text):
        plain = _NEEDS_OURS.sub(" ", _ISH.sub(r"around \g<month>", months_in_english(sentence)))
        if (
            _PAST.search(plain)
            or _GATHER.search(plain)
            or _YEAR_ENDS.search(plain)
            or not (_BUYING.search(plain) or _NOT_BEFORE.search(plain))
        ):
            continue
        plain = _IS_BOOKED.sub(" ", plain)
        bought = next((part for part in plain.split(",") if _BUYS.search(part) and find_dates(part, today)), plain)
        for day in find_dates(bought, today, day_first=day_first):
            is_denied = _NOT_THEN.search(bought[: day.start]) and not day.not_before
            if is_denied or _FROM_NOW.match(day.text) or _is_running(day, bought, today):
                continue
            opens = day.first_on or day.on
            is_period = day.first_on and day.on and day.on - day.first_on >= _A_PERIOD
            if _DEADLINE.match(day.text):
                opens = (first_of_month(day) or day.on) if _CANNOT.search(bought[: day.start]) else None
                if opens and opens >= today + _FAR:
                    return Window(opens, sentence.strip(" ,")[:_LONGEST])
                continue
            if opens and opens >= today + _FAR and (is_period or day.not_before or opens > today + 4 * _FAR):
                return Window(opens, sentence.strip(" ,")[:_LONGEST])
    return None


_IS = re.compile(r"(?:\s+(?:money|budget|spend))?(?:['’]s|\s+(?:is|was))\b", re.IGNORECASE)


def _is_running(day: DateReading, text: str, today: date) -> bool:
    """ "Q1's spent", said in Q1: how that one is, and not the one in a year."""
    is_now = bool(day.first_on and today + _FAR < day.first_on <= today + timedelta(days=366))
    return is_now and bool(_IS.match(text, day.end))


def buying_period(text: str, today: date, *, day_first: bool = True) -> tuple[date, date | None] | None:
    """From when to when they may buy, as they named it; the end is None where only the beginning was named."""
    told = _without_talks(text, today, day_first=day_first)
    window = purchase_window(told, today, day_first=day_first) or _behind_a_no(told, today, day_first=day_first)
    if window is None:
        return None
    named = (
        day
        for day in find_dates(
            _ISH.sub(r"around \g<month>", months_in_english(window.words)), today, day_first=day_first
        )
        if window.opens_on in {day.first_on, day.on}
    )
    found = next(named, None)
    opens = window.opens_on
    if found and found.first_on and found.on and found.on - found.first_on >= _A_PERIOD and opens.day <= _FIRST_DAYS:
        opens = opens.replace(day=1)  # be it a holiday
    if found is None or not found.first_on or _NOT_SOONER.search(months_in_english(window.words)):
        return opens, None  # "not before mid May": until when nobody said
    return opens, found.last_on or found.on


_NOT_SOONER = re.compile(r"\bnot\s+(?:before|sooner\s+than|earlier\s+than)\b", re.IGNORECASE)
# "not before June" and no more: of what, nobody said.
_ONLY_NOT_BEFORE = re.compile(r"[“\"'‘]\s*not\s+(?:before|until|till?)\s+[\w\s/]{2,16}[”\"'’]", re.IGNORECASE)


_ABOUT = re.compile(r"\b(?:about|abt)\s+$", re.IGNORECASE)  # "ask me about Q3 money": of what, and not when


def _without_talks(text: str, today: date, *, day_first: bool) -> str:
    """ "no money left, ask me in September": then they talk to us, and whether they buy nobody said."""

    def asks(part: str) -> bool:
        days = find_dates(part, today, day_first=day_first)
        return bool(days and _ASK_ME.search(part)) and not _ABOUT.search(part[: days[0].start])

    return "".join(part for part in _PART.findall(_ONLY_NOT_BEFORE.sub(" ", text)) if not asks(part))


def loosely_until(why: str, today: date, *, day_first: bool = True) -> Window | None:
    """ "budget, maybe September": the time in the reason for which a deal is let go, however loosely it is said."""
    plain = _LOOSE_MONTH.sub(r"again in \g<month>", why)
    found = purchase_window(plain, today, day_first=day_first)
    return Window(found.opens_on, why.strip()[:_LONGEST]) if found else None


_SEASON = re.compile(
    r"\b(?:maybe|perhaps|probably|again|later|rather|try|in|next)\s+(?:(?:in|next|the)\s+){0,3}(?P<season>spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_BEGINS = {"spring": "march", "summer": "june", "autumn": "september", "fall": "september", "winter": "december"}
_NOT_THIS = re.compile(r"\bnot\s+this\s+(?=year|quarter|month)", re.IGNORECASE)


def perhaps_until(text: str, today: date, *, day_first: bool = True) -> Window | None:
    """A time to offer and never to take: "not this year, maybe spring" may mean from March on."""
    plain = _SEASON.sub(lambda found: f"again in {_BEGINS[found['season'].lower()]}", text)
    named = (
        loosely_until(plain, today, day_first=day_first)
        if plain != text
        else purchase_window(text, today, day_first=day_first)
    )
    named = named or loosely_until(_NOT_THIS.sub("not before next ", text), today, day_first=day_first)
    return named or _behind_a_no(text, today, day_first=day_first)


_A_NO = re.compile(r"\b(?:no|nope|not|never)\b|n['’]t\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"\b(?:maybe|mayb|mebbe|perhaps|possibly|poss|may|might|earliest|rather|revisit|open\s+to\s+it|(?:try|look|come|ask)(?:\s+(?:me|us))?(?:\s+again)?(?=\s+(?:in|around|next|h[12]|q[1-4])\b))\b",
    re.IGNORECASE,
)


def _behind_a_no(text: str, today: date, *, day_first: bool) -> Window | None:
    """ "hard no this year, maybe after the merger, H1": a month or more that they name behind their no."""
    if not (_A_NO.search(text) and _MAYBE.search(text)):
        return None
    for sentence in _SENTENCE.split(months_in_english(text)):
        no = _A_NO.search(sentence)
        maybe = _MAYBE.search(sentence, no.end()) if no else None
        for day in find_dates(sentence, today, day_first=day_first) if maybe else ():
            first, last = day.first_on, day.on
            is_long = first is not None and last is not None and last - first >= _A_PERIOD
            if maybe and first and is_long and day.start >= maybe.start() and first >= today + _FAR:
                return Window(first, sentence.strip(" ,")[:_LONGEST])
    return None


def is_time_of_theirs(said: str, said_on: date, today: date, *, day_first: bool = True) -> bool:
    """Whether their words name a time that they work to: some weeks off when they said it, and still to come."""
    for sentence in _SENTENCE.split(said):
        if _PAST.search(sentence):
            continue
        for day in find_dates(sentence, said_on, day_first=day_first):
            opens, ends = day.first_on or day.on, day.on or day.first_on
            if opens and ends and opens >= said_on + _FAR and ends >= today:
                return True
    return False
