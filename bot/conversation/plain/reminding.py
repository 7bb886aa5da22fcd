""" "Remind Tom to call Acme", "remind me to send Acme the deck Fri": a call is put on the list, a deed is a promise of ours.

Only whoever leads somebody puts something on that person's list.
"""

import re
from dataclasses import dataclass, replace

from bot.cards import Buttons, Reply
from bot.commands.deals import Later
from bot.commands.splitting import when_and_who
from bot.conversation import planning, setting_days
from bot.conversation.choosing_days import day_or_question, days_for, reads_it
from bot.conversation.exchange import Exchange
from bot.conversation.finding import colleagues_of
from bot.conversation.plain.last import named_in
from bot.days import written
from bot.model import Deal, Member, Side
from bot.reading.typeddates import starts_with_day
from bot.views.asking import note
from bot.views.naming import back_on
from bot.views.touching import settled
from bot.worktime import roll

_REMIND = re.compile(
    r"^(?:(?:please|pls|can you|could you)\s+)*(?P<verb>remind|tell|ask|get|have)\s+(?P<who>me|us|myself|[\w'’-]+)\s+(?P<what>.+?)[\s.?!]*$",
    re.IGNORECASE,
)
_TO = re.compile(r"^(?:(?:to|about|that|i|we|should|need|have|must)\s+)+", re.IGNORECASE)
_CONTACT = re.compile(
    r"^(?:(?:call|ring|phone|email|write(?: to)?|chase|contact|ping|nudge|message|speak (?:to|with)|talk (?:to|with)"
    r"|follow up (?:with|on)|check (?:in )?(?:with|on)|get (?:back to|in touch with))\s+)?(?:back\s+)?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?:\b(?:to|for|with|at|from)\s*)+$|^(?:to|for|with|at)\b\s*", re.IGNORECASE)


@dataclass(frozen=True)
class _Task:
    what: str
    when: str
    deal: Deal


def remind(exchange: Exchange, line: str) -> Reply | None:
    """None when nobody is to be reminded of anything."""
    asked = _REMIND.match(" ".join(line.split()))
    if asked is None or not (
        asked["verb"].lower() == "remind" or _tells_a_colleague(exchange, asked["who"], asked["what"])
    ):
        return None
    task = _task(exchange, asked["what"])
    whom = _member(exchange, asked["who"], task.deal.label if task else "Acme")
    if isinstance(whom, Reply):
        return whom
    if task is None:
        return note(f"Which deal is that for? Name it as well: remind {asked['who']} to call Acme on Thursday")
    if task.deal.owner_id != whom.id:
        owner = exchange.names.get(task.deal.owner_id, "nobody")
        text = f"{task.deal.label} is {owner}'s, so it would be on no list of {whom.first_name}'s. To hand it over:"
        return note(f"{text} deal give {task.deal.label} to {whom.first_name}")
    return _put(exchange, whom, task)


def _tells_a_colleague(exchange: Exchange, who: str, what: str) -> bool:
    """ "Tell Tom to call Acme" is a reminder for him; "ask Sarah to sign" is about a customer."""
    is_colleague = who.casefold() in {name.split(" ")[0].casefold() for name in colleagues_of(exchange)}
    return is_colleague and bool(re.match(r"(?:to|that|about|he|she|they)\b", what, re.IGNORECASE))


def _member(exchange: Exchange, who: str, label: str) -> Member | Reply:
    """Oneself, or somebody whose deals one sees."""
    if who.lower() in {"me", "us", "myself"}:
        return exchange.member
    found = planning.called(exchange, who)
    if len(found) == 1:
        return found[0]
    known = next((m for m in exchange.store.members.all() if m.first_name.casefold() == who.casefold()), None)
    if known is None:
        return note(f"Nobody here is called “{who}”. For yourself: remind me to call {label} on Thursday")
    leader = exchange.manager_of(known)
    ask = f" or {leader.first_name}" if leader and leader.id != exchange.member.id else ""
    return note(
        f"What is on {known.first_name}'s list is up to {known.first_name}{ask}. To hand a deal of yours over: deal give {label} to {known.first_name}"
    )


def _task(exchange: Exchange, what: str) -> _Task | None:
    """ "to send acme the deck fri" -> "send the deck", "fri", Acme. The day stands at the end or first."""
    first = when_and_who(re.sub(r"^(?:on|by)\s+", "", what, flags=re.IGNORECASE))
    when, rest = first or ("", what)
    rest = _TO.sub("", rest)
    deal, name = named_in(exchange, rest)
    if deal is None:
        return None
    before, _, after = rest.partition(name)
    if not when:
        after, when = _day_at_end(after)
    left = " ".join(_LEFT.sub("", part.strip(" ,:")) for part in (before, after))
    return _Task(" ".join(left.split()).strip(" ,:"), when, deal)


def _day_at_end(text: str) -> tuple[str, str]:
    """ " the samples fri" -> ("the samples", "fri")."""
    day = next((word for word in re.finditer(r"\S+", text) if starts_with_day(text[word.start() :])), None)
    return (text[: day.start()].strip(), text[day.start() :].strip()) if day else (text, "")


def _put(exchange: Exchange, whom: Member, task: _Task) -> Reply:
    if not _CONTACT.match(f"{task.what} ".lstrip()):
        return _promise(exchange, whom, task)
    return setting_days.later(exchange, Later(str(task.deal.id), task.when))


def _promise(exchange: Exchange, whom: Member, task: _Task) -> Reply:
    """What is to be done is a promise of ours; without a day it is asked for."""
    deal, due = task.deal, None
    if task.when:
        day = day_or_question(exchange, task.when, lambda iso: _again(exchange, whom, task, iso))
        if isinstance(day, Reply):
            return day
        due = roll(day.first_on, whom) if day.first_on else day.on
    by = f", {written(due, exchange.today)}" if due else ""
    who = "you" if whom.id == exchange.member.id else whom.first_name
    act_id = exchange.act(f"{deal.label}: {who} will {task.what}{by}")
    number = exchange.store.history.add_commitment(act_id, deal.id, Side.ours, task.what, exchange.today, due_on=due)
    _, now = exchange.refresh(deal.id)
    said = f"{deal.label}: {who} will {task.what}{by}"
    if due:
        told = back_on(now, exchange.today) if who == "you" else reads_it(whom, due)
        return settled(said, act_id, then=told)
    reply = settled(said, act_id, then="By which day?")
    days = Buttons(days_for(exchange, f"promise by {number}", whom))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, days)))


def _again(exchange: Exchange, whom: Member, task: _Task, iso: str) -> str:
    who = "me" if whom.id == exchange.member.id else whom.first_name
    return f"remind {who} on {iso} to {task.what} for {task.deal.label}"
