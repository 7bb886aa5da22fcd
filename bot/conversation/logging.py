"""Keeping a call: from a line or a form to a touch, both sides' promises and the next step. What is unclear is asked.

Every try is kept as a draft first when the deal is not certain, so that nothing typed is lost (C16).
"""

import json

from bot.cards import Card, Reply, Text
from bot.commands import LogForm
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, known_deals
from bot.conversation.recording import record
from bot.model import Deal, Outcome, Result, Side
from bot.reading.calltext import CallReading, Promised, read_promises, read_rest
from bot.reading.names import leading_name, match_deal
from bot.reading.speech import split_head
from bot.views.asking import log_it, note
from bot.views.forms import call_form
from bot.views.touching import how_did_it_go

LONGEST_NAME = 120


def open_form(exchange: Exchange, who: str) -> Reply:
    """The call form, with the deal filled in when it is known."""
    values: dict[str, str] = {}
    if who:
        found = find_deal(exchange, who, lambda deal: f"log {deal}", create=f"new {who}")
        if isinstance(found, Reply):
            return found
        values["deal"] = found.full_label if exchange.store.history.of(found.id) else ""
    return _form(exchange, values, "")


def log_line(exchange: Exchange, text: str, deal: Deal | None = None) -> Reply:
    """`Acme: sent pricing, she checks with finance by Fri`, or just a name, which opens the form."""
    who, rest = _who_and_rest(exchange, text)
    if deal is None:
        if not who:
            return note("Who was it? Begin with the deal: logcall Acme: what they said")
        draft = _keep_draft(exchange, {"line": text})
        found = find_deal(exchange, who[:LONGEST_NAME], lambda id_: f"resume {draft} {id_}", f"resume {draft} new")
        if isinstance(found, Reply):
            return found
        deal = found
    reading = read_rest(who, rest, exchange.today, day_first=exchange.member.day_first)
    return _form(exchange, {"deal": deal.full_label}, "") if _says_nothing(reading) else record(exchange, deal, reading)


def offer(exchange: Exchange, text: str) -> Reply | None:
    """A line that begins with a deal's name and says something: kept, and offered as a call."""
    who, rest = _who_and_rest(exchange, text)
    match = match_deal(who, known_deals(exchange))
    if not rest or not match.sure:
        return None
    deal = exchange.history(match.ids[0]).deal
    draft = _keep_draft(exchange, {"line": text})
    return log_it(deal.full_label, f"resume {draft} {deal.id}")


def _who_and_rest(exchange: Exchange, text: str) -> tuple[str, str]:
    """The deal's name stands before the colon, or is whatever first words name a deal: "acme dana, got stats"."""
    who, rest = split_head(text)
    known = known_deals(exchange)
    if match_deal(who, known).sure:
        return who, rest
    named = leading_name(text.replace(":", " : "), known)
    return (named, text[len(named) :].lstrip(" :,;-–")) if named and named != who else (who, rest)


def log_form(exchange: Exchange, form: LogForm, deal: Deal | None = None) -> Reply:
    """A filled-in form. A wrong date is an error beside its field; what was typed stays in the form."""
    values = {"deal": form.who, "said": form.said, "theirs": form.theirs, "ours": form.ours}
    if deal is None:
        if not form.who:
            return _form(exchange, values, "", {"deal": "Who was it? Type a deal, a company or a new name."})
        draft = _keep_draft(exchange, {"form": values})
        found = find_deal(exchange, form.who[:LONGEST_NAME], lambda id_: f"resume {draft} {id_}", f"resume {draft} new")
        if isinstance(found, Reply):
            return found
        deal = found
    today, day_first = exchange.today, exchange.member.day_first
    theirs = read_promises(form.theirs, Side.theirs, today, day_first)
    ours = read_promises(form.ours, Side.ours, today, day_first)
    errors = {name: problem for name, side in (("theirs", theirs), ("ours", ours)) if (problem := _problem(side))}
    if errors:
        return _form(exchange, values, "", errors)
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
    return record(exchange, deal, reading)


def resume(exchange: Exchange, draft_id: int, deal_text: str) -> Reply:
    """A kept draft goes on with the deal that was meant, or with a new one."""
    kept = exchange.store.drafts.one(draft_id, exchange.member.id)
    if kept is None:
        return note("That draft is not here any more. Log it again: logcall Acme: what they said")
    draft = json.loads(kept)
    if deal_text == "new":
        name = draft["form"]["deal"] if "form" in draft else split_head(draft["line"])[0]
        deal = create_deal(exchange, name)
    else:
        found = find_deal(exchange, deal_text, lambda id_: f"resume {draft_id} {id_}")
        if isinstance(found, Reply):
            return found
        deal = found
    if "form" in draft:
        values = draft["form"]
        return log_form(exchange, LogForm(values["deal"], values["said"], values["theirs"], values["ours"]), deal)
    return log_line(exchange, draft["line"], deal)


def create_deal(exchange: Exchange, name: str) -> Deal:
    """A deal made on the fly: "Acme, 40 seats" is company and title."""
    company, _, title = name[:LONGEST_NAME].partition(",")
    act_id = exchange.act(f"created the deal {company.strip()}")
    deal_id = exchange.store.deals.create(
        act_id, exchange.now, company=company.strip(), title=title.strip(), owner_id=exchange.member.id
    )
    exchange.store.refresh([deal_id], exchange.today)
    return exchange.history(deal_id).deal


def _says_nothing(reading: CallReading) -> bool:
    """Only a name was typed: the form asks for the rest."""
    read = reading.said or reading.promises or reading.next_step or reading.not_before or reading.note
    return not read and reading.outcome is Outcome.connected


def _problem(promises: tuple[Promised, ...]) -> str:
    return next((promise.due.problem for promise in promises if promise.due and promise.due.problem), "")


def _keep_draft(exchange: Exchange, content: dict[str, object]) -> int:
    return exchange.store.drafts.put(exchange.member.id, json.dumps(content, ensure_ascii=False), exchange.now)


def _form(exchange: Exchange, values: dict[str, str], remark: str, errors: dict[str, str] | None = None) -> Reply:
    names = exchange.store.deals.named(exchange.owners)
    own_first = sorted(names, key=lambda name: (name.owner_id != exchange.member.id, name.company or name.title))
    options = tuple(
        (f"{n.company}, {n.title}" if n.company and n.title else n.company or n.title, "") for n in own_first
    )
    token = _keep_draft(exchange, {"form": {**dict.fromkeys(("deal", "said", "theirs", "ours"), ""), **values}})
    form = call_form(options, values, errors, key=f"form:{token}")
    text = remark or ("Please look at the marked field." if errors else "Only the first question needs an answer.")
    return Reply(Card("", (Text(text),)), form)
