"""The organisation's figures in a rep's words: what each decides, what a new one would do, what it became."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Button, Buttons, Card, Facts, Field, Form, Reply, Text, Tone
from bot.days import written
from bot.model import Policy
from bot.playbook.figures import FIGURES, Figure, Unit
from bot.views.naming import people
from bot.views.touching import settled

_GROUPS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("When to call again", {
        "min_gap": "Next call after a talk, or after one unanswered message",
        "long_gap": "Next call after more unanswered messages",
        "max_gap": "Without a word of theirs a deal turns cool, and counts as waiting, after",
    }),
    ("When a chase ends", {
        "unanswered_to_definitive": "Unanswered messages before the yes-or-no message",
        "definitive_after_days": "Shortest chase before the yes-or-no message",
        "definitive_wait": "Their time to answer it, before letting go is proposed",
        "closing_lines": "Deals that a closing day asks about, at most",
        "let_go_by_itself": "Deals that a closing day lets go by itself, at most",
    }),
    ("What a list holds", {
        "digest_lines": "Lines on a morning list, at most",
        "new_deals_a_day": "Imported deals that come up each day, for one rep",
    }),
    ("What work comes to", {
        "treadmill_touches": "Touches that bring nothing, before the list says so",
        "talk_minutes": "A talk is counted as",
        "prep_minutes": "Preparing for a talk is counted as",
        "attempt_minutes": "Any other try is counted as",
        "hourly_rate": "An hour of a rep costs",
        "whale_top_1": "One deal takes too much of four weeks from",
        "whale_top_3": "Three deals take too much of four weeks from",
    }),
)  # fmt: skip
LABELS = {name: label for _, labels in _GROUPS for name, label in labels.items()}
UNCHANGED = "Nothing is changed."
ALREADY = "That is how it is already."
_ONE = {Unit.days: "day", Unit.minutes: "minute", Unit.messages: "message", Unit.touches: "touch", Unit.lines: "line",
        Unit.deals: "deal"}  # fmt: skip
_EXAMPLES = {"min_gap": "5 days", "hourly_rate": "60 EUR"}


@dataclass(frozen=True)
class Change:
    """A figure that becomes another, both as they are said."""

    figure: Figure
    before: str
    after: str


@dataclass(frozen=True)
class Dues:
    """Of the open deals: how many are due now, and on the next working day as it is and as it would be."""

    open: int
    now: int
    as_it_is: int
    as_it_would_be: int


def said(figure: Figure, policy: Policy) -> str:
    """ "7 days", "30 %", "60 EUR"."""
    number = getattr(policy, figure.name)
    if figure.unit is Unit.money:
        return f"{number:,} {policy.currency}".strip() if number else "none"
    return counted(figure, number)


def counted(figure: Figure, number: int) -> str:
    return f"{number} {_ONE.get(figure.unit, figure.unit) if number == 1 else figure.unit}"


def policy_card(policy: Policy, news: Mapping[str, str], *, may_change: bool) -> Card:
    """Every figure, grouped. `news`: who changed one, when, and what it was before. Who may change them is told how."""
    blocks: list[Text | Facts | Buttons] = []
    for group, labels in _GROUPS:
        told = [(label, _told(FIGURES[name], policy, news.get(name, ""), may_change)) for name, label in labels.items()]
        blocks += [Text(group, Tone.strong), Facts(tuple(told))]
    if may_change:
        blocks.append(Buttons((Button("Change several", "settings policy change"),)))
    return Card("The figures behind everybody's list", (*blocks, Text(_how(may_change), Tone.quiet)))


def changed_card(told: Sequence[tuple[str, str]]) -> Card:
    """By figure what it is, by whom, and what it was."""
    pairs = tuple((LABELS[name], said_so) for name, said_so in told)
    return Card("Changed so far", (Facts(pairs),) if pairs else (Text("Nobody has changed a figure yet."),))


def _told(figure: Figure, policy: Policy, news: str, may_change: bool) -> str:  # noqa: FBT001 - a private helper
    value = said(figure, policy) + (f" ({news})" if news else "")
    return f"{value}. Change: {typed(figure)}" if may_change else value


def _how(may_change: bool) -> str:  # noqa: FBT001 - a private helper
    if may_change:
        return "You see what a new figure would do before it is saved. Undo takes it back."
    return "An admin changes these."


def typed(figure: Figure, value: str = "") -> str:
    """How to type it, with a value that may be given."""
    example = value or _EXAMPLES.get(figure.name) or counted(figure, getattr(Policy(), figure.name))
    return f"settings policy {figure.typed} {example}"


def news(name: str, at: str, before: str) -> str:
    """ "by Ana, Thu 12 March; 7 days before"."""
    return f"by {name}, {at}; {before} before"


def form(values: Mapping[str, str], errors: Mapping[str, str] | None = None) -> Form:
    wrong = errors or {}
    fields = tuple(
        Field(name, label, value=values[name], hint=bounds(FIGURES[name]), required=True, error=wrong.get(name, ""))
        for name, label in LABELS.items()
    )
    return Form(
        "settings policy change",
        "Change the figures",
        fields,
        submit="What would it do?",
        typed="settings policy gap 5 days",
    )


def form_card() -> Card:
    return Card("", (Text("Change what should be another. You see what would come of it before anything is saved."),))


def marked() -> Card:
    return Card("", (Text(f"Please look at the marked field. {UNCHANGED}"),))


def bounds(figure: Figure) -> str:
    """ "1 to 60 days"."""
    if figure.unit is Unit.money:
        return f"up to {figure.most:,}, with its currency; none"
    return f"{figure.least} to {counted(figure, figure.most)}"


def wrong(figure: Figure) -> str:
    """What may be given instead of what was typed."""
    if figure.unit is Unit.money:
        return f"Give a whole amount up to {figure.most:,} and its currency, such as 60 EUR, or none."
    return f"Give a whole number, {bounds(figure)}."


def not_so(figure: Figure, policy: Policy) -> str:
    """A value that cannot be: what it decides, what it is now, what may be typed."""
    return f"{LABELS[figure.name]}: {said(figure, policy)} now. {wrong(figure)} Type it like this: {typed(figure)}"


def unknown(text: str) -> str:
    names = ", ".join(figure.typed for figure in FIGURES.values())
    what = f"No figure is called “{text[:40]}”." if text else "Which figure?"
    return f"{what} They are: {names}. Type settings policy to see what each decides."


def clashing(less: Figure, more: Figure, wanted: Figure, policy: Policy) -> str:
    """Two figures that do not go together, and how to have the one that is wanted."""
    first, second, both = said(less, policy), said(more, policy), said(wanted, policy)
    return (
        f"“{less.typed}” cannot be more than “{more.typed}”: that would be {first} and {second}. Change both at once: "
        f"settings policy {less.typed} {both}, {more.typed} {both}"
    )


def preview(changes: Sequence[Change], dues: Dues | None, day: str) -> Card:
    """What would become due; nothing is saved yet. Without `dues` no deal's day depends on it."""
    lines = [Text(f"{LABELS[change.figure.name]}: {change.after} instead of {change.before}") for change in changes]
    told = ", ".join(f"{c.figure.typed} {c.after} instead of {c.before}" for c in changes)
    buttons = Buttons((Button("Save", f"settings policy {told}", primary=True),
                       Button("Leave it", "settings policy leave")))  # fmt: skip
    effect = _effect(dues, day) if dues else "It moves no deal: only what is shown and counted changes."
    return Card("Not saved yet", (*lines, Text(effect), buttons))


def _effect(dues: Dues, day: str) -> str:
    if not dues.open:
        return "There are no open deals yet."
    same = dues.as_it_would_be == dues.as_it_is
    due = f"{dues.as_it_would_be}{'' if same else f' instead of {dues.as_it_is}'} would be due {day}"
    either_way = ", with it and without it" if same else ""
    deals = f"{dues.open} open deal{'s' if dues.open != 1 else ''}"
    return f"Of {deals} in the organisation, {due}{either_way}. Due today: {dues.now}."


def summary(changes: Sequence[Change]) -> str:
    """ "changed the policy: gap 5 days (7 days before)"."""
    told = [f"{change.figure.typed} {change.after} ({change.before} before)" for change in changes]
    return f"changed the policy: {people(told)}"


def saved(changes: Sequence[Change], act_id: int) -> Reply:
    told = "; ".join(f"{LABELS[c.figure.name]}: {c.after} ({c.before} before)" for c in changes)
    return settled(told, act_id, then="Everybody's list follows it from now on.")


def changed_meanwhile(changes: Sequence[Change]) -> str:
    told = "; ".join(f"“{change.figure.typed}” is {change.before} now" for change in changes)
    return f"Meanwhile somebody changed it: {told}. Nothing is saved; this is what your change would do now."


def clashes_back(pairs: Collection[tuple[Figure, Figure]], policy: Policy) -> str:
    """Why an act cannot be taken back as things are now."""
    less, more = next(iter(pairs))
    return (
        f"Taken back, “{less.typed}” would be {said(less, policy)} and “{more.typed}” {said(more, policy)}, which is less. "
        f"Change one of them first: {typed(more, said(less, policy))}"
    )


def next_day(day: date, today: date) -> str:
    """ "tomorrow, Fri 13 March", "on Mon 16 March"."""
    return f"{'tomorrow,' if (day - today).days == 1 else 'on'} {written(day, today)}"
