"""A call for help on a deal: asked, and taken up."""

import re
from collections.abc import Mapping

from bot.commands.deals import AnswerHelp, Helped, HelpMe
from bot.commands.nonsense import Nonsense
from bot.commands.own import Help
from bot.commands.splitting import number_first

_ON = re.compile(r"^(?:please\s+)?(?:(?:on|with|at|about)\s+)?(?:the\s+)?", re.IGNORECASE)
_WHY = re.compile(r"^(?P<who>\S.*?)(?:\s+because\s+|\s*[:;]\s*|\s+[-–]\s+)(?P<why>\S.*)$", re.IGNORECASE)
_ANSWER = re.compile(r"^(?P<who>[^:;]+?)\s*[:;]\s*(?P<answer>\S.*)$", re.DOTALL)
_WHOM = re.compile(r"^(?:[^\W\d_][\w'’-]*\s+)?(?:on|with)\s+(?P<who>\S.*)$", re.IGNORECASE)


def help_me(rest: str) -> HelpMe | Help | Nonsense:
    """ "on Acme: they want 20 % off", "with Acme because the price is stuck"; alone it asks for the list of commands."""
    bare = _ON.sub("", rest.strip(" ?!.")).strip()
    if not bare:
        return Help()
    told = _WHY.match(bare)
    if told:
        return HelpMe(told["who"], told["why"].strip(" ."))
    return HelpMe(*(number_first(bare) or (bare, "")))


def helped(rest: str) -> Helped | Nonsense:
    """ "Acme", "Tom on Acme", "Acme: offer them ten"."""
    told = _ANSWER.match(rest.strip())
    who = (told["who"] if told else rest).strip(" ?!.")
    whom = _WHOM.match(who)
    answer = told["answer"].strip() if told else ""
    return Helped(whom["who"] if whom else who, answer) if who else Nonsense("helped", "helped")


def helped_form(rest: str, fields: Mapping[str, str]) -> Helped:
    """Left empty it was taken up in another way, by a call perhaps."""
    return Helped(rest, " ".join(fields.get("answer", "").split()))


def answer_help(rest: str) -> AnswerHelp | Helped | Nonsense:
    found = helped(rest)
    return AnswerHelp(found.who) if isinstance(found, Helped) and not found.answer else found
