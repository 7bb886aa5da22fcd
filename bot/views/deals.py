"""Deals as a list and one by one: who, what, last contact, and what can be changed (H17)."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from bot.cards import Block, Button, Buttons, Card, Facts, Field, FieldKind, File, Form, Line, Reply, Rest, Text, Tone
from bot.days import written
from bot.model import Contact, Deal, DealState, History, Member, Role, Standing, Touch, first_name
from bot.views.alike import each_named, or_type
from bot.views.asking import note
from bot.views.files import csv_file
from bot.views.naming import OPEN_DEAL, OUTCOME_WORDS, counted
from bot.views.spans import list_from

COLUMNS = ("Who", "What", "Last contact")
_RECENT = 6

Row = tuple[str, str, date | None]  # who, what, last contact


def deals_card(
    rows: Sequence[Row], whose: str, asked: str, today: date, *, quiet: bool = False, first: int = 1
) -> Card:
    """The open deals from that line on, the longest silent first. `asked`: the command that asks for them."""
    title = "Open deals, the longest silent first" if quiet else f"{whose} open deals" if whose else "Your open deals"
    if not rows and quiet:
        return Card("Nobody has gone quiet", (Text("With every open deal there was contact lately."),))
    if not rows:
        start = Buttons((Button("Which deals are on your mind?", "start", primary=True),))
        return Card(title, (Text("None yet. Name a few, or log your next call: logcall Acme: what they said"), start))
    shown = tuple((who, what, written(on, today) if on else "none yet") for who, what, on in rows[first - 1 :])
    buttons = Buttons((Button("Keep as a file", f"{asked} export"), Button("What is due?", "followups")))
    return list_from(first, f"{title}: {len(rows)}", COLUMNS, shown, buttons, asked)


def deals_file(rows: Sequence[Row], asked: str, first: int) -> File:
    """Exactly those columns as CSV."""
    told = [(who, what, on.isoformat() if on else "") for who, what, on in rows[first - 1 :]]
    return csv_file("deals.csv", [COLUMNS, *told], Rest(f"{asked} export from", first - 1))


def deal_card(history: History, now: Standing, owner: str, names: Mapping[int, str], today: date, *, own: bool) -> Card:
    """For its owner: what can be changed. For a manager: whose it is, what happened lately, and handing it over."""
    deal = history.deal
    pairs = [
        ("Owner", owner),
        ("Contacts", "; ".join(_contact(person) for person in history.contacts) or "none on record"),
        ("Worth", worth(deal) or "not known"),
        ("Stage in your CRM", deal.stage),
        ("Closes", written(deal.closes_on, today) if deal.closes_on else ""),
        ("Was called", "; ".join(deal.former_names)),
        ("Also found as", "; ".join(deal.aliases)),
        ("State", f"{_STATES[now.state]}{f': {now.why}' if now.why else ''}"),
    ]
    lately = tuple(Line(_touch(touch, names, today, own=own)) for touch in reversed(history.touches[-_RECENT:]))
    blocks: list[Block] = [Facts(tuple((name, value) for name, value in pairs if value))]
    blocks += [Text("Lately", Tone.strong), *lately] if lately else [Text("No call is on record.")]
    return Card(deal.full_label, (*blocks, Buttons(_buttons(deal.id, now, own=own))))


def worth(deal: Deal) -> str:
    """ "12,000 EUR"; empty when it is not known."""
    return amount(deal.value, deal.currency)


def amount(value: str, currency: str) -> str:
    if not value:
        return ""
    whole, _, cents = value.partition(".")
    return f"{int(whole):,}{f'.{cents}' if cents else ''} {currency}".strip()


def one_field(command: str, title: str, hint: str, value: str, typed: str) -> Form:
    """A form of one question, submitted to the command that could be typed."""
    return Form(command, title, (Field("value", title, FieldKind.line, value, hint, required=True),), typed=typed)


def contact_form(deal: Deal, known: Contact | None) -> Form:
    fields = (
        Field("name", "Name", FieldKind.line, known.name if known else "", "Dana Reyes", required=True),
        Field("phone", "Phone", FieldKind.line, known.phone if known else "", "555 0142"),
        Field("zone", "Where they are", FieldKind.line, known.zone if known else "", "New York"),
    )
    typed = f"deal contact {deal.label}: Dana Reyes, 555 0142, New York"
    return Form(f"deal contact {deal.id}", f"Contact at {deal.label}", fields, typed=typed)


def give_to_whom(deal: Deal, members: Sequence[Member], typed: str, because: str) -> Reply:
    """One button a colleague."""
    said = f"Nobody here is called “{typed[:40]}”. " if typed else ""
    buttons = each_named(members, lambda id_: f"deal give {deal.id} {id_}{because}")
    others = or_type(members, f"deal give {deal.label} to NAME{because}")
    return note(f"{said}Who gets {deal.label}?{others}", *buttons)


def seen_by(deal: Deal, owner: Member | None, names: Sequence[str], covering: Sequence[str] = ()) -> str:
    """Names and reasons, the owner first, then who leads whom, then who covers; nobody else reads it."""
    if owner is None:
        return f"{deal.label} has no owner at the moment."
    gone = owner.role is Role.inactive
    chain = (owner.name, *names) if gone else names
    leading = [f"{leader} leads {first_name(led)}'s team" for led, leader in pairwise(chain)]
    leading += [f"{name} covers for {owner.first_name}" for name in covering]
    *before, last = [f"{owner.name} owns it{' and is inactive' if gone else ''}", *leading]
    who = f"{', '.join(before)}, and {last}" if before else last
    seeing = len(names) + len(covering)
    many = {0: "nobody", 1: "one person", 2: "these two"}.get(seeing, f"these {counted(seeing)}")
    return (
        f"{deal.label} is seen by {many}: {who}."
        " They read what was said and promised; nobody else does, unless one of them shares it."
    )


_STATES = {
    DealState.unknown: "nobody knows yet",
    DealState.active: "open",
    DealState.going_dark: "going quiet",
    DealState.definitive_due: "time for a yes, later or no",
    DealState.definitive_sent: "asked for a yes, later or no",
    DealState.let_go_due: "no answer to that question",
    DealState.nurture: "let go",
    DealState.do_not_contact: "not to be contacted",
    DealState.won: "won",
    DealState.lost: "lost",
}


def _buttons(deal_id: int, now: Standing, *, own: bool) -> tuple[Button, ...]:
    closed = now.state in {DealState.won, DealState.lost, DealState.nurture, DealState.do_not_contact}
    first = Button(OPEN_DEAL, f"where {deal_id}", primary=True)
    give = Button("Hand over", f"deal give {deal_id}")
    end = (Button("Reopen", f"reopen {deal_id}"),) if closed else ()
    if not own:
        return (first, give, *end)
    change = (
        Button("Rename", f"deal rename {deal_id}"),
        Button("Value", f"deal value {deal_id}"),
        Button("Contact", f"deal contact {deal_id}"),
    )
    ways = (
        ()
        if closed
        else (Button("Won", f"won {deal_id}"), Button("Lost", f"lost {deal_id}"), Button("Let go", f"let go {deal_id}"))
    )
    return (first, *change, give, *ways, *end)


def _contact(person: Contact) -> str:
    place = person.zone.rpartition("/")[2].replace("_", " ")
    return ", ".join(part for part in (person.name, person.phone, place) if part)


def _touch(touch: Touch, names: Mapping[int, str], today: date, *, own: bool) -> str:
    what = "they got in touch" if touch.inbound else OUTCOME_WORDS[touch.outcome]
    by = "" if own else f" ({first_name(names.get(touch.member_id, ''), 'somebody')})"
    said = f": “{touch.said}”" if touch.said else f": {touch.note}" if touch.note else ""
    return f"{written(touch.on, today)}, {what}{by}{said}"
