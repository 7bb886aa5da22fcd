"""A day before which nothing is to happen: they asked for it ("don't call before 6 April"), or it is how things are ("budget freeze til April")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import clause_of
from bot.reading.outcome.positions import BUYERS_ACTS
from bot.reading.people.shorthand import spelled
from bot.reading.steps.steps import UNTIL, WANTS, WHO, Step, cannot_make
from bot.reading.waits.waiting import after_event, asks_after_event, puts_off
from bot.reading.words.daynames import MONTH, WORKDAY
from bot.reading.words.speech import NAME

_DONT_CALL = re.compile(
    r"\b(?:don['’]?t|do not|not(?!\s+(?:sure|certain|clear|only))|no (?:call|contact))\b.{0,40}\b(?:before|until|till?)\b"
    r"|\bno\s+(?:more\s+)?(?:follow[- ]?ups?|chases?|calls?|e-?mails?|contact|messages?|pressure|news)\b.{0,40}\b(?:before|until|till?)\b"
    r"|\bno\s+(?:more\s+|(?:point|use|sense)\s+(?:in\s+)?)?(?:r[iu]ng|call|phon|try|chas|contact|e-?mail|mail|ask|ping|bug|nudg|pok|text|messag|bother|pester|push|bump|prod|disturb)(?:g?ing)\b.{0,40}\b(?:before|until|till?)\b"
    r"|\bleave\s+(?:me|us)\s+(?:alone|be|in\s+peace)\b.{0,10}\b(?:until|till?)\b|\b(?:leave|give)\s+(?:her|him|them|it|this|me|us)\b(?!\s+(?:to|with)\b).{0,30}\b(?:until|till?)\b|\b(?:hold(?:ing)?\s+off|back(?:ing)?\s+off|(?:giving|leaving|letting)\s+(?:it|them|her|him|this|that)\b(?!\s+(?:to|with)\b)|park(?:ing|ed)?\s+(?:it|this|them))\b.{0,30}\b(?:until|till?)\b|^(?:(?:and|so|ok)\s+)*park(?:ed|ing)?\s+(?:until|till?)\b",
    re.IGNORECASE,
)
_NOTHING_BEFORE = re.compile(
    r"\bnothing\b(?!\s+(?:(?:else|more|much|really)\s+)?(?:(?:for|from)\s+(?:us|me|our\s+side)|(?:we|i)\s+can|(?:left\s+)?to\s+do|(?:moves|happens|changes|gets\s+\w+)(?=\s))\b).{0,40}\b(?:before|until|till?)\b",
    re.IGNORECASE,
)
# Nobody asked us to wait, and yet nothing happens before that day: "budget freeze til april", "I won't send it before Monday".
_NOT_BEFORE = re.compile(
    r"\b(?:(?:nobody|no\s?one|none\s+of\s+(?:us|them))\b|no\s+(?:budget|money|funds|cash|decisions?|verdict|answer|orders?|p\.?os?|progress|movement|spend(?:ing)?|purchases?|go-?ahead|chance|time)"
    r"|nothing(?:\s+(?:will\s+)?(?:happens?|moves?|gets))?|(?:on\s+hold|paused?|parked?|shelved)|(?:budgets?|spend(?:ing)?|hiring|purchas\w+|procurement|cash)(?:['’]s)?\s+(?:is\s+|are\s+)?(?:on\s+ice|frozen|locked|closed|blocked|on\s+hold|stopped|paused)"
    r"|(?:budget|spend(?:ing)?|hiring|purchas\w+|procurement|change|code|legal|vendor|contract|capex|it|year[- ]end)\s+(?:freeze|stop|ban|lock|moratorium)|(?:everything|it\s+all|all|it|the\s+project|project|deal|this)(?:['’]s)?\s+(?:is\s+)?(?:on\s+ice|frozen|blocked|stalled)|^(?:(?:it|deal|project)(?:['’]?s|\s+is)?\s+)?(?:dead(?:\s+in\s+the\s+water)?|cold|dormant|asleep)"
    r"|(?:stop(?:s|ped|ping)?|paus(?:e|es|ed|ing)|fr(?:eez(?:e|es|ing)|oze)|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|shelv(?:e|es|ed|ing))\s+(?:everything|it\s+all|(?:(?:all|every|the|their|this|any|new)\s+)*(?:spend(?:ing)?|projects?|purchas\w+|orders?|ordering|buying|hiring|investments?|capex|work|rollouts?|evaluations?|decisions?|trials?|pilots?)\b)"
    r"|(?:wait|waiting|waits|sit(?:ting)?\s+tight))\b.{0,40}?\b(?:before|until|till?)\b",
    re.IGNORECASE,
)
_WILL_NOT = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME}|(?:(?:the|her|his|their)\s+)?(?:cfo|ceo|cto|coo|boss|legal|finance|procurement|purchasing|board|management|team))\s+(?:really\s+|still\s+)?"
    r"(?:(?:wo|ca|could|would|do|does)\s?n['’]?t|cannot|can\s+not|will\s+not|is\s+not|are\s+not|is\s?n['’]?t|are\s?n['’]?t|never)(?!\s+make\b)"
    r"|(?:i|we)(?:['’](?:m|re|ll)|\s+(?:am|are|will))?\s+(?:(?:wo|ca)\s?n['’]?t|are\s?n['’]?t|cannot|not|never)\s+(?:be\s+)?(?:send|call|ring|contact|chase|write|email|do|push|follow|bother|press|act|hear)(?:ing)?\b)"
    r".{0,60}?\b(?:before|until|till?)\b"
    rf"|^(?:(?:and|but|then|so)\s+)*(?:ca|wo)\s?n['’]?t\s+(?:{BUYERS_ACTS}|move|start|review|look|go|cut|raise|place|release|pay|do\s+anything)\b.{{0,40}}?\b(?:before|until|till?)\b",
    re.IGNORECASE,
)
_RESTART_ALONE = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:let['’]?s\s+)?(?:revisit|restart|resume|reconnect|pick\s+(?:it|this|things)\s+(?:back\s+)?up(?:\s+again)?|talk\s+again)(?:\s+(?:it|this|again))*(?:\s+(?:in|around|about|until))*$",
    re.IGNORECASE,
)
_TALK_AGAIN = re.compile(r"(?:(?:and|but|then|so|let['’]?s)\s+)*talk\s+again\b", re.IGNORECASE)  # on a day it is a call
# "ask us again in May", "she said try me again in September": for a time of weeks or longer; "call me back on Tuesday" is a call.
_ASK_AGAIN = re.compile(
    rf"{WHO}(?:(?:(?:said|says|suggest(?:s|ed)?|told|asked|wants?|would\s+like|['’]d\s+like)\s+)(?:(?:me|us|that|to|i|we|should)\s+)*)?(?:please\s+|best\s+|better\s+|just\s+)*"
    r"(?:(?:ask|try|call|ring|phone|contact|approach|talk|speak|chase|e-?mail|write(?:\s+to)?|ping)\s+(?:(?:me|us|it|her|him|them)\s*(?:again|back)?|again|back)?"
    r"|(?:hit\s+(?:me|us)\s+up|check\s+in|touch\s+base|follow\s+up|reconnect|(?:give|shoot|drop|send)\s+(?:me|us)\s+an?\s+(?:call|shout|ring|bell|buzz|ping|nudge|poke|line|reminder|text|note|e-?mail)|remind\s+(?:me|us)|look\s+(?:me|us)\s+up|come\s+(?:and\s+)?(?:find|see)\s+(?:me|us)|knock\s+again)(?:\s+(?:with|me|us|again|back))*"
    r"|(?:let['’]?s\s+)(?:talk|speak|chat|connect|catch\s+up|meet)|(?:talk|speak)\s+(?:to|with)\s+(?:me|us|her|him|them)|(?:come|get|check|circle|reach)\s+(?:back|again|in\s+touch|out)(?:\s+(?:to|in|with|again|on|touch|me|us|her|him|them|it|this))*)"
    r"(?:\s+(?:again|back|sometime|some\s+time|about\s+(?:it|this)|in|around|about|after|from|at|the))*$",
    re.IGNORECASE,
)
# "not now but call him after easter", "july call her back then"
_NOT_NOW = re.compile(
    rf"^(?:(?:she|he|they|{NAME})\s+)?(?:(?:says?|said)\s+)?(?:(?:so|and|but|it['’]?s|is)\s+)*not\s+(?:right\s+)?(?:now|yet|today|this\s+(?:year|month|quarter))[\s,]*(?:but|so|and)?\s*",
    re.IGNORECASE,
)
_THEN_ALONE = re.compile(
    r"(?:not\s+(?:until|till?|before)\b[\w\s]{1,40}\bso\s*|(?:so|in|and|but|maybe)\s*)?$", re.IGNORECASE
)
_CALL_THEN = re.compile(
    rf"^[\s,]*(?:(?:so|and|please|pls|just)\s+)*(?:call|ring|phone|try|ask|ping|contact)\b(?:\s+(?:me|us|her|him|them|back|again|(?>{NAME})))*\s+then[\s.!]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^(?:after|not\s+before)\b", re.IGNORECASE)
_WEEKS_AWAY = re.compile(r"\b(?:weeks?|months?|quarters?|year)\b", re.IGNORECASE)
_NOT_SOONER = re.compile(
    r"[\s,]*(?:and|but)?\s*not?\s+(?:sooner|earlier|before(?=\s*$)|a\s+day\s+(?:sooner|earlier|before))\b",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"^before\s+(?!christmas\b|x-?mas\b|easter\b)(?:(?:the\s+)?new\s+year|q[1-4]|h[12]|(?![a-z]+day\b|(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\b)[a-z]+)(?:\s+20\d\d)?$",
    re.IGNORECASE,
)
_RESTART = re.compile(
    rf"{WHO}{WANTS}(?:to\s+)?(?:restart|resume|revisit|reconnect|pick\s+(?:it|this|things|that)?\s*(?:back\s+)?up|(?:talk|speak|start)\s+again"
    r"|(?:come|get)\s+back\s+to\s+(?:it|this|us)|wait|pause|hold off|(?:leave|park)\s+(?:it|this))"
    r"(?:\s+(?:it|this|things|again|the\s+(?:talks?|conversation|discussions?|project|evaluation|trial|pilot|process)))*"
    r"(?:\s+(?:in|until|till|from|around|about|for|the))*$",
    re.IGNORECASE,
)


_COME_AGAIN = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|just|then|please|pls|better|best)[\s,]+)*(?:come\s+(?:back|again|see\s+(?:me|us))|(?:try|ask)\s+(?:(?:me|us)\s+)?again|(?:check|circle|get)\s+back(?:\s+(?:with|to)\s+(?:me|us))?|(?:run|bring|put|pitch|show|try)\s+(?:it|this|that)\s+(?:(?:past|by|to|in\s+front\s+of|on)\s+)?(?:me|us)(?:\s+again)?)(?:\s+(?:in|on|from|after|around))*$",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)


def asks_again(clause: str, dates: Sequence[DateReading]) -> bool:
    """ "come back July 1", in their own words: not before that day of a month."""
    return bool(
        len(dates) == 1
        and not dates[0].at
        and (dates[0].first_on or _OF_MONTH.search(dates[0].text))
        and _COME_AGAIN.match(clause[: dates[0].start].strip(" ,"))
    )


# "call again in February" without a "me" may be the rep's own plan; "she wants the contract not before May" is about the contract.
_OWN_PLAN = re.compile(
    r"^(?:(?:and|but|then|so|ok(?:ay)?|just|to|let['’]?s|best|better|i|we|will|i['’]ll|we['’]ll)[\s,]+)*"
    r"(?:call|ring|phone|try|ask|contact|approach|talk|speak|chase|e-?mail|write|ping|follow|che?c?k|circle|reach|get|touch|reconnect|revisit|restart|resume|pick|giving|holding|backing|parking|leaving|letting)\b(?!.*\b(?:me|us)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\s+(?:before|until|till?)\b", re.IGNORECASE)
_SAYS_NO_THING = re.compile(
    rf"\b(?:(?i:and|but|then|so|sorry|please|pls|ok(?:ay)?|i|we|you|she|he|they|it|this|that|says?|said|told|tells?|ask(?:s|ed)?|wants?|would|['’]d|like|prefers?|thinks?|rather|better|best|only|maybe|perhaps|probably|possible|if|to|me|us|be|is|but)|(?!\w+(?:ung|heit|keit|schaft|tion|ison)\b){NAME})(?![\w'’])"
)
_TALK = re.compile(
    r"\b(?:call|ring|phone|talk|speak|spok|contact|chas|meet|visit|mail|writ|follow|push|both|pitch|hear|com|try|demo|chat)\w*",
    re.IGNORECASE,
)


_MOST_OF_IT, _UNMISTAKABLE = timedelta(days=20), timedelta(days=330)


def plans_again(clause: str) -> bool:
    """ "call again in February": to call then is noted, and nobody is said to have asked for it."""
    return bool(_OWN_PLAN.match(_NOT_NOW.sub("", spelled(clause))))


def month_asked_for(wait: DateReading, today: date) -> str:
    """ "June", where they said that and no day of it; empty of one that is so far off that its year has to be told."""
    first, last = wait.first_on, wait.last_on
    is_month = first and last and (first.year, first.month) == (last.year, last.month) and (last - first) >= _MOST_OF_IT
    return f"{first:%B}" if first and is_month and first - today < _UNMISTAKABLE else ""


def _is_of_a_thing(clause: str) -> bool:
    """ "she wants the contract not before February": the thing waits, and nobody asked us to."""
    found = _NOT.search(clause)
    head = _SAYS_NO_THING.sub(" ", clause[: found.start()]) if found else ""
    return bool(head.strip(" ,.;:-")) and not _TALK.search(head)


def _behind_not_now(clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "not this year, March call him then": the year is what it is not."""
    refused = _NOT_NOW.match(clause) if len(dates) > 1 else None
    return [day for day in dates if day.start >= refused.end()] or dates if refused else dates


def wait(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "don't call before 6 April", "wants to restart mid January": their date, never a promise."""
    dates = _behind_not_now(clause, dates)
    if not dates or not (dates[0].first_on or dates[0].on):
        return None
    passed = None if clause_of(clause).side is Side.ours else after_event(clause, dates)
    if passed:
        return passed
    if not postpones(clause, dates) and not _holds(clause, dates):
        return None
    day = first_of_month(dates[0]) or dates[0].first_on or dates[0].on
    return replace(dates[0], on=day, not_before=True)


def first_of_month(day: DateReading) -> date | None:
    """ "before January" is from 1 January on: the last working day of the month before stands for it."""
    last = day.first_on or day.on
    is_month = last and _BEFORE_MONTH.match(day.text)
    return (last + timedelta(days=7)).replace(day=1) if last and is_month else None


def asks_to_wait(clause: str, dates: Sequence[DateReading], *, in_their_words: bool = False) -> bool:
    """Whether they asked for it; else it is only how things are, or what the rep plans."""
    is_asked = in_their_words or not plans_again(clause)
    return postpones(clause, dates) and is_asked and not _is_of_a_thing(clause)


def postpones(clause: str, dates: Sequence[DateReading]) -> bool:
    """Whether the next talk is put off until that day, by whomever."""
    dates = _behind_not_now(clause, dates)
    before = _NOT_NOW.sub("", clause[: dates[0].start].strip())
    if _THEN_ALONE.match(before) and _CALL_THEN.match(clause[dates[0].end :]) and not dates[0].at:
        return True
    if _NOT_SOONER.match(clause[dates[0].end :]) or asks_after_event(clause[: dates[0].start]):
        return True
    # With an hour it is a call that is set: "call him a week from friday around ten thirty".
    is_far = not dates[0].at and (dates[0].first_on or dates[0].not_before or _WEEKS_AWAY.search(dates[0].text))
    again = (
        asks_again(clause, dates)
        or (is_far and (_ASK_AGAIN.match(before) or puts_off(before)))
        or (_AFTER.match(dates[0].text) and _ASK_AGAIN.match(before))
    )
    of_a_day = not dates[0].first_on and _NOTHING_BEFORE.search(clause)  # "nothing until Q1" is how things are
    return bool(
        of_a_day
        or _DONT_CALL.search(clause)
        or _RESTART.match(before)
        or (_RESTART_ALONE.match(before) and (is_far or not _TALK_AGAIN.match(before)))
        or again
    )


def _holds(clause: str, dates: Sequence[DateReading]) -> bool:
    found = cannot_make(clause, dates)
    if (found and found["what"]) or "?" in clause or not UNTIL.match(dates[0].text):
        return False
    until = clause[: dates[0].start] + dates[0].text.split(" ")[0]
    return bool(_NOT_BEFORE.search(until) or _WILL_NOT.match(until))


_MONTHS = rf"{MONTH}"
_ON_A_WEEKDAY = re.compile(
    rf"^(?:on\s+)?{WORKDAY}\b(?!.*\b(?:\d{{1,2}}(?:st|nd|rd|th|[/.]\d)|{_MONTHS}\b|the\s+\d))",
    re.IGNORECASE,
)


def behind(step: Step | None, wait: DateReading | None) -> Step | None:
    """ "leave me alone till the 23rd" … "Monday then": the first such day from then on."""
    if not (
        step and wait and step.date.on and wait.on and step.date.on < wait.on and _ON_A_WEEKDAY.match(step.date.text)
    ):
        return step
    on = wait.on + timedelta(days=(step.date.on.weekday() - wait.on.weekday()) % 7)
    return replace(step, date=replace(step.date, on=on))
