""" "Where are we?" answered from what is recorded: the same facts for everyone, each with its date (S2, S20).

"Nobody knows" is an answer too, and says since when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Quote, Text, Tone
from bot.days import FULL_WEEKDAYS, days_late, written
from bot.model import Commitment, DealState, History, Policy, Side, Standing, first_name
from bot.playbook.cadence import held_until, next_touch, opened_window, pending_step
from bot.playbook.on_record import contact_of
from bot.playbook.open_questions import open_questions
from bot.playbook.results import is_qualified, last_note, last_said, open_promises, refused
from bot.playbook.standing import is_open
from bot.views.effort import effort_line
from bot.views.naming import WHAT_TO_SAY, deal_and_owner, note_line, people, promise_fact, promise_line, promised_by

TO_QUALIFY = Text("Not yet qualified: ask for one small step of theirs.")


@dataclass(frozen=True)
class Owned:
    """Whose deal it is, and who sees it. `reader` is named where others read it too: there a note is "Tom's", not "yours"."""

    owner: str
    visible_to: Sequence[str]
    reader: str = ""
    closing_on: date | None = None  # when its owner is asked to let it go or keep it


def where_card(history: History, now: Standing, whose: Owned, policy: Policy, today: date) -> Card:
    said = last_said(history)
    blocks: list[Block] = []
    if said:
        blocks.append(Quote(said.said, by=f"{first_name(said.contact) or 'They'}, {written(said.on, today)}"))
    elif is_open(now.state):
        blocks.append(Text(_nobody_knows(history, today)))
    note = last_note(history)
    if note:
        blocks.append(Text(note_line(history, note, today, whose.reader)))
    blocks.append(Facts(tuple(_facts(history, now, policy, today, whose.closing_on))))
    qualify = not is_qualified(history) and now.state in {DealState.active, DealState.going_dark}
    if qualify:
        blocks.append(TO_QUALIFY)
    blocks.append(Text(_source(history, whose.owner, whose.visible_to, today), Tone.quiet))
    blocks.append(Buttons(_buttons(history.deal.id, now, qualify=qualify)))
    return Card(where_title(history, now, whose, today, written(today, today)), tuple(blocks))


def where_title(history: History, now: Standing, whose: Owned, today: date, dated: str = "") -> str:
    """ "Acme, 40 seats (Tom), Mon 9 March: our move, 5 days late."; `dated` is its day, where nothing else says it."""
    name = f"{deal_and_owner(history.deal, whose.owner)}{f', {dated}' if dated else ''}"
    return f"{name}: {_headline(history, now, whose, today)}"


def _waits(closing_on: date | None) -> str:
    return (
        f"waits for {FULL_WEEKDAYS[closing_on.weekday()]}'s closing" if closing_on else "waits for the week's closing"
    )


def _headline(history: History, now: Standing, whose: Owned, today: date) -> str:
    """One clause: waiting on whom, until when."""
    if not is_open(now.state):
        return f"{now.why}."
    no = refused(history)
    if no:
        return f"they said no on {written(no.on, today)}."
    ours = next((p for p in open_promises(history, Side.ours) if p.due_on), None)
    theirs = next((p for p in open_promises(history, Side.theirs) if p.due_on), None)
    if ours and ours.due_on and (theirs is None or theirs.due_on is None or ours.due_on <= theirs.due_on):
        is_late = ours.due_on < today
        return f"our move, {days_late(ours.due_on, today) if is_late else f'by {written(ours.due_on, today)}'}."
    if theirs and theirs.due_on:
        is_late = theirs.due_on < today
        until = f", {days_late(theirs.due_on, today)}" if is_late else f" until {written(theirs.due_on, today)}"
        return f"waiting on them{until}."
    step = pending_step(history)
    if step and step.on >= today:
        return f"{step.what} on {written(step.on, today)}{f' at {step.hour}' if step.at else ''}."
    known = {
        DealState.unknown: "nobody knows yet.",
        DealState.definitive_due: "time for a yes, later or no.",
        DealState.definitive_sent: "asked for a yes, later or no; waiting.",
        DealState.let_go_due: f"no answer to the yes-or-no message; {_waits(whose.closing_on)}.",
    }
    return known.get(now.state, f"{now.why}.")


def _nobody_knows(history: History, today: date) -> str:
    if last_note(history):
        return "Nobody has asked yet where they stand: no words of theirs on record."
    if history.touches:
        since = written(history.touches[0].on, today)
        return f"Nobody knows where they stand, since {since}: no words of theirs on record."
    made = history.deal.created_on
    since = f" since {written(made, today)}" if made else ""
    return f"Nobody knows{since}: no call is on record. The first question is theirs to answer: where are we right now?"


def _facts(
    history: History, now: Standing, policy: Policy, today: date, closing_on: date | None
) -> list[tuple[str, str]]:
    facts = [("They owe", _owed(history, Side.theirs, today)), ("We owe", _owed(history, Side.ours, today))]
    if now.state is DealState.won:
        return [facts[1], ("Temperature", f"{now.temperature}: {now.temperature_why}")]
    if now.state in {DealState.lost, DealState.do_not_contact}:
        return [("Temperature", f"{now.temperature}: {now.temperature_why}")]
    no = refused(history)
    if no:
        facts.insert(
            0, ("They said no", f"{written(no.on, today)}{f': {no.note or no.said}' if no.note or no.said else ''}")
        )
    to_ask = "; ".join(made.reason for made in open_questions(history))
    if to_ask:
        facts.append(("To ask them", to_ask))
    closes = f"let go or keep, {written(closing_on, today)}: {now.why}" if closing_on else ""
    facts.append(("Next", closes or _late_promise(history, now, policy, today) or _next(history, now, today)))
    facts.append(("Temperature", f"{now.temperature}: {now.temperature_why}"))
    last = f"{written(now.last_contact_on, today)}" if now.last_contact_on else "none on record"
    quiet = f"; {now.unanswered} unanswered" if now.unanswered else ""
    facts.append(("Last contact", f"{last}{quiet}"))
    if len(history.touches) > 1:
        facts.append(("Effort", effort_line(history, policy, today)))
    if history.deal.crm_next_step:
        facts.append(("Your CRM says", history.deal.crm_next_step))
    return facts


def _owed(history: History, side: Side, today: date) -> str:
    owed = open_promises(history, side)
    if owed:
        return "; ".join(f"{promise_fact(promise, today)}{promised_by(history, promise)}" for promise in owed)
    kept = [p for p in history.commitments if p.side is side and p.turns and p.turns[-1].kind.value == "kept"]
    return f"nothing; {_kept(kept[-1], today)}" if kept else "nothing"


def _kept(promise: Commitment, today: date) -> str:
    return f"done {written(promise.turns[-1].on, today)}: {promise.text}"


def _late_promise(history: History, now: Standing, policy: Policy, today: date) -> str:
    """What is next because we are late with it: told as late, with no day that is over as if it were to come."""
    due = next_touch(history, policy) if is_open(now.state) else None
    promise = due.about if due and due.why == now.why else None
    if not isinstance(promise, Commitment) or promise.side is Side.theirs or promise.due_on is None:
        return ""
    is_late = promise.due_on < today
    return f"today: {promise_line(promise, today)}{promised_by(history, promise)}" if is_late else ""


def _next(history: History, now: Standing, today: date) -> str:
    step = pending_step(history)
    if step and (held_until(history) is None):
        if step.on < today and not step.purpose:
            return now.why
        time = f" {step.hour}" if step.at else ""
        purpose = f", {step.purpose}" if step.purpose else ""
        return f"{step.what} {written(step.on, today)}{time}{', agreed' if step.agreed else ''}{purpose}"
    if now.next_touch_on is None:
        return "nothing planned"
    if now.state is DealState.definitive_sent:
        return f"they have until {written(now.next_touch_on, today)} to answer the yes-or-no message"
    window = opened_window(history)
    if window and not is_open(now.state):
        return f"open again {written(now.next_touch_on, today)}, the time they had named, {window.reason}"
    return f"{written(now.next_touch_on, today) if now.next_touch_on > today else 'today'}: {now.why}"


def _source(history: History, owner: str, visible_to: Sequence[str], today: date) -> str:
    last = history.touches[-1] if history.touches else None
    whom = f" with {contact_of(history)}" if contact_of(history) else ""
    log = f"Source: call log, {written(last.on, today)}{whom}." if last else f"Source: {owner}'s deal list."
    return f"{log} Visible to {people(list(visible_to))}." if visible_to else log


def _buttons(deal_id: int, now: Standing, *, qualify: bool) -> tuple[Button, ...]:
    """Words are for deals that go on; a deal that ended can be opened again."""
    log = Button("Log a call", f"log {deal_id}", primary=True)
    if now.state is DealState.do_not_contact:
        return (Button("They came back themselves", f"reopen {deal_id} they agreed"),)
    if not is_open(now.state):
        return (log, Button("Reopen", f"reopen {deal_id}"))
    serious = (Button("They are serious", f"qualify {deal_id}"),) if qualify else ()
    return (log, Button(WHAT_TO_SAY, f"words {deal_id}"), *serious)
