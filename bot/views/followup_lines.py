"""A line of the list: why it is due, what to say, and the presses that it offers (voice.md section 5)."""

from datetime import date

from bot.cards import Button, Card, Line, Text
from bot.days import written
from bot.model import Commitment, DealState, History, Policy, Standing, Touch, first_name
from bot.playbook.agenda import Due, Group, asks_whether_heard
from bot.playbook.cadence import next_touch, wakes_on
from bot.playbook.circumstances import circumstance
from bot.playbook.effort import is_treadmill
from bot.playbook.holds import ASKED_TO_WAIT, kept_steps, open_steps, present_step, set_by_another
from bot.playbook.on_record import contact_of
from bot.playbook.openers import opener
from bot.playbook.parts import capital
from bot.playbook.questions import question_for_them
from bot.playbook.results import is_silence_untold, last_note, last_said, refused
from bot.playbook.tact import hint
from bot.views import headings
from bot.views.also_due import and_also, done_label, each_done, set_today
from bot.views.effort import spent_since
from bot.views.further import promise_more, touch_more, why_button
from bot.views.naming import (
    OPEN_DEAL,
    WHAT_TO_SAY,
    agreed_line,
    back_on,
    deal_and_contact,
    note_line,
    promise_line,
    promised_by,
)

ALREADY_DEAD = "already dead"  # why an imported deal is let go at first sight (voice.md 2)


def due_line(due: Due, name: str, policy: Policy, today: date, *, compact: bool = False) -> Line:
    words = Button(WHAT_TO_SAY, f"words {due.history.deal.id}", about=name)
    if due.promise and due.step is None:
        return _promise_line(due, due.promise, words, name, today)
    if due.group is Group.closing:
        return closing_line(due, name, policy, today)
    no = refused(due.history) if due.group is not Group.ours else None
    if no:
        return _refused_line(due, no, words, name, today)
    if asks_whether_heard(due.history, today) and not due.is_today:
        return _silence_line(due, name, today)
    return _touch_line(due, words, name, policy, today, compact=compact)


def _touch_line(due: Due, words: Button, name: str, policy: Policy, today: date, *, compact: bool) -> Line:
    """With its opener; while nobody has said whether a day that is over took place, that alone is asked."""
    note = _note_beside(due.history, today)
    is_over = due.step is not None and due.step.on < today
    said = (
        opener(due.history, policy, today) if not is_over and (note or not compact) else None
    )  # most of a line's cost
    say = "" if compact or is_over else said.text if said else _without_facts(due, today)
    why = f"{set_today(due)}{_reach(due)}" if due.is_today else _why(due, policy, today)
    return Line(
        and_also(f"{name}: {_and_note(why, note if said or is_over else '')}", due, today),
        say=say,
        buttons=(words, *_how_it_went(due, name, today)),
        more=(*each_done(due, name), *touch_more(due, today)),
    )


def _refused_line(due: Due, no: Touch, words: Button, name: str, today: date) -> Line:
    """Nobody goes on selling behind a no: what was asked when it came is asked again."""
    deal_id, note = due.history.deal.id, _note_beside(due.history, today)
    told = _and_note(f"{name}: they said no on {written(no.on, today)}. Is the deal lost?", note)
    lost, other = (
        Button("Lost", f"lost {deal_id}", about=name, primary=True),
        Button("Not lost", f"next {deal_id}", about=name),
    )
    more = (
        words,
        Button("Let go", f"let go {deal_id}", about=name),
        Button("Ask again in 3 months", f"later {deal_id} in 3 months"),
    )
    return Line(
        and_also(told, due, today), buttons=(lost, other), more=(*more, *each_done(due, name), *touch_more(due, today))
    )


def _and_note(said: str, note: str) -> str:
    """A question has its end already."""
    return f"{said}{note.removeprefix('.') if said.endswith('?') else note}"


def _promise_line(due: Due, promise: Commitment, words: Button, name: str, today: date) -> Line:
    """Of several things that are due each has a press that says which."""
    step = _step_beside(due, today)
    by = "" if headings.promised_by(due) else promised_by(due.history, promise)
    told = f"{promise_line(promise, today)}{by}{step}{_set_by(due, promise)}{_asked_to_wait(due, today)}"
    is_one = not (due.also or step)
    label, about = ("Done", f"{name}, {promise.text}") if is_one else (done_label(promise), name)
    done = Button(label, f"promise kept {promise.id}", about=about, primary=True)
    spoke = _how_it_went(due, name, today) if step else ()
    more = (*spoke, *each_done(due, name), *promise_more(due, promise, today))
    return Line(and_also(f"{name}: {told}", due, today), buttons=(words, done), more=more)


def _how_it_went(due: Due, name: str, today: date) -> tuple[Button, ...]:
    """An agreed step took place or not; any other touch is done, and how can be added."""
    deal_id = due.history.deal.id
    step = present_step(due.history, today)
    if step and step.on <= today:
        is_call = step.what == "call"
        took_place = Button(
            "We spoke" if is_call else "It took place", f"done {deal_id} talked", about=name, primary=True
        )
        missed = "They did not pick up" if is_call else "They did not come"
        return (took_place, Button(missed, f"done {deal_id} no show", about=name))
    if due.standing.state is DealState.definitive_due:
        return (Button("I sent it", f"done {deal_id} definitive", about=name, primary=True),)
    done = Button("Done", f"done {deal_id}", about=name, primary=True)
    if wakes_on(due.history):
        return (done, Button("No longer a deal", f"let go {deal_id} {ALREADY_DEAD}", about=name))
    return (done,)


def closing_line(due: Due, name: str, policy: Policy, today: date) -> Line:
    """What it has cost, and one press: let go, or keep for a reason (H39, H48). Letting go says that nothing came."""
    deal_id = due.history.deal.id
    untold = is_silence_untold(due.history)
    heard = f". Nothing from {first_name(contact_of(due.history)) or 'them'} since?" if untold else ""
    go = Button("Let go", f"let go {deal_id}", about=name, primary=True)
    keep = Button("Keep, because …", f"keep {deal_id}", about=name)
    more = (
        Button("They got in touch", f"reply {deal_id}"),
        Button("We talked", f"log {deal_id}"),
        Button("Prep", f"prep {deal_id}"),
        Button(OPEN_DEAL, f"where {deal_id}"),
        why_button(deal_id),
    )
    cost = spent_since(due.history, policy, today)
    return Line(f"{name}: {due.standing.why}; {cost}{heard}", buttons=(go, keep), more=more)


def _silence_line(due: Due, name: str, today: date) -> Line:
    """Silence is asked about before it counts: the bot reads no mail (voice.md 1.5)."""
    deal_id = due.history.deal.id
    who = first_name(contact_of(due.history)) or "them"
    so_far = and_also(f"{name}: {due.standing.why}", due, today)
    text = f"{so_far}. Heard anything from {who} since?"
    nothing = Button("No, nothing", f"heard nothing {deal_id}", about=name, primary=True)
    definitive = due.standing.state is DealState.definitive_due
    sent = (Button("Sent the yes-or-no message", f"done {deal_id} definitive"),) if definitive else ()
    buttons = (nothing, Button("Yes", f"log {deal_id}", about=name))
    return Line(text, buttons=buttons, more=(*sent, *each_done(due, name), *touch_more(due, today)))


def words_after_silence(history: History, now: Standing, act_id: int, policy: Policy, today: date) -> Card:
    """Nothing came: what is due now, with its words."""
    due = Due(history, now, Group.touch)
    name = deal_and_contact(history)
    undo = Button("Undo", f"undo {act_id}", about=f"{name}: nothing heard")
    is_due = now.next_touch_on is not None and now.next_touch_on <= today
    then = due_line(due, name, policy, today) if is_due else Text(back_on(now, today))
    return Card("", (Line(f"{name}: nothing heard", buttons=(undo,), settled=True), then))


def _why(due: Due, policy: Policy, today: date) -> str:
    """With what it has cost where nothing comes of it any more (S8, S48, H39)."""
    if due.standing.state is DealState.definitive_due:
        return f"{due.standing.why}: time for the one yes-or-no message; {spent_since(due.history, policy, today)}"
    if is_treadmill(due.history, policy, today) and not circumstance(due.history, today):
        return f"{due.standing.why}; {spent_since(due.history, policy, today)}{_reach(due)}"
    is_over = due.step is not None and due.step.on < today
    return f"{due.standing.why}{_besides(due, policy, today)}{'' if is_over or circumstance(due.history, today) else _reach(due)}"


def _besides(due: Due, policy: Policy, today: date) -> str:
    """What is agreed for today as well: a step of an earlier day that nobody told of hides none."""
    steps = [step for step in kept_steps(due.history, today) if step.on <= today]
    told = next_touch(due.history, policy, today).about if steps else None
    return "".join(f"; {agreed_line(due.history, step, today)}" for step in steps if step is not told)


def _reach(due: Due) -> str:
    """The number to dial, where a call is due (voice.md 1.19)."""
    named = contact_of(due.history)
    phone = next((person.phone for person in due.history.contacts if person.name == named), "")
    return f", {phone}" if phone else ""


def _step_beside(due: Due, today: date) -> str:
    """What was set for a day that is here or over, behind our own promise."""
    step = present_step(due.history, today)
    if step is None or step.on > today:
        return ""
    if step.on == today:
        return f". {capital(step.what)} today {step.hour}".rstrip() + _reach(due)
    asked = "" if step.purpose else ": did it take place?"
    return f". {capital(step.what)} {written(step.on, today)} {step.hour}".rstrip() + asked


def _set_by(due: Due, promise: Commitment) -> str:
    """For which day whoever leads them asked for what is due."""
    told = set_by_another(due.history, promise.due_on) if promise.due_on and due.group is Group.ours else ""
    return f". {capital(told)}" if told else ""


def _asked_to_wait(due: Due, today: date) -> str:
    """Behind what they promised: that it is not to be rung about."""
    waits = (step for step in open_steps(due.history) if step.purpose.startswith(ASKED_TO_WAIT) and step.on > today)
    step = next(waits, None) if due.group is Group.theirs else None
    return f". They asked to wait until {written(step.on, today)}" if step else ""


def _without_facts(due: Due, today: date) -> str:
    """No fact, no opener: what to find out instead (S10, S23)."""
    told = circumstance(due.history, today)
    if told:
        return hint(told)
    question = question_for_them(due.history, today)
    note = last_note(due.history)
    known = _sentence(note_line(due.history, note, today)) if note else "Nothing of theirs on record."
    return f"{known} Ask: {question}" if question else known


def _note_beside(history: History, today: date) -> str:
    """Without a word of theirs the rep's own note is what keeps the opener from going wrong: a freeze, a new boss."""
    note = last_note(history)
    return f". {note_line(history, note, today)}" if note and last_said(history) is None else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
