"""Not before a day, in tongues that say it by "only then": "will erst nach Ostern reden", "vil først snakke etter 20.4.", "pas avant le 20/4".

Only a talk, or nothing at all, may be put off so; what they do only then is an act of theirs, and read elsewhere.
"""

import re

_DAY = r"(?P<day>(?:dem\s+|den\s+|der\s+|d\.\s+)?(?:\d{1,2}\.\s?(?:\d{1,2}\.?(?:\d{2,4})?|[a-zäöüæøå]+)|\d{1,2}/\d{1,2}|ostern|pfingsten|weihnachten|påske|påsk|pasen|januar\w*|februar\w*|märz|mars|maart|april|mai|maj|mei|juni|juli|august\w*|september|oktober|november|de[zs]ember))"
_ONLY = r"(?:erst|først|först|pas|dopiero)"
_FROM = r"(?:ab|fra|från|vanaf|od)"
_AFTER = r"(?:nach|etter|efter|na|po)"
_FEASTS = {"ostern": "Easter", "påske": "Easter", "påsk": "Easter", "pasen": "Easter", "pfingsten": "Pentecost", "weihnachten": "Christmas"}  # fmt: skip
_TALK = r"(?:reden|sprechen|telefonieren|weiterreden|weitersprechen|hören|snakke|snakkes|snakka|prata|talas|tale|praten|spreken|bellen|contact|kontakt|treffen|møtes|mötas|melden|entscheiden|weitermachen|loslegen|starten)"
_TOLD = re.compile(
    rf"(?:(?:will|möchte|mag|kann|soll|vil|vill|kan|wil|wollen)\s+)?(?:sich\s+|uns\s+|mit\s+uns\s+)?{_ONLY}\s+(?:wieder\s+|igjen\s+|igen\s+|weer\s+|{_TALK}\s+)*(?:(?P<event>{_AFTER}\s+(?:der|dem|den|de|het)?\s*[\w-]+)(?:\s+(?:wieder\s+)?{_TALK})?\s*[(,]\s*)?(?:(?P<since>{_FROM})|(?P<after>{_AFTER}))\s+{_DAY}\)?(?:\s+(?:wieder|igjen|igen|weer|mit\s+uns|{_TALK}))*[\s.!]*$",
    re.IGNORECASE,
)


def put_off_in_english(clause: str) -> str:
    """ "Jürgen will erst ab 20.4. reden" -> "Jürgen: don't call before 20.4."; empty of anything else."""
    found = _TOLD.search(clause)
    who = clause[: found.start()].strip(" ,:") if found else ""
    if not found or len(who.split()) > 2:  # noqa: PLR2004 - first name and last name
        return ""
    day = _FEASTS.get(found["day"].lower(), found["day"])
    return f"don't call {'before' if found['since'] else 'until after'} {day}"
