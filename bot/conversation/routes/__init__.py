"""Which module does a command: one module for each group of commands, each match closed."""

from collections.abc import Callable

from bot.cards import Reply
from bot.commands import Command
from bot.conversation.exchange import Exchange

Answer = Callable[[Exchange, Command], Reply]  # for a command that stands for another one
