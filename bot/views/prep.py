"""The prep card: everything for one call on one screen, or one sheet of paper (S17, feature 30)."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cards import Block, Button, Buttons, Card, Facts, Line, Quote, Text, Tone
from bot.days import written
from bot.model import History, Side, Standing, Touch, first_name
from bot.playbook.circumstances import circumstance
from bot.playbook.drafts import proposed
from bot.playbook.holds import pending_step
from bot.playbook.on_record import contact_of, newest_kept
from bot.playbook.questions import question_for_them
from bot.playbook.results import last_said, open_promises
from bot.playbook.sayable import thing_in
from bot.views import open_questions
from bot.views.naming import (
    OPEN_DEAL,
    OUTCOME_WORDS,
    WHAT_TO_SAY,
    deal_and_contact,
    note_line,
    promise_fact,
    promised_by,
)

_QUOTES = 3

PREP_KEY = "prep:"  # a card to take along: a platform may print it


def prep_card(history: History, now: Standing, wanted: str, ways: Sequence[str], at: datetime, today: date) -> Card:
    """`wanted`: what the call is for; `ways`: openers; `at`: now, for their local time."""
    facts = [
        ("Last time", _last_time(history, today)),
        ("Noted", _noted(history, today)),
        ("They owe", owed(history, Side.theirs, today)),
        ("We owe", owed(history, Side.ours, today)),
        ("New for them", _new(history, today)),
        ("Next", next_step(history, now, today)),
        ("Reach", reach(history, at, today)),
        ("Your CRM says", history.deal.crm_next_step),
    ]
    blocks: list[Block] = [Text(f"This call is for: {wanted}", Tone.strong), *quotes(history, today)]
    if last_said(history) is None:
        blocks.append(Text("No words of theirs are on record."))
    blocks.append(Facts(tuple((name, value) for name, value in facts if value)))
    question = question_for_them(history, today)
    own = open_questions.lines(history)
    if question or own:
        blocks += [Text("Ask", Tone.strong), *own, *([Line(question)] if question else [])]
    if ways:
        blocks.append(Text("Ways to begin", Tone.strong))
        blocks += [Line(way) for way in ways]
    blocks.append(Text("Their words stay here; what you repeat to them is your choice.", Tone.quiet))
    blocks.append(Buttons(_buttons(history.deal.id)))
    return Card(f"Prep: {deal_and_contact(history)}", tuple(blocks), key=f"{PREP_KEY}{history.deal.id}")


def quotes(history: History, today: date) -> list[Quote]:
    """Their newest words, each with who heard them where that was somebody else."""
    said = [touch for touch in reversed(history.touches) if touch.said][:_QUOTES]
    return [
        Quote(touch.said, by=f"{first_name(touch.contact) or 'They'}{_to(history, touch)}, {written(touch.on, today)}")
        for touch in said
    ]


def _last_time(history: History, today: date) -> str:
    if not history.touches:
        return "no call is on record"
    last = history.touches[-1]
    what = "they got in touch" if last.inbound else OUTCOME_WORDS[last.outcome]
    colleague = history.colleagues.get(last.member_id)
    whose = f" with {colleague}" if colleague else ""
    return f"{written(last.on, today)}, {what}{whose}{f'. {last.note}' if last.note else ''}"


def _noted(history: History, today: date) -> str:
    """The newest note, when the last touch is not the one that holds it."""
    note = next((touch for touch in reversed(history.touches) if touch.note), None)
    return note_line(history, note, today) if note and note is not history.touches[-1] else ""


def _to(history: History, touch: Touch) -> str:
    colleague = history.colleagues.get(touch.member_id)
    return f" to {colleague}" if colleague else ""


def owed(history: History, side: Side, today: date) -> str:
    return (
        "; ".join(
            f"{promise_fact(promise, today)}{promised_by(history, promise)}" for promise in open_promises(history, side)
        )
        or "nothing"
    )


def _new(history: History, today: date) -> str:
    kept = newest_kept(history)
    if kept:
        return f"{thing_in(kept.text)}, {written(kept.turns[-1].on, today)}"
    item = proposed(history, today)
    return f"“{item.text}”, from your team's shelf" if item else ""


def next_step(history: History, now: Standing, today: date) -> str:
    step = pending_step(history)
    if step and (step.on >= today or step.purpose):
        purpose = f", {step.purpose}" if step.purpose else ""
        return f"{step.what} {written(step.on, today)}{f' {step.hour}' if step.at else ''}{purpose}"
    return now.why


def reach(history: History, at: datetime, today: date) -> str:
    """The number to dial and their time now (voice.md 1.19)."""
    named = "" if circumstance(history, today) else contact_of(history)  # nobody is to ring them now
    person = next((person for person in reversed(history.contacts) if person.name == named), None)
    if person is None:
        return ""
    theirs = f"{at.astimezone(ZoneInfo(person.zone)):%H:%M} their time now" if person.zone else ""
    return ", ".join(part for part in (named, person.phone, theirs) if part)


def _buttons(deal_id: int) -> tuple[Button, ...]:
    return (
        Button("Log the call", f"log {deal_id}", primary=True),
        Button(WHAT_TO_SAY, f"words {deal_id}"),
        Button(OPEN_DEAL, f"where {deal_id}"),
    )
