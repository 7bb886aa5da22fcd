"""A verb that nobody listed is an act, unless it is one of a closed class: how things are, what one thinks or says, what happens.

Verbs of doing are without number and those of being are few: so only the few are listed, in their plain form.
"""

import re

from bot.phrases import plain_forms

# "dry-runs", "cc's", "ok's": such a verb as well.
WORD = r"(?:[a-z]{1,12}-){0,2}[a-z]+"
THIRD = rf"(?:{WORD}s|[a-z]{{2}}['’]s)"
# "she personally prints", "Dana then sends": how, and no verb.
HOW = r"(?:(?:now|then|just|first|even|(?!(?:apply|supply|reply|rely|comply|multiply|imply|assembly|family|tally|rally|fly|july)\b)[a-z]{3,}ly)\s+)*"
_STATES = (
    "be seem appear look sound smell have own possess contain lack need want require deserve belong depend rely include involve "
    "consist comprise cost fit suit mean matter equal last remain stay exist live reside dwell sit keep tend use know hold look work help "
    "cover handle manage lead head represent serve oversee supervise chair coach report share"
)
_MINDS = (
    "like love hate prefer enjoy adore dread fear worry mind regret resent envy admire trust doubt believe think suspect assume presume "
    "suppose guess reckon expect anticipate foresee envision imagine dream aim hope wish wonder remember forget recall recognise recognize realise "
    "realize understand agree disagree appreciate value respect care fancy crave miss struggle suffer favour favor lean try attempt feel see hear refuse decline"
)
_WORDS = (
    "say claim insist stress mention complain argue joke admit swear vow promise suggest hint deny brag grumble moan gripe predict "
    "forecast signal talk speak warn"
)
_HAPPENS = (
    "happen occur expire lapse end close open begin start stop die lose win fail rise fall grow shrink increase decrease worsen outgrow "
    "quit resign retire leave become undergo face celebrate marry wed attend travel fly ski golf land depart arrive return sleep "
    "rest vacation holiday go come join shut idle reopen wait meet"
)
NO_ACTS = frozenset(f"{_STATES} {_MINDS} {_WORDS} {_HAPPENS}".split())
_NO_VERBS = frozenset(
    "this thus us yes as is his hers its ours theirs yours plus less always perhaps does was has goes vs".split()
)
_SOMEBODY_ACTS = re.compile(r"\s+(?:that\s+)?(?:i|we|she|he|they)\b", re.IGNORECASE)


def is_act(verb: str) -> bool:
    """ "galvanizes", "re-keys", "etching"; not "fears", "lacks", "expiring", nor a word that only ends as they do."""
    low = verb.lower()
    is_none = low in _NO_VERBS or low.endswith("ss")
    return not is_none and NO_ACTS.isdisjoint(plain_forms(low))


def tells_of(behind: str) -> bool:
    """ "figures they outgrow it": who acts behind a verb is thought or spoken of."""
    return bool(_SOMEBODY_ACTS.match(behind))
