"""What came of the work: "does it work?", "how am I doing?", "coach me", "chart promises"; and over how long a time."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.commands.lists import from_line
from bot.commands.nonsense import Nonsense
from bot.commands.wholelines import WholeLines
from bot.playbook.measures import Drawn

DAYS = 90
_FEWEST, _MOST = 7, 1_100
_LENGTH = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}


class OfWhom(StrEnum):
    """Whose calls are counted; `whole` is all that the member sees."""

    whole = "whole"
    mine = "mine"
    team = "team"


@dataclass(frozen=True)
class Works:
    """Does it work?"""

    of: OfWhom = OfWhom.whole
    days: int = DAYS


@dataclass(frozen=True)
class CoachMe:
    """One's own worn phrases, and calls that brought no day of theirs."""

    days: int = DAYS


@dataclass(frozen=True)
class Charts:
    """The figures of the work as something to look at; one's own, unless a team's are asked for."""

    of: OfWhom = OfWhom.mine
    days: int = DAYS
    drawn: Drawn = Drawn.everything


class AskedOfMonday(StrEnum):
    """Which of its questions, where it is one alone."""

    everything = "everything"
    silent = "silent"
    reasons = "reasons"
    buying = "buying"
    help = "help"


@dataclass(frozen=True)
class MyMonday:
    """What somebody who leads others should know of their week, or one question of it; each figure's first deals, or all."""

    everything: bool = False
    first: int = 1  # from which line on
    asked: AskedOfMonday = AskedOfMonday.everything


_CHART = r"(?:charts?|graphs?|diagrams?)"
_AS_A_CHART = re.compile(
    rf"^(?:(?:can|could)\s+(?:you|i)\s+)?(?:please\s+)?(?:show|draw|give|see)\s+(?:me\s+|us\s+)?(?:(?:a|an|the|my|some)\s+)?(?P<team>team\s+)?{_CHART}\b(?P<rest>.*)$"
    rf"|^(?P<what>.{{1,60}}?)\s+as\s+(?:an?\s+)?{_CHART}[\s?.!]*$",
    re.IGNORECASE | re.DOTALL,
)
_DRAWN = (
    (Drawn.promises, r"(?:kept\s+)?promises?(?:\s+(?:kept|both\s+ways))*"),
    (Drawn.touches, r"touch(?:es)?(?:\s+(?:per|for\s+(?:an|each)|and)\s+(?:advances?|answers?))?|advances?|answers?"),
    (
        Drawn.deals,
        r"deals?(?:\s+(?:let\s+go|won\s+back))?(?:\s+and\s+won\s+back)?|let\s+go(?:\s+and\s+won\s+back)?|won\s+back|letting\s+go",
    ),
    (Drawn.hours, r"(?:hours|time|minutes)(?:\s+(?:returned|given\s+back|back|saved))?"),
)
_DRAWN_AT_START = tuple((kind, re.compile(rf"^(?:{words})\b[\s,]*", re.IGNORECASE)) for kind, words in _DRAWN)
_LINK = re.compile(r"^(?:of|for|with|on|about|the|my|our|what)\b\s*", re.IGNORECASE)
_OVER = re.compile(
    r"(?:(?:in|over|for|since|of)\s+)?(?:the\s+)?(?:(?:last|past)\s+)?(?P<count>\d{1,4})?\s*(?P<unit>day|week|month|quarter|year)s?$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^(?:for\s+|of\s+)?(?:(?P<mine>mine|me|my own|myself)|(?P<team>(?:(?:the|my|our)\s+)?team|us|everybody|all))\b[\s,]*",
    re.IGNORECASE,
)
_END = r"[\s?.!]*$"
_SO = r"^(?:(?:so|and|hey|hi|ok|okay)[\s,]+)*"
_IT = r"(?:it|this|all\s+this|any\s+of\s+(?:it|this))"
_MINE = rf"how\s+am\s+i\s+doing|(?:does|is)\s+{_IT}\s+work(?:ing)?\s+for\s+me|my\s+(?:numbers|figures|results)"
_WHOLE = (
    rf"(?:does|is|did|has)\s+{_IT}\s+(?:all\s+|really\s+|actually\s+)?(?:work(?:ing|ed)?|pay(?:ing)?\s+off|help(?:ing|ed)?)"
    rf"|how\s+well\s+does\s+{_IT}\s+work|what\s+works|what\s+comes\s+of\s+{_IT}|how\s+are\s+we\s+doing|our\s+(?:numbers|figures|results)"
)
_BETTER = (
    r"coach\s+me|how\s+(?:can|could|do)\s+i\s+(?:do|get)\s+better|what\s+(?:can|could|should)\s+i\s+(?:do|say)\s+better"
)
_SILENT = r"who(?:\s+has|\s+have)?(?:\s+logged\s+nothing|(?:\s+not|n['’]?t)\s+logged\s+(?:anything|any\s+calls?|a\s+call)|\s+did\s*n['’]?t\s+log\s+(?:anything|any\s+calls?|a\s+call))(?:\s+(?:this|last)\s+week|\s+today|\s+yet)?|(?:which\s+)?reps\s+(?:without|with\s+no|have\s+no)\s+calls?"
_BUYING = r"who\s+(?:wants|is\s+going|will)\s+(?:to\s+)?buy"
_HELP = r"who\s+(?:needs|asks?\s+for|asked\s+for|wants)\s+(?:my\s+)?help"
_REASONS = r"why\s+do\s+(?:they|people|customers)\s+say\s+no"
_KNOW = r"what\s+(?:should|must|do)\s+i\s+(?:need\s+to\s+)?know(?:\s+(?:today|this\s+week|about\s+(?:the|my)\s+team))?|(?:my|the|show(?:\s+me)?(?:\s+my)?|team(?:['’]s)?)\s+monday(?:\s+view)?"
_OF_MONDAY = tuple(
    (words, MyMonday(asked=asked))
    for words, asked in (
        (_SILENT, AskedOfMonday.silent), (_BUYING, AskedOfMonday.buying), (_HELP, AskedOfMonday.help),
        (_REASONS, AskedOfMonday.reasons),
    )
)  # fmt: skip
_PLAIN: WholeLines[Works | CoachMe | MyMonday] = WholeLines(
    _SO,
    ((_MINE, Works(OfWhom.mine)), (_WHOLE, Works()), (_BETTER, CoachMe()), (_KNOW, MyMonday()), *_OF_MONDAY),
    rf"(?:\s+(?:so\s+far|lately|now))?{_END}",
)


def asked_what_came_of_it(line: str) -> Works | CoachMe | MyMonday | None:
    """The command in an everyday question; None when it is none of these."""
    return _PLAIN.meant(line)


def my_monday(rest: str) -> MyMonday:
    """`monday`, `monday all`, `monday all from 31`."""
    word, first = from_line(rest)
    return MyMonday(everything=word.lower() in {"all", "everything"}, first=first)


def works(rest: str) -> Works | Nonsense:
    """ "does it work", "does it work mine", "does it work for the team, last 30 days"."""
    asked = rest.strip(" ?!.")
    whose = _WHOSE.match(asked)
    of = OfWhom.whole if whose is None else OfWhom.mine if whose["mine"] else OfWhom.team
    days = _days(asked[whose.end() :] if whose else asked)
    return Works(of, days) if days else Nonsense(f"does it work {rest}", "does it work")


def charts(rest: str) -> Charts | Nonsense:
    """ "chart", "chart promises", "chart team hours, last 30 days", in whatever order."""
    left, of, drawn = rest.strip(" ?!.:"), OfWhom.mine, Drawn.everything
    while left:
        whose = _WHOSE.match(left)
        if whose:
            of, left = OfWhom.mine if whose["mine"] else OfWhom.team, left[whose.end() :]
            continue
        kind, behind = _drawn_at_start(left)
        link = None if kind else _LINK.match(left)
        if kind is None and link is None:
            break
        drawn, left = kind or drawn, behind if kind else left[link.end() :] if link else left
    days = _days(left.strip())
    return Charts(of, days, drawn) if days else Nonsense(f"chart {rest}")


def asked_as_a_chart(line: str) -> Charts | None:
    """ "show me a chart of promises", "my promises as a chart"; None when it is neither."""
    asked = _AS_A_CHART.match(line)
    if asked is None:
        return None
    rest = asked["what"] or f"{asked['team'] or ''}{asked['rest']}"
    found = charts(re.sub(r"^(?:show|draw|give)\s+(?:me\s+|us\s+)?", "", rest, flags=re.IGNORECASE))
    return found if isinstance(found, Charts) else None


def _drawn_at_start(text: str) -> tuple[Drawn | None, str]:
    for kind, pattern in _DRAWN_AT_START:
        found = pattern.match(text)
        if found:
            return kind, text[found.end() :]
    return None, text


def coach_me(rest: str) -> CoachMe | Nonsense:
    days = _days(rest.strip(" ?!."))
    return CoachMe(days) if days else Nonsense(f"coach me {rest}", "coach me")


def _days(rest: str) -> int | None:
    """How many days back; None when it names no time."""
    if not rest:
        return DAYS
    over = _OVER.match(rest)
    if over is None:
        return None
    return min(max(int(over["count"] or 1) * _LENGTH[over["unit"].lower()], _FEWEST), _MOST)
