"""The shelf: what is new for every deal, put there by anybody; and what of it was brought up where (S10, H49)."""

from bot.cards import Reply
from bot.commands.house import Brought, NotBrought, PutOnShelf, TakeFromShelf
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal
from bot.model import Deal, DealState, History, Outcome, Role, ShelfItem
from bot.playbook.cliches import hits
from bot.playbook.drafts import proposed
from bot.playbook.house import is_over, unquoted
from bot.playbook.results import UNHEARD
from bot.reading.typed.novelties import NoveltyReading, read_novelty
from bot.views import house as views
from bot.views.asking import note
from bot.views.touching import settled

MOST_WORDS = 12  # beside the name and "we have a new case" that is a sentence
LONGEST = 100
MOST_ITEMS = 100
_SILENT = frozenset({DealState.do_not_contact, DealState.won, DealState.lost})


def shelf(exchange: Exchange) -> Reply:
    """The newest first; what is over stands apart."""
    items = tuple(reversed(exchange.store.house.all().shelf))
    mine = frozenset(item.id for item in items if _may_drop(exchange, item))
    return Reply(views.shelf_card(items, exchange.names, mine, exchange.today))


def put(exchange: Exchange, command: PutOnShelf) -> Reply:
    read = read_novelty(command.text, exchange.today, day_first=exchange.day_first)
    if read is None:
        return views.which_kind(command.text)
    refused = _unclear(exchange, read) or _refused(exchange, read)
    if refused:
        return refused
    said = views.thing(read.kind, read.text, read.first_on, read.until_on, exchange.today)
    act_id = exchange.act(f"put on the shelf: {said}")
    exchange.store.house.add(
        act_id, exchange.today, read.kind, read.text, first_on=read.first_on, until_on=read.until_on
    )
    return settled(f"On the shelf: {said}", act_id, then=views.PROPOSED)


def _unclear(exchange: Exchange, read: NoveltyReading) -> Reply | None:
    """Its days: clear, not past, the first before the last."""
    if read.asked:
        return views.which_day(read.asked, read.before, read.after, exchange.today)
    if read.until_on and read.until_on < exchange.today:
        return note("That day has passed. Give one from today on: until Fri, until 30 June")
    if read.until_on and read.first_on and read.until_on < read.first_on:
        return note("It would be over before it begins. Give a last day that comes after the first.")
    return None


def _refused(exchange: Exchange, read: NoveltyReading) -> Reply | None:
    """What cannot stand in a sentence to a customer."""
    if len(read.text) > LONGEST or len(read.text.split()) > MOST_WORDS or not any(map(str.isalnum, read.text)):
        return note(
            f"A new thing takes up to {MOST_WORDS} words and {LONGEST} characters, so that it fits a sentence: {views.EXAMPLE}"
        )
    here = exchange.store.house.all()
    worn = next((hit.found for hit in hits(unquoted(read.text), here.worn) if hit.cliche.blocks), "")
    if worn:
        return note(f"“{worn}” is on the wall, so no text could say it. Say it in other words.")
    same = (item for item in here.shelf if item.text.casefold() == read.text.casefold())
    if any((item.first_on, item.until_on) == (read.first_on, read.until_on) for item in same):
        return note("That is on the shelf already.", *views.SEE_SHELF)
    if sum(not is_over(item, exchange.today) for item in here.shelf) >= MOST_ITEMS:
        return note(f"There are {MOST_ITEMS} things on the shelf. Take one off first: shelf drop 3", *views.SEE_SHELF)
    return None


def drop(exchange: Exchange, command: TakeFromShelf) -> Reply:
    """By who put it there, by who leads them, or by an admin."""
    item = next((item for item in exchange.store.house.all().shelf if item.id == command.item), None)
    if item is None:
        return note("Nothing on the shelf has that number.", *views.SEE_SHELF)
    if not _may_drop(exchange, item):
        exchange.refuse("item", item.id)
        who = exchange.names.get(item.member_id, "a colleague")
        return note(f"{who} put it there: they, whoever leads them, or an admin can take it off.")
    said = views.thing(item.kind, item.text, item.first_on, item.until_on, exchange.today)
    act_id = exchange.act(f"took off the shelf: {said}")
    exchange.store.house.take_back(act_id, exchange.today, item.id)
    return settled(f"Off the shelf: {said}", act_id)


def _may_drop(exchange: Exchange, item: ShelfItem) -> bool:
    return exchange.member.role is Role.admin or item.member_id in exchange.led


def to_bring(exchange: Exchange, deal: Deal, outcome: Outcome, before: History | None = None) -> ShelfItem | None:
    """What the words of today brought to this deal, if a touch with that outcome reached them: one thing a day."""
    if outcome in {*UNHEARD, Outcome.no_show} or not exchange.house.shelf:
        return None
    history = exchange.with_house(before or exchange.history(deal.id))
    if exchange.standing(history).state in _SILENT:
        return None
    if any(item.on == exchange.today and not item.kept_back for item in history.brought):
        return None
    return proposed(history, exchange.today)


def was_proposed(exchange: Exchange, item: ShelfItem, before: History) -> bool:
    """Whether the list of that day held it: the deal was due, and the thing lay there before that day began."""
    due_on = exchange.standing(before).next_touch_on
    return item.on < exchange.today and due_on is not None and due_on <= exchange.today


def brought(exchange: Exchange, command: Brought) -> Reply:
    """They told the customer of it by themselves: it counts from now on."""
    deal = find_deal(exchange, command.who, lambda id_: f"shelf brought {command.item} {id_}")
    if isinstance(deal, Reply):
        return deal
    item = next((item for item in exchange.store.house.all().shelf if item.id == command.item), None)
    if item is None:
        return note(f"{deal.label}: nothing on the shelf has that number.", *views.SEE_SHELF)
    act_id = exchange.act(f"{deal.label}: brought up what is new")
    exchange.store.house.bring(act_id, deal.id, exchange.today, item.id)
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: brought up, and not proposed there again", act_id)


def not_brought(exchange: Exchange, command: NotBrought) -> Reply:
    """It was proposed, and not used: another touch may bring it."""
    deal = find_deal(exchange, command.who, lambda id_: f"shelf not {command.item} {id_}")
    if isinstance(deal, Reply):
        return deal
    used = {item.item_id: not item.kept_back for item in exchange.history(deal.id).brought}
    if not used.get(command.item):
        return note(f"That was not brought up with {deal.label}.")
    act_id = exchange.act(f"{deal.label}: kept back what is new")
    exchange.store.house.bring(act_id, deal.id, exchange.today, command.item, kept_back=True)
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: kept for another time", act_id)
