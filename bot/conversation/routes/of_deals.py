"""Deals: which module does each. A command without a case does not type-check."""

from bot.cards import Reply
from bot.commands import AboutDeals, deals
from bot.commands.handing import AboutHanding, Cover, Covers, GiveBook, Pack, WhileAway
from bot.commands.several import AboutSeveral, MoveDay, Several
from bot.conversation import (
    contacts,
    covering,
    dealing,
    ending,
    explaining,
    handing,
    helping,
    moving,
    newly,
    open_questions,
    owing,
    recalling,
    reserving,
    setting_days,
    several,
    where,
)
from bot.conversation.exchange import Exchange


def about_deals(exchange: Exchange, command: AboutDeals) -> Reply:
    if isinstance(command, deals.AboutOne):
        return _about_one(exchange, command)
    if isinstance(command, deals.AboutEnding):
        return _about_ending(exchange, command)
    if isinstance(command, deals.AboutAsking):
        return _about_asking(exchange, command)
    if isinstance(command, AboutHanding):
        return _about_handing(exchange, command)
    return _about_several(exchange, command)


def _about_one(exchange: Exchange, command: deals.AboutOne) -> Reply:  # noqa: C901 - one case a command
    match command:
        case deals.Where(only_due=True) if not exchange.led - {exchange.member.id}:
            return owing.worries(exchange)
        case deals.Where():
            return where.where(exchange, command)
        case deals.Recall():
            return recalling.recall(exchange, command)
        case deals.Why(who=who):
            return explaining.why(exchange, who)
        case deals.ShowDeal(who=who):
            return dealing.show(exchange, who)
        case deals.NewDeal():
            return newly.new(exchange, command)
        case deals.Rename():
            return dealing.rename(exchange, command)
        case deals.Give():
            return dealing.give(exchange, command)
        case deals.Value():
            return dealing.value(exchange, command)
        case deals.SetContact():
            return contacts.contact(exchange, command)
        case deals.WhoCanSee(who=who):
            return dealing.who_can_see(exchange, who)
        case deals.Later():
            return setting_days.later(exchange, command)


def _about_ending(exchange: Exchange, command: deals.AboutEnding) -> Reply:
    match command:
        case deals.Keep():
            return ending.keep(exchange, command)
        case deals.Reserve():
            return reserving.reserve(exchange, command)
        case deals.LetGo():
            return ending.let_go(exchange, command)
        case deals.Won():
            return ending.won(exchange, command)
        case deals.Lost():
            return ending.lost(exchange, command)
        case deals.Reopen():
            return ending.reopen(exchange, command)
        case deals.DoNotContact():
            return ending.do_not_contact(exchange, command)
        case deals.Qualify():
            return ending.qualify(exchange, command)


def _about_asking(exchange: Exchange, command: deals.AboutAsking) -> Reply:
    match command:
        case deals.AskThem():
            return open_questions.ask_them(exchange, command)
        case deals.WasAsked():
            return open_questions.was_asked(exchange, command)
        case deals.HelpMe():
            return helping.help_me(exchange, command)
        case deals.Helped():
            return helping.helped(exchange, command)
        case deals.AnswerHelp():
            return helping.answer(exchange, command)


def _about_handing(exchange: Exchange, command: AboutHanding) -> Reply:
    match command:
        case GiveBook():
            return handing.give_book(exchange, command)
        case Pack():
            return handing.pack(exchange, command)
        case Cover():
            return covering.cover(exchange, command)
        case Covers():
            return covering.covers(exchange)
        case WhileAway():
            return covering.while_away(exchange)


def _about_several(exchange: Exchange, command: AboutSeveral) -> Reply:
    match command:
        case MoveDay():
            return moving.move_day(exchange, command)
        case Several():
            return several.several(exchange, command)
