"""How a log says that somebody is ill, bereaved, gone or on a long leave: patterns behind the one it is said of."""

from enum import StrEnum


class Kind(StrEnum):
    ill = "ill"
    bereaved = "bereaved"
    died = "died"
    left = "left"  # of their own will or not: they do not work there any more
    on_leave = "on leave"  # for months: maternity leave, a sabbatical


_ASIDE = r"(?:(?:sadly|unfortunately|also|still|now|currently|just|already|recently|very|really|quite|seriously|badly|suddenly)\s+)*"
_HAS = rf"(?:\s+(?:has|have|had)|['’](?:s|ve|d))?\s+{_ASIDE}"
_IS = rf"(?:(?:\s+(?:is|are|am|has\s+been|have\s+been)|['’](?:s|re|m)(?:\s+been)?)\s+{_ASIDE}|\s+{_ASIDE})"
_WAS = rf"\s*(?:\b(?:is|are|was|were|got|gets|has|have|had)\b|['’](?:s|re|ve))\s+{_ASIDE}(?:(?:been|being|getting)\s+)?{_ASIDE}"
_END = r"(?=\s*(?:$|[.;,!)]))"
_POSS = r"(?:her|his|their|my)"

FAMILY = (
    r"(?:mother|father|mum|mom|dad|husband|wife|partner|fianc[eé]e?|boyfriend|girlfriend|son|daughter|child|kid|baby"
    r"|brother|sister|parents?|grand\w+|gran|nan|uncle|aunt|nephew|niece|cousin|\w+-in-law|best\s+friend)"
)
_ILL = (
    r"(?:(?:back\s+)?in\s+(?:the\s+|a\s+)?(?:hospital(?!\s+(?:procurement|sales|it|business|management|admin\w*|supplies))|icu|intensive\s+care|hospice|a\s+coma|rehab|quarantine)"
    r"|(?:gone|going)\s+(?:in)?to\s+(?:the\s+)?hospital|hospitali[sz]ed|ill\b|unwell|poorly|off\s+(?:sick|ill)|out\s+sick|sick(?!\s+(?:of|and\s+tired|to\s+death|joke|pay|note))|on\s+(?:long-?\s?term\s+)?sick\s+leave"
    r"|signed\s+off\s+(?:sick|work|for\s+(?:a|two|three|four|\d+)\s)|(?:having|undergoing|recovering\s+from|recovering\s+in|due\s+for)\s+(?:\w+\s+)?(?:surgery|chemo\w*|treatment|operation|illness|stroke|accident|hospital)"
    r"|burn(?:ed|t)\s+out|dying|down\s+with\s+(?:the\s+)?(?:flu|covid)|fighting\s+cancer)"
)
_FELL_ILL = (
    r"(?:(?:had|has|have|suffered|got|caught)\s+(?:a\s+|an\s+|the\s+)?(?:(?:bad|serious|terrible|nasty|car|bike|bicycle|ski\w*|work|road|motorbike|minor|mild)\s+)*"
    r"(?:stroke|heart\s+attack|accident|operation|surgery|miscarriage|breakdown|burn-?\s?out|cancer|flu|covid|pneumonia|concussion)\b"
    r"|(?:fell|fallen)\s+(?:\w+\s+)?(?:ill|sick)\b|went\s+(?:in)?to\s+(?:the\s+)?hospital|called\s+in\s+sick"
    rf"|(?:broke|broken)\s+(?:{_POSS}|a|an)\s+(?:\w+\s+)?(?:leg|arm|hip|hand|foot|ankle|wrist|back|neck|collarbone)\b)"
)
_TAKEN_ILL = (
    r"(?:taken\s+(?:\w+\s+)?ill|(?:taken|rushed|admitted|brought)\s+(?:in)?to\s+(?:the\s+|a\s+)?hospital|hospitali[sz]ed|diagnosed\s+with"
    r"|in\s+(?:a\s+|an\s+)(?:\w+\s+)?(?:accident|crash))"
)
_MILD = r"(?:sick|ill|unwell|poorly|off|out|down|fell|fallen|called|(?:had|has|got|caught)\s+(?:a\s+|the\s+)?(?:flu|covid|minor|mild))\b"
_GRAVELY_ILL = r"(?:\s+is|['’]s)\s+(?:very|seriously|gravely|terminally|critically)\s+ill\b"
_DIED = r"(?:died|passed\s+away|was\s+killed|passed(?=\s*(?:$|[.;,]|last|yesterday|on)))"
_DEAD = r"(?:\s+is|['’]s)\s+dead\b"
_MOURNS = (
    rf"(?:lost\s+(?:{_POSS}|a)\s+(?:\w+\s+)?{FAMILY}\b|in\s+mourning|(?:grieving|mourning)\b|bereaved\b"
    r"|on\s+(?:bereavement|compassionate)\s+leave|(?:had|has|having)\s+(?:a|the)\s+(?:death|bereavement|loss|funeral)\s+in\s+(?:the|her|his|their)\s+family"
    r"|(?:at|away\s+for|off\s+for|off\s+to|arranging|planning)\s+(?:a|the|his|her|their)\s+(?:\w+['’]s?\s+)?funeral)"
)
_SENT_AWAY = (
    r"(?:laid\s+off|let\s+go(?!\s+of|\s+early)|fired(?!\s+up)|sacked|dismissed|made\s+redundant|redundant|terminated|pushed\s+out|forced\s+out|replaced(?!\s+(?:the|his|her|their|our)\b)|gone\s+for\s+good"
    r"|no\s+longer\s+(?:there|here|employed|working\s+(?:there|here|for\s+them|at\b)|with\s+(?!(?:it|this|that|me)\b)|at\b|(?:in|doing)\s+(?:the|that)\s+(?:role|post|job)))"
)
_WENT = (
    r"(?:left\s+(?:the|that|her|his|their|our|my)\s+(?:company|firm|business|organi[sz]ation|job|post|role|position|department|practice|agency)\b(?!['’])"
    r"|left\s+(?:for\s+(?:good|a\s+(?:new|rival|competitor|different|bigger|better)|another)|to\s+join|(?:last|this)\s+(?:week|month|year)|(?:a|two|three|\d+)\s+(?:weeks?|months?)\s+ago)"
    r"|quit(?=\s*(?:$|[.;,]|\b(?:her|his|their|the\s+(?:job|company|firm)|my|last|on|in|yesterday|today)\b))|resigned|handed\s+in\s+(?:her|his|their|my)\s+notice"
    r"|retired(?!\s+(?:the|our|their|its|an?|that|this)\b)|moved\s+on(?=\s*(?:$|[.;,]|\bfrom\s+(?:the\s+company|there|here)\b|\bto\s+(?!the\s+(?:next|pilot|demo|trial))))"
    r"|(?:moved|gone|switched|transferred)\s+to\s+(?:another|a\s+(?:different|new|rival)|(?:the\s+)?(?:a\s+)?competition|a\s+competitor)(?:\s+(?:company|firm|job|role|department|team|division|employer|competitor))?(?=\s*(?:$|[.;,]))"
    r"|(?:changed|switched)\s+jobs?|(?:got|took|taken|found|started)\s+(?:a\s+new|another|a\s+different)\s+(?:job|position|post)\b|stepped\s+down"
    r"|no\s+longer\s+works?\s+(?:there|here|for\s+them|at\b|for\s+the\b|with\s+them))"
)
_NEW_JOB = r"\s+(?:has|have)\s+(?:a\s+new|another|a\s+different)\s+(?:job|employer)\b|['’]s\s+got\s+a\s+new\s+job\b"
_LEFT_ALONE = rf"(?:\s+(?:has|have)|['’](?:s|ve))\s+{_ASIDE}left(?=\s*(?:$|[.;,]|\b(?:now|them|us\b(?!\s+a)|[A-Z])))"
_NOT_THERE = r"(?:\s+(?:is|does)\s?n['’]?t|\s+is\s+not|\s+does\s+not|['’]s\s+not)\s+(?:work\s+|working\s+)?(?:there|here|with\s+\w+|for\s+\w+|at\s+\w+|around)\s+any\s?(?:more|longer)"
_LEAVE = (
    rf"(?:(?:on|starting|started|starts|going\s+on|gone\s+on|goes\s+on|went\s+on|off\s+on|out\s+on|taking)\s+(?:(?:a|{_POSS})\s+)?"
    r"(?:(?:maternity|paternity|parental|adoption|family|carer['’]?s?)(?:\s+leave)?\b|(?:mat|pat|baby)\s+leave\b|sabbatical\b)"
    rf"|had\s+(?:{_POSS}|the|a)\s+baby\b|gave\s+birth\b|given\s+birth\b)"
)

OF_FAMILY = (  # behind "her", "Dana's"
    (Kind.bereaved, rf"\s+(?:\w+\s+)?{FAMILY}(?:{_HAS}{_DIED}|{_DEAD})"),
    (Kind.bereaved, r"['’]?s?\s+(?:\w+['’]s\s+)?funeral\b"),
    # A child with a cold only moves an appointment.
    (
        Kind.ill,
        rf"\s+(?:\w+\s+)?{FAMILY}(?:{_IS}(?!{_MILD}){_ILL}|{_HAS}(?!{_MILD}){_FELL_ILL}|{_WAS}(?!{_MILD}){_TAKEN_ILL}|{_GRAVELY_ILL})",
    ),
    (Kind.left, r"\s+last\s+(?:working\s+)?day\s+(?:there\s+)?was\b"),
)
OF_THEM = (  # behind "she", "Dana"
    (Kind.bereaved, rf"(?:{_IS}|{_HAS}){_MOURNS}"),
    (Kind.died, rf"(?:{_HAS}{_DIED}|{_DEAD})"),
    (Kind.on_leave, rf"(?:{_IS}|{_HAS}){_LEAVE}"),
    (Kind.ill, rf"(?:{_IS}{_ILL}|{_HAS}{_FELL_ILL}|{_WAS}{_TAKEN_ILL})"),
    (Kind.left, rf"(?:{_WAS}{_SENT_AWAY}|{_HAS}{_WENT}|{_LEFT_ALONE}|{_NOT_THERE}|{_NEW_JOB})"),
)
IN_THE_FAMILY = r"\b(?:death|bereavement|loss)\s+in\s+(?:the|her|his|their|my)\s+family\b|\bfamily\s+bereavement\b"
# A quick look, so that the patterns above run on few notes: each of them holds a word that begins like one of these.
ANY_OF_IT = (
    "hospi", "icu", "intensive", "coma", "rehab", "quarantine", "ill", "unwell", "poorly", "sick", "signed off", "surgery",
    "chemo", "treatment", "operation", "burn", "dying", "flu", "covid", "cancer", "stroke", "heart attack", "accident",
    "crash", "miscarriage", "breakdown", "pneumonia", "concussion", "broke", "diagnosed", "died", "passed", "killed", "dead",
    "lost", "mourning", "griev", "death", "bereave", "funeral", "loss", "laid off", "let go", "fired", "sacked", "dismissed",
    "redundant", "terminated", "out", "replaced", "gone", "longer", "anymore", "any more", "left", "quit", "resigned",
    "notice", "retired", "moved", "switched", "transferred", "changed", "new job", "another job", "different job",
    "position", "post", "stepped", "employer", "last day", "last working day", "maternity", "paternity", "parental", "leave",
    "sabbatical", "baby", "birth",
)  # fmt: skip
