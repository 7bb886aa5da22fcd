"""Whether the capital that begins a clause is somebody's: "Will signs" and "Mark sends it" tell of people, "Call Dana" and "Send it" do not."""

import re

from bot.phrases import base_verb
from bot.reading.people.atwork import WORDS
from bot.reading.words.money import CURRENCIES

_NOT_NAMES = frozenset(
    "sent called left spoke she he they we i told asked met no yes next call meeting demo still very good great busy "
    "voicemail email emailed asked got needs wants likes waiting will maybe the a an and but then so also monday tuesday "
    "wednesday thursday friday saturday sunday today tomorrow just only really "
    "told said promised agreed cancelled postponed moved pushed rescheduled owe owes out away off back on thanks thx sorry hope "
    "talked spoke spoken chatted rang phoned visited nobody someone somebody everyone coffee lunch demo onsite chat convo good great reached "
    "need big small any one two looks sounds tried good bad nice long short still hung not asap fyi update kickoff budget price pricing "
    "heute morgen gestern übermorgen montag dienstag mittwoch donnerstag freitag samstag sonntag demain hier lundi mardi mercredi jeudi vendredi domani ieri lunedì mañana ayer lunes "
    "rückruf termin vertrag angebot bestellung budget akte besuch wiedervorlage rappel devis contrat "
    "mailbox anrufbeantworter combox received forwarded delivered confirmed po nda msa sow".split()
) | {code.lower() for code in CURRENCIES}
_DOES = re.compile(r"[a-z]{2,}[^\Wsu]s")  # behind the auxiliary no verb ends so


def is_name(name: str, verb: str) -> bool:
    """ "Call Dana" is none; "Will March" is, and so is the first of "Will will sign" and of "Will signs"."""
    first, _, rest = name.partition(" ")
    is_will = first == "Will" and (
        rest or _DOES.fullmatch(verb) or verb.lower() in {"will", "is", "was", "has", "says", "said", "wants", "needs"}
    )
    return first.lower() not in _NOT_NAMES or bool(is_will)


def is_verb(name: str, behind: str) -> bool:
    """ "Send" is one, and so is "Mark", unless an act of somebody's stands behind it: "Mark sends", "Mark will"."""
    first = name.split(maxsplit=1)[0].lower()
    acts = _DOES.fullmatch(behind) or behind.lower() in {"will", "is", "was", "has"}
    return base_verb(first) is not None and not (first in WORDS and acts)
