"""The order is confirmed, in the languages reps drop into: beside its sum it is the order, alone it is asked.

A whole clause that says so; what shall be confirmed is none.
"""

import re

_CONFIRMED = re.compile(
    r"(?:(?:the|our|their|her|his|unsere|die|der|notre|la|il|su|el)\s+)?(?:(?:order|auftrag|bestellung|commande|ordine|pedido|ordre|bestilling|beställning|bestelling|opdracht|encomenda|zamówienie)(?:en|et|n|t)?)\s+(?:(?:is|ist|wurde|est|è|er|är|jest|zostało|está|has\s+been|now|stato|stata)\s+)*(?:confirmed|confermat[oa]|bestätigt|confirmée?|confirmad[oa]|bekreftet|bekræftet|bekräftad|bekräftat|potwierdzone|bevestigd)(?:\s+(?:today|oggi|heute|aujourd['’]hui|hoy|i\s+dag|dzisiaj|dziś|vandaag|(?:por|per|für|for|pour|over|på|na|di|voor)\s+[€$£]?\d[\d.,]*\s?(?:k\b|€|\$|£|[a-z]{2,5})?|by\s+(?:phone|e-?mail)|per\s+mail|telefonisch))?[\s!.]*"
    r"|(?:auftrag|bestellung)\s+erteilt[\s!.]*|(?:confermat[oa]|confirmad[oa]|confirmée?|bestätigt|bekreftet|potwierdzone)\s+(?:l['’]|il|la|el|le|die|den)?\s?(?:ordine|pedido|commande|bestellung|auftrag|ordren|zamówienie)[\s!.]*",
    re.IGNORECASE,
)


def is_confirmed(clause: str) -> bool:
    """ "ordine confermato", "Bestellung bestätigt"."""
    return bool(_CONFIRMED.fullmatch(clause))
