"""The cliché wall's answer: what is worn, what to write instead; never just "no" (S35)."""

from collections.abc import Sequence

from bot.cards import Block, Button, Buttons, Card, Draft, Line, Text
from bot.model import Deal
from bot.playbook.cliches import Hit
from bot.playbook.wording import Words
from bot.views.naming import counted, shortened


def check_card(
    hits: Sequence[Hit],
    instead: Words | None,
    deal: Deal | None,
    *,
    unknown: str = "",
    theirs: bool = False,
    ends: bool = False,
) -> Card:
    """`unknown`: what the text begins with, and no deal is called; `theirs`: it names something of theirs; `ends`: it ends with a
    question or a day."""
    if not hits:
        return Card("Nothing worn in it", (Text(_advice(theirs=theirs, ends=ends)),))
    blocks: list[Block] = [Line(f"“{hit.found}”{_weight(hit)}", say=f"Instead: {hit.cliche.repair}") for hit in hits]
    if instead and deal:
        blocks.append(Draft(f"From what {deal.label} told you", instead.text, instead.subject))
    elif deal:
        blocks.append(
            Text(
                f"Nothing that {deal.label} said or promised is on record yet: log the call, and I write it from that."
            )
        )
    elif unknown:
        blocks.append(Text(f"No deal of yours is called “{shortened(unknown)}”, so I have looked at the words alone."))
    else:
        blocks.append(Text("Begin the text with the deal and I write it from what they told you: check Acme: …"))
    if deal:
        blocks.append(Buttons((Button("Words for phone and voicemail", f"words {deal.id}"),)))
    count = len(hits)
    return Card(f"{counted(count).capitalize()} worn phrase{'s' if count != 1 else ''}", tuple(blocks))


def _advice(*, theirs: bool, ends: bool) -> str:
    if theirs and ends:
        return "It names something of theirs, and ends with a question or a date: it can go."
    lacks = [
        "name something that they said or have" if not theirs else "",
        "end with a question or a date" if not ends else "",
    ]
    return f"It could still {' and '.join(part for part in lacks if part)}."


def _weight(hit: Hit) -> str:
    return "" if hit.cliche.blocks else " (you may keep it)"
