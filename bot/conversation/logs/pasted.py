"""Several lines at once: which of them belong together. A bullet goes on with the line before, unless it names a deal of
its own before a colon, and a company's name on a line of its own is whose all the others are."""

from collections.abc import Iterable, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, is_name_alone, meant, name_at_start, named_in
from bot.reading.mentioned.headings import firm_before, is_heading, is_surely_firm
from bot.reading.words.bullets import bare, each_apart
from bot.reading.words.shortcodes import at_colon

_LONGEST_HEAD = 4  # words
_OF_NOBODY_KNOWN = 0  # the number of no deal


def together(exchange: Exchange, lines: Iterable[str]) -> tuple[str, ...]:
    """The calls in these lines, each with its bullets; a bullet in a list of several deals begins a call of its own.

    Under a line of a deal it does so with a colon behind the name alone: "Rho is their competitor" is said of the line's deal.
    """
    typed = [line.strip() for line in each_apart("\n".join(lines))]
    is_list = _is_list(exchange, typed)
    calls: list[list[str]] = []
    heading, deal = "", None  # what the bullets stand under, until the first one asks whose it is
    for line in typed:
        text = bare(line)
        if text == line:
            calls.append([text])
            heading, deal = text, None
            continue
        deal = _deal_of(exchange, heading) if heading else deal
        heading, named = "", _at_colon(exchange, text)
        is_new_firm = is_list and named is None and is_surely_firm(_head(text))
        if not calls or is_new_firm or _begins_another(exchange, text, named, deal):
            calls.append([text])
            deal = named
        else:
            calls[-1].append(text)
            deal = _OF_NOBODY_KNOWN if deal is None and _is_of_firm(calls[-1][0]) else deal
    return tuple(_joined(exchange, parts) for parts in calls)


def _is_list(exchange: Exchange, typed: Sequence[str]) -> bool:
    """Whether the bullets are deals: they stand under nothing, or one of them is another deal's."""
    if not typed or bare(typed[0]) != typed[0]:
        return bool(typed)
    texts = [text for line in typed if (text := bare(line)) != line]
    deal = _deal_of(exchange, typed[0]) if texts else None
    return any(_begins_another(exchange, text, _at_colon(exchange, text), deal) for text in texts)


def _begins_another(exchange: Exchange, text: str, named: int | None, deal: int | None) -> bool:
    """Whether a bullet begins a call: "Dana: …" under the line of Dana's own deal goes on with it."""
    if named is None:
        return deal is None and _begins_with_deal(exchange, text)
    return named != deal or deal_called(exchange, at_colon(text)[0].strip()) is not None


def _at_colon(exchange: Exchange, text: str) -> int | None:
    """The deal that is named before the colon."""
    head, mark, _ = at_colon(text)
    match = meant(exchange, head.strip()) if mark else None
    return match.ids[0] if match and match.sure else None


def _deal_of(exchange: Exchange, text: str) -> int | None:
    """The deal of a line or a heading, wherever its name stands; of a new firm, or of one of several, a number of none."""
    found = meant(exchange, at_colon(text)[0].strip())
    if found.sure:
        return found.ids[0]
    _, _, told = at_colon(text)
    if told.strip() and is_surely_firm(_head(text)):
        return _OF_NOBODY_KNOWN
    inside = named_in(exchange, text)
    if inside.sure:
        return inside.ids[0]
    return _OF_NOBODY_KNOWN if inside.ids else None


def _is_of_firm(text: str) -> bool:
    """ "Zeta: they like it" and "Zeta", which nobody knows yet."""
    return is_surely_firm(_head(text) or text)


def _joined(exchange: Exchange, parts: Sequence[str]) -> str:
    first, *bullets = parts
    if not bullets:
        return first
    joints = [" " if part.endswith(":") else "; " for part in parts[:-1]]
    if joints[0] != " " and is_name_alone(exchange, first):
        joints[0] = ": "
    return first + "".join(f"{joint}{text}" for joint, text in zip(joints, bullets, strict=True))


def of_another(exchange: Exchange, text: str, deal: int) -> str:
    """The first line that begins with another deal's own name and a colon; empty where all are of this one."""
    for line in map(bare, each_apart(text)):
        head, mark, _ = at_colon(line)
        if mark and deal_called(exchange, head.strip()) not in {None, deal}:
            return line
    return ""


def of_new_firm(exchange: Exchange, lines: Sequence[str]) -> str:
    """ "Zeta" on a line of its own, and what they said under it, as one line; else empty."""
    head, *rest = lines
    name = head.rstrip(" :")
    is_name = is_surely_firm(name) and len(name.split()) <= _LONGEST_HEAD and not is_heading(name.split()[0])
    if not is_name or not rest or meant(exchange, name).sure:
        return ""
    is_list = any(_begins_with_deal(exchange, line) or is_surely_firm(line) for line in rest)
    return "" if is_list else f"{name}: {'; '.join(rest)}"


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
