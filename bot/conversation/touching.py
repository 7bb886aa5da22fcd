"""Touches in one line or one press: done, they replied, nothing heard, the next step, later."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.cards import Button, Reply
from bot.commands.calls import Done, Promise, TheyReplied, Verdict
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, is_called, meant, name_at_start
from bot.conversation.promises import promise
from bot.conversation.recording import record
from bot.conversation.settling import called
from bot.conversation.shelving import to_bring, was_proposed
from bot.days import written
from bot.model import Commitment, Deal, DealState, History, Outcome, Result, Side, TurnKind
from bot.playbook.cadence import sent_definitive
from bot.playbook.drafts import rings_on
from bot.playbook.holds import pending_step
from bot.playbook.on_record import contact_of
from bot.playbook.open_questions import open_questions
from bot.playbook.results import UNHEARD, open_promises
from bot.playbook.standing import is_open
from bot.reading.calltext import read_rest
from bot.reading.line.askedofus import still_asked
from bot.reading.line.callreading import CallReading
from bot.reading.line.heard import Day
from bot.reading.naming.persons import known_as
from bot.reading.outcome.delivered import in_their_words
from bot.reading.outcome.fallen import given_up
from bot.reading.outcome.ordering import tells_order
from bot.reading.outcome.told import InTouch, got_in_touch
from bot.reading.people.somebody import signed_by
from bot.reading.promises.promised import Promised
from bot.reading.promises.reported import as_told, is_told
from bot.reading.promises.toyou import with_us
from bot.reading.words.speech import first_clauses
from bot.views.ending import sent_already
from bot.views.house import brought_up, perhaps_brought
from bot.views.naming import back_with, promise_line
from bot.views.touching import COUNTED, settled, was_it_the_last, which_promise

_ARTICLES = frozenset({"the", "a", "an", "my", "our"})
_REACHED = frozenset({Outcome.connected, Outcome.meeting})


def done(exchange: Exchange, command: Done) -> Reply:
    """A touch happened. Without a word on how, the most modest reading counts: a message was left (S4)."""
    command = _whole_name(exchange, command)
    kept = _promise_so_called(exchange, command)
    if kept:
        return promise(exchange, Promise(Verdict.kept, str(kept.id)))
    tail = f" {command.word}" if command.word else ""
    deal = find_deal(exchange, command.who, lambda id_: f"done {id_}{tail}")
    if isinstance(deal, Reply):
        return deal
    return _asked_first(exchange, deal, command) or _happened(exchange, deal, command)


def _asked_first(exchange: Exchange, deal: Deal, command: Done) -> Reply | None:
    """What else it may mean: a promise of ours kept, or the yes-or-no message, which goes out once."""
    if command.outcome is None and not exchange.pressed_on and (ours := _due_of_ours(exchange, deal)):
        kept = tuple((promise_line(p, exchange.today), f"promise kept {p.id}") for p in ours)
        return which_promise(deal, (*kept, ("a message left", f"done {deal.id} message")))
    if command.definitive and (out := sent_definitive(exchange.history(deal.id))):
        return sent_already(deal, out.on, exchange.today)
    if _may_be_the_last(exchange, deal, command):
        return was_it_the_last(deal, f"again done {deal.id} {command.word or 'message'}")
    return None


def _happened(exchange: Exchange, deal: Deal, command: Done) -> Reply:
    outcome = command.outcome or Outcome.left_message
    result = Result.continuation if outcome in _REACHED else Result.attempt
    what = "yes-or-no message sent" if command.definitive else COUNTED[outcome]
    new = None if command.definitive else to_bring(exchange, deal, outcome)
    history = exchange.history(deal.id)
    step = pending_step(history)
    if outcome is Outcome.no_show and step and step.what == "call":
        what = "they did not pick up"
    shown = new if new and was_proposed(exchange, new, history) else None
    ring = _said_to_ring(exchange, history, outcome)
    act_id = exchange.act(f"{deal.label}: {what}{f', with the {shown.kind}' if shown else ''}")
    exchange.store.history.add_touch(
        act_id, deal.id, exchange.member.id, exchange.now, exchange.today, outcome, result,
        definitive=command.definitive, assumed=command.outcome is None,
    )  # fmt: skip
    if shown:
        exchange.store.house.bring(act_id, deal.id, exchange.today, shown.id)
    rung = called(exchange, history, outcome, exchange.today)
    for made in rung:
        exchange.store.history.add_turn(act_id, made, exchange.today, TurnKind.kept)
    history, now = exchange.refresh(deal.id)
    how = _more_to_tell(history, command.outcome)
    said, told = (brought_up if shown else perhaps_brought)(new, deal) if new else ("", None)
    done_with = f"You did: {'; '.join(one.text for one in rung)}." if rung else ""
    then = " ".join(filter(None, (done_with, back_with(history, now, exchange.today), said)))
    return settled(f"{deal.label}: {what}", act_id, *how, *ring, *([told] if told else []), then=then)


def _said_to_ring(exchange: Exchange, history: History, outcome: Outcome) -> tuple[Button, ...]:
    """The voicemail's own words name a day on which you call: one press puts it on the list."""
    is_told = outcome is Outcome.left_voicemail and is_open(exchange.standing(history).state)
    day = rings_on(history, exchange.today) if is_told else None
    if day is None:
        return ()
    command = f"later {history.deal.id} {day.isoformat()} because the voicemail says that you call at ten"
    return (Button(f"Call {written(day, exchange.today)} at ten", command),)


def _may_be_the_last(exchange: Exchange, deal: Deal, command: Done) -> bool:
    """Whether a message went out while the yes-or-no message is due, and nobody has said yet that it was another."""
    is_message = command.outcome in {None, Outcome.left_message, Outcome.email}
    if command.definitive or exchange.insists or not is_message:
        return False
    return exchange.standing(exchange.history(deal.id)).state is DealState.definitive_due


def _promise_so_called(exchange: Exchange, command: Done) -> Commitment | None:
    """ "done references": nobody is called so, and one open promise of ours is."""
    if command.outcome is not None or meant(exchange, command.who).ids:
        return None
    words = [word for word in command.who.split() if word.casefold() not in _ARTICLES]
    ours = [p for p in exchange.store.promises.with_words(words, exchange.owners) if p.side is Side.ours]
    return ours[0] if len(ours) == 1 else None


def _due_of_ours(exchange: Exchange, deal: Deal) -> list[Commitment]:
    """What "done" may mean instead of a touch."""
    ours = open_promises(exchange.history(deal.id), Side.ours)
    return [promise for promise in ours if promise.due_on and promise.due_on <= exchange.today]


def _whole_name(exchange: Exchange, command: Done) -> Done:
    """ "done Royal Mail" is a touch with Royal Mail, not a mail to Royal."""
    if not command.word:
        return command
    whole = f"{command.who} {command.word}"
    return Done(whole) if is_called(exchange, whole, command.who) else command


def _more_to_tell(history: History, outcome: Outcome | None) -> tuple[Button, ...]:
    """How it went, what they said, and whether what had come up was asked."""
    deal = history.deal
    how = () if outcome else _how(deal)
    if outcome in _REACHED:
        how = (Button("Add what they said", f"log {deal.id}"),)
    if open_questions(history) and outcome not in UNHEARD:
        how = (*how, Button("I asked what was open", f"question {deal.id} asked"))
    return how


def _how(deal: Deal) -> tuple[Button, ...]:
    return (
        Button("We talked", f"log {deal.id}"),
        Button("Voicemail", f"done {deal.id} voicemail"),
        Button("No answer", f"done {deal.id} no answer"),
    )


def they_replied(exchange: Exchange, command: TheyReplied) -> Reply:
    """They called, wrote or answered: a sign of life, which ends the count and everything queued (voice.md 1.6)."""
    who, words = command.who, command.said
    if not words and (named := name_at_start(exchange, who)):
        who, words = named, who[len(named) :].strip(" :,")
    deal = find_deal(exchange, who, lambda id_: f"reply {id_}: {words}")
    if isinstance(deal, Reply):
        return deal
    return record(exchange, deal, _their_message(exchange, deal, words, command.by), inbound=True)


def _their_message(exchange: Exchange, deal: Deal, words: str, by: str) -> CallReading:
    """In their message "I" is the prospect; what a rep tells about them ("she sends it Fri") is not in their words."""
    people = exchange.people_of(deal)
    reading = read_rest(
        deal.label,
        words,
        exchange.told_on,
        day_first=exchange.day_first,
        people=people,
        writer=exchange.member.name,
        now=exchange.told_at,
        is_letter=True,
    )
    theirs = any(promise.side is Side.theirs for promise in reading.promises)
    if reading.result is Result.no_sale:  # what they will do without us is no promise to us
        reading = replace(reading, promises=tuple(p for p in reading.promises if p.side is Side.ours and p.due))
    contact = by or signed_by(words, people) or _named_in(reading, words, people)
    contact = contact or contact_of(exchange.history(deal.id))
    if not (theirs or reading.said or is_told(words, people)):
        reading = _in_their_words(exchange, deal, reading, words)
    return replace(
        reading,
        outcome=Outcome.connected,
        result=Result.continuation if reading.result is Result.attempt else reading.result,
        contact=contact,
        has_ordered=reading.has_ordered
        or any(tells_order(clause, in_their_words=True) for clause in first_clauses(words)),
        given_up=reading.given_up or given_up("", words),
        rang=_rang(words, contact),
    )


def _in_their_words(exchange: Exchange, deal: Deal, reading: CallReading, words: str) -> CallReading:
    """Nothing in it tells of them: whoever says "I" there is the prospect, and what was read as ours is theirs."""
    planned = _their_call(reading)
    day = Day(exchange.told_on, exchange.day_first)
    asked = still_asked([one for one in reading.promises if one.asked], words, day)
    about_them = read_rest(deal.label, as_told(words), exchange.told_on, day_first=exchange.day_first)
    return replace(
        reading,
        said=words,
        next_step=None if planned else reading.next_step,
        promises=(*planned, *map(_as_theirs, _without_orders((*reading.promises, *asked)))),
        note="",
        away=about_them.away,
        delivered=tuple(map(in_their_words, reading.delivered)),
    )


def _named_in(reading: CallReading, words: str, people: Sequence[str]) -> str:
    """A capital at the head of what they wrote is no name; who is known there, who promises, or of whom the rep tells, is."""
    named = reading.contact
    is_one = known_as(named, people) or any(named and one.who == named for one in reading.promises)
    return named if is_one or is_told(words, people) or not words.startswith(named) else ""


def _without_orders(promises: Sequence[Promised]) -> Iterator[Promised]:
    return (promise for promise in promises if not tells_order(promise.raw, in_their_words=True))


def _as_theirs(promise: Promised) -> Promised:
    """ "I come back to you" is theirs to do, and for us."""
    if promise.asked:
        return promise
    return replace(promise, side=Side.theirs, text=with_us(promise.text), typed=with_us(promise.typed))


def _their_call(reading: CallReading) -> tuple[Promised, ...]:
    """ "I will call you on Monday" is read as a plan of whoever says it: in their message it is their promise."""
    step = reading.next_step
    is_plan = step and step.is_plan and step.what == "call" and step.date.on
    return (Promised(Side.theirs, "call me", step.date, soft=False, raw=step.raw),) if step and is_plan else ()


def _rang(words: str, contact: str) -> tuple[InTouch, ...]:
    """Who got in touch, and how; a press of "They got in touch" tells nothing else, and is whatever was promised."""
    told = got_in_touch(words) or got_in_touch(f"they {words}")
    return tuple(replace(one, who=one.who or contact) for one in told) or (InTouch(contact, has_called=not words),)
