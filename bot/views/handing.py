"""Handing over: the preview of a whole book in figures, its tick boxes, and the pack that the new owner reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import Block, Button, Buttons, Card, Facts, Field, FieldKind, Form, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Book, Decision, History, Left, Member, Owing, Policy, Side, Standing
from bot.playbook.handed import giver, handed_to, inherited, mark_of, not_again, open_doors
from bot.views.alike import each_named, or_type
from bot.views.asking import note
from bot.views.naming import OPEN_DEAL, WHAT_TO_SAY, counted, deal_and_contact, people
from bot.views.prep import next_step, owed, quotes, reach

NAMED = 5
NOTHING_TICKED = "Nothing was ticked, so nothing is handed over."
_LONGEST_WHY = 200


@dataclass(frozen=True)
class Preview:
    """Who gives what to whom. `due` names a few of the deals, for who may see them."""

    owner: Member
    to: Member
    by: Member
    seeing: Sequence[str]  # first names of who sees them then
    keeps: bool  # whether the owner is among them
    book: Book
    due: Sequence[str] = ()
    why: str = ""

    @property
    def is_own(self) -> bool:
        return self.owner.id == self.by.id


@dataclass(frozen=True)
class Offered:
    """The deals that are offered one by one, as (id, label), and those that go beside them."""

    options: tuple[tuple[str, str], ...]
    others: Sequence[int]


def preview(told: Preview, *, may_choose: bool) -> Card:
    """Nothing is changed yet; one press does all of it, another one opens the tick boxes."""
    book, to = told.book, told.to.first_name
    whose = "Your" if told.is_own else f"{told.owner.first_name}'s"
    facts = [
        ("Deals", _kinds(book)),
        ("Due by today", f"{counted(book.due)}{_named(told.due, book.due)}" if book.due else "none"),
        ("We owe", _owing(book.owing.get(Side.ours))),
        ("They owe", _owing(book.owing.get(Side.theirs))),
        ("Who sees them then", _seen(told)),
        *([("Because", told.why)] if told.why else []),
    ]
    who = "you" if told.is_own else told.owner.first_name
    named = "yours" if told.is_own else f"{who}'s"
    remark = f"Nothing is changed yet. What {who} promised stays {named} by name; one undo takes all of it back."
    command = f"book {told.owner.id} to {told.to.id}"
    because = f" because {told.why}" if told.why else ""
    choose = (Button("Choose which", f"{command} choose{because}"),) if may_choose else ()
    every = Button(
        f"Hand over all {book.deals}" if book.deals > 1 else "Hand it over", f"{command} now{because}", primary=True
    )
    return Card(
        f"{whose} {deals(book.deals)} would go to {to}",
        (Facts(tuple(facts)), Text(remark, Tone.quiet), Buttons((every, *choose))),
    )


def to_whom(owner: Member, book: Book, members: Sequence[Member], typed: str, why: str, *, is_own: bool) -> Reply:
    said = f"Nobody here is called “{typed[:40]}”. " if typed else ""
    if not members:
        return note(
            f"{said}There is nobody to whom you could hand them. An admin can: give {owner.first_name}'s deals to …"
        )
    because = f" because {why}" if why else ""
    whose = "your" if is_own else f"{owner.first_name}'s"
    buttons = each_named(members, lambda id_: f"book {owner.id} to {id_}{because}")
    others = or_type(members, f"give {'everything' if is_own else f'everything of {owner.id}'} to NAME{because}")
    return note(f"{said}Who gets {whose} {deals(book.deals)}?{others}", *buttons)


def choosing(to: Member) -> Card:
    return Card("", (Text(f"What stays ticked goes to {to.first_name}, with everything that is on record."),))


def form(owner: Member, to: Member, offered: Offered, why: str) -> Form:
    """Everything is ticked; what is not offered one by one goes together. It carries what it offers: the book may change."""
    rest = len(offered.others)
    ids = ",".join(value for value, _ in offered.options)
    because = f" because {why}"[: _LONGEST_WHY + 9] if why else ""
    boxes = Field("deals", "Open deals", FieldKind.several, ids, options=offered.options)
    others = "The one that is closed or asleep" if rest == 1 else f"The other {rest}: closed, asleep, or due later"
    beside = (Field("rest", "Beside these", FieldKind.several, "rest", options=(("rest", others),)),) if rest else ()
    title = f"Which deals go to {to.first_name}?"
    command = f"book {owner.id} to {to.id} of {ids} beside {mark_of(offered.others)}{because}"
    return Form(command, title, (boxes, *beside), submit="Hand over", typed=f"deal give Acme to {to.first_name}")


def has_changed(owner: Member, to: Member, why: str, *, is_own: bool) -> Reply:
    """What the form called "the other 12" is not what is there now."""
    because = f" because {why}" if why else ""
    whose = "Your" if is_own else f"{owner.first_name}'s"
    return note(
        f"{whose} other deals are not those that you were shown any more. Nothing is handed over yet.",
        Button("Choose again", f"book {owner.id} to {to.id} choose{because}", primary=True),
    )


def deals(count: int) -> str:
    return f"{counted(count)} deal{'' if count == 1 else 's'}"


def handed(owner: Member, to: Member, count: int, by: Member, only: str) -> str:
    """`only`: what it is called, when it is one."""
    if only:
        return f"{only} is {to.first_name}'s now, with both sides' promises"
    whose = "Your" if owner.id == by.id else f"{owner.first_name}'s"
    are = "is" if count == 1 else "are"
    return f"{whose} {deals(count)} {are} {to.first_name}'s now, with both sides' promises"


def then(to: Member, *, sees: bool) -> str:
    reads = f"{to.first_name} reads of it in the next list, with what to know of each."
    return reads if sees else f"{reads} You see nothing of it any more; undo takes it back."


def not_yours_to_give(owner: Member, admins: Sequence[str]) -> str:
    able = [owner.first_name, f"whoever leads {owner.first_name}", *admins]
    return f"{owner.first_name}'s deals are not yours to hand over. These can: {people(able)}."


def has_none(owner: Member, *, is_own: bool) -> str:
    return "You have no deal to hand over." if is_own else f"{owner.first_name} has no deal to hand over."


def has_left(one: Left) -> Line:
    """Asked once of whoever leads them."""
    how = "is not active here any more" if one.is_inactive else "has left"
    wait = f"{counted(one.open).capitalize()} open deal{' waits' if one.open == 1 else 's wait'} for somebody."
    hand = Button("Hand them over", f"book {one.member_id}", about=one.name, primary=True)
    return Line(f"{one.name} {how}. {wait}", buttons=(hand,))


def packs_wait() -> Line:
    """In the list in which deals of a colleague are new."""
    return Line("What to know of what is new", buttons=(Button("Read the packs", "pack"),))


def taken_care_of(name: str) -> Line:
    return Line(f"{name} is here no more; what was open is handed over", settled=True)


def pack_card(history: History, now: Standing, came: Decision | None, at: datetime, today: date) -> Card:
    """Everything that the new owner has to know before the first word, on one screen."""
    doors, done = open_doors(history, today), not_again(history)
    facts = [
        ("Came from", _came(came, today)),
        ("They owe", owed(history, Side.theirs, today)),
        ("We owe", owed(history, Side.ours, today)),
        ("Next", next_step(history, now, today)),
        ("Temperature", f"{now.temperature}: {now.temperature_why}"),
        ("Open doors", "; ".join(doors)),
        (
            "Not again",
            "; ".join(
                f"{what} (asked {written(on, today)})" if what.endswith("?") else f"{what} ({written(on, today)})"
                for on, what in done
            ),
        ),
        ("Reach", reach(history, at, today)),
    ]
    said: list[Block] = list(quotes(history, today)) or [Text("No words of theirs are on record.")]
    promised = inherited(history)
    blocks = [*said, Facts(tuple((name, value) for name, value in facts if value))]
    if promised:
        blocks.append(
            Text(f"{people(list(promised))} gave our word there: keep it, or say early that it changes.", Tone.quiet)
        )
    id_ = history.deal.id
    buttons = (Button(WHAT_TO_SAY, f"words {id_}", primary=True), Button("Prep", f"prep {id_}"), Button("Log a call", f"log {id_}"), Button(OPEN_DEAL, f"where {id_}"))  # fmt: skip
    return Card(f"Handover: {deal_and_contact(history)}", (*blocks, Buttons(buttons)))


def packs_card(waiting: Sequence[History], policy: Policy, today: date) -> Card:
    if not waiting:
        return Card("", (Text("Nothing that came from a colleague waits to be read."),))
    shown = waiting[: policy.digest_lines]
    lines: list[Block] = [_waits(history, today) for history in shown]
    left = len(waiting) - len(shown)
    more = [Text(f"{counted(left).capitalize()} more: pack Acme, by name.", Tone.quiet)] if left else []
    return Card(f"From colleagues, and not spoken with since: {len(waiting)}", (*lines, *more))


def _waits(history: History, today: date) -> Line:
    name = deal_and_contact(history)
    came = handed_to(history)
    return Line(f"{name}: {_came(came, today)}", buttons=(Button("Pack", f"pack {history.deal.id}", about=name),))


def _came(came: Decision | None, today: date) -> str:
    if came is None:
        return ""
    name, why = giver(came)
    return f"{name}, {written(came.on, today)}{f': {why}' if why else ''}"


def _kinds(book: Book) -> str:
    told = [(book.open, "open"), (book.asleep, "asleep"), (book.over, "closed")]
    return ", ".join(f"{number} {what}" for number, what in told if number)


def _named(labels: Sequence[str], count: int) -> str:
    if not labels:
        return ""
    more = [f"{count - len(labels)} more"] if count > len(labels) else []
    return f": {people([*labels, *more])}"


def _owing(owing: Owing | None) -> str:
    if owing is None or not owing.open:
        return "nothing"
    behind = f", {counted(owing.late)} late" if owing.late else ""
    return f"{counted(owing.open)} promise{'' if owing.open == 1 else 's'}{behind}"


def _seen(told: Preview) -> str:
    """Who reads them afterwards, and who no longer does."""
    gone = "you" if told.is_own else told.owner.first_name
    keeps = told.keeps  # who leads sees on
    return f"{people(list(told.seeing))}; {gone} {'as before' if keeps else 'no longer'}"
