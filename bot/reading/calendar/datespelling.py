"""Each word of a date spelled one way before any rule sees it: "Thurs", "thu." and "donnerstag" are all `wd_thu`.

What only looks like such a word keeps its letters: Sun Microsystems, "she sat in on it", monday.com. A text without
any word or digit that a date is made of is not looked at any further: most clauses are.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.reading.calendar.datewords import ORDINALS
from bot.reading.calendar.shortdays import LONG_DAYS, SHORT_DAYS, is_nordic, short_day
from bot.reading.words.bounds import CLAUSES_KEPT
from bot.reading.words.daynames import MONTH, WORKDAY

_WEEKDAYS = {
    "mon": "monday mondy moday montag lundi lunes lunedì maandag mandag måndag poniedziałek poniedziałku",
    "tue": "tues tuesd tuesday tueday tusday dienstag mardi martes martedì dinsdag tirsdag tisdag wtorek wtorku",
    "wed": "weds wedn wednes wednesday wednsday wedensday wedday mittwoch mercredi miércoles miercoles mercoledì woensdag onsdag środa środy środę",
    "thu": "thur thurs thursday thurday thusday thrusday donnerstag jeudi jueves giovedì donderdag torsdag czwartek czwartku",
    "fri": "friday fridy firday freitag vendredi viernes venerdì vrijdag fredag piątek piątku",
    "sat": "saturday saterday satuday samstag samedi sábado zaterdag lørdag sobota soboty sobotę lördag",
    "sun": "sunday sonntag zondag søndag söndag niedziela niedzieli niedzielę dimanche",
}
_MONTHS = {
    "jan": "january januar", "feb": "february febuary febr februar", "mar": "march märz maerz", "apr": "april", "may": "",
    "jun": "june juni", "jul": "july juli", "aug": "august", "sep": "sept september", "oct": "october okt oktober",
    "nov": "november", "dec": "december dez dezember",
}  # fmt: skip
_OTHERS = {
    "today": "2day heute vandaag", "tonight": "tonite 2nite 2night stasera vanavond",
    "tomorrow": "tomorow tommorow tommorrow tomorrows tmrw tmw tmr tmo tomo tomoz demain mañana domani morgen imorgon imorgen 2moz 2mrow tmoz tmoro tmro tmrow tomoro tommorow 2morrow 2morow 2moro 2mro 2mrw",
    "yesterday": "yday", "next": "nxt", "coming": "upcoming", "week": "wk", "weeks": "wks", "quarter": "qtr", "quarters": "qtrs",
    "year": "yr", "years": "yrs", "month": "mth", "months": "mths", "weekend": "wknd wkend", "until": "till til untill thru through",
    "morning": "vormittag vormittags mornin matin", "afternoon": "nachmittag nachmittags aft arvo", "evening": "abends",
    "first": "", "second": "", "third": "",
}  # fmt: skip
# Behind a number only: "17 mars", "17 de marzo"; Mars is a company, and Mai and Avril are people.
_BEHIND_A_NUMBER = {
    "jan": "januari janvier janv enero gennaio", "feb": "februari février févr fév fevrier febrero febbraio", "mar": "mars marzo marz maart marts", "apr": "avril avr abril abr aprile",
    "may": "mai maj mei mayo maggio", "jun": "juin junio giugno", "jul": "juillet juil julio luglio", "aug": "augustus augusti août aout agosto", "sep": "septembre septiembre settembre",
    "oct": "octobre octubre ottobre", "nov": "novembre noviembre", "dec": "desember décembre déc decembre diciembre dicembre",
}  # fmt: skip
_MONTH_OF = {word: short for short, words in _BEHIND_A_NUMBER.items() for word in words.split()}
_GERMAN_END = r"(?:ende|fin)(?=\s+(?:de\s+)?(?:der\s+|des\s+|dieser\s+)?(?:kw|woche|monats?|jan|feb|m[aä]r|apr|mai|jun|jul|aug|sep|okt|nov|dez|janv|f[eé]v|mars|avril|mai|juin|juil|sept|oct|d[eé]c))"
_WEEK_OF = r"(?:week|wk)\s+(?:commencing|beginning|starting)(?:\s+on)?|w/\s?[cb]|wk\s+of|semaine\s+du|semana\s+del?|settimana\s+del|woche\s+vom"
_GERMAN = {"mo": "mon", "di": "tue", "mi": "wed", "do": "thu", "fr": "fri", "sa": "sat", "so": "sun"}
_NUMERIC = r"(?=\.?,?\s+(?:den\s+)?\d{1,2}\.\s?(?:\d|jan|feb|m[aä]r|apr|mai|jun|jul|aug|sep|okt|nov|dez))"
_KNOWN = {
    **{word: f"wd_{short}" for short, more in _WEEKDAYS.items() for word in (short, *more.split())},
    **{word: f"mo_{short}" for short, more in _MONTHS.items() for word in (short, *more.split())},
    **{word: usual for usual, more in _OTHERS.items() for word in more.split()},
}
TYPED_WEEKDAY = "(?P<weekday>{})".format(
    "|".join(
        sorted(
            (w for short, more in _WEEKDAYS.items() for w in (short, *more.split()) if w.startswith(short)), key=len
        )[::-1]
    )
)
_PLAIN = frozenset(_OTHERS) | frozenset(
    "day days fortnight fortnights eod eob cob cop eow eom eoq eoy close end noon midday midi half christmas mas xmas easter"
    " holidays thanksgiving halloween patricks juneteenth epiphany toussaint allerheiligen nikolaus nikolaustag heiligabend heiliger silvester neujahr reformationstag noël noel sylvestre jour assomption ferragosto julaften luciadag rosenmontag aschermittwoch gründonnerstag karfreitag ostersonntag ostermontag himmelfahrt whitsun pentecost pentecôte pfingsten pfingstsonntag pfingstmontag fronleichnam mayo bis hour hours hr hrs h minute minutes min mins ish oclock clock night am pm thing midweek mid kw cw fin"
    " one two three four five six seven eight nine ten eleven twelve".split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(
    rf"(?P<of>(?<!\ba\s)\b(?:{_WEEK_OF})\b)|(?P<ende>\b{_GERMAN_END})|(?P<german>\b(?:{'|'.join(_GERMAN)}))(?:{_NUMERIC}|(?=\.?,?\s+(?:um\s+)?\d{{1,2}}(?:[:.]\d\d)?\s?uhr\b)|(?<=\bbis\s..)(?=\.?(?:$|[\s,;])))|(?P<month>(?:(?<=\d\s)|(?<=\d\.\s)|(?<=\b1er\s)|(?<=\b1[°º]\s)|(?<=\bfin\s))(?:de\s+)?(?:{'|'.join(_MONTH_OF)})\b)"
    r"|(?P<trimestre>(?<=\b(?:au|en|in)\s)t[1-4]\b)|(?P<word>(?<![\w.])2(?:day|m[a-z]+|nite|night)\b|[^\W\d_]+)",
    re.IGNORECASE,
)
# "podpisze umowę do 31.03", "will sign do 27.03" once its verb is put into English: until then, and no Thursday.
_POLISH = re.compile(r"[ąćęłńśźż]|\bwill\s+[a-z]", re.IGNORECASE)
_A_DATE = re.compile(r"\s+\d{1,2}\.\s?\d")
_SITE = re.compile(r"\.(?:com|io|ai|co|net|org)\b", re.IGNORECASE)
_MODAL = re.compile(
    r"\s+(?:\d+\s+(?:people|persons|users|seats|units|licen[cs]es|reps|staff|more|of)|be|not|also|still|well|have|need|want|take|come|join|send|sign|call|get|go|ask)\b"
)
_SAT = re.compile(
    r"\s+(?:in|down|through|with|back|next to|around|tight|together|there|here|alone|waiting|listening|idle|outside|beside|quietly|silent|like\s+a|for\s+(?:over\s+|about\s+)?(?:\d+|an?|half|ten|twenty|thirty))\b"
)
_SAT_THERE = re.compile(  # at the head of a clause, where no day is told before a place
    r"\s+(?:on\s+(?!\d)|at\s+(?:the|their|his|her|a)\b|\d+\s*(?:min(?:ute)?s?|h(?:ou)?rs?)\b|(?:half\s+)?an\s+hour\b|out\b)"
)
_BEGINS = re.compile(r"(?:^|[.;,:!]\s*)$")
_WHO_SAT = re.compile(r"\b(?:she|he|they|we|i|who|it|has|had|have|just)\s+$", re.IGNORECASE)
_CAPITAL = re.compile(r"\s+(?P<next>[A-Z][a-z]+)")
_AFT = re.compile(  # "revisit aft Memorial Day"; "Fri aft" is an afternoon
    rf"\s+(?:the\b|memorial|labou?r|easter|christmas|xmas|x-mas|thanksgiving|new\s+year|holidays?|vacation|next\b|q[1-4]\b|\d|(?:{WORKDAY}|{MONTH})\b)",
    re.IGNORECASE,
)
_SHINES = re.compile(r"\s+(?:was|is|in|so|set|sets|shone|shines|comes|came|rises|rose|out)\b")
_WED_TO = re.compile(
    r"\s+(?:to\s+(?:the|a|his|her|their|our|one|this)|last\s+(?:year|month|spring|summer|autumn|fall|winter))\b"
)
# "Monday Motors has 12 lots", "Friday Health Plans": a day with a firm's word right behind it. "Mon Acme Foods" is a day and a firm.
_OF_A_FIRM = re.compile(
    r"\s+(?:(?:Health|Coffee|Bridal|Dental|Wine|Bar\s+(?:and|&))\s+)?(?:Ltd|Inc|LLC|LLP|GmbH|Corp|Co|PLC|Group|Foods?|Motors|Times|Grill|Storage|Plans|Bridal|Media|Studios?|Labs?|Partners|Capital|Foundation|Solutions|Systems|Technologies|Services|Insurance|Logistics|Industries|Holdings|Company|Bakery|Brewing|Brewery|Diner|Books|Records|Homes|Realty|Energy|Pharma|Supply|Supplies|Networks?|Software|Consulting|Catering|Cleaners|Fitness)\b"
)
_UPPER = str.maketrans({chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})


class Spelled(NamedTuple):
    """A text with its date words made usual, and where each of its characters stands in what was typed."""

    text: str
    at: tuple[int, ...]


@lru_cache(maxsize=CLAUSES_KEPT)
def spelled(typed: str) -> Spelled | None:
    """None when nothing in it can be a date."""
    if not _may_hold_a_date(typed):
        return None
    parts: list[str] = []
    at: list[int] = []
    last = 0
    for found in _WORD.finditer(typed):
        usual = _usual(found, typed)
        if not usual:
            continue
        before, behind = typed[last : found.start()], typed[found.end() : found.end() + 1]
        glue = " " if before[-1:].isdigit() else ""
        tail = " " if behind.isdigit() else ""
        parts += [before, glue, usual, tail]
        at += [*range(last, found.start()), *([found.start()] * (len(glue) + 1))]
        at += [found.end()] * (len(usual) - 1 + len(tail))
        last = found.end()
    parts.append(typed[last:])
    at += range(last, len(typed) + 1)
    return Spelled("".join(parts).translate(_UPPER), tuple(at))


def weekday_in_english(word: str) -> str:
    """ "mandag" -> "Monday"; any other word as it is."""
    usual = _KNOWN.get(word.lower().strip(".,!"), "")
    return LONG_DAYS[usual[3:]] if usual.startswith("wd_") else word


def month_in_english(word: str) -> str:
    """ "December", "dez" -> "dec"; empty for any other word: "Decking" is none."""
    usual = _KNOWN.get(word.lower().strip(".,"), "")
    return usual[3:] if usual.startswith("mo_") else ""


def is_day_word(word: str) -> bool:
    """A weekday, a month, today or tomorrow, in small letters and in any of the languages."""
    return _KNOWN.get(word, "")[:3] in {"wd_", "mo_", "tod", "tom", "ton"}


def _may_hold_a_date(typed: str) -> bool:
    """One cheap look: a digit, or a word that dates are made of."""
    return any(map(str.isdigit, typed)) or any(
        word in _KNOWN or word in _PLAIN or word in ORDINALS or word in SHORT_DAYS
        for word in _LETTERS.findall(typed.lower())
    )


def _usual(found: re.Match[str], typed: str) -> str:
    """The usual word; empty when this is a name or another word after all."""
    if found["of"]:
        return "week of"
    if found["ende"]:
        return "end of"
    if found["trimestre"]:
        return f"q{found['trimestre'][1]}"
    if found["german"]:
        is_until = found["german"] == "do" and _A_DATE.match(typed, found.end()) and _POLISH.search(typed)
        return "" if is_until else f"wd_{_GERMAN[found['german'].lower()]}"
    if found["month"]:
        return f"mo_{_MONTH_OF[found['month'].lower().split()[-1]]}"
    word = found["word"].lower()
    abroad = short_day(word, typed, found.start(), found.end())
    if abroad:
        return f"wd_{abroad}"
    if (
        word not in _KNOWN
        or typed[max(0, found.start() - 1) : found.start()] in {"_", "."}
        or _SITE.match(typed, found.end())
    ):
        return ""
    before, behind = typed[max(0, found.start() - 12) : found.start()], typed[found.end() : found.end() + 24]
    if word == "aft" and _AFT.match(behind):
        return "after"
    is_other = (
        (word == "jul" and is_nordic(typed))  # Christmas, where no number stands before it
        or (word == "may" and _MODAL.match(behind))
        or (word == "morgen" and before.lower().endswith("guten "))
        or (before.endswith("-") and _KNOWN[word] == "until")  # a walk-thru
        or (word == "mardi" and behind.lower().startswith(" gras"))
        or (word == "sat" and (_SAT.match(behind) or _WHO_SAT.search(before) or _is_sitting(before, behind)))
        or (word == "sun" and (name := _CAPITAL.match(behind)) and name["next"].lower() not in _KNOWN)
        or (word == "sun" and before.lower().endswith("the ") and _SHINES.match(behind))
        or (word == "wed" and _WED_TO.match(behind))
        or (found[0][0].isupper() and _OF_A_FIRM.match(behind))
    )
    return "" if is_other else _KNOWN[word]


def _is_sitting(before: str, behind: str) -> bool:
    """ "sat on zoom 15 min"; "call sat on his cell" is a day."""
    return bool(_BEGINS.search(before) and _SAT_THERE.match(behind))
