"""A meeting that is held in a diary: booked, invited to, put down for a day, or a call with somebody else on it."""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.grammar.firmness import is_conditional
from bot.reading.naming.persons import is_person
from bot.reading.steps.events import event_in
from bot.reading.steps.meetings import LEAD, OF_KIND, OF_VERB, TALKS
from bot.reading.steps.occasions import PAPER, occasion
from bot.reading.steps.steps import kind_of
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

Found = tuple[str, bool]  # what kind, and whether both agreed
_HAVE = re.compile(
    rf"{LEAD}(?:i|we|she|he|they|{NAME})?(?:['’]ve|\s+have)?\s*(?:got|booked|set|have|tentative(?:ly)?|pencill?ed(?:\s+in)?|slotted(?:\s+in)?|down\s+for|cleared|blocked(?:\s+(?:off|out))?|(?:can|could)\s+(?:do|make|manage|offer)|has|have|(?:is|are)\s+(?:free|open|around|available)(?:\s+on)?|freed(?:\s+up)?|held|reserved|kept|says?|said|picked|chose|confirmed|took)\s*$",
    re.IGNORECASE,
)
_FOR_A = re.compile(
    rf"^(?:\s+(?:with|w/)\s+[\w'’]+(?:\s+[A-Z][\w'’]+)?)?(?:\s+(?:(?:her|his|their|our)\s+time|local|open|free|clear))?\s+(?:for|as)\s+(?:an?|the|our)\s+(?:[a-z-]+\s+){{0,2}}?(?P<what>{OF_KIND}{TALKS})\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"^\s*(?:works|suits|would\s+work|is\s+(?:fine|good|ok(?:ay)?|best)|good)\b(?P<rest>.*)$", re.IGNORECASE
)
_SOMETHING_ON = re.compile(
    r"\b(?P<what>(?!(?:said|says|say|told|her|him|them|me|us|that|it|and|but|then|so|only|free|is|are)\b)[a-z][\w-]+)\s+on\s*$|\b(?P<event>\w+(?:ery|ation|ment))\s*$"
)
_A_TALK = re.compile(rf"^(?:{TALKS})$", re.IGNORECASE)
_OTHERS = re.compile(r"^\s*(?:for\s+)?(?:the|their|his|our)\s+(?!(?:board|boss|whole|team)\b)\w", re.IGNORECASE)
_WE_TOLD = re.compile(rf"^(?:(?:and|so|then|i|we)\s+)*told\s+(?:her|him|them|{NAME})\s+(?:that\s+)?", re.IGNORECASE)
# "trial agreement fri is fine too": a paper comes on that day, and nobody speaks.
_A_PAPER = re.compile(
    rf"\b(?!us\b)(?:{PAPER}|agreement|contract|po|quote|quotation|proposal|brochure)\s*(?:on|by|for|,)?\s*$",
    re.IGNORECASE,
)
_WANTS_TALK = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME})\s+)?(?:wants?|asks?\s+for|asked\s+for|requests?|requested)\s+(?P<what>(?!(?:an?|the|our|no|another|our|more|that|this|me|us|to)\b)[a-z][\w-]*\s+(?:call|meeting|review|session|demo|walk-?thr(?:ough|u)))(?:\s+(?:on|at|for|the))*$",
    re.IGNORECASE,
)
# "wants 20 min tues 2:30": so long a talk, at an hour.
_WANTS_MINUTES = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME})(?:['’]s\s+[a-z]+)?\s+)?(?:wants?|needs?|asks?\s+for|asked\s+for|requested|would\s+like|(?:gave|gives|got|gets|granted|allowed|spared)\s+(?:me|us))\s+(?:an?\s+(?:quick\s+)?)?(?:\d{{1,2}}\s*min(?:ute)?s?|half\s+an?\s+hour|an?\s+hour|(?:ten|fifteen|twenty|thirty)\s+min(?:ute)?s?)(?:\s+(?:of\s+my\s+time|(?:with\s+|w/\s*)(?:me|us)|on\s+the\s+phone|call))*(?:\s+(?:on|at|for|the))*$",
    re.IGNORECASE,
)
# Whatever is looked at, tried or shown there: "for the line demo", "for the press check".
_KIND_AT_END = re.compile(
    rf"\bfor\s+(?:an?|the|our)\s+(?P<what>(?:[a-z][\w-]*\s+){{0,2}}(?:{TALKS}|check|walk|run|test|demo|audit|ride-?along))\s*$",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"(?:invited|booked|has|got|wants|asked|put(?=\s+(?:me|us)\s+(?:in|down|back)\b)|have)\s+(?:me|us)(?!\s+on(?:to)?\s[^,;]*\b(?:agenda|docket|ballot|slate|(?:short|bid|vendor|supplier)[\s-]?list)\b)(?!\s+(?!(?:coming|visiting|meeting)\b)[a-z]+ing\b)(?:\s+(?:in|down|back|over|to\s+(?P<verb>present|visit|come(?:\s+(?:in|by|over|out))?|meet|demo|call|ring|talk|speak)))?(?:\s+(?:for|on|at|the|a|an|to|our|their|her|his)\b|\s+[\w-]+){0,5}?$",
    re.IGNORECASE,
)
# "put a call in the diary for the 30th", "sent a new zoom link for Mon 1pm", "gets legal on the line Wed 3pm".
_IN_DIARY = re.compile(
    rf"^(?:(?:and|but|then|so|so\s+we)\s+)*(?:(?:i|we|she|he|they|{NAME})(?:['’]ve|\s+have)?\s+)?(?:put|got|stuck|popped|have|pencill?ed|penciled|noted|blocked)\s+(?:an?|the|our|another)\s+(?P<what>{OF_KIND}{TALKS})\s+(?:in|on|into)(?:\s+(?:the|our|my|her|his|their))?\s+(?:diary|diaries|calendars?|books?)$",
    re.IGNORECASE,
)
_LINK_FOR = re.compile(
    r"^(?:.{0,60}\b)?(?:sent|sending|send|emailed|mailed|fired\s+off|shot)\b.{0,40}\b(?P<what>zoom|teams|meet|calendar|new|meeting|call)?\s*(?:link|invite|invitation)s?(?:\s+(?:out|over))?$|^(?:(?:the|a|an)\s+)?(?:new\s+|fresh\s+|updated\s+|calendar\s+|zoom\s+|teams\s+)*(?:invite|invitation|hold)\s+(?:is\s+|went\s+|has\s+gone\s+)?(?:out|sent|over)$",
    re.IGNORECASE,
)
_ON_LINE = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|i|we|{NAME})\s+(?:will\s+|is\s+going\s+to\s+)?(?:gets?|puts?|getting|putting|brings?|patche?s?|pulls?|loops?|has|have)\s+[^,;]{{2,40}}?\s+(?:in\s+)?on(?:to)?\s+(?:the|a|our)\s+(?:line|phone|call)$",
    re.IGNORECASE,
)

_TAKES_CALL = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|{NAME})(?:['’](?:ll|d))?\s+(?:will\s+|can\s+|would\s+|is\s+)?(?:take|takes|taking)\s+(?:my|our|the|another|an?)\s+(?:(?:quick|short|brief|new|follow-?up)\s+)?call(?:\s+(?:from|with|w/)\s*(?:me|us))?(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
# "ok for Tue 8pm", "we're on for Monday 11:00"; "readout stays Fri 2pm". "Their server is down for Tue 10" is no talk.
_FITS = re.compile(
    rf"^(?!(?:the|their|her|his|our)\s+(?!{OF_KIND}{TALKS}\b).*\b(?:on|up|in|down)\s+for\b)(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|we|both|{NAME}|(?:all|both|the|their|her|his|our)\s+(?:[a-z]+\s+)?[a-z]+)(?:['’](?:s|re))?\s+)?(?:is\s+|are\s+)?(?:(?:now|back|still|already)\s+)?(?:ok(?:ay)?|good(?:\s+to\s+go)?|fine|free|on|up|in|down|pencill?ed(?:\s+in)?|(?:all\s+)?set(?:\s+up)?)\s+(?:(?:now|again|then)\s+)?(?:for|with|to\s+talk)(?:\s+(?:a|the)\s+call)?$",
    re.IGNORECASE,
)
# "we're booked tomorrow at three", "we are all locked in for Thursday at ten": of both, so that nobody is merely busy.
_BOTH_SET = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:(?:(?:we|both)(?:['’]re|\s+are)|it['’]s|that['’]s)\s+)?(?:(?:now|all|both|back|still|already)\s+)*(?:(?:booked|locked|pencill?ed|slotted|penned)(?:\s+in)?|scheduled|confirmed|agreed(?:\s+(?:on|to))?|(?<=\s)(?:on|set|down(?=\s+for\b)))(?:\s+(?:now|again|up))?(?:\s+for)?$",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|both|{NAME})\s+(?:(?:has|have|just|also|now|already)\s+)*(?:confirm(?:s|ed)|accept(?:s|ed)|ok(?:s|['’]d)|okayed|agreed\s+(?:to|on)|said\s+(?:yes|ok)\s+to|picked)(?:\s+(?:(?:the|our|my)\s+)?(?:new\s+)?(?:invite|invitation|slot|time|calendar\s+\w+))?(?:\s+(?:for|on))?$",
    re.IGNORECASE,
)
# Behind the day of what they confirmed stands nothing that it could be the hour or the day of.
_CONFIRMED_END = re.compile(
    r"[\s,]*(?:(?:with|w/)\s*(?:us|me)|(?:her|his|their|our|my|local)\s+time|there|here|then|instead|on\s+site|in\s+person|online)?[\s.!]*",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?:(?:and|but|the|our|her|his|their)\s+)*(?P<what>(?!(?:deck|quote|price|pricing|offer|she|he|they|it|that|deadline|order|budget|launch|delivery|install|payment)\b)[a-z][\w-]{2,}(?:\s+on\s+site)?)\s+(?:stays|stands|(?:is\s+)?still\s+on|is\s+(?:on|set|booked|confirmed|fixed))(?:\s+(?:for|at|on))?$",
    re.IGNORECASE,
)
_COME = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|both|{NAME})(?:['’]ll)?\s+(?:all\s+|both\s+)?(?:will\s+|is\s+|are\s+)?(?:visit(?:s|ing)?|tour(?:s|ing)?|com(?:e|es|ing)\s+(?:to|by|in|over|out|round|here)|drop(?:s|ping)?\s+(?:by|in)|stop(?:s|ping)?\s+by|swing(?:s|ing)?\s+by|fl(?:y|ies|ying)\s+(?:in|over|out))(?:\s+(?:to|at|see))?(?:\s+(?:us|me|here|(?:our|the)\s+[\w'’-]+(?:\s+[\w'’-]+)?))?$",
    re.IGNORECASE,
)
# "trying him from the truck", "hitting her mobile": whom a rep goes on at an hour, and nothing that is handed over.
_REACHES = re.compile(
    rf"^(?:(?:and|but|then|so|i['’]?m|i\s+am)\s+)*(?!(?:sending|emailing|mailing|giving|getting|owing|costing|paying)\b)[a-z]{{2,}}ing\s+(?:her|him|them|(?:his|her|their)\s+[a-z]+|{NAME})(?:\s+(?:again|back|then|direct(?:ly)?|(?:once|one)\s+more(?:\s+time)?))*(?:\s+(?:from|on|at|via|in|between|after|before)\s+(?:(?:the|my|his|her|their|a)\s+)?[\w'’-]+(?:\s+[\w'’-]+)?)?(?:\s+(?:at|on))?$",
    re.IGNORECASE,
)
# "calling legal directly mon", "trying her assistant": whom we ring is told, and that is a plan by any day.
_CALLS_ONE = re.compile(
    rf"^(?:(?:and|but|then|so|i['’]?m|i\s+am|will\s+be)\s+)*(?:calling|ringing|phoning|diall?ing|trying|chasing|pinging|buzzing|(?:i['’]?ll|will)\s+(?:call|ring|phone|dial|try))\s+(?:her|him|them|(?:(?:her|his|their|the|{NAME}['’]s)\s+)?(?:{ROLES}|assistant|asst|pa|secretary|deputy|colleague|partner|(?:front\s+)?(?:desk|office)|landline|cell|mobile|reception|switchboard|cell|mobile|direct\s+line)|{NAME}|[a-z]+(?:['’]?s)?(?=\s+direct(?:ly)?\b)|(?-i:[a-z])+['’]?s\s+(?:cell|mobile|desk|direct|line|number))"
    r"(?:\s+(?:direct(?:ly)?|myself|instead|again|back|then|too|next|as\s+well|for\s+(?:an?\s+)?(?:update|status|news|date)))*(?:\s+after\s+(?:the\s+|her\s+|his\s+|their\s+)?[\w'’-]+(?:\s+[\w'’-]+)?)?(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
# "gave us Sun 10am to present to the fleet managers": a slot of theirs, and what it is for.
_GAVE = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME})\s+)?(?:gave|gives|giving|offered|offers|granted|grants)\s+(?:me|us)\s*$",
    re.IGNORECASE,
)
_TO_SHOW = re.compile(
    r"^[\s,]*(?:for\s+(?:me|us)\s+)?to\s+(?P<verb>present|pitch|demo|show|walk|go|run|train|install)\b", re.IGNORECASE
)
_SHOWS = re.compile(
    r"^(?:(?:and|but|then|so|i['’]?m|we['’]?re)\s+)*(?:(?:i|we)(?:['’]ll)?\s+)?(?:will\s+)?(?:present|show|pitch|demo)(?:ing)?\s+(?:(?:it|this|that|(?:the|our)\s+[\w-]+)\s+)?(?:to|before|in\s+front\s+of)\s+(?:(?:the|her|his|their|all|both)\s+)*[\w'’-]+(?:\s+[\w'’-]+){0,3}$",
    re.IGNORECASE,
)
# "cfo meets me", "vp gives me 20 min", "Karen slots us in w/ Bill": they make time for us.
_SEES_US = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME}(?:(?<=['’]s)\s+[a-z]+)?|(?:(?:the|her|his|their)\s+)?(?!(?:i|we|you|who|nobody|price|date|my|our|boss|manager)\b)[a-z]{{2,}})(?:\s*(?:\+|&|and)\s+[\w'’]+(?:\s+[\w'’]+){{0,2}}?)?(?:['’](?:s|re))?\s+)?(?:(?:will|can|is|are)\s+)?(?:(?:meets?|meeting|sees?|seeing|hosts?|hosting|joins?|joining)(?:\s+(?:up\s+)?(?:w/|with))?\s+(?:me|us)"
    r"|(?:gives?|grants?|spares?)\s+(?:me|us)\s+(?:an?\s+|half\s+an\s+|\d+\s?|(?:ten|twenty|thirty)\s+)(?:min(?:ute)?s?|hours?|slot)|(?:fits?|slots?|squeezes?|gets?|works?|pencils?|books?)\s+(?:me|us)\s+in)(?:\s+(?:(?:with|for|between|before|after)\b|w/)\s*[^,;]{1,40}?)?(?:\s+(?:on|at|for))?$",
    re.IGNORECASE,
)
# "Linda penciled us for 3/31 at 8:15": by a verb that gives an hour; others take it away ("bumped us"), or only tell ("thanked us").
_PUTS_US = re.compile(
    rf"{AND}(?:she|he|they|{NAME})\s+(?:(?:has|have|will|just|also)\s+)*"
    r"(?:puts?|pencil(?:l?ed|s)?|penned|pens|book(?:ed|s)?|slot(?:ted|s)?|squeez(?:ed?|es)|wedg(?:ed?|es)|fit(?:ted|s)?|pop(?:ped|s)?|schedul(?:ed?|es)|tuck(?:ed|s)?|shoehorn(?:ed|s)?|squish(?:ed|es)?|ink(?:ed|s)|jam(?:med|s)|cram(?:med|s)?|sandwich(?:ed|es)|shov(?:ed|es)|work(?:ed|s)?(?=\s+(?:me|us)\s+in\b))"
    r"\s+(?:me|us)(?:\s+(?:in|down|on|into|for|at))*$",
    re.IGNORECASE,
)
_PLACE = r"(?:plant|mill|site|warehouse|yard|dock|mine|shop|store|farm|clinic|factory|depot|office|offices|hq|place|building|lab|school|hospital|hotel|branch|facility|campus|showroom|kitchen|studio|garage|barn|winery|brewery|field|port|quarry)"
# "happy to walk thru it 3/20 at 11": they speak with us, where nobody and nothing else is named; what they look at may be theirs alone.
_GLAD_TO = re.compile(
    rf"{AND}(?:(?:she|he|they|both|{NAME})(?:['’](?:s|re|d)|\s+(?:is|are|would))?\s+)?(?:(?:be|more\s+than|very)\s+)*(?:happy|glad|pleased|delighted|ok(?:ay)?|fine|game)\s+to\s+"
    rf"(?:(?P<visit>(?:host|welcome|have|see|receive)\s+(?:you|us|me|u)(?:\s+(?:over|here|in|around|round))*|show\s+(?:you|us|me|u)\s+(?:a?round|(?:the|their)\s+(?:{_PLACE}|line|floor)))"
    r"|(?:(?:walk|go|run|talk)\s+(?:(?:it|this|that|us|me|you)\s+)?(?:through|thru|over)\s+(?:it|this|that)|(?:walk|run|talk)\s+(?:us|me|you)\s+(?:through|thru)\s+(?:it|this|that|the\s+[\w-]+)|talk(?:\s+(?:it|this|that)\s+(?:over|through|thru))?|speak|meet(?:\s+up)?|chat|connect|sit\s+down|catch\s+up|(?:jump|hop|get)\s+on(?:\s+an?(?:other)?)?(?:\s+quick)?\s+(?:call|phone|zoom|video)"
    r"|(?:discuss|review|look\s+(?:at|over))\s+(?:it|this|that)(?=\s+(?:with|w/|w)\s*(?:me|us|you)\b))(?:\s+(?:again|more|further|then|live|in\s+person|by\s+phone|about\s+(?:it|this|that)|on\s+(?:it|this|that|zoom|teams|the\s+phone|a\s+call)|over\s+(?:coffee|lunch|the\s+phone|zoom)|(?:(?:with|to)\b|w/|w\b)\s*(?:me|us|you)))*)(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
# "i get 10 min at their staff mtg", "we have the floor with her boss": theirs to give, at an hour.
_OUR_TIME = re.compile(
    rf"{AND}(?:i|we)(?:['’]ve)?\s+(?:get|got|have|have\s+got)\s+(?:an?\s+|half\s+an\s+|\d{{1,2}}\s?|(?:ten|fifteen|twenty|thirty)\s+|the\s+)(?:min(?:ute)?s?|hour|slot|floor)\s+(?:(?:at|with|before|in\s+front\s+of)\b|w/)\s*(?:her|him|them|both|(?:(?:their|her|his)\s+|(?:the\s+)?(?={ROLES}\b|board|committee|exec))[^,;]{{1,40}}?|{NAME})(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
# "gets us and the incumbent in one room"
_ONE_ROOM = re.compile(
    rf"{AND}(?:.{{1,40}}?\s)?(?:gets?|puts?|brings?|pulls?|has|sits?|seats?|getting|putting|bringing)\s+(?:[\w'’&-]+\s+){{0,5}}?(?:us|me)\s+(?:[\w'’&-]+\s+){{0,5}}?(?:in(?:to)?|at|round|around)\s+(?:one|the\s+same|a|her|his|their)\s+(?:room|table)(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
# "im onsite weds 10", "we're at their plant fri 9": theirs by its word; "the office" may be ours, and we meet them alone there.
_WE_ARE_THERE = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’]?(?:m|re)|['’]ll\s+be|\s+am|\s+are|\s+will\s+be)|im)\s+(?:(?:also|back|both|then|next)\s+)*(?:on[\s-]?site|(?:at|in|on)\s+(?:their(?:\s+[a-z][\w-]*)?|his|her|{NAME}['’]s)\s+{_PLACE})(?:\s+(?:with|w/)\s*(?:her|him|them|both))?(?:\s+(?:on|at))?$",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\bjoin(?:s|ing)?\s+(?:me|us)$", re.IGNORECASE)  # with an hour a talk; else for good
_OR_ELSE = re.compile(r"\bor\s+(?:else\b|(?:i|we|she|he|they|it)(?:['’]|\s))", re.IGNORECASE)
_COME_FOR = re.compile(
    r"\s+(?:for|to)\s+(?:the|a|an|our)\s+(?P<what>(?!(?:office|site|plant|city|shop|store|factory)$)[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2})$",
    re.IGNORECASE,
)


_A_NUMBER_OF = re.compile(r"\bfor\s+\d+\s+\w+s\s*$", re.IGNORECASE)  # "put us down for 20 units"


def booked(clause: str, before: str, dates: Sequence[DateReading]) -> Found | None:
    invited = None if dates[0].by or _A_NUMBER_OF.search(before) else _invited(before)
    return _asked_for_at(before, dates) or invited or _held(clause, dates) or _put_down(clause, before, dates)


def _asked_for_at(before: str, dates: Sequence[DateReading]) -> Found | None:
    """ "wants redlines call 24th at 11": a talk that they ask for by its hour."""
    found = _WANTS_TALK.match(before.strip(" ,")) if dates[0].at and not dates[0].by else None
    return (kind_of(" ".join(found["what"].lower().split())), True) if found else None


def _held(clause: str, dates: Sequence[DateReading]) -> Found | None:
    """ "I've got 3/23 11am with him for the walkthrough"."""
    behind = clause[dates[0].end :]
    if _GAVE.match(clause[: dates[0].start]):
        if _hangs_on(clause):
            return None
        for_a = _FOR_A.match(behind)
        kind = for_a["what"].lower() if for_a else purpose(behind)
        return (kind_of(kind), True) if kind else None
    found = _FOR_A.match(behind) if _HAVE.match(clause[: dates[0].start]) else None
    works = _WORKS.match(behind)
    if works and not (_A_PAPER.search(clause[: dates[0].start]) or _is_of_something(clause, dates[0], works["rest"])):
        kind = _KIND_AT_END.search(works["rest"])
        return kind_of(kind["what"].lower() if kind else "call"), True
    return (kind_of(found["what"].lower()), True) if found else None


def _is_of_something(clause: str, day: DateReading, rest: str) -> bool:
    """A day without an hour that suits the builders, or for a delivery, or that we told them suits: no talk is set by it."""
    before = clause[: day.start]
    on = _SOMETHING_ON.search(before)
    is_other = bool(on and not _A_TALK.match(on["what"] or on["event"])) or bool(
        _OTHERS.match(rest) and not _KIND_AT_END.search(rest)
    )
    return not day.at and (is_other or bool(_WE_TOLD.match(before)))


def purpose(words: str) -> str:
    """ "to present to the fleet managers" -> "presentation"; empty where it is for nothing of ours."""
    shown = _TO_SHOW.match(words)
    return (
        {"demo": "demo", "train": "training", "install": "visit"}.get(shown["verb"].lower(), "presentation")
        if shown
        else ""
    )


def _invited(before: str) -> Found | None:
    found = _INVITED.search(before.rstrip())
    if not found:
        return None
    is_back = re.search(r"\bwants\s+(?:me|us)\s+back(?:\s+(?:at|on|around|in))?$", before.rstrip(), re.IGNORECASE)
    verb = "call" if is_back else (found["verb"] or "visit").lower().split()[0]
    return kind_of(OF_VERB.get(verb, "call")), True


def _put_down(clause: str, before: str, dates: Sequence[DateReading]) -> Found | None:
    """In a diary, in an invitation that was sent, or as a call with somebody else on it."""
    bare = re.sub(r"\s+for$|^on$", "", before.strip(" ,"), flags=re.IGNORECASE)
    diary = _IN_DIARY.match(bare)
    if diary:
        return kind_of(" ".join(diary["what"].lower().split())), True
    link = _LINK_FOR.match(bare) if dates[0].at else None
    if link:
        return ("meeting" if (link["what"] or "").lower() in {"meet", "meeting", "calendar"} else "call"), False
    if dates[0].at and not dates[0].by and (_is_set(clause, before, dates) or _confirms(clause, before, dates)):
        return "call", True
    stays = _STAYS.match(bare) if dates[0].at else None
    if stays and not is_person(stays["what"], ()):  # "Dana is booked Friday at 2": she may be busy then
        return kind_of(stays["what"].lower()), True
    is_hired = not dates[0].at and bool(_JOINS.search(bare))
    if made := _time_made(bare, is_open=dates[0].by or is_hired or _hangs_on(clause)):
        return made
    if not dates[0].by and _CALLS_ONE.match(before.strip(" ,")):
        return "call", False
    if dates[0].at and not dates[0].by and (told := _at_an_hour(before.strip(" ,"), clause[dates[-1].end :])):
        return told
    if dates[0].at and not dates[0].by and _PUTS_US.match(before.strip(" ,")) and not _hangs_on(clause):
        return "meeting", True
    if dates[0].at and not dates[0].by and (_ON_LINE.match(bare) or _WANTS_MINUTES.match(before.strip(" ,"))):
        return "call", True
    event = event_in(bare or clause[dates[0].end :].strip(" ,."), at_hour=bool(dates[0].at and not dates[0].by))
    return event or occasion(clause, dates)


def _is_set(clause: str, before: str, dates: Sequence[DateReading]) -> bool:
    """ "we're on for Monday 11"; what is told behind the hour, "for maintenance", may be another's."""
    bare = before.strip(" ,")
    return bool((_FITS.match(bare) or _BOTH_SET.match(bare)) and _CONFIRMED_END.fullmatch(clause[dates[-1].end :]))


def _confirms(clause: str, before: str, dates: Sequence[DateReading]) -> bool:
    """ "dana accepted Tue 2pm"; not "confirmed at 3pm that …", "took Friday off"."""
    if clause[dates[0].start :].lower().startswith("at ") or not _CONFIRMED_END.fullmatch(clause[dates[-1].end :]):
        return False
    return bool(_CONFIRMED.match(before.strip(" ,")))


def _hangs_on(clause: str) -> bool:
    """ "if we cut the price", "or we're out"."""
    return is_conditional(clause) or bool(_OR_ELSE.search(clause))


def _time_made(bare: str, *, is_open: bool) -> Found | None:
    """ "cfo takes the call", "she meets me", "they come over"; `is_open`: by some day, or on a condition."""
    if _TAKES_CALL.match(bare):
        return "call", True
    if _SEES_US.match(bare) and not is_open:
        return "meeting", True
    return ("visit", True) if _COME.match(bare) else None


def _at_an_hour(bare: str, behind: str) -> Found | None:
    """ "flies over for the plant tour", "we show it to his crew", "ringing her from the car"; `behind` may name whom else it is with."""
    comes = _COME_FOR.search(bare)
    if comes and _COME.match(bare[: comes.start()]):
        return kind_of(comes["what"].lower()), True
    if _SHOWS.match(bare):
        return "presentation", True
    if _ONE_ROOM.match(bare):
        return "meeting", True
    if _CONFIRMED_END.fullmatch(behind):
        if glad := _GLAD_TO.match(bare):
            return "visit" if glad["visit"] else "call", True
        if _OUR_TIME.match(bare):
            return "meeting", True
        if _WE_ARE_THERE.match(bare):
            return "visit", True
    return ("call", False) if _REACHES.match(bare) else None
