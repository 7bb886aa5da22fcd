"""What was handed over: "she sent the diary already", "I sent the quote", "got the figures from her"."""

import re
from dataclasses import dataclass, replace

from bot.arrivals import before_flaw
from bot.model import Side
from bot.reading.outcome.acted import acted, paid
from bot.reading.outcome.changedhands import as_handed, brought_back
from bot.reading.outcome.machines import is_machine
from bot.reading.outcome.passing import passed_on, passes
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME


@dataclass(frozen=True)
class Delivered:
    """`side` handed `thing` over, as the rep wrote it; `is_named` when it is told who did."""

    side: Side
    thing: str
    is_named: bool = True
    before: bool = False  # on a day before this call
    to: str = ""  # who got it, as named
    is_flawed: bool = False  # it came, and not as it should: whether that settles it is asked
    is_loose: bool = False  # nobody is told, and the thing may be anything: it counts where it was promised
    act: str = ""  # nothing was handed over, and this was done with the thing: "talk"


_ALREADY = r"(?:(?:has|have|had|['’](?:s|ve)|already|just|finally|now|also)\s*)*"
_SENT = r"(?:sent|emailed|e-mailed|shared|forwarded|delivered|mailed|posted|brought|provided|shipped|couriered|faxed|handed over|passed on)"
_TO_US = r"(?:\s+(?:over|across|through|thru|off|on|back|me|us|her|him|them)\b)*"
_THEY_SENT = re.compile(
    rf"{AND_ALSO}(?!(?:i|we)\b)(?:she|he|they|{NAME})\s*{_ALREADY}\s*{_SENT}{_TO_US}\s+(?P<thing>(?!(?:back|again|over|on)$|(?:(?:today|yesterday|earlier|(?:this|last)\s+\w+)\s+)?that\s+(?:the|her|his|their|they|she|he|it|we|everything|all)\b).+)$",
    re.IGNORECASE,
)
# "gave us the full spec", "handed me his parts list": papers, figures and ways in; what else is given may be a hint.
_THEY_GAVE = re.compile(
    rf"{AND_ALSO}(?!(?:i|we)\b)(?:she|he|they|{NAME})\s*{_ALREADY}\s*(?:gave|handed|slipped)\s+(?:me|us)\s+(?:over\s+)?(?P<thing>(?:(?!(?:no|none|some|a\s+(?:rough|ballpark)|wrong|old|idea|next)\b)[\w'’-]+\s+){{0,4}}?(?:specs?|lists?|drawings?|plans|files?|data|figures|counts|invoices|statements|log-?ins?|credentials|access|keys|measurements|sizes|photos|forms?|contract|requirements|org\s+chart|blueprints?|usage|logs|samples|(?:last\s+)?(?:bills?|quotes?)))(?:\s+(?:to|for|and|on|from|right|there|of(?!\s+(?:complaints|reasons|questions|issues|excuses|demands|names|gripes|problems|concerns)\b))\b.*)?$",
    re.IGNORECASE,
)
_WE_SENT = re.compile(rf"{AND_ALSO}(?P<we>(?:i|we)\s*)?{_ALREADY}\s*{_SENT}{_TO_US}\s+(?P<thing>.+)$", re.IGNORECASE)
# Who came to the phone is nothing that was handed over.
_SOMEBODY = r"(?:(?:the|an?|their|her|his|some|new|old|other|night|day|young|head)\s+)*(?:[a-z]+\s+)??(?:(?:team|shift|site|plant|it)\s+lead|owner|boss|manager|mgr|gm|director|buyer|chef|foreman|supervisor|super|wife|husband|son|daughter|dad|mom|mum|brother|sister|partner|colleague|deputy|nurse|doctor|dispatcher|bookkeeper|controller|cfo|ceo|coo|cto|cio|vp|guy|lady|woman|man|girl|kid|bloke|somebody|someone|anyone|receptionist|assistant|secretary|gatekeeper|pa|intern|temp|principal|landlord|machine|mailbox|switchboard|reception|front\s+desk)(?:\s+(?:himself|herself|on\s+.*|for\s+.*|at\s+.*|again|finally|briefly|live|in\s+person|\(.*|called\s.*|named\s.*|who\s.*))*\s*$"
# "got him the quote": behind whom it is for stands the thing.
_GOT_THEM = re.compile(
    rf"{AND_ALSO}(?P<we>(?:i|we)\s*)?{_ALREADY}\s*(?:got|gave|handed|showed|brought|dropped|pinged|texted|shot|slipped)\s+(?:her|him|them|both|{NAME})\s+(?:off\s+)?(?P<thing>(?:the|an?|our|my|his|her|their|that|those|these|all|both|two|three|some)\s+.+)$",
    re.IGNORECASE,
)
_WE_GOT = re.compile(
    rf"{AND_ALSO}(?P<we>(?:i|we)\s*)?{_ALREADY}\s*(?:got|received)\s+(?!(?:(?:dr|mrs?|ms|prof|herr|frau|mme)\b\.?\s+)(?-i:[A-ZÀ-Þ])[\w-]+(?!['’\w-])|(?-i:[A-Z])[\w'’-]+(?:\s*:|\s+(?:for|on|at|to|finally|again|today|live|first|just|briefly|between|before|after|during|while|in|by)\b)|me\b|us\b|(?:her|him)\s*$|[\w'’-]+\s+on\s+(?:the\s+)?(?:phone|line|blower)\b|auto[- ]?repl|(?:an?\s+|the\s+|her\s+|his\s+|their\s+|[\w'’-]+['’]s\s+)?(?:ooo|bounce|out\s+of\s+office)|back\b|no\b|it\b|in\b|on\b|off\b|down\b|up\b|out\b|into\b|along\b|over\b|away\b|there\b|through\b|hold\b|(?-i:[A-ZÀ-Þ][a-zà-ÿ'’-]+)(?:\s+(?-i:[A-ZÀ-Þ][a-zà-ÿ'’-]+))?\s*$|(?:\w+(?:ed|['’]d)|shot|put|sent|cut|bought|sold|hit|taken|told|held|caught|stuck|left|shut|lost|hung|hurt|burnt|stung)(?=\s*$|\s+(?:down|off|out|by|over|on|in|into|through|up|around|back)\b)|(?:[\w'’-]+\s+){{1,2}}live\b|{_SOMEBODY})(?P<thing>.+?)(?:\s+(?:from|off)\s+(?:{NAME}|(?!the\b)[\w'’-]+))?$",
    re.IGNORECASE,
)
# Only whoever got it to fill in sends it back early.
_BACK_EARLY = re.compile(
    rf"{AND_ALSO}(?:sent|mailed|e-?mailed|returned)\s+(?P<thing>(?:the|our|an?)\s+.+?)\s+back\s+(?:[\w-]+\s+){{0,2}}(?:early|ahead)\b",
    re.IGNORECASE,
)
# What is said or shown out of kindness, and no work of theirs.
_KINDNESS = re.compile(
    r"(?:(?:an?|the|some|her|his|their|my|many|best|kind|warm|funny|nice|big|another|link\s+to)\s+)*"
    r"(?:regards|greetings|wishes|thanks|thx|apologies|condolences|love|congrats|congratulations|jokes?|memes?|gifs?|emojis?|smileys?|hearts?|selfies?|thumbs[\s-]up|articles?|(?:(?:holiday|vacation|baby|birthday|christmas|xmas|wedding|dog|cat|kids?|family)\s+(?:pics?|photos?|pictures|snaps?|cards?|video)|(?:thank[\s-]you|get[\s-]well)\s+(?:cards?|notes?)))\b",
    re.IGNORECASE,
)
_HANDED = (
    (_THEY_SENT, Side.theirs),
    (_THEY_GAVE, Side.theirs),
    (_WE_SENT, Side.ours),
    (_GOT_THEM, Side.ours),
    (_WE_GOT, Side.theirs),
)
# "got a shrug", "got cold feet", "got a fast busy": how it went, and nothing in our hands.
_REACTION = re.compile(
    r"(?:(?:an?|the|some|his|her|their|usual|another|same|old|big|polite|hard|soft|flat|firm|clear|quick|real|bit\s+of|lot\s+of|ton\s+of|lots\s+of)\s+)*(?:(?!(?:signed|final|new|revised)\b)[\w'’-]+\s+)?(?:cold\s+feet|(?:name|number|spelling|extension|title)\s+(?:right|now|straight|wrong)|shrugs?|no+|nope|maybe|laughs?|sighs?|ear-?ful|run-?around|brush-?off|brushed|shoulder|busy|tone|ring(?:s|ing)?|bounces?|answers?|reply|response|reactions?|looks?|lectures?|hints?|vibes?|feelings?|impression|sense|time|smiles?|grunts?|push-?back|objections?|story|stories|excuses?|stalls?|silence|crickets|rejection|air|cold|hot|mad|angry|upset|quiet|nowhere|nothing|zilch|zip|traction|interest|luck|joy|weird|spooked|nervous|distracted|sidetracked|lukewarm|pulled|dragged|bored|stuck|lost|busy|worried|defensive|excited|attention|ears?|chance|word|gist|point|hang\s?-?up|door|treatment|boot|verdict|idea|picture|drift|commitment|promise|date|none|neither|nada|zip|zero|phone\s+tree|ivr|hold|texts?|calls?|vms?|v/m|voice\s?mails?|messages?|msgs?|missed\s+call|call-?back)\b(?!\s+(?:list|sheet|form|file|table|book|plan|photos?|data))",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?:our|my)\b", re.IGNORECASE)  # "Ferro got our letter": what they got
_CAME = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|signed|{NAME})\b(?:(?!\bthat\b).){{1,60}}?|(?i:po|contract|order|nda|paperwork|purchase\s+order|msa|sow|counts|numbers|figures|red-?lines|questionnaire|feedback|requirements)))\s+{_ALREADY}\s*(?:(?:came|come|arrived)\s*(?:through|thru|in|over|here)?|(?:is|are)\s*(?:through|thru|in|here)?)$",
    re.IGNORECASE,
)
_CAME_IN = re.compile(
    r"\b(?:(?:came|come)\s+over|(?:came|come|is|are)\s+(?:through|thru|in|here)|arrived)$", re.IGNORECASE
)
# Only who reads our paper marks it up: "msa markup arrived ahead of time", "redlines back".
_MARKED_UP = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:the|their|her|his|msa|dpa|sow|nda|contract|legal|security)\s+){{0,3}}(?:red-?lines?|mark-?ups?|edits))\s+{_ALREADY}\s*(?:(?:came|come|arrived|landed|is|are)(?:\s+(?:back|in|here|through))?|back|in|here)(?:\s+(?:early|already|today|at\s+last|ahead\s+of\s+(?:time|schedule)))*$",
    re.IGNORECASE,
)
# "diary came", "po's here", "contract received": whoever sent it, it is there.
_NO_THING = r"(?!(?:she|he|they|we|i|you|who|nobody|someone|somebody|everyone|it|that|this|what|the|a|an|winter|spring|summer|autumn|time|day|work|boss|owner|manager|budget|deal|ball|call|vm)\b)"
_NOUN = r"(?:p\.o\.|[a-z][\w'’-]*?)"
_IS_THERE = r"(?:(?:now|finally|all|already|just)\s+)*(?:in|here|there|back|received)"
_GOES_IN = frozenset(
    "check log sign dial drop pop stop plug bring move settle lock loop pencil not all fit get put start phone ring kick chip buy call come go send turn squeeze someone anyone her him us back built stay".split()
)  # "to check in": no thing
_CAME_LOOSELY = re.compile(
    rf"{AND_ALSO}(?:(?:the|their|her|his|that|signed|final|new|revised)\s+)*(?P<thing>{_NO_THING}(?:[a-z][\w'’-]*\s+){{0,2}}?{_NO_THING}{_NOUN})(?:\s+from\s+[\w'’-]+)?"
    rf"(?:['’]s\s+(?:come|arrived|{_IS_THERE})|\s+{_ALREADY}(?:came|come|arrived|landed|received|turned\s+up|(?:is|are|was|were|been)\s+{_IS_THERE}|(?:now\s+|finally\s+|all\s+|already\s+)?in))(?:\s+(?:through|thru|in|over|here|back))*(?:\s+from\s+(?!the\b)[\w'’-]+)?$",
    re.IGNORECASE,
)
# "Fatima has the offer", "has our quote now".
_THEY_GOT = re.compile(
    rf"{AND_ALSO}(?:(?P<who>{NAME})\s*{_ALREADY}\s*(?:got|received|has|have)|(?:she|he|they)['’](?:s|ve)\s+(?:\w+\s+)?got|(?:(?:she|he|they)\s+)?(?:now\s+|already\s+)?(?:has|have)(?:\s+(?:got|received))?)\s+(?P<thing>(?:the|our|my|{NAME}['’]s)\s+\S.*?)$",
    re.IGNORECASE,
)
# "quote sent", "the offer went out to Bo", "spec sheet for Cleo is done": whoever did it, it is out of our hands.
_OUT = (
    rf"(?:(?:(?:was|were|is|are|been|got|all)\s+)*(?:(?:just|now|finally)\s+)*{_SENT}"
    r"|(?:(?:went|gone)(?:\s+(?:out|over|across|round)|(?:\s+off)?(?=\s+to\s))|(?:(?:is|are)\s+)?(?:now\s+)?out(?=\s+to\s)|(?:is|are)\s+(?:now\s+)?out|(?:(?:is|are)\s+)?over(?=\s+to\s))(?=\s|$)|(?:(?:is|are)\s+)?(?:on\s+(?:its|the)\s+way|in\s+the\s+(?:post|mail))"
    r"|(?:(?:is|are|was|were|been|all)\s+)+(?:done|finished|complete|sorted))"
)
_NO_TALK = r"(?!(?:demo|meeting|mtg|visit|lunch|workshop|trial|test|install(?:ation)?|training|day|year|she|he)\b)"
_WHOM = r"(?:\s+(?:to|for)\s+(?:(?:dr|mr|mrs|ms)\.?\s+)?(?P<{}>(?!by\b|on\b)[\w'’-]+))?"
_WAS_SENT = re.compile(
    rf"{AND_ALSO}(?:the\s+)?(?P<thing>{_NO_THING}(?:[a-z][\w'’-]*\s+){{0,2}}?{_NO_THING}{_NO_TALK}{_NOUN}){_WHOM.format('to')}(?:\s+|(?=['’]s)){_ALREADY}(?P<out>{_OUT})(?:\s+(?:over|out|back))*{_WHOM.format('behind')}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:\s+(?:over|across|through|off|round|back))+$", re.IGNORECASE)  # "it across" is it
_ON_ITS_WAY = re.compile(r"(?:is\s+|are\s+)?(?:on\s|in\s)", re.IGNORECASE)
_IS_READY = re.compile(r".*\b(?:done|finished|complete|sorted)$", re.IGNORECASE)
_SENT_TO_US = re.compile(r"\b(?:to|for)\s+(?:me|us)\b", re.IGNORECASE)
_NOT = re.compile(
    r"n['’]t\b|\b(?:hasnt|havent|hadnt|didnt|isnt|wasnt|not|never|yet|nothing|nobody|wrong|half|part|some|only|except|wants?|will|would|should|could|can|if|when|once|until|asked|needs?)\b|\bto\s+(?:another|an?\s+(?:different|rival)|some\s+other|someone\s+else|the\s+(?:wrong|other|competition))\b",
    re.IGNORECASE,
)
# "last year's signed contract": an agreement that has been for long is looked up, and moves nothing.
_OF_BEFORE = re.compile(
    r"\b(?:(?:last|previous|prior)\s+(?:year|yr|season|quarter|time|term|summer|winter|spring|fall|autumn)|(?:years|ages)\s+ago|old|older|expired|outdated|superseded|previous|former|archived)\b",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:contract|agreement|order(?:\s+form)?|po|purchase\s+order|nda|msa|sow|loi|lease|policy|renewal)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s,]+(?:by\s+(?:e-?mail|mail|post|courier|fax)|(?:by|over|on)\s+(?:the\s+)?phone|already|thx|thanks|now|today|yesterday|this morning|this week|last night|early|earlier|too|at last"
    r"|(?:an?|one|two|three|a\s+few|\d+)\s+(?:hours?|days?|weeks?|wks?)\s+(?:early|late|ahead(?:\s+of\s+time)?)|just\s+now|(?:to|for)\s+(?:me|us|her|him|them)))+[\s!.]*$",
    re.IGNORECASE,
)


# "emailed me", "emailed overnight", "mailed from the train": whom, when, where or how often they wrote, and nothing in our hands.
_WHEN_OR_WHERE = re.compile(
    r"(?:(?:me|us)\b(?:\s+(?:all|back|both|too|directly|privately))*\s*)?(?:(?:over\s+)?(?:(?:the|this|last|very|pretty|quite|a\s+few|two|three|\d+)\s+)*(?:overnight|late(?:\s+last\s+night)?|mid(?:day|night|week)|noon|night|weekend|week|evening|mornings?|lunch(?:time)?|thing|times|x|twice|once|again|ystd|yday|yest|(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?:\s+(?:am|pm|night|morning|afternoon|evening))?)"
    r"|(?:at|around)\s+(?:\d[\d:.]*\s*(?:[ap]m)?|night|noon|lunch(?:time)?|midnight|dawn)|(?:from|after|before|during|outside|in|on)\s+(?:(?:the|her|his|their|a|office|business|work(?:ing)?)\s+)*(?:hours|lunch|work|holiday|vacation|leave|weekend|night|morning|evening|afternoon|train|plane|airport|road|car|way|site|home|phone|iphone|mobile))?",
    re.IGNORECASE,
)


def is_of_before(clause: str) -> bool:
    """ "last year's signed contract", "took the nda to legal last year": it moves nothing now."""
    return bool(_OF_BEFORE.search(clause)) and bool(_AGREEMENT.search(clause))


_IN_MY_INBOX = re.compile(
    r"(?P<thing>\b(?:contract|agreement|po|nda|msa|baa|dpa|sow|order|forms?|specs?|data|drawings?|lists?|red-?lines?|mark-?up|copy|docs?|documents?|questionnaire|files?|paperwork|numbers|counts))\s+(?:(?:just|finally|already)\s+)*(?:(?:landed|arrived|came|is|was)(?:\s+(?:back|in))?\s+(?:in\s+)?|hit\s+)(?:my|our)\s+(?:in-?box|e-?mails?)(?:\s+(?:today|this\s+(?:morning|am|afternoon)|yesterday|last\s+night))?$",
    re.IGNORECASE,
)


def delivered(clause: str) -> Delivered | None:
    """None when nothing was handed over, or not surely; what came "with changes" is flawed."""
    return _whole(clause) or _flawed(clause)


def _flawed(clause: str) -> Delivered | None:
    plain = before_flaw(clause)
    came = _whole(plain) if plain else None
    return replace(came, is_flawed=True) if came and came.side is Side.theirs else None


def _whole(clause: str) -> Delivered | None:
    """None when nothing was handed over, or not surely: "hasn't sent", "sent the wrong one"."""
    if (
        _NOT.search(clause) or passes(clause) or passed_on(clause) or is_machine(clause) or clause.endswith(":")
    ):  # "emailed back: …": what follows is told
        return None
    plain = _IN_MY_INBOX.sub(r"\g<thing> came in", _AFTER.sub("", clause))
    early = _BACK_EARLY.match(clause)
    if early:
        return Delivered(Side.theirs, early["thing"])
    plain = as_handed(plain)
    if is_of_before(plain):
        return None
    return _handed(plain) or _loosely(plain, is_to_us=bool(_SENT_TO_US.search(clause)))


def _handed(plain: str) -> Delivered | None:
    for pattern, side in _HANDED:
        found = pattern.match(plain)
        if found and not (pattern is _WE_GOT and (_OURS.match(found["thing"]) or _REACTION.match(found["thing"]))):
            if _WHEN_OR_WHERE.fullmatch(found["thing"]) or _KINDNESS.match(found["thing"]):
                continue
            named = bool(found.groupdict().get("we", True))
            return Delivered(side, _BEHIND.sub("", found["thing"]), named)
    came = _MARKED_UP.match(plain) or (_CAME.match(plain) if _CAME_IN.search(plain) else None)
    return Delivered(Side.theirs, came["thing"]) if came else None


def _loosely(plain: str, *, is_to_us: bool) -> Delivered | None:
    got = _THEY_GOT.match(plain)
    if got:
        return Delivered(Side.ours, got["thing"], is_loose=True, to=got["who"] or "")
    brought = brought_back(plain)
    if brought and not _REACTION.match(brought):
        return Delivered(Side.theirs, brought, is_loose=True)
    came = _CAME_LOOSELY.match(plain)
    if came and not (
        re.fullmatch(_SOMEBODY, came["thing"], re.IGNORECASE) or came["thing"].split()[-1].lower() in _GOES_IN
    ):
        return Delivered(Side.theirs, came["thing"], is_loose=True)
    sent = None if came else _WAS_SENT.match(plain)
    if sent:
        return _out(sent, is_to_us=is_to_us)
    done = acted(plain) or paid(plain)
    return Delivered(done.side, done.thing, is_loose=True, act=done.act) if done else None


def _out(sent: re.Match[str], *, is_to_us: bool) -> Delivered:
    """What is on its way is here only where we sent it; what is done and sent to nobody is perhaps only ready."""
    to = sent["to"] or sent["behind"] or ""
    is_ours = bool(_ON_ITS_WAY.match(sent["out"]))
    is_ready = bool(not to and _IS_READY.match(sent["out"]))
    side = Side.theirs if is_to_us else Side.ours
    return Delivered(side, sent["thing"], is_named=is_to_us or is_ours, is_loose=True, to=to, is_flawed=is_ready)


def in_their_words(handed: Delivered) -> Delivered:
    """In a message of theirs "I sent it" means that they did, and "got it" that we did."""
    return replace(handed, side=Side.ours if handed.side is Side.theirs else Side.theirs)
