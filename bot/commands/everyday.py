"""What people type where we have another word for it: each becomes the line that they could have typed.

Whole lines only, typed and never filled in. Those that name nobody, or begin with a command of ours, are read as ours at once; those
about somebody only where nothing else is meant by them and the name is known (bot.conversation.everyday).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.commands.splitting import who_and_when
from bot.commands.wholelines import WholeLines
from bot.playbook.holds import OUR_PLAN
from bot.reading.typed.typeddates import starts_with_day

_SO = r"^(?:(?:so|and|hey|hi|ok|okay|please|pls|just|can you|could you|i want to|i['’]?d like to|how do i|how can i|let me)[\s,]+)*"
_END = r"(?:\s+(?:please|pls|again|now|right now|then|for me))*[\s?.!]*$"
_A_NAME = r"(?:[\w&.-]+(?:['’](?!s\b)\w*)?)(?:\s+[\w&.-]+(?:['’](?!s\b)\w*)?){0,3}?"
_WHO = rf"(?P<who>{_A_NAME})"
_TO = rf"(?P<to>{_A_NAME})"
_MY = r"(?:my|the|our|today['’]?s)"
_SHOW = r"(?:show(?:\s+me)?|see|open|send(?:\s+me)?|resend(?:\s+me)?|give(?:\s+me)?|get(?:\s+me)?|list|view)"
_LIST = r"(?:(?:morning\s+)?list|digest|follow-?\s?ups?|agenda|calls?|tasks?|to-?\s?do(?:s|\s+list)?)"
_HOUR = r"(?P<hour>\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h|o['’]?clock)?)"
_PERIOD = r"(?P<when>today|yesterday|(?:this|last)\s+(?:week|month|quarter))"
_AHEAD = r"(?P<when>tomorrow|in\s+(?:\d+|an?|one|two|three|four|six)\s+(?:day|week|month)s?|next\s+(?:week|month)|(?:on\s+|next\s+)?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri)(?:day)?)"
_MESSAGES = r"(?:notifications|reminders|messages|digests?|lists?)"
_AMOUNT = r"(?P<amount>[€$£]?\s?\d[\d.,']*\s?(?:k|m|eur|usd|gbp|chf|euros?|dollars?|pounds?)?)"
_PHONE = r"(?P<phone>\+?[\d(][\d\s()./-]{4,20}\d)"

_WHOLE: Sequence[tuple[str, str]] = (
    # What is due, and when it comes.
    (rf"{_SHOW}\s+{_MY}\s+{_LIST}(?:\s+(?:for\s+)?today)?|{_MY}\s+{_LIST}\s+(?:for\s+)?today|(?:calls|tasks)\s+(?:for\s+)?today|to-?\s?do(?:s|\s+list)?|my\s+(?:tasks|to-?\s?dos?(?:\s+list)?)", "followups"),
    (r"any(?:one|body|1|thing)\s+(?:(?:that\s+)?(?:i|we)\s+(?:need|have|should|must)(?:\s+to)?\s+(?:call|ring|phone|chase|do|contact)|to\s+(?:call|ring|phone|chase|do)|for\s+me)(?:\s+today)?|anything\s+(?:on\s+)?today|what\s+(?:have\s+i|do\s+i\s+have|i['’]ve)(?:\s+got)?(?:\s+(?:on|today|to\s+do))*", "followups"),
    (r"how\s+(?:do|can|could)\s+(?:i|we)\s+(?:undo|take\s+back|reverse|revert|get\s+rid\s+of)(?:\s+(?:that|this|it|something|one|an?\s+\w+|the\s+last\s+\w+))?", "help yourself"),
    (r"who\s+needs\s+(?:a|my)\s+call|who\s+do\s+i\s+(?:need|have)\s+to\s+(?:call|ring|phone|contact|chase)", "followups"),
    (r"(?:is\s+there\s+)?(?:anything|something|what)\s+(?:else\s+)?(?:(?:that\s+)?(?:i|we)\s+(?:should|need\s+to|must|have\s+to)\s+(?:worry|be\s+worried|be\s+concerned)|to\s+worry)\s+about|(?:which|what)\s+(?:deals|ones)\s+should\s+(?:i|we)\s+worry\s+about|what\s+should\s+(?:i|we)\s+worry\s+about", "which deals are at risk"),
    (rf"(?:what\s+time|when)\s+(?:is|does|do\s+i\s+get|will\s+i\s+get)\s+{_MY}\s+(?:next\s+)?(?:list|digest)(?:\s+(?:come|arrive|sent|due))?|(?:why\s+)?(?:didn['’]?t|did)\s+i\s+(?:not\s+)?(?:get|have|receive)\s+(?:an?|my|any|no)\s+(?:list|digest)(?:\s+today)?|why\s+(?:is\s+there\s+)?no\s+(?:list|digest)(?:\s+today)?|no\s+list\s+today", "status"),
    # Deals, as a list or a file.
    (rf"(?:{_SHOW}\s+)?(?:(?:all\s+)?(?:my|our|the)\s+)?(?:open|active|current|live)\s+(?:deals|accounts|customers|prospects|opportunities)|{_SHOW}\s+(?:all\s+)?(?:(?:my|our|the)\s+)?(?:deals|accounts|customers|prospects|opportunities|contacts|leads)", "deals"),
    (rf"{_SHOW}\s+(?:(?:my|our|the)\s+)?pipeline", "pipeline"),
    (rf"{_SHOW}\s+(?:(?:my|our|the|all)\s+)*(?:open\s+)?promises|(?:open|all)\s+promises", "owed"),
    (rf"{_SHOW}\s+(?:(?:my|our|the)\s+)?team", "where is my team"),
    (r"(?:(?:which\s+)?deals|what['’]?s|what\s+is|anything)\s+closing\s+soon|closing\s+soon", "what closes this month"),
    (r"(?:(?:which|my|our)\s+)?deals\s+(?:that\s+(?:are\s+)?)?clos(?:e|ing)\s+(?P<when>(?:this|next)\s+(?:week|month|quarter))", "what closes {when}"),
    (r"(?:export|download)\s+(?:all\s+)?(?:(?:my|our|the)\s+)?(?:deals|data|accounts|customers|everything|list)(?:\s+(?:as|to|in)\s+(?:a\s+)?(?:csv|excel|file|spreadsheet))?", "deals export"),
    # Settings, help, who reads what.
    (rf"(?:{_SHOW}|change|edit|where\s+are)\s+(?:(?:my|the)\s+)?(?:settings|preferences|options)|my\s+(?:settings|preferences|options)|preferences", "settings"),
    (rf"(?:send|change|set|move|put|make|i\s+want)\s+(?:me\s+)?(?:(?:my|the)\s+)?(?:(?:morning\s+)?list|digest)(?:\s+time)?\s+(?:at|to|for)\s+{_HOUR}|(?:(?:my|the)\s+)?(?:(?:morning\s+)?list|digest)(?:\s+time)?\s+at\s+{_HOUR}", "settings digest {hour}"),
    (r"(?:send|put|move|i\s+want)\s+(?:me\s+)?(?:my|the)\s+(?:morning\s+)?(?:list|digest)\s+(?:to\s+)?(?P<place>here|in\s+(?:slack|teams))", "settings list {place}"),
    (rf"(?:(?:turn|switch)\s+off|stop|mute|disable|no(?:\s+more)?)\s+(?:(?:all|the|my|these|your)\s+)*{_MESSAGES}|(?:turn|switch)\s+(?:(?:all|the|my|these|your)\s+)*{_MESSAGES}\s+off|(?:please\s+)?(?:stop|quit|don['’]?t|do\s+not)\s+send(?:ing)?\s+(?:me\s+)?(?:(?:all|the|my|these|any|your|daily|morning)\s+)*{_MESSAGES}(?:\s+(?:any\s?more|again|please))*", "settings list off"),
    (r"what\s+(?:else\s+)?(?:can|could|do)\s+(?:you|this|it|the\s+bot)\s+do(?:\s+(?:here|for\s+me|for\s+us))?|what\s+can\s+(?:i|we)\s+(?:do|type|ask|say)(?:\s+(?:here|you|to\s+you|with\s+(?:you|this|it)))*|(?:what|which)\s+commands\s+(?:are\s+there|(?:do\s+you|can\s+you|can\s+i|do\s+i)\s+(?:know|have|understand|type|use))|how\s+(?:can|do)\s+you\s+help(?:\s+(?:me|us))?|who\s+are\s+you|what\s+are\s+you(?:\s+for)?", "help"),
    (r"(?:how\s+(?:do|can)\s+(?:i|we)\s+)?(?:import|upload)\s+(?:(?:my|our|the|an?|some|these)\s+)*(?:(?:csv|excel|crm|salesforce|hubspot|pipedrive)\s+)?(?:deals|accounts|contacts|data|files?|list|pipeline|spreadsheet|csv|crm|export|[\w-]+\.(?:csv|xlsx?|tsv|txt))(?:\s+from\s+(?:an?\s+|my\s+|the\s+|our\s+)?(?:csv|file|excel|crm|salesforce|hubspot|pipedrive|spreadsheet))?", "import"),
    (r"(?:all\s+)?commands|menu|how\s+(?:does|do)\s+(?:this|it|the\s+bot|you|that)\s+work|how\s+(?:do|can|should)\s+(?:i|we)\s+(?:log|enter|record|add)\s+(?:an?|my|the)\s+calls?", "help"),
    (r"privacy|who\s+(?:can\s+|may\s+)?(?:sees?|reads?)\s+(?:my|what\s+i)\s+(?:notes|deals|calls|log|write|type|wrote|logged|say)|who(?:['’]?s|\s+is)\s+my\s+(?:manager|boss|lead(?:er)?)|who(?:['’]?s|\s+is)\s+(?:on|in)\s+(?:my|the|our)\s+team|who\s+leads\s+me", "team"),
    (r"my\s+(?:stats|statistics|performance|kpis?|(?:win|conversion|success)\s+rate|report)|(?:win|conversion|success)\s+rate|(?:weekly\s+|monthly\s+)?report", "how am i doing"),
    (rf"(?:how\s+many\s+)?calls\s+{_PERIOD}", "how many calls did i make {when}"),
    # For who leads others.
    (rf"(?:(?:{_SHOW}|export|download)\s+)?(?:all|every)\s+(?:the\s+)?(?:open\s+|team\s+)?deals|(?:{_SHOW}\s+)?(?:the\s+|my\s+)?team['’]?s?\s+deals|(?:export|download)\s+(?:the\s+)?team['’]?s?\s+deals", "deals all"),
    (r"(?:weekly\s+|monthly\s+)?team(?:['’]?s)?\s+(?:report|activity|numbers|stats|figures|performance|results)|how\s+is\s+(?:the|my)\s+team\s+doing\s+overall|who\s+made\s+the\s+most\s+calls|leaderboard", "does it work team"),
    (r"(?:all\s+)?(?:overdue|late)\s+promises|what(?:['’]?s|\s+is)\s+(?:late|overdue)\s+(?:on|in|with|for)\s+(?:the|my|our)\s+team", "what's late"),
    (rf"(?:which\s+)?(?:lost\s+deals|losses)\s+{_PERIOD}", "what did we lose {when}"),
    (rf"(?:which\s+)?(?:won\s+deals|wins)\s+{_PERIOD}", "what did we win {when}"),
    (r"why\s+do\s+we\s+lose(?:\s+(?:deals|them|so\s+many))?", "why do customers say no"),
    (r"(?:add|invite)\s+(?:an?\s+|another\s+|new\s+)*(?:rep|reps|member|user|person|people|colleague|manager)s?", "people"),
    (r"permissions|roles|who\s+can\s+see\s+what", "team"),
    (r"(?:set|change|edit)\s+(?:(?:the|our)\s+)?(?:public\s+)?holidays", "holidays"),
    (r"(?:(?:show|change|edit|set)\s+)?(?:the\s+|our\s+|team\s+)*(?:policy|rhythm|rules)|(?:change\s+|edit\s+)?(?:the\s+)?team\s+settings|(?:set\s+)?(?:the\s+)?max(?:imum)?\s+(?:tries|attempts)(?:\s+to\s+\d+)?|how\s+(?:often|many\s+times)\s+do\s+we\s+(?:follow\s+up|chase|call|try)", "settings policy"),
    (r"(?:edit|fix|correct|change)\s+(?:(?:my|the)\s+)?last\s+(?:log|call|note|entry|one|thing)", "that's wrong"),
)  # fmt: skip
_BEHIND_A_COMMAND: Sequence[tuple[str, str]] = (
    (rf"remind\s+me\s+{_AHEAD}\s+to\s+(?:call|ring|phone|chase|contact|email)\s+{_WHO}|{_AHEAD}\s+remind\s+me\s+to\s+(?:call|ring|phone|chase|contact|email)\s+{_WHO}", "remind me to call {who} {when}"),
    (rf"remind\s+me\s+{_AHEAD}\s+about\s+{_WHO}|{_AHEAD}\s+remind\s+me\s+about\s+{_WHO}", "remind me about {who} {when}"),
    (rf"next\s+steps?(?:\s+(?:with|for|at|on))?\s+{_WHO}", "where are we on {who}"),
)  # fmt: skip
_OF_A_DEAL: Sequence[tuple[str, str]] = (
    # Where we are with somebody.
    (rf"(?:show(?:\s+me)?\s+)?(?:(?:the|all|my)\s+)*(?:history|notes|timeline)(?:\s+(?:of|for|on|with|from|about))?\s+{_WHO}|{_WHO}(?:['’]s)?\s+(?:history|timeline)", "where are we on {who}"),
    (rf"(?:show(?:\s+me)?|open|find|search(?:\s+for)?|look\s+up|pull\s+up|view)\s+(?:the\s+)?{_WHO}(?:['’]s)?(?:\s+(?:deal|account|history|notes?|record|details|file))?", "where are we on {who}"),
    (rf"who\s+is\s+{_WHO}", "where are we on {who}"),
    (rf"(?:my\s+)?last\s+(?:call|contact|conversation|talk|meeting)(?:\s+(?:with|at|of|to))?\s+{_WHO}", "when did i last speak to {who}"),
    (rf"is\s+(?:any|some)(?:one|body)\s+(?:else\s+)?(?:working\s+on|calling|talking\s+to|on)\s+{_WHO}", "who has {who}"),
    (rf"what\s+(?:does|do|did)\s+{_WHO}\s+(?:still\s+)?(?:need|want|expect)\s+(?:from|of)\s+(?:me|us)", "what do we owe {who}"),
    # What is to become of it.
    (rf"(?:transfer|assign|reassign)\s+{_WHO}(?:\s+(?:deal|account))?\s+to\s+{_TO}", "give {who} to {to}"),
    (rf"(?:i\s+)?(?:stop|don['’]?t|do\s+not|no\s+more)\s+(?:want\s+)?remind(?:ing|ers?)?(?:\s+me)?\s+(?:about|for|on|of)\s+{_WHO}|(?:mute|silence)\s+{_WHO}", "snooze {who}"),
    (rf"(?:please\s+|pls\s+)?(?:take|keep|leave|drop|get)\s+{_WHO}\s+(?:off|out\s+of)\s+(?:my|the)\s+list\s+(?:until|till|til)\s+(?P<when>\S.{{0,30}})", "later {who} {when}"),
    (rf"(?:skip|leave|not)\s+{_WHO}\s+(?:for\s+)?today", "later {who} tomorrow"),
    (rf"(?:(?:change|set|update)\s+)?(?:the\s+)?{_WHO}(?:['’]s)?\s+value\s+(?:(?:is|to|at)\s+)?{_AMOUNT}|(?:(?:change|set|update)\s+)?(?:the\s+)?value\s+of\s+{_WHO}\s+(?:is|to|at)\s+{_AMOUNT}", "deal value {who} {amount}"),
    (rf"{_WHO}['’]s\s+(?:main\s+)?contact\s+is\s+{_TO}|(?:the\s+)?(?:main\s+)?contact\s+(?:at|for)\s+{_WHO}\s+is\s+{_TO}", "deal contact {who}: {to}"),
    (rf"(?:close|mark)\s+{_WHO}\s+(?:as\s+)?won", "won {who}"),
    (rf"(?:close|mark)\s+{_WHO}\s+(?:as\s+)?lost", "lost {who}"),
    (rf"{_WHO}(?:['’]s|\s+is|\s+are)?\s+(?:(?:all|now|suddenly)\s+)?(?:back\s+on(?:\s+track)?|on\s+again|(?:alive|live)\s+again)(?:\s+after\s+all)?", "reopen {who}"),
    (rf"(?:delete|remove|archive)\s+(?:the\s+)?(?:deal|account)\s+{_WHO}", "deal {who}"),
    # What to say.
    (rf"(?:write|draft)\s+{_WHO}\s+(?:an?|the)\s+(?:e-?mail|message|note|voice\s?mail|text)|(?:e-?mail|voice\s?mail|phone|call)\s+(?:template|script|text|words)s?(?:\s+(?:for|to))?\s+{_WHO}", "words {who}"),
)  # fmt: skip
_OF_A_COLLEAGUE: Sequence[tuple[str, str]] = (
    (rf"(?:show(?:\s+me)?\s+)?{_WHO}['’]?s\s+(?:open\s+)?(?:deals|accounts|customers|pipeline)", "deals {who}"),
    (rf"(?:show(?:\s+me)?\s+)?{_WHO}['’]?s\s+(?:list|follow-?\s?ups|agenda|day|calls)(?:\s+today)?", "followups {who}"),
    (rf"move\s+(?:all|every)\s+(?:the\s+)?deals\s+from\s+{_WHO}\s+to\s+{_TO}", "give {who}'s deals to {to}"),
)  # fmt: skip
_OF_A_PERSON: Sequence[tuple[str, str]] = (
    (rf"(?:what(?:['’]?s|\s+is)\s+)?{_WHO}['’]s\s+(?:(?:phone|mobile|cell|direct)\s+)?(?:number|phone|mobile|cell)", "phone number for {who}"),
    (rf"{_WHO}['’]s\s+(?:new\s+)?(?:(?:phone|mobile|cell|direct)\s+)?(?:number|phone|mobile|cell)\s+is\s+{_PHONE}", "deal contact {who}: {who}, {phone}"),
)  # fmt: skip
_NO_NAME = re.compile(
    r"^(?:an?|the|this|that|everything|everybody|somebody|anybody|nobody|my|our|your|his|her|their|all|every|any|some|more|new|it|them|him|us|me|you|i|we|they|he|she|who|what|when|where|how|why|give|move|cover|make|won|lost|keep|hold|nurture|followups?|due|check|export|pause|away|back|reply|next|last|first|deals?|value|settings|logcall|log|promise|done|prep|words|send|take|share|write|email|read|review|call|calls|today|tomorrow|list|help|undo|winning|losing|late|away|here|there|in|on|off|out)\b"
    r"|\b(?:he|she|they|it|we|i|is|are|was|and|but|will|would|who|not|that|to|said|says|wants|went|goes|ended)\b",
    re.IGNORECASE,
)


class NameOf(StrEnum):
    """What a name in a line has to be, so that the line is meant."""

    person = "person"  # at a customer's
    colleague = "colleague"
    deal = "deal"


_IN_OUR_WORDS = WholeLines(_SO, (*_WHOLE, *_BEHIND_A_COMMAND), _END)
_OF_SOMEBODY = tuple(
    (whose, WholeLines(_SO, table, _END))
    for whose, table in (
        (NameOf.person, _OF_A_PERSON), (NameOf.colleague, _OF_A_COLLEAGUE), (NameOf.deal, _OF_A_DEAL),
    )
)  # fmt: skip
_BOOK = re.compile(
    rf"{_SO}(?:schedule|book|plan|arrange)\s+(?:(?:an?|the|another|our|my)\s+)?(?:next\s+)?(?:(?:phone\s+)?call|chat|catch-?up|(?P<what>demo|meeting|visit|trial|workshop))\s+(?:with|for|at)\s+(?P<rest>[^,;]+)$",
    re.IGNORECASE,
)
_LONGEST = 120  # characters: a longer line says something
_LONGEST_DAY = 5  # words


@dataclass(frozen=True)
class OurLine:
    """What they could have typed; `who` has to be known, as what `whose` says."""

    text: str
    who: str
    whose: NameOf


def in_our_words(line: str) -> str:
    """The line that means the same, where it names nobody or begins with a command of ours; else empty."""
    return next((text for text, _ in _matches(line, _IN_OUR_WORDS)), "")


def about_somebody(line: str) -> OurLine | None:
    """The same of a line about somebody, who may be nobody we know."""
    found = (OurLine(*told, whose) for whose, table in _OF_SOMEBODY for told in _matches(line, table))
    return next(found, None) or _as_next_step(line)


def _matches(line: str, table: WholeLines[str]) -> Iterator[tuple[str, str]]:
    for found, ours in table.matches(line) if len(line) <= _LONGEST else ():
        parts = _parts(found)
        if all(_is_name(parts[name]) for name in ("who", "to") if name in parts):
            yield ours.format(**parts), parts.get("who", "")


def _as_next_step(line: str) -> OurLine | None:
    """ "Schedule a demo with Dana Tue 3pm": it is planned by us, and nobody was called."""
    found = _BOOK.match(line) if len(line) <= _LONGEST else None
    split = who_and_when(found["rest"].strip(" .!?")) if found else None
    if not (found and split and _is_name(split[0]) and len(split[1].split()) <= _LONGEST_DAY):
        return None
    return OurLine(" ".join(filter(None, ("next", split[0], found["what"], split[1], OUR_PLAN))), split[0], NameOf.deal)


def _is_name(text: str) -> bool:
    return not (_NO_NAME.search(text) or starts_with_day(text) or who_and_when(text))


def _parts(found: re.Match[str]) -> dict[str, str]:
    return {name.rstrip("0123456789"): text.strip() for name, text in found.groupdict().items() if text}
