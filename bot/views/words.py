"""Words for a touch: every channel as text to copy, with what is still missing (S53, S10)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.cards import Block, Button, Buttons, Card, Draft, Text, Tone
from bot.days import written
from bot.model import History, Policy, first_name
from bot.playbook.circumstances import SAD, Circumstance
from bot.playbook.deciding import reserved
from bot.playbook.facts import Facts
from bot.playbook.holds import absence_of
from bot.playbook.questions import question_for_them
from bot.playbook.results import last_note
from bot.playbook.tact import hint
from bot.playbook.wording import Words, has_substance
from bot.views.effort import spent_since
from bot.views.naming import deal_and_contact, note_line, people, promise_line, shortened

_NAMED = 3
_ALL_WORN = (
    "Each text that I have for this holds a phrase that is on the wall: type wall to see yours. The record is in prep."
)


def words_card(
    history: History, facts: Facts, drafts: Sequence[Words], today: date, before_the_last: Sequence[Text | Buttons] = ()
) -> Card:
    blocks: list[Block] = [Draft(draft.channel, draft.text, draft.subject) for draft in drafts]
    blocks[1:1] = before_the_last if drafts else ()
    if drafts:
        blocks += _what_is_new(facts)
    else:
        blocks += [Text(_ALL_WORN)] if has_substance(facts) else _nothing_to_say(history, today)
    blocks += [Text(remark) for remark in _remarks(history, facts, today)]
    if facts.their is None and _raw_promise(history):
        blocks.append(Text(f"Put this into your own words before you use it: {_raw_promise(history)}"))
    if facts.said_on:
        whose = f"{facts.said_to}'s" if facts.said_to else "your"
        blocks.append(Text(f"Rests on {whose} log of {written(facts.said_on, today)}.", Tone.quiet))
    deal_id = history.deal.id
    sent = (f"done {deal_id} definitive", "I sent it") if before_the_last and drafts else (f"done {deal_id}", "Done")
    blocks.append(Buttons((Button(sent[1], sent[0], primary=True), Button("Log a call", f"log {deal_id}"))))
    return Card(f"Words for {deal_and_contact(history)}", tuple(blocks))


def _nothing_to_say(history: History, today: date) -> Iterator[Text]:
    yield Text(_why_nothing(history, today))
    note = last_note(history)
    if note:
        yield Text(note_line(history, note, today), Tone.noted)
    question = question_for_them(history, today)
    if question:
        yield Text(f"Ask them, and log the answer: {question}")


def _why_nothing(history: History, today: date) -> str:
    """Words of theirs may well be on record, and be no sentence that one says back: a price, a yes."""
    told = next((touch for touch in reversed(history.touches) if touch.said), None)
    if told is None:
        return "Nothing of theirs is on record yet, so there is nothing honest to continue."
    by = f"{first_name(told.contact) or 'They'} on {written(told.on, today)}"
    return f"On record of theirs is “{shortened(told.said)}” ({by}): too little to be said back to them as it stands."


def _what_is_new(facts: Facts) -> Iterator[Text]:
    """What the texts bring that they do not know yet, or that nothing is there (S10)."""
    if facts.thing and not facts.is_owed:
        item = f"New, from your team's shelf: “{facts.thing.text}”."
        yield Text(f"{item} Once you log the touch it is not proposed here again.")
    elif not facts.new:
        yield Text("Nothing new to bring is on record. What would be worth their time: a figure, a case, an answer?")


def definitive_remarks(
    history: History, waited: Sequence[str], policy: Policy, today: date
) -> tuple[Text | Buttons, ...]:
    """What the silence has cost, what waited (H39), and whether anything is really held for them (H42)."""
    label, kept = history.deal.label, reserved(history, today)
    more = [f"{len(waited) - _NAMED} more"] if len(waited) > _NAMED else []
    verb = "has" if len(waited) == 1 else "have"
    others = f" Meanwhile {people([*waited[:_NAMED], *more])} {verb} waited." if waited else ""
    cost = Text(f"{spent_since(history, policy, today)}.{others} It goes out once; any answer is a good one.")
    if kept is None or kept.until_on is None:
        example = f"hold {label}: the June slot until {written(today + timedelta(days=14), today)[4:]}"
        return cost, Text(
            f"Is anything really held for them, and until when? Then: {example}. If not, nothing is said of it."
        )
    held = Text(f"You hold {kept.reason} for them until {written(kept.until_on, today)}. Is that still so?")
    return cost, held, Buttons((Button("It is released", f"hold {history.deal.id} none", about=label),))


def _remarks(history: History, facts: Facts, today: date) -> list[str]:
    """What the rep should do before saying any of it."""
    back_on = absence_of(history, today)
    said = []
    if back_on:
        said.append(f"They are away until {written(back_on, today)}: keep these for that day.")
    if facts.is_owed and facts.ours:
        colleague = history.colleagues.get(facts.ours.member_id)
        lead = f"{colleague} promised them, and it is still open" if colleague else "You still owe them"
        said.append(f"{lead}: {promise_line(facts.ours, today)}. Do that first.")
    return said


def tactful_card(history: History, told: Circumstance, drafts: Sequence[Words], today: date) -> Card:
    """Something has befallen them: what to do about it comes first, and no text sells anything."""
    deal_id = history.deal.id
    blocks: list[Block] = [Text(hint(told), Tone.strong), *(Draft(d.channel, d.text, d.subject) for d in drafts)]
    if told.kind in SAD:
        if drafts:
            blocks.append(Text("Send it only if they told you themselves, or told you through somebody."))
        waits = (
            Button("In 2 weeks", f"later {deal_id} in 2 weeks"),
            Button("In a month", f"later {deal_id} in 1 month"),
        )
        blocks.append(Buttons((*waits, Button("Log a call", f"log {deal_id}"))))
    else:
        name = Button("Name the new contact", f"deal contact {deal_id}", primary=True)
        blocks.append(Buttons((name, Button("Log a call", f"log {deal_id}"))))
    blocks.append(Text(f"Rests on the log of {written(told.on, today)}.", Tone.quiet))
    return Card(f"Words for {deal_and_contact(history)}", tuple(blocks))


def _raw_promise(history: History) -> str:
    theirs = [p.text for p in history.commitments if p.side.value == "theirs" and p.state.value == "open"]
    return theirs[0] if theirs else ""
