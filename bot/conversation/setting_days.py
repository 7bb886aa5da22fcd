"""The day on which a deal comes up next: a next step, or "later". What speaks against that day is asked about first.

A day inside the gap that the rhythm keeps needs its reason: they asked, something new, or another one (H19, voice.md 1.11).
"""

import re
from datetime import date

from bot.cards import Button, Buttons, Card, Reply, Text, Tone
from bot.commands.calls import Next
from bot.commands.deals import Later
from bot.conversation.absences import absence_clash
from bot.conversation.beside import call_off, holds_beside, in_its_place, is_off
from bot.conversation.choosing_days import (
    day_or_question,
    days_for,
    no_day,
    owner_of,
    reads_it,
    who_then_when,
    why_not_on,
)
from bot.conversation.days_off import step_off
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.days import written
from bot.model import OPEN_STATES, Deal, DealState, DecisionKind, History, hour_there
from bot.playbook.agenda import Group, due_today
from bot.playbook.cadence import next_touch
from bot.playbook.holds import OUR_PLAN, appointments, open_steps, pending_step
from bot.playbook.offered import offered_from
from bot.playbook.on_record import their_zone
from bot.playbook.precedence import ANOTHER, BECAUSE, REMINDED, SOMETHING_NEW, THEY_ASKED, Rule
from bot.playbook.results import ours_due
from bot.views.asking import note
from bot.views.clashing import ANYWAY, call_before, in_place_of, which_holds, why_sooner
from bot.views.ending import asked_for_silence
from bot.views.leading import on_that_day, on_which_day
from bot.views.naming import back_on, beside, on_no_list
from bot.views.one_question import when_next
from bot.views.touching import settled
from bot.worktime import roll

_RHYTHM = frozenset({Rule.spoke, Rule.quiet, Rule.sent})
_BECAUSE = re.compile(rf"[\s,]*\b(?:{BECAUSE}\s*(?P<why>.*\S)|(?P<asked>{THEY_ASKED})[.!]?)\s*$", re.IGNORECASE)
_LONGEST_REASON = 200


_NO_STEP = re.compile(r"^(?:nothing|none(?: agreed)?)(?:\s+(?P<day>\S.*))?$", re.IGNORECASE)
_SHOWN = ("demo", "meeting", "visit")


def next_step(exchange: Exchange, command: Next) -> Reply:
    """The agreed next step, or that none was agreed."""
    planned = command.planned
    command = Next(*who_then_when(exchange, command.who, command.when))
    if not command.when and (unclear := no_day(exchange, command.who, "next")):
        return unclear
    behind = f" {planned}" if planned else ""
    deal = find_deal(exchange, command.who, lambda id_: f"next {id_} {command.when}{behind}")
    if isinstance(deal, Reply):
        return deal
    if not command.when:
        history = exchange.history(deal.id)
        return when_next(deal, exchange.today, exchange.free(history), offered_from(history, exchange.today))
    none = _NO_STEP.match(command.when)
    return _no_step(exchange, deal, none["day"] or "") if none else _step(exchange, deal, f"{command.when}{behind}")


def _no_step(exchange: Exchange, deal: Deal, when: str) -> Reply:
    """ "none", or of several that are agreed "none 2026-12-21": that one."""
    if when:
        day = day_or_question(exchange, when, lambda iso: f"next {deal.id} none {iso}")
        if isinstance(day, Reply):
            return day
        step = next((step for step in open_steps(exchange.history(deal.id)) if step.on == day.on), None)
        return is_off(exchange, deal, step) if step else note(f"Nothing is agreed with {deal.label} for that day.")
    act_id = exchange.act(f"{deal.label}: no next step agreed")
    kind = DecisionKind.no_next_step
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, kind)
    _, now = exchange.refresh(deal.id)
    return settled(f"{deal.label}: no next step agreed", act_id, then=back_on(now, exchange.today))


def _step(exchange: Exchange, deal: Deal, when: str) -> Reply:
    """On the list on its day, whatever else is on record there: what speaks against it is asked about first."""
    when, insists = _anyway(when)
    when, planned = _as_planned(when)
    what = next((word for word in _SHOWN if word in when.lower()), "call")
    told = "" if what == "call" else f"{what} "
    behind = f" {planned}" if planned else ""
    day = day_or_question(exchange, when, lambda iso: f"next {deal.id} {told}{iso}{behind}")
    if isinstance(day, Reply):
        return day
    on = day.first_on or day.on or exchange.today
    if day.first_on or day.not_before:  # "after Easter" is the first day on which anybody works
        on = roll(on, owner_of(exchange, deal))
    clash = None if insists else absence_clash(exchange.history(deal.id), f"next {deal.id} {told}".strip(), on, day.at)
    if clash:
        return which_holds(clash, deal, exchange.today)
    zone = their_zone(exchange.history(deal.id), day.zone)
    at = f" at {'about ' if day.about else ''}{hour_there(day.at, zone)}" if day.at else ""
    said = f"{deal.label}: {what} on {written(on, exchange.today)}{at}{planned.removeprefix(OUR_PLAN)}"
    before = exchange.history(deal.id)
    act_id = exchange.act(said)
    step_id = exchange.store.history.add_next_step(
        act_id, deal.id, exchange.today, what, on, at=day.at, zone=zone, purpose=planned, agreed=not planned
    )
    place = _takes_its_place(exchange, act_id, before, what, on)
    history, now = exchange.refresh(deal.id)
    off = step_off(exchange, history, step_id)
    hour = f"next {deal.id} {on:%a} {on.day} {on:%B} 15:00"
    unread = f"I can't read “{day.unread[:40]}” as a time of day. Try: {hour}" if day.unread and not day.zone else ""
    then = [unread or on_no_list(deal, now), *place, off.said if off else ""]
    return settled(said, act_id, *((off.instead,) if off else ()), then=" ".join(filter(None, then)))


def _as_planned(when: str) -> tuple[str, str]:
    """ "tue 10:00 as you plan it: about the price": the day, and that nobody but us set it."""
    day, mark, about = when.partition(f" {OUR_PLAN}")
    return (day, f"{OUR_PLAN}{about[:_LONGEST_REASON]}") if mark else (when, "")


def _takes_its_place(exchange: Exchange, act_id: int, before: History, what: str, on: date) -> list[str]:
    """One of what is agreed gives way and the rest holds: both are said."""
    instead, ahead = in_its_place(before, what, exchange.today), appointments(before, exchange.today)
    still = [step for step in ahead if step != instead]
    holds_beside(exchange, act_id, before.deal.id, still)
    gone = next((step for step in ahead if step == instead and step.on != on), None)
    return in_place_of(gone, still, exchange.today)


def later(exchange: Exchange, command: Later) -> Reply:
    """On the list on that day, a working day of the member's."""
    command = Later(*who_then_when(exchange, command.who, command.when))
    if not command.when and (unclear := no_day(exchange, command.who, "later")):
        return unclear
    deal = find_deal(exchange, command.who, lambda id_: f"later {id_} {command.when}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.history(deal.id)
    now = exchange.standing(history)
    if now.state is DealState.do_not_contact:
        return asked_for_silence(deal, now.why)
    if not command.when.strip():
        return _on_which_day(exchange, history)
    when, insists = _anyway(command.when)
    when, reason = _with_reason(when)
    day = day_or_question(
        exchange,
        when,
        lambda iso: f"later {deal.id} {iso}{f' {BECAUSE}{reason.removeprefix(BECAUSE)}' if reason else ''}",
    )
    if isinstance(day, Reply):
        return day
    literal = day.first_on or day.on or exchange.today
    until = roll(literal, owner_of(exchange, deal))
    asked = None if insists else _which_holds(history, until, exchange.today)
    asked = asked or (None if reason not in {"", REMINDED} else _asked_why(exchange, history, until))
    return asked or _put_off(exchange, history, literal, until, day.at, reason)


def _on_which_day(exchange: Exchange, history: History) -> Reply:
    """Without a day: the usual ones, and how to type another."""
    deal = history.deal
    owner = owner_of(exchange, deal)
    is_own = owner.id == exchange.member.id
    asked = f"{deal.label}: back on which day?" if is_own else on_which_day(history, owner, exchange.today)
    which = "on the next list" if ours_due(history, exchange.today) else "in the list of that day"
    told = "" if is_own else f"{owner.first_name} reads it {which}. "
    other = Text(f"{told}Another day goes behind the name: later {deal.label} Fri", Tone.quiet)
    days = days_for(exchange, f"later {deal.id}", owner, is_put_off=True)
    end = (Button("Let go", f"let go {deal.id}"),) if is_own else ()  # who asks a rep for something wants it done
    offered = Buttons((*days, *end))
    return Reply(Card("", (Text(asked, Tone.strong), offered, other)))


def _with_reason(when: str) -> tuple[str, str]:
    """ "Fri because they asked" -> ("Fri", "they asked")."""
    found = _BECAUSE.search(when)
    if not found:
        return when, ""
    why = (found["why"] or THEY_ASKED).strip(" .")[:_LONGEST_REASON]
    return when[: found.start()].strip(), why if why in {
        THEY_ASKED,
        SOMETHING_NEW,
        ANOTHER,
        REMINDED,
    } else BECAUSE + why


def _asked_why(exchange: Exchange, history: History, until: date) -> Reply | None:
    """The question, when the rhythm would leave them in peace for longer."""
    due = next_touch(history, exchange.policy)
    if due.rule not in _RHYTHM or until >= due.on:
        return None
    return why_sooner(history.deal, due, until, exchange.today)


def _which_holds(history: History, until: date, today: date) -> Reply | None:
    clash = absence_clash(history, f"later {history.deal.id}", until)
    if clash:
        return which_holds(clash, history.deal, today)
    step = pending_step(history)
    return call_before(history.deal, step, until, today) if step and today < step.on < until else None


def _put_off(exchange: Exchange, history: History, literal: date, until: date, at: str, reason: str) -> Reply:
    deal, today = history.deal, exchange.today
    act_id = exchange.act(f"{deal.label}: later, {written(until, today)}")
    step = pending_step(history)
    if step and today < step.on < until:
        call_off(exchange, act_id, history, *(one for one in open_steps(history) if one.on < until))
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, today, DecisionKind.later, until_on=until, reason=reason
    )
    history, now = exchange.refresh(deal.id)
    timed = (
        f"A list keeps no time. For a call at {at}: next {deal.id} {until:%a} {until.day} {until:%B} {at}" if at else ""
    )
    owner = owner_of(exchange, deal)
    is_own = owner.id == exchange.member.id
    due = due_today(history, exchange.policy, today)
    is_due = due is not None and due.group is Group.ours  # and so on every list, also of a deal that was won
    told = "" if is_own or not (is_due or now.state in OPEN_STATES) else reads_it(exchange, owner, until, is_due=is_due)
    besides = beside(history, until, today, since=date.min if is_own else today)
    nowhere = "" if is_due else on_no_list(deal, now)
    then = " ".join(filter(None, [timed, nowhere, *besides, told]))
    moved = f" ({why_not_on(literal, owner, today, is_own=is_own)})" if until != literal else ""
    on_list = (
        f"{deal.label}: on your list {written(until, today)}" if is_own else on_that_day(history, owner, until, today)
    )
    headed = f"{deal.label}: put down for {written(until, today)}" if nowhere else on_list
    return settled(f"{headed}{moved}", act_id, then=then)


def _anyway(when: str) -> tuple[str, bool]:
    """The day, and whether it holds although something speaks against it."""
    day = when.removesuffix(ANYWAY)
    return day, day != when
