"""A promise as a rep types it becomes plain English: "checks w/ finance" -> "check with finance". Pure language.

What cannot be made into a good phrase is None: the caller shows it for editing and never says it (voice.md section 4).
"""

import re

VERBS = frozenset(
    """accept add advise agree align answer appoint approve arrange ask assign attach attend be book bring budget build
    buy calculate call cancel change chase check choose circulate clarify clear close collect come commit compare
    complete confirm connect consider consult contact contract copy cost count cover create deal decide deliver demo
    design discuss do double draft draw drop email enter evaluate explain extend file fill finalise finalize find finish
    fix follow forward get give go grant handle hand have hear help hire hold include inform inspect install introduce
    invite issue join keep know lay lead learn leave let liaise list load look loop mail make map mark measure meet mention
    move name negotiate note obtain offer open order organise organize outline pass pay phone pick pilot place plan
    post prep prepare present price print prioritise process produce propose provide publish pull push put quote raise reach
    read recheck record reduce refer register release remind renew repair reply report request reserve resend resolve
    respond return review revise ring route run save say scan schedule scope see select send set settle share ship
    show sign sit solve sort speak specify split staff start state stop submit summarise supply survey take talk tell
    test think tour train translate trial try update upgrade upload use validate verify visit wait walk watch wire work
    write invoice refund credit expedite escalate demo nail
    text courier fax overnight shoot fire ping cc relay transfer retrieve fetch grab gather compile collate crunch tally recalc recalculate reconcile
    recount rework redo redraw rewrite rerun reprice requote resubmit revisit recap redline refine rephrase replace research reset revert sketch mock
    trim tweak swap switch swing vet screen weigh okay sponsor champion pitch table float socialise socialize rally wrangle rope drag host taste
    countersign initial notarise notarize unblock unlock secure carve pencil slot jot log track tag flag figure flesh iron hash export download dump
    migrate onboard troubleshoot trigger secure lend loan pack wrap drive fly demo sync buzz dial nudge circle sleep chew noodle ponder mull digest
    score rank benchmark shortlist""".split()
)
_IRREGULAR = {"has": "have", "does": "do", "goes": "go", "is": "be", "are": "be"}
_SHORT = {
    "w/": "with", "w": "with", "w/o": "without", "mtg": "meeting", "mtgs": "meetings", "appt": "appointment", "info": "details",
    "q's": "questions", "qs": "questions", "&": "and", "thru": "through", "asap": "soon", "ppl": "people",
    "mgmt": "management", "mgr": "manager", "dept": "department", "prez": "presentation", "fwd": "forward",
    "teh": "the", "hte": "the", "adn": "and", "wiht": "with", "thier": "their", "recieve": "receive", "cb": "call back", "tx": "thanks", "docs": "documents", "nums": "numbers", "b4": "before", "abt": "about", "re": "about",
}  # fmt: skip
_SUBJECT = re.compile(
    r"^(?:(?:and|but|then|also|so)\s+)*"
    r"(?:(?:i|we|she|he|they|you|who|it)(?:['’](?:ll|m|re|s|d|ve))?\b\s*)?"
    r"(?:(?:will|would|shall|can|could|should|must|am|is|are|going|gonna|to|needs? to|ha(?:s|ve) to|plans? to|hopes? to"
    r"|(?:promis|agre|offer)(?:ed|es|s) to|due|also|then|now|just|please|probably|definitely|certainly)\b\s+)*",
    re.IGNORECASE,
)
_WILL = re.compile(r"(?:\b(?:will|shall|going to|gonna)|['’]ll)\s*$", re.IGNORECASE)
_PROMISED_THING = re.compile(
    r"^.*?\bpromised\s+(?:(?:her|him|them|me|us)\s+)?(?P<thing>(?:the|a|an|our|my|their)\s.+)$", re.IGNORECASE
)
_TRAILING = re.compile(
    r"(?:\s+(?:by|on|at|before|until|till|for|from|after|in|to|around|about|due|and|the|during|within))+$",
    re.IGNORECASE,
)
_WITH_ON = frozenset({"bring", "get", "keep", "put", "take"})  # "get the other skipper on": the last word is the verb's
# Letters beside digits name a thing ("SOC2", "v2 of the quote"), but for a sound ("gr8") and a slip ("at3", "3months").
_SOUNDS = r"(?:(?:gr|h|l|m|sk|str|w)8(?:rs?|s)?|b4|u2|me2|(?:any|every|no|some)1|(?:at|by|for|from|her|him|in|me|on|the|them|to|us|with)\d+)"
_UNSAYABLE = re.compile(
    r"[\\|<>{}\[\]=_*#@^~`]|\.\.\.|…|[!?]{2,}|\b\d{1,2}(?:st|nd|rd|th)\b|\d[a-z]{3,}"
    rf"|\b{_SOUNDS}\b|(?<![A-Za-z]\w)/|/(?![A-Za-z]\w)"  # a slash stands between two words: "quote/terms"
)
_FILLED = r"(?=\s+(?:the|a|an|our|some|two|three|this|that|these|your|my|her|his|their)\b)"
_NO_NOUN = (  # "call her back", not "her back office"
    r"(?:back(?=$|\s+(?:at|on|by|in|about|to|with|from|next|this|before|after)\b)|by|on|at|in|about|with|to|again|today|tomorrow|when|up|and|for|before|after|over|once|as|then|from|this|next|regarding|re(?!-))"
)
_OF_THEM = re.compile(r"\b(?:she|he|they|her|him|them|his|their|hers|theirs)\b", re.IGNORECASE)
# Somebody else in what they do themselves; "her" before a noun is their own.
_ANOTHER = re.compile(rf"\bhim\b|\bher(?={_FILLED}|$|\s+{_NO_NOUN}\b)|\bthem{_FILLED}", re.IGNORECASE)
_ASK_WHOM = re.compile(
    r"\b(?:ask|tell|call|ring|convince|persuade|meet|(?:talk|speak) (?:to|with)|(?:check|agree) with|past) them\b",
    re.IGNORECASE,
)
_TITLES = r"(?:C[EFTIO]O|c[eft]o|coo|MD|GM|VP|PO|NDA)"
# "order comes Friday": a thing, of which something is told. "Do an offer" is what other languages say.
_THING_ACTS = re.compile(
    r"^(?:order|offer|deal|quote|contract|sample|report|file|plan|design|draft|copy|place|ship|mail|test)s?\s+(?:comes?|goes|arrives?|lands|follows|ships|closes|expires|is|was|will)\b",
    re.IGNORECASE,
)
_DOES_AN_OFFER = re.compile(
    r"^do(?:es|ing)?\s+(?:(?:her|him|them|you)\s+)?(?:an?|the|another|new)\s+(?:\w+\s+)?(?:offer|quote|quotation|proposal)\b",
    re.IGNORECASE,
)
_BARE_TITLE = re.compile(
    rf"(?P<lead>\b(?:get|gets|with|to|from|by|past|for|ask|tell|sign|send|meet|show|involve|return|and|or) )(?P<who>{_TITLES})\b(?!-)"
)
# What "for_them" turns: whose it is, who it is, one of us, and whom we do it for.
_THEIR = re.compile(r"\b(?:her|his|their)\b(?=\s+\w)", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:hers|theirs)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:she|he|they|him|her)\b", re.IGNORECASE)
_ME, _US = re.compile(r"\bme\b"), re.compile(r"\bus\b")
_THEM_FILLED = re.compile(rf"\b(?:her|him|them){_FILLED}", re.IGNORECASE)
_THEM_ALONE = re.compile(rf"\b(?:her|him)(?=$|\s+{_NO_NOUN}\b)", re.IGNORECASE)
_GETS_SOMEBODY = re.compile(r"^get (?:the|your) (?:C[EFTIO]O|MD|GM|VP|boss|manager|partner|director)$")  # to do what?
_BARE_THING = re.compile(
    r"^(?:send|share|email|forward|bring|deliver|provide|review|sign|prepare|return|resend)(?: (?:you|me|us|over|back|across))?"
    r" (?P<thing>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)(?=$|,| (?:by|to|from|for|on|of|and|with|over|back|in|at)\b)"
)
_NO_THING = frozenset(
    "the a an our your my their his her its this that these those it them you me us over out off back up on in to with for all"
    " both some any more two three four five six ten another every each everything something anything somebody people when if"
    " what who whether and or as by at from about again".split()
)
_MASS = frozenset(
    "feedback approval confirmation info information data access money budget payment word news help support pricing advice"
    " proof evidence back over across through material content people soon again notice paperwork finance legal".split()
)
_PEOPLE = re.compile(
    r"\b(?:the|all|both|some|two|three|four)\s+(?:\w+\s+)?(?:\w{2,}(?:tors|sors|gers|eers|ners|ters|lers|vers|kers|ists|ians|yees|tees|ants)|nurses|people|men|women|teams)\b",
    re.IGNORECASE,
)
_SEVERAL_AND = re.compile(r"\w{2,}(?<!s)s\s+and\s*$", re.IGNORECASE)
_THAT_DAY = re.compile(r"\b(?:today|tomorrow|tonight|yesterday)\b", re.IGNORECASE)  # true on the day of the log alone
_MOST_WORDS = 14
_NO_VERBS = frozenset("i we she he they you it the a an our my your their his her this that these not no will".split())


def base_phrase(text: str) -> str | None:
    """The promise as a phrase that fits after "to"; None when that would not be good English."""
    act = act_of(text)
    return None if len(act.split()) > _MOST_WORDS or _is_unsayable(act) else act or None


def act_of(text: str) -> str:
    """Without who does it, sayable or not: "I send the 2nd quote" -> "send the 2nd quote". Empty where no verb begins it."""
    plain = expanded(text).strip(' .,;:-–—!?"“”')
    thing = _PROMISED_THING.match(plain)
    if thing:  # "I promised the case study", "I promised a call"
        is_call = re.match(r"^an?\s+(?:call(?:-?back)?|ring|visit|answer|reply)\b", thing["thing"], re.IGNORECASE)
        return act_of(f"{'give them' if is_call else 'send'} {thing['thing']}")
    bare = _SUBJECT.sub("", plain, count=1)
    words = bare.split()
    if not words:
        return ""
    verb = base_verb(words[0]) or _after_will(plain.removesuffix(bare), words[0])
    if verb is None and len(words) > 1 and words[0][0].isupper():  # "Lena sends the plan", "Lena will send it"
        return act_of(" ".join(words[1:]))
    if verb is None or _THING_ACTS.match(bare):
        return ""
    verb = "make" if _DOES_AN_OFFER.match(bare) else verb
    whole = " ".join([verb, *words[1:]]).strip(" .,;:-")
    return whole if verb in _WITH_ON and whole.endswith(" on") else _TRAILING.sub("", whole).strip(" .,;:-")


def _after_will(lead: str, word: str) -> str | None:
    """Whatever follows "will" or "going to" is a plain verb, though no list holds it: "she will circle back"."""
    return word.lower() if _WILL.search(lead) and word.isalpha() and word.islower() else None


def base_verb(word: str) -> str | None:
    """ "checks", "checking", "check" -> "check"; None when it is no verb that a promise starts with."""
    low = word.lower().strip(".,;:")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    return next((form for form in plain_forms(low) if form in VERBS), None)


def plain_forms(low: str) -> list[str]:
    """What a verb may be in its plain form: "tries" -> "tries", "try", "tri", "trie"."""
    forms = [low]
    if low.endswith("ies"):
        forms.append(f"{low[:-3]}y")
    if low.endswith("es"):
        forms.append(low[:-2])
    if low.endswith("s") and not low.endswith("ss"):
        forms.append(low[:-1])
    if low.endswith("ing"):
        stem = low[:-3]
        forms += [stem, f"{stem}e", *([stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else [])]  # noqa: PLR2004
    return forms


def expanded(text: str) -> str:
    """Common shorthand written out."""
    return " ".join(_SHORT.get(word.lower(), word) for word in text.replace("’", "'").split())


def for_them(phrase: str, *, by_them: bool = False, whom: str = "") -> str | None:
    """The phrase as said to the prospect: "check with her CFO" -> "check with your CFO"; None when it is not clear.

    `by_them`: what they do themselves, so that "him" in it is somebody else: `whom`, when that is on record.
    """
    if _is_unsayable(phrase) or _THAT_DAY.search(phrase) or len(phrase.split()) > _MOST_WORDS:
        return None
    said = _one_of_us(phrase) if by_them else phrase
    if _OF_THEM.search(said):
        turned = _another_named(said, whom) if by_them else _turned(said)
        said = _yours(turned) if turned else ""
    whole = with_articles(said)
    return None if not whole or _GETS_SOMEBODY.search(whole) else whole


def _yours(phrase: str) -> str:
    """ "their list" -> "your list"; empty while it tells of somebody who is not named."""
    said = _THEIRS.sub("yours", _THEIR.sub(_whose, phrase))
    return "" if _THEY.search(said) else said


def of_theirs(phrase: str) -> str:
    """The phrase as told to the rep of several: "check with her partner" -> "check with their partner"."""
    return re.sub(rf"\b(?:her|his)\b(?!{_FILLED})(?=\s+(?!{_NO_NOUN}\b)\w)", "their", phrase, flags=re.IGNORECASE)


def is_about_somebody_unnamed(phrase: str) -> bool:
    """ "see if he can get budget", "talk to him": who that is the phrase does not say."""
    return bool(re.search(r"\b(?:he|she)\b", phrase, re.IGNORECASE) or _ANOTHER.search(phrase))


def _one_of_us(phrase: str) -> str:
    """ "give me the PO, and send us your numbers": one text has one person."""
    return _ME.sub("us", phrase) if _US.search(phrase) else phrase


def _turned(phrase: str) -> str | None:
    """What we do for them: "call him" is "call you"."""
    said = _THEM_FILLED.sub("you", phrase)
    if _ASK_WHOM.search(said) and not _PEOPLE.search(said):
        return None
    return _THEM_ALONE.sub("you", said)


def _another_named(phrase: str, whom: str) -> str | None:
    if _PEOPLE.search(phrase) or not (_ANOTHER.search(phrase) or _ASK_WHOM.search(phrase)):
        return phrase
    said = re.sub(r"\bthem\b", whom, phrase, count=1) if _ASK_WHOM.search(phrase) else phrase
    return re.sub(_ANOTHER, whom, said) if whom else None


def _whose(found: re.Match[str]) -> str:
    """ "ask the curators for their list", "the machines and their numbers": it is the curators' own, the machines'."""
    before = found.string[: found.start()]
    is_others = found[0].lower() == "their" and (_PEOPLE.search(before) or _SEVERAL_AND.search(before))
    return "their" if is_others else "your"


def with_articles(phrase: str) -> str:
    """Notes leave them out: "send lane list" -> "send the lane list", "check with CFO" -> "check with the CFO"."""
    titled = _BARE_TITLE.sub(lambda found: f"{found['lead']}the {found['who'].upper()}", phrase)
    bare = _BARE_THING.match(titled)
    words = bare["thing"].split() if bare else []
    is_one = (
        words and words[0] not in _NO_THING and words[-1] not in _MASS and not re.search(r"[^s]s$|ing$|ly$", words[-1])
    )
    return f"{titled[: bare.start('thing')]}the {titled[bare.start('thing') :]}" if bare and is_one else titled


def said_after(lead: str, phrase: str) -> str:
    """ "they were going to check with finance"; a phrase that does not fit after "to" stands in quotation marks."""
    return f"{lead} {phrase}" if fits_after_to(phrase) else f"{lead}: “{phrase}”"


def fits_after_to(phrase: str) -> bool:
    """Whether "to" and the phrase are good English: it begins with a plain verb, not with somebody."""
    first = phrase.split(" ", 1)[0]
    plain = first in VERBS or (first.isalpha() and first.islower() and first not in _NO_VERBS)
    return plain and not _is_unsayable(phrase)


def _is_unsayable(phrase: str) -> bool:
    """Letters alone can be said, as nearly always, and are not searched."""
    return not phrase.replace(" ", "").isalpha() and bool(_UNSAYABLE.search(phrase))
