"""The deals whose company, or its first word where that is telling, stands anywhere in a text."""

import re
from collections.abc import Sequence

from bot.reading.mentioned.seconds import other_end
from bot.reading.names import Known, key
from bot.reading.naming.called import is_common
from bot.reading.naming.namekeys import bare
from bot.reading.naming.subjects import without_addresses
from bot.reading.words.shortcodes import without_shortcodes

_TELLING = 5  # letters; a shorter first word stands in any sentence


def mentioned(text: str, known: Sequence[Known]) -> tuple[int, ...]:
    """ "I just spoke to Jory at Tamar": of names that stand there whole, else of their first words."""
    said = f" {key(without_addresses(text))} "
    owns = [(deal, key(deal.company) or key(deal.title)) for deal in known]
    whole = tuple(deal.id for deal, own in owns if (name := bare(own)) and f" {name} " in said)
    if whole:
        return whole
    said = f" {key(without_addresses(without_shortcodes(text)))} "
    telling = ((deal, own.partition(" ")[0]) for deal, own in owns)
    return tuple(
        deal.id
        for deal, first in telling
        if len(first) >= _TELLING and f" {first} " in said and not is_common(first) and _is_itself(text, first, deal)
    )


def _is_itself(text: str, first: str, deal: Known) -> bool:
    """Whether the word stands there without another second one."""
    places = list(re.finditer(rf"\b{re.escape(first)}\b", text, re.IGNORECASE))
    return not places or any(not other_end(text, *place.span(), (deal,)) for place in places)
