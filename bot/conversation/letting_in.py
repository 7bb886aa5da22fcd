"""Whoever an admin says in a line what they are comes in by it. By a line that was refused nobody does."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.cards import Message, Reply
from bot.conversation import joining
from bot.model import Member, Mentioned, Role
from bot.store import Store


class Refused(Exception):
    """Nothing of what was done for the line stays; the answer does."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply


def let_in(store: Store, by: Member, message: Message, now: datetime) -> Message:
    """The line with a number for each who comes in. Whoever cannot keeps the mark, for the answer to say why."""
    if by.role is not Role.admin:
        return by_name(message)

    def number(one: Mentioned) -> str:
        return one.mark if one.outside else str(_member(store, one, now).id)

    return _marked(message, number)


def by_name(message: Message) -> Message:
    return _marked(message, lambda one: one.name)


def _member(store: Store, one: Mentioned, now: datetime) -> Member:
    member = joining.joined(store, one.address, one.profile, now, is_installer=False)
    if member.role is Role.admin:  # awaited by the operator's word
        joining.greet_admin(store, member.id, one.address.platform, now)
    return member


def _marked(message: Message, read: Callable[[Mentioned], str]) -> Message:
    by_mark = {one.mark: one for one in message.mentioned}
    if not by_mark:
        return message
    marks = "|".join(map(re.escape, sorted(by_mark, key=len, reverse=True)))
    return replace(message, text=re.sub(marks, lambda found: read(by_mark[found[0]]), message.text))
