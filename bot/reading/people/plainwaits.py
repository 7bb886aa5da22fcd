"""So long from today, in the plain words for it: "freezing everything 90 days" is until in 90 days, "give him a month" is waiting until then.

How long ago, and how long it took, is no wait.
"""

import re

_LONG = r"(?:for\s+)?(?:(?:at\s+least|about|another|like|good)\s+)*(?P<long>(?:an?|one|two|three|four|five|six|\d{1,3}|a\s+(?:few|couple\s+of))\s+(?:more\s+)?(?:days?|weeks?|wks?|months?|mos?)|a\s+fortnight)\b(?!\s+(?:ago|back|already|now|old|long|trial|pilot|of|from|after|before|past|late|notice|so\s+far|in|into|and|then)\b)(?!\s*[,;]?\s*then\b)"
_DEAL = r"(?:everything|it\s+all|all|(?:(?:all|every|the|their|this|any|new)\s+)*(?:spend(?:ing)?|projects?|purchas\w+|orders?|ordering|buying|hiring|investments?|capex|budgets?|rollouts?|evaluations?|decisions?|deal|vendors?))"
# "freezing everything 90 days", "project is on hold for 6 weeks".
_FROZEN = re.compile(
    rf"(?P<what>(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)\b(?:(?:stop(?:s|ping)?|paus(?:e|es|ing)|fr(?:eez(?:e|es|ing))|halt(?:s|ing)?|suspend(?:s|ing)?|shelv(?:e|es|ing))\s+{_DEAL}|(?:everything|it\s+all|all|it|project|deal|budgets?|spend(?:ing)?|hiring|purchas\w+|this)(?:['’]s|\s+is|\s+are)?\s+(?:frozen|on\s+hold|on\s+ice|paused|blocked)|(?:paused|froze|halted|suspended|shelved)\s+{_DEAL}(?=\s+for\s)|^on\s+hold|(?:spend(?:ing)?|budget|purchasing|hiring|capex)\s+(?:freeze|stop|ban)))\s+{_LONG}",
    re.IGNORECASE,
)
# "give him a month", "no calls for 3 weeks": they are left alone so long.
_GIVE_THEM = re.compile(
    rf"^(?P<lead>(?:(?:so|and|but|just|let['’]?s|pls|please|i['’]?ll|i\s+will|we['’]?ll|will)\s+)*(?:(?:she|he|they)\s+(?:said|says)\s+(?:to\s+)?)?)giv(?:e|ing)\s+(?:her|him|them)\s+{_LONG}(?:\s+to\s+(?:settle(?:\s+in)?|land|find\s+(?:her|his|their)\s+feet|get\s+(?:settled|started|going)|breathe|ramp\s+up))?[\s.!]*$",
    re.IGNORECASE,
)
_NO_CALLS = re.compile(
    rf"(?P<what>\b(?:(?:do\s?n['’]?t|do\s+not|not\s+to|dont)\s+(?:call|ring|phone|contact|chase|bother|push|try)(?:\s+(?:me|us|her|him|them|again|back))*|no\s+(?:more\s+)?(?:calls?|calling|chasing|contact|follow-?ups?)|(?:leave|hold\s+off|back\s+off)(?:\s+(?:on\s+)?(?:it|this|her|him|them|me|us)(?:\s+(?:alone|be|in\s+peace))?)?|park\s+(?:it|this)))\s+{_LONG}(?:[\s,]+(?:please|pls|thanks|thx))*[\s.!]*$",
    re.IGNORECASE,
)
# "ask again april": in that month.
_AGAIN_MONTH = re.compile(
    r"(?P<ask>\b(?:ask|try|call|ring|ping|check|phone)(?:\s+(?:me|us|her|him|them|back))*\s+again)\s+(?=(?:january|february|march|april|may|june|july|august|jan|feb|mar|apr|jun|jul|aug|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|h[12]|summer|fall|spring|autumn)(?:\s+20\d\d)?[\s.!]*$)",
    re.IGNORECASE,
)
# "2nd wk no redlines": they are still awaited.
_WEEKS_WITHOUT = re.compile(
    r"^(?:\d+(?:st|nd|rd|th)|second|third|fourth|\d{1,2}|two|three|four)\s+(?:straight\s+)?(?:wks?|weeks?|days?|months?)(?:\s+(?:running|in\s+a\s+row|now|later))?\s*(?:and\s+|with\s+)?(?:still\s+)?no\s+(?=[a-z])",
    re.IGNORECASE,
)
# "eid break there thru 3/22", "closed thru 3/22 for Eid": they are away so long.
_FEAST = r"(?:eid|ramadan|diwali|lunar\s+new\s+year|chinese\s+new\s+year|cny|golden\s+week|obon|easter|passover|christmas|xmas|thanksgiving|spring|summer|winter|midterm|half-?term|fasching|carnival|holi|tet|nowruz|holiday|plant|factory|school)"
_ON_A_BREAK = re.compile(
    rf"^(?P<lead>(?:(?:and|but|so|still|its|it['’]s)\s+)*)(?:(?:the|their)\s+)?(?P<what>{_FEAST}\s+(?:break|holidays?|vacation|shut-?down|recess|closure))(?:\s+(?:there|for\s+them|over\s+there|at\s+theirs|down\s+there|is\s+on))?\s+(?=(?:thru|through|til+|until|to)\s)",
    re.IGNORECASE,
)

WAITS = (
    (_ON_A_BREAK, r"\g<lead>they are on \g<what> "),
    (_WEEKS_WITHOUT, "still no "),
    (_AGAIN_MONTH, r"\g<ask> in "),
    (_FROZEN, r"\g<what> until in \g<long>"),
    (_GIVE_THEM, r"\g<lead>waiting until in \g<long>"),
    (_NO_CALLS, r"\g<what> until in \g<long>"),
)
