"""A deal that is told to have ended, in everyday words: "Acme signed", "we lost Acme", "Acme went with a competitor"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.outcome.otherthings import keeps_a_part, without_other_things


class End(StrEnum):
    won = "won"
    lost = "lost"
    closed = "closed"  # either of them


@dataclass(frozen=True)
class Told:
    """`about` begins with the deal or is who it is about; `why` is theirs, as told. Unless `sure`, it has to be asked."""

    end: End
    about: str
    why: str = ""
    sure: bool = True


_LEAD = r"^(?:(?:yay|yes|great|good news|great news|bad news|sadly|unfortunately|ok|so|fyi)\b[\s,:!]*)*"
_HAVE = r"(?:(?:['’](?:ve|s)|have|has|just|finally|sadly|now|actually)\s+)*"
_TIME = r"(?:\s+(?:today|yesterday|just now|this morning|this week|now|at last|finally|with us|up))*"
_PAPER = r"(?:\s+(?:the|our|a|their)\s+(?:contract|deal|order|quote|offer|agreement|paperwork|proposal))?"
_END = r"[\s.!]*$"
_RIVAL = (
    r"(?:(?:a|the|another|other|some other|one of (?:the|our))\s+)?(?:competit(?:or|ors|ion)|rivals?|someone else|somebody else"
    r"|other (?:vendor|supplier|provider|company|firm|offer|bid)|another|vendor|supplier|provider|in-?house|(?:the )?incumbent)\b"
)
# Who picked up, or went for lunch, has chosen nobody.
_FOR_NOW = r"(?:(?:an?|the|his|her|their|some)\s+)?(?:\w+\s+)?(?:lunch|dinner|coffee|tea|break|smoke|walk|run|day|afternoon|week|weekend|holidays?|vacation|meetings?|now|while|moment|minute|bit|good)\b"
_CHOSE = rf"(?:(?:is |are )?(?:went|go(?:ne|ing)?) (?:with|for(?!\s+{_FOR_NOW}))|chose|chosen|picked(?!\s+up\b)|decided (?:to go )?(?:with|for|on)|signed with|bought from)"
_NOT_YET = re.compile(
    r"n['’]t\b|\?|\b(?:not|never|almost|nearly|about to|soon|will|would|should|could|can|may|might|if|when|once|until|unless"
    r"|hopes?|hoping|wants?|going to|gonna|yet|maybe|probably|asked|nda)\b",
    re.IGNORECASE,
)
_LOST = re.compile(rf"{_LEAD}(?:we|i)\s*{_HAVE}lost\s+(?P<about>.+?){_END}", re.IGNORECASE)
_CHOSEN = re.compile(rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?P<why>{_CHOSE}\s+(?!us\b)(?P<whom>.+?)){_END}", re.IGNORECASE)
_REFUSED = re.compile(
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?P<why>turned us down|decided against (?:us|it)|rejected (?:us|our offer|the offer|the quote)"
    rf"|dropped out|pulled out|walked away|is lost|is (?:dead|a dead (?:deal|end|one)|gone)|fell (?:through|apart)|(?:is |was |has been |got )?lost to \S.*?|(?:is|are) (?:not|no longer) interested|isn['’]?t interested){_TIME}{_END}",
    re.IGNORECASE,
)
_NO_REASON = re.compile(r"is (?:lost|dead|gone|a dead (?:deal|end|one))|fell (?:through|apart)", re.IGNORECASE)
_PERHAPS_REFUSED = re.compile(
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?P<why>(?:said|says?) no|declined|declines|passed){_TIME}{_END}", re.IGNORECASE
)
_PERHAPS_WON = re.compile(
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?:(?:chose|picked|went with|decided (?:for|on|to go with)) us|(?:is|are) ours|bought){_TIME}{_END}",
    re.IGNORECASE,
)
_WE_WON = re.compile(
    rf"{_LEAD}(?:(?:we|i)\s*)?{_HAVE}(?:won|landed|signed|bagged)\s+(?P<about>.+?){_END}", re.IGNORECASE
)
_WE_CLOSED = re.compile(
    rf"{_LEAD}(?:(?:we|i)\s*)?{_HAVE}closed(?:\s+(?P<how>won|lost)\b)?\s+(?P<about>.+?){_END}", re.IGNORECASE
)
_SIGNED = re.compile(
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?:(?:is|are)\s+)?(?:signed{_PAPER}|(?:closed )?won){_TIME}(?P<for>[\s,]+(?:for\s+|at\s+|worth\s+)?[^\w\s]{{0,3}}\d.*?)?{_END}",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?:is\s+)?closed(?:\s+(?P<how>lost))?{_TIME}{_END}", re.IGNORECASE
)
_LONGEST = 160
# "Is Acme signed", dictated without its mark, asks; "Will signed" tells of Will.
_ASKED = re.compile(
    rf"{_LEAD}(?:and\s+|hey\s+)*(?:is|are|was|were|has|have|had|did|does|do)(?:n['’]?t)?\s", re.IGNORECASE
)


_IS_LOST = re.compile(
    rf"^(?:(?:sadly|ok|so|it|deal|this\s+one|the\s+deal|is|was|it['’]?s|we|have|closed|as)\s+)*lost(?P<why>\s+(?:to|on|because|due\s+to|over)\s+\S.*|\s*[,;:–-]\s*\S.*)?{_END}",
    re.IGNORECASE,
)
# What a deal is lost for: the price, a rival, no money, the time, no need. Anything else may be about something else that was lost.
_SO = r"(?:(?:much|far|way|just|simply|a\s+bit|a\s+little|clearly)\s+)*"
_IT_WAS = r"(?:(?:(?:we|they|it|that|this|the\s+timing|(?:the|our)\s+(?:price|offer|quote)s?)(?:['’](?:s|re)|\s+(?:is|are|was|were))\s+)?)"
_BY_NAME = r"(?!(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Covid|Corona|Christmas|Easter)\b)(?-i:[A-Z0-9][\w&.'’-]*(?:\s+(?:&\s+|and\s+)?[A-Z0-9][\w&.'’-]*){0,3})"
_REASON = (
    rf"(?:{_IT_WAS}{_SO}(?:too\s+)(?:expensive|pricey|dear|high|costly|late|early|slow|small|big)|(?:(?:on|over|due\s+to|because\s+of)\s+)?(?:(?:the|our|their)\s+)?(?:prices?|pricing|costs?|(?:bad\s+|wrong\s+)?timing)"
    r"|(?:(?:because\s+of|due\s+to|because|they\s+have|they['’]ve\s+got|there\s+is|there['’]s|she\s+has|he\s+has)\s+)?(?:no|lack\s+of|out\s+of)\s+(?:more\s+)?(?:budget|money|funds|funding|need|time|interest)"
    r"|(?:(?:because\s+of|due\s+to|over)\s+)?(?:(?:a|the|their)\s+)?budget(?:\s+(?:cuts?|freeze|(?:is|was|got)\s+(?:cut|gone|frozen|spent|used\s+up)))?"
    rf"|(?:(?:because|as)\s+)?(?:(?:they|she|he)\s+)?(?:to|{_CHOSE})\s+(?:{_RIVAL}|{_BY_NAME})|cheaper(?:\s+(?:elsewhere|offer|rival|competitor))?|not\s+(?:now|this\s+(?:year|quarter)|interested)|(?:the\s+)?project\s+(?:is\s+|was\s+|got\s+)?(?:cancel+ed|stopped|killed|dead|scrapped))"
)
_KNOWN_WHY = re.compile(
    rf"(?:because\s+)?{_REASON}(?:(?:\s*,\s*|\s+)(?:(?:and|because|as)\s+)?{_REASON}){{0,2}}", re.IGNORECASE
)


def is_known_why(text: str) -> bool:
    """Whether it begins with what a deal is lost for."""
    return bool(_KNOWN_WHY.match(text.strip()))


_LOST_TO = re.compile(r"(?:is|was|has\s+been|got)?\s*lost\s+(?=to\b)", re.IGNORECASE)


def told_lost(rest: str, people: Sequence[str] = ()) -> str | None:
    """Why, where what is told of a deal is its loss for a known reason and nothing else; "lost to" one of theirs is none."""
    found = _IS_LOST.match(rest.strip()) if len(rest) <= _LONGEST else None
    why = (found["why"] or "").strip(" ,;:–-.!") if found else ""
    is_theirs = any(re.search(rf"\b{re.escape(word)}\b", why) for name in people for word in name.split())
    return why if _KNOWN_WHY.fullmatch(why) and not is_theirs else None


def perhaps_lost(rest: str) -> bool:
    """ "lost because the line dropped": it begins like a loss, and may tell of something else that was lost."""
    return bool(_IS_LOST.match(rest.strip()))


def told_ending(line: str) -> Told | None:
    """None when no deal has ended, or when it may still happen: "Acme hasn't signed", "if they sign"."""
    line = " ".join(re.sub(r"!+", " ", line).split()) if "!" in line else " ".join(line.split())
    if len(line) > _LONGEST or _ASKED.match(line):
        return None
    return _lost(line) or (None if _NOT_YET.search(line) else _won(line))


def _lost(line: str) -> Told | None:
    lost = _LOST.match(line)
    if lost:
        return Told(End.lost, lost["about"])
    refused = _REFUSED.match(line)
    if refused:
        why = "" if _NO_REASON.fullmatch(refused["why"]) else refused["why"]
        to = _LOST_TO.match(why)
        return Told(End.lost, refused["about"], why, sure=to is None or bool(_KNOWN_WHY.fullmatch(why[to.end() :])))
    if _NOT_YET.search(line):
        return None
    chosen = _CHOSEN.match(line)
    if chosen and (keeps_a_part(line) or without_other_things(line) != line):
        return None
    if chosen:
        return Told(
            End.lost, chosen["about"], chosen["why"], sure=bool(re.match(_RIVAL, chosen["whom"], re.IGNORECASE))
        )
    perhaps = _PERHAPS_REFUSED.match(line)
    return Told(End.lost, perhaps["about"], perhaps["why"], sure=False) if perhaps else None


def _won(line: str) -> Told | None:
    closed = _WE_CLOSED.match(line) or _CLOSED.match(line)
    if closed and not re.search(r"\bclosed won\b", line, re.IGNORECASE):
        return Told(End.lost if (closed["how"] or "").lower() == "lost" else End.closed, closed["about"])
    if closed and "how" in closed.groupdict() and closed["how"]:
        return Told(End.won, closed["about"])
    won = _WE_WON.match(line)
    if won:
        return Told(End.won, won["about"])
    signed = _SIGNED.match(line)
    if signed:
        return Told(End.won, f"{signed['about']} {(signed['for'] or '').strip(' ,')}".strip())
    perhaps = _PERHAPS_WON.match(line)
    return Told(End.won, perhaps["about"], sure=False) if perhaps else None
