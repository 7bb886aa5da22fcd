"""A call in one line, or several pasted at once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Reply
from bot.commands.calls import HeardNothing, LogLine, LogLines
from bot.conversation import drafting
from bot.conversation.by_hours import with_its_hour_named
from bot.conversation.exchange import Exchange
from bot.conversation.finding import (
    deal_called,
    is_name_alone,
    meant,
    moved_in,
    named_in,
)
from bot.conversation.logs.addresses import told_address
from bot.conversation.logs.again import record_once
from bot.conversation.logs.form import blank_form
from bot.conversation.logs.newfirms import of_whom
from bot.conversation.logs.pasted import of_new_firm, together
from bot.conversation.logs.several import lines_in
from bot.conversation.logs.untried import untried
from bot.conversation.logs.whose import who_and_rest, whom_and_rest, whose_was_it
from bot.conversation.losing import lose
from bot.conversation.quiet import heard_nothing
from bot.conversation.repeats import before, meaning_of, once_more
from bot.model import Deal, Outcome, first_name
from bot.playbook.results import is_same_person
from bot.playbook.standing import is_open
from bot.reading.calltext import read_rest
from bot.reading.line.callreading import CallReading
from bot.reading.mentioned.namesin import with_its_name
from bot.reading.mentioned.newfirms import new_firm
from bot.reading.naming.namekeys import key
from bot.reading.naming.namesakes import is_namesake
from bot.reading.naming.persons import is_person
from bot.reading.outcome.leftus import left_us
from bot.reading.outcome.told import got_in_touch
from bot.reading.plain.endings import perhaps_lost, told_lost
from bot.reading.words.silence import is_silence
from bot.views.asking import note
from bot.views.pasted import Asked, Logged, Pasted, Repeated, pasted_card

_MOST_LINES = 40
_GOT = re.compile(
    r"(?:(?:has|have|just|now|finally)\s+)*(?:got|received|read|opened|saw|has)\s+(?:the|our|my|it|both|all)\b",
    re.IGNORECASE,
)
_NOBODY_TOOK_IT = frozenset((Outcome.no_answer, Outcome.left_voicemail, Outcome.busy))


def log_line(exchange: Exchange, text: str, deal: Deal | None = None) -> Reply:
    """`Acme: sent pricing, she checks with finance by Fri`, or just a name, which opens the form."""
    if deal is None and len(lines := lines_in(exchange, text)) > 1:
        return log_lines(exchange, LogLines(lines))
    moved = moved_in(exchange, text) if deal is None else None
    if moved and not moved.sure:
        return whose_was_it(exchange, drafting.keep(exchange, {"line": text}), moved.ids, text)
    who, _ = who_and_rest(exchange, text)
    if deal is None:
        if not who:
            return note("Who was it? Begin with the deal: logcall Acme: what they said")
        found = of_whom(exchange, who, text)
        if isinstance(found, Reply):
            return found
        deal = found
        address = told_address(exchange, deal, text, text)
        if address:
            return address
    nothing = untried(exchange, deal, whom_and_rest(exchange, deal, text)[1])
    if nothing:
        return nothing
    told = told_of(exchange, deal, text)
    if isinstance(told, str):
        return lose(exchange, deal, told)
    if told is None:
        return heard_nothing(exchange, HeardNothing(str(deal.id)))
    return (
        blank_form(exchange, {"deal": deal.full_label}, deal=deal)
        if _says_nothing(told)
        else record_once(exchange, deal, told, text)
    )


def told_of(exchange: Exchange, deal: Deal, text: str) -> CallReading | str | None:
    """What is told of the deal; why it is lost, where that is all; None for silence."""
    who, _ = who_and_rest(exchange, text)
    person, rest = whom_and_rest(exchange, deal, text)
    if _begins_with_them(text, rest) and (left_us(f"they {rest}") or (person and _GOT.match(rest))):
        rest = f"{first_name(person) or 'they'} {rest}"  # "fatima left a voicemail", "got it"; "Fatima: left a voicemail" is ours
    if is_silence(rest):
        return None
    why, doubtful = _lost(exchange, deal, rest)
    if why:
        return why
    reading = _reading(exchange, deal, who, rest)
    reading = replace(reading, said=with_its_name(reading.said, text), perhaps_lost=doubtful)
    if person and _begins_with_them(text, rest):
        reading = _with_whom_it_tells_of(reading, person, rest)
    if _is_no_contact(exchange, deal, reading, text):
        reading = replace(reading, contact="")
    person = _whom(exchange, deal, text, person, reading.contact)
    if not reading.contact and not _says_nothing(reading):
        reading = replace(reading, contact=person)
    if person and not reading.rang and reading.outcome is Outcome.connected and _begins_with_them(text, rest):
        reading = replace(reading, rang=got_in_touch(f"they {rest}"))
    return reading


def _with_whom_it_tells_of(reading: CallReading, person: str, rest: str) -> CallReading:
    """ "Dana on leave, Milan covers": of whom the line begins with is told, and the call is with another, so the name is noted."""
    is_another = bool(reading.contact) and not is_same_person(reading.contact, person)
    begins = reading.note.split(";")[0]
    is_told = is_another and bool(begins) and rest.startswith(begins)
    return replace(reading, note=f"{first_name(person)} {reading.note}") if is_told else reading


def _lost(exchange: Exchange, deal: Deal, rest: str) -> tuple[str | None, bool]:
    """Why it is lost, and whether that has to be asked. What is over already is not lost once more."""
    why, doubtful = told_lost(rest, exchange.people_of(deal)), perhaps_lost(rest)
    is_lost = (why or doubtful) and is_open(exchange.standing(exchange.history(deal.id)).state)
    return (why, doubtful) if is_lost else (None, False)


def _reading(exchange: Exchange, deal: Deal, who: str, rest: str) -> CallReading:
    return read_rest(
        who,
        with_its_hour_named(exchange, deal, rest),
        exchange.told_on,
        day_first=exchange.day_first,
        people=exchange.people_of(deal),
        colleagues=exchange.colleagues_in(rest),
        writer=exchange.member.name,
        now=exchange.told_at,
    )


def _whom(exchange: Exchange, deal: Deal, text: str, person: str, contact: str) -> str:
    """Who it was, by the whole line; `person` is named in it, `contact` in what it tells."""
    moved = None if contact or person else moved_in(exchange, text)
    return moved.people[0] if moved and moved.people else person or _new_there(deal, text)


def _new_there(deal: Deal, text: str) -> str:
    """ "got hold of Lena Berg at Osprey", of whose people nobody is known."""
    firm = new_firm(text, in_small=True)
    return firm.person if firm and key(firm.name) == key(deal.company) else ""


def _is_no_contact(exchange: Exchange, deal: Deal, reading: CallReading, text: str) -> bool:
    """ "called Acme, they like it": a deal's name, this one's or another's, is nobody's; and behind a call that nobody took neither is
    a new name that is no usual first name, as in "Rho: no answer; Zeta wants the deck"."""
    name, people = reading.contact, exchange.people_of(deal)
    if not name or is_person(name, people) or is_person(name, ()):
        return False
    called = deal_called(exchange, name)
    if called is not None:
        return called != deal.id or not is_namesake(name, deal.company, f"{reading.said} {reading.note}")
    before, mark, behind = text.casefold().partition(f"; {name.casefold()}")
    is_new = bool(mark) and name.casefold() not in f"{before} {behind}"
    return is_new and reading.outcome in _NOBODY_TOOK_IT


def _begins_with_them(text: str, rest: str) -> bool:
    """ "piet phoned": whoever is named just before the words did it; "Piet: phoned" may be our call."""
    before = text[: text.rfind(rest)].rstrip() if rest in text else ""
    return bool(before) and before[-1].isalpha()


def log_lines(exchange: Exchange, command: LogLines) -> Reply:
    """The day's calls at once: each line is an act of its own, and one read-back shows them all (voice.md 1.7)."""
    if (
        len(command.lines) > _MOST_LINES
    ):  # counted as they were typed: bullets that belong together are lines to read too
        return _too_many(len(command.lines))
    head, *rest = calls = together(exchange, command.lines)
    if rest and is_name_alone(exchange, head) and _is_all_about(exchange, head, rest):
        return log_line(exchange, f"{head.rstrip(' :')}: {'; '.join(rest)}")
    whole = of_new_firm(exchange, calls)
    if whole or not rest:
        return log_line(exchange, whole or head)
    lines = [part for line in calls for part in lines_in(exchange, line)]
    if len(lines) > _MOST_LINES:
        return _too_many(len(lines))
    return Reply(pasted_card([_pasted(exchange, line) for line in lines]))


def _too_many(count: int) -> Reply:
    return note(f"That is {count} lines; I take {_MOST_LINES} at once. Send it in parts.")


def _is_all_about(exchange: Exchange, head: str, lines: Sequence[str]) -> bool:
    """Whether no line begins with another deal: then a name on a line of its own is the deal of them all."""
    about = meant(exchange, head).ids
    named = (meant(exchange, who_and_rest(exchange, line)[0]) for line in lines)
    return not any(match.sure and match.ids != about for match in named)


def pasted_alone(exchange: Exchange, text: str) -> Reply | None:
    """Several lines without a command: calls, when two or more of them begin with a deal and a colon."""
    typed = [line for line in text.splitlines() if line.strip()]
    lines = together(exchange, typed[:_MOST_LINES])
    heads = [head.strip() for head, mark, _ in (line.partition(":") for line in lines) if mark]
    known = [head for head in heads if meant(exchange, head).sure]
    is_pasted = len(lines) > 1 and (len(known) > 1 or _is_of_new_firm(exchange, lines))
    if is_pasted and len(typed) > _MOST_LINES:
        return _too_many(len(typed))
    return log_lines(exchange, LogLines(lines)) if is_pasted else None


def _is_of_new_firm(exchange: Exchange, lines: Sequence[str]) -> bool:
    """A new company's name over what reads as another deal's, by somebody of the same name."""
    whole = of_new_firm(exchange, lines)
    return bool(whole) and named_in(exchange, whole).sure and not is_person(lines[0], ())


def _pasted(exchange: Exchange, line: str) -> Pasted:
    alone = exchange.aside(meaning_of(LogLine(line)))
    earlier = None if exchange.insists else before(alone)
    if earlier:
        at = earlier.at.astimezone(exchange.zone)
        return Repeated(line, at, once_more(f"logcall {line}"))
    reply = log_line(alone, line)
    exchange.acts.extend(alone.acts)
    return Logged(line, reply.card, alone.acts[0]) if alone.acts else Asked(line, reply.card)


def _says_nothing(reading: CallReading) -> bool:
    """Only a name was typed: the form asks for the rest."""
    read = (
        reading.said or reading.promises or reading.next_step or reading.not_before or reading.note or reading.contact
    )
    return not read and reading.outcome is Outcome.connected
