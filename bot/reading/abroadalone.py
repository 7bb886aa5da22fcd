"""What a rep types in another language with no verb of ours: "devis von mir", "ce soir", "on se rappelle". See otherlanguages.

Only what says whose a thing is, which day is meant, or that both speak again is put into English; the thing keeps its words.
"""

import re

_FROM_US = re.compile(
    r"(?<=\w)(?<!kommt)(?<!kommen)(?<!folgt)(?<!folgen)\s+(?:von\s+(?:mir|uns)|de\s+(?:moi|nous|mí|nosotros)|da\s+(?:me|noi|parte\s+(?:mia|nostra))|fra\s+(?:meg|oss)|van\s+(?:mij|ons)|ode\s+mnie|od\s+nas|från\s+(?:mig|oss))(?=\s|$)",
    re.IGNORECASE,
)
_FROM_THEM = re.compile(
    r"(?<=\w)\s+(?:von\s+(?:ihm|ihr|ihnen)|d['’](?:elle|eux)|de\s+(?:lui|él|ella|ellos)|da\s+(?:lui|lei|loro|parte\s+(?:sua|loro))|fra\s+(?:ham|henne|dem)|van\s+(?:hem|haar|hen)|od\s+(?:nich|niego|niej)|från\s+(?:honom|henne|dem))(?=\s|$)",
    re.IGNORECASE,
)
_TONIGHT = re.compile(
    r"\b(?:ce\s+soir|esta\s+(?:noche|tarde)|heute\s+abend|i\s+kveld|dziś\s+wieczorem)\b", re.IGNORECASE
)
_LEAD = r"^(?:(?:und|et|y|e|en|og|and|then|dann|donc|allora)\s+)*"
_WE_SPEAK = re.compile(
    rf"{_LEAD}(?:on\s+se\s+(?:r?appelle|re?parle|parle|téléphone|recontacte)|nous\s+nous\s+(?:r?appelons|parlons)|ci\s+(?:ri)?sentiamo|nos\s+(?:hablamos|llamamos)|vi\s+(?:snakkes|prates|ringes|snakker)|wir\s+(?:sprechen|telefonieren|hören)(?:\s+uns)?|we\s+(?:bellen|spreken)(?:\s+elkaar)?)(?:\s+(?:wieder|erneut|nochmals?|de\s+nouveau|à\s+nouveau|di\s+nuovo|de\s+nuevo|igjen|weer))?(?=\s+\S)",
    re.IGNORECASE,
)
_WE_MEET = re.compile(
    rf"{_LEAD}(?:on\s+se\s+(?:re)?(?:voit|rencontre)|nous\s+nous\s+(?:re)?(?:voyons|rencontrons)|ci\s+(?:ri)?vediamo|nos\s+(?:vemos|reunimos)|vi\s+(?:ses|møtes)|wir\s+(?:sehen|treffen)\s+uns|we\s+(?:zien|ontmoeten)\s+elkaar)(?:\s+(?:wieder|igjen|weer))?(?=\s+\S)",
    re.IGNORECASE,
)


def plainer(clause: str) -> str:
    """Unchanged when it holds nothing of the kind."""
    clause = _WE_MEET.sub("we meet", _WE_SPEAK.sub("we speak", clause))
    return _TONIGHT.sub("tonight", _FROM_THEM.sub(" from them", _FROM_US.sub(" from me", clause)))
