"""Zones, working days and the digest instant. Pure: the day is an argument, never read from a clock.

A wall time that a clock change skips moves forward; one that happens twice means its first occurrence
(reliability: one digest per member and local date).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.model import Member, Muted

LATEST_SEND = time(16, 0)
LATENESS_ALLOWED = timedelta(hours=4)
_NOON, _A_DAY = time(12, 0), timedelta(days=1)
_SEARCH_DAYS = 400  # nobody's free days in a row last longer than this


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """zoneinfo itself keeps eight zones, and reads the file of any other each time anew."""
    return ZoneInfo(name)


def forget_zones() -> None:
    """Their rules are read anew."""
    zone_of.cache_clear()
    ZoneInfo.clear_cache()


def today_for(member: Member, now: datetime) -> date:
    return now.astimezone(zone_of(member.zone)).date()


def is_working_day(day: date, member: Member) -> bool:
    return not is_away(day, member) and works_on(day, member)


def is_away(day: date, member: Member) -> bool:
    return any(first <= day <= last for first, last in member.leave)


def works_on(day: date, member: Member) -> bool:
    """Whether they usually work on that day. Each such day has a decision about the digest, also while they are away."""
    return day.weekday() in member.working_days and day not in _holidays(member.country, day.year)


def not_late_since(today: date, members: Collection[Member]) -> date:
    """What is due on a day on which none of them works is late once the next working day is over: the first day that is not late yet."""
    for offset in range(1, _SEARCH_DAYS):
        if any(works_on(today - timedelta(days=offset), one) for one in members):
            return today - timedelta(days=offset - 1)
    return today


def is_muted(member: Member, what: Muted, day: date) -> bool:
    """Whether the member does without it on that day; of a kind, the newest pause decides."""
    newest = next((pause for pause in reversed(member.pauses) if pause.what is what), None)
    return newest is not None and newest.first_on <= day <= newest.last_on


def is_quiet(at: time, quiet: tuple[time, time] | None) -> bool:
    """Whether a wall time lies within quiet hours, which may span midnight."""
    if quiet is None:
        return False
    first, last = quiet
    return first <= at < last if first < last else at >= first or at < last


def after_quiet_hours(member: Member, now: datetime) -> datetime:
    """`now`, or the end of the member's quiet hours when it falls into them."""
    there = now.astimezone(zone_of(member.zone))
    if member.quiet is None or not is_quiet(there.time(), member.quiet):
        return now
    last = member.quiet[1]
    day = there.date() + timedelta(days=1) if there.time() >= last else there.date()
    return instant(day, last, member.zone)


def next_working_day(after: date, member: Member) -> date:
    """The first working day later than `after`."""
    return roll(after + timedelta(days=1), member)


def roll(day: date, member: Member) -> date:
    """`day` itself when it is a working day, else the next one."""
    for offset in range(_SEARCH_DAYS):
        if is_working_day(day + timedelta(days=offset), member):
            return day + timedelta(days=offset)
    return day


def closing_day(day: date, member: Member) -> date:
    """The last working day of the member's week, from `day` on: Friday, or Thursday when Friday is free."""
    for offset in range(_SEARCH_DAYS):
        last = day + timedelta(days=offset)
        if closes_week(last, member):
            return last
    return day


def closes_week(day: date, member: Member) -> bool:
    """Whether the member works on that day, and not again before the days that are free each week."""
    last = _last_weekday(member)
    rest = (day + timedelta(days=offset) for offset in range(1, (last - day.weekday()) % 7 + 1))
    return is_working_day(day, member) and not any(is_working_day(later, member) for later in rest)


def begins_week(day: date, member: Member) -> bool:
    """Whether the member works on that day, for the first time since the days that are free each week."""
    first = (_last_weekday(member) + 1) % 7
    before = (day - timedelta(days=offset) for offset in range(1, (day.weekday() - first) % 7 + 1))
    return is_working_day(day, member) and not any(is_working_day(earlier, member) for earlier in before)


def _last_weekday(member: Member) -> int:
    """The weekday before the longest free stretch of a usual week; Sunday for who works on all seven."""
    days = sorted(member.working_days) or [4]
    gaps = [((days[(index + 1) % len(days)] - one - 1) % 7, one) for index, one in enumerate(days)]
    return max(gaps)[1]


def days_off_before(day: date, member: Member) -> int:
    """How many working days the member was on leave right before `day`."""
    missed = 0
    for offset in range(1, _SEARCH_DAYS):
        before = day - timedelta(days=offset)
        if is_working_day(before, member):
            break
        missed += is_working_day(before, replace(member, leave=()))
    return missed


def instant(day: date, at: time, zone: str) -> datetime:
    """A wall time in a zone as an aware UTC instant (fold 0: see the module's rule)."""
    return datetime.combine(day, at, tzinfo=zone_of(zone)).astimezone(UTC)


def digest_day(day: date, member: Member) -> date:
    """`day` itself when there is a digest to decide about, else the next such day."""
    for offset in range(_SEARCH_DAYS):
        later = day + timedelta(days=offset)
        if works_on(later, member) and is_lived(later, member.zone):
            return later
    return day


def is_lived(day: date, zone: str) -> bool:
    """False for a date that a zone leaves out, as it does when it crosses the date line."""
    return instant(day, _NOON, zone).astimezone(zone_of(zone)).date() == day


def digest_instant(day: date, member: Member) -> datetime:
    return instant(day, member.digest_at, member.zone)


def day_after_change(member: Member, last: date | None, now: datetime) -> date:
    """The next day to be decided about, after a zone, an hour or the working days have changed.

    Later than the `last` decided one, so that no date has two; never later than the day that is owed already, or a move
    could lose it; and earlier than that only while its hour is still to come.
    """
    today = today_for(member, now)
    sooner = digest_day(max(today, last + _A_DAY) if last else today, member)
    while digest_instant(sooner, member) <= now:
        sooner = digest_day(sooner + _A_DAY, member)
    owed = member.next_digest_on
    if owed is None or (last is not None and owed <= last):
        return sooner
    return min(digest_day(owed, member), sooner)


def next_digest_at(member: Member, after: datetime) -> datetime:
    """The member's first digest instant later than `after`."""
    day = roll(today_for(member, after), member)
    due_at = instant(day, member.digest_at, member.zone)
    return due_at if due_at > after else instant(next_working_day(day, member), member.digest_at, member.zone)


def next_list_at(member: Member, now: datetime) -> datetime:
    """When a list may come next: the first day that is still to be decided about, is to come, and on which they work."""
    first = max(member.next_digest_on or date.min, today_for(member, now))
    day = roll(first, member)
    at = digest_instant(day, member)
    return at if at > now else digest_instant(next_working_day(day, member), member)


def is_too_late(due_at: datetime, now: datetime, member: Member) -> bool:
    """Whether a digest missed at `due_at` is folded into the next one: over 4 h late, or after 16:00 local."""
    zone = zone_of(member.zone)
    there, then = now.astimezone(zone), due_at.astimezone(zone)
    after_hours = there.time() >= LATEST_SEND and then.time() < LATEST_SEND
    return there.date() != then.date() or now - due_at > LATENESS_ALLOWED or after_hours


@lru_cache(maxsize=512)
def country_of(zone: str) -> str:
    """Whose public holidays hold where the clock shows that zone; empty when it is no country's, or we know none of them."""
    from babel.core import get_global  # noqa: PLC0415 - only for somebody new

    canonical = get_global("zone_aliases").get(zone, zone)
    country = str(get_global("zone_territories").get(canonical, ""))
    return country if country and has_holidays(country) else ""


# What all parts of a kingdom have in common is no calendar that anybody lives by: it leaves out Easter Monday.
_LARGEST_PART = {"GB": "ENG"}
_PARTS_OF = {
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
    "uk": "GB",
    "usa": "US",
}


def country_called(text: str) -> str | None:
    """The code of a country of which public holidays are known, by its code or its English name ("Germany"); None for no such."""
    from babel import Locale  # noqa: PLC0415 - only for somebody who changes it

    said = " ".join(text.split())
    names = {str(name).casefold(): code for code, name in Locale("en").territories.items()}
    code = _PARTS_OF.get(said.casefold()) or names.get(said.casefold()) or said.upper()
    return code if has_holidays(code) else None


def has_holidays(country: str) -> bool:
    """Whether public holidays are known for a code such as "DE" or "GB-ENG"."""
    try:
        return bool(_holidays(country, 2026))
    except (NotImplementedError, KeyError):
        return False


def holiday(day: date, country: str) -> str:
    """What is celebrated there on that day: "Easter Monday"; empty when it is a day like any other."""
    return _holidays(country, day.year).get(day, "")


@lru_cache(maxsize=512)
def _holidays(country: str, year: int) -> Mapping[date, str]:
    if not country:
        return {}
    import holidays  # noqa: PLC0415 - costs 60 ms and 11 MB: only for members with a country

    nation, _, part = country.partition("-")
    part = part or _LARGEST_PART.get(nation, "")
    return dict(holidays.country_holidays(nation, subdiv=part or None, years=year, language="en_US"))
