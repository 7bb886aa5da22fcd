"""The parts of a call line: the deal at its head, quoted words, and clauses. Quoted words are kept letter by letter."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from bot.phrases import VERBS
from bot.reading.words.bounds import CLAUSES_KEPT, MOST_CLAUSES, MOST_QUOTES, single_blanks
from bot.reading.words.daynames import WORKDAY
from bot.reading.words.quotednames import HEADS, with_bare_doer, with_bare_names
from bot.reading.words.roles import BY_ROLE, by_role
from bot.reading.words.shortcodes import hidden, shown

CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĎĐĘĚŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ]"
_DENIED = (
    r"(?!(?:\w+n['’]t|(?:Did|Does|Do|Wo|Has|Have|Had|Was|Is|Are|Ca|Could|Would|Should)nt)\b)"  # "Didn't" is no name
)
# By which way it came, the fields of an e-mail, and a boss: nobody is called so.
_CHANNEL = r"(?!(?:Whats[Aa]pp|SMS|Sms|E-?[Mm]ail|Mail|Text|Message|Msg|Voicemail|Telegram|LinkedIn|Slack|Teams|Signal|From|To|Cc|Sent|Date|Subject|Re|Fwd?|Betreff|Onderwerp|Boss|W-?[89]|[A-Z]{1,4}-?\d+)\b)"
_OF = r"(?:\s+(?:van\s+de[rn]?|von\s+der|de\s+la|de|von|van|ter|ten|di|da|del|della|dela|dos|zu))?"  # "Kees de Vries", "Marie van der Berg"
NAME = rf"(?-i:{_DENIED}{_CHANNEL}(?:(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme)\.?\s+)?{CAPITAL}[\w'’-]+(?:{_OF}\s+{CAPITAL}(?:[\w'’-]+|\.(?=[\s:])))?)"


_HEAD = re.compile(
    r"^\s*(?P<who>[^:\n]{1,120}?)\s*:\s+(?P<rest>.*)$|^\s*(?P<who2>.{1,120}?)\s+[-–—]\s+(?P<rest2>.*)$", re.DOTALL
)


_COMMA = re.compile(r"^\s*(?P<who>[^,;]{1,80}?)\s*[,;]\s*(?P<rest>.*)$", re.DOTALL)


_QUOTE = re.compile(
    r"[“\"„](?P<said>[^“”\"„]{1,2000})[”“\"]|«\s?(?P<french>[^«»]{1,400}?)\s?»|(?<!\w)['‘](?P<single>[^'‘’]{1,400}(?:['’]\w[^'‘’]{0,400}){1,12}|[^'‘’]{3,400})['’](?!\w)"
)


SPEECH = re.compile(
    rf"^(?:(?:and|but|then)\s+)*(?P<name>{NAME}|she|he|they)?\s*(?:\b(?:now|also|still)\s+)?\b(?:(?:(?:said|says)(?!\s+(?:to\s+)?(?:pls\s+|please\s+)?(?:cb\b|(?:come|stop|swing|drop)\s+(?:by|over)\b|(?:talk|speak)\s+to\s+(?-i:[A-Z])|(?:call|ring|try|phone|ping)\s+(?:me|us|her|him|them|back|again|after|before|on|in|at|around|\d|mon|tue|wed|thu|fri|tom|tmrw)))|reckons|told (?:me|us)(?!\s+(?:(?:her|him)self|themselves|so|straight|ages|years|weeks|months|days|long|last(?!\s+\w+['’]s)|yesterday|earlier|before|once|all\s+about)\b)|answered(?!\s+(?:most|some|many|few|several|both|half|almost|nearly|them|those|these|questions?|every\w*|\d+|two|three|four|five|my|our|the|all|a|an|your|on|in|from)\b)|replied(?!\s+(?:to|on|by|in|from)\b))\b(?:\s+that\b|\s*:|,)?|(?:sagte?|meinte?|dit|dice|sier|säger|siger|ha\s+detto|a\s+dit)\b(?:\s+que\b|\s*[:,])|(?:sagt|meint)\b|(?:wrote|writes|e-?mailed|texted|messaged)(?:\s+(?:me|us|back))*(?:\s+that)?(?=\s+we(?:['’]\w+)?\s))\s*(?P<said>.*)$",
    re.IGNORECASE,
)


_VERB = "|".join(sorted(VERBS))
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
# "Tuesday, 24 March", "4/1, 10:00 PT": a comma inside a day parts nothing.
_IN_DAY = (
    rf"(?!(?:(?<=day,)|(?<=\bmon,)|(?<=\btue,)|(?<=\btues,)|(?<=\bwed,)|(?<=\bweds,)|(?<=\bthu,)|(?<=\bthur,)|(?<=\bthurs,)|(?<=\bfri,))\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}\.?\s+(?:of\s+)?{MONTH}\b|{MONTH}\.?\s+\d|\d{{1,2}}[/.]\d))"
    r"(?!(?:(?<=\d,)|(?<=(?:st|nd|rd|th),)|(?<=day,)|(?<=\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec),)|(?<=\s(?:june|july|sept),)|(?<=\s(?:march|april),)|(?<=\saugust,)|(?<=\s(?:january|october),)|(?<=\s(?:february|november|december),)|(?<=\sseptember,))\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d(?:\s*[ap]\.?m\.?)?|\s*(?:[ap]m|uhr)|h(?:\d\d)?|(?:\s?[-–]\s?\d{1,2})?(?=\s+(?:her|his|their|our|local)\s+time\b)|(?:[:.]\d\d)?\s*[ap]\.m\.?)(?=\s*(?:$|(?-i:[A-Z][a-z]+\s*$)|[,;.]|(?:[ecmp][sd]?t|gmt|bst|utc|ces?t|(?:her|his|their|my|our|local)\s+time|\w+er\s+zeit)\b)))"
)
# "não, obrigada": one word of theirs.
_NO_THANKS = r"(?!(?:(?<=\bnão,)|(?<=\bnein,)|(?<=\bno,)|(?<=\bnei,)|(?<=\bnej,)|(?<=\bnee,)|(?<=\bnon,))\s+(?:muito\s+)?(?:obrigad[oa]|danke|gracias|grazie|takk|tack|tak|dank|bedankt|merci)\b)"
_NO_MONTH = rf"(?!(?<=\d\.\s)(?<!/\d\.\s)(?<!/\d\d\.\s)(?:{MONTH}|januari?|februari?|m[aä]e?rz|mars|marts|maart|mai|maj|mei|juni|juli|august(?:us|i)|okt(?:ober)?|de[sz](?:ember)?)\b)"  # "thurs 9. april", not "sent 3/9. june says"
# "soll am 30. nochmal anrufen": the mark makes the number a day.
_NO_ORDINAL = r"(?!(?:(?<=\bam \d)|(?<=\bam \d\d)|(?<=\bden \d)|(?<=\bden \d\d)|(?<=\bzum \d)|(?<=\bzum \d\d)|(?<=\bd\. \d)|(?<=\bd\. \d\d))\.\s+(?-i:(?!(?:er|sie|ich|wir|han|hun|hon|jeg|jag|vi|de|hij|zij|ik|wij|i|she|he|they|we)\s)[a-zäöüåæø]))"
# "price incl. fitting", "min. order 50", "ex. works": the mark of a word that is cut short ends no clause.
_BEHIND_ORDER = r"(?:\d|(?:order|qty|quantity|spend|volume|term|length|load|price|budget|notice|of|two|three|four|five|six|ten|twelve)\b)"
_CUT_SHORT = (
    r"(?!(?:(?<=\bincl\.\s)|(?<=\bexcl\.\s)|(?<=\bapprox\.\s)|(?<=\bstd\.\s))(?!(?:she|he|they|i|we)\b))"
    rf"(?!(?:(?<=\bmin\.\s)(?<!\d\smin\.\s)|(?<=\bmax\.\s)){_BEHIND_ORDER})"
    r"(?!(?:(?<=\bex\.\s)|(?<=\binc\.\s))(?:works|vat|tax|gst|duty|stock|factory|delivery|shipping|freight|carriage|fitting|install\w*|labou?r|parts)\b)"
)
_AND_THEN = r"\s+(?:and|but|&|n|'n')\s+(?:then\s+|so\s+)?"
_MEETING = r"(?:demo|call|meeting|mtg|visit|lunch|coffee|kick-?off|workshop)"
# Where a clause ends and the next begins, in the order in which they are looked for.
_PARTS = (
    r"\s+(?:and|but|&|[-–—])\s+(?:then\s+|so\s+)?(?=(?-i:will|gonna|may|might)\s+(?!be\b|the\b|she\b|he\b|they\b|we\b|\d))",
    r"(?:,(?!\d{3}(?!\d))" + _IN_DAY + _NO_THANKS + r"|[;\n])+",
    rf"{_NO_ORDINAL}"
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\btel)(?<!\bMrs)(?<!\bProf)(?<!\s[A-Z])(?<!\d\.\d)(?<!\d\.\d\d)\.\s+(?!(?<=\d\.\s)kl\.?\s\d)(?!(?<=\sno\.\s)(?:by|from|for|to|of|is|on|before|\d))"
    + _CUT_SHORT
    + _NO_MONTH,
    r"(?<=\d)\.\s+(?=(?-i:[A-ZÀ-Þ]))" + _NO_MONTH,
    r"(?:(?<=\bclause \d\.\d)|(?<=\bsection \d\.\d)|(?<=\bversion \d\.\d)|(?<=\bpoint \d\.\d)|(?<=\barticle \d\.\d))\.\s+",
    rf":\s+(?={_MEETING}\s+(?:on\s+)?(?:\d|{WORKDAY}\b|tom))",  # "wants to see it: demo Tue"
    r":\s+(?=(?:er|sie|ich|wir|il|elle|je|nous|lui|lei|io|han|hun|hon|jeg|jag|hij|zij|ik|él|ella|yo)\s+(?!(?:on|the)\b)\w)",
    r":\s+(?=(?:i|we)\s+(?!(?:are|have|had|were|did|said)\b)[a-z])",
    r":\s+(?=(?:prüft|schickt|sendet|unterschreibt|klärt|(?:she|he|they|i|we)\s+(?:will|sends?|signs?|owes?)|(?:sends|signs|reviews|gets)\s+(?:us|me|the|over|our|back))\b)",
    # "bugs in v4.2. he files them", "bis 09.10. ich rufe an"
    r"(?:(?<=\d\.\d)|(?<=\d\.\d\d))\.\s+(?=(?:she|he|they|i|we|er|sie|ich|wir|il|elle|je|nous|han|hun|jeg|vi|de|lui|lei|io|hij|zij|ik)\s+[a-z])",
    r"(?:(?<=\d\.\d\.)|(?<=\d\.\d\d\.))\s+(?=(?:calling|ringing|phoning|sending|chasing|visiting|emailing|calls?|rings?|sends?)\s+(?:her|him|them|me|us|back|it|the|an?|my|our)\b)",
    r"(?<=\s[A-Z])\.\s+(?=(?:i|we|she|he|they)(?:['’](?:ll|m|re|s|d))?\s+(?-i:[a-z]))",  # "bldg B. I send …": no name goes on so
    r"(?<!!)!{1,9}\s+",
    r"(?<=\?)\s+",
    r"(?<!\d)\s+[-–—]\s+(?!\d)",
    r"\s+/\s+(?!\d)",
    _AND_THEN
    + r"(?=(?:i|we|she|he|they|i'll|we'll|she'll|he'll|they'll)\b"
    + rf"|(?:(?:i|she|he|they)(?:ll|d)\s+(?:{_VERB})|hes|shes|theyre|im)\b)",
    r"\s+and\s+(?=(?:the|their|his|her)\s+[\w-]+\s+(?:(?:only|also|still|now)\s+)?(?:will|wo\s?n['’]?t|is|are|comes?|goes|has|have|needs?|should)\b)",
    r"\s+so\s+(?=(?:tomorrow|tmrw|tom|today|next|mon|tues?|weds?|thu|thurs?|fri)(?:day|sday|nesday|rsday)?\b)",
    r"\s+and\s+(?=promise[sd]\s+(?:(?:me|us)\s+)?(?:the|an?|their|his|her|our|to)\b)",
    _AND_THEN + r"(?=it\s+(?:will|gets|is\s+to|has\s+to)\b)",
    r"\s+and\s+(?=(?:has|have)\s+(?:invited|asked|booked)\b)",
    rf"(?:(?<=\bmon)|(?<=\btue)|(?<=\btues)|(?<=\bwed)|(?<=\bweds)|(?<=\bthu)|(?<=\bthurs)|(?<=\bfri)|(?<=day)|(?<=tmrw)|(?<=\d))\s+(?:&|and|\+)\s+(?={NAME}\s+(?:will\s|[a-z]{{2,}}s\s))",
    rf"(?:(?<=\sit)|(?<=\sthem)|(?<=\sover)|(?<=\sback))\s+(?:&|and|\+)\s+(?={NAME}\s+(?-i:[a-z]{{2,}}[b-rt-z]s)\s)",  # "Dana approves it and Tom signs Tue"
    r"\s+so\s+(?=(?:(?:i['’]?m|will|i['’]?ll)\s+)?(?:cb|re-?try|try|trying|calling|ringing|phoning|diall?ing|redialing)\s)",
    r"\s+so\s+(?=(?:flush|close|kill|drop|bin|scrap|park|shut)\s+(?:it|this|the|her|his|their)\b)",
    r"\s+so\s+(?=(?:i|we)\s+(?:will|need|have|owe|am|send|call)\b)",
    r"\s+(?=so\s+(?:that\s+)?(?:we|they|she|he)\s+can\s)",
    r"(?<!\d\.\d)(?<!\d\.\d\d)\.$",
)
_SPLIT = re.compile(rf"(?=[\s,;.:!])(?:{'|'.join(_PARTS)})", re.IGNORECASE)  # each part begins with one of these


SPOKE_WITH = re.compile(
    rf"^(?:(?:i|we)\s+)?(?:spoke|talked|chatted|met|rang|call(?:ed)?|tt)\s+(?:(?:briefly|quickly)\s+)?(?:to\s+|with\s+|w(?:/\s*|\s+))?(?P<name>{NAME})",
    re.IGNORECASE,
)


def split_head(text: str) -> tuple[str, str]:
    """The deal's name, and what was said about the call."""
    text = hidden(text.strip())
    found = _HEAD.match(text)
    if found:
        return _as_typed(found["who"] or found["who2"], found["rest"] or found["rest2"] or "")
    comma = _COMMA.match(text)
    if comma:
        return _as_typed(comma["who"], comma["rest"])
    return _as_typed(text.rstrip(":"), "")


def _as_typed(who: str, rest: str) -> tuple[str, str]:
    return shown(who).strip(), shown(rest).strip()


_LONE_COLON = re.compile(r"^\W{0,3}: (?=(?:she|he|they|i|we) [a-z])", re.IGNORECASE)  # behind a name that was cut out


_OPENING = frozenset('“"')


# What joined the quoted words to the rest joins nothing once they are out.
_AND_BEFORE, _AND_BEHIND = re.compile(r"[\s,]*(?<!\w)[&+]\s*$"), re.compile(r"^[\s,.]*[&+](?!\w)[\s,;.]*")


def spoken(text: str) -> tuple[str, str, str]:
    """(the rest, their quoted words verbatim, who said them)."""
    text = _QUOTED_ALOUD.sub(_in_marks, text) if "quote" in text.lower() else text
    inside = _IN_SINGLE.search(text)
    text = with_bare_doer(_IN_SINGLE.sub(r"\g<before>\g<words>", text))
    if not _OPENING.isdisjoint(text):
        text = with_bare_names(text)
        text = _told_unquoted(_A_WORD.sub(r"\g<words>", _INSIDE.sub(r"\g<before>\g<words>", text)))
    quote = next((found for found in islice(_QUOTE.finditer(text), MOST_QUOTES) if _is_speech(found, text)), None)
    if quote is None:
        return text, inside["words"].strip() if inside else "", ""
    before = text[: quote.start()]
    speech = re.search(
        rf"(?:^|[,;.]\s*|\b(?:and|then)\s+)(?P<lead>(?:(?:(?P<name>{NAME}|she|he|they)|{BY_ROLE})(?:\s+|(?=:)))?(?:said|says|reckons|goes|went|replied|answered|told me|told us|(?:e-?mail(?:ed|s)|mail(?:ed|s)|wrote|writes|text(?:ed|s)|messaged?s?)(?:\s+(?:me|us|back))*)?\s*(?:that\s+)?:?\s*)$",
        before,
        re.IGNORECASE,
    )
    name = person(speech["name"]) or by_role(speech["role"]) if speech else ""
    kept = before[: speech.start("lead")] if speech else before
    return (
        f"{_AND_BEFORE.sub('', kept).rstrip(' ,')}, {_AND_BEHIND.sub('', text[quote.end() :]).lstrip(' ,.')}".strip(
            " ,"
        ),
        (quote["said"] or quote["french"] or quote["single"]).strip(),
        name,
    )


_WE_TOLD = re.compile(
    rf"(?:^|[,;.]\s*|\b(?:and|but|then)\s+)(?:just\s+)?(?:told|asked|reminded|said\s+to|wrote(?:\s+to)?|texted|emailed)\s+(?:her|him|them|{NAME})\s*:?\s*$",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?:^|[,;.:]\s*|\b(?:and|but|then)\s+)(?:I|we)(?:['’](?:ve|d|ll))?\b[^,;.:]*:?\s*$", re.IGNORECASE)


_TITLED = re.compile(
    r"\b(?:the|our|your|an|an?\s+\w+|my|this|that|these|called|named|of|for|about|on|to|plan|package|option|button|page|section|field|module|feature|tab|deck|slide|with|w/|and|or|from|in|using|use|uses|send|sent|sending|got|gets?|us|me)\s+$|\b(?<!only )a\s+$",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(
    r"^\s*(?:$|[.,;!?)(=–—-]|(?:and|but|so|then|because|bc|cos|which|tho(?:ugh)?\b|lol|imo|again|today|he\s+says|she\s+says|out\s+of\s+(?:him|her|them))\b)",
    re.IGNORECASE,
)
_PHRASE = 2  # words


def _is_phrase(said: str, before: str, after: str) -> bool:
    """ "hamish 'still no'.": in small letters, and neither a title nor a part of the sentence that goes on."""
    is_small = bool(said) and not any(word[:1].isupper() for word in said.split()[1:]) and len(said.split()) >= _PHRASE
    return is_small and not _TITLED.search(before) and bool(_ENDS_THERE.match(after))


# "he said quote not urgent unquote", "she says and I quote we are done": as voices are written down. What nobody ends is a price:
# "she said quote is too high, I send a new one".
_QUOTED_ALOUD = re.compile(
    r"(?P<lead>\b(?:said|says|goes|me|us|was|words)\s*,?\s+quote\b)[\s,:]+(?P<words>\S.{0,400}?)[\s,]+(?:un-?quote|end\s+(?:of\s+)?quote)\b"
    r"|(?P<so>\band\s+i\s+quote\b|\b(?:said|says|goes)\s*,?\s+quote(?=:))[\s,:]+(?P<rest>\S.{0,400}?)(?:[\s,]+(?:un-?quote|end\s+(?:of\s+)?quote)\b|(?=\s+(?:which|so\s+(?:i|we)|and\s+(?:i|we)|then\s+(?:i|we))\b)|(?=[.;!?]|$))",
    re.IGNORECASE,
)


def _in_marks(found: re.Match[str]) -> str:
    return f"“{found['words'] or found['rest']}”"


_SENTENCE = 3  # words in single quotes that are speech behind a comma, and no title or name
_BEHIND_COMMA = re.compile(r"(?:[\w)],|\b(?:but|so|only\s+an?|with|w/))\s+$|\w\s+\($", re.IGNORECASE)


# "got the name right now: 'Lorena Quist'"
_NAMED_SO = re.compile(r"\b(?:names?|spell(?:ed|ing|s)|called|surname)\b[^.;]{0,30}$", re.IGNORECASE)


def _is_speech(quote: re.Match[str], text: str) -> bool:
    """Their speech: never what we said (S21). Single quotes also hold names and titles."""
    if any(rule.search(text[: quote.start()]) for rule in (_OURS, _WE_TOLD, HEADS)):
        return False
    said = quote["single"] or ""
    if _NAMED_SO.search(text[: quote.start()]) and re.fullmatch(NAME, quote["said"] or said):
        return False
    if _is_phrase(said, text[: quote.start()], text[quote.end() :]):
        return True
    if len(said.split()) >= _SENTENCE and _BEHIND_COMMA.search(text[: quote.start()]):
        return True
    return bool(quote["said"] or quote["french"]) or bool(
        re.search(
            r"(?:^|[:.!?–—]|\s-|\b(?:said|says|saying|told me|goes|words(?:\s+(?:were|are))?|insists|repeats?|repeated|whisper(?:s|ed)|mutter(?:s|ed)|mumbl(?:es|ed)|shout(?:s|ed)|yell(?:s|ed)|bark(?:s|ed)|snap(?:s|ped)|growl(?:s|ed)|hiss(?:es|ed)|grunt(?:s|ed)|groan(?:s|ed)|sigh(?:s|ed)|laugh(?:s|ed)|jok(?:es|ed)|warn(?:s|ed)|add(?:s|ed)|then|answer(?:ed)?|verdict|sagt|dit|dice|(?:replied|wrote|responded|e-?mailed|mailed|texted|messaged|came\s+back)(?:\s+(?:me|us|back|in|with))*))[\s,:]*$",
            text[: quote.start()],
            re.IGNORECASE,
        )
    )


# She'll "talk to legal" and come back: the quotation is a part of the rep's sentence, and no words of theirs.
_INSIDE = re.compile(
    r"(?P<before>(?:['’](?:ll|d)|\b(?:will|would|shall|should|can|could|may|might|must|gonna|to|a|an|the|our|your|her|his|their|my|need|needs|not|just))\s+)[“\"](?P<words>[^“”\"]{1,200})[”\"]",
    re.IGNORECASE,
)
# "will 'look at it this weekend'": what they do, and how they put it.
_IN_SINGLE = re.compile(
    r"(?P<before>(?:['’]ll|\b(?:will|gonna))\s+)['‘“\"](?P<words>[a-z][^'‘’“”\"]{1,200})(?:['’](?!\w)|[”\"](?=\s*(?:$|[.;!])))",
    re.IGNORECASE,
)
_A_WORD = re.compile(
    r"(?<!said )(?<!says )(?<!goes )(?<!went )(?<!replied )(?<!answered )(?<!words )(?<!me )(?<!us )(?<=\w )[“\"](?P<words>[^\s“”\"]{1,20})[”\"](?=\s+(?!and\b|but\b|so\b|then\b)[a-z])"
)  # he "might" sign
_ABOUT_THEM = re.compile(
    r"[“\"](?P<told>(?:she|he)(?:['’](?:s|d|ll))?\s[^“”\"]{1,400})[”\"](?!\s*,?\s*(?:said|says)\b)", re.IGNORECASE
)


def _told_unquoted(text: str) -> str:
    """ "Dana: “she will not decide before May”" tells about her: no words of hers, whatever the marks (S21)."""
    return _ABOUT_THEM.sub(lambda found: f"{found['told']},", text).rstrip(",") if _ABOUT_THEM.search(text) else text


def person(word: str | None) -> str:
    return word if word and word[:1].isupper() and word.lower() not in {"she", "he", "they"} else ""


@lru_cache(maxsize=CLAUSES_KEPT)
def clauses_of(text: str) -> tuple[str, ...]:
    return tuple(_parted(text))


# "redoing it by Mon then call Tue 3pm": two things with a day each.
_DAY_WORD = r"(?:\b(?:mon|tue|wed|thu|fri|tom|tmrw|today|tonight|eod|cob)|\d)"
_THEN_CALL = re.compile(
    rf"(?:\s+and|\s*,)?\s+then\s+(?=(?:i\s+|we\s+|the\s+|our\s+)?(?:call|ring|phone|meet|{_MEETING})\b.{{0,30}}{_DAY_WORD})",
    re.IGNORECASE,
)
_DAY_IN = re.compile(_DAY_WORD, re.IGNORECASE)
_HANGS = re.compile(r"\b(?:unless|until|after)\b", re.IGNORECASE)


# "pushed sign off, april 1 → april 8": both days are the thing's.
_TO_ANOTHER_DAY = re.compile(
    r"(?P<moved>\b(?:pushed|moved|slipped|slid|postponed|delayed|bumped|shifted|rescheduled)\b[^,;.]{0,40}),(?=\s*[\w/. ]{2,14}(?:[-=]+>|→))",
    re.IGNORECASE,
)


_GOES_ON = re.compile(
    r"(?<=\w)\.{2,}\s+(?=(?:w/|(?:with|to|from|for)\s)\s*(?:the|their|his|her|our|us|an?|some)\b)", re.IGNORECASE
)  # "renewed.. w/ the other guys"

_NOT_BEFORE_THAT = re.compile(
    r"(?P<call>\b(?:call|ring|phone|try|ask|contact)\b[^,;.]{0,60}?)\s*,\s*(?=(?:and\s+)?not\s+(?:before|sooner|earlier)\s*(?:[.;!]|$))",
    re.IGNORECASE,
)  # "ring after Easter, not before"


def _parted(text: str) -> Iterator[str]:
    text = _TO_ANOTHER_DAY.sub(r"\g<moved>", _LONE_COLON.sub("", single_blanks(text)))
    text = _GOES_ON.sub(" ", text) if ".." in text else text
    text = _NOT_BEFORE_THAT.sub(r"\g<call> ", text)
    for clause in _SPLIT.split(text):
        if not (bare := (clause or "").strip(" .,;-–—/")):
            continue
        before, *behind = _THEN_CALL.split(bare, maxsplit=1)
        if behind and _DAY_IN.search(before) and not _HANGS.search(before):
            yield before
            bare = behind[0]
        yield f"{bare}." if _DOTTED_DAY.search(bare) and f"{bare}." in clause else bare


def first_clauses(text: str) -> tuple[str, ...]:
    """As many as a line is read for."""
    return clauses_of(text)[:MOST_CLAUSES]


_DOTTED_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}$")  # "Mo 23.3.": its last dot is part of the day


def quotes_in(text: str) -> Iterator[tuple[int, int]]:
    """Where quoted words stand, with their marks."""
    for quote in islice(_QUOTE.finditer(text), MOST_QUOTES):
        yield quote.span()


@lru_cache(maxsize=CLAUSES_KEPT)
def unquoted(text: str) -> str:
    """The text without what is quoted in it."""
    return _QUOTE.sub(" ", text)
