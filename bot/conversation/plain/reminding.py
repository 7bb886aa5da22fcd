""" "Remind Tom to call Acme", "remind me to send Acme the deck Fri": a call is put on the list, a deed is a promise of ours.

Only whoever leads somebody puts something on that person's list.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import Button, Buttons, Reply
from bot.commands.deals import Later
from bot.commands.splitting import when_and_who
from bot.conversation import planning, setting_days
from bot.conversation.called import which
from bot.conversation.choosing_days import day_or_question, days_for, reads_it
from bot.conversation.exchange import Exchange
from bot.conversation.plain.last import named_in
from bot.days import written
from bot.model import Commitment, Deal, Member, Side
from bot.phrases import base_verb
from bot.playbook.cadence import asked_by
from bot.playbook.precedence import BECAUSE, REMINDED
from bot.playbook.restating import restated
from bot.playbook.restating import settled as settled_by
from bot.playbook.results import open_promises
from bot.reading.naming.called import is_common
from bot.reading.naming.persons import known_as
from bot.reading.typed.typeddates import starts_with_day
from bot.views.asking import note
from bot.views.naming import back_on, promise_fact
from bot.views.touching import settled
from bot.worktime import roll

_REMIND = re.compile(
    r"^(?:(?:please|pls|can you|could you)\s+)*(?P<verb>remind|tell|ask|get|have|chase|nudge|ping|press|poke)\s+(?P<who>me|us|myself|[\w'’-]+)\s+(?P<what>.+?)[\s.?!]*$",
    re.IGNORECASE,
)
_TO = re.compile(r"^(?:(?:to|about|of|on|for|re|regarding|that|i|we|should|need|have|must)\s+)+", re.IGNORECASE)
_ABOUT, _SEE_TO = re.compile(r"^(?:about|of|on|for|re|regarding)\s+", re.IGNORECASE), "see to "
# What a leader wants to hear of a deal, which a call there brings.
_NEWS = re.compile(
    r"^(?:(?:(?:give|send|get|bring)\s+)?(?:me|us)\s+|have\s+)?(?:(?:an?|the|some|any|quick|short|brief|new|latest|current|status)\s+)*"
    r"(?:updates?|status|state|news|latest|word|progress|report|info)(?:\s+(?:me|us))?(?:\s+(?:please|pls))?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^(?:(?:call|ring|phone|email|write(?: to)?|chase|contact|ping|nudge|message|speak (?:to|with)|talk (?:to|with)"
    r"|follow up (?:with|on)|check (?:in )?(?:with|on)|get (?:back to|in touch with))\s+)?(?:back\s+)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"(?:call|ring|phone|contact|chase|speak (?:to|with)|talk (?:to|with))", re.IGNORECASE)
_HOW = re.compile(r"again|back|up|now|then|soon|too|also|once|twice|instead|asap|please|pls|\w+ly", re.IGNORECASE)
_LEFT = re.compile(
    r"(?:\b(?:to|for|with|at|from|on|about|of|re|regarding)\s*)+$|^(?:to|for|with|at|please|pls)\b\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class _Task:
    what: str
    when: str
    deal: Deal
    said: str  # "call linda"
    is_about: bool = False  # "about acme", and nothing to be done


def remind(exchange: Exchange, line: str) -> Reply | None:
    """None when nobody is to be reminded of anything."""
    asked = _REMIND.match(" ".join(line.split()))
    if asked is None or not (
        asked["verb"].lower() == "remind" or _tells_a_colleague(exchange, asked["who"], asked["what"])
    ):
        return None
    task = _task(exchange, asked["what"])
    whom = _member(exchange, asked["who"], task.deal.label if task else "Acme", asked["what"])
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
    is_colleague = who.casefold() in {name.split(" ")[0].casefold() for name in exchange.colleagues_in(who)}
    return is_colleague and bool(
        re.match(r"(?:to|that|about|re|regarding|for(?!\s+(?:help|advice)\b)|on|he|she|they)\b", what, re.IGNORECASE)
    )


def _member(exchange: Exchange, who: str, label: str, what: str) -> Member | Reply:
    """Oneself, or somebody whose deals one sees."""
    if who.lower() in {"me", "us", "myself"}:
        return exchange.member
    found = planning.called(exchange, who) or planning.numbered(exchange, who)
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        return which(exchange, who, found, lambda id_: f"remind {id_} {what}")
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
    is_about = bool(_ABOUT.match(rest))
    rest = _TO.sub("", rest)
    deal, name = named_in(exchange, rest)
    if deal is None:
        return None
    before, _, after = rest.partition(name)
    if not when:
        after, when = _day_at_end(after)
    if _SPEAKS.fullmatch(before.strip()):
        name, after = _whole_name(exchange, deal, name, after)
    left = " ".join(_LEFT.sub("", part.strip(" ,:")) for part in (before, after))
    what = " ".join(left.split()).strip(" ,:")
    if _NEWS.match(what):
        what, before = "", "call "
    return _Task(
        _as_a_deed(what, is_about=is_about),
        when,
        deal,
        f"{before.strip()} {name.title() if name.islower() else name}".strip(),
        is_about=is_about,
    )


def _whole_name(exchange: Exchange, deal: Deal, name: str, after: str) -> tuple[str, str]:
    """ "call fran hill", where only Fran is known: one word behind a first name, and nothing else, is the last name."""
    last = after.strip()
    is_last = last.isalpha() and not (_HOW.fullmatch(last) or is_common(last) or base_verb(last.lower()))
    is_first = " " not in name and known_as(name, exchange.people_of(deal))
    return (f"{name} {last}", "") if is_last and is_first else (name, after)


def _day_at_end(text: str) -> tuple[str, str]:
    """ " the samples fri" -> ("the samples", "fri")."""
    day = next((word for word in re.finditer(r"\S+", text) if starts_with_day(text[word.start() :])), None)
    return (text[: day.start()].strip(), text[day.start() :].strip()) if day else (text, "")


def _put(exchange: Exchange, whom: Member, task: _Task) -> Reply:
    if not _CONTACT.match(f"{task.what} ".lstrip()):
        return _promise(exchange, whom, task)
    if (
        task.when
        and whom.id != exchange.member.id
        and task.said.casefold() != task.deal.label.casefold()
        and _is_owed(exchange, task.deal)
    ):
        return _promise(
            exchange, whom, replace(task, what=task.said)
        )  # beside what is owed there, whose day is not chosen so
    is_reminder = task.is_about and task.when and whom.id == exchange.member.id
    return setting_days.later(
        exchange, Later(str(task.deal.id), f"{task.when} {BECAUSE}{REMINDED}" if is_reminder else task.when)
    )


def _is_owed(exchange: Exchange, deal: Deal) -> bool:
    return bool(open_promises(exchange.history(deal.id), Side.ours))


def put_deed(exchange: Exchange, deal: Deal, what: str, when: str) -> Reply:
    """What the member means to do there."""
    return _promise(exchange, exchange.member, _Task(what, when, deal, what))


def _promise(exchange: Exchange, whom: Member, task: _Task) -> Reply:
    """What is to be done is a promise of ours; without a day it is asked for. One that stands already is told."""
    deal, due = task.deal, None
    stands = _stands(exchange, task)
    if task.when:
        day = day_or_question(exchange, task.when, lambda iso: _again(exchange, whom, task, iso))
        if isinstance(day, Reply):
            return day
        due = roll(day.first_on, whom) if day.first_on else day.on
    if stands:
        return _told_already(exchange, whom, deal, stands, due)
    by = f", {written(due, exchange.today)}" if due else ""
    who = "you" if whom.id == exchange.member.id else whom.first_name
    act_id = exchange.act(f"{deal.label}: {who} will {task.what}{by}")
    number = exchange.store.history.add_commitment(act_id, deal.id, Side.ours, task.what, exchange.today, due_on=due)
    _, now = exchange.refresh(deal.id)
    said = f"{deal.label}: {who} will {task.what}{by}"
    if due:
        told = back_on(now, exchange.today) if who == "you" else reads_it(exchange, whom, due)
        return settled(said, act_id, then=told)
    reply = settled(said, act_id, then="By which day?")
    days = Buttons(days_for(exchange, f"promise by {number}", whom))
    return replace(reply, card=replace(reply.card, blocks=(*reply.card.blocks, days)))


def _stands(exchange: Exchange, task: _Task) -> Commitment | None:
    """The open promise of ours that the words name: by what is done, or by the thing alone."""
    still = open_promises(exchange.history(task.deal.id), Side.ours)
    thing = task.what.removeprefix(_SEE_TO)
    fits = settled_by(thing, still) if thing != task.what else ()
    return fits[0] if len(fits) == 1 else restated(task.what, still)


def _told_already(exchange: Exchange, whom: Member, deal: Deal, stands: Commitment, due: date | None) -> Reply:
    """It is not made twice; another day is one press."""
    history = exchange.as_read(exchange.history(deal.id))
    who = "you have" if whom.id == exchange.member.id else f"{whom.first_name} has"
    told = f"{promise_fact(stands, exchange.today)}{asked_by(history, stands)}"
    days = (due,) if due and due != stands.due_on else ()
    verb = "moved" if stands.due_on else "by"
    buttons = [Button(written(day, exchange.today), f"promise {verb} {stands.id} {day.isoformat()}") for day in days]
    asked = " Is it another day?" if buttons else ""
    return note(f"{deal.label}: {who} that to do already: {told}.{asked}", *buttons)


def _as_a_deed(what: str, *, is_about: bool) -> str:
    """ "about sending the plan" is to send it, and a thing alone is seen to: what stands on a list begins with a verb."""
    first, _, rest = what.partition(" ")
    verb = base_verb(first)
    if not is_about or not what:
        return what
    return f"{verb} {rest}" if verb and first.lower().endswith("ing") else f"{_SEE_TO}{what}"


def _again(exchange: Exchange, whom: Member, task: _Task, iso: str) -> str:
    who = "me" if whom.id == exchange.member.id else whom.first_name
    return f"remind {who} on {iso} to {task.what} for {task.deal.label}"
