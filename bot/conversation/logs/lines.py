"""A call in one line, several pasted at once, or a sentence that was typed without its command."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import Reply
from bot.commands import number_from
from bot.commands.calls import HeardNothing, LogLine, LogLines
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import ask_which, colleagues_of, is_name_alone, meant, mention, name_at_start, named_in
from bot.conversation.logs.form import blank_form
from bot.conversation.logs.whose import deal_or_question, lines_in, rest_about, who_and_rest
from bot.conversation.losing import lose
from bot.conversation.plain import last
from bot.conversation.quiet import heard_nothing
from bot.conversation.recording import record
from bot.conversation.repeats import before, meaning_of, once_more
from bot.model import Deal, Outcome, first_name
from bot.playbook.standing import is_open
from bot.reading.calltext import CallReading, read_rest
from bot.reading.endings import perhaps_lost, told_lost
from bot.reading.silence import is_silence
from bot.views.asking import log_it, note
from bot.views.pasted import Asked, Logged, Pasted, Repeated, pasted_card

_MOST_LINES = 40
_A_SENTENCE = 4  # words
_SAYS_SOMETHING = 2  # words behind a name


def log_line(exchange: Exchange, text: str, deal: Deal | None = None) -> Reply:
    """`Acme: sent pricing, she checks with finance by Fri`, or just a name, which opens the form."""
    if deal is None and len(lines := lines_in(exchange, text)) > 1:
        return log_lines(exchange, LogLines(lines))
    who, rest = who_and_rest(exchange, text)
    if deal is None:
        if not who:
            return note("Who was it? Begin with the deal: logcall Acme: what they said")
        found = deal_or_question(exchange, who, {"line": text})
        if isinstance(found, Reply):
            return found
        deal = found
    if number_from(who) == deal.id:
        rest = rest_about(exchange, deal, rest)
    if is_silence(rest):
        return heard_nothing(exchange, HeardNothing(str(deal.id)))
    people = exchange.people_of(deal)
    why, doubtful = told_lost(rest, people), perhaps_lost(rest)
    if (why or doubtful) and not is_open(exchange.standing(exchange.history(deal.id)).state):
        why, doubtful = "", False  # what is over already is not lost once more
    if why:
        return lose(exchange, deal, why)
    reading = read_rest(
        who, rest, exchange.told_on, day_first=exchange.day_first, people=people, colleagues=colleagues_of(exchange)
    )
    if _says_nothing(reading):
        return blank_form(exchange, {"deal": deal.full_label}, deal=deal)
    return record(exchange, deal, replace(reading, perhaps_lost=doubtful))


def log_lines(exchange: Exchange, command: LogLines) -> Reply:
    """The day's calls at once: each line is an act of its own, and one read-back shows them all (voice.md 1.7)."""
    head, *rest = command.lines
    if rest and is_name_alone(exchange, head) and _is_all_about(exchange, head, rest):
        return log_line(exchange, f"{head.rstrip(' :')}: {'; '.join(rest)}")
    lines = [part for line in command.lines for part in lines_in(exchange, line)]
    if len(lines) > _MOST_LINES:
        return note(f"That is {len(lines)} lines; I take {_MOST_LINES} at once. Send it in parts.")
    return Reply(pasted_card([_pasted(exchange, line) for line in lines]))


def _is_all_about(exchange: Exchange, head: str, lines: Sequence[str]) -> bool:
    """Whether no line begins with another deal: then a name on a line of its own is the deal of them all."""
    about = meant(exchange, head).ids
    named = (meant(exchange, who_and_rest(exchange, line)[0]) for line in lines)
    return not any(match.sure and match.ids != about for match in named)


def pasted_alone(exchange: Exchange, text: str) -> Reply | None:
    """Several lines without a command: calls, when two or more of them begin with a deal and a colon."""
    lines = tuple(line.strip(" -*•\t") for line in text.splitlines() if line.strip())
    heads = [head.strip() for head, mark, _ in (line.partition(":") for line in lines) if mark]
    known = [head for head in heads if meant(exchange, head).sure]
    return log_lines(exchange, LogLines(lines)) if len(lines) > 1 and len(known) > 1 else None


def _pasted(exchange: Exchange, line: str) -> Pasted:
    alone = exchange.aside(meaning_of(LogLine(line)))
    earlier = None if exchange.insists else before(alone)
    if earlier:
        at = earlier.at.astimezone(exchange.zone)
        return Repeated(line, at, once_more(f"logcall {line}"))
    reply = log_line(alone, line)
    exchange.acts.extend(alone.acts)
    return Logged(line, reply.card, alone.acts[0]) if alone.acts else Asked(line, reply.card)


def offer(exchange: Exchange, text: str) -> Reply | None:
    """A line that begins with a deal's name and says something: kept, and offered as a call."""
    who, rest = who_and_rest(exchange, text)
    match = meant(exchange, who)
    if match.sure and not rest and len(named := name_at_start(exchange, text)) < len(text):
        rest = text[len(named) :] if named and len(text[len(named) :].split()) >= _SAYS_SOMETHING else ""
    return offered(exchange, match.ids[0], text) if rest and match.sure else None


def offer_named(exchange: Exchange, text: str) -> Reply | None:
    """A short line that names a deal, by itself or by a contact."""
    deal, _ = last.named_in(exchange, text)
    return offered(exchange, deal.id, f"{deal.id}: {text}") if deal else None


_WITH_WHOM = re.compile(
    r"^(?:(?:just|i|we|so|ok|hey)[\s,]+)*(?i:(?:had|did|finished)\s+(?:an?\s+|the\s+|our\s+)?(?:\w+\s+){0,2}?(?:call|demo|meeting|chat|visit|lunch)\s+(?:with|at)"
    r"|(?:spoke|talked|chatted)\s+(?:to|with)|met(?:\s+with)?|called|rang|phoned|tried|visited|e-?mailed)\s+"
    r"(?:[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)?\s+(?:at|from|of)\s+)?"
    r"(?P<who>[A-Z][\w&'’.-]*(?:\s+(?:&\s+)?[A-Z][\w&'’.-]*){0,4})(?P<rest>.*)$",
    re.DOTALL,
)
_FEW = 3


def offer_unknown(exchange: Exchange, text: str) -> Reply | None:
    """ "Just had a demo with Bluebell Software, they …": a new deal is offered, and the words are kept for it."""
    found = _WITH_WHOM.match(text.strip())
    if not found or len(found["rest"].split()) < _FEW:
        return None
    who = found["who"].strip(" .,")
    deal = deal_or_question(exchange, who, {"line": f"{who}: {text.strip()}", "typed": text.strip()})
    return deal if isinstance(deal, Reply) else None


def offer_ambiguous(exchange: Exchange, text: str) -> Reply | None:
    """ "called priya, she wants a quote" where two are called so: which one is asked, and the words are kept for it."""
    about = named_in(exchange, text) if len(text.split()) >= _A_SENTENCE else None
    if about is None or about.sure or not about.ids or not about.people:
        return None
    who = first_name(about.people[0])  # as each of them is called
    draft = drafting.keep(exchange, {"line": f"{who}: {text}", "typed": text})
    return ask_which(exchange, who, about.ids, lambda id_: f"resume {draft} {id_}", f"resume {draft} new")


def offer_mentioned(exchange: Exchange, text: str) -> Reply | None:
    """A sentence in which one deal is named: "I just spoke to Jory at Tamar"."""
    deal_id = mention(exchange, text) if len(text.split()) >= _A_SENTENCE else None
    return offered(exchange, deal_id, f"{deal_id}: {text}") if deal_id else None


def offered(exchange: Exchange, deal_id: int, line: str) -> Reply:
    deal = exchange.history(deal_id).deal
    draft = drafting.keep(exchange, {"line": line, "typed": line.removeprefix(f"{deal.id}: ")})
    return log_it(deal.full_label, f"resume {draft} {deal.id}", f"resume {draft} drop")


def _says_nothing(reading: CallReading) -> bool:
    """Only a name was typed: the form asks for the rest."""
    read = (
        reading.said or reading.promises or reading.next_step or reading.not_before or reading.note or reading.contact
    )
    return not read and reading.outcome is Outcome.connected
