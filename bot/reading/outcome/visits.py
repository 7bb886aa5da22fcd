"""A meeting held, told by who came to whom: they received us, we saw them at their place, we were there. Never one that is to come."""

import re
from dataclasses import replace

from bot.reading.steps.steps import Step
from bot.reading.words.speech import NAME

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b)"
_PLACE = r"(?:offices?|shop|store|plant|site|yard|warehouse|factory|works|school|clinic|hospital|bank|branch|hq|headquarters|premises|showroom|workshop|restaurant|winery|depot|garage|building|counter|desk|place|booth|stand|stall|fair|trade\s+show|lobby|floor|lab|kitchen|home|house|room|rm|boiler\s+\w+)"
_OF_THEIRS = rf"(?:at|in|on)\s+(?:(?:the|her|his|their|[\w'’-]+['’]s|an?)\s+)(?:[\w-]+\s+){{0,2}}?{_PLACE}\b"
_THEM = rf"(?:her|him|them|both|{NAME})"
_TIME = r"(?:\d+\s*(?:min(?:ute)?s?|h(?:ou)?rs?)|(?:half\s+)?an\s+hour|an?\s+(?:quarter|half)\s+(?:of\s+an\s+)?hour|(?:ten|twenty|thirty|forty)\s+minutes|(?:two|three)\s+hours|the\s+tour)"
_ON_SCREEN = r"(?!.*\b(?:zoom|teams|video|webex|screen|linkedin|the\s+phone)\b)"
HELD = (
    rf"\b(?:^(?:(?:i|we|just|finally|then)\s+)*saw\s+{_THEM}(?:\s+{NAME})?\s+(?:today\s+|this\s+morning\s+)?{_OF_THEIRS}{_ON_SCREEN}"
    rf"|\b(?:received|hosted|welcomed)\s+(?:me|us)\b{_ON_SCREEN}|\b(?:had|invited)\s+(?:me|us)\s+(?:over|in|round|around)\s+{_OF_THEIRS}(?!\s+(?:next|on|mon|tue|wed|thu|fri))"
    rf"|\b(?:showed|took|walked)\s+(?:me|us)\s+(?:(?:a?round|about|over)\b|(?:thr(?:ough|u)\s+)?(?:the|his|her|their|both|all)\s+(?:\w+\s+)?{_PLACE}s?\b){_ON_SCREEN}|\b(?:gave|granted|spared)\s+(?:me|us)\s+(?:a\s+good\s+)?{_TIME}\s+{_OF_THEIRS}"
    rf"|\b(?:(?:good|kind|nice)\s+enough|found\s+(?:the\s+)?time|had\s+time|took\s+the\s+time|made\s+time)\s+to\s+(?:see|meet|receive)\s+(?:me|us)\b{_ON_SCREEN}|\b(?:saw|met)\s+(?:me|us)\s+{_OF_THEIRS}"
    rf"|(?:^|\band\s+)(?:(?:i|we)\s+)?(?:sat|stood|walked\s+the\s+(?:(?!(?:offer|quote|proposal|deck|numbers|contract|plan|paper\w*)\b)\w+|(?:\w+\s+){{1,2}}(?:floors?|sites?|building|plant|warehouse|lines?|yard|grounds|stores?|shops?|halls?|rooms?|offices?|wing|lab|kitchen)))\s+(?:down\s+|together\s+)?(?:with|w/|(?<=floor\s)w\b|(?<=site\s)w\b|(?<=plant\s)w\b|(?<=building\s)w\b)\s*{_THEM}\b{_ON_SCREEN}|^(?:(?:i|we)\s+)?(?:was|were|been)\s+(?:today\s+|this\s+morning\s+)?{_OF_THEIRS}(?!\s+(?:next|tomorrow))"
    r"|\b(?:bei|im|in\s+der)\b.{0,40}?\bgewesen\b)"
)
_IN_PERSON = r"(?:on[\s-]?site|in[\s-]person|face[\s-]to[\s-]face|f2f)"
_SITTING = r"(?:mtg|meeting|visit|session|workshop|tour|walk(?:-?\s?thr(?:ough|u))?|sit-?\s?down)"
_MEAL = r"(?:lunch|coffee|breakfast|dinner|drinks|beers?)"
_AT_A_PLACE = rf"(?:{_PLACE}\s+(?:visit|tour|walk(?:-?\s?thr(?:ough|u))?)|(?:site|plant|yard|warehouse|factory|shop|store)\s+(?:mtg|meeting)|{_IN_PERSON}(?:\s+{_SITTING})?|(?:mtg|meeting)\s+{_IN_PERSON})"
_BY_NOW = r"(?:today|yesterday|yday|earlier|just\s+now|this\s+(?:am|morning|afternoon)|last\s+\w+|held|took\s+place)"
_TO_COME = r"(?!.*\b(?:(?:mon|tues?|weds?|wednes|thu(?:rs?)?|fri|satur|sun)(?:day)?|tomorrow|tmrw|tonight|next|moved?|cancel\w*|reschedul\w*|needs?|postponed|off|will|wants?|confirmed|booked|set)\b)"
# "onsite mtg w/ Dana", "plant tour yesterday: Dana", "lunch with Ray": held, by what it was and with whom, and no day to come.
_SOME = r"(?:(?:i|we|just|had|an?|the|my|our|first|second|another|good|great|nice|quick|long|short|solid)\s+)*"
MET = (
    rf"^{_SOME}(?:met\b(?!\s+(?:nobody|no\s?-?one))|visited\b|toured\b|meeting\s+with\b)"
    rf"|^(?:{NAME}\s*[:/,–-]?\s+)?{_SOME}(?:(?:{_AT_A_PLACE}|{_SITTING}|{_MEAL})\s+(?:{_BY_NOW}\s+)?(?:(?:with\b|w/)(?!\s*(?:(?:the|my)\s+(?:dog|kids?|wife|husband|family)|our|my)\b)|at\b(?!\s+\d)|@|{_BY_NOW}|(?!{_WEEKDAY}){NAME}){_TO_COME}"
    rf"|(?:{_AT_A_PLACE}|{_SITTING}|(?:site\s+)?survey)(?:\s+[\w'’&-]+){{0,4}}?\s+(?:done|finished|completed?)\s+(?:{_BY_NOW}\s+)?(?:[\w'’&-]+\s+){{0,3}}?(?:with\b|w/){_TO_COME}|{_AT_A_PLACE}(?:\s+(?!{_WEEKDAY})[a-z&'’-]+){{0,3}}?\s+(?:with\b|w/){_TO_COME}|(?!{_IN_PERSON}\s*$){_AT_A_PLACE}(?:\s+{_BY_NOW})?\s*(?::{_TO_COME}|$))"
)
_FOR_SO_LONG = r"(?:\d+(?:\.\d)?\s*(?:min(?:ute)?s?|h(?:ou)?rs?|h)|(?:half\s+)?an?\s+(?:hour|day|morning|afternoon)|(?:two|three|four|twenty|thirty|forty)\s+(?:hours|hrs|minutes|min)|(?:all|(?:the\s+)?whole)\s+(?:day|morning|afternoon))"
_NO_PLACE = r"(?!(?:(?:the|an?|my)\s+)?(?:phone|line|call|hold|zoom|teams|video|webex|screen|queue|traffic|car|road|train|meeting|mon|tue|wed|thu|fri)[a-z]*\b)"
# "2 hrs in the lab w/ Wei": so long at a place, with somebody, and no day to come.
AT_LENGTH = (
    rf"^(?:(?:i|we|just|spent|had|an?|good|solid|full|nearly|almost)\s+)*{_FOR_SO_LONG}\s+(?:(?:on|in|at|inside|around)\s+{_NO_PLACE}(?:[\w'’-]+\s+){{1,4}}?|(?:[\w'’-]+\s+){{0,2}}?{_PLACE}\s+)(?:with\s+|w/\s*|w\s+){_THEM}\b"
    r"(?!.*\b(?:mon|tues?|wed|thu(?:rs?)?|fri|tomorrow|tmrw|next|will)(?:day|nesday|sday|rsday)?\b)"
    rf"|^(?:(?:i|we|just|spent)\s+)*{_FOR_SO_LONG}\s+(?:on|in|at|inside)\s+(?:(?:the|their|her|his)\s+)(?:[\w-]+\s+)?{_PLACE}\s*$"
)
_CAME_BY = re.compile(
    r"^(?:(?:i|we|just)\s+)*(?:(?:drove|went|flew|travelled|traveled|walked|rode|cycled)\s+(?:(?:over|out|up|down|round|across|all\s+the\s+way)\s+)*(?:to|by)\b|(?:stopped|dropped|swung|popped)\s+(?:by|in|round|over)\b(?!\s+(?:sick|price|to\s+say|with\s+a)))",
    re.IGNORECASE,
)
_NOBODY_THERE = re.compile(
    r"\b(?:nobody|no\s?-?one|not\s+(?:in|there|around)|was\s?n['’]?t|(?:is|was)\s+out|closed|locked|missed|left\s+(?:my|a)\s+card)\b",
    re.IGNORECASE,
)

_AWAY = re.compile(
    r"\b(?:(?:was|were|is)\s+(?:out|gone|away|off|not\s+(?:in|there|around))|(?:was|were|is)\s?n['’]?t\s+(?:in|there|around)|not\s+(?:in|there|around)|nobody\s+(?:there|in|home)|closed|locked|missed\s+(?:her|him|them))\b",
    re.IGNORECASE,
)
_BY_THEM = re.compile(r"\b(?:she|he|they|says?|said|told|invited|wants?|asked|agreed|ok)\b", re.IGNORECASE)


def our_visit(step: Step | None, clauses: tuple[str, ...]) -> Step | None:
    """ "drove by, Ray was out, swing by Mon": whom we found absent has agreed to nothing."""
    if step is None or step.what != "visit" or not step.agreed or not is_missed(clauses) or _BY_THEM.search(step.raw):
        return step
    return replace(step, agreed=False, is_plan=True)


def is_missed(clauses: tuple[str, ...]) -> bool:
    """ "stopped in, she was out": we went for nothing."""
    return any(map(_CAME_BY.match, clauses[:1])) and any(map(_AWAY.search, clauses[:3]))


def came_by(clauses: tuple[str, ...]) -> bool:
    """ "drove out to the yard, Jan was there": we went, and nothing says that we found nobody."""
    return any(map(_CAME_BY.match, clauses[:1])) and not any(map(_NOBODY_THERE.search, clauses))
