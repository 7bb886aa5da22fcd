"""A plain line of a company that nobody knows: whether it is a new one is asked, and the line is kept for it."""

import re

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant, named_in, surely_in
from bot.conversation.logs.alike import fitting
from bot.conversation.logs.newfirms import theirs_or_new, unnamed
from bot.conversation.logs.whose import another_at_head, another_firm, deal_or_question
from bot.model import first_name
from bot.reading.calltext import read_rest
from bot.reading.mentioned.headings import firm_before, is_heading, is_surely_firm
from bot.reading.mentioned.newfirms import new_firm
from bot.reading.mentioned.whose import whose
from bot.reading.names import Known
from bot.reading.naming.persons import is_person
from bot.reading.plain.certain import is_definite, is_told
from bot.reading.words.shortcodes import at_mark

# "they like it", "Kim loves it": too short for a promise, and told of a call all the same.
_THEY = re.compile(
    r"^(?:\w[\w'’.-]*\s+)?(?:she|he|they|loves?|loved|likes?|liked|wants?|wanted|needs?|asked|asks|says?|said|agreed|agrees|signed|signs|decides?|decided|confirmed|happy|interested|keen)\b",
    re.IGNORECASE,
)

# "Meeting with the Berlin team at noon" may be still to come.
_PLAN = re.compile(
    r"^\W*(?:(?:an?|the|our|my|next|first|zoom|video|phone)\s+)*(?:call|chat|talk|demo|meeting|mtg|visit|lunch|coffee|breakfast|dinner|catch-?up|intro|session|zoom)\b",
    re.IGNORECASE,
)


def of_another(exchange: Exchange, text: str) -> Reply | None:
    """A line that names somebody whom we know, and a company that is not theirs: never taken for their deal's."""
    if "\n" in text.strip():
        return None
    head = another_at_head(exchange, text)
    found = deal_or_question(exchange, head, {"line": text}) if head and text[len(head) :].strip(" :.") else None
    if isinstance(found, Reply):
        return found
    if not is_told(text):
        return None
    firm = another_firm(exchange, text)
    if firm:
        return theirs_or_new(exchange, firm, text)
    return offer_headed(exchange, text) if named_in(exchange, text).ids else None


def offer_headed(exchange: Exchange, text: str, *, in_small: bool = False) -> Reply | None:
    """ "Nowhere Corp: they like it, she decides by Fri"; `in_small`: the name may have no capital."""
    head, mark, rest = at_mark(text)
    name = firm_before(head) if mark and "\n" not in text.strip() else ""
    if not name or meant(exchange, name).sure or _is_somebody(exchange, name) or _is_told_apart(exchange, name, text):
        return None
    is_name = is_surely_firm(head) and not is_heading(name.split()[0])
    tells = (is_name or in_small) and _tells_of_call(exchange, name, rest.strip(), text, is_name=is_name)
    found = deal_or_question(exchange, name, {"line": text}) if tells else None
    return found if isinstance(found, Reply) else None


def offer_in_small(exchange: Exchange, text: str) -> Reply | None:
    """ "zeta: she decides by Fri": nothing else was found in it."""
    return offer_headed(exchange, text, in_small=True)


def offer_met(exchange: Exchange, text: str) -> Reply | None:
    """ "Just had a demo with Bluebell Software, they …", "Lena from Osprey said she signs Friday"."""
    firm = new_firm(text.strip())
    if firm is None or "\n" in text.strip() or not is_told(text):
        return None
    rest = whose(text, (Known(0, firm.name, ""),)).rest  # "Lena said she signs Friday"
    is_held = firm.is_talk and not _PLAN.match(text)
    if not (is_held or _tells_of_call(exchange, firm.name, rest, text, is_name=True)):
        return None
    found = deal_or_question(exchange, firm.name, {"line": text.strip()})
    return found if isinstance(found, Reply) else None


def keep_nameless(exchange: Exchange, text: str) -> Reply | None:
    """ "Spoke w Gus, he takes it for 6,400", and nobody knows a Gus: what tells of a call is not lost for want of a name."""
    return unnamed(exchange, text.strip()) if _tells_of_call(exchange, "", text.strip(), text, is_name=False) else None


def _is_told_apart(exchange: Exchange, name: str, text: str) -> bool:
    """Whether the name holds somebody's whom we know, letter by letter; of several deals of a company itself, whether the line is of
    one."""
    there = named_in(exchange, name)
    if there.is_mistyped and not there.people:
        return surely_in(exchange, text) in there.ids  # "Boreali" of Boreale Foods: which one it is, is asked
    if len(there.ids) <= 1 or there.people:
        return bool(there.ids)
    return len(fitting(exchange, text, [*exchange.store.deals.some_named(exchange.owners, there.ids).values()])) == 1


def _is_somebody(exchange: Exchange, name: str) -> bool:
    """One of us, or somebody by a usual first name, who may be new at a deal that we know."""
    ours = {first_name(one) for one in (*exchange.colleagues_in(name), exchange.member.name)}
    return is_person(name, ()) or name in ours


def _tells_of_call(exchange: Exchange, name: str, rest: str, text: str, *, is_name: bool) -> bool:
    if not rest or not is_told(rest):
        return False
    read = read_rest(name, rest, exchange.told_on, day_first=exchange.day_first, now=exchange.told_at)
    return is_definite(read, text) or (is_name and bool(_THEY.match(rest)))
