"""Plain questions and reports that name a person or a deal: each is the command that answers it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.commands.calls import Done, HeardNothing, LogLine, Words
from bot.commands.deals import Recall, ShowDeal, Where
from bot.commands.lists import Attention, Deals, Followups, ListOf, Owed, OwedBy, Upcoming, Which
from bot.commands.wholelines import WholeLines
from bot.model import Outcome

Asked = (
    Attention
    | Where
    | Recall
    | Owed
    | Followups
    | Upcoming
    | Deals
    | Which
    | ShowDeal
    | Words
    | HeardNothing
    | Done
    | LogLine
)

_SO = r"^(?:(?:so|and|hey|hi|ok|okay|please|pls|just|can you|could you)[\s,]+)*"
_END = r"(?:\s+(?:please|pls|then|again|right now|at the moment|so far|yet))*[\s?.!]*$"
_WHO = r"(?P<who>[^,;:?!]{1,60}?)"
_NAME = r"(?P<who>[\w'’.&-]+(?:\s+[\w'’.&-]+){0,2}?)"
_IS = r"(?:['’]?s|\s+is|\s+are)"
_COMING = r"(?:(?:for|on|by|in)\s+)?(?:tomorrow|tomorow|tmrw|tmr|tmw|this week|next week|the week|the next (?:few days|two weeks|week)|(?:next\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?|the rest of the week)"
_ONE_DAY = re.compile(
    r"\b(?P<when>tomorrow|tomorow|tmrw|tmr|tmw|(?:this|next)\s+week|rest\s+of\s+(?:the|this)\s+week|(?:next\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?)\b",
    re.IGNORECASE,
)
_TODAY = r"(?:(?:\s+(?:for|on))?\s+(?:today|now|first|next|this morning|this afternoon|my list|my plate|the list|right now))?"
_REACH = r"(?:call|ring|phone|contact|email|chase|see|speak\s+(?:to|with)|talk\s+(?:to|with)|follow\s+up\s+with)"
_SPOKE = r"(?:spoke|speak|spoken|talk|talked|call|called|heard|hear|met|meet)(?:\s+(?:to|with|from))?"
_SHOULD = r"(?:should|do|shall|must|can|could|would|ought)"
_TEXT = r"(?:e-?mail|mail|message|follow-?\s?up|note|words|voice\s?mail|letter|text|opener|something)"
_LATELY = r"(?:\s+(?:lately|recently|(?:in|for)\s+(?:a\s+while|ages|(?:(?:over|the\s+last)\s+)?(?:an?|one|two|three|four|\d+)\s+(?:day|week|month)s?)|(?:this|last)\s+(?:week|month)|today|yet))?"
_SPAN = r"(?:\s+(?:(?:this|last)\s+(?:week|month)|today|yesterday))?"
_RISK = r"(?:at\s+risk|in\s+(?:danger|trouble)|slipping)"
_QUIET = r"(?:quiet|silent|dark|cold|still|stuck|stalled|ghosting(?:\s+(?:me|us))?|not\s+(?:answering|moving|replying)|unresponsive)"
_NEED = r"(?:(?:still|actually|really)\s+)?(?:want(?:ed)?|need(?:ed)?|require[ds]?|ask(?:ed)?\s+for|look(?:ing)?\s+for|after|interested\s+in)"
_NOBODY = frozenset(
    "i we you they it he she that this there who what my me us nobody somebody everybody someone anyone".split()
)
_NO_NAME = re.compile(
    r"\b(?:he|she|they|it|we|i|at|and|but|will|would|about|who|somebody|someone|not)\b", re.IGNORECASE
)
_HAVE_SENT = r"(?:(?:i|we)\s+)?(?:have\s+|just\s+)*(?:sent|e-?mailed)"
_YES_OR_NO = r"(?:yes(?:[\s-]or[\s-]|\/)no|definitive)(?:\s+(?:message|e-?mail|note|one|text|question))?"


_ALONE: Sequence[tuple[str, Asked]] = (
    (
        rf"what\s+(?:else\s+)?needs\s+(?:my\s+)?attention|(?:which|what)\s+(?:deals|ones|accounts|customers)\s+need\s+(?:my\s+)?attention|(?:is\s+)?(?:there\s+)?anything\s+(?:urgent|burning|pressing|critical|important)(?:\s+today)?|what{_IS}\s+(?:most\s+)?(?:urgent|burning|pressing|critical|important|on\s+fire)(?:\s+today)?|(?:is\s+there\s+)?(?:any|some)thing\s+(?:else\s+)?(?:that\s+)?(?:i|we)\s+(?:should|need\s+to|must|ought\s+to)\s+(?:know|look\s+at|take\s+care\s+of)(?:\s+(?:about|today|now))*",
        Attention(),
    ),
    (
        (
            rf"(?:what|who){_IS}\s+(?:(?:on|up|due|coming)(?:\s+up)?\s+)?{_COMING}|what\s+(?:do|have)\s+i\s+(?:have|got|do)\s+(?:to\s+do\s+)?{_COMING}|who\s+{_SHOULD}\s+i\s+{_REACH}\s+{_COMING}"
            rf"|what\s+should\s+i\s+do\s+{_COMING}|(?:is\s+there\s+)?anything\s+(?:on\s+|due\s+)?{_COMING}|what{_IS}\s+coming(?:\s+up)?|(?:(?:the\s+)?rest\s+of\s+)?(?:my|this|the|next)\s+week|tomorrow|(?:show\s+(?:me\s+)?)?tomorrow['’]?s\s+(?:list|calls|day|follow-?ups)"
        ),
        Upcoming(),
    ),
    (
        (
            rf"who\s+{_SHOULD}\s+i\s+{_REACH}{_TODAY}|what\s+(?:should|shall|must|do)\s+i\s+do{_TODAY}|what{_IS}\s+(?:on|due|next|up\s+next){_TODAY}|what{_IS}\s+on\s+(?:my|the)\s+(?:list|plate|agenda)|where{_IS}\s+(?:my|the)\s+(?:list|agenda|digest|followups)"
            r"|(?:is\s+there\s+)?anything\s+(?:on|due|to\s+do)(?:\s+(?:today|now))?|my\s+(?:list|agenda|day)|(?:so\s+)?what\s+now|who(?:['’]?s|\s+is)\s+(?:next|first)"
        ),
        Followups(),
    ),
    (
        (
            rf"who(?:['’]?s|['’]ve|\s+(?:is|has|have|are))?\s+(?:(?:gone|going|been|went|got)\s+)*(?:all\s+|very\s+|too\s+)?{_QUIET}(?:\s+(?:on\s+(?:me|us)|lately|now))?"
            rf"|(?:which|what|any)(?:\s+of\s+(?:my|our|the))?\s+(?:deals?|accounts?|customers?|prospects?|ones?)\s+(?:(?:are|is|have|has|went)\s+)?(?:(?:gone|been|went|going)\s+)*{_QUIET}"
            rf"|who\s+(?:have|did)(?:n['’]?t|\s+not|nt)?\s+(?:i|we)\s+(?:not\s+)?(?:spoken|talked|called|rung|phoned|contacted|heard|hear|call|speak|talk)(?:\s+(?:to|from|with))?{_LATELY}"
            r"|who\s+(?:has|have)(?:n['’]?t|\s+not)\s+(?:answered|replied|called\s+back|come\s+back)|(?:quiet|silent)\s+(?:deals|ones)"
            rf"|(?:which|what|any)(?:\s+of\s+(?:my|our|the))?\s+(?:deals?|accounts?)\s+(?:are\s+|is\s+)?{_RISK}|what{_IS}\s+at\s+risk|deals?\s+{_RISK}"
        ),
        Deals(quiet=True),
    ),
    (
        r"how\s+many\s+deals(?:\s+(?:do|have)\s+(?:i|we)(?:\s+(?:have|got))?)?|what\s+deals\s+(?:do|have)\s+i(?:\s+(?:have|got))?",
        Deals(),
    ),
)

_WHEN = re.compile(r"\b(?:this|next)\s+(?:week|month|quarter)\b", re.IGNORECASE)
_NO_STEP = r"(?:no|without(?:\s+an?)?|not\s+got\s+a)\s+next\s+steps?"
_OF_DEALS = r"(?:(?:which|what|any)(?:\s+of\s+(?:my|our|the))?\s+(?:deals?|accounts?|customers?)|deals|(?:who|which\s+reps?)\s+(?:has|have)\s+(?:any\s+)?deals?|who|anyone|anybody)"
_WHICH: Sequence[tuple[str, ListOf]] = (
    (
        (
            r"(?:who|who\s+all|which\s+(?:of\s+(?:my|our)\s+)?(?:customers|contacts|clients|people))(?:['’]?s|\s+is|\s+are)\s+(?:currently\s+|still\s+)?(?:away|off|out(?:\s+of\s+(?:the\s+)?office)?|ooo|on\s+(?:leave|holidays?|vacation))(?:\s+(?:today|now|this\s+week|right\s+now))?"
            r"|(?:is\s+)?any(?:one|body)\s+(?:away|off|out(?:\s+of\s+(?:the\s+)?office)?|on\s+(?:leave|holidays?|vacation))(?:\s+(?:today|now|this\s+week))?"
        ),
        ListOf.away,
    ),
    (
        rf"{_OF_DEALS}\s+(?:(?:has|have|is|are)(?:n['’]?t)?\s+)?(?:with\s+|got\s+)?{_NO_STEP}(?:\s+agreed)?|where\s+is\s+no\s+next\s+step(?:\s+agreed)?|{_NO_STEP}|(?:what|where)(?:['’]?s|\s+is)\s+(?:still\s+)?missing\s+a\s+next\s+step",
        ListOf.no_step,
    ),
    (
        (
            r"(?:what|which\s+deals?|who)(?:['’]?s|\s+is|\s+are|\s+do|\s+will|\s+should)?\s+(?:(?:due|going|expected|supposed|set|meant)\s+to\s+)?clos(?:e|es|ing)(?:\s+(?:this|next)\s+(?:week|month|quarter))?"
            r"|(?:what(?:['’]?s|\s+is)\s+)?(?:the\s+|my\s+|our\s+)?forecast(?:\s+for)?\s+(?:this|next)\s+(?:week|month|quarter)"
        ),
        ListOf.closing,
    ),
)

_NAMED: Sequence[tuple[str, Callable[[str], Asked]]] = (
    (
        rf"(?:(?:what{_IS}|whats|do\s+(?:we|i|you)\s+have|have\s+(?:we|i)\s+got|i\s+need|give\s+me|find\s+me|show\s+me)\s+)?(?:the\s+|a\s+)?(?:(?:phone|mobile|cell|tele?phone|direct)\s+)?(?:number|phone|mobile|telephone)\s+(?:for|of)\s+{_NAME}",
        ShowDeal,
    ),
    (
        (rf"what(?:\s+(?:did|does|do|has|have|had)|['’]?s)\s+{_WHO}\s+(?:still\s+)?(?:promised?|owes?|owed|agreed?(?:\s+to)?|commit(?:ted)?(?:\s+to)?)(?:\s+(?:me|us|to\s+do))?{_SPAN}"
            rf"|who\s+owes\s+(?:whom?\s+)?what\s+(?:(?:with|at|on|for|to|of)\s+)?{_WHO}"),
        lambda who: Owed(OwedBy.both, who),
    ),
    (
        rf"what(?:\s+(?:do|did|have)|['’]ve)?\s+(?:i|we)\s+(?:still\s+)?(?:owe|promised?)(?:\s+to)?\s+{_WHO}|(?:do|did)\s+(?:i|we)\s+(?:still\s+)?(?:owe|promise)\s+{_WHO}\s+(?:any|some)thing",
        lambda who: Owed(OwedBy.us, who),
    ),
    (rf"(?:does|do|did)\s+{_WHO}\s+(?:still\s+)?(?:owe|promise)\s+(?:me|us)\s+(?:any|some)thing", lambda who: Owed(OwedBy.them, who)),
    (
        rf"(?:what{_IS}|is)\s+{_WHO}\s+(?:late|behind|overdue)(?:\s+(?:on|with|for))?(?:\s+(?:anything|what))?|(?:does|do|has|have)\s+{_WHO}\s+(?:have|got)\s+(?:any|some)thing\s+(?:late|overdue)",
        lambda who: Owed(OwedBy.late, who),
    ),
    (
        rf"what(?:\s+(?:did|does|do|has|have)|['’]?s)\s+{_WHO}\s+(?:last\s+)?(?:say|said)(?:\s+(?:last|to\s+(?:me|us)|exactly))?",
        lambda who: Recall(who, words=True),
    ),
    (
        (
            rf"what\s+(?:did|does|do)\s+(?:they|he|she)\s+{_NEED}\s+(?:over\s+)?(?:at|with)\s+{_WHO}"
            rf"|what(?:\s+(?:did|does|do|has|have|is|are)|['’]?s)\s+{_WHO}\s+{_NEED}"
        ),
        lambda who: Recall(who, needs=True),
    ),
    (
        (
            rf"how\s+long\s+(?:is\s+it\s+|has\s+it\s+been\s+|ago\s+)*(?:since|did|have)\s+(?:i|we)\s+(?:last\s+)?{_SPOKE}\s+{_NAME}"
            rf"|when\s+(?:did|have|was)\s+(?:i|we)\s+(?:last\s+)?{_SPOKE}\s+{_NAME}(?:\s+last)?"
        ),
        Recall,
    ),
    (
        (
            rf"is\s+{_NAME}\s+(?:doing\s+)?(?:ok|okay|alright|all\s+right|fine|on\s+track|on\s+top\s+of\s+(?:things|it)|struggling|in\s+trouble|stuck|busy|at\s+risk)|what{_IS}\s+{_WHO}\s+(?:up\s+to|doing|working\s+on|busy\s+with)(?:\s+(?:today|this\s+week|now|these\s+days))?|what(?:\s+(?:did|does|do|has|have)|['’]?s)\s+{_WHO}\s+think"
            rf"|any(?:thing|\s+news|\s+word|\s+reply)\s+(?:new\s+)?(?:back\s+)?(?:from|on|about|with)\s+{_WHO}|(?:has|did)\s+{_WHO}\s+(?:reply|replied|answer(?:ed)?|respond(?:ed)?|(?:called|call|come|written|wrote|got)\s+back)"
            rf"|what{_IS}\s+(?:happening|going\s+on|new|up|the\s+(?:story|status|latest|news|state))\s+(?:with|on|at|of|from)\s+{_WHO}|status\s+(?:of|on|with|at)\s+{_WHO}"
        ),
        Where,
    ),
    (
        (
            rf"what\s+{_SHOULD}\s+(?:i|we)\s+(?:say|write|tell|send|ask)(?:\s+to)?\s+{_WHO}|how\s+{_SHOULD}\s+i\s+(?:open|start|begin)(?:\s+(?:it|the\s+call))?\s+with\s+{_WHO}"
            rf"|(?:(?:write|draft|give|make|get|suggest)\s+)?(?:me\s+)?(?:an?\s+|the\s+|some\s+)?{_TEXT}\s+(?:to\s+say\s+)?(?:to|for)\s+{_WHO}"
        ),
        Words,
    ),
    (
        (
            rf"(?:there(?:['’]s|\s+is)\s+)?(?:still\s+)?(?:nothing|no\s+word|no\s+news|no\s+reply|radio\s+silence|silence|not\s+a\s+word)\s+(?:yet\s+|back\s+|heard\s+)*from\s+{_NAME}(?:\s+(?:yet|today|still|either))?"
            rf"|(?:(?:i|we)\s+)?(?:still\s+)?(?:have\s?n['’]?t|have\s+not|didn['’]?t|did\s+not)\s+hear(?:d)?\s+(?:anything\s+|back\s+|a\s+thing\s+)*from\s+{_NAME}(?:\s+(?:yet|today|still|either))?"
        ),
        HeardNothing,
    ),
    (
        rf"(?:(?:i|we)\s+)?(?:just\s+)?left\s+(?:an?\s+|another\s+)?(?:voice\s?mail|vm)\s+(?:for|with|at|to|on)\s+{_NAME}(?:\s+(?:today|just\s+now))?",
        lambda who: Done(who, Outcome.left_voicemail, word="voicemail"),
    ),
    (
        (
            rf"{_HAVE_SENT}\s+(?:the\s+|my\s+|our\s+|that\s+)?{_YES_OR_NO}\s+(?:to|for)\s+{_NAME}(?:\s+(?:today|just\s+now|now))?"
            rf"|{_HAVE_SENT}\s+(?P<who>(?!the\b|my\b|our\b|that\b|an?\b)[\w'’.&-]+(?:\s+[\w'’.&-]+){{0,2}}?)\s+(?:the\s+|my\s+|our\s+|that\s+|an?\s+)?{_YES_OR_NO}(?:\s+(?:today|just\s+now|now))?"
        ),
        lambda who: Done(who, Outcome.email, definitive=True, word="definitive"),
    ),
    (
        rf"(?:(?:i|we)\s+)?(?:just\s+)?left\s+(?:an?\s+|another\s+)?(?:message|msg)\s+(?:for|with|at|to)\s+{_NAME}(?:\s+(?:today|just\s+now))?",
        lambda who: Done(who, Outcome.left_message, word="message"),
    ),
    (rf"(?:just\s+)?(?:spoke|talked|had\s+a\s+(?:call|chat))\s+(?:to|with)\s+{_NAME}(?:\s+(?:today|just\s+now|earlier))?", LogLine),
)  # fmt: skip


_ASKED_ALONE, _ASKED_WHICH = WholeLines(_SO, _ALONE, _END), WholeLines(_SO, _WHICH, _END)
_ASKED_OF = WholeLines(_SO, _NAMED, _END)


def asked_plainly(line: str) -> Asked | None:
    """The command behind an everyday question or report; None when it is none of these."""
    if alone := _ASKED_ALONE.meant(line):
        when = _ONE_DAY.search(line) if isinstance(alone, Upcoming) else None
        return Upcoming(when["when"]) if when else alone
    if which := _ASKED_WHICH.meant(line):
        when = _WHEN.search(line)
        return Which(which, when[0].lower()) if when and which is ListOf.closing else Which(which)
    for found, make in _ASKED_OF.matches(line):
        who = next((text for text in found.groupdict().values() if text), "").strip()
        if who and who.casefold() not in _NOBODY and not _NO_NAME.search(who):
            asked = make(who)
            return replace(asked, question=line) if isinstance(asked, Where | Owed | Recall) else asked
    return None
