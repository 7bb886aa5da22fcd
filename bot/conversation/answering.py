"""Answers a command: its group's routes name the module that does it; a list that it was pressed on is answered with the list."""

import re

from bot.cards import Reply
from bot.commands import (
    AboutCalls,
    AboutDeals,
    AboutHouse,
    AboutLists,
    AboutMe,
    AboutPeople,
    AboutPolicy,
    Command,
    Nonsense,
    calls,
    deals,
    house,
    lists,
    own,
    people,
    policy,
)
from bot.commands.handing import Covers, Pack, WhileAway
from bot.commands.measuring import Charts, CoachMe, MyMonday, Works
from bot.conversation import covering, followups, pending
from bot.conversation.exchange import Exchange
from bot.conversation.routes.of_calls import about_calls
from bot.conversation.routes.of_deals import about_deals
from bot.conversation.routes.of_lists import about_lists
from bot.conversation.routes.of_oneself import about_me
from bot.conversation.routes.of_plain_words import not_understood
from bot.conversation.routes.of_the_house import about_house, about_people, about_policy

# These only read, whoever asks: they need no writing transaction.
READING = (
    own.Help, own.Hello, own.Status, Works, CoachMe, MyMonday, Charts, lists.Attention, lists.Followups, lists.Upcoming, lists.Owed, lists.Deals, lists.Which, lists.Nurture, deals.ShowDeal, deals.Where, deals.Recall, deals.Why, deals.AnswerHelp,
    deals.WhoCanSee, Pack, Covers, WhileAway, calls.Words, calls.Prep, calls.Check, calls.Drafts, people.People, people.Team, people.Share, people.Undelivered,
    policy.ShowPolicy, policy.TryFigures, house.Shelf, house.Wall,
)  # fmt: skip

# Beside its answer each of these keeps something of the member's own, which nobody can undo or do twice.
NOTING = (calls.Check,)


def answer(exchange: Exchange, command: Command) -> Reply:
    """The reply; a press on a list that changed something, or on a line that is settled since, answers with the list itself."""
    reply = _answer(exchange, command)
    covering.mark(exchange)
    if not isinstance(command, READING):
        pending.remember(exchange, reply)
    if (exchange.acts or exchange.undone or exchange.gone) and followups.is_list(exchange.pressed_on):
        return followups.changed_list(exchange, remark=" ".join(exchange.remarks))
    return reply


def word_of(command: Command) -> str:
    """What the audit record calls it: "let go", "log line"."""
    if isinstance(command, Nonsense):
        return "in words"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(command).__name__).lower()


def _answer(exchange: Exchange, command: Command) -> Reply:
    exchange.store.audit.doing(word_of(command))
    if isinstance(command, AboutCalls):
        return about_calls(exchange, command, _answer)
    if isinstance(command, AboutDeals):
        return about_deals(exchange, command)
    if isinstance(command, AboutLists):
        return about_lists(exchange, command)
    if isinstance(command, AboutMe):
        return about_me(exchange, command, _answer)
    if isinstance(command, AboutHouse):
        return about_house(exchange, command)
    if isinstance(command, AboutPeople):
        return about_people(exchange, command)
    if isinstance(command, AboutPolicy):
        return about_policy(exchange, command)
    return not_understood(exchange, command, _answer)
