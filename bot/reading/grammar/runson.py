"""Two clauses that a rep types as one, without a mark: "ok chat will have it by Wed", "wants a brochure emailing it tonight".

A clause begins where somebody else begins to act; where the words can be one clause they stay one.
"""

import re

from bot.phrases import VERBS
from bot.reading.words.daynames import MONTH, WEEKDAY
from bot.reading.words.speech import NAME

_VERB = "|".join(sorted(VERBS))
_I_GO_ON = rf"(?:i(?:['’]?ll)?\s+(?:{_VERB})\b(?!\s+(?:will|is|was|said)\b)|i['’]?m\s+[a-z]+ing\b|(?:his|her|their)\s+(?:boss|partner|wife|husband|brother|manager|cfo|ceo|coo|cto|owner|it)\b)"
# "Priya ill send it tmrw": with whom it was, and then what I do; "If I send it" and "Said I'd send it" are one clause.
_TOPIC_AND_I = re.compile(
    rf"^(?P<topic>(?!(?:if|when|once|after|before|as|what|where|how|why|because|since|while|unless|until|till|so|and|but|then|now|maybe|perhaps|today|tomorrow|should|said|says|told|think|thought|hope|guess|wish|that|which|whatever|\w+ed)\b){NAME})\s+(?={_I_GO_ON})",
    re.IGNORECASE,
)
# "ok chat will have the sample by Wed": how the talk was, and then what they do.
_TALK_WAS = re.compile(
    rf"(?P<talk>(?:^|[,;.:-]\s*|^{NAME}\s+)(?:(?:a|an|had|very|really|v|pretty|quite)\s+)*(?:ok(?:ay)?|good|gd|great|nice|quick|brief|short|long|decent|useful|friendly|lovely|fine|solid|super)\s+(?:chat|call|talk|convo|conversation|meeting|mtg|visit|demo|catch-?up)(?:\s+(?:w/|w|with)\s+[\w'’]+)?)\s+(?=(?:will|gonna|wants|needs|likes|sends|signs|gets|has|is|agreed|asked|going\s+to|she|he|they|i['’]?ll|i['’]?m|i)\s+[a-z])",
    re.IGNORECASE,
)
# "wants a brochure emailing it tonight": what they want, and then what we do with it.
_WANTS_AND_WE = re.compile(
    r"(?P<wish>\b(?:wants?|needs?|asked\s+for|asks\s+for|asking\s+for|requested)\s+[^,;.:]{2,40}?(?<!\bus)(?<!\bme)(?<!one)(?<!body)(?<!\bit)(?<!\bthem)(?<!\bher)(?<!\bhim)(?<!people))\s+(?=(?:e-?mailing|(?:re-?)?sending|uploading|posting|mailing|texting|forwarding|couriering|shipping)\s+(?:it|them|that|this|one|her|him)\b)",
    re.IGNORECASE,
)
# "Ramadan ends 3/19 so call Tue 24th": why, and then when.
_SO_CALL = re.compile(
    rf"(?P<day>\b(?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)|{WEEKDAY}|week|month|{MONTH}))\s+so\s+(?=(?:(?:i|we)(?:['’]ll)?\s+)?(?:call|ring|try|phone|meet|visit|demo)\b)",
    re.IGNORECASE,
)


def parted_where_it_runs_on(text: str) -> str:
    """ "Priya ill send it tmrw" -> "Priya, ill send it tmrw"."""
    text = _TALK_WAS.sub(r"\g<talk>, ", _TOPIC_AND_I.sub(r"\g<topic>, ", text))
    text = _SO_CALL.sub(r"\g<day>, so ", text) if " so " in text else text
    return _WANTS_AND_WE.sub(r"\g<wish>, ", text) if "ing " in text else text
