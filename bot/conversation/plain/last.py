"""Whom a plain line is about: whatever the member did last ("she", "that"), or the deal that is named in it."""

import re
from enum import IntEnum

from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant, mention, name_at_start, narrowed, searched
from bot.conversation.finding import named_in as whose_is
from bot.model import Act, Deal
from bot.reading.mentioned.mentions import mentions
from bot.reading.naming.called import is_common
from bot.reading.naming.namekeys import key

_LONGEST = 12  # words that are looked at
_ARTICLE = re.compile(r"\b(?:the|an?|my|our|your|his|her|their|its|this|that)\s+$", re.IGNORECASE)


def last_act(exchange: Exchange) -> Act | None:
    """The member's newest act of today."""
    act = exchange.store.acts.last_of(exchange.member.id)
    return act if act and act.at.astimezone(exchange.zone).date() == exchange.today else None


def last_deal(exchange: Exchange) -> Deal | None:
    """The one deal of the member's last act that they may still see."""
    act = exchange.store.acts.last_of(exchange.member.id)
    ids = sorted(exchange.store.acts.deals_of(act.id)) if act else []
    return exchange.deal(ids[0]) if len(ids) == 1 else None


def waiting_or_last(exchange: Exchange) -> Deal | None:
    """Of which the talk is: the deal of the line that waits for its press, else that of the last act."""
    draft = drafting.asked_last(exchange)
    line = str(drafting.read(draft).get("line", "")) if draft else ""
    id_ = number_from(line.partition(":")[0])
    return (exchange.deal(id_) if id_ else named_in(exchange, line)[0]) or last_deal(exchange)


def named_in(exchange: Exchange, text: str) -> tuple[Deal | None, str]:
    """The deal that is named anywhere in a short text, by itself or by a contact, and the name as it was typed.

    Where a name fits several, a word of another deal's title names none of them: "gemma: contract in the post"."""
    several = of_several(exchange, text)
    if several:
        ids = narrowed(exchange, text, several)
        deal = exchange.deal(ids[0]) if len(ids) == 1 else None
        return (deal, person_named(exchange, text)) if deal else (None, "")
    called = _called_in(exchange, text) or _mentioned_in(exchange, text) or (None, "")
    return _instead(exchange, text, called[0]) or called


def _instead(exchange: Exchange, text: str, called: Deal | None) -> tuple[Deal, str] | None:
    """ "Met Dave Hartman at Monday's Diner" is of Dave's deal: of those mentioned, the one that the line is about."""
    if exchange.sees_many or called is None:
        return None
    about, found = whose_is(exchange, text), searched(exchange, mentions, text)
    is_other = about.sure and not about.is_mistyped and called.id not in about.ids
    if not is_other or not any(called.id in one.ids and not one.person for one in found):
        return None
    deal = exchange.deal(about.ids[0])
    named = next(one for one in found if about.ids[0] in one.ids)
    return (deal, text[named.start : named.end]) if deal else None


def of_several(exchange: Exchange, text: str) -> tuple[int, ...]:
    """The deals that a person named in it may mean, where these are more than one; not looked for among thousands."""
    if exchange.sees_many:
        return ()
    about = whose_is(exchange, text)
    return about.ids if len(about.ids) > 1 and about.people and not about.is_mistyped else ()


def person_named(exchange: Exchange, text: str) -> str:
    """The first person who is known in it, as typed."""
    person = next(one for one in searched(exchange, mentions, text) if one.person)
    return text[person.start : person.end]


def _called_in(exchange: Exchange, text: str) -> tuple[Deal, str] | None:
    """Of several: none that may be a plain word ("the second rig"), a company before a person, these before what a title
    says ("floor plan" beside "office floor"), the longest name, the first."""
    called: list[tuple[Deal, str, bool, _Kind]] = []
    for word in list(re.finditer(r"\S+", text))[:_LONGEST]:
        name, before = name_at_start(exchange, text[word.start() :]), text[: word.start()]
        match = meant(exchange, name) if name else None
        deal = exchange.deal(match.ids[0]) if match and match.sure else None
        kind = _kind_of(exchange, deal, name) if deal else _Kind.title
        if deal and not _is_any_word(deal, name, before, kind):
            called.append((deal, name, _may_be_a_word(name, before), kind))
    found = max(called, key=lambda one: (not one[2], one[3], len(one[1].split())), default=None)
    return found[:2] if found else None


class _Kind(IntEnum):
    """What of a deal a name is."""

    title = 0
    person = 1
    company = 2


def _kind_of(exchange: Exchange, deal: Deal, name: str) -> _Kind:
    words, company = {*key(name).split()}, {*key(deal.company).split()}
    if words <= company:
        return _Kind.company
    people = [key(person).split() for person in exchange.people_of(deal)]
    if any(words <= {*person} for person in people):
        return _Kind.person
    is_both = key(name).split()[0] in company and any(words - company <= {*person} for person in people)
    return _Kind.company if is_both else _Kind.title  # "boreal: Paul" names both


def is_of_title(exchange: Exchange, deal: Deal, name: str) -> bool:
    """Whether it is a word of what is sold there, and neither the company nor anybody."""
    return _kind_of(exchange, deal, name) is _Kind.title and number_from(name) is None


def _is_any_word(deal: Deal, name: str, before: str, kind: _Kind) -> bool:
    """ "Friday" of Friday's Catch and "first" of First Choice stand in any line; one word of a title names it at the head alone."""
    if " " in name or key(name) in {key(deal.company), key(deal.title)}:
        return False
    return is_common(name) if kind is not _Kind.title else bool(_ARTICLE.sub("", before).strip())


def _may_be_a_word(name: str, before: str) -> bool:
    return name.islower() and " " not in name and bool(_ARTICLE.search(before))


def _mentioned_in(exchange: Exchange, text: str) -> tuple[Deal, str] | None:
    id_ = mention(exchange, text)
    deal = exchange.deal(id_) if id_ else None
    found = re.search(re.escape(deal.label.partition(" ")[0]), text, re.IGNORECASE) if deal else None
    return (deal, found[0]) if deal and found else None
