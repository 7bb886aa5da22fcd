"""A verb that nobody listed is an act, unless it is one of a closed class: how things are, what one thinks or says, what happens.

Verbs of doing are without number and those of being are few: so only the few are listed, in their plain form.
"""

import re

from bot.phrases import base_verb, plain_forms
from bot.reading.words.daynames import MONTH, WEEKDAY

# "dry-runs", "cc's", "ok's": such a verb as well.
WORD = r"(?:[a-z]{1,12}-){0,2}[a-z]+"
THIRD = rf"(?:{WORD}(?<!s)s|[a-z]{{2}}['’]s)"
# "she rarely answers", "they normally batch them", "he supposedly signs": a habit, or hearsay, whatever the verb.
_HARDLY = (
    "rarely|hardly|barely|scarcely|normally|generally|typically|routinely|habitually|supposedly|allegedly|reportedly"
)
# "she personally prints", "Dana then sends": how, and no verb.
HOW = rf"(?:(?:now|then|just|first|even|(?!(?:apply|supply|reply|rely|comply|multiply|imply|assembly|family|tally|rally|fly|july|{_HARDLY})\b)[a-z]{{3,}}ly)\s+)*"
_STATES = (
    "be seem appear look sound smell have own possess contain lack need want require deserve belong depend rely include involve "
    "consist comprise cost fit suit mean matter equal last remain stay exist live reside dwell sit keep tend use know hold look work help "
    "cover handle manage lead head represent serve oversee supervise chair coach report share"
)
_MINDS = (
    "like dislike love hate prefer enjoy adore dread fear worry mind regret resent envy admire trust doubt believe think suspect assume presume "
    "suppose guess reckon expect anticipate foresee envision imagine dream aim hope wish wonder remember forget recall recognise recognize realise "
    "realize understand agree disagree appreciate value respect care fancy crave miss struggle suffer favour favor lean try attempt feel see hear refuse decline"
)
_WORDS = (
    "say claim insist stress mention complain argue joke admit swear vow promise suggest hint deny brag grumble moan gripe predict "
    "forecast signal talk speak warn"
)
_HAPPENS = (
    "happen occur expire lapse die lose win fail rise fall grow shrink increase decrease worsen outgrow "
    "quit resign become undergo face celebrate marry wed attend ski golf depart arrive sleep "
    "vacation holiday go come join idle reopen wait meet"
)
# What undoes a deal, or does somebody down, is an act that nobody waits for.
_UNDOES = frozenset(
    "cancel kill ax axe nuke torch ice ban bench poach scrap reject refuse forfeit ditch dodge skip threaten undercut veto nix sabotage ruin wreck derail torpedo scupper spoil botch "
    "bungle abandon ghost snub dismiss boycott oust sue".split()
)
# So do these with us, or with the deal: "drops the project", where "drops the sample off" hands it over.
_UNDOES_THE_DEAL = frozenset(
    "drop cut sink pull freeze shelve stall delay slash halve trim terminate dump bin pause block break".split()
)
_BEHIND_A_THING = "in|on|at|by|for|with|from|to|over|until|til+|if|because|bc|after|before|again|altogether|entirely|completely|out|down|back|and|or|but|this|next|as|due|tomorrow|tmrw|today|now|when|short|by|eom|eow|eod|half|too|anyway|instead"
_THE_DEAL = re.compile(
    r"\s+(?:(?:me|us)\b(?!\s+(?:an?|the|some)\b)|(?:(?:the|an?|our|my|his|her|their|this|that|whole|entire)\s+)*(?:deal|project|tender|budget|contract|pilot|trial|poc|roll-?out|launch|spend(?:ing)?|funding|headcount|hiring|program(?:me)?|vendors?|renewal|purchase|plug|agreement|ties)"
    # "pulls headcount cost", "drops the contract off", "pulls the budget for us": the paper, and no end of it
    rf"(?![\w'’-])(?!.*\bfor\s+(?:me|us)\b)(?!\s+(?:off\b|(?!(?:{_BEHIND_A_THING}|{WEEKDAY}|{MONTH})\b)[a-z])))",
    re.IGNORECASE,
)
# "cancels her old contract", "drops the incumbent": it makes room for us.
_MAKES_ROOM = re.compile(
    r"\s+(?:(?:the|her|his|their|its)\s+)?(?:old|current|existing|other|previous|legacy|incumbent)\b", re.IGNORECASE
)
# And what befalls people: "catches the flu", "breaks her leg".
_BEFALLS = re.compile(
    r"(?:catch(?:es)?|gets?)\s+(?:(?:the|an?|another)\s+)?(?:bad\s+)?(?:flu|cold|covid|virus|fever|migraine|stomach\s+bug|concussion)\b"
    r"|(?:breaks?|hurts?|sprains?|twists?|injures?|fractures?|tears?|pulls?|cuts?)\s+(?:her|his|their|an?)\s+(?:left\s+|right\s+)?(?:leg|arm|ankle|foot|toe|knee|hip|back|neck|wrist|hand|finger|rib|shoulder|elbow|collarbone|muscle|hamstring|acl|tendon|tooth)\b",
    re.IGNORECASE,
)
# "backs out", "walks away"; to whom of their own they escalate it is an act, and over our heads is none.
_LEAVES_US = re.compile(
    r"(?:(?:back|pull|drop|bail|walk|opt|duck|chicken|bow)(?:s|p?ing)?\s+out\b(?!\s+(?:the|an?|our|it|them)\b)|walk(?:s|ing)?\s+away\b|reneg(?:e|es|ing)\b|bail(?:s|ing)?\s+on\b|escalat(?:e|es|ing)\b(?!\s+(?:(?:it|this|that|us|the\s+\w+)\s+)?(?:up\s+)?(?:to|with)\s+(?:her|his|their|the)\b))",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:(?:will|shall|would|['’]?ll|['’]?d|is|are|['’]?s|['’]?re|going|gonna|to|can|could|must|has|have|needs?|plans?|now|then|just|also|probably)\s+)*",
    re.IGNORECASE,
)
_AND_DOES = re.compile(r"(?:\band|&|\+|\bthen)\s+(?:then\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)
# What stands behind one of these is no word of anybody's: it is thought, asked for, found out, or not so.
_UNSAID = (
    "deny dispute contest refute pretend joke lie dream know find notice learn figure bet want need ask request suggest propose "
    "promise decide arrange check ensure make mean"
)
_NOT_SAID = frozenset(f"{_MINDS} {_UNSAID}".split())
_OF_WORDS = frozenset(f"{_MINDS} {_WORDS}".split()) - {"hear", "see", "like", "love", "miss", "try"}
# With nothing that it is done to: "opens on Monday", not "opens the account on Monday".
_ALONE = frozenset("open close shut begin start end stop leave return land rest".split())
NO_ACTS = frozenset(f"{_STATES} {_MINDS} {_WORDS} {_HAPPENS}".split())
_NO_VERBS = frozenset(
    "this thus us yes as is his hers its ours theirs yours plus less always perhaps does was has goes vs".split()
)
_PASTS = frozenset(
    "was were had did said told thought knew felt got went came left made took saw heard found gave sent spoke met ran won lost kept became paid "
    "brought wrote bought held chose built drew threw grew flew began broke sold spent taught caught stood understood swore hung led fell rang froze withdrew".split()
)
# What stands where a plain verb may, and is none: "to marketing", "to Friday", "to the board".
_NO_PLAIN = frozenset(
    "the a an my our your his her their its this that these those all both each every some any no not one two three it me us him them you we they she he "
    "who what when where how why if and or but of in on at by to from with for about into over past until before after so as too also very more most "
    "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri eod eow eom".split()
)
OBJECT = re.compile(
    r"\s+(?:(?:up|out|over|in|off|back|down|through|together)\s+)?(?:(?:the|an?|our|my|his|her|their|its|this|that|these|those|all|both|some|any|each|every|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+|new|old|final|more|first)\s+\S|(?:it|them|us|me|him|her)\b|(?-i:[A-Z])|[a-z]{3,}\s+\d)",
    re.IGNORECASE,
)
_THIRD = re.compile(rf"\s+{HOW}(?P<verb>(?-i:{THIRD}))(?=\s)", re.IGNORECASE)
_SOMEBODY_ACTS = re.compile(r"\s+(?:that\s+)?(?:i|we|she|he|they)\b", re.IGNORECASE)


def is_act(verb: str, behind: str) -> bool:
    """ "galvanizes", "re-keys", "etching"; not "fears", "lacks", "expiring", nor a word that only ends as they do."""
    low = verb.lower()
    forms = plain_forms(low)
    return (
        low not in _NO_VERBS and NO_ACTS.isdisjoint(forms) and (_ALONE.isdisjoint(forms) or bool(OBJECT.match(behind)))
    )


def is_no_verb(word: str) -> bool:
    """ "was", "this", "hers": it only ends as one does."""
    return word in _NO_VERBS


def undoes(words: str) -> bool:
    """ "cancels the project", "will undercut us", "breaks her leg"; not "skips legal and signs"."""
    words = words[_WILL.match(words).end() :]  # type: ignore[union-attr]
    found = re.match(WORD, words, re.IGNORECASE)
    if not found:
        return False
    forms, behind = plain_forms(found[0].lower()), words[found.end() :]
    if _BEFALLS.match(words) or _LEAVES_US.match(words):
        return True
    if _MAKES_ROOM.match(behind) or any(_does_good(one["verb"]) for one in _AND_DOES.finditer(behind)):
        return False
    return not _UNDOES.isdisjoint(forms) or (not _UNDOES_THE_DEAL.isdisjoint(forms) and bool(_THE_DEAL.match(behind)))


def _does_good(verb: str) -> bool:
    return base_verb(verb) is not None and _UNDOES.isdisjoint(plain_forms(verb.lower()))


def is_past(verb: str) -> bool:
    """ "signed", "sent", "ok'd"."""
    low = verb.lower()
    return low in _PASTS or low.endswith(("ed", "'d"))


def acts_on_something(words: str) -> bool:
    """ " proofs the galley": somebody who is named before it does."""
    found = _THIRD.match(words)
    return bool(found and is_act(found["verb"], words[found.end() :]) and OBJECT.match(words, found.end()))


def is_plain_act(verb: str, behind: str) -> bool:
    """ "etch", where "the logo" stands behind it: what may follow "to" and "will", and is done to something."""
    low = verb.lower()
    if base_verb(low) == low:
        return True
    is_none = low in _NO_PLAIN or low.endswith(("ing", "ed", "ly", "'s")) or not is_act(low, behind)
    return not is_none and bool(OBJECT.match(behind))


def tells_or_thinks(verb: str) -> bool:
    """ "wishes", "insists": what somebody does stands behind it."""
    return not _OF_WORDS.isdisjoint(plain_forms(verb.lower()))


def is_unsaid(verb: str) -> bool:
    """ "fears", "denied", "checking": not "grumbled"."""
    low = verb.lower()
    past = [*plain_forms(f"{low[:-2]}ing"), f"{low[:-3]}y"] if low.endswith("ed") else []
    return not _NOT_SAID.isdisjoint([*plain_forms(low), *past])


def tells_of(behind: str) -> bool:
    """ "figures they outgrow it": who acts behind a verb is thought or spoken of."""
    return bool(_SOMEBODY_ACTS.match(behind))
