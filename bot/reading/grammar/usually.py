"""What they pay, use or run as things are ("they pay twelve hundred a month to Paychex right now") is no promise."""

import re

from bot.reading.words.speech import NAME

_BEFORE = r"(?:(?:also|still|already|currently|now|mostly|usually|just)\s+)*"
_WHO = rf"(?:(?:(?:she|he|they|{NAME}|(?:the|his|her|their)\s+[a-z][\w-]*(?:\s+(?:lady|guy|team|manager|girl))?)\s+{_BEFORE})|{_BEFORE})"
_SAYS = rf"(?:(?:(?:she|he|they|{NAME})|[a-z]+)\s+(?:says?|said|told\s+(?:me|us))\s+(?:that\s+)?)?"
_LEAD = rf"^(?:(?:and|but|so|because)\s+)*{_SAYS}{_WHO}"
# Who is not named does it only by the form of the word: "uses ADP today", never "use".
_ACT = r"(?:pay|use|run|spend|have|get|buy|rent|lease|handle|do|process|print|enter|key|track|keep|write|punch|export|import|gather|collect|count|tally|total|add|calculate|figure|reconcile|close|cut|mail|clock|log|approve|order|send|schedule|bill|make|build|fix|repair)(?:s|es)?|has"
_PERIOD = r"(?:day|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day|night|morning|pay\s?day)s?"
_REGULAR = rf"(?:\b(?:an?|per|each|every|once\s+an?|twice\s+an?)\s+(?:(?:two|three|four|other|second|single)\s+)?{_PERIOD}\b|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:weekly|bi-?weekly|monthly|quarterly|daily|nightly)\b)"
_FOR_EACH = r"\b(?:an?|per|each|every)\s+(?:head|user|seat|employee|person|check|run)s?\b"
_AS_IT_IS = r"\b(?:right\s+now|currently|at\s+the\s+moment|these\s+days|nowadays|today\s+already|as\s+(?:it|things)\s+(?:is|are|stands?))\b"
# How they go about it so far: what is done so is not done for us.
_MANNER = r"\b(?:on\s+paper|by\s+hand|manually|in\s+(?:excel|quickbooks|(?:a|their|his|her|the)\s+spreadsheets?|spreadsheets|house)|with\s+(?:pen|pencil|paper|spreadsheets?)|off\s+(?:paper|time\s?cards))\b"
_HABIT = re.compile(rf"{_LEAD}(?:{_ACT})\b(?=.*(?:{_REGULAR}|{_AS_IT_IS}))", re.IGNORECASE)
_HABIT_WITHOUT_DAY = re.compile(rf"{_LEAD}(?:{_ACT})\b(?=.*(?:{_FOR_EACH}|{_MANNER}))", re.IGNORECASE)
# "approves it Friday on paper": once, however it is done.
_NAMED_DAY = re.compile(
    r"(?<!every )(?<!each )(?<!other )(?<!\ba )\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?\b|\b(?:tomorrow|tmrw|next\s+week)\b|\d/\d",
    re.IGNORECASE,
)
_USES = re.compile(
    rf"{_LEAD}(?:(?:uses?|is\s+using|are\s+using)\s+(?!(?:the|our|it|this|that|them|ours|my)\b)[\w$]"
    r"|(?:pays?|spends?)\s+(?:(?:about|around|over|under|almost|like|roughly|maybe|some|up\s+to)\s+)*(?:[$€£]?\d|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|an?\s+hundred|an?\s+thousand)\b)[^,;]{0,60}?\b(?:to|for|with)\s+(?!(?:me|us|it|them|this|that|by|on)\b)\w)",
    re.IGNORECASE,
)
_SUM_PAID = re.compile(
    rf"{_LEAD}(?:pays?|spends?)\s+(?:(?:about|around|over|under|almost|like|roughly)\s+)*[\w$€£.,]+(?:\s+[\w.,]+){{0,3}}?\s+(?:bucks|dollars|euros?|pounds|grand|cents)(?:\s+(?:an?|per|each)\s+\w+)?[\s.!]*$",
    re.IGNORECASE,
)
# What any office does in the round of a week: a day of it is no day by which we get anything.
_ROUTINE = re.compile(
    rf"{_LEAD}(?:does|do|runs?|gathers?|collects?|tall(?:y|ies)|totals?|adds?(?:\s+up)?|counts?|enters?|keys?(?:\s+in)?|prints?|cuts?|process(?:es)?|calculates?|figures?|closes?|reconciles?|pulls?|gets?|approves?)\s+(?:up\s+|out\s+|in\s+)?"
    r"(?:(?:the|their|his|her|all|everybody['’]s|everyone['’]s)\s+)*(?:payroll|hours|times|time\s?(?:cards?|sheets?)|punches|tips|overtime|attendance|pay\s?checks?|checks|stubs|books|inventory|till|register)\b"
    r"(?!.*\b(?:for|to|with|before|by|until|and\s+(?:then\s+)?(?:sends?|gives?|gets?|brings?|e-?mails?|signs?|calls?))\b)",
    re.IGNORECASE,
)
# "their caretaker does the hall til June": how it is until then.
_UNTIL_THEN = re.compile(
    rf"{_LEAD}(?:does|has|have|keeps?|runs?|uses?|handles?|covers?|cleans?|services?|rents?|leases?|occup(?:y|ies)|manages?|rides?)\s+(?!(?:until|till?|it\s+to|us\b|me\b))(?:[\w'’-]+\s+){{1,5}}?(?:until|till?|thru|through)\s+\S",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|gonna|going\s+to|from\s+(?!(?:an?|the|some\w*|in|deluxe)\b)|starting|once|as\s+soon|us|me|until|till?)\b|['’]ll\b",
    re.IGNORECASE,
)
# One cheap look: a line without any of these tells of no habit.
_VERBS = frozenset(
    form
    for verb in "pay use run spend have get buy rent lease handle do process print enter key track keep write punch export import gather collect count tally total add calculate figure reconcile close cut mail clock log approve order send schedule bill make build fix repair pull using has tallies".split()
    for form in (verb, f"{verb}s", f"{verb}es")
)
_ENDS_IN_S = re.compile(rf"{_LEAD}(?:[a-z]+s|is)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"^(?:(?:and|but|so|because)\s+)*{_SAYS}(?:(?:she|he|they|the|his|her|their)\b|{NAME})", re.IGNORECASE
)


def is_usual(clause: str) -> bool:
    """As it is today; what begins one day, or is paid or handed to us, is not."""
    if (" til" in clause or " until " in clause or " thr" in clause) and _UNTIL_THEN.match(clause):
        return True
    if (
        _VERBS.isdisjoint(clause.lower().split())
        or _TO_COME.search(clause)
        or not (_SOMEBODY.match(clause) or _ENDS_IN_S.match(clause))
    ):
        return False
    if _HABIT_WITHOUT_DAY.match(clause) and not _NAMED_DAY.search(clause):
        return True
    return any(pattern.match(clause) for pattern in (_HABIT, _USES, _SUM_PAID, _ROUTINE))
