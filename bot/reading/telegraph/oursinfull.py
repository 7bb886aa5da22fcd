"""What only we can do, though nobody is named: "deck goes to her Mon", "my quote on his desk by the 25th", "drafting the SOW". See telegraph."""

import re
from collections.abc import Callable

from bot.reading.grammar.ourthings import is_eithers, is_thing
from bot.reading.grammar.theirthings import is_theirs
from bot.reading.steps.diary import is_next_mail
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_FROM_OUR_SIDE = re.compile(
    rf"{AND_ALSO}from\s+(?:me|us|(?:our|my)\s+(?:side|end))[\s,:]+(?:(?:comes?|will\s+come|is\s+coming|follows?|(?:she|he|they|you)\s+gets?)\s+)?(?P<thing>\S.*)$",
    re.IGNORECASE,
)
_THEY_GET = re.compile(
    rf"{AND_ALSO}(?:(?:(?:i|we)\s+)?(?:(?:just|also)\s+)?(?:(?:told|promised|assured|texted|e-?mailed|messaged)\s+(?:her|him|them|{NAME})|let\s+(?:her|him|them|{NAME})\s+know|ga?ve\s+(?:her|him|them|{NAME})\s+(?:my|our)\s+word)|(?:i|we)\s+said)\s+(?:that\s+)?(?:she|he|they)(?:(?:['’](?:d|ll)|\s+(?:would|will))\s+(?:have|get|see|receive)|\s+(?:has|gets?)(?=\s+(?:our|my|the|it|both|all)\b))\s+(?P<thing>\S.*?)(?:\s+from\s+(?:me|us))?$",
    re.IGNORECASE,
)
_OUT = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:i|we|she|he|they|it|who|nothing|tender|rf[pqi]|payment|deposit|checks?|cheques?|wire|budget|award)\b|(?-i:[A-Z][a-z]+)\s+is\s)[a-z][\w'’-]*(?:\s+[\w'’/-]+){{0,3}}?)(?:\s+for\s+(?:her|him|them|{NAME}))?(?:\s+(?:at|for)\s+[€$£]?\d[\d.,]*\s?k?)?\s+(?:(?:goes|go|going|will\s+go|is\s+going|to\s+go|heads|ships|flies)\s+(?:out|off|over)|ships)(?:\s+before\s+(?:that|then))?$|{AND_ALSO}(?P<mended>(?:the\s+)?(?:fixed|revised|corrected|right|new|updated)\s+(?:one|version|copy))\s+(?:goes|going|will\s+go)(?:\s+out)?$",
    re.IGNORECASE,
)
_GOES_TO_THEM = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?-i:[A-Z][a-z]+)\s+is\s)[a-z][\w'’-]*(?:\s+[\w'’/%.&+-]+){{0,6}}?)\s+(?:goes|will\s+go|is\s+going|going)\s+(?:(?:out\s+|over\s+)?to\s+(?:her|him|them)|out\s+(?:from|by)\s+(?:me|us))$",
    re.IGNORECASE,
)
# Somebody says it, or it is somebody's: no thing of ours by its name.
_NOT_A_THING = re.compile(
    r"\b(?:says?|said|told|thinks?|tender|rf[pqi]|payment|deposit|wire|award|bonus|salary)\b|(?<!today)(?<!week)['’]s\s",
    re.IGNORECASE,
)
# "answers due to her Fri": whatever it is.
_DUE_TO_THEM = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:i|we|she|he|they|it|who|nothing|payment|deposit|delivery)\b)[a-z][\w'’-]*(?:\s+[\w'’/-]+){{0,4}}?)\s+(?:is\s+|are\s+)?due\s+(?:back\s+)?(?:to|with)\s+(?:her|him|them|{NAME})$",
    re.IGNORECASE,
)
# "names to him Tue": what goes to them, and no act of theirs.
_THINGS_TO_THEM = re.compile(
    r"(?!(?:talks|speaks|writes|goes|gets|comes|reports|listens|sticks|turns|returns)\b)(?P<things>(?:(?:the|our|my|new|revised|updated|final|[Nn][Dd][Aa]|[Mm][Ss][Aa]|[Dd][Pp][Aa]|[Ss][Oo][Ww]|contract)\s+)*(?:[a-z]+s|red-?line|mark-?up))\s+(?:(?:back|over|across|out)\s+)?to\s+(?:her|him|them|both)$"
)
# "contract to her tmrw": by its name, a thing that a seller hands over.
_THING_TO_THEM = re.compile(
    rf"{AND_ALSO}(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’/-]+){{0,3}}?)\s+(?:over\s+|across\s+)?to\s+(?:her|him|them|both|{NAME})$",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:(?:an?|my|our|the)\s+)?(?:answer|reply|response|final\s+answer)$", re.IGNORECASE)
_TO_WHOM = rf"(?:her|him|them|both|{NAME})"
# "im back to him w/ a concession list Mon noon"
_BACK_WITH = re.compile(
    rf"{AND_ALSO}(?:(?:i\s+)?(?:said|told\s+{_TO_WHOM})\s+(?:that\s+)?)?(?:i|we)(?:['’](?:m|re|ll|d))?\s+(?:am\s+|are\s+|will\s+)?(?:(?:be\s+|get\s+|go\s+|come\s+)?back\s+(?P<to>to\s+{_TO_WHOM}\s+)|(?:get|go|come)\s+back\s+)(?:with|w/)\s*(?P<thing>(?(to)|(?:an?|the|our|my|some|\d+)\s)\S.*)$",
    re.IGNORECASE,
)
_OUT_OR_IN = re.compile(
    rf"{AND_ALSO}(?:(?P<thing>[a-z][\w'’-]*(?:\s+[\w'’/-]+){{0,3}}?)\s+out|(?:my|our)\s+(?P<ours>[a-z][\w'’-]*(?:\s+[\w'’/-]+){{0,2}}?)\s+in)$",
    re.IGNORECASE,
)
_OURS_GOING = re.compile(
    rf"{AND_ALSO}(?P<verb>confirming|preparing|drafting|quoting|writing|emailing|mailing|shipping|sending|posting|uploading|couriering|forwarding|texting|resending|revising|updating|pricing|recalculating|checking|doing|fixing|finishing|(?:asking|pinging|chasing|involving|looping\s+in|(?:checking|talking|speaking|clearing\s+it|(?:running|taking|bringing|passing|putting)\s+(?:it|this|that))\s+(?:with|to|by|past|before|in\s+front\s+of))(?=\s+(?:my|our)\b))\s+(?P<what>\S.*)$",
    re.IGNORECASE,
)


def _we_send(pattern: re.Pattern[str]) -> Callable[[str, str], str]:
    """Whatever the words around it, the thing that is named is what we send."""

    def rule(bare: str, when: str) -> str:
        found = pattern.match(bare)
        return f"I will send {found['thing']}{when}" if found else ""

    return rule


from_our_side = _we_send(_FROM_OUR_SIDE)  # "from our side comes the rollout plan Tuesday"
back_with = _we_send(_BACK_WITH)
they_get = _we_send(_THEY_GET)  # "told her she'd have the pricing by Wed"


def to_them(bare: str, when: str) -> str:
    """ "quote goes to her Mon", "names to him Tue": what they get is ours to send."""
    found = None if _NOT_A_THING.search(bare) else _GOES_TO_THEM.match(bare) or _DUE_TO_THEM.match(bare)
    if found:
        return f"I will send {found['thing']}{when}"
    given = _THINGS_TO_THEM.match(bare)
    if given:
        return f"I will send {given['things']} to them{when}"
    one = _THING_TO_THEM.match(bare)
    if one and _ANSWER.match(one["thing"]):
        return f"I will send {one['thing']}{when}"
    return f"I will send {one['thing']}{when}" if one and is_thing(one["thing"]) else ""


_GIVE = r"(?:send|resend|e-?mail|mail|text|forward|fax|courier|ship|overnight|drop|get|give|bring|hand|share|post|shoot|upload|quote)"
_MAKE = r"(?:resend|update|revise|redo|rework|re-?quote|re-?price|prep|prepare|draft|fix|finish|polish)"
_SOME = r"(?:the|an?|our|my|some|two|three|four|\d+|all|both|new|revised|updated|final|fresh)"
_NO_GIFT = rf"(?:{_SOME}\s+)*(?:(?:quick|short|little)\s+)?(?:call|ring|shout|bell|buzz|line|nudge|text|ping|visit|holler|try|time|space|room|break|heads-?up|day|week|month|chance|rest|miss|pass)\b"
_TO_DO = re.compile(
    rf"{AND_ALSO}(?:(?:also|then|must|gotta|remember\s+to)\s+)*(?P<act>{_GIVE}\s+{_TO_WHOM}\s+(?!{_NO_GIFT})(?:off\s+)?{_SOME}\s+\S.*|{_GIVE}\s+(?:off\s+)?(?P<thing>(?!{_NO_GIFT})[a-z][^,;]{{1,60}}?)\s+(?:(?:over|out|off|back)\s+)?to\s+{_TO_WHOM}|{_MAKE}\s+(?P<made>[a-z][^,;]{{1,60}}?)|(?:answer|reply\s+to|get\s+back\s+to|come\s+back\s+to)\s+{_TO_WHOM}|{_GIVE}\s+(?:off\s+|out\s+)?(?P<sent>(?!and\b|or\b|w/)[a-z][^,;]{{1,40}}?))$"
)


def our_to_do(bare: str, when: str) -> str:
    """ "send Dana the deck", "update the quote": whoever types it does it, where somebody of theirs gets it, or only a seller makes it."""
    found = _TO_DO.match(f"{bare[:1].lower()}{bare[1:]}") if bare else None
    if not found or (found["thing"] and is_theirs(found["thing"])):
        return ""
    only_ours = found["made"] or found["sent"]
    if only_ours and (not is_thing(only_ours) or is_eithers(only_ours)):
        return ""
    return f"I will {found['act']}{when}"


_THEIR_OWN = re.compile(rf"(?:his|her|their|{NAME}['’]s)\s", re.IGNORECASE)


def goes_out(bare: str, when: str) -> str:
    """ "one-pager goes out tomorrow": who sends something out is the seller, but for what a buyer hands over."""
    found = None if is_theirs(bare) or is_next_mail(bare) or _NOT_A_THING.search(bare) else _OUT.match(bare)
    if found and found["thing"] and _THEIR_OWN.match(found["thing"]):
        return f"they will send {found['thing']}{when}"
    return f"I will send {found['thing'] or found['mended']}{when}" if found else ""


def out_or_in(bare: str, when: str) -> str:
    """ "invoice out Mon", "our quote in by Tue": what only a seller hands over."""
    found = _OUT_OR_IN.match(bare)
    thing = (found["thing"] or found["ours"]) if found else ""
    return f"I will send {thing}{when}" if thing and is_thing(thing) else ""


def ours_going(bare: str, when: str) -> str:
    """ "confirming it in writing tomorrow": ours, unless a buyer's thing is meant."""
    found = None if is_theirs(bare) else _OURS_GOING.match(bare)
    return f"I am {found[0].strip()}{when}" if found else ""
