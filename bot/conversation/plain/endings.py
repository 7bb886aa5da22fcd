""" "Acme signed", "we lost Acme, too dear": the deal ends as `won` and `lost` end it; what is not sure is asked once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Button, Reply
from bot.commands.deals import Lost, Won
from bot.commands.endings import won as read_won
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, find_deal, meant, name_at_start
from bot.conversation.plain.last import last_deal
from bot.model import Side
from bot.playbook.results import open_promises
from bot.reading.plain.endings import End, Told, told_ending
from bot.views.asking import note

_THE = re.compile(r"^(?:the|our|my)\s+", re.IGNORECASE)
_DEAL = re.compile(r"^(?:['’]s)?\s*(?:deal|account|contract|order|business|one)\b", re.IGNORECASE)
_DEAL_WITH = re.compile(r"^(?:deal|contract|business|order|account)\s+(?:with|at|from|for)\s+", re.IGNORECASE)
_DAY = re.compile(r"^(?:\s*(?:today|yesterday|this (?:morning|week)|just now|at last|finally)\b)+", re.IGNORECASE)
_BECAUSE = re.compile(r"^(?:[\s,:;–-]|(?:because of|because|since|as|over|due to|reason)\b)+", re.IGNORECASE)
_THEM = frozenset(
    {
        "she",
        "he",
        "they",
        "it",
        "them",
        "her",
        "him",
        "that",
        "this",
        "that one",
        "this one",
        "contract",
        "the contract",
        "deal",
        "the deal",
    }
)
_SIGNS = re.compile(r"(?:counter)?sign\b|order\b|send (?:the |a |us |me )*(?:order|po|signed)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:is|are) (?:dead|gone)\b", re.IGNORECASE)
_MOST_IN_BUTTON = 120
_LONGEST_NAME = 3  # words of a name that is not known


def ended(exchange: Exchange, line: str) -> Won | Lost | Reply | None:
    """The command that ends the deal, a question, or None when no deal of theirs is named."""
    told = told_ending(line)
    if told is None:
        return None
    who, rest, sure = _who(exchange, told)
    if not who:
        return _unknown(told, line)
    if _DEAD.search(line) and deal_called(exchange, who) is None:
        return None  # "Dana is dead" is about a person
    match = meant(exchange, who)
    ids = match.ids if match.sure or told.end is not End.won else _that_promised(exchange, match.ids)
    who = str(ids[0]) if len(ids) == 1 else who
    if told.end is End.lost:
        return _lost(exchange, line, who, told.why or _BECAUSE.sub("", rest), sure=sure)
    rest = _DAY.sub("", rest).strip(" ,")
    amount = _amount(rest)
    if rest and not amount:
        return None  # "Acme signed the plan and I send …" is more than an end
    if told.end is End.closed and not amount:
        return _ask(exchange, line, who, "{} is closed: won or lost?", ("Won", f"won {who}"), ("Lost", f"lost {who}"))
    if not sure:
        return _ask(exchange, line, who, "Is {} won?", ("Yes, won", f"won {who} {amount}".strip()))
    return Won(who, amount)


def _that_promised(exchange: Exchange, ids: Sequence[int]) -> list[int]:
    """Of several that a name may mean those where a signature or an order was promised."""
    histories = exchange.store.history.many(ids)
    return [id_ for id_, one in histories.items() if any(_SIGNS.match(p.text) for p in open_promises(one, Side.theirs))]


def _unknown(told: Told, line: str) -> Won | Lost | Reply | None:
    """A name that no deal has is said to be unknown; a "she" that nobody was spoken of before is asked."""
    if told.about.casefold() in _THEM:
        return note("Who is that? Begin with the deal: Acme signed, Acme went with a competitor")
    is_name = line.startswith(told.about) and len(told.about.split()) <= _LONGEST_NAME
    if not is_name or not told.sure or told.about.casefold() in {"i", "we", "you", "everybody", "everyone", "nobody"}:
        return None
    return Lost(told.about, told.why) if told.end is End.lost else Won(told.about) if told.end is End.won else None


def lost_and_why(exchange: Exchange, command: Lost) -> Lost:
    """ "lost acme too expensive": what follows the name is why."""
    if command.why or (meant(exchange, command.who).sure and not _rest_of(exchange, command.who)):
        return command
    who, rest = _split(exchange, command.who)
    why = _BECAUSE.sub("", rest).strip(" .!")
    return replace(command, who=who, why=why) if who and why else command


def won_named(exchange: Exchange, command: Won) -> Won:
    """ "won the Acme deal" """
    who, rest = _split(exchange, command.who)
    return replace(command, who=who) if who and not rest else command


def _lost(exchange: Exchange, line: str, who: str, why: str, *, sure: bool) -> Lost | Reply:
    why = why.strip(" .!")
    if sure or len(why) > _MOST_IN_BUTTON:
        return Lost(who, why)
    return _ask(exchange, line, who, "Is {} lost?", ("Yes, lost", f"lost {who}: {why}"))


def _who(exchange: Exchange, told: Told) -> tuple[str, str, bool]:
    """The deal (a name that is known, or a number), what follows it, and whether that is sure."""
    first, _, rest = told.about.partition(" ")
    for them in (told.about, first):
        if them.casefold() in _THEM:
            deal = last_deal(exchange)
            return (str(deal.id), rest if them == first else "", False) if deal else ("", "", False)
    who, rest = _split(exchange, told.about)
    return who, rest, told.sure


def _rest_of(exchange: Exchange, text: str) -> str:
    return _split(exchange, text)[1]


def _split(exchange: Exchange, text: str) -> tuple[str, str]:
    """ "the Acme deal, too dear" -> ("Acme", "too dear")."""
    text = text if name_at_start(exchange, text) else _DEAL_WITH.sub("", _THE.sub("", text))
    named = name_at_start(exchange, text)
    rest = text[len(named) :].strip() if named else ""
    return named, _DEAL.sub("", rest).strip(" ,:;–-")


def _amount(rest: str) -> str:
    read = read_won(f"x {rest}") if rest else None
    return read.amount if isinstance(read, Won) and read.who == "x" else ""


def _ask(exchange: Exchange, line: str, who: str, question: str, *ways: tuple[str, str]) -> Reply:
    """One question; the line itself is kept, and may be a call instead."""
    deal = find_deal(exchange, who, lambda id_: f"{ways[0][1].partition(' ')[0]} {id_}")
    if isinstance(deal, Reply):
        return deal
    draft = drafting.keep(exchange, {"line": line})
    buttons = [Button(text, command, primary=index == 0) for index, (text, command) in enumerate(ways)]
    return note(question.format(deal.label), *buttons, Button("No, log it as a call", f"resume {draft} {deal.id}"))
