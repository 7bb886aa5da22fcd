"""Keeping a call: from a line or a form to a touch, both sides' promises and the next step. What is unclear is asked."""

from collections.abc import Mapping

from bot.cards import Card, Reply, Text
from bot.commands import number_from
from bot.commands.calls import LogForm, LogLine, LogLines, Resume
from bot.conversation import drafting
from bot.conversation.creating import LONGEST_NAME, create_deal
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, find_deal, meant, mention, name_at_start, people_of, suggestions
from bot.conversation.recording import record
from bot.conversation.repeats import earlier_today, meaning_of, once_more
from bot.model import Deal, Outcome, Result, Side
from bot.reading.callday import day_behind
from bot.reading.calltext import CallReading, read_promises, read_rest
from bot.reading.promised import Promised
from bot.reading.speech import split_head
from bot.views.asking import log_it, note
from bot.views.forms import CALL_FIELDS, WHO_WAS_IT, call_form
from bot.views.pasted import Asked, Logged, Pasted, Repeated, pasted_card
from bot.views.touching import how_did_it_go

_MOST_LINES = 40
_A_SENTENCE = 4  # words


def open_form(exchange: Exchange, who: str) -> Reply:
    """The call form, with the deal filled in when it is known."""
    if who:
        found = find_deal(exchange, who, lambda deal: f"log {deal}")
        if isinstance(found, Reply):
            return found
        return _form(exchange, {"deal": found.full_label}, deal=found)
    return _form(exchange, {})


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
    people = people_of(exchange, deal)
    reading = read_rest(who, rest, exchange.today, day_first=exchange.day_first, people=people)
    if _says_nothing(reading):
        return _form(exchange, {"deal": deal.full_label}, deal=deal)
    return record(exchange, deal, reading)


def log_lines(exchange: Exchange, command: LogLines) -> Reply:
    """The day's calls at once: each line is an act of its own, and one read-back shows them all (voice.md 1.7)."""
    lines = [part for line in command.lines for part in lines_in(exchange, line)]
    if len(lines) > _MOST_LINES:
        return note(f"That is {len(lines)} lines; I take {_MOST_LINES} at once. Send it in parts.")
    return Reply(pasted_card([_pasted(exchange, line) for line in lines]))


def lines_in(exchange: Exchange, text: str) -> tuple[str, ...]:
    """ "Harbour: priya says ok; Tamar: jory picked the hull" is two calls, when each part begins with a deal of its own."""
    lines: list[str] = []
    deals: list[int] = []
    for part in text.split(";"):
        who, mark, _ = part.partition(":")
        deal = deal_called(exchange, who.strip()) if mark else None
        if deal is not None and deal not in deals:
            deals.append(deal)
            lines.append(part.strip())
        elif lines:
            lines[-1] = f"{lines[-1]};{part}"
        else:
            return (text,)
    return tuple(lines)


def _pasted(exchange: Exchange, line: str) -> Pasted:
    alone = exchange.aside(meaning_of(LogLine(line)))
    before = None if exchange.insists else earlier_today(alone)
    if before:
        at = before.at.astimezone(exchange.zone)
        return Repeated(line, at, once_more(f"logcall {line}"))
    reply = log_line(alone, line)
    exchange.acts.extend(alone.acts)
    return Logged(line, reply.card, alone.acts[0]) if alone.acts else Asked(line, reply.card)


def offer(exchange: Exchange, text: str) -> Reply | None:
    """A line that begins with a deal's name and says something: kept, and offered as a call."""
    who, rest = who_and_rest(exchange, text)
    match = meant(exchange, who)
    return _offered(exchange, match.ids[0], text) if rest and match.sure else None


def offer_mentioned(exchange: Exchange, text: str) -> Reply | None:
    """A sentence in which one deal is named: "I just spoke to Jory at Tamar"."""
    deal_id = mention(exchange, text) if len(text.split()) >= _A_SENTENCE else None
    return _offered(exchange, deal_id, f"{deal_id}: {text}") if deal_id else None


def _offered(exchange: Exchange, deal_id: int, line: str) -> Reply:
    deal = exchange.history(deal_id).deal
    draft = drafting.keep(exchange, {"line": line})
    return log_it(deal.full_label, f"resume {draft} {deal.id}", f"resume {draft} drop")


def log_form(exchange: Exchange, form: LogForm, deal: Deal | None = None) -> Reply:
    """A filled-in form. A wrong date is an error beside its field; what was typed stays in the form."""
    values = {"deal": form.who, "said": form.said, "theirs": form.theirs, "ours": form.ours}
    deal = deal or _opened_for(exchange, form)
    if deal is None:
        if not form.who:
            return _form(exchange, values, {"deal": WHO_WAS_IT["deal"]})
        found = deal_or_question(exchange, form.who, {"form": values})
        if isinstance(found, Reply):
            return found
        deal = found
    values["deal"] = deal.full_label  # a platform may have sent its number
    theirs = read_promises(form.theirs, Side.theirs, exchange.today, exchange.day_first)
    ours = read_promises(form.ours, Side.ours, exchange.today, exchange.day_first)
    errors = {name: problem for name, side in (("theirs", theirs), ("ours", ours)) if (problem := _problem(side))}
    if errors:
        return _form(exchange, values, errors, deal)
    if not (form.said or theirs or ours):
        return how_did_it_go(deal)
    firm = any(not promise.soft for promise in theirs)
    reading = CallReading(
        who=deal.label,
        outcome=Outcome.connected,
        result=Result.advance if firm else Result.continuation,
        said=form.said,
        contact="",
        promises=(*theirs, *ours),
        next_step=None,
        not_before=None,
        note="",
    )
    drafting.settle(exchange, exchange.form_draft)
    return record(exchange, deal, reading)


def resume(exchange: Exchange, command: Resume) -> Reply:
    """A kept draft goes on: with the deal that was meant, with a new one, or as it was typed."""
    draft = drafting.content_of(exchange, command.draft)
    if draft is None:
        return note("That was logged or dropped already. Log it anew: logcall Acme: what they said")
    if command.deal == "drop":
        return drafting.drop(exchange, command.draft)
    deal: Deal | None = None
    if command.deal == "new":
        deal = create_deal(
            exchange, draft["form"]["deal"] if "form" in draft else who_and_rest(exchange, draft["line"])[0]
        )
    elif command.deal:
        found = find_deal(exchange, command.deal, lambda id_: f"resume {command.draft} {id_}")
        if isinstance(found, Reply):
            return found
        deal = found
    drafting.settle(exchange, command.draft)
    if "line" in draft:
        return log_line(exchange, draft["line"], deal)
    values = draft["form"]
    if deal is None:
        return _form(exchange, values)
    return log_form(
        exchange, LogForm(**{"who": values["deal"], **{n: values[n] for n in ("said", "theirs", "ours")}}), deal
    )


def deal_or_question(exchange: Exchange, who: str, content: Mapping[str, object]) -> Deal | Reply:
    """The deal that a call is about; when that is not certain, what was typed is kept behind the question."""
    draft: list[int] = []

    def kept() -> int:
        if not draft:
            draft.append(drafting.keep(exchange, content))
        return draft[0]

    return find_deal(exchange, who[:LONGEST_NAME], lambda id_: f"resume {kept()} {id_}", lambda: f"resume {kept()} new")


def who_and_rest(exchange: Exchange, text: str) -> tuple[str, str]:
    """The deal's name stands before the colon, or is whatever first words name a deal: "acme dana, got stats"."""
    who, rest = split_head(text)
    dated = day_behind(who, exchange.today, day_first=exchange.day_first) if rest else None
    if dated and deal_called(exchange, who) is None:
        return dated[0], f"{dated[1]}: {rest}"
    if meant(exchange, who).sure:
        return who, rest
    named = name_at_start(exchange, text.replace(":", " : "))
    return (named, text[len(named) :].lstrip(" :,;-–")) if named and named != who else (who, rest)


def _says_nothing(reading: CallReading) -> bool:
    """Only a name was typed: the form asks for the rest."""
    read = (
        reading.said or reading.promises or reading.next_step or reading.not_before or reading.note or reading.contact
    )
    return not read and reading.outcome is Outcome.connected


def _problem(promises: tuple[Promised, ...]) -> str:
    return next((promise.due.problem for promise in promises if promise.due and promise.due.problem), "")


def _opened_for(exchange: Exchange, form: LogForm) -> Deal | None:
    """The deal that the form was opened for, if its name was left as it stood: twins need no second question."""
    number = number_from(form.opened_for)
    deal = exchange.store.deals.one(number, exchange.owners) if number is not None else None
    return deal if deal and form.who in {deal.full_label, form.opened_for} else None


def _form(
    exchange: Exchange, values: Mapping[str, str], errors: Mapping[str, str] | None = None, deal: Deal | None = None
) -> Reply:
    """The call form over a draft of what it holds, which takes the place of the draft before it."""
    drafting.settle(exchange, exchange.form_draft)
    token = drafting.keep(exchange, {"form": {**dict.fromkeys(CALL_FIELDS, ""), **values}})
    command = f"logcall {deal.id}" if deal else "logcall"
    form = call_form(suggestions(exchange), values, errors, key=drafting.form_key(token), command=command)
    text = "Please look at the marked field." if errors else "Only the first question needs an answer."
    return Reply(Card("", (Text(text),)), form)
