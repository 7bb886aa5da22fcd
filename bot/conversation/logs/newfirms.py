"""A line of a company that nobody knows yet: a deal is offered by the company's name, never by a sentence, and the line is kept."""

from bot.cards import Button, Reply
from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import ask_which, meant, named_in
from bot.conversation.logs.alike import which_of_them
from bot.conversation.logs.whose import another_firm, deal_or_question
from bot.model import Deal
from bot.reading.mentioned.headings import firm_before
from bot.views.asking import note
from bot.views.naming import shortened


def of_whom(exchange: Exchange, who: str, text: str) -> Deal | Reply:
    """The deal of a call line, of which `who` was read; or the question, behind which the line is kept."""
    other = another_firm(exchange, text)
    if other:
        return theirs_or_new(exchange, other, text)
    is_name = number_from(who) is not None or bool(meant(exchange, who).ids or firm_before(who))
    if not is_name:
        return unnamed(exchange, text)
    found = deal_or_question(exchange, who, {"line": text})
    return found if isinstance(found, Reply) else _one_of_them(exchange, found, who, text)


def _one_of_them(exchange: Exchange, deal: Deal, who: str, text: str) -> Deal | Reply:
    meant_there = which_of_them(exchange, deal.id, who, text)
    return meant_there if isinstance(meant_there, Reply) else exchange.deal(meant_there) or deal


def theirs_or_new(exchange: Exchange, firm: str, text: str) -> Reply:
    """ "Dana at Nowhere Corp", where Dana is known at Acme: hers, or a new one."""
    draft = drafting.keep(exchange, {"line": text})
    return ask_which(
        exchange, firm, named_in(exchange, text).ids, lambda id_: f"resume {draft} {id_}", f"resume {draft} new"
    )


def unnamed(exchange: Exchange, text: str) -> Reply:
    """Whose it was is asked, and the line is kept."""
    draft = drafting.keep(exchange, {"deals": [], "line": text})
    return note(
        f"Whose was it? I found no deal's name in it. Your line is kept; type the name first: logcall Acme: {shortened(text)}",
        Button("My deals", "deals"),
        Button("Drop it", f"resume {draft} drop"),
    )
