"""How a deal ends or goes on after all: won, lost, let go, kept, reopened, left alone for good."""

import re
from collections.abc import Mapping

from bot.commands.deals import DoNotContact, Keep, Later, LetGo, Lost, Reopen, Won
from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_first, until, who_and_why

AMOUNT_AT_END = re.compile(
    r"^(?P<who>.+?)[\s:,]+(?:to |at |for )?(?P<amount>[^\w\s]{0,3}\s?\d[\d.,' ]*(?:\s?[km]\b)?(?:\s?[^\W\d]{1,4}|\s?[€$£¥])?)$",
    re.IGNORECASE,
)


def won(rest: str) -> Won | Nonsense:
    if not rest:
        return Nonsense("won", "won")
    split = AMOUNT_AT_END.match(rest)
    return Won(split["who"].strip(), split["amount"].strip()) if split else Won(rest)


def lost(rest: str) -> Lost | Nonsense:
    return Lost(*_about(rest)) if rest else Nonsense("lost", "lost")


def let_go(rest: str) -> LetGo | Later | Nonsense:
    """ "let go Acme until May" rests until then: it is put off, and comes up on that day."""
    who, day = until(rest)
    if who and day and not _about(who)[1]:  # "no budget until May" is why
        return Later(who, day)
    return LetGo(*_about(rest)) if rest else Nonsense("let go", "let go")


def do_not_contact(rest: str) -> DoNotContact | Nonsense:
    return DoNotContact(*_about(rest)) if rest else Nonsense("do not contact", "do not contact")


def reopen(rest: str) -> Reopen | Nonsense:
    who = re.sub(r"\s+they agreed$", "", rest, flags=re.IGNORECASE)
    return Reopen(who, sure=who != rest) if who else Nonsense("reopen", "reopen")


_OFF_MY_LIST = re.compile(r"\s+(?:off|out\s+of)\s+(?:my|the)\s+list$", re.IGNORECASE)


def keep(rest: str) -> Keep | Later | Nonsense:
    """ "keep Acme off my list until Tuesday" keeps nothing going: it waits."""
    if not rest:
        return Nonsense("keep", "keep")
    about, day = until(rest)
    if _OFF_MY_LIST.search(about):
        return Later(_OFF_MY_LIST.sub("", about), day)
    numbered = number_first(about)
    who, why = who_and_why(about)
    if numbered and not why:
        who, why = numbered
    return Keep(who, why, day)


def keep_form(who: str, fields: Mapping[str, str]) -> Keep | Nonsense:
    """A filled-in form; `who` is what stood behind the command."""
    return (
        Keep(who, fields.get("why", "").strip(), fields.get("until", "").strip()) if who else Nonsense("keep", "keep")
    )


def _about(rest: str) -> tuple[str, str]:
    """Who and why; a number needs no colon, since forms and buttons send it."""
    who, why = who_and_why(rest)
    return (who, why) if why else number_first(rest) or (who, "")
