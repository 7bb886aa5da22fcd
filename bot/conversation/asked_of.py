"""Whom a question about one deal is about: the customer, or one of the team, whose doings alone answer it then."""

import re
from dataclasses import replace

from bot.conversation.exchange import Exchange
from bot.model import History, first_name, is_former
from bot.reading.plain.yesno import YesNo, yes_or_no

_ASKS = r"^(?P<asks>(?:(?:so|and|hey|ok|hi)[\s,]+)*(?:did|has|have)\s+)"
_asks = re.compile(_ASKS, re.IGNORECASE).match


def asked_of(exchange: Exchange, history: History, question: str) -> tuple[YesNo | None, History]:
    """What is asked, and the history that answers it: "did Tom call Acme?" is answered by Tom's calls alone."""
    there = {first_name(person.name).casefold() for person in history.contacts}
    for id_, name in exchange.members_in(question).items() if _asks(question) else ():
        called = {name, first_name(name)}
        if is_former(name) or first_name(name).casefold() in there:
            continue
        ours = re.sub(
            rf"{_ASKS}(?:{'|'.join(map(re.escape, called))})\s", r"\g<asks>we ", question, flags=re.IGNORECASE
        )
        if ours != question:
            theirs = tuple(touch for touch in history.touches if touch.member_id == id_)
            return yes_or_no(ours), replace(history, touches=theirs)
    company = history.deal.company or history.deal.title
    return yes_or_no(re.sub(re.escape(company), "they", question, flags=re.IGNORECASE)), history
