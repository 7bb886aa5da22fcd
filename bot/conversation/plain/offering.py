"""A line that was typed without its command: logged at once where neither its deal nor what it tells is a guess; else kept, and asked about."""

import re
from dataclasses import replace

from bot.cards import Reply
from bot.commands import command_from, misspelt
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import (
    ask_which,
    meant,
    mention,
    moved_in,
    name_at_start,
    named_in,
    narrowed,
    surely_in,
    told_of_each,
)
from bot.conversation.logs.addresses import told_address
from bot.conversation.logs.again import record_once
from bot.conversation.logs.alike import which_of_them
from bot.conversation.logs.labels import labelled
from bot.conversation.logs.lines import told_of
from bot.conversation.logs.whose import who_and_rest, whose_was_it
from bot.conversation.plain import last
from bot.conversation.settling import moving
from bot.model import Deal, Outcome, Result, first_name
from bot.playbook.results import is_same_person
from bot.reading.line.callreading import CallReading
from bot.reading.mentioned.eachown import OfEach
from bot.reading.mentioned.whose import Whose
from bot.reading.plain.certain import is_definite, is_doubtful, is_told
from bot.views.asking import log_it
from bot.views.would_keep import would_keep

_A_SENTENCE = 4  # words
_SAYS_SOMETHING = 2  # words behind a name
_A_NAME = 2  # words


def offer(exchange: Exchange, text: str) -> Reply | None:
    """A line that begins with a deal's name and says something."""
    moved = moved_in(exchange, text)
    if moved:
        return _offered_where_they_are(exchange, text, moved)
    each = told_of_each(exchange, text)
    if each:
        return _offered_of_each(exchange, text, each)
    whole = labelled(exchange, text)
    if whole and whole[1]:
        return offered(exchange, int(whole[0]), text)
    who, rest = who_and_rest(exchange, text)
    match = meant(exchange, who)
    if match.sure and not rest and len(named := name_at_start(exchange, text)) < len(text):
        rest = text[len(named) :] if named and len(text[len(named) :].split()) >= _SAYS_SOMETHING else ""
    if not (rest and match.sure):
        return None
    other = _named_behind(exchange, text, match.ids[0], who)
    if other:
        return offered(exchange, other, f"{other}: {text}")
    one = which_of_them(exchange, match.ids[0], who, text)
    return one if isinstance(one, Reply) else offered(exchange, one, text)


def _offered_where_they_are(exchange: Exchange, text: str, moved: Whose) -> Reply:
    """Who has moved is logged where they are now; which that is is asked where the line leaves it open."""
    if moved.sure:
        return offered(exchange, moved.ids[0], text)
    return whose_was_it(exchange, drafting.keep(exchange, {"line": text}), moved.ids, text)


def _named_behind(exchange: Exchange, text: str, deal_id: int, who: str) -> int | None:
    """ "Machine at Ingvild's is broken" is hers, though another deal is called so: what a title says comes behind who is named."""
    about, deal = named_in(exchange, text), exchange.deal(deal_id)
    is_other = deal and about.sure and not about.is_mistyped and deal_id not in about.ids
    return about.ids[0] if is_other and deal and last.is_of_title(exchange, deal, who) else None


def offer_named(exchange: Exchange, text: str) -> Reply | None:
    """A short line that names a deal, by itself or by a contact."""
    deal, _ = last.named_in(exchange, text)
    return offered(exchange, deal.id, f"{deal.id}: {text}") if deal else None


def offer_ambiguous(exchange: Exchange, text: str) -> Reply | None:
    """ "called priya, she wants a quote" where two are called so: which one is asked, and the words are kept for it."""
    about = named_in(exchange, text) if len(text.split()) >= _A_SENTENCE else None
    if about is None or about.sure or not about.ids or not about.people:
        return None
    who, ids = first_name(about.people[0]), narrowed(exchange, text, about.ids)  # as each of them is called
    if len(ids) == 1:
        return offered(exchange, ids[0], f"{ids[0]}: {text}")
    draft = drafting.keep(exchange, {"line": f"{who}: {text}", "typed": text})
    return ask_which(exchange, who, ids, lambda id_: f"resume {draft} {id_}", f"resume {draft} new")


def offer_mentioned(exchange: Exchange, text: str) -> Reply | None:
    """A sentence in which one deal is named: "I just spoke to Jory at Tamar"."""
    deal_id = _named_once(exchange, text) if len(text.split()) >= _A_SENTENCE else None
    return offered(exchange, deal_id, f"{deal_id}: {text}") if deal_id else None


def _named_once(exchange: Exchange, text: str) -> int | None:
    about = named_in(exchange, text)
    meant_there = about.ids[0] if about.sure and not about.is_mistyped else None
    named = mention(exchange, text)
    return meant_there if named not in about.ids and meant_there else named or meant_there


def _offered_of_each(exchange: Exchange, text: str, each: OfEach) -> Reply:
    """One press logs what is told of each; where it is open of whom a clause is, that is asked."""
    deals = [deal for id_ in each.told if (deal := exchange.deal(id_))]
    if each.is_open:
        draft = drafting.keep(exchange, {"deals": [deal.id for deal in deals], "line": text, "typed": text})
        return whose_was_it(exchange, draft, list(each.told), text, "That names several deals.")
    draft = drafting.keep(exchange, {"line": text, "typed": text})
    return log_it(" and ".join(deal.full_label for deal in deals), f"resume {draft}", f"resume {draft} drop")


def offered(exchange: Exchange, deal_id: int, line: str) -> Reply:
    """Logged at once where neither the deal nor what is told is a guess; else kept, and asked about."""
    deal = exchange.history(deal_id).deal
    typed = line.removeprefix(f"{deal.id}: ")
    answered = told_address(exchange, deal, line, typed) or logged_surely(exchange, deal, line, typed)
    if answered:
        return answered
    draft = drafting.keep(exchange, {"line": line, "typed": typed})
    told = told_of(exchange, deal, line)
    moves = moving(exchange.history(deal.id), told, exchange.told_on) if isinstance(told, CallReading) else ()
    keeps = would_keep(told, exchange.today, [(promise, move.day) for promise, move in moves])
    return log_it(deal.full_label, f"resume {draft} {deal.id}", f"resume {draft} drop", keeps)


def logged_surely(exchange: Exchange, deal: Deal, line: str, typed: str, *, is_sent: bool = False) -> Reply | None:
    """What `logcall` would keep, where a colleague would not ask.

    `is_sent`: something of ours went to them, which alone is a message and no talk (S4).
    """
    is_own = deal.owner_id in {exchange.member.id, *exchange.covered} and not _names_colleague(exchange, typed)
    if (
        not (is_own and is_told(typed))
        or surely_in(exchange, typed) != deal.id
        or _may_be_a_slip(exchange, deal, typed)
    ):
        return None
    told = told_of(exchange, deal, line)
    if not isinstance(told, CallReading):
        return None
    if is_sent and not is_definite(told, typed):
        told = replace(told, outcome=Outcome.left_message, result=Result.attempt)
    is_guess = not is_definite(told, typed) or is_doubtful(told) or _names_somebody_new(exchange, deal, told)
    return None if is_guess else record_once(exchange, deal, told, line)


def _names_colleague(exchange: Exchange, typed: str) -> bool:
    """It may be written to one of them, or of what they did."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", typed)}
    return any(first_name(name).casefold() in words for name in exchange.colleagues_in(typed))


def _names_somebody_new(exchange: Exchange, deal: Deal, told: CallReading) -> bool:
    """Beside whom we know there: it may be a word that is no name. Who takes over from somebody there is told as new."""
    people = exchange.people_of(deal)
    if told.successor and told.successor.name == told.contact:
        return False
    return bool(told.contact and people) and not any(is_same_person(told.contact, name) for name in people)


def _may_be_a_slip(exchange: Exchange, deal: Deal, typed: str) -> bool:
    """Whether a command was meant, unless the line begins with whom it is about."""
    line = misspelt(typed)
    begins = " ".join(typed.split()[:_A_NAME])
    return bool(line) and is_whole(exchange, line) and surely_in(exchange, begins) != deal.id


def is_whole(exchange: Exchange, line: str) -> bool:
    """Whether the command that was probably mistyped names nobody, or a deal: "next from Sara he can't …" is none."""
    who = getattr(command_from(line), "who", "")
    return not who or meant(exchange, who).sure
