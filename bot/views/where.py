""" "Where are we?" answered from what is recorded: the same facts for everyone, each with its date (S2, S20).

"Nobody knows" is an answer too, and says since when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Facts, Quote, Text, Tone
from bot.days import FULL_WEEKDAYS, days_late, written
from bot.model import Commitment, DealState, Decision, History, Policy, Side, Standing, first_name
from bot.playbook.absences import to_come
from bot.playbook.cadence import next_touch, opened_window
from bot.playbook.helping import help_given, help_wanted
from bot.playbook.holds import away_until, kept_step, kept_steps, pending_step, set_by_another
from bot.playbook.on_record import contact_of
from bot.playbook.open_questions import open_questions
from bot.playbook.precedence import Rule
from bot.playbook.results import is_asked, is_qualified, last_note, last_said, open_promises, ours_due, refused
from bot.playbook.standing import is_open
from bot.views.absences import absence_words
from bot.views.deals import worth
from bot.views.effort import effort_line
from bot.views.leading import ask_button, what_comes_of_asking
from bot.views.naming import (
    WHAT_TO_SAY,
    agreed_line,
    deal_and_owner,
    note_line,
    people,
    promise_fact,
    promised_by,
    shortened,
)

_TOLD = {Rule.ours, Rule.theirs, Rule.spoke, Rule.first, Rule.wakes}
_LONGEST_HELP = 300  # characters; the list of whoever asked has all of it
TO_QUALIFY = Text("Not yet qualified: ask for one small step of theirs.")


@dataclass(frozen=True)
class Owned:
    """Whose deal it is, and who sees it. `reader` is named where others read it too: there a note is "Tom's", not "yours"."""

    owner: str
    visible_to: Sequence[str]
    reader: str = ""
    closing_on: date | None = None  # when its owner is asked to let it go or keep it
    is_led: bool = False  # by who reads it: they ask the owner


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
        blocks.append(Text(note_line(history, note, today, whose.reader)))
    blocks.append(Facts(tuple(_facts(history, now, whose, policy, today))))
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


def _facts(history: History, now: Standing, whose: Owned, policy: Policy, today: date) -> list[tuple[str, str]]:
    """Each thing once: what the title or another line says already is not said again."""
    ours = (_who_promised(history), _owed(history, Side.ours, today))
    temperature = ("Temperature", f"{now.temperature}{_why_so_warm(now, today)}")
    if now.state is DealState.won:
        return [ours, temperature]
    if now.state in {DealState.lost, DealState.do_not_contact}:
        return [temperature]
    facts = [("They promised", _owed(history, Side.theirs, today)), ours]
    no = refused(history)
    if no:
        said = no.note or no.said
        facts.insert(0, ("They said no", f"{written(no.on, today)}{f', {said}' if said else ''}"))
    to_ask = "; ".join(made.reason for made in open_questions(history))
    last = f"{written(now.last_contact_on, today)}" if now.last_contact_on else "none on record"
    quiet = f"; {now.unanswered} unanswered" if now.unanswered else ""
    closes = f"let go or keep on {written(whose.closing_on, today)}" if whose.closing_on else ""
    is_told = now.why in _headline(history, now, whose, today) or _is_told(history, now, policy, today)
    facts += [
        ("Help", "" if whose.reader else _help(history, today)),  # between a rep and who leads them: not for a channel
        ("To ask them", to_ask),
        ("Next", closes or f"{_next(history, now, whose, today)}{'' if is_told else f' ({now.why})'}"),
        ("Away", _away(history, now, today)),
        temperature,
        ("Last contact", f"{last}{quiet}"),
        ("Worth", worth(history.deal)),
        ("Stage", history.deal.stage),
        ("Effort", effort_line(history, policy, today) if len(history.touches) > 1 else ""),
        ("Your CRM says", history.deal.crm_next_step),
    ]
    return [(label, told) for label, told in facts if told]


def _away(history: History, now: Standing, today: date) -> str:
    """As long as it lasts the day of the return, unless it is why nothing is due; and the absence to come."""
    lasts = away_until(history, today)
    back = f"back {written(lasts.back_on, today)}" if lasts else ""
    who = "" if lasts is None or lasts.told.reason in {"", "they"} else f"{lasts.told.reason}, "
    is_why = any(f"{verb} {back}" in now.why for verb in ("is", "are")) and not ours_due(history, today)
    said = f"{who}{back}" if back and not is_why else ""
    return "; ".join(filter(None, (said, absence_words(to_come(history, today), today))))


def _help(history: History, today: date) -> str:
    """ "asked for, Thu 12 March: “…”", "Maria, Fri 13 March: “offer 10 percent”"."""
    asked, given = help_wanted(history), help_given(history, today)
    if asked:
        return f"asked for, {written(asked.on, today)}{f': “{shortened(asked.reason, _LONGEST_HELP)}”' if asked.reason else ''}"
    who = history.colleagues.get(given.member_id, "") if given else ""
    return (
        f"{f'{who}, ' if who else ''}{written(given.on, today)}: “{shortened(given.reason, _LONGEST_HELP)}”"
        if given
        else ""
    )


def _why_so_warm(now: Standing, today: date) -> str:
    """The day of the last contact has a line of its own."""
    heard = now.last_contact_on and f"last heard {written(now.last_contact_on, today)}"
    return (
        ""
        if now.temperature_why in {heard, ""} or now.why.startswith(now.temperature_why)
        else f", {now.temperature_why}"
    )


def _who_promised(history: History) -> str:
    """ "Tom promised", to whoever else reads it; of a colleague's promise its own line says so. What was asked was promised to nobody."""
    owner = history.colleagues.get(history.deal.owner_id, "")
    ours = open_promises(history, Side.ours)
    if any(is_asked(history, promise) for promise in ours):
        return "We owe"
    return f"{owner} promised" if owner and ours and _of_one(history, ours) else "We promised"


def _owed(history: History, side: Side, today: date) -> str:
    owed = open_promises(history, side)
    if owed:
        named = _of_one(history, owed)
        return "; ".join(
            f"{promise_fact(promise, today)}{'' if named else promised_by(history, promise)}" for promise in owed
        )
    kept = [p for p in history.commitments if p.side is side and p.turns and p.turns[-1].kind.value == "kept"]
    return f"nothing open; {_kept(kept[-1], today)}" if kept else "nothing open"


def _of_one(history: History, owed: Sequence[Commitment]) -> bool:
    """Whether all of it is the owner's, who stands in the title: then it need not be said of each."""
    return all(promise.member_id == history.deal.owner_id for promise in owed)


def _kept(promise: Commitment, today: date) -> str:
    return f"{promise.text}, done {written(promise.turns[-1].on, today)}"


def _is_told(history: History, now: Standing, policy: Policy, today: date) -> bool:
    """Whether why it comes up next stands on the card already: an agreed day, a promise, the last contact, or that nobody spoke."""
    if ours_due(history, today) or not is_open(now.state) or now.state is DealState.definitive_sent:
        return True
    due = next_touch(history, policy, today)
    is_step = kept_step(history, today) is not None and not isinstance(due.about, Decision)
    return is_step or due.rule in _TOLD


def _next(history: History, now: Standing, whose: Owned, today: date) -> str:
    steps = kept_steps(history, today)
    if steps:
        return "; then ".join(agreed_line(history, step, today) for step in steps)
    if now.next_touch_on is None:
        return "nothing planned"
    if now.state is DealState.definitive_sent:
        return f"they have until {written(now.next_touch_on, today)} to answer the yes-or-no message"
    window = opened_window(history)
    if window and not is_open(now.state):
        return f"open again {written(now.next_touch_on, today)}, the time they had named, {window.reason}"
    ours = ours_due(history, today)
    if ours and ours.due_on:
        asked = set_by_another(history, ours.due_on)
        return f"no call agreed with them yet; {_listed(today, whose, today)}{f' ({asked})' if asked else ''}"
    return f"no call agreed with them yet; {_listed(now.next_touch_on, whose, today, to=' to call')}"


def _listed(on: date, whose: Owned, today: date, to: str = "") -> str:
    """ "on today's list"; to whoever leads its owner "on Tom's list to call today"."""
    if whose.is_led:
        return f"on {whose.owner}'s list{to} {written(on, today) if on > today else 'today'}"
    return f"on the list {written(on, today)}" if on > today else "on today's list"


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
