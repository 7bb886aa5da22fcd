"""The words that times of day are made of: "half past two", "3.30pm", "14h30", "10ish", "first thing".

`BESIDE` holds beside a day; `ALONE` needs no day, so that what may be a number of anything is left out.
"""

HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
MINUTES = {
    "half": 30,
    "halb": 30,
    "om half": 30,
    "quarter": 15,
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
}
SPOKEN_MINUTES = {"fifteen": 15, "thirty": 30, "forty five": 45, "forty-five": 45}  # "six thirty"
WORDS = {
    "noon": 12,
    "midday": 12,
    "midi": 12,
    "mittags": 12,
    "mittag": 12,
    "first thing": 9,
    "1st thing": 9,
    "morning": 9,
    "am": 9,
}
DAY_ENDS = (
    r"eod|eob|cob|cop|close of (?:play|business)|end of (?:the )?(?:business |working )?(?:day|play|business)|end"
)
PARTS = r"morning|afternoon|evening|night"
HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(HOURS)})"

_AP = r"|(?<=\d)[ap]\b"
_HALF = rf"(?P<half>am|pm|a\.m\.?|p\.m\.?{_AP})"
_MINUTE = r"(?P<minute>[0-5]\d)"
_UNTIL = r"\s*(?:-|–|to|and|until)\s*"
_RANGE = rf"(?:{_UNTIL}(?P<until>\d{{1,2}})(?:[:.][0-5]\d)?)?"
_UPTO = rf"(?:{_UNTIL}\d{{1,2}}(?:[:.][0-5]\d)?\s*(?:am|pm))?"
_LEAD = (
    r"(?:(?P<how>for|between|by|before|after|from|until|no later than)\s+)?"
    rf"(?:(?:in\s+the\s+)?(?P<part>{PARTS})[\s,]+)?(?:(?P<about>about|around|roughly|approx\.?|circa|ca\.?|~)\s*"
    r"|at\s+(?P<about2>about\s+|around\s+)?|@\s*|à\s+|um\s+|kl\.?\s+|ore\s+|alle\s+)?"
)
_TAIL = rf"(?P<ish>\s*-?ish)?(?:\s+in\s+(?:the\s+)?(?P<part2>{PARTS}))?"
_NOT_A_NUMBER_OF = r"(?!\s+(?:people|\w+s)\b)"  # "Fri at two sites", "Fri five to ten people"
_SAID_TO_END = r"(?=\s*(?:$|[,;)]|\.(?:\s|$)|in the\b|on\b|for\b|with\b))"

_TOLD = (
    rf"{_LEAD}(?:a\s+)?(?P<minutes>half|quarter|twenty[- ]five|five|ten|twenty|\d{{1,2}}(?=\s+(?:minutes?|mins?|past)))"
    rf"\s*(?:minutes?\s+|mins?\s+)?(?P<way>past|to|after)\s+{HOUR}(?:\s*{_HALF})?{_TAIL}{_NOT_A_NUMBER_OF}"
)
_HALF_TWO = rf"{_LEAD}(?P<minutes>half)(?P<way>\s)\s*{HOUR}(?:\s*{_HALF})?{_TAIL}"
_AM_OR_PM = rf"{_LEAD}{HOUR}(?:[:.]{_MINUTE})?(?P<ish2>\s*-?ish)?{_RANGE}\s*{_HALF}{_UPTO}{_TAIL}"
_GLUED_HALF = rf"{_LEAD}(?P<hour>[1-9]|1[0-2])(?P<minute>[0-5]\d)\s?{_HALF}{_UPTO}{_TAIL}"  # "930am", "1215p"
_COLON = rf"{_LEAD}(?P<hour>\d{{1,2}}):{_MINUTE}{_RANGE}(?:\s*(?:u[hu]r|h)\b)?{_TAIL}"
_DOT = rf"{_LEAD}(?P<hour>\d{{1,2}})\.{_MINUTE}{_RANGE}(?:\s*(?:u[hu]r|h)\b)?{_TAIL}"
_UHR = rf"{_LEAD}(?P<hour>\d{{1,2}})(?:[:.]{_MINUTE})?\s*u[hu]r\b"
_14H = rf"{_LEAD}(?P<hour>\d{{2}})\s?(?:h|hrs?){_MINUTE}?"
_9H15 = rf"{_LEAD}(?P<hour>\d{{1,2}})[hu]{_MINUTE}"  # 9u30 in Dutch
_9H = rf"{_LEAD}(?P<hour>[7-9]|1\d)\s?h(?=\s*(?:$|[,;.)(]|heures?\b|[A-ZÀ-Þ]))"  # "30/3 9h Paris"
_HALF_BEFORE = r"(?:um\s+)?(?P<minutes>halb|om half)(?P<way>\s+)(?P<hour>\d{1,2})\b"  # half an hour before that
_1430_HRS = rf"{_LEAD}(?P<hour>[01]\d|2[0-3]){_MINUTE}\s?(?:h|hrs|hours)"
_ISH = rf"{_LEAD}{HOUR}(?P<ish2>\s*-?ish){_TAIL}"
_OCLOCK = rf"{_LEAD}{HOUR}\s*o['’]?\s*clock(?:\s*{_HALF})?{_TAIL}"
_IN_THE_MORNING = rf"{_LEAD}{HOUR}\s+in the (?P<part2>{PARTS})"

_IN_A_ZONE = r"(?=\s+(?:[ecmp][sd]?t|gmt|bst|utc|cest|cet|jst|ist|gst|sgt|eastern|central|mountain|pacific|uk(?:\s+time)?|(?:our|my|her|his|their|local)\s+time)\b)"
_ZONED_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(HOURS)})(?:\s?[-–]\s?\d{{1,2}}(?::\d\d)?)?{_IN_A_ZONE}"
_WITH_ZONE = rf"{_LEAD}{_ZONED_HOUR}"
_TIME_TOLD = rf"{_LEAD}(?P<hour>{'|'.join(HOURS)})\s+(?P<minute>{'|'.join(SPOKEN_MINUTES)})(?:\s*{_HALF})?{_TAIL}{_NOT_A_NUMBER_OF}"
# "Mon 830", "tmrw 0930": what a thumb types; "Fri 500" is a number of anything.
_GLUED = r"(?P<hour>[1-9]|1[0-2]|(?<![\w,.]\s)1[3-8])(?P<minute>15|30|45)"  # "1430 units by Fri" begins with no time
_GLUED_WITH_ZERO = r"(?P<hour>0[7-9])(?P<minute>00|15|30|45)"
_GLUED_IN_A_ZONE = rf"(?P<hour>[01]\d|2[0-3])(?P<minute>00|15|30|45){_IN_A_ZONE}"

BESIDE = (
    _TOLD, _HALF_TWO, _HALF_BEFORE, _AM_OR_PM, _GLUED_HALF, _COLON, _DOT, _UHR, _14H, _9H15, _9H, _1430_HRS, _ISH, _OCLOCK, _TIME_TOLD, _IN_THE_MORNING, _WITH_ZONE,
    rf"(?P<part>{PARTS})[\s,]+(?P<hour>\d{{1,2}})(?:{_UNTIL}\d{{1,2}})?{_SAID_TO_END}",
    rf"(?:(?P<part>{PARTS})[\s,]+)?(?:at\s+|@\s*|à\s+|kl\.?\s+|alle\s+(?:ore\s+)?|ore\s+|a\s+las\s+){HOUR}(?![\d/%.]){_RANGE}{_NOT_A_NUMBER_OF}",
    rf"um\s+(?P<hour>\d{{1,2}}){_SAID_TO_END}",
    rf"(?:at\s+)(?P<about>about|around)\s+{HOUR}{_NOT_A_NUMBER_OF}",
    rf"(?P<about>about|around|roughly|circa|~)\s*{HOUR}{_SAID_TO_END}",
    rf"(?P<how>before|after|by|from)\s+{HOUR}{_SAID_TO_END}",
    rf"(?P<how>from|between)\s+{HOUR}{_UNTIL}(?P<until>\d{{1,2}})(?:[:.][0-5]\d)?{_SAID_TO_END}",
    rf"(?:at|@|around|about)\s+(?P<hour>\d{{1,2}}){_MINUTE}(?:\s*{_HALF})?{_TAIL}{_SAID_TO_END}",
    rf"(?P<hour>\d{{1,2}})\s?[-–]\s?\d{{1,2}}[:.][0-5]\d{_SAID_TO_END}", rf"{_GLUED}{_SAID_TO_END}", rf"{_GLUED_WITH_ZERO}{_SAID_TO_END}", _GLUED_IN_A_ZONE,
)  # fmt: skip
WORDS_BESIDE = (
    rf"(?:(?:at|by|before)\s+)?(?P<word>noon|midday|midi|mittags?|(?:first|1st) thing(?:\s+in\s+the\s+morning)?|(?:in\s+the\s+)?morning|am(?:{_SAID_TO_END}|(?=\s+(?:from|to|by)\s+(?:me|us|her|him|them|our|my)\b)))",
    rf"(?:(?:by|at)\s+)?(?P<end>{DAY_ENDS})",
)
_CALL = r"(?:call(?:\s+(?:back|her|him|them|me))*|cb|ring|try(?:\s+again)?)"
_NUMBER_OF_NOTHING = r"(?![\d/%.:-])"
ALONE = (
    rf"(?:(?P<how>by|before|after|until)|at|@)\s*{_ZONED_HOUR}",
    *(time.replace(_AP, "") for time in (_TOLD, _HALF_BEFORE, _AM_OR_PM, _GLUED_HALF, _COLON, _UHR, _9H15, _ISH, _OCLOCK, _IN_THE_MORNING, _TIME_TOLD)),  # "4a" is a flat
    rf"(?:(?P<how>by|before|after|until)|(?P<about>at\s+about|around|roughly|circa|(?<=again\s)round|(?<=try\s)round|(?<=back\s)round)|at|@)\s*{HOUR}{_NUMBER_OF_NOTHING}{_SAID_TO_END}",
    rf"(?:in\s+the\s+)?(?P<part>{PARTS})[\s,]+(?:at\s+|@\s*){HOUR}{_NUMBER_OF_NOTHING}",
    rf"{_CALL}\s+{HOUR}{_NUMBER_OF_NOTHING}{_SAID_TO_END}",
    rf"(?P<behind_a_call>)(?:at\s+)?(?P<minutes>half)(?P<way>\s)\s*{HOUR}(?=\s*(?:$|[,;.!)]))",  # "try again half 4"
    rf"(?P<behind_a_call>about)\s+{HOUR}{_NUMBER_OF_NOTHING}(?=\s*$)",  # "call about 3 licences" is no hour
    r"(?:(?P<how>by|before|after|until)|at)\s+(?P<word>noon|midday)",
)  # fmt: skip
