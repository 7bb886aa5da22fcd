"""Several lines at once: which of them belong together. A bullet that names no deal goes on with the line before, and a
company's name on a line of its own is whose all the others are."""

import re
from collections.abc import Iterable, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, is_name_alone, meant, name_at_start
from bot.reading.mentioned.headings import firm_before, is_heading, is_surely_firm
from bot.reading.words.shortcodes import at_colon

_BULLET = re.compile(r"^\s*(?:[-*•·▪◦–—]|\d{1,2}[.)])\s+(?=\S)")
_LONGEST_HEAD = 4  # words


def together(exchange: Exchange, lines: Iterable[str]) -> tuple[str, ...]:
    """The calls in these lines, each with its bullets; a bullet in a list of several deals begins a call of its own."""
    typed = [line.strip() for line in lines if line.strip()]
    is_list = bool(typed) and bool(_BULLET.match(typed[0]))
    is_list = is_list or any(_BULLET.match(line) and _begins_with_deal(exchange, _bare(line)) for line in typed)
    calls: list[str] = []
    for line in typed:
        bare = _bare(line)
        is_own = bare == line or _begins_with_deal(exchange, bare) or (is_list and is_surely_firm(_head(bare)))
        if calls and not is_own:
            calls[-1] = f"{calls[-1]}{_joint(exchange, calls[-1])}{bare}"
        else:
            calls.append(bare)
    return tuple(calls)


def of_new_firm(exchange: Exchange, lines: Sequence[str]) -> str:
    """ "Zeta" on a line of its own, and what they said under it, as one line; else empty."""
    head, *rest = lines
    name = head.rstrip(" :")
    is_name = is_surely_firm(name) and len(name.split()) <= _LONGEST_HEAD and not is_heading(name.split()[0])
    if not is_name or not rest or meant(exchange, name).sure:
        return ""
    is_list = any(_begins_with_deal(exchange, line) or is_surely_firm(line) for line in rest)
    return "" if is_list else f"{name}: {'; '.join(rest)}"


def _bare(line: str) -> str:
    return _BULLET.sub("", line)


def _head(line: str) -> str:
    head, mark, _ = at_colon(line)
    return firm_before(head) if mark else ""


def _begins_with_deal(exchange: Exchange, line: str) -> bool:
    """By its own name; somebody who is known there begins a sentence as well."""
    head, mark, _ = at_colon(line)
    if mark and meant(exchange, head.strip()).sure:
        return True
    named = name_at_start(exchange, line)
    return bool(named) and deal_called(exchange, named) is not None


def _joint(exchange: Exchange, before: str) -> str:
    if before.endswith(":"):
        return " "
    return ": " if is_name_alone(exchange, before) else "; "
