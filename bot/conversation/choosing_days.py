"""A day that a member names: clear and not past, or the question back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Button, Reply
from bot.commands.splitting import number_from, when_and_who
from bot.conversation.exchange import Exchange
from bot.conversation.finding import name_at_start, split_again
from bot.days import written
from bot.model import Deal, Member
from bot.reading.calendar.datewords import DateReading
from bot.reading.dates import read_date
from bot.reading.typed.typeddates import typed_date
from bot.store import SENT
from bot.views.asking import note
from bot.worktime import is_away, next_working_day, roll


def who_then_when(exchange: Exchange, who: str, when: str) -> tuple[str, str]:
    """Who and when, told apart anew by the names that are known: "Fri Acme", "Acme gibberish", "Black Friday Ltd Tue"."""
    if when:
        return split_again(exchange, who, when)
    named = name_at_start(exchange, who)
    if named:
        return named, who[len(named) :].strip(" ,:")
    other = when_and_who(who)
    return (other[1], other[0]) if other else (who, "")


def no_day(exchange: Exchange, who: str, command: str) -> Reply | None:
    """Words behind `later` or `next` that name neither a deal nor a day; None when the name is at least known."""
    if number_from(who) is not None or name_at_start(exchange, who):
        return None
    return note(f"I can't read a day in “{who[:60]}”. Try: {command} Acme next week, {command} Acme Tue 17 March")


def day_or_question(exchange: Exchange, when: str, retry: Callable[[str], str]) -> DateReading | Reply:
    """A day that is clear and not past, or the Reply that asks."""
    if not when.strip():
        return note("Which day? Add it behind the name: Acme Fri, Acme next week")
    day = typed_date(when, exchange.today, day_first=exchange.day_first)
    if day is None or day.problem:
        said = day.problem if day else f"I can't read “{when[:60]}” as a day."
        return note(f"{said} Try: Fri, tomorrow, in 3 days, Tue 17 March 10:00")
    passed = bool(day.at) and day.at <= f"{exchange.now.astimezone(exchange.zone):%H:%M}"
    if day.choices and day.choices[0] == exchange.today and passed:
        day = replace(day, on=day.choices[-1], choices=())  # "Thu 10am", said on a Thursday afternoon
    if day.choices:
        at = f" {day.at}" if day.at else ""
        buttons = [
            Button(written(choice, exchange.today), retry(f"{choice.isoformat()}{at}")) for choice in day.choices
        ]
        return note(f"Which day is “{day.text}”?", *buttons)
    if day.on is None or day.on < exchange.today:
        return note("That day has passed. Give one from today on: Fri, tomorrow, in 3 days")
    return replace(day, first_on=max(day.first_on, exchange.today)) if day.first_on else day


def days_for(exchange: Exchange, command: str, owner: Member, *, is_put_off: bool = False) -> tuple[Button, ...]:
    """The usual days on which something is to be done: today while the owner can still read it, unless it is put off; their
    next working day, a week on."""
    today = exchange.today
    is_read = not is_put_off and (owner.id == exchange.member.id or not list_has_gone(owner, today))
    first = {roll(today, owner)} if is_read else set()
    days = sorted(first | {next_working_day(today, owner), roll(today + timedelta(days=7), owner)})
    return tuple(Button(written(day, exchange.today), f"{command} {day.isoformat()}") for day in days)


def owner_of(exchange: Exchange, deal: Deal) -> Member:
    """On whose list it stands: their working days and their time off count, whoever sets the day."""
    if deal.owner_id == exchange.member.id:
        return exchange.member
    return exchange.store.members.one(deal.owner_id) or exchange.member


def list_has_gone(owner: Member, on: date) -> bool:
    """A list that has gone out is not made again."""
    return owner.next_digest_on is not None and owner.next_digest_on > on


def reads_it(exchange: Exchange, owner: Member, on: date, *, is_due: bool = False) -> str:
    """Where the owner reads what somebody else put on their list; on a day off the next list has it, and each has what
    `is_due` already."""
    read_on = roll(on, owner)
    if list_has_gone(owner, read_on):
        return f"{_why_not_read(exchange, owner, read_on)}, so tell {owner.first_name} too."
    if is_due:
        return f"{owner.first_name} reads it on the next list."
    that = "that day's list" if read_on == on else f"the list of {written(read_on, on)}"
    return f"{owner.first_name} reads it in {that}."


def _why_not_read(exchange: Exchange, owner: Member, on: date) -> str:
    """A list that never went out is not said to have."""
    made = exchange.store.digests.on([owner.id], on).get(owner.id)
    if made and made.state == SENT:
        return f"{owner.first_name}'s list of that day has gone out already"
    return f"{owner.first_name}'s next list is that of {written(owner.next_digest_on or on, on)}"


def why_not_on(day: date, owner: Member, today: date, *, is_own: bool) -> str:
    """Why a day became the next on which they work."""
    who = "you are" if is_own else f"{owner.first_name} is"
    if is_away(day, owner):
        return f"{who} away on {written(day, today)}"
    return f"{written(day, today)} is no working day"


def from_until(
    exchange: Exchange, since: str, until: str, command: str, *, to: str = "until"
) -> tuple[date, date] | Reply:
    """The first day, today unless said, and the day behind the last ("until Tuesday" is back on Tuesday), perhaps not after it;
    or the Reply that asks. `command` is what stands before the days."""
    first = exchange.today
    if since:
        named = day_or_question(exchange, since, lambda iso: f"{command} from {iso} {to} {until}")
        if isinstance(named, Reply):
            return named
        first = named.first_on or named.on or first
    begins = f" from {first.isoformat()}" if since else ""
    day = day_or_question(exchange, until, lambda iso: f"{command}{begins} {to} {iso}")
    if isinstance(day, Reply):
        return day
    back = day.first_on or day.on or exchange.today
    if back <= first and (again := typed_date(until, first, day_first=exchange.day_first)):
        back = again.first_on or again.on or back  # "from 6 April till the 13th", said in March
    return first, back


def is_day(exchange: Exchange, when: str) -> bool:
    """Whether the words name a day that is not past, perhaps one of several readings."""
    day = typed_date(when, exchange.today, day_first=exchange.day_first)
    return day is not None and not day.problem and (bool(day.choices) or (day.on or exchange.today) >= exchange.today)


_AN_HOUR = re.compile(r"^(?:(?:at|@)\s*)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?$", re.IGNORECASE)
_TODAY = re.compile(r"^today$", re.IGNORECASE)


def is_only_a_day(exchange: Exchange, when: str) -> bool:
    """Whether the words are a day that is not past, perhaps with an hour, and nothing else."""
    when = when.strip(" .!")
    day = read_date(when, exchange.today, day_first=exchange.day_first)
    if day is None or day.start:
        return False
    rest = when[day.end :].strip(" ,")
    return (not rest or bool(_AN_HOUR.match(rest))) and is_day(exchange, when)


def is_coming_day(exchange: Exchange, when: str) -> bool:
    """The same, and still to come: "call today" may have been held."""
    return not _TODAY.match(when.strip(" .!")) and is_only_a_day(exchange, when)
