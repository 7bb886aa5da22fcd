""" "Where are we?" answered from what is recorded: the same facts for everyone, each with its date (S2, S20).

"Nobody knows" is an answer too, and says since when.
"""

from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Quote, Text, Tone
from bot.days import FULL_WEEKDAYS, days_late, written
from bot.model import DealState, History, Policy, Side, Standing, first_name
from bot.playbook.holds import pending_step
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_qualified, last_note, last_said, open_promises, ours_due, refused
from bot.playbook.standing import is_open
from bot.views.leading import ask_button, what_comes_of_asking
from bot.views.naming import (
    WHAT_TO_SAY,
    deal_and_owner,
    note_line,
    people,
)
from bot.views.where_facts import Owned, facts_of

TO_QUALIFY = Text("Not yet qualified: ask for one small step of theirs.")


def where_card(history: History, now: Standing, whose: Owned, policy: Policy, today: date) -> Card:
    said = last_said(history)
    blocks: list[Block] = []
    if said:
        blocks.append(
            Quote(said.said, by=f"Last said by {first_name(said.contact) or 'them'}, {written(said.on, today)}")
        )
    elif is_open(now.state):
        blocks.append(Text(_nobody_knows(history, today)))
    note = last_note(history)
    if note:
        blocks.append(Text(note_line(history, note, today, whose.reader), Tone.noted))
    headline = _headline(history, now, whose, today)
    blocks.append(Facts(tuple(facts_of(history, now, whose, policy, today, headline))))
    qualify = not is_qualified(history) and now.state in {DealState.active, DealState.going_dark}
    if qualify:
        blocks.append(TO_QUALIFY)
    if _may_ask(history, now, whose, today):
        is_ours = ours_due(history, today) is not None
        blocks.append(Text(what_comes_of_asking(whose.owner, is_ours=is_ours), Tone.quiet))
    blocks.append(Text(_source(history, now, whose, today), Tone.quiet))
    blocks.append(Buttons(_buttons(history, now, whose, today, qualify=qualify)))
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
    due = ours_due(history, today)
    ours = due or next((p for p in open_promises(history, Side.ours) if p.due_on), None)
    theirs = next((p for p in open_promises(history, Side.theirs) if p.due_on), None)
    if ours and ours.due_on and (due or theirs is None or theirs.due_on is None or ours.due_on <= theirs.due_on):
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
    return known.get(now.state, now.why if now.why.endswith("?") else f"{now.why}.")


def _nobody_knows(history: History, today: date) -> str:
    if last_note(history):
        return "Nobody has asked yet where they stand: no words of theirs on record."
    if history.touches:
        since = written(history.touches[0].on, today)
        return f"Nobody knows where they stand, since {since}: no words of theirs on record."
    made = history.deal.created_on
    since = f" since {written(made, today)}" if made else ""
    return f"Nobody knows{since}: no call is on record. The first question is theirs to answer: where are we right now?"


def _source(history: History, now: Standing, whose: Owned, today: date) -> str:
    """The day of the newest call is told, unless it is the last contact, which is told above."""
    last = history.touches[-1] if history.touches else None
    whom = f" with {contact_of(history)}" if contact_of(history) else ""
    day = f", {written(last.on, today)}" if last and last.on != now.last_contact_on else ""
    log = f"Source: call log{day}{whom}." if last else f"Source: {whose.owner}'s deal list."
    return f"{log} Visible to {people(list(whose.visible_to))}." if whose.visible_to else log


def _may_ask(history: History, now: Standing, whose: Owned, today: date) -> bool:
    """Whoever leads its owner asks for a call, or for what is still owed on a deal that was won."""
    still_owed = now.state is DealState.won and ours_due(history, today) is not None
    return whose.is_led and (is_open(now.state) or still_owed)


def _buttons(history: History, now: Standing, whose: Owned, today: date, *, qualify: bool) -> tuple[Button, ...]:
    """Words are for deals that go on; a deal that ended can be opened again. Whoever leads its owner asks them first."""
    deal_id = history.deal.id
    if now.state is DealState.do_not_contact:
        return (Button("They came back themselves", f"reopen {deal_id} they agreed"),)
    ask = (ask_button(history, whose.owner, today),) if _may_ask(history, now, whose, today) else ()
    log = Button("Log a call", f"log {deal_id}", primary=not ask)
    if not is_open(now.state):
        return (*ask, log, Button("Reopen", f"reopen {deal_id}"))
    serious = (Button("They are serious", f"qualify {deal_id}"),) if qualify else ()
    return (*ask, log, Button(WHAT_TO_SAY, f"words {deal_id}"), *serious)
