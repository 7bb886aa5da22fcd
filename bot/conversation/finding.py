"""Which deal is meant. Two that could be meant always ask; none offers to create it; never by guesswork (C22)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.cards import Reply
from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.apart import told_apart
from bot.conversation.exchange import Exchange
from bot.conversation.gone import gone_deal, not_yours, whose_now
from bot.model import OPEN_STATES, Deal
from bot.reading.mentioned.anywhere import mentioned
from bot.reading.mentioned.eachown import OfEach, of_each
from bot.reading.mentioned.movedto import may_tell_move
from bot.reading.mentioned.seconds import other_end
from bot.reading.mentioned.topics import of_topic
from bot.reading.mentioned.whose import Whose, surely, whose
from bot.reading.names import (
    Known,
    Match,
    first_word_of,
    is_made_of,
    key,
    leading_name,
    match_deal,
    words_of,
)
from bot.store import DealName
from bot.views.asking import Candidate, no_such_deal, not_a_name, nothing_known_of, which_deal

BESIDE = "beside"  # "resume 3 beside": a new deal as "resume 3 new", pressed below those that were shown
_SHOWN = 6
# What begins so is the rest of a sentence, or a person: no company is offered to be made of it.
T = TypeVar("T")
_NO_NAME = re.compile(
    r"^(?:from|to|about|of|with|for|not|never|no|any\w*|nothing|all\s+(?:of|my|the|his|her|their)|every|each|step|next\s+step|mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)
_OF_TWO = 4  # words; with fewer of them nothing is told of two deals


def meant(exchange: Exchange, who: str) -> Match:
    """The deals that a name may mean. Those that hold its words come from the store; all names are read for a typo only,
    and of a view of thousands those like it."""
    likely = sorted(holding(exchange, words_of(who), alike=True), key=lambda name: _likelihood(exchange, name))
    if exchange.sees_many:
        return match_deal(who, known_deals(likely))
    return match_deal(who, known_deals(likely), all_names=lambda: exchange.every_name)


def holding(exchange: Exchange, words: Sequence[str], *, alike: bool = False) -> Sequence[DealName]:
    """Deals that the member sees in whose names each of these words stands; `alike`: of a view of thousands others like them."""
    if not words:
        return ()
    if exchange.sees_many:
        return exchange.store.deals.naming(exchange.member.id, exchange.owners, words, alike=alike)
    return exchange.named_by(words)


def is_called(exchange: Exchange, name: str, beginning: str) -> bool:
    """Whether a deal that the member sees has just this name. Of a view of few it is among those that hold the beginning,
    which is looked up in any case."""
    names = holding(exchange, words_of(name if exchange.sees_many else beginning))
    return any(key(name) in {key(known.company), key(known.full_label)} for known in names)


def _likelihood(exchange: Exchange, name: DealName) -> tuple[bool, bool, int]:
    """What sorts the likeliest first: open, one's own, the newest contact (as the store does)."""
    last = name.last_contact_on
    return name.state not in OPEN_STATES, name.owner_id != exchange.member.id, -last.toordinal() if last else 0


def is_name_alone(exchange: Exchange, text: str) -> bool:
    """Whether a line is nothing but a deal's name, perhaps mistyped: "called Hooli no answer" says more than that."""
    match = meant(exchange, text)
    if not (match.sure or match.begun):
        return False
    known = exchange.store.deals.some_named(exchange.owners, match.ids[:1])[match.ids[0]]
    return is_made_of(text, [known.full_label, *known.contacts, *known.former_names, *known.aliases])


def deal_called(exchange: Exchange, who: str) -> int | None:
    """The one deal whose own name this is, as it was typed; a person's name is none."""
    names = holding(exchange, words_of(who))
    match = match_deal(who, [replace(known, contacts=()) for known in known_deals(names)])
    return match.ids[0] if match.sure else None


def all_known(exchange: Exchange) -> tuple[Known, ...]:
    """Every deal that the member sees, as it may be named."""
    return exchange.once("known", lambda: tuple(known_deals(exchange.named)))


def searched(exchange: Exchange, search: Callable[[str, Sequence[Known]], T], text: str) -> T:
    """What a search for all names finds in a text: a line is asked about by several readers, and searched once."""
    return exchange.once((search, text), lambda: search(text, all_known(exchange)))


def mention(exchange: Exchange, text: str) -> int | None:
    """The one deal that the text speaks of, wherever its name stands; None when there is none, or several."""
    ids = searched(exchange, mentioned, text)
    return ids[0] if len(ids) == 1 else None


def named_in(exchange: Exchange, text: str) -> Whose:
    """Whom a line speaks of, wherever the names stand."""
    return searched(exchange, whose, text)


def narrowed(exchange: Exchange, text: str, ids: Sequence[int]) -> tuple[int, ...]:
    """Of deals that a name may mean those whose topic stands in the line; all of them where none does."""
    some = exchange.store.deals.some_named(exchange.owners, ids)
    fits = of_topic(text, known_deals(some[id_] for id_ in ids if id_ in some))
    return fits or tuple(ids)


def moved_in(exchange: Exchange, text: str) -> Whose | None:
    """Where somebody works now, of a line that tells that they have moved; not sure where it names two places alike."""
    about = named_in(exchange, text) if may_tell_move(text) else None
    return about if about and about.has_moved else None


def told_of_each(exchange: Exchange, text: str) -> OfEach | None:
    """What a line tells of each of several deals; None when it tells of one."""
    if exchange.sees_many or len(text.split()) < _OF_TWO or moved_in(exchange, text):
        return None
    return searched(exchange, of_each, text)


def known_there(exchange: Exchange, deal: Deal) -> Known:
    """The deal as it may be named, with whom we know there."""
    return Known(
        deal.id, deal.company, deal.title, exchange.people_of(deal), tuple(deal.former_names), tuple(deal.aliases)
    )


def surely_in(exchange: Exchange, text: str) -> int | None:
    """The one deal that a line speaks of without doubt."""
    return searched(exchange, surely, text)


def name_at_start(exchange: Exchange, text: str) -> str:
    """The longest run of first words that names a deal, and does not go on as another company's name; else empty."""
    begins, other = _begins(exchange, text)
    return "" if other else begins


def another_at_start(exchange: Exchange, text: str) -> str:
    """ "Alder Foods" of "Alder Foods: sent pricing", where we know Alder Works; else empty."""
    return _begins(exchange, text)[1]


def _begins(exchange: Exchange, text: str) -> tuple[str, str]:
    """With which name of a deal it begins, and which other company's that is only the beginning of."""
    known = known_deals(holding(exchange, first_word_of(text)))
    named = leading_name(text, known)
    ids = match_deal(named, known).ids if named and text.startswith(named) else ()
    return named, text[: other_end(text, 0, len(named), (deal for deal in known if deal.id in ids))]


def split_again(exchange: Exchange, who: str, rest: str) -> tuple[str, str]:
    """Who and the rest anew, when the deal's name goes on into it: "Black" + "Friday Ltd tomorrow"."""
    whole = f"{who} {rest}"
    named = name_at_start(exchange, whole)
    return (named, whole[len(named) :].strip(" ,:")) if len(named) > len(who) else (who, rest)


def find_deal(
    exchange: Exchange, who: str, retry: Callable[[str], str], create: Callable[[], str] | None = None
) -> Deal | Reply:
    """The deal a member means, or the Reply that asks.

    `retry` makes the command for a deal's number, `create` the one that makes a new deal of that name; else the line
    that was typed is kept, and goes on once the deal is there (C16).
    """
    new = create or (lambda: _new(exchange, who))
    number = number_from(who)
    if number is not None:
        deal = exchange.deal(number)
        if deal is not None:
            return _shown(exchange, deal)
    match = meant(exchange, who)
    if match.sure or (match.begun and create is None):
        deal = exchange.deal(match.ids[0])
        if deal is not None:
            return _shown(exchange, deal)
    if not match.ids and (named := _begins(exchange, who)[0]):
        match = Match(meant(exchange, named).ids)  # what follows the name was not understood: asked, never dropped
    if not match.ids and (gone := gone_deal(exchange, who)):
        return whose_now(exchange, gone, create or (lambda: _new(exchange, gone.deal.label)))
    if not match.ids and number is not None:
        exchange.refuse("deal", number)
        return not_yours(exchange, number)
    if not match.ids:
        return _nobody(exchange, who, None if create is None and not exchange.line else new)
    return ask_which(exchange, who, match.ids, retry, new())


def ask_which(exchange: Exchange, who: str, ids: Sequence[int], retry: Callable[[str], str], create: str = "") -> Reply:
    """Several may be meant: which one is asked. Without `create` it can be none but one of them."""
    new = re.sub(r"^(resume \d+) new$", rf"\1 {BESIDE}", create)
    return which_deal(who, _candidates(exchange, ids[:_SHOWN]), retry, new, exchange.today, is_cut=len(ids) > _SHOWN)


def _shown(exchange: Exchange, deal: Deal) -> Deal:
    """What a colleague has is not looked at without a trace."""
    if deal.owner_id != exchange.member.id:
        exchange.store.audit.looked_at("deal", deal.id)
    return told_apart(exchange, deal)


def _nobody(exchange: Exchange, who: str, new: Callable[[], str] | None) -> Reply:
    """No deal is called so: one can be made of it where something was told of it, and not only asked."""
    if _NO_NAME.match(who) or (who.endswith("?") and " " in who):
        return not_a_name(who)
    return no_such_deal(who, new()) if new else nothing_known_of(who, led=bool(exchange.member.manager_id))


def _candidates(exchange: Exchange, ids: Sequence[int]) -> list[Candidate]:
    """What tells these deals apart."""
    by_id = exchange.store.deals.some_named(exchange.owners, ids)
    return [
        Candidate(
            name.id, name.full_label, exchange.names.get(name.owner_id, "nobody"), name.last_contact_on, name.stage,
            name.external_id,
        )
        for name in (by_id[id_] for id_ in ids if id_ in by_id)
    ]  # fmt: skip


def _new(exchange: Exchange, who: str) -> str:
    if not exchange.line:
        return f"new {who}"
    return f"resume {drafting.keep(exchange, {'text': exchange.line, 'who': who})} new"


def known_deals(names: Iterable[DealName]) -> list[Known]:
    return [Known(name.id, name.company, name.title, name.contacts, name.former_names, name.aliases) for name in names]
