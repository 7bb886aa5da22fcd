"""They left us a word: "fatima left a voicemail", "got a voice note from Dana". Theirs by who left it; "left a voicemail" alone is ours."""

import re

from bot.reading.words.cutout import NAME as CUT_OUT
from bot.reading.words.speech import NAME

_MACHINE = r"(?:voice\s?mail|vm|voice\s+(?:message|note|msg)|message|msg|note)"
_NOT_FOR_US = r"(?!\s+(?:for|with|to|at|on)\s+(?!me\b|us\b|my\b|our\b)|\s+on\s+(?:her|his|their)\b)"
_LEFT_US = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?:she|he|they|{CUT_OUT}|{NAME})\s+(?:(?:has|have|just|also|finally)\s+)*left\s+(?:(?:me|us)\s+(?:an?\s+|another\s+)?|(?:an?|another)\s+)(?:(?:long|short|quick|nice|angry|new)\s+)?{_MACHINE}\b{_NOT_FOR_US}"
    rf"|^(?:(?:and|but|so|then|i|we|i['’]ve|just|have|there['’]?s)\s+)*(?:(?:got|had|received|have|heard|is)\s+)?(?:(?:an?|another|the)\s+)?(?:(?:long|short|quick|nice|new)\s+)?(?:voice\s?mail|vm|voice\s+(?:message|note|msg))\s+(?:back\s+)?from\s+(?:{CUT_OUT}|(?!(?:last|yesterday|today|the|my|our|me|us|mon|tue|wed|thu|fri)\b)[^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)


def left_us(clause: str) -> bool:
    return bool(_LEFT_US.match(clause))
