"""Shelf, words, people and figures of the organisation: which module does each. A command without a case does not type-check."""

from dataclasses import replace

from bot.cards import Reply
from bot.commands import AboutHouse, AboutPeople, AboutPolicy, command_from, deals, house, people, policy
from bot.conversation import administering, holidays, linking, making, parting, shelving, walling, where
from bot.conversation import people as members
from bot.conversation import policy as figures
from bot.conversation.company import company
from bot.conversation.exchange import Exchange
from bot.views import asking
from bot.views.people import shared_by
from bot.views.sharing import CHANGED, line_and_whether_marked

SHAREABLE = (deals.Where,)


def about_house(exchange: Exchange, command: AboutHouse) -> Reply:  # noqa: C901 - one case a command
    match command:
        case house.Shelf():
            return shelving.shelf(exchange)
        case house.PutOnShelf():
            return shelving.put(exchange, command)
        case house.TakeFromShelf():
            return shelving.drop(exchange, command)
        case house.NotBrought():
            return shelving.not_brought(exchange, command)
        case house.Brought():
            return shelving.brought(exchange, command)
        case house.Wall():
            return walling.wall(exchange)
        case house.Ban():
            return walling.ban(exchange, command)
        case house.Allow():
            return walling.allow(exchange, command)
        case house.OwnOpener():
            return walling.add_opener(exchange, command)
        case house.DropOpener():
            return walling.drop_opener(exchange, command)
        case house.Sells():
            return walling.sells(exchange, command)


def about_people(exchange: Exchange, command: AboutPeople) -> Reply:
    match command:
        case people.People(first=first):
            return members.people(exchange, first)
        case people.Team(first=first):
            return members.team(exchange, first)
        case people.Make():
            return making.make(exchange, command)
        case people.Link():
            return linking.link(exchange, command)
        case people.Part():
            return parting.part(exchange, command)
        case people.AdminPage():
            return administering.link(exchange)
        case people.Holidays():
            return holidays.holidays(exchange, command)
        case people.Undelivered():
            return administering.undelivered(exchange)
        case people.Share(line=line):
            return _shared(exchange, line)


def about_policy(exchange: Exchange, command: AboutPolicy) -> Reply:
    match command:
        case policy.ShowPolicy(left=left):
            return figures.show(exchange, left=left)
        case policy.TryFigures():
            return figures.try_out(exchange, command)
        case policy.SaveFigures():
            return figures.save(exchange, command)
        case policy.Company(name=name):
            return company(exchange, name)


def _shared(exchange: Exchange, line: str) -> Reply:
    """Only an answer can be shared, by who may see it: what changes something is not done on the way."""
    asked, is_press = line_and_whether_marked(line)
    command = command_from(asked)
    if not isinstance(command, SHAREABLE):
        return asking.note("You can share an answer: share where are we on Acme?")
    now = where.where(exchange, command) if is_press else None
    if now and now.share and now.share.rstrip(" ?") != f"share {line}":  # what is typed loses these
        return replace(now, card=replace(now.card, blocks=(CHANGED, *now.card.blocks)))
    reply = where.where(exchange, command, shared=True)
    if not reply.share:  # it asked which deal is meant
        return reply
    card = replace(reply.card, blocks=(*reply.card.blocks, shared_by(exchange.member.name)))
    return replace(reply, card=card, is_shared=True, share="")
