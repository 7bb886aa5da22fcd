"""The words of a meeting: what kinds there are, and the kind that a clause speaks of without a day."""

import re

from bot.reading.steps.steps import kind_of
from bot.reading.words.speech import NAME

LEAD = (
    r"^(?:(?:and|but|then|so|next(?:\s+(?:is|up))?|nxt|new|next\s+steps?(?:\s+is)?|we(?:['’](?:ll|re|ve))?|i(?:['’](?:ll|m|ve))?|(?:i['’]d|i\s+would)(?=\s+(?:try|retry|chase|nudge|(?:check|circle)\s+(?:in|back)|touch\s+base|follow\s+up|(?:swing|drop|stop|pop|look)\s+(?:by|in|over)))|im|must|shall|(?:(?:was|were|been|being)\s+)?(?:told|asked|advised|supposed)\s+to|been|am|are|have|got|have\s+got|agreed|(?:booked|scheduled|arranged|confirmed|locked\s+in|set\s+up)\s+(?:her|his|their)|booked|scheduled|arranged|confirmed|locked\s+in|set(?:\s+up)?|to|will|should|maybe|just|going\s+to|gonna|'ll"
    r"|speak|let['’]?s|(?:ok(?:ay)?|yes)\s+(?:pour|for|para|für|to)|ok(?:ay)?|une?|eine?n?|una|a|an|the|our|my|another|(?:can|could|would)\s+you|please|pls|plz|nur|noch|ich|wir|remind\s+(?:me|myself)\s+to|need\s+to|have\s+to|both|je|yo|io|jeg|(?:hold|host|do|run)(?=\s+(?:the|an?|our)\b))[\s:]+)*"
)
TALKS = r"(?:lunch\s+(?:&|\+|and|n)\s+learn|(?<!email\s)intro(?:duction)?(?=\s+(?:to|with)\s|\s+w/)|call|demo|meeting|mtg|visit|site\s+visit|lunch|coffee|breakfast|brunch|dinner|bbq|caf[eé]|workshop|trial(?!\s+run)|kick-?\s?off|walk-?\s?(?:thr(?:u|ough)|round)|presentation|session|review|chat|catch-?\s?up|appointment|appt|call-?back|zoom|teams\s+call|webinar|site\s+tour|tour|qbr|(?<!new\s)(?:poc|proof\s+of\s+concept)(?!\s*:)(?!\s+(?:call|meeting|session|review|kick-?off))|dry\s+run|bake-?off|shoot-?out|signing|orals|oral\s+presentations?|shortlist\s+(?:interview|presentation)|(?:site|store|plant|floor|line|dock|yard|warehouse|shop)\s+walk|debrief|pitch|sync|check-?in|touchpoint|onboarding|training|user\s+group|inspection|survey|tasting|fitting|viewing|briefing|(?:test|trial)\s+run|commissioning|start-?up\s+on\s+site|dégustation|degustazione|degustación|(?:deep|tech(?:nical)?)[\s-]+dive|screen[\s-]?share|(?:(?<=longer\s)|(?<=proper\s)|(?<=real\s)|(?<=long\s)|(?<=next\s)|(?<=quick\s))talk|round-?table|stand-?up|hand-?over(?!\s+(?:call|meeting|session|chat))|test\s+drive|drinks|one-on-one|1:1|q\s?&\s?a|f2f|rdv|rendez-?vous|réunion|visite|présentation|démonstration|déjeuner|atelier|reuni[oó]n|riunione|presentazione|presentación|møte|vorführung|präsentation|schulung|besichtigung|begehung|inbetriebnahme|vergadering|overleg|rondleiding|demonstratie|afspraak|besprechung|treffen|llamada|appel|rappel|démo|(?:call|demo|meeting)\s+slot|(?:3|three)-?way|termin|rückruf|telefonat|lunsj|frokost|pranzo|almuerzo|befaring|sopral+uogo|ortstermin|besøk|besichtigungstermin|videocall|videollamada)"
OF_KIND = (
    r"(?:(?:part|round|phase|session|day|stage)\s+(?:\d|one|two|three)\s+(?:of\s+)?(?:(?:the|our|her|his|their)\s+)?|(?:(?:first|second|1st|2nd|other)\s+)?half\s+of\s+(?:the|our)\s+)?"
    r"(?:(?:\d{1,3}[\s-]*min(?:ute)?s?|(?:half|one|1|two|2)[\s-]*h(?:ou)?rs?|half[\s-]an[\s-]hour|(?:half|full|all|one|two|\d)[\s-]days?|long|review|f/?u|ref(?:erence)?|prep|discovery|intro(?:ductory)?|tech(?:nical)?|pricing|price|final|first|1st|second|2nd|follow[\s-]?up|status|progress|weekly|quick|short|video|phone|zoom|teams|kick-?off|security|legal|procurement|product|live|thank[\s-]you"
    r"|on-?site|site|f2f|face-to-face|(?:3|three)[\s-]?way|planning|closing|joint|team|group|exec(?:utive)?|sales|scoping|debrief|check-?in|contract|commercial|budget|requirements|demo|next|user|install(?:ation)?|launch|test|implementation|go-?live|go[\s/-]+no[\s-]?go|data|design|proposal|quote|renewal|roi|sow|poc|pilot|conference|project|steering|quarterly|monthly|annual|welcome|results?|wrap-?up)\s+){0,2}"
)
KINDS = rf"(?P<what>{OF_KIND}{TALKS})"
OF_VERB = {
    "meet": "meeting", "meeting": "meeting", "treffen": "meeting", "see": "visit", "seeing": "visit", "visit": "visit", "visiting": "visit", "present": "presentation", "presenting": "presentation", "demo": "demo", "come": "visit",
    "drop": "visit", "swing": "visit", "pop": "visit", "stop": "visit", "drive": "visit", "driving": "visit", "fly": "visit", "flying": "visit", "be": "visit", "swinging": "visit", "dropping": "visit",
    "stopping": "visit", "popping": "visit", "coming": "visit", "heading": "visit", "sit": "meeting", "get": "meeting",
}  # fmt: skip
_NAMED_KIND = re.compile(
    rf"\b(?:to|for|on|about|pour|für|per|para)\s+(?:an?|the|our|another|une?|eine?n?|una)\s+(?P<what>{OF_KIND}{TALKS})\s*$|\b(?:booked|scheduled|arranged|set\s+up)\s+(?:an?|the|our|another)\s+(?P<held>(?:[a-z][\w-]*\s+)??{OF_KIND}{TALKS})(?:\s+(?:of|for|with|w/)\s[^,;]{{1,60}})?$|\b(?:offered|suggested|proposed|pitched|floated)(?:\s+(?:her|him|them|{NAME}))?\s+(?:an?\s+|the\s+)?(?P<offered>(?:[a-z][\w-]*\s+)??{OF_KIND}{TALKS})$|\b(?P<booked>booked\s+us\s+for)\b|^(?:(?:and|but|so|i|we|just|got|have)\s+)*(?:booked|signed\s+up|lined\s+up|slotted|pencill?ed)\s+(?!us\b)(?:her|him|them|both|{NAME})\s+(?:(?:in|up|down)\s+)?for\s+(?:an?\s+|the\s+|our\s+)?(?P<with>(?:[a-z][\w-]*\s+){{0,2}}?{OF_KIND}{TALKS})$",
    re.IGNORECASE,
)
_WAS = re.compile(
    rf"^(?:the\s+|our\s+)?(?P<what>{OF_KIND}{TALKS})\s+(?:was|were)\s+(?:set|planned|booked|scheduled|due|meant|today|yesterday|this|at|on|for|the\s+\d|mon|tue|wed|thu|fri|\d)",
    re.IGNORECASE,
)
_WORD = r"(?!(?:at|in|with|w|to|about|the|their|her|his|our)\b)[\w'’&-]+"
_MEETING_ALONE = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:{NAME}\s+)?(?:(?:the|our|an?|another)\s+)?(?P<what>{OF_KIND}{TALKS})(?:\s+(?:booked|scheduled|arranged|set|confirmed|(?:is\s+)?back\s+on|is\s+(?:on|set|confirmed|booked)|in\s+person|on\s+site|online|face\s+to\s+face|(?:(?:at|in|with|to|about)\b|w/)\s*(?:(?:the|their|her|his|our|both|all)\s+)?{_WORD}(?:\s+{_WORD}){{0,2}})){{0,4}}$",
    re.IGNORECASE,
)
_SIGNED_UP = re.compile(
    r"\b(?:put|sign|count|book|pencil)\s+(?:me|us)\s+(?:down|up|in)\s+for\s+(?:the|a|an|your|that)\s+(?P<what>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)$",
    re.IGNORECASE,
)


def kind_named(clause: str) -> str:
    """The kind of meeting that a clause speaks of without a day: "got Hamish to agree to a 3way"; "booked us for a survey" is a visit."""
    alone = _MEETING_ALONE.match(clause)
    if alone:
        return kind_of(" ".join(alone["what"].lower().split()))
    was = _WAS.match(clause)
    if was:
        return kind_of(" ".join(was["what"].lower().split()))
    found = _NAMED_KIND.search(clause)
    return (
        (
            "visit"
            if found["booked"]
            else kind_of((found["what"] or found["held"] or found["offered"] or found["with"]).lower())
        )
        if found
        else ""
    )


# Where they sit among themselves: "asks for the money at the budget mtg".
_THEIR_OWN = re.compile(
    r"(?:budget|board|staff|ops|operations|leadership|management|mgmt|exec(?:utive)?|team|dept|department|planning|finance|partners?|trustees|committee|council|safety|sales|capex|production|monthly|weekly|quarterly|annual)\s+(?:mtg|meeting|session|review|call|sync|stand-?up|lunch)",
    re.IGNORECASE,
)


def is_their_own(what: str) -> bool:
    return bool(_THEIR_OWN.fullmatch(what))


# "Lou gets a ref call with their dev": held, and nobody's promise.
_GETS_A_TALK = re.compile(
    rf"(?:(?:and|but|then|so)\s+)*(?:(?i:she|he|they)|[^\W\d_][\w'’-]+)\s+(?:gets?|has|is\s+getting)\s+(?:an?|the|her|his|their)\s+(?:[a-z][\w-]*\s+){{0,2}}{TALKS}(?:\s+(?:with|w/|from|at|by)\s*\S.*)?$",
    re.IGNORECASE,
)


def is_meeting_alone(clause: str) -> bool:
    """ "Giulia contract review in person": nobody promises anything, and the day follows."""
    return bool(_MEETING_ALONE.match(clause) or _GETS_A_TALK.match(clause))


def signed_up(said: str) -> str:
    """ "put me down for the masterclass": what their own words enrol them in; its day may follow."""
    found = _SIGNED_UP.search(said.strip(" .!,"))
    return kind_of(found["what"].lower()) if found else ""
