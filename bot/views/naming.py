"""Deals, people and promises as a short line names them."""

import re
from datetime import date

from bot.days import days_late, late, near, written
from bot.model import (
    OPEN_STATES,
    Commitment,
    Deal,
    DealState,
    History,
    NextStep,
    Outcome,
    Side,
    Standing,
    Touch,
    first_name,
)
from bot.playbook.holds import absence_of, pending_step, try_told
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_asked, is_same_person, late_of_theirs, open_promises

OUTCOME_WORDS = {
    Outcome.connected: "call",
    Outcome.left_voicemail: "voicemail",
    Outcome.left_message: "message left",
    Outcome.no_answer: "no answer",
    Outcome.busy: "busy",
    Outcome.wrong_number: "wrong number",
    Outcome.no_show: "they did not come",
    Outcome.email: "email",
    Outcome.meeting: "meeting",
}
ONLY_YOU = "Only you see this answer. Reps see their own deals, and so does whoever leads them."
OPEN_DEAL, WHAT_TO_SAY = "Open deal", "What to say"  # the labels of `where` and `words`, wherever they stand
_LONGEST_NOTE = 200  # characters: enough for a line on a phone; the deal holds the rest
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


BY_CONTACT = "longest silent on top"  # how the first of many were chosen


def counted(number: int) -> str:
    """A small number as a word."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def the_first(shown: int, total: int, by: str = "by day") -> str:
    """ " (the first 5, by day)", behind a figure of which some are left out."""
    return f" (the first {shown}, {by})" if total > shown else ""


def deal_and_contact(history: History, *, double: bool = False) -> str:
    """ "Harbour Foods, Priya"; when another deal beside it has the same name, its title or number as well."""
    deal = history.deal
    same = (deal.title if deal.company else "") or f"no. {deal.external_id or deal.id}"
    return ", ".join(part for part in (deal.label, same if double else "", first_name(contact_of(history))) if part)


def deal_and_owner(deal: Deal, owner: str) -> str:
    """ "Acme, 40 seats (Tom)"."""
    return f"{deal.full_label} ({owner})" if owner else deal.full_label


def promise_line(promise: Commitment, today: date) -> str:
    """ "send the case study, today"; one that is late has its day as well."""
    if promise.due_on is None:
        return f"{promise.text}, no date yet"
    if promise.back_on and promise.promised_on:
        return promise_fact(promise, today)
    if promise.due_on < today:
        return f"{promise.text}, {late(promise.due_on, today)}"
    return f"{promise.text}, {near(promise.due_on, today)}"


def day_and_date(day: date, today: date) -> str:
    """ "today, Thu 26 November", "tomorrow, Fri 27 November", "Mon 30 November"."""
    said = {0: "today, ", 1: "tomorrow, "}.get((day - today).days, "")
    return f"{said}{written(day, today)}"


def promise_fact(promise: Commitment, today: date, *, says_today: bool = False) -> str:
    """ "second quote, Fri 13 March (moved once, from Fri 6 March)"; "…, 3 days late (due Fri 6 March)".

    `says_today`: "today" and "tomorrow" stand before the date."""
    if promise.due_on is None:
        return f"{promise.text} (no date yet)"
    is_late = promise.due_on < today
    for_, back = promise.promised_on, promise.back_on
    told = f"for {written(for_, today)}, back {written(back, today)}" if for_ and back else ""
    if told:
        return f"{promise.text}, {f'{days_late(promise.due_on, today)} ({told})' if is_late else told}"
    dated = day_and_date if says_today else written
    day = days_late(promise.due_on, today) if is_late else dated(promise.due_on, today)
    beside = [f"due {written(promise.due_on, today)}"] if is_late else []
    if promise.moves:
        times = {1: "once", 2: "twice"}.get(promise.moves, f"{counted(promise.moves)} times")
        beside.append(f"moved {times}, from {written(promise.named_days[0], today)}")
    told = f" ({'; '.join(beside)})" if beside else ""
    return f"{promise.text}, {day}{told}"


def promised_by(history: History, promise: Commitment) -> str:
    """ " (Maria promised it)", when a colleague did, or somebody else there than the contact; " (asked by Maria)" when it was
    put on the owner's list."""
    if promise.side is Side.theirs:
        return _promised_there(history, promise)
    colleague = history.colleagues.get(promise.member_id)
    if colleague and is_asked(history, promise):
        return f" (asked by {colleague})"
    return f" ({colleague} promised it)" if colleague else ""


def _promised_there(history: History, promise: Commitment) -> str:
    contact = contact_of(history) if promise.contact else ""
    is_another = bool(contact) and not is_same_person(promise.contact, contact)
    return f" ({first_name(promise.contact)} promised it)" if is_another else ""


def note_line(history: History, touch: Touch, today: date, owner: str = "") -> str:
    """ "Your note of Thu 12 March: budget freeze until April": what the rep wrote, never passed off as their words.

    `owner` is who reads it, where others read it too.
    """
    colleague = history.colleagues.get(touch.member_id) or owner
    whose = f"{colleague}'s note" if colleague else "Your note"
    return f"{whose} of {written(touch.on, today)}: {shortened(touch.note, _LONGEST_NOTE)}"


def back_on(now: Standing, today: date) -> str:
    """ "Back on your list Fri 13 March: last spoke Fri 6 March."; a day that has passed is today's."""
    if now.next_touch_on is None:
        return ""
    if now.state is DealState.nurture:
        return f"It sleeps until {written(now.next_touch_on, today)}, or until they return."
    if now.state is DealState.let_go_due:
        return f"It waits for your last working day of the week, to let go or keep: {now.why}."
    if now.state is DealState.definitive_sent:
        day = written(now.next_touch_on, today)
        return f"They have until {day} to answer. Without a word it waits for the last working day of that week."
    when = (
        f"Back on your list {written(now.next_touch_on, today)}" if now.next_touch_on > today else "On your list today"
    )
    return f"{when}: {why_then(now, today)}."


def why_then(now: Standing, today: date) -> str:
    """Why it comes back, told behind that day, which is not named once more: "you promised to send the plan"."""
    if now.next_touch_on is None or now.next_touch_on <= today:
        return now.why
    day = re.escape(written(now.next_touch_on, today))
    told = rf" by {day}(?!\w)|^(?P<step>[\w-]+) {day}(?!\w)"
    return re.sub(told, lambda found: found["step"] or "", now.why, count=1)


def back_with(history: History, now: Standing, today: date) -> str:
    """When it comes back, and what of theirs is late meanwhile."""
    late = late_of_theirs(history, today)
    is_ahead = now.state in OPEN_STATES and now.next_touch_on is not None and now.next_touch_on > today
    owed = f"They promised: {promise_fact(late, today)}." if late and is_ahead and late.text not in now.why else ""
    return " ".join(filter(None, (back_on(now, today), owed)))


def agreed_line(history: History, step: NextStep, today: date) -> str:
    """ "call Mon 21 December 14:00, agreed", or what is asked once its day is over; and that nobody was reached."""
    tried = try_told(history, step, today)
    said = f"{step.what} {written(step.on, today)}{f' {step.hour}' if step.at else ''}"
    if step.on < today and not step.purpose:
        return f"{said}; {tried or 'did it take place?'}"
    told = (
        ", agreed" if step.agreed and not step.purpose else "",
        f", {step.purpose}" if step.purpose else "",
        f"; {tried}" if tried else "",
    )
    return f"{said}{''.join(told)}"


def beside(history: History, until: date, today: date, since: date = date.min) -> list[str]:
    """What else is on record there beside a day on the list: our promise before it, a call after it, their absence.

    `since`: what was due until then is told by the day itself."""
    ours = next((p for p in open_promises(history, Side.ours) if p.due_on and since < p.due_on < until), None)
    step, away = pending_step(history), absence_of(history, until)
    said = [comes_before(history, ours, today)] if ours else []
    if step and step.on > until:
        said.append(
            f"The {step.what} on {written(step.on, today)}{f' at {step.hour}' if step.at else ''} stays agreed."
        )
    return said + ([f"They are away until {written(away, today)}."] if away else [])


def comes_before(history: History, ours: Commitment, today: date) -> str:
    return f"{_whose(history, ours)} promise comes up before that: {promise_line(ours, today)}."


def _whose(history: History, promise: Commitment) -> str:
    colleague = history.colleagues.get(promise.member_id)
    return f"{colleague}'s" if colleague else "Your"


def on_no_list(deal: Deal, now: Standing) -> str:
    """A day on a deal that has ended comes up nowhere: said at once."""
    return (
        "" if now.state in OPEN_STATES else f"But it is on no list: {now.why}. To have it there: reopen {deal.label}."
    )


def to_call(count: int) -> str:
    """ "8 deals to call today"."""
    return f"{count or 'no'} deal{'' if count == 1 else 's'} to call today"


def people(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def shortened(text: str, most: int = 60) -> str:
    """Enough of what was typed to recognise it."""
    return text if len(text) <= most else f"{text[:most]}…"


_PLATFORMS = {"slack": "Slack", "teams": "Teams", "local": "this page"}


def platform_name(platform: str) -> str:
    return _PLATFORMS.get(platform, platform)
