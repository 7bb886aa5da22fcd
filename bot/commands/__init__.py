"""Commands: one parser for what is typed, pressed and filled in, and the help that explains it."""

from bot.commands.calls import AboutCalls
from bot.commands.deals import AboutDeals
from bot.commands.house import AboutHouse
from bot.commands.lists import AboutLists
from bot.commands.nonsense import Nonsense
from bot.commands.own import AboutMe
from bot.commands.parsing import command_from, misspelt
from bot.commands.people import AboutPeople
from bot.commands.policy import AboutPolicy
from bot.commands.readers import Command
from bot.commands.splitting import number_from
from bot.commands.usage import HELP, Topic, Usage

__all__ = [
    "HELP",
    "AboutCalls",
    "AboutDeals",
    "AboutHouse",
    "AboutLists",
    "AboutMe",
    "AboutPeople",
    "AboutPolicy",
    "Command",
    "Nonsense",
    "Topic",
    "Usage",
    "command_from",
    "misspelt",
    "number_from",
]
