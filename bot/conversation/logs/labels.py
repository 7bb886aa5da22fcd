"""A deal may be called as every list calls it, "Acme, 40 seats": then its title is nothing that was told."""

from bot.conversation.exchange import Exchange
from bot.conversation.finding import holding, name_at_start
from bot.reading.names import key, words_of
from bot.reading.words.shortcodes import begun

_BEHIND = " :,;-–—"


def labelled(exchange: Exchange, text: str) -> tuple[str, str] | None:
    """The number of the one deal whose whole name stands first, and what follows it."""
    name = name_at_start(exchange, text)
    if not name or "," not in text[: len(name) + 1]:
        return None
    company = name.partition(",")[0]
    deals = [one for one in holding(exchange, words_of(company)) if one.title and key(one.company) == key(company)]
    found = [one for one in deals if _begins(text, one.full_label)]
    return (str(found[0].id), begun(text[len(found[0].full_label) :], _BEHIND)) if len(found) == 1 else None


def _begins(text: str, label: str) -> bool:
    """Where the sentence goes on, "Kent, demo moved to Tuesday", the title may be what it tells of."""
    behind = text[len(label) :].lstrip()
    return text[: len(label)].casefold() == label.casefold() and (not behind or behind[0] in _BEHIND)
