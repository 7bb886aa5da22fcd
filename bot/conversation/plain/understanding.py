"""What a plain line means, by the deals and promises that are there."""

import re

from bot.cards import Reply
from bot.commands import Command
from bot.conversation.exchange import Exchange
from bot.conversation.finding import surely_in
from bot.conversation.plain.colleague_away import about_a_colleague
from bot.conversation.plain.correcting import corrected
from bot.conversation.plain.disputing import disputed
from bot.conversation.plain.doings import done_plainly
from bot.conversation.plain.doneby import done_by
from bot.conversation.plain.endings import ended
from bot.conversation.plain.handing import handed_over
from bot.conversation.plain.intending import intended
from bot.conversation.plain.last import named_in, waiting_or_last
from bot.conversation.plain.moving import promise_moved, step_moved, step_moved_by_hours
from bot.conversation.plain.offering import offered
from bot.conversation.plain.reminding import remind
from bot.conversation.plain.thanks import thanked
from bot.conversation.plain.whoitwas import other_person
from bot.conversation.plain.whosemoved import whose_moved
from bot.model import Side
from bot.reading.dates import find_dates
from bot.reading.grammar.clauses import Clause, Kind, clause_of

_LONGEST = 20  # words
_I = re.compile(r"(?:i|we)(?:['’]ll|\s)", re.IGNORECASE)
_OF_THEM = re.compile(
    r"^(?:(?:(?:and|also|plus|oh|btw)[\s,]+)*(?:she|he|they)\s+\S+\s+\S|(?:i|we)\s+(?:just\s+)?(?:sent|shared|emailed|called|rang|spoke|talked|met|promised|told|asked)\s+\S)",
    re.IGNORECASE,
)


def understood(exchange: Exchange, line: str) -> Command | Reply | None:
    """A command, or the answer itself; None when the line is none of these."""
    if not line.strip() or "\n" in line.strip():
        return None
    for read in (
        thanked, done_by, other_person, corrected, remind, intended, about_a_colleague, promise_moved, step_moved, step_moved_by_hours, whose_moved, done_plainly, ended, handed_over, disputed,
    ):  # fmt: skip
        found = read(exchange, line)
        if found is not None:
            return found
    return None


def about_last(exchange: Exchange, line: str) -> Reply | None:
    """ "I called Acme", "I check with the fitter by Tue", or "she wants it by Friday" with nobody named: kept, and offered as a call there."""
    if not (_OF_THEM.match(line) or _we_promise(exchange, line)):
        return None
    named, spoken_of = named_in(exchange, line)[0], waiting_or_last(exchange)
    is_sure = named is not None and surely_in(exchange, line) == named.id
    deal = named if is_sure else spoken_of or named  # "and she wants a compressor" is not about another deal's title
    return offered(exchange, deal.id, f"{deal.id}: {line}") if deal else None


def _we_promise(exchange: Exchange, line: str) -> bool:
    """Whether it is what we will do by a day; without one it may be said to the bot."""
    is_dated = bool(find_dates(line, exchange.today, day_first=exchange.day_first)) and len(line.split()) <= _LONGEST
    return is_dated and "?" not in line and bool(_I.match(line)) and clause_of(line) == Clause(Kind.promise, Side.ours)
