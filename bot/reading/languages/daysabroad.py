"""Days, weeks and feasts of another tongue become ours: "over 14 dagen", "til uka", "efter påske", "slutningen af januar".

Only what no English word is, or what stands behind such a word, is put into English; the words around it stay.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from bot.reading.calendar.datespelling import is_day_word
from bot.reading.calendar.shortdays import SHORT_DAYS
from bot.reading.languages.tongues import SWEDISH, TONGUES, Tongue, words_of
from bot.reading.words.bounds import CLAUSES_KEPT

_Told = Callable[[re.Match[str]], str]
_WORD = re.compile(r"[^\W\d_]+")
WEEKDAY = r"(?:\w+(?:dag|tag)|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|lunedì|martedì|mercoledì|giovedì|venerdì|poniedział(?:ek|ku)|wtor(?:ek|ku)|środ[aęy]|czwart(?:ek|ku)|piąt(?:ek|ku)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAYS = {
    f"{day}en": day for day in "mandag tirsdag tisdag onsdag torsdag fredag lørdag lördag søndag söndag måndag".split()
}


def any_of(row: str | Iterable[str]) -> str:
    words = words_of(row) if isinstance(row, str) else tuple(row)
    told = sorted({re.escape(word).replace(r"\ ", r"\s+") for word in words}, key=len, reverse=True)
    return f"(?:{'|'.join(told)})" if told else "(?!)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-]){pattern}(?![\w'’])", re.IGNORECASE)


def numbers_of(tongue: Tongue) -> dict[str, int]:
    return {form: at for at, forms in enumerate(tongue.numbers.split(), 1) for form in forms.split("/")}


def _counted(tongue: Tongue) -> _Told:
    """ "over 14 dagen" -> "in 14 days"; "vrijdag over een week" -> "1 week from vrijdag"."""
    units = {
        word: unit
        for unit, row in (("day", tongue.day), ("week", tongue.week), ("month", tongue.month))
        for word in words_of(row)
    }
    numbers = numbers_of(tongue)

    def told(found: re.Match[str]) -> str:
        said = found["number"].lower()
        many = numbers.get(said) or int(said)
        count = f"{many} {units[found['unit'].lower()]}{'s' if many > 1 else ''}"
        return f"{count} from {found['weekday']}" if found["weekday"] else f"in {count}"

    return told


def _part(tongue: Tongue) -> _Told:
    """ "slutet av nästa vecka" -> "end of next week"; of a month that is not named it is this one."""

    def told(found: re.Match[str]) -> str:
        unit = "week" if found["unit"].lower() in words_of(tongue.week) else "month"
        if not found["of"] and found["unit"].lower() == unit:  # "begin week 3" may be English
            return found[0]
        part = "early" if found["early"] else "mid" if found["mid"] else "end of"
        which = "next" if found["next"] else "this"
        return f"{part} {which} {unit}"

    return told


def _led(tongue: Tongue) -> list[tuple[re.Pattern[str], _Told]]:
    """ "efter påske" -> "after Easter": a feast without such a word before it names no day."""
    rows = {
        "after": f"{tongue.after} {tongue.over}",
        "before": f"{tongue.before} {tongue.by}",
        "until": f"{tongue.until} {tongue.through}",
    }
    leads = {word: plain for plain, row in rows.items() for word in words_of(row)}
    feasts = {
        "Christmas": tongue.christmas,
        "Easter": tongue.easter,
        "New Year": tongue.new_year,
        "the weekend": tongue.weekend,
    }
    the = f"(?:{any_of(tongue.the)}\\s+)?"

    def told(name: str) -> _Told:
        return lambda found: f"{leads[' '.join(found['lead'].lower().split())]} {name}"

    return [
        (_pattern(rf"(?P<lead>{any_of(leads)})\s+{the}{any_of(row)}"), told(name))
        for name, row in feasts.items()
        if row
    ]


_CLOCK = (
    (_pattern(r"(?:om|rond)\s+(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?u(?:ur)?"), lambda found: f"at {found['hour']}:{found['minute'] or '00'}"),
)  # fmt: skip


def _changes(tongue: Tongue) -> tuple[tuple[re.Pattern[str], str | _Told], ...]:
    numbers = numbers_of(tongue)
    unit, the = any_of(f"{tongue.day} {tongue.week} {tongue.month}"), f"(?:{any_of(tongue.the)}\\s+)?"
    part = rf"(?:i\s+|in\s+)?(?:(?P<early>{any_of(tongue.early)})|(?P<mid>{any_of(tongue.mid)})|{any_of(tongue.end)})"
    of = rf"(?P<of>(?:{any_of(tongue.of)}\s+)?{the}(?:(?P<next>{any_of(tongue.of_next)})\s+|{any_of(tongue.of_this)}\s+)?)"
    return (
        (_pattern(rf"{part}\s+{of}(?P<unit>{any_of(f'{tongue.week} {tongue.month}')})(?!\s?\d)"), _part(tongue)),
        (_pattern(rf"(?:(?:{any_of(tongue.on)}|{any_of(tongue.by)})\s+)?{the}{any_of(tongue.month_end)}"), "by month end"),
        (_pattern(rf"(?:(?P<weekday>{WEEKDAY})\s+)?{any_of(tongue.within)}\s+(?P<number>\d{{1,2}}|{any_of(numbers)})\s+(?P<unit>{unit})"), _counted(tongue)),
        (_pattern(rf"(?:in?\s+)?{any_of(tongue.of_next)}\s+{any_of(tongue.week)}|{any_of(tongue.next_week)}"), "next week"),
        (_pattern(rf"(?:in?\s+)?{any_of(tongue.of_this)}\s+{any_of(tongue.week)}"), "this week"),
        (_pattern(rf"(?:im?\s+|in\s+)?{any_of(tongue.of_next)}\s+{any_of(tongue.month)}"), "next month"),
        (_pattern(rf"(?:in?\s+)?{any_of(tongue.week)}\s?(?P<number>\d{{1,2}})(?!\s?[%/.,]\s?\d)"), r"week \g<number>"),
        *_led(tongue),
        *_CLOCK,
        (_pattern(rf"{any_of(tongue.at)}\s+(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?"), lambda found: f"at {found['hour']}:{found['minute'] or '00'}"),
        (_pattern(any_of(tongue.overmorrow)), "the day after tomorrow"),
        (_pattern(any_of(tongue.tomorrow)), "tomorrow"),
        (_pattern(any_of(tongue.today)), "today"),
        (_pattern(rf"(?:(?:om|um|kl\.?)\s+)?{any_of(tongue.half)}\s+(?P<hour>{any_of(numbers)})"), lambda found: f"{numbers[found['hour'].lower()] - 1 or 12}:30"),
    )  # fmt: skip


def _markers(tongue: Tongue) -> frozenset[str]:
    rows = (
        tongue.day, tongue.week, tongue.month, tongue.next_week, tongue.month_end, tongue.weekend, tongue.christmas, tongue.easter,
        tongue.new_year, tongue.overmorrow, tongue.tomorrow, tongue.today, tongue.half, tongue.marks, tongue.of_next,
    )  # fmt: skip
    return frozenset(word.split()[-1] for row in rows for word in words_of(row)) - {"week", "weekend", "wk"}


_CHANGES = tuple((_markers(tongue), _changes(tongue)) for tongue in TONGUES)
_OF_SWEDISH = frozenset(
    words_of(f"{SWEDISH.i} {SWEDISH.they} {SWEDISH.by} {SWEDISH.again} {SWEDISH.will} {SWEDISH.not_} {SWEDISH.call}")
) | {word for row in SWEDISH.acts.values() for word in row.replace(",", "").split()}
_V = re.compile(r"(?<!\S)(?:i\s+)?v\.?\s?(?P<number>\d{1,2})(?![\w%]|[/.,]\d)", re.IGNORECASE)
_MONTH = any_of(
    "january february march april may june july august september october november december jan feb febr mar märz mars marts maart apr mai maj mei maggio"
    " jun juni jul juli aug augusti augustus sep sept okt oktober nov dez dezember dec des desember januar januari februar februari"
)
_A_DAY = rf"(?:\d{{1,2}}(?:[./]\s?\d|\.?\s+{_MONTH}\b|\.?\s*$)|the\s+\d|the\s+day|(?:next|this|early|mid|week)\s|end\s+of\s|month\s+end|tomorrow\b|today\b|{_MONTH}\b|{WEEKDAY}\b|(?:ende\s+)?kw\s?\d)"
_ROWS = (
    ("by", " ".join(tongue.by for tongue in TONGUES)),
    ("before", " ".join(tongue.before for tongue in TONGUES)),
    ("after", " ".join(tongue.after for tongue in TONGUES)),
    ("from", " ".join(tongue.since for tongue in TONGUES)),
    ("on", " ".join(tongue.on for tongue in TONGUES)),
)
_LED = tuple(
    (re.compile(rf"(?<!\S){any_of(row)}\s+(?:(?:den|de|the|le|el|il|op|på|on|am)\s+)?(?={_A_DAY})", re.IGNORECASE), f"{plain} ")
    for plain, row in _ROWS
)  # fmt: skip
# Before such a day alone: "do 29.10." is a Thursday of German, and "we" is us.
_LED_IN_POLISH = re.compile(r"(?<!\S)(?:(?P<by>do)|we?)\s+(?=(?:poniedział|wtor|środ|czwart|piąt)\w+)", re.IGNORECASE)
# "d. 14.", "am 14.", "de 14e", "den 14:e": a day of no month that is named.
_NUMBER = re.compile(
    rf"(?<!\S)(?<!\d\s)(?<!i\s)(?:(?P<on>am|på\s+den|op\s+de)|zum|den|de|d\.)\s+(?P<day>[12]?\d|3[01])(?:(?P<nth>\.|:?e)|(?=\s*$))(?!\w|\s?\d|\s+{_MONTH}\b)",
    re.IGNORECASE,
)
LEADING = frozenset(word for _, row in _ROWS for word in words_of(row) if " " not in word) | frozenset(
    "til till tot bis".split()
)
_TIMES = LEADING | frozenset(
    "next this in after before by from until on today tomorrow early mid end week month over om".split()
)


def _nth(found: re.Match[str]) -> str:
    before = found.string[: found.start()].split()
    lead = "" if before and before[-1].lower() in LEADING else "on "
    return f"{lead}the {found['day']}th"


_TELLING = frozenset().union(*(markers for markers, _ in _CHANGES), _OF_SWEDISH, _DAYS)


@lru_cache(maxsize=CLAUSES_KEPT)
def words_in(clause: str) -> frozenset[str]:
    """Its words in small letters: where none of a tongue is among them, nothing of it has to be looked for."""
    return frozenset(_WORD.findall(clause.lower()))


def days_in_english(clause: str) -> str:
    """Unchanged when it names no day of another tongue."""
    words = words_in(clause)
    if not _TELLING.isdisjoint(words):
        clause = _changed(clause, words)
    return _NUMBER.sub(_nth, clause) if any(map(str.isdigit, clause)) else clause


def _changed(clause: str, words: frozenset[str]) -> str:
    for markers, changes in _CHANGES:
        if not markers.isdisjoint(words):
            for pattern, plain in changes:
                clause = pattern.sub(plain, clause)
    if not _OF_SWEDISH.isdisjoint(words):
        clause = _V.sub(r"week \g<number>", clause)
    if not _DAYS.keys().isdisjoint(words):
        clause = _WORD.sub(lambda found: _DAYS.get(found[0].lower(), found[0]), clause)
    return clause


def leads_in_english(clause: str) -> str:
    """ "uiterlijk 31/3" -> "by 31/3": once it is known whose tongue it is."""
    clause = _EMPTY.sub("", _UNTIL_A_FEAST.sub("by ", clause))
    clause = _LED_IN_POLISH.sub(lambda found: "by " if found["by"] else "on ", clause)
    for pattern, plain in _LED:
        clause = pattern.sub(plain, clause)
    return _WEEK_ALONE.sub("in ", clause)


_EMPTY = re.compile(
    r"(?<!\S)(?:(?:i|in|im)\s+(?=(?:early|mid|end\s+of|the\s+day\s+after)\s)|(?:ved|vid|entro|per)\s+(?=by\s+month|end\s+of))",
    re.IGNORECASE,
)
_UNTIL_A_FEAST = re.compile(r"\buntil\s+(?=(?:Christmas|Easter|New Year|the weekend)\b)")
_WEEK_ALONE = re.compile(r"(?<!\bby )(?<!\bin )(?<!efore )(?<!fter )(?<!rom )(?<!ntil )\b(?=week\s\d)")


def tells_when(words: Sequence[str]) -> bool:
    """Whether they begin with a day, or with what stands before one."""
    first = words[0].lower() if words else ""
    second = words[1].lower() if len(words) > 1 else ""
    if first[:1].isdigit():
        return bool(re.match(r"\d{1,2}[./:]\d", first)) or second in _MONTHS_TOLD
    is_day = is_day_word(first) or first in {"week", "kw", "month", "nu", "now"}
    return is_day or (
        first in _TIMES
        and (
            len(words) == 1
            or second[:1].isdigit()
            or is_day_word(second)
            or second in SHORT_DAYS
            or second in _TIMES
            or second in _BEHIND_A_LEAD
        )
    )


FEASTS = frozenset({"Christmas", "Easter", "New"})
_BEHIND_A_LEAD = frozenset("the christmas easter new den de dem".split())
_MONTHS_TOLD = frozenset(re.findall(r"[^\W\d_]+", _MONTH))
