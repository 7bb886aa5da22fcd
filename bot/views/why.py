"""The answer to "why?": the rule, the dates it rests on, and what would change it (feature 37). Short, and private."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.cards import Block, Button, Buttons, Card, Text, Tone
from bot.days import FULL_WEEKDAYS, written
from bot.model import FOR_GOOD, Commitment, DealState, History, Policy
from bot.playbook.agenda import Group
from bot.playbook.circumstances import circumstance
from bot.playbook.figures import FIGURES, Figure
from bot.playbook.precedence import Rule
from bot.playbook.results import late_of_theirs
from bot.playbook.standing import is_open
from bot.playbook.tact import hint
from bot.playbook.why import Fact, FactKind, Why
from bot.views.naming import OPEN_DEAL, deal_and_contact, people, promise_fact
from bot.views.policy import said, typed
from bot.views.reasons import dates
from bot.views.rules import length, rule_line

_FACTS = {
    FactKind.said: "their words “{}”",
    FactKind.their: "what they were going to do: {}",
    FactKind.ours: "our promise: {}",
    FactKind.sent: "what was sent to them: {}",
    FactKind.came: "what came from them: {}",
    FactKind.step: "the {} that was set",
    FactKind.shelf: "your team's shelf: {}",
    FactKind.topic: "the conversation about {}",
}


@dataclass(frozen=True)
class OnList:
    """What the owner's own list makes of the deal; `owner` is empty when it is the reader's."""

    owner: str = ""
    admins: Sequence[str] = ()
    may_change: bool = False  # the reader sets the figures
    comes_on: date | None = None  # the owner's working day on which it comes back
    back_on: date | None = None  # the owner's next working day, when today is none
    paused_until: date | None = None  # the last day on which the morning list leaves it out
    closing_on: date | None = None
    place: int = 0  # the number of its line today; 0 when it has none


def why_card(history: History, told: Why, on_list: OnList, policy: Policy, today: date) -> Card:
    blocks: list[Block] = [Text(rule_line(told, policy), Tone.strong)]
    reasons = [" ".join(dates(told, history, today)), _count(told, policy, today)]
    blocks += [Text(reason) for reason in reasons if reason]
    if owed := _still_owed(told, history, today):
        blocks.append(Text(owed))
    blocks += [Text(line) for line in _of_the_list(told, on_list, policy, today)]
    befallen = circumstance(history, today)
    if befallen and is_open(told.now.state):
        blocks.append(Text(hint(befallen)))
    if told.rests_on:
        facts = "; ".join(_fact(fact, today) for fact in told.rests_on)
        blocks.append(Text(f"The opener rests on {facts}."))
    blocks.append(Text(_what_changes(told, history.deal.label), Tone.quiet))
    figures = _figures(told, on_list, policy)
    if figures:
        blocks.append(Text(figures, Tone.quiet))
    blocks.append(Buttons((Button(OPEN_DEAL, f"where {history.deal.id}"),)))
    return Card(f"{deal_and_contact(history)}: {_title(told, on_list, today)}", tuple(blocks))


def _still_owed(told: Why, history: History, today: date) -> str:
    """A promise of theirs that is late, and why it does not bring the deal up: they were asked since."""
    late = late_of_theirs(history, today)
    if (
        late is None
        or not is_open(told.now.state)
        or (told.due and told.due.promise)
        or (told.decided and told.decided.about is late)
    ):
        return ""
    asked = (
        " You were in touch since that day, so the rhythm decides."
        if told.decided and told.decided.rule in {Rule.quiet, Rule.spoke}
        else ""
    )
    return f"They promised: {promise_fact(late, today)}.{asked}"


def _title(told: Why, on_list: OnList, today: date) -> str:
    whose = f"{on_list.owner}'s" if on_list.owner else "your"
    if told.due and told.due.group is Group.closing:
        return f"to let go or keep, {FULL_WEEKDAYS[(on_list.closing_on or today).weekday()]}"
    if told.due:
        return f"on {whose} list today"
    if not is_open(told.now.state):
        return _ENDED[told.now.state]
    if told.now.state is DealState.definitive_sent:
        return f"not on {whose} list; they have until {written(told.on or today, today)}"
    return f"not on {whose} list today, back {written(on_list.comes_on or told.on or today, today)}"


_ENDED = {
    DealState.nurture: "let go, and asleep",
    DealState.do_not_contact: "not to be contacted",
    DealState.won: "won, so on no list",
    DealState.lost: "lost, so on no list",
}


def _count(told: Why, policy: Policy, today: date) -> str:
    """Which touch of the chase comes next, and when the yes-or-no message does."""
    if told.decided is None or told.decided.rule is not Rule.quiet or not told.comes_next:
        return ""
    lead = "Today's is" if told.due else "Next is"
    if told.now.state is DealState.definitive_due:
        return f"{lead} touch {told.last} of {told.last}, the last: the one yes-or-no message."
    if told.comes_next < told.last:
        then = "; the one after it is the last, the yes-or-no message" if told.comes_next == told.last - 1 else ""
        return f"{lead} touch {told.comes_next} of {told.last}{then}."
    first = told.unanswered[0].on
    chase = policy.definitive_after_days
    return (
        f"The yes-or-no message waits until the chase has lasted {length(chase)}: "
        f"it began {written(first, today)}, so from {written(first + timedelta(days=chase), today)}."
    )


def _of_the_list(told: Why, on_list: OnList, policy: Policy, today: date) -> Iterator[str]:
    """What keeps it off a list, or far down on it, beside the rules of the deal."""
    you, yours = (on_list.owner, f"{on_list.owner}'s") if on_list.owner else ("you", "your")
    if not told.due:
        if told.on and on_list.comes_on and on_list.comes_on != told.on and is_open(told.now.state):
            yield f"{written(told.on, today)} is no working day of {yours if on_list.owner else 'yours'}: it comes {written(on_list.comes_on, today)}."
        return
    if told.due.group is Group.closing and on_list.closing_on and on_list.closing_on > today:
        day = written(on_list.closing_on, today)
        yield f"It waits for {yours} closing day, {day}: {policy.closing_lines} deals at most, the longest waiting first."
    if told.asks_first:
        yield "The line asks first whether anything came from them: silence counts once you say so."
    if told.due.group is not Group.closing and on_list.place > policy.digest_lines:
        yield f"It is line {on_list.place} today, and a morning shows {policy.digest_lines}: followups all shows the rest."
    if on_list.back_on and on_list.back_on > today:
        yield f"Today is no working day of {yours if on_list.owner else 'yours'}: the next morning list comes {written(on_list.back_on, today)}."
    if on_list.paused_until == FOR_GOOD:
        yield f"The morning list leaves it out, as {you} turned that off; followups shows it all the same."
    elif on_list.paused_until:
        again = written(on_list.paused_until + timedelta(days=1), today)
        yield f"The morning list leaves it out until {again}, as {you} paused it; followups shows it all the same."


def _fact(fact: Fact, today: date) -> str:
    if fact.kind is FactKind.topic and fact.on is None:
        return f"what it is about: {fact.text}"
    day = f" ({written(fact.on, today)})" if fact.on else ""
    return f"{_FACTS[fact.kind].format(fact.text)}{day}"


def _what_changes(told: Why, label: str) -> str:
    """What it would take, as it is typed."""
    if told.now.state is DealState.do_not_contact:
        return f"Only they can change that. When they come back themselves: reopen {label}"
    if told.now.state is DealState.nurture:
        return f"What changes it: a word of theirs (reply {label}: …), or you (reopen {label})."
    if told.ending and not told.due:
        return f"What changes it: reopen {label}"
    if told.due and told.due.group is Group.closing:
        return f"What changes it: let go {label}, or keep {label} because … until …; a word of theirs: reply {label}: …"
    if (told.due and told.due.promise) or (told.decided and isinstance(told.decided.about, Commitment)):
        return f"What changes it: promise kept {label}, promise moved {label} Fri, or promise broken {label}"
    if told.decided and told.decided.rule is Rule.step and told.due:
        return f"What changes it: done {label} talked, done {label} no show, or another day (next {label} Fri 10:00)."
    if told.decided and told.decided.rule is Rule.step:
        return f"What changes it: another day (next {label} Fri 10:00), or none (next {label} none)."
    return f"What changes it: a word of theirs (reply {label}: …), a call (logcall {label}: …), or another day (later {label} Fri)."


def _figures(told: Why, on_list: OnList, policy: Policy) -> str:
    """Which figures of the policy it was counted by, and who may change them."""
    names = _used(told)
    if not names:
        return ""
    figures = [FIGURES[name] for name in names]
    counted = people([_figure(figure, policy) for figure in figures])
    several = len(figures) > 1
    lead = f"By your team's figure{'s' if several else ''}: {counted} (settings policy)."
    them = "them" if several else "it"
    if on_list.may_change:
        return f"{lead} You may change {them}: {typed(figures[0], said(figures[0], policy))}"
    return f"{lead} {people(list(on_list.admins)) or 'An admin'} may change {them}."


def _figure(figure: Figure, policy: Policy) -> str:
    """ "gap 7 days", "3 messages"."""
    value = said(figure, policy)
    return value if figure.typed in value else f"{figure.typed} {value}"


def _used(told: Why) -> tuple[str, ...]:
    decided = told.decided
    if decided is None or (told.due and told.due.group is Group.ours):
        return ()
    chase = ("unanswered_to_definitive", "definitive_after_days") if told.comes_next == told.last else ()
    counted = (decided.figure,) if decided.figure else ("new_deals_a_day",) if decided.rule is Rule.wakes else ()
    return (*counted, *(chase if decided.rule is Rule.quiet else ()))
