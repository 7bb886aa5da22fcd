"""The cliché wall's answer: what is worn, what to write instead; never just "no" (S35)."""

from collections.abc import Sequence

from bot.cards import Block, Button, Buttons, Card, Draft, Line, Text
from bot.model import Deal
from bot.playbook.cliches import Hit
from bot.playbook.wording import Words
from bot.views.naming import counted


def check_card(hits: Sequence[Hit], instead: Words | None, deal: Deal | None) -> Card:
    if not hits:
        return Card(
            "Nothing worn in it", (Text("Does it name something of theirs, and end with a question or a date?"),)
        )
    blocks: list[Block] = [Line(f"“{hit.found}”{_weight(hit)}", say=f"Instead: {hit.cliche.repair}") for hit in hits]
    if instead and deal:
        blocks.append(Draft(f"From what {deal.label} told you", instead.text, instead.subject))
    else:
        blocks.append(Text("Begin the text with the deal and I write it from what they told you: check Acme: …"))
    if deal:
        blocks.append(Buttons((Button("Words for phone and voicemail", f"words {deal.id}"),)))
    count = len(hits)
    return Card(f"{counted(count).capitalize()} worn phrase{'s' if count != 1 else ''}", tuple(blocks))


def _weight(hit: Hit) -> str:
    return "" if hit.cliche.blocks else " (you may keep it)"
