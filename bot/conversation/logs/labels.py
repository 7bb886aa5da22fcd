"""A deal may be called as every list calls it, "Acme, 40 seats": then its title is nothing that was told."""

from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant, name_at_start
from bot.reading.words.shortcodes import begun

_BEHIND = " :,;-–—"
_MOST = 20  # deals of one company


def labelled(exchange: Exchange, text: str) -> tuple[str, str] | None:
    """The number of the one deal whose whole name stands first, and what follows it."""
    name = name_at_start(exchange, text)
    if not name or "," not in text[: len(name) + 1]:
        return None
    company = name.partition(",")[0]
    deals = [deal for id_ in meant(exchange, company).ids[:_MOST] if (deal := exchange.deal(id_))]
    found = [deal for deal in deals if deal.company and deal.title and _begins(text, deal.full_label)]
    return (str(found[0].id), begun(text[len(found[0].full_label) :], _BEHIND)) if len(found) == 1 else None


def _begins(text: str, label: str) -> bool:
    return text[: len(label)].casefold() == label.casefold() and not text[len(label) : len(label) + 1].isalnum()
