"""A letter to the member, pasted as it came: all that it says is theirs, "I" and "we" as well. It is kept, and offered as what they wrote."""

from bot.cards import Button, Reply
from bot.commands import Nonsense
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import named_in
from bot.conversation.logs.whose import REPLY, whose_was_it
from bot.conversation.plain.last import last_deal
from bot.reading.mentioned.whose import Whose
from bot.reading.words.greetings import letter_to, unsigned
from bot.views.asking import note

_A_NAME = 3  # words


def offer_letter(exchange: Exchange, command: Nonsense) -> Reply | None:
    """None when nobody greets the member in it by their name."""
    body = letter_to(command.text, exchange.member.first_name) if command.alone else ""
    if not body:
        return None
    signature = unsigned(command.text)[1].replace("\n", ", ")
    about, last = named_in(exchange, signature or command.text), last_deal(exchange)
    ids = about.ids or ((last.id,) if last and not signature else ())
    by = _signed_by(signature, about) if signature else ""
    draft = drafting.keep(exchange, {"line": body, "typed": command.text, "word": REPLY, "deals": list(ids), "by": by})
    if not about.sure:
        return whose_was_it(exchange, draft, ids, body, "A letter to you.", word=REPLY)
    deal = exchange.history(ids[0]).deal
    yes = Button("Yes, log it", f"resume {draft} {deal.id}", primary=True)
    return note(f"Did {deal.full_label} write that?", yes, Button("No", f"resume {draft}"))


def _signed_by(signature: str, about: Whose) -> str:
    """Who is known there by the signature, else whoever signs in its first line; a firm alone is nobody."""
    name = signature.partition(",")[0].strip()
    is_firm = about.sure and not about.people and not about.rest.casefold().startswith(name.casefold())
    return about.people[0] if about.people else "" if is_firm or len(name.split()) > _A_NAME else name
