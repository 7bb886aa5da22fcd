"""Several open deals of one company: a line that names the company alone is asked about, unless something else tells them apart."""

from collections.abc import Sequence

from bot.cards import Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import ask_which, holding, known_deals, narrowed
from bot.model import OPEN_STATES
from bot.reading.mentioned.whose import whose
from bot.reading.names import key, words_of
from bot.store import DealName


def which_of_them(exchange: Exchange, deal_id: int, who: str, text: str) -> int | Reply:
    """The deal that is meant by "Acme", beside "Acme, 10 seats"; or the question, behind which the line is kept."""
    ids = _that_fit(exchange, deal_id, who, text)
    if len(ids) == 1:
        return ids[0]
    draft = drafting.keep(exchange, {"line": text})
    return ask_which(exchange, who, ids, lambda id_: f"resume {draft} {id_}", f"resume {draft} new")


def _that_fit(exchange: Exchange, deal_id: int, who: str, text: str) -> Sequence[int]:
    names = holding(exchange, words_of(who))
    named = next((name for name in names if name.id == deal_id), None)
    if named is None or named.title or key(who) != key(named.company) or named.state not in OPEN_STATES:
        return (deal_id,)
    return fitting(
        exchange, text, [name for name in names if key(name.company) == key(who) and name.state in OPEN_STATES]
    )


def fitting(exchange: Exchange, text: str, same: Sequence[DealName]) -> Sequence[int]:
    """Of several deals of one company those that the line may be of: by a title, or by somebody known there."""
    titled = [name.id for name in same if name.title and f" {key(name.title)} " in f" {key(text)} "]
    return titled or narrowed(exchange, text, [name.id for name in _of_whom_it_names(text, same)])


def _of_whom_it_names(text: str, same: Sequence[DealName]) -> Sequence[DealName]:
    """Those at which somebody is known whom the line names; all of them where it names nobody."""
    theirs = [name for name in same if whose(text, known_deals([name])).people]
    return theirs or same
