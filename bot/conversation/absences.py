"""Their absence: nothing is due while it lasts, and what they promised for those days waits for its end (row 34)."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.calls import TheyAreAway
from bot.conversation.choosing_days import day_or_question
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, known_there, named_in
from bot.model import Commitment, Deal, DecisionKind, History, NextStep, Side, TurnKind, first_name
from bot.playbook.absences import to_come, waits_for
from bot.playbook.holds import absence_of, appointments, away_until, is_dated, open_steps
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_same_person, open_promises
from bot.reading.mentioned.whose import whose
from bot.reading.people.ofanother import of_another
from bot.reading.waits.absence import Away, days_away, for_so_long, is_only_begun
from bot.views.absences import are_away, back_when, what_waits
from bot.views.asking import note
from bot.views.clashing import Clash, off_by_absence
from bot.views.naming import back_on
from bot.views.touching import settled
from bot.worktime import roll


def they_are_away(exchange: Exchange, command: TheyAreAway) -> Reply:
    """They are away for some days: nothing is due in them, and what they promised for them waits too (row 34)."""
    tail = f"is {'back' if command.returns else 'away'} {command.when}"
    deal = _whose_absence(exchange, command.who, lambda id_: f"{id_} {tail}")
    if isinstance(deal, Reply):
        return deal
    who = of_another(command.who, exchange.people_of(deal)) or _who(exchange, deal, command.person or command.who)
    told = _days(exchange, deal, command, who)
    return told if isinstance(told, Reply) else _away(exchange, deal, told, who)


def _who(exchange: Exchange, deal: Deal, named: str) -> str:
    """The one who is named of several there, else whom we deal with."""
    people = exchange.people_of(deal)
    called = [name for name in people if is_same_person(name, named)] or whose(
        named, (known_there(exchange, deal),)
    ).people
    return first_name(called[0] if len(called) == 1 else contact_of(exchange.history(deal.id))) or "they"


def _days(exchange: Exchange, deal: Deal, command: TheyAreAway, who: str) -> Away | Reply:
    """Both days as far as they are said, or the question back."""
    if long := for_so_long(command.when):
        command = TheyAreAway(command.who, long, returns=True)
    span = None if command.returns else days_away(command.when, exchange.today, day_first=exchange.day_first)
    if span:
        return span
    retry = f"{deal.id} is {'back' if command.returns else 'away'}"
    day = day_or_question(exchange, command.when, lambda iso: f"{retry} {iso}")
    if isinstance(day, Reply):
        return day
    first = day.first_on or day.on or exchange.today
    if command.returns:
        return Away(first)
    if is_only_begun(command.when):
        return note(back_when(deal, who, first, exchange.today))
    return Away((day.on or first) + timedelta(days=1), since=first)


def _away(exchange: Exchange, deal: Deal, told: Away, who: str) -> Reply:
    today = exchange.today
    back = roll(told.back_on, exchange.member)
    begins = _begins(exchange, deal, back, told.since)
    said = f"{deal.label}: {who} {are_away(who, begins, back, today)}"
    agreed = appointments(exchange.history(deal.id), today)
    act_id = exchange.act(said)
    waits = keep_absence(exchange, deal, act_id, back, who, since=told.since)
    history, now = exchange.refresh(deal.id)
    is_whole = absence_of(history, begins or today) is not None  # of another there than whom we deal with nothing waits
    if back <= today or not is_whole:
        return settled(said, act_id, then=back_on(now, today))
    off = off_by_absence([step for step in agreed if step not in open_steps(history)], today)
    return settled(said, act_id, then=" ".join(filter(None, [what_waits(begins, len(waits), today), off])))


def _whose_absence(exchange: Exchange, who: str, retry: Callable[[str], str]) -> Deal | Reply:
    """ "he", "she", "they": whoever the member's last act was about."""
    if who.lower() in {"he", "she", "they", "it"}:
        last = exchange.store.acts.last_of(exchange.member.id)
        deals = sorted(exchange.store.acts.deals_of(last.id)) if last else []
        if len(deals) != 1:
            return note("Who is that? Begin with the deal or the name: Dana is back 12 Sep")
        return find_deal(exchange, str(deals[0]), retry)
    about = named_in(exchange, who)
    is_sure = about.sure and bool(about.people or of_another(who, ()))
    there = exchange.deal(about.ids[0]) if is_sure and not about.is_mistyped else None
    return there or find_deal(exchange, who, retry)


def keep_absence(
    exchange: Exchange, deal: Deal, act_id: int, back: date, who: str, *, since: date | None = None
) -> list[Commitment]:
    """Stores that `who` is back on a day, and gives the promises of theirs that wait for it; not those before they leave."""
    history, today = exchange.store.history, exchange.today
    begins = _begins(exchange, deal, back, since)
    if begins:
        history.add_decision(act_id, deal.id, exchange.member.id, today, DecisionKind.leaves, until_on=begins)
    history.add_decision(act_id, deal.id, exchange.member.id, today, DecisionKind.absent, until_on=back, reason=who)
    before = exchange.history(deal.id)
    waits = [
        promise
        for promise in open_promises(before, Side.theirs)
        if promise.due_on and (begins or since or date.min) <= promise.due_on < back
        if waits_for(before, promise, who)
    ]
    for promise in waits:
        history.add_turn(act_id, promise, exchange.today, TurnKind.excused, due_on=back)
    return waits


def absence_clash(history: History, command: str, on: date, at: str = "") -> Clash | None:
    """They are known to be away on the day that a member names."""
    away = away_until(history, on)
    return Clash(command, on, away.back_on, away.told.reason or "they", at) if away else None


def step_clash(before: History, history: History, step_id: int | None) -> Clash | None:
    """A step on a day on which they are away, as was known before or is told by the same line."""
    step = next((step for step in history.next_steps if step.id == step_id and _is_for_its_day(step)), None)
    if step is None:
        return None
    met = history.touches[-1].contact if history.touches else ""
    is_another = bool(met) and not is_same_person(met, contact_of(before) or met)  # whoever is away did not agree to it
    away = away_until(history, step.on) or (None if is_another else away_until(before, step.on))
    if away is None:
        return None
    what = f" {step.what}" if step.what in {"demo", "meeting", "visit"} else ""
    return Clash(f"next {history.deal.id}{what}", step.on, away.back_on, away.told.reason or "they", step.at)


def _is_for_its_day(step: NextStep) -> bool:
    """No wish of theirs, and no day before which nothing is due."""
    return step.agreed if not step.purpose else is_dated(step)


def _begins(exchange: Exchange, deal: Deal, back: date, since: date | None) -> date | None:
    """The day to come on which they leave. "Dana is back 15 April" of one who leaves on the 6th tells only the return anew."""
    if since:
        return since if since > exchange.today else None
    ahead = to_come(exchange.history(deal.id), exchange.today)
    return ahead.begins_on if ahead and ahead.first_on < back else None
