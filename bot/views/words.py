"""Words for a touch: every channel as text to copy, with what is still missing (S53, S10)."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Draft, Text, Tone
from bot.days import written
from bot.model import History
from bot.playbook.drafts import Words
from bot.playbook.facts import Facts
from bot.playbook.questions import question_for_them
from bot.views.naming import deal_and_contact


def words_card(history: History, facts: Facts, drafts: Sequence[Words], today: date) -> Card:
    blocks: list[Block] = [Draft(draft.channel, draft.text, draft.subject) for draft in drafts]
    if not drafts:
        blocks.append(Text("Nothing of theirs is on record yet, so there is nothing honest to continue."))
        blocks.append(Text(f"Ask them, and log the answer: {question_for_them(history)}"))
    elif not facts.new:
        blocks.append(
            Text("Nothing new to bring is on record. What would be worth their time: a figure, a case, an answer?")
        )
    if facts.their is None and _raw_promise(history):
        blocks.append(Text(f"Put this into your own words before you use it: {_raw_promise(history)}"))
    if facts.said_on:
        blocks.append(Text(f"Rests on your log of {written(facts.said_on, today)}.", Tone.quiet))
    deal_id = history.deal.id
    blocks.append(Buttons((Button("Done", f"done {deal_id}", primary=True), Button("Log a call", f"log {deal_id}"))))
    return Card(f"Words for {deal_and_contact(history)}", tuple(blocks))


def _raw_promise(history: History) -> str:
    theirs = [p.text for p in history.commitments if p.side.value == "theirs" and p.state.value == "open"]
    return theirs[0] if theirs else ""
