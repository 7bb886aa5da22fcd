"""What a team has of its own: the shelf of new things, the wall of worn phrases, and openers it wrote."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.cards import Block, Button, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Deal, House, HousePhrase, Novelty, ShelfItem, Trade, first_name
from bot.playbook.house import FACTS, NAMES, has_begun, is_over
from bot.playbook.worn import WornPhrase
from bot.reading.calendar.datewords import DateReading
from bot.views.asking import note
from bot.views.naming import counted, people, shortened

EXAMPLE = "shelf case study: how Harbour cut mis-picks by a third"
PROPOSED = "It is proposed once for each deal that has nothing newer, from its first day until its last."
USED_WHERE = "It takes turns with mine wherever its facts are on record."
SLOTS = ", ".join(f"“{{{slot}}}”" for slot in (*NAMES, *FACTS))
SEE_SHELF = (Button("The shelf", "shelf"),)
SEE_WALL = (Button("The wall", "wall"),)
_KINDS = {Novelty.case: "case", Novelty.event: "event", Novelty.price: "price", Novelty.news: "news"}


def thing(kind: Novelty, text: str, first_on: date | None, until_on: date | None, today: date) -> str:
    """ "price, new seat price, from Mon 1 June until Tue 30 June"."""
    first = f"from {written(first_on, today)}" if first_on else ""
    last = (
        f"{'on' if kind is Novelty.event and not first_on else 'until'} {written(until_on, today)}" if until_on else ""
    )
    days = " ".join(filter(None, (first, last)))
    return f"{_KINDS[kind]}, “{text}”{f', {days}' if days else ''}"


def shelf_card(items: Sequence[ShelfItem], names: Mapping[int, str], mine: Collection[int], today: date) -> Card:
    """`mine` are the things that the member may take off."""
    if not items:
        return Card(
            "The shelf is empty", (Text("Put a new thing there, and it is proposed to each deal once:"), Text(EXAMPLE))
        )
    there = [item for item in items if not is_over(item, today)]
    over = [item for item in items if is_over(item, today)]
    blocks: list[Block] = [_on_shelf(item, names, mine, today) for item in there]
    if over:
        blocks.append(Text("Over", Tone.strong))
        blocks += [_on_shelf(item, names, mine, today) for item in over]
    return Card(f"On the shelf: {counted(len(there)) if there else 'nothing that is not over'}", tuple(blocks))


def _on_shelf(item: ShelfItem, names: Mapping[int, str], mine: Collection[int], today: date) -> Line:
    said = thing(item.kind, item.text, item.first_on, item.until_on, today)
    waits = "" if has_begun(item, today) else "; waits until then"
    take_off = (Button("Take off", f"shelf drop {item.id}", about=item.text),) if item.id in mine else ()
    return Line(f"No. {item.id}: {said}{waits}. {_who(item.member_id, item.on, names, today)}", buttons=take_off)


def _who(member_id: int, on: date, names: Mapping[int, str], today: date) -> str:
    return f"{first_name(names.get(member_id, ''), 'A colleague')}, {written(on, today)}"


def which_kind(text: str) -> Reply:
    return note(
        f"Say what it is, then a colon: {EXAMPLE}. It may be a case, an event, a price or news.",
        title=f"What is “{shortened(text)}”?",
    )


def which_day(day: DateReading, before: str, after: str, today: date) -> Reply:
    """A day that is not clear is asked; one that is none is said."""
    if not day.choices:
        return note(day.problem or f"I can't read “{day.text}” as a day.")
    buttons = [Button(written(choice, today), f"shelf {before}{choice.isoformat()}{after}") for choice in day.choices]
    return note(f"Which day is “{day.text}”?", *buttons)


def brought_up(item: ShelfItem, deal: Deal) -> tuple[str, Button]:
    """What the touch is taken to have brought, and the way to say that it did not."""
    text = f"The {_KINDS[item.kind]} “{item.text}” counts as brought up there, and is not proposed again."
    return text, Button("I did not use it", f"shelf not {item.id} {deal.id}", about=item.text)


def perhaps_brought(item: ShelfItem, deal: Deal) -> tuple[str, Button]:
    """No list or words of the day before held it: whether it was brought up is for who spoke to say."""
    text = f"New on your shelf, if you told them of it: the {_KINDS[item.kind]} “{item.text}”."
    return text, Button("I brought it up", f"shelf brought {item.id} {deal.id}", about=item.text)


def wall_card(
    house: House, names: Mapping[int, str], today: date, *, leads: bool, worn: Sequence[WornPhrase] = ()
) -> Card:
    """`worn`: what our own sentences have said too often this week."""
    blocks: list[Block] = []
    if house.banned:
        blocks.append(Text("Phrases", Tone.strong))
        blocks += [_on_wall(one, "Allow", f"wall allow {one.text}", names, today, leads=leads) for one in house.banned]
    if house.openers:
        blocks.append(Text("Openers", Tone.strong))
        blocks += [_on_wall(one, "Drop", f"wall drop {one.id}", names, today, leads=leads) for one in house.openers]
    if house.trade:
        blocks.append(
            Text(f"What you sell: {house.trade.text}. {_who(house.trade.member_id, house.trade.on, names, today)}")
        )
    if not blocks:
        blocks.append(Text("Your team has nothing of its own on the wall yet: no phrase, no opener."))
    if worn:
        blocks.append(Text("Worn by our own use this week", Tone.strong))
        blocks += [_worn(one) for one in worn]
    how = "To add: wall ban deep dive, or wall opener and a sentence." if leads else "Who leads you adds to it."
    blocks.append(Text(f"The phrases that everybody is tired of are kept out anyway. {how}", Tone.quiet))
    return Card("Your team's wall", tuple(blocks))


def _worn(one: WornPhrase) -> Line:
    said = f"“{one.phrase}”: in {one.times} of {one.of} sentences that lists proposed"
    return Line(said, buttons=(Button("Ban", f"wall ban {one.phrase}", about=one.phrase),))


def _on_wall(one: HousePhrase, label: str, command: str, names: Mapping[int, str], today: date, *, leads: bool) -> Line:
    buttons = (Button(label, command, about=one.text),) if leads else ()
    return Line(f"No. {one.id}: “{one.text}”. {_who(one.member_id, one.on, names, today)}", buttons=buttons)


KEPT_IN_THESE_WORDS = (
    "What a hold is called in the yes-or-no message follows it; nothing is said to be held without one."
)


def which_trade(typed: str, now: Trade | None) -> Reply:
    """What a team may sell, with what it is now."""
    unknown = f"I have no words of their own for “{typed[:40]}”. " if typed else ""
    is_now = f"Your team sells {now.value}. " if now else "Your team's words fit anything. "
    choices = (*Trade, "none")
    return note(
        f"{unknown}{is_now}Which fits best?", *(Button(one.capitalize(), f"wall sells {one}") for one in choices)
    )


def banned(openers: int, things: int) -> str:
    held = [
        f"{counted(count)} {word}{'s' if count > 1 else ''}"
        for count, word in ((openers, "opener"), (things, "thing"))
        if count
    ]
    rest = (
        f" {people(held).capitalize()} of your own held it and {'rest' if openers + things > 1 else 'rests'} now."
        if held
        else ""
    )
    return f"No text that I propose holds it any more, and check names it.{rest}"


def for_who_leads(names: Sequence[str]) -> str:
    return f"The wall is changed by who leads: {people(list(names))}." if names else "The wall is changed by who leads."
