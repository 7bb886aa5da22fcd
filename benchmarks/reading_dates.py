"""How well dates are read, set by set: right, wrong, or unanswered (asked, or nothing found). Wrong weighs most.

Only the day counts, and the minute where one is named. Of a span its last day, or the last working day in it; "by EOD" and
"tomorrow afternoon" are right when the day is. An hour from 1 to 6 without am or pm is an afternoon's, as everywhere here.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from bot.reading.datedata import date_data

DATA = Path(os.environ.get("DATA") or Path(__file__).parents[1] / "tests" / "data") / "dates"
FRIDAY = 4
_LENGTHS = {"week": {"weeks": 1}, "month": {"months": 1}, "quarter": {"months": 3}, "year": {"years": 1}}
_DATES = {"date", "daterange", "datetime", "datetimerange"}
_DAY = timedelta(days=1)
_TIMED = re.compile(
    r"\d\s*(?:[ap]\b|[ap]m|h\b|h\d|:\d|ish|o'clock|hrs|min|hour)|\bat\b|@|noon|midday|hour|minute|past|tonight|evening|"
    r"morning|afternoon",
    re.IGNORECASE,
)
_ZONED = re.compile(
    r"\b(?:[ecmp][sd]t|gmt|bst|ist|utc|cet|cest|(?:local|london) time)\b", re.IGNORECASE
)  # said in that zone
_HALF_DAY = timedelta(hours=12)


class Wanted(NamedTuple):
    """One defensible reading: a day or the last day of a span, and a minute where one is named."""

    last: date
    at: datetime | None = None
    ends: bool = False  # a span
    first: date | None = None  # where a set gives no end: a month begins then


class Case(NamedTuple):
    text: str
    ref: str
    wanted: tuple[Wanted, ...]  # none of a line without a date
    ambiguous: bool = False
    day_first: bool = False


def sets() -> Iterator[tuple[str, list[Case]]]:
    """Every set that the folder holds."""
    readers = {
        "core": ("bench_core_243.jsonl", _found),
        "own phrases": ("own_sales_date_phrases.jsonl", _own),
        "dateless": ("own_negative_date_lines.jsonl", _dateless),
        "dateless, found": ("duckling_en_time_negative.jsonl", _dateless),
        "duckling": ("duckling_en_time.jsonl", _found),
        "chrono": ("chrono_en_cases.jsonl", _chrono),
        **{
            f"recognizers {name}": (f"recognizers_en_{name}.json", _recognized)
            for name in ("DateParser", "DatePeriodParser", "MergedParser", "DateTimeModel")
        },
    }
    for name, (file, read) in readers.items():
        if (DATA / file).exists():
            yield name, [case for row in _rows(DATA / file) if (case := read(row))]


def judge(case: Case) -> str:
    """ "right", "wrong" or "unanswered"."""
    row = {"id": 0, "text": case.text, "ref": case.ref, "tz": "UTC", "day_first": case.day_first}
    got = date_data(row)
    if not case.wanted:
        return "right" if got["kind"] == "none" else "wrong"
    if got["ask"]:
        return "right" if case.ambiguous else "unanswered"
    if not got["on"]:
        return "unanswered"
    says_when = _TIMED.search(case.text) and not _ZONED.search(case.text)
    wanted = case.wanted if says_when else tuple(one._replace(at=None) for one in case.wanted)
    return "right" if any(_agrees(got, one) for one in wanted) else "wrong"


def score(cases: list[Case]) -> Counter[str]:
    return Counter(judge(case) for case in cases)


def show() -> None:
    print(f"{'dates':28} {'cases':>6} {'right':>6} {'wrong':>6} {'unanswered':>11}")
    for name, cases in sets():
        found = score(cases)
        print(f"  {name:26} {len(cases):6} {found['right']:6} {found['wrong']:6} {found['unanswered']:11}")


def _agrees(got: dict[str, Any], wanted: Wanted) -> bool:
    if wanted.first and got["from"] in {str(wanted.first), str(_working(wanted.first))}:
        return True
    working = wanted.last - timedelta(days=max(0, wanted.last.weekday() - FRIDAY))
    if {got["to"], got["on"]}.isdisjoint({str(wanted.last), str(working)}):
        return False
    if wanted.at is None:
        return True
    return got["time"] in {f"{hour:%H:%M}" for hour in (wanted.at, *_afternoon(wanted.at))}


def _working(day: date) -> date:
    """The first day on which anybody works from then on; nobody does on New Year's Day."""
    day += timedelta(days=(day.month, day.day) == (1, 1))
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day


def _afternoon(at: datetime) -> Iterator[datetime]:
    if 1 <= at.hour <= 6:
        yield at + _HALF_DAY


def _rows(file: Path) -> list[dict[str, Any]]:
    text = file.read_text(encoding="utf-8-sig")
    rows = json.loads(text) if text.lstrip().startswith("[") else [json.loads(one) for one in text.splitlines() if one]
    return list(rows)


def _found(row: dict[str, Any]) -> Case:
    said = row["expected"]
    return Case(row["text"], row["ref"], (_span(said) if "end" in said else _point(said),))


def _span(said: dict[str, Any]) -> Wanted:
    """Ends are exclusive in the found sets."""
    return Wanted((datetime.fromisoformat(said["end"][:19]) - timedelta(seconds=1)).date(), ends=True)


def _point(said: dict[str, Any]) -> Wanted:
    at, grain = datetime.fromisoformat(said["value"][:19]), said.get("grain", "day")
    if grain in _LENGTHS:
        return Wanted((at + relativedelta(**_LENGTHS[grain])).date() - _DAY)  # type: ignore[arg-type]
    timed = grain in {"hour", "minute", "second"} and f"{at:%H:%M}" != "23:59"
    return Wanted(at.date(), at if timed else None)


def _own(row: dict[str, Any]) -> Case:
    if row["expected"] is None:
        return Case(row["text"], row["ref"], ())
    said = [row.get("expected_end") or row["expected"], *(row.get("ambiguous") or ())]
    wanted = tuple(
        Wanted(date.fromisoformat(one[:10]), datetime.fromisoformat(one) if "T" in one else None) for one in said
    )
    return Case(row["text"], row["ref"], wanted, bool(row.get("ambiguous")))


def _dateless(row: dict[str, Any]) -> Case:
    return Case(row["text"], row.get("ref") or "2026-03-12T09:00:00", ())


def _chrono(row: dict[str, Any]) -> Case:
    at = datetime.fromisoformat(row.get("end") or row["start"])
    is_vague = "end" in row or at.hour in {0, 12}  # which stand for no hour
    wanted = Wanted(at.date(), None if is_vague else at, first=None if "end" in row else at.date())
    return Case(row["input"], row["ref"], (wanted,), day_first="GB" in row["parser"])


def _recognized(row: dict[str, Any]) -> Case | None:
    """A sentence, judged by the first date in it; None when there is none of the kinds that we read."""
    ref = (row.get("Context") or {}).get("ReferenceDateTime")
    first = next(iter(row["Results"]), None)
    if not ref or first is None:
        return None
    said = [one for one in _values(first) if one]
    ahead = [one for one in said if (one.at.date() if one.at else one.last) >= date.fromisoformat(ref[:10])]
    wanted = tuple(ahead or said)
    to_its_end = tuple(
        one._replace(last=one.last + _DAY) for one in wanted if one.ends
    )  # "to the 22nd": with it or not
    return Case(row["Input"], ref, wanted + to_its_end) if said else None


def _values(result: dict[str, Any]) -> Iterator[Wanted | None]:
    values = (result.get("Resolution") or result.get("Value") or {}).get("values")
    if values is not None:
        for one in values:
            yield _wanted(one["type"], one.get("value"), one.get("end")) if one["type"] in _DATES else None
        return
    for side in ("FutureResolution", "PastResolution"):
        said = (result.get("Value") or {}).get(side) or {}
        kind, end = next(((name, said[name]) for name in ("endDate", "endDateTime") if name in said), ("", None))
        yield _wanted("date", said.get("date") or said.get("dateTime"), end if kind else None)


def _wanted(_kind: str, value: str | None, end: str | None) -> Wanted | None:
    try:
        if end:
            return _span({"end": end.replace(" ", "T")})
        if value:
            grain = "minute" if ":" in value else "day"
            return _point({"value": value.replace(" ", "T"), "grain": grain})
    except ValueError:
        pass  # "not resolved", or a year that no calendar has
    return None


if __name__ == "__main__":
    show()
