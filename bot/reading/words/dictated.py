"""A line spoken into a phone has no marks: a clause begins where somebody new begins to act. Lines with marks are left alone."""

import re

from bot.reading.words.openverbs import tells_or_thinks

_MARKS = re.compile(r"[,.;:!?\n—–]\s|[.!?]$|\s-\s|[“”\"‘«]|\b(?:if|unless)\b", re.IGNORECASE)
_FEWEST_WORDS = 8
_NOT_BEHIND = (
    r"(?!(?:that|if|when|what|which|how|where|who|why|whether|said|says|say|think|thinks|thought|hopes?|hoped|sure|because|bc|until|till?|before|after|once"
    r"|and|but|or|so|then|as|while|than|know|knows|guess|reckons|confirmed|promised|swore|vowed|insisted|guaranteed|pledged|sounds|like|did|does|do|is|are|was|can|will|would|could|should|told|tell)\b)"
)
_ACTS = (
    r"(?:(?:will|would|can|could|is|are|am|was|were|has|have|had|wants?|needs?|owes?|likes?|liked|loved|loves|says|said|asked|agreed|promised|signs?|signed|ordered|handles?|runs?|owns?|manages?|pays?|sends?|sent"
    r"|shook|starts?|wrote|told|let|gave|showed|texted|emailed|mailed|messaged|replied|answered|calls?|called|checks?|gets?|got|brings?|decided?s?|meet|meets|speak|talk|keeps?|hates?|thinks?|eats?|ate|lives?|works?|uses?|knows?|goes|went|comes?|came|met|cannot|(?:ca|wo|do|does|did|is|could)n['’]?t)\b|['’](?:ll|m|s|re|ve|d)\b)"
)
_BEGINS = re.compile(
    rf"(?P<before>\b{_NOT_BEHIND}[\w'’]+)\s+(?=(?:(?:i|we|she|he|they)\s*{_ACTS}|(?:im|ive|hes|shes|theyre|weve|theyve)\s|ill\s+(?:send|call|ring|get|do|have|bring|check|email|ask|post|drop|give|try|chase|text|draft|quote|book)\b|(?:told|asked)\s+(?:her|him|them)\b|(?:gonna|going\s+to)\s+(?:try|call|ring|send|chase)\b"
    r"|(?:call|ring)\s+(?:her|him|them)\s+(?:back\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri)day\b|no\s+(?:answer|reply)\b|left\s+(?:an?\s+|her\s+|him\s+)?(?:vm|voicemail|message)\b|next\s+(?:call|step|meeting|demo)\b))",
    re.IGNORECASE,
)
_ACTS_TOO = r"(?:will|is|are|was|has|have|wants?|needs?|says|said|signs?|sits?|joins?|decides?|thinks?|likes?|runs?|handles?|gets?|sends?|called|asked)\b"
# "... at three her partner luis will be there": behind a day, an hour or the like, theirs begins to act; "call her partner" goes on.
_OF_THEIRS = re.compile(
    rf"(?P<before>\b(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow|today|week|month|noon|morning|afternoon|[ap]m|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|fifteen|past|back|too|again|there|it|later|now|though))\s+"
    rf"(?=(?:his|her|their)\s+(?:[a-z][\w'’-]*\s+){{1,4}}?{_ACTS_TOO})",
    re.IGNORECASE,
)
# "... at the install and rosa wants a call": somebody else goes on.
_AND_ANOTHER = re.compile(
    r"\s+and\s+(?=(?!(?:then|still|also|really|now|maybe|just|probably|definitely|only|even|already|so|not|who|which|that|it|what|there|here|all|both|one|everyone|yes|no|why|how|when|if|may|never|always|wants?|needs?|is|has|will|she|he|they|i|we)\b)[a-z][\w'’-]+\s+(?:wants?|needs?|will|says|said|signs|sends|has|thinks|asked)\b)",
    re.IGNORECASE,
)
# "12 min ok chat will have it": how long and how it was, and then what they do.
_LASTED = re.compile(
    r"(?P<before>\b(?:\d+\s*min(?:ute)?s?|quick|short|good|great|ok(?:ay)?|nice|decent|brief|long)\s+(?:(?:ok(?:ay)?|good|great|nice|quick|short|decent|friendly)\s+)?(?:chat|call|talk|convo|conversation))\s+(?=(?:will|wants?|needs?|likes?|loves?|has|is|says|said|signs|sends|asked|going)\b)",
    re.IGNORECASE,
)
# What the thing is, and what I do with it: "wants a brochure emailing it tonight".
_DOING_IT = re.compile(
    r"(?<=\w)\s+(?=(?:emailing|e-mailing|mailing|sending|posting|texting|dropping|shipping|forwarding|printing)\s+(?:it|them|that|one|both)\b)",
    re.IGNORECASE,
)
_LET_US_KNOW = re.compile(r"(?:(?<=let us know)|(?<=let me know))\s+(?=(?:i|ill|im|we|she|he)\b)", re.IGNORECASE)
_BUT = re.compile(r"\s+but\s+(?=(?:wants?|needs?)\s+(?:his|her|their|my|our|the)\s)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:(?:i|we|she|he|they)(?:['’](?:m|s|d|ll|re|ve))?|im|hes|shes|am|just|also|not|have|has|will|would|can|could|should|must|gonna|to|never|please|pls)$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s+(?:so(?!\s+(?:we|she|he|they)\s+can\b)|and|but)\s+(?=(?:i|we|she|he|they)\b)", re.IGNORECASE)


# "was due Monday 😬 sending tonight": a face ends what it is put to.
_FACE = re.compile(r"(?<=\w\s)[\U0001f600-\U0001f64f\U0001f910-\U0001f97a]\ufe0f?(?=\s+[a-zA-Z])")


def parted_by_ear(text: str) -> str:
    """ "talked to Jo she likes it i will call monday" -> "talked to Jo, she likes it, i will call monday"."""
    text = _FACE.sub(r"\g<0>.", text)
    if _MARKS.search(text.strip()) or len(text.split()) < _FEWEST_WORDS:
        return text
    text = _LASTED.sub(r"\g<before>, ", _LET_US_KNOW.sub(", ", _DOING_IT.sub(", ", text)))
    parted = _BUT.sub(", but ", _AND_ANOTHER.sub(", and ", _OF_THEIRS.sub(r"\g<before>, ", text)))
    return _JOINED.sub(", ", _BEGINS.sub(_marked, parted))


_TELLS = re.compile(
    r"\b(?:promised|told|asked|assured|texted|emailed|heard|hear)\s+(?:(?:the|his|her|their|[\w-]+['’]s)\s+)?$",
    re.IGNORECASE,
)


def _marked(found: re.Match[str]) -> str:
    """ "told her i would call" is one clause."""
    before = found["before"].lower()
    is_one = (
        _SUBJECT.match(before)
        or (before.endswith("s") and tells_or_thinks(before))
        or _TELLS.search(found.string[: found.start()])
    )
    return f"{found['before']} " if is_one else f"{found['before']}, "
