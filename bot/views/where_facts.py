"""The facts of "where are we?", each named, with its date, and told once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.days import written
from bot.model import Commitment, DealState, Decision, History, Policy, Side, Standing
from bot.playbook.absences import to_come
from bot.playbook.cadence import next_touch, opened_window
from bot.playbook.helping import help_given, help_wanted
from bot.playbook.holds import away_until, kept_step, kept_steps, set_by_another
from bot.playbook.open_questions import open_questions
from bot.playbook.precedence import Rule
from bot.playbook.results import is_asked, open_promises, ours_due, refused
from bot.playbook.standing import is_open
from bot.views.absences import absence_words
from bot.views.deals import worth
from bot.views.effort import effort_line
from bot.views.naming import agreed_line, promise_fact, promised_by, shortened

_TOLD = {Rule.ours, Rule.theirs, Rule.spoke, Rule.first, Rule.wakes}
_LONGEST_HELP = 300  # characters; the list of whoever asked has all of it


@dataclass(frozen=True)
class Owned:
    """Whose deal it is, and who sees it. `reader` is named where others read it too: there a note is "Tom's", not "yours"."""

    owner: str
    visible_to: Sequence[str]
    reader: str = ""
    closing_on: date | None = None  # when its owner is asked to let it go or keep it
    is_led: bool = False  # by who reads it: they ask the owner


def facts_of(
    history: History, now: Standing, whose: Owned, policy: Policy, today: date, headline: str
) -> list[tuple[str, str]]:
    """Each thing once: what the headline or another line says already is not said again."""
    ours = (_who_promised(history), _owed(history, Side.ours, today))
    temperature = ("Temperature", f"{now.temperature}{_why_so_warm(now, today)}")
    value = worth(history.deal)
    if now.state is DealState.won:
        return [*([("Worth", value)] if value else []), ours, temperature]
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
    is_told = now.why in headline or _is_told(history, now, policy, today)
    facts += [
        ("Help", "" if whose.reader else _help(history, today)),  # between a rep and who leads them: not for a channel
        ("To ask them", to_ask),
        ("Next", closes or f"{_next(history, now, whose, today)}{'' if is_told else f' ({now.why})'}"),
        ("Away", _away(history, now, today)),
        temperature,
        ("Last contact", f"{last}{quiet}"),
        ("Worth", value),
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
