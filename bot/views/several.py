"""Many deals at once: the forms with tick boxes, and what was done of them in one sentence."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards import Card, Field, FieldKind, Form, Text
from bot.days import written
from bot.model import Side
from bot.playbook.agenda import Due
from bot.playbook.moving import Movable
from bot.views.forms import MOST_BOXES
from bot.views.naming import counted, deal_and_contact, people

NOTHING = "Nothing of yours waits there."
TICK_ONE = "Tick one at least."
WHY_KEPT = "Say in a few words why: it is kept with each of them."
_NAMED = 5


def moving_note(some: Sequence[Movable], day: date, to: date, held: int, today: date) -> Card:
    """Before anything moves: how much, and what that day holds already."""
    touches = sum(not one.is_fixed for one in some)
    many = f"{counted(touches).capitalize()} touch{'' if touches == 1 else 'es'} of {written(day, today)} can go to {written(to, today)}"
    there = f", which holds {counted(held)} already" if held else ""
    return Card(
        "",
        (
            Text(
                f"{many}{there}. Nothing has moved yet."
                if touches
                else f"On {written(day, today)} only what is promised or agreed is left."
            ),
        ),
    )


def moving_form(some: Sequence[Movable], day: date, to: date, today: date) -> Form:
    free = [one for one in some if not one.is_fixed][:MOST_BOXES]
    fixed = [one for one in some if one.is_fixed][:MOST_BOXES]
    fields = []
    if free:
        options = tuple((one.key, f"{_name(one)}: {one.standing.why}") for one in free)
        fields.append(
            Field("touches", "Move these", FieldKind.several, ",".join(key for key, _ in options), options=options)
        )
    if fixed:
        options = tuple((one.key, f"{_name(one)}: {fixed_line(one)}") for one in fixed)
        fields.append(
            Field("fixed", "Promised or agreed: stays, unless you tick it", FieldKind.several, options=options)
        )
    title = f"Move {written(day, today)} to {written(to, today)}"
    return Form(f"move {day.isoformat()} to {to.isoformat()}", title, tuple(fields), submit="Move them")


def fixed_line(one: Movable) -> str:
    """ "you promised: send the offer", "call at 10:00, agreed"."""
    if one.step:
        return f"{one.step.what}{f' at {one.step.hour}' if one.step.at else ''}, agreed"
    if one.promise is None:
        return one.standing.why
    colleague = one.history.colleagues.get(one.promise.member_id)
    who = "they" if one.promise.side is Side.theirs else colleague or "you"
    return f"{who} promised: {one.promise.text}"


def moved(count: int, day: date, to: date, today: date) -> str:
    return f"Moved {counted(count)} from {written(day, today)} to {written(to, today)}"


def stays(some: Sequence[Movable]) -> str:
    if not some:
        return ""
    named = [
        f"{one.history.deal.label} ({fixed_line(one)})" if one.is_fixed else one.history.deal.label
        for one in some[:_NAMED]
    ]
    more = [f"{len(some) - _NAMED} more"] if len(some) > _NAMED else []
    return f"Where {'it was' if len(some) == 1 else 'they were'}: {people([*named, *more])}."


def several_note(closing: Sequence[Due], touches: Sequence[Due]) -> Card:
    told = [
        *([f"{counted(len(closing))} to close"] if closing else []),
        *([f"{counted(len(touches))} that can wait"] if touches else []),
    ]
    return Card("", (Text(f"{people(told).capitalize()}. Tick what you mean; one undo takes all of it back."),))


def several_form(
    closing: Sequence[Due], touches: Sequence[Due], filled: Mapping[str, str], errors: Mapping[str, str]
) -> Form:
    """What is to be closed is let go or kept; what is due today is put off, or let go."""
    fields: list[Field] = []
    if closing:
        fields += [
            _boxes("go", "Let these go", closing, filled, errors), _boxes("keep", "Keep these", closing, filled, errors),
            Field("why", "Why do you keep them?", FieldKind.line, filled.get("why", ""), "their new budget opens", error=errors.get("why", "")),
            Field("until", "Until when?", FieldKind.line, filled.get("until", ""), "3 April", error=errors.get("until", "")),
        ]  # fmt: skip
    if touches:
        fields += [
            _boxes("later", "Put these off", touches, filled, errors),
            Field("day", "To which day?", FieldKind.line, filled.get("day", ""), "Mon", error=errors.get("day", "")),
        ]
        fields += [] if closing else [_boxes("go", "Or let these go", touches, filled, errors)]
    return Form("several", "Several at once", tuple(fields), submit="Do it")


def _boxes(name: str, label: str, some: Sequence[Due], filled: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    options = tuple(
        (str(due.history.deal.id), f"{deal_and_contact(due.history)}: {due.standing.why}") for due in some[:MOST_BOXES]
    )
    return Field(name, label, FieldKind.several, filled.get(name, ""), options=options, error=errors.get(name, ""))


def twice(labels: Sequence[str]) -> str:
    return f"Ticked twice: {people(list(labels))}. Decide for one of them."


def done(gone: Sequence[str], kept: Sequence[str], until: str, later: Sequence[str], day: str) -> str:
    """ "let go of Acme and Brio, kept Cato until Thu 2 April"."""
    told = [
        *([f"let go of {_named(gone)}"] if gone else []),
        *([f"kept {_named(kept)} until {until}"] if kept else []),
        *([f"put off {_named(later)} to {day}"] if later else []),
    ]
    return ", ".join(told)


def _named(labels: Sequence[str]) -> str:
    more = [f"{len(labels) - _NAMED} more"] if len(labels) > _NAMED else []
    return people([*labels[:_NAMED], *more])


def _name(one: Movable) -> str:
    return deal_and_contact(one.history)
