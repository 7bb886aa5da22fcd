"""A question is answered from what is on record, or not at all: it is never logged, nor offered as a call."""

import re

from bot.cards import Reply
from bot.commands.deals import Where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import ask_which, named_in
from bot.conversation.plain import last
from bot.conversation.where import where
from bot.model import first_name
from bot.reading.plain.questions import asks_of, is_question, may_ask

_OF_THE_LAST = re.compile(r"\b(?:it|that|she|he|they|her|him|them)\b", re.IGNORECASE)

_WHOSE = re.compile(r"(?<=\w)['’]s\b")  # "who is Eva's boss"


def is_asked(exchange: Exchange, line: str) -> bool:
    if is_question(line):
        return True
    if not may_ask(line):
        return False
    deal, name = last.named_in(exchange, line)
    people = (
        *named_in(exchange, line).people,
        *exchange.members_in(line).values(),
    )  # "did Tom call Acme" is of a colleague
    names = (name, deal.company if deal else "", *people, *map(first_name, people))
    return any(asks_of(line, one) for one in dict.fromkeys(names))


def answered(exchange: Exchange, line: str) -> Reply | None:
    """The facts of the deal that it names, or that was spoken of last; of several which one is asked."""
    line = _WHOSE.sub("", line)
    deal, _ = last.named_in(exchange, line)
    about = named_in(exchange, line)
    if deal is None and about.people and not about.sure:
        return ask_which(exchange, first_name(about.people[0]), about.ids, lambda id_: f"where {id_}")
    deal = deal or (last.last_deal(exchange) if _OF_THE_LAST.search(line) else None)
    return where(exchange, Where(str(deal.id), question=line)) if deal else None
