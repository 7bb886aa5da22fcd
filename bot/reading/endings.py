"""A deal that is told to have ended, in everyday words: "Acme signed", "we lost Acme", "Acme went with a competitor"."""

import re
from dataclasses import dataclass
from enum import StrEnum


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
_CHOSE = r"(?:(?:is |are )?(?:went|go(?:ne|ing)?) (?:with|for)|chose|chosen|picked|decided (?:to go )?(?:with|for|on)|signed with|bought from)"
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
    rf"{_LEAD}(?P<about>.+?)\s+{_HAVE}(?P<why>said no|declined|passed){_TIME}{_END}", re.IGNORECASE
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


_IS_LOST = re.compile(
    rf"^(?:(?:sadly|ok|so|it|deal|this\s+one|the\s+deal|is|was|it['’]?s|we|have|closed|as)\s+)*lost(?P<why>\s+(?:to|on|because|due\s+to|over)\s+\S.*|\s*[,;:–-]\s*\S.*)?{_END}",
    re.IGNORECASE,
)


def told_lost(rest: str) -> str | None:
    """Why, where what is told of a deal begins with its loss: "lost, too expensive"; "lost her number" is none."""
    found = _IS_LOST.match(rest.strip()) if len(rest) <= _LONGEST else None
    return (found["why"] or "").strip(" ,;:–-.!") if found else None


def told_ending(line: str) -> Told | None:
    """None when no deal has ended, or when it may still happen: "Acme hasn't signed", "if they sign"."""
    line = " ".join(re.sub(r"!+", " ", line).split()) if "!" in line else " ".join(line.split())
    if len(line) > _LONGEST:
        return None
    return _lost(line) or (None if _NOT_YET.search(line) else _won(line))


def _lost(line: str) -> Told | None:
    lost = _LOST.match(line)
    if lost:
        return Told(End.lost, lost["about"])
    refused = _REFUSED.match(line)
    if refused:
        return Told(End.lost, refused["about"], "" if _NO_REASON.fullmatch(refused["why"]) else refused["why"])
    if _NOT_YET.search(line):
        return None
    chosen = _CHOSEN.match(line)
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
