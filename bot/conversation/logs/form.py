"""A call by form. What is wrong is told beside its field, and what was typed stays in it."""

from collections.abc import Mapping

from bot.cards import Card, Reply, Text
from bot.commands import number_from
from bot.commands.calls import LogForm, LogMessage
from bot.conversation import drafting
from bot.conversation.creating import create_deal, same_named
from bot.conversation.exchange import Exchange
from bot.conversation.finding import another_at_start, find_deal, meant, name_at_start
from bot.conversation.gone import gone_behind, whose_now
from bot.conversation.logs.whose import deal_or_question
from bot.conversation.recording import record
from bot.conversation.suggesting import suggestions
from bot.model import Deal, Outcome, Result, Side
from bot.reading.fieldtext import read_promises
from bot.reading.line.callreading import CallReading
from bot.reading.promises.promised import Promised
from bot.reading.promises.theircalls import their_call
from bot.views.forms import CALL_FIELDS, WHICH_DEAL, WHO_WAS_IT, call_form, new_name
from bot.views.touching import how_did_it_go


def open_form(exchange: Exchange, who: str) -> Reply:
    """The call form, with the deal filled in when it is known."""
    if who:
        found = find_deal(exchange, who, lambda deal: f"log {deal}")
        if isinstance(found, Reply):
            return found
        return blank_form(exchange, {"deal": found.full_label}, deal=found)
    return blank_form(exchange, {})


def log_form(exchange: Exchange, form: LogForm, deal: Deal | None = None) -> Reply:
    """A filled-in form. A wrong date is an error beside its field; what was typed stays in the form."""
    values = {"deal": form.who, "said": form.said, "theirs": form.theirs, "ours": form.ours}
    deal = deal or _opened_for(exchange, form)
    if deal is None and not form.who:
        return blank_form(exchange, values, {"deal": WHO_WAS_IT["deal"]})
    if deal is None and not is_made_new(exchange, form):
        found = _whose(exchange, form, values)
        if isinstance(found, Reply):
            return found
        deal = found
    values["deal"] = deal.full_label if deal else new_name(form.who)  # a platform may have sent its number
    theirs = read_promises(form.theirs, Side.theirs, exchange.told_on, exchange.day_first)
    ours = read_promises(form.ours, Side.ours, exchange.told_on, exchange.day_first)
    errors = {name: problem for name, side in (("theirs", theirs), ("ours", ours)) if (problem := _problem(side))}
    if errors:
        return blank_form(exchange, values, errors, deal)
    deal = deal or create_deal(exchange, form.who)
    if not (form.said or theirs or ours):
        return how_did_it_go(deal)
    drafting.settle(exchange, exchange.form_draft)
    return record(exchange, deal, _reading(deal, form.said, theirs, ours))


def is_made_new(exchange: Exchange, form: LogForm | LogMessage) -> bool:
    """Whether a deal is made of the name: it was chosen as a new one beside those that are like it, and none is called just so.

    Where none is like it, a new one is offered as everywhere.
    """
    who = form.who or ""
    if not form.is_new or not who.partition(",")[0].strip() or same_named(exchange, who):
        return False
    return bool(meant(exchange, who).ids or another_at_start(exchange, who) or name_at_start(exchange, who))


def _whose(exchange: Exchange, form: LogForm, values: dict[str, str]) -> Deal | Reply:
    """The deal that is named in the form; a question, with what was typed behind it."""
    gone = gone_behind(exchange, form.who, form.opened_for)
    if gone:
        values["deal"] = gone.deal.full_label  # a platform may have sent its number
        return whose_now(exchange, gone, lambda: f"resume {drafting.keep(exchange, {'form': values})} new")
    found = deal_or_question(exchange, form.who, {"form": values})
    if isinstance(found, Reply) and not exchange.kept:
        drafting.keep(exchange, {"form": {**values, "deal": "" if number_from(form.who) else form.who}})
    return found


def another_deal(exchange: Exchange, draft_id: int, values: Mapping[str, str]) -> Reply:
    """The form of a draft as it was filled in, over that draft, for another deal."""
    form = call_form(suggestions(exchange), {**values, "deal": ""}, key=drafting.form_key(draft_id))
    return Reply(Card("", (Text(WHICH_DEAL),)), form)


def _reading(deal: Deal, said: str, theirs: tuple[Promised, ...], ours: tuple[Promised, ...]) -> CallReading:
    """A form says it all in its fields: somebody was reached, and nothing has to be read out of a line."""
    firm = any(not promise.soft for promise in theirs)
    call = their_call(theirs, None, None)
    return CallReading(
        who=deal.label, outcome=Outcome.connected, result=Result.advance if firm else Result.continuation, said=said,
        contact="", promises=(*call.promises, *ours), next_step=call.step, not_before=None, note=call.note,
        unsure_step=call.unsure_step,
    )  # fmt: skip


def blank_form(
    exchange: Exchange, values: Mapping[str, str], errors: Mapping[str, str] | None = None, deal: Deal | None = None
) -> Reply:
    """The call form over a draft of what it holds."""
    token = drafting.keep(exchange, {"form": {**dict.fromkeys(CALL_FIELDS, ""), **values}})
    command = f"logcall {deal.id}" if deal else "logcall"
    form = call_form(suggestions(exchange), values, errors, key=drafting.form_key(token), command=command)
    text = "Please look at the marked field." if errors else "Only the first question needs an answer."
    return Reply(Card("", (Text(text),)), form)


def _problem(promises: tuple[Promised, ...]) -> str:
    return next((promise.due.problem for promise in promises if promise.due and promise.due.problem), "")


def _opened_for(exchange: Exchange, form: LogForm) -> Deal | None:
    """The deal that the form was opened for, if its name was left as it stood: twins need no second question."""
    number = number_from(form.opened_for)
    deal = exchange.deal(number) if number is not None else None
    return deal if deal and form.who in {deal.full_label, form.opened_for} else None
