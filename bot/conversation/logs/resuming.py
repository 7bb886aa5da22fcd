"""A draft of a call goes on: nothing that was typed is lost (C16)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cards import Reply
from bot.commands.calls import LogForm, Resume, TheyReplied
from bot.conversation import drafting
from bot.conversation.creating import create_deal, made_once, makes_one, there_for
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.conversation.learning import learn
from bot.conversation.logs import form, message
from bot.conversation.logs.form import blank_form, log_form
from bot.conversation.logs.lines import log_line
from bot.conversation.logs.whose import LOGCALL, REPLY, who_and_rest, whose_was_it
from bot.conversation.touching import they_replied
from bot.model import Deal
from bot.views.asking import note


def resume(exchange: Exchange, command: Resume) -> Reply:
    """A kept draft goes on: with the deal that was meant, with a new one, or as it was typed."""
    draft = drafting.content_of(exchange, command.draft)
    if draft is None:
        return note("That was logged or dropped already. Log it anew: logcall Acme: what they said")
    if command.deal == "drop":
        return drafting.drop(exchange, command.draft)
    if command.deal == drafting.ELSEWHERE:
        return _elsewhere(exchange, command.draft, draft)
    if not command.deal and "deals" in draft:
        return whose_was_it(exchange, command.draft, draft["deals"], draft["line"], word=draft.get("word", LOGCALL))
    deal = _deal_of(exchange, command, draft)
    if isinstance(deal, Reply):
        return deal
    over = replace(exchange, form_draft=command.draft)  # what is asked once more lies behind the same number
    reply = _on_with(over, draft, deal)
    if command.draft not in exchange.kept:
        drafting.settle(exchange, command.draft)
    if deal and command.deal.isdecimal():  # it was asked about, and answered
        learn(exchange, _named_in(exchange, draft), deal)
    return reply


def _on_with(exchange: Exchange, draft: Mapping[str, Any], deal: Deal | None) -> Reply:
    if deal and draft.get("word") == REPLY:
        return they_replied(exchange, TheyReplied(str(deal.id), draft["line"], draft.get("by", "")))
    if deal and "deals" in draft:  # the line names none
        draft = {**draft, "line": f"{deal.id}: {draft['line']}"}
    return _gone_on(exchange, draft, deal)


def _elsewhere(exchange: Exchange, draft_id: int, draft: Mapping[str, Any]) -> Reply:
    if "form" in draft:
        return form.another_deal(exchange, draft_id, draft["form"])
    return message.another_deal(exchange, draft_id, draft["line"])


def _gone_on(exchange: Exchange, draft: Mapping[str, Any], deal: Deal | None) -> Reply:
    if "line" in draft:
        return log_line(exchange, draft["line"], deal)
    values = draft["form"]
    if deal is None:
        return blank_form(exchange, values)
    return log_form(
        exchange, LogForm(**{"who": values["deal"], **{n: values[n] for n in ("said", "theirs", "ours")}}), deal
    )


def _deal_of(exchange: Exchange, command: Resume, draft: Mapping[str, Any]) -> Deal | Reply | None:
    """The one that was chosen, or made now; None when the draft has to say it."""
    if makes_one(command):
        named = _named_in(exchange, draft)
        there = there_for(exchange, command, named)
        if len(there) > 1:
            return None
        return made_once(command, there[0], str(there[0].id)) if there else create_deal(exchange, named)
    if command.deal:
        return find_deal(exchange, command.deal, lambda id_: f"resume {command.draft} {id_}")
    return None


def _named_in(exchange: Exchange, draft: Mapping[str, Any]) -> str:
    """Whom the draft names, as it was typed."""
    return str(draft["form"]["deal"] if "form" in draft else who_and_rest(exchange, draft["line"])[0]).strip()
