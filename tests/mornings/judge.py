"""Judges what was decided: by the table alone, and by rules.py; nothing of the bot is asked."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import psycopg

from tests.mornings.rules import A_DAY, Offsets
from tests.mornings.troubles import Change, Troubles
from tests.mornings.world import Person

_LATE, _AFTERNOON = timedelta(hours=4), time(16)
_BY_ITSELF = {"", "nothing due", "late"}  # reasons for somebody who never changes anything

Row = tuple[date, datetime, str, str, datetime]  # local date, due, state, reason, decided


@dataclass
class Run:
    """What happened: who there was, when somebody looked by a right clock, and by which rules."""

    first: datetime
    last: datetime
    people: Sequence[Person]
    troubles: Troubles
    looks: list[datetime]
    offsets: Callable[[str, date], Offsets]  # of a zone, by the rules of that day
    new_rules_on: date | None = None


@dataclass
class Verdict:
    decisions: int = 0
    exact: int = 0  # of which instant and state were worked out a second time
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def judged(run: Run, rows: Mapping[int, Sequence[Row]], next_on: Mapping[int, date]) -> Verdict:
    verdict = Verdict()
    changed: dict[int, list[Change]] = defaultdict(list)
    for change in run.troubles.changes:
        changed[change.member].append(change)
    unsure = _unsure(run)
    for person in run.people:
        theirs = rows.get(person.id, ())
        verdict.decisions += len(theirs)
        verdict.counts.update(f"{state} {reason}".strip() for _, _, state, reason, _ in theirs)
        who = f"member {person.id} ({person.zone} {person.at:%H:%M})"
        zones = {person.zone, *(change.to for change in changed.get(person.id, ()) if ":" not in change.to)}
        faults = _one_a_day(run, person, zones, theirs, next_on.get(person.id))
        verdict.faults += [f"{who}: {fault}" for fault in faults]
        if person.id in changed:
            verdict.faults += [f"{who}: {fault}" for fault in _two_in_a_date(run, person, theirs, changed[person.id])]
            continue
        for row in theirs:
            if not (unsure(row[1]) or unsure(row[4])):
                verdict.exact += 1
                verdict.faults += [f"{who}: {row[0]}: {fault}" for fault in _exactly(run, person, row)]
    return verdict


def _one_a_day(run: Run, person: Person, zones: set[str], rows: Sequence[Row], next_on: date | None) -> Iterator[str]:
    """One decision for each working day from the first to come until the one that is next."""
    begin = run.first.date() - A_DAY
    known = run.offsets(person.zone, begin)
    while begin.weekday() not in person.days or known.due(begin, person.at) <= run.first:
        begin += A_DAY
    end = next_on or run.last.date() - 2 * A_DAY
    if not run.last.date() - 3 * A_DAY <= end <= run.last.date() + 5 * A_DAY:
        yield f"the next day is {end}, though it is {run.last}"
    usual = {day for n in range((end - begin).days) if (day := begin + A_DAY * n).weekday() in person.days}
    left_out = {day for day in usual for zone in zones if not _is_lived(run, zone, day)}
    found = Counter(row[0] for row in rows if row[0] < end)
    yield from (f"{day} was decided {times} times" for day, times in found.items() if times > 1)
    yield from (f"{day} has no decision" for day in sorted(usual - left_out - set(found)))
    free = (
        usual - left_out if len(zones) == 1 else usual
    )  # who was in one place only: nothing on a date that never came
    yield from (f"{day} is no working day and has one" for day in sorted(set(found) - free))


def _is_lived(run: Run, zone: str, day: date) -> bool:
    """A zone that crosses the date line leaves a date out."""
    known = run.offsets(zone, day)
    return known.local(known.due(day, time(12))).date() == day


def _exactly(run: Run, person: Person, row: Row) -> Iterator[str]:
    """Due by the zone's rules, decided at the first look after that, and sent unless it is too late."""
    day, due_at, _, reason, decided_at = row
    known = run.offsets(person.zone, day)
    due = known.due(day, person.at)
    if due_at != due:
        yield f"due at {due_at} and not {due}"
    look = bisect_left(run.looks, due)
    if look < len(run.looks) and decided_at != run.looks[look]:
        yield f"decided at {decided_at}, though somebody looked at {run.looks[look]}"
    if reason not in _BY_ITSELF:
        yield f"skipped as {reason}"
    there, then = known.local(decided_at), known.local(due)
    in_time = there.date() == then.date() and decided_at - due <= _LATE
    in_time = in_time and (there.time() < _AFTERNOON or then.time() >= _AFTERNOON)
    if in_time is (reason == "late"):
        yield f"due {due}, decided {decided_at} ({there} there): {reason or 'sent'}"


def _two_in_a_date(run: Run, person: Person, rows: Sequence[Row], changes: Sequence[Change]) -> Iterator[str]:
    """Whoever travels: never two lists in one date as they lived it."""
    zones = [(run.first, person.zone), *((change.at, change.to) for change in changes if ":" not in change.to)]
    lived: Counter[date] = Counter()
    for day, _, state, _, decided_at in rows:
        if state == "sent":
            zone = [zone for since, zone in zones if since <= decided_at]
            lived[run.offsets((zone or [person.zone])[-1], day).local(decided_at).date()] += 1
    jumped = {
        moment.date() + A_DAY * n for j in run.troubles.jumps for moment in (j.first, j.last) for n in (-2, -1, 0, 1, 2)
    }
    yield from (f"{day} had {times} lists" for day, times in lived.items() if times > 1 and day not in jumped)


def _unsure(run: Run) -> Callable[[datetime], bool]:
    """Whether a clock that was wrong may have had to do with what was due then."""
    spans = [
        (jump.first - abs(jump.by) - A_DAY / 24, jump.last + abs(jump.by) + A_DAY / 24)
        for jump in run.troubles.jumps
        if jump.by is not None
    ]
    if run.new_rules_on:
        beside = datetime.combine(run.new_rules_on, time(), UTC)
        spans.append((beside - 2 * A_DAY, beside + 5 * A_DAY))
    edges = sorted({edge for span in spans for edge in span})
    covered = [any(first <= edge < last for first, last in spans) for edge in edges]

    def unsure(due: datetime) -> bool:
        at = bisect_right(edges, due) - 1
        return at >= 0 and covered[at]

    return unsure


def rows_of(connection: sqlite3.Connection | psycopg.Connection) -> tuple[dict[int, list[Row]], dict[int, date]]:
    """By member: what was decided, and which day is next."""
    asked = (
        "SELECT member_id, local_date, due_at, state, reason, decided_at FROM digests ORDER BY member_id, local_date"
    )
    found: dict[int, list[Row]] = defaultdict(list)
    for member_id, day, due_at, state, reason, decided_at in connection.execute(asked):
        found[member_id].append((_date(day), _utc(due_at), state, reason, _utc(decided_at)))
    planned = connection.execute("SELECT id, next_digest_on FROM members WHERE next_digest_on IS NOT NULL")
    return found, {member_id: _date(on) for member_id, on in planned}


def _date(told: str | date) -> date:
    """SQLite keeps days and instants as text."""
    return told if isinstance(told, date) else date.fromisoformat(told)


def _utc(told: str | datetime) -> datetime:
    return told.astimezone(UTC) if isinstance(told, datetime) else datetime.fromisoformat(told).replace(tzinfo=UTC)
