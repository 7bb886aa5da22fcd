"""Calls, promises and what is said: which module does each. A command without a case does not type-check."""

from dataclasses import replace

from bot.cards import Reply
from bot.commands import AboutCalls, calls, command_from
from bot.conversation import (
    absences,
    creating,
    drafting,
    pending,
    preparing,
    promises,
    quiet,
    setting_days,
    touching,
    where,
)
from bot.conversation.exchange import Exchange
from bot.conversation.logs import form, lines, message, resuming, waiting
from bot.conversation.logs.pointing import pointed_at
from bot.conversation.plain.colleague_away import a_colleague_is_away
from bot.conversation.plain.disputing import changed
from bot.conversation.plain.whoitwas import offered_there, with_other
from bot.conversation.routes import Answer


def about_calls(exchange: Exchange, command: AboutCalls, answer: Answer) -> Reply:  # noqa: C901, PLR0912 - one case a command, nothing else
    match command:
        case calls.OpenLog(who=who):
            return pointed_at(exchange, who, is_kept=True) or form.open_form(exchange, who)
        case calls.LogLine(text=text):
            return pointed_at(exchange, text, is_kept=True) or lines.log_line(exchange, text)
        case calls.LogLines():
            return lines.log_lines(exchange, command)
        case calls.LogForm():
            return form.log_form(exchange, command)
        case calls.LogMessage():
            return message.log_message(exchange, command)
        case calls.Drafts():
            return waiting.open_drafts(exchange)
        case calls.LogWaiting():
            return waiting.log_all(exchange)
        case calls.Resume():
            return _resume(exchange, command, answer)
        case calls.Done():
            return touching.done(exchange, command)
        case calls.Promise():
            return promises.promise(exchange, command)
        case calls.TheyReplied():
            return touching.they_replied(exchange, command)
        case calls.HeardNothing():
            return quiet.heard_nothing(exchange, command)
        case calls.TheyAreAway():
            return a_colleague_is_away(exchange, command) or absences.they_are_away(exchange, command)
        case calls.Next():
            answered = pending.next_day(exchange, command)
            return answer(exchange, answered) if answered else setting_days.next_step(exchange, command)
        case calls.Words(who=who):
            return where.words(exchange, who)
        case calls.Prep(who=who):
            return preparing.prep(exchange, who)
        case calls.Check(text=text):
            return preparing.check(exchange, text)


def _moved(exchange: Exchange, meant: str) -> Reply | None:
    """The other button of "which one?", pressed as well: the first was the wrong one, perhaps."""
    other = exchange.deal(int(meant)) if meant.isdecimal() else None
    return offered_there(exchange, other) if other else None


def _resume(exchange: Exchange, command: calls.Resume, answer: Answer) -> Reply:
    """A draft of a call goes on as a call; anything else that was kept after a failure is answered as it was sent."""
    exchange = drafting.as_typed(exchange, command.draft)
    draft = drafting.content_of(exchange, command.draft)
    moved = _moved(exchange, command.deal) if draft is None else None
    if moved:
        return moved
    again = drafting.opened_again(command.draft, draft) if draft and command.deal != "drop" else None
    if again:
        return again
    instead = drafting.done_instead(command)
    if draft is not None and instead:
        drafting.settle(exchange, command.draft)
        return answer(exchange, command_from(instead))
    if draft and "changes" in draft and not command.deal:
        if "whom" in draft:
            return with_other(exchange, command.draft, draft)
        return changed(exchange, command.draft, draft["changes"])
    waits_for_its_deal = draft is not None and "who" in draft and creating.makes_one(command)
    if draft is None or "text" not in draft or (command.deal and not waits_for_its_deal):
        return resuming.resume(exchange, command)
    there = creating.there_for(exchange, command, draft["who"]) if waits_for_its_deal else ()
    if len(there) == 1:
        return creating.made_once(command, there[0], "")
    drafting.settle(exchange, command.draft)
    if waits_for_its_deal and not there:  # of several, what was typed asks
        creating.create_deal(exchange, draft["who"])
    typed = "" if "fields" in draft else draft["text"]  # what waits again stands there as it was typed
    return answer(replace(exchange, line=typed), command_from(draft["text"], draft.get("fields")))
