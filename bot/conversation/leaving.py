"""A member's own days off and pauses: nothing is sent while they last, and the list waits (rows 12, 21)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Button, Reply
from bot.commands.handing import Cover
from bot.commands.own import Away, PauseList
from bot.conversation.between import not_one_called
from bot.conversation.choosing_days import day_or_question, from_until
from bot.conversation.covering import cover, end_on_return
from bot.conversation.days_off import agreed_on_them
from bot.conversation.exchange import Exchange
from bot.conversation.mornings import plan_anew
from bot.days import written
from bot.model import FOR_GOOD, Muted, Pause
from bot.reading.typed.halfdays import is_half_a_day
from bot.reading.waits.absence import days_away
from bot.views.asking import note
from bot.views.naming import people
from bot.views.own import WITHOUT, comes_back
from bot.views.touching import settled
from bot.worktime import next_working_day, roll

_UNTIL = re.compile(r"\b(?:until|till?|back)\b", re.IGNORECASE)


def away(exchange: Exchange, command: Away) -> Reply:
    """Off from a day, today unless said; "until Tuesday" means back on Tuesday."""
    if command.cover and (unknown := not_one_called(exchange, command.cover, lambda id_: _covered_by(command, id_))):
        return unknown
    span = None if is_half_a_day(command.said) else _span(exchange, command)
    if span is None and command.days:
        return _off_on(exchange, command.days)
    days = span or from_until(exchange, command.since, command.until, "away", to="to" if command.through else "until")
    if isinstance(days, Reply):
        return days
    first, back_on = days[0], days[1] + timedelta(days=command.through and span is None)
    if back_on <= first:
        return note("From which day are you back? away until Tuesday, or: away from 3 August until 17 August")
    off = [(first, back_on - timedelta(days=1))]
    is_until = not command.through and (span is None or bool(_UNTIL.search(command.said)))
    said = _until(exchange, first, back_on) if is_until else _spoken(exchange, off)
    if off[0] in exchange.member.leave:
        return note(f"You are away {said} already.")
    reply = _off(exchange, off, f"away {said}")
    if not command.cover:
        return reply
    begins = first.isoformat() if first > exchange.today else ""
    covered = cover(exchange.aside(""), Cover("me", command.cover, back_on.isoformat(), begins))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, *covered.card.blocks)))


def _covered_by(command: Away, member_id: int) -> str:
    """The same line with the number of who covers."""
    days = command.said or (f"on {', '.join(command.days)}" if command.days else f"until {command.until}")
    return f"away {days}, {member_id} covers me"


def _span(exchange: Exchange, command: Away) -> tuple[date, date] | None:
    """The first day off and the day of the return, where the words are a clear span; it is read as theirs are."""
    read = days_away(command.said, exchange.today, day_first=exchange.day_first) if command.said else None
    first = (read and read.since) or exchange.today
    return (first, read.back_on) if read and exchange.today <= first < read.back_on else None


def _until(exchange: Exchange, first: date, back_on: date) -> str:
    """ "from Mon 7 December until Fri 11 December", of whoever named the day of the return."""
    since = f"from {written(first, exchange.today)} " if first > exchange.today else ""
    return f"{since}until {written(back_on, exchange.today)}"


def _off(exchange: Exchange, spans: Sequence[tuple[date, date]], said: str) -> Reply:
    act_id = exchange.act(said)
    for first, last in spans:
        exchange.store.members.add_leave(act_id, exchange.member.id, first, last)
    reschedule(exchange, exchange.member.id)
    text = f"You are {said}. Your list waits for you; your first day back is {written(_first_day_back(exchange, spans), exchange.today)}."
    reply = settled(text, act_id, then=_booked_beside(exchange, act_id))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, *agreed_on_them(exchange, spans))))


def _first_day_back(exchange: Exchange, spans: Sequence[tuple[date, date]]) -> date:
    """The first working day behind the days off."""
    me = exchange.store.members.one(exchange.member.id) or exchange.member
    return next_working_day(max(last for _, last in spans), me)


def _off_on(exchange: Exchange, days: Sequence[str]) -> Reply:
    """Off on single days, or on each of a period: "Mon and Tue", "next week"."""
    halves = tuple(named for named in days if is_half_a_day(named))
    days = tuple(named for named in days if named not in halves)
    if not days:
        return _half_off(exchange, halves[0])
    spans: list[tuple[date, date]] = []
    for index, named in enumerate(days):
        before, after = days[:index], days[index + 1 :]
        day = day_or_question(exchange, named, _instead(before, after))
        if isinstance(day, Reply):
            return day
        on = day.on or exchange.today
        spans.append((day.first_on or on, on))
    if set(spans) <= set(exchange.member.leave):
        return note(f"You are away {_spoken(exchange, spans)} already.")
    reply = _off(exchange, spans, f"away {_spoken(exchange, spans)}")
    if not halves:
        return reply
    return replace(
        reply, card=replace(reply.card, blocks=(*reply.card.blocks, *_half_off(exchange, halves[0]).card.blocks))
    )


def _half_off(exchange: Exchange, named: str) -> Reply:
    """Half a day off is no day off: the list of its morning comes."""
    day = day_or_question(exchange, named, lambda iso: f"away on {iso}")
    if isinstance(day, Reply):
        return day
    on = day.on or exchange.today
    whole = Button("The whole day off", f"away on {on.isoformat()}", about=written(on, exchange.today))
    return note(f"Half a day: your list of {written(on, exchange.today)} comes as usual.", whole)


def _booked_beside(exchange: Exchange, act_id: int) -> str:
    """Days off that were booked before stay booked: said, so that nobody has to guess what holds now."""
    acts = exchange.store.members.leave_acts(exchange.member.id, exchange.today)
    before = _named(exchange, [other for other in dict.fromkeys(acts) if other != act_id])
    return f"Also booked: {before}." if before else ""


def _instead(before: Sequence[str], after: Sequence[str]) -> Callable[[str], str]:
    return lambda iso: f"away on {', '.join((*before, iso, *after))}"


def _spoken(exchange: Exchange, spans: Sequence[tuple[date, date]]) -> str:
    """ "on Mon 16 March and Tue 17 March", "today, Thu 12 March", "from Mon 16 March to Fri 20 March"."""
    today = exchange.today
    if spans == [(today, today)]:
        return f"today, {written(today, today)}"
    named = [
        written(first, today) if first == last else f"{written(first, today)} to {written(last, today)}"
        for first, last in sorted(spans)
    ]
    return f"on {people(named)}" if spans[0][0] == spans[0][1] else f"from {people(named)}"


def back(exchange: Exchange) -> Reply:
    """Back earlier: the days off that have begun are taken back; those to come are named."""
    members, me = exchange.store.members, exchange.member.id
    booked = tuple(dict.fromkeys(members.leave_acts(me, exchange.today)))
    if not booked:
        return note("You are not away. Your next list comes as usual: type status to see when.")
    begun = tuple(dict.fromkeys(members.leave_acts(me, exchange.today, begun_by=exchange.today)))
    if not begun:
        return _not_away_yet(exchange, booked)
    for act_id in begun:
        exchange.undo(act_id)
    end_on_return(exchange)
    reschedule(exchange, me)
    kept = _named(exchange, [act_id for act_id in booked if act_id not in begun])
    still = f" Still booked: {kept}." if kept else ""
    return note(f"Welcome back. Your list comes on your working days.{still}", Button("What is due?", "followups"))


def _not_away_yet(exchange: Exchange, booked: Sequence[int]) -> Reply:
    """Days off that have not begun stand until they are taken back."""
    goes = Button("Take it back" if len(booked) == 1 else "Take them back", f"undo {' '.join(map(str, booked))}")
    return note(f"You are not away today. Still booked: {_named(exchange, booked)}.", goes)


def _named(exchange: Exchange, act_ids: Sequence[int]) -> str:
    """ "from Mon 16 March until Sat 21 March and on Fri 27 March"."""
    acts = exchange.store.acts.some(act_ids)
    return people([acts[act_id].summary.removeprefix("away ") for act_id in act_ids if act_id in acts])


def pause(exchange: Exchange, command: PauseList) -> Reply:
    """Nothing, or nothing of a kind, until a day, or until the member wants it again."""
    what = command.what
    if command.for_good:
        return _for_good(exchange, what)
    if not command.until:
        return _until_when(exchange, what)
    day = day_or_question(exchange, command.until, lambda iso: f"pause {what} until {iso}")
    if isinstance(day, Reply):
        return day
    again = day.first_on or day.on or exchange.today
    if again <= exchange.today:
        return note("From which day do you want it again? pause until Monday")
    until = written(again, exchange.today)
    if any(pause.what is what and pause.last_on == again - timedelta(days=1) for pause in _running(exchange)):
        return note(f"{WITHOUT[what]} until {until} already.")
    act_id = exchange.act(f"paused {what} until {until}")
    last_on = again - timedelta(days=1)
    exchange.store.members.add_pause(act_id, exchange.member.id, what, exchange.today, last_on)
    shows = f"{'coach me' if what is Muted.coaching else 'followups'} shows it at any time."
    return settled(f"{WITHOUT[what]} until {until}", act_id, then=shows)


def _for_good(exchange: Exchange, what: Muted) -> Reply:
    if any(pause.what is what and pause.last_on == FOR_GOOD for pause in _running(exchange)):
        return note(f"{WITHOUT[what]} comes already. {comes_back(what)}")
    act_id = exchange.act(f"turned off {what}")
    exchange.store.members.add_pause(act_id, exchange.member.id, what, exchange.today, FOR_GOOD)
    shows = f"{'coach me' if what is Muted.coaching else 'followups'} shows it at any time."
    return settled(f"{WITHOUT[what]} from now on", act_id, then=f"{shows} {comes_back(what)}")


def _running(exchange: Exchange) -> list[Pause]:
    """Of each kind the newest pause, unless it is over; it begins tomorrow where the member has gone to a zone behind."""
    newest = {pause.what: pause for pause in exchange.member.pauses}
    return [pause for pause in newest.values() if pause.last_on >= exchange.today]


def _until_when(exchange: Exchange, what: Muted) -> Reply:
    """Coaching comes once a week: it is paused for longer."""
    today, member = exchange.today, exchange.member
    days = {next_working_day(today, member), roll(today + timedelta(days=7), member)}
    if what is Muted.coaching:
        days = {today + timedelta(days=count) for count in (30, 90)}
    buttons = [Button(written(day, today), f"pause {what} until {day.isoformat()}") for day in sorted(days)]
    return note("Until when?", *buttons, Button("Until I say so", f"pause {what} until I say so"))


def unpause(exchange: Exchange) -> Reply:
    """Everything comes again from today."""
    running = _running(exchange)
    if not running:
        return note("Nothing is paused.")
    act_id = exchange.act("ended the pause")
    ended = exchange.today - timedelta(days=1)
    for pause in running:
        exchange.store.members.add_pause(act_id, exchange.member.id, pause.what, exchange.today, ended)
    return settled("Your list comes again", act_id)


def reschedule(exchange: Exchange, member_id: int) -> None:
    """The next digest follows the days off and the settings as they stand now."""
    plan_anew(exchange.store, member_id, exchange.now)
