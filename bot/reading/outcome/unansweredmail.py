"""Papers that were sent and not answered: "sent the deck, no reply yet" is a mail of ours, where no call is told beside it."""

import re
from collections.abc import Sequence

_SENT = re.compile(
    r"^(?:(?:i|we|just|have|had|already|and|then|today)\s+)*(?:re-?sent|sent)\s+(?:(?!(?:the|our|an?|my)\b)[\w'’&.-]+\s+){0,3}?(?:over\s+)?(?:(?:the|our|an?|my|another|updated|new|revised|final|pricing|recap|follow-?up|roi|full|signed)\s+)*(?:deck|quote|quotation|proposal|pricing|prices|price\s+list|info|link|one-?pager|case\s+stud(?:y|ies)|pdf|contract|nda|msa|agreement|invite|recap|summary|roi|numbers|specs?|spec\s+sheet|datasheet|offer|draft|redlines|sow|terms|notes?|slides|calculator|references?|agenda|video|recording)\b(?!.*\b(?:post|courier|mail|fax|text|sms|whatsapp|linkedin)\b)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"^(?:(?:still|but|and|so\s+far|yet|got|had)\s+)*(?:no\s+(?:reply|response|answer|word|reaction|feedback)|nothing\s+back)(?:\s+(?:yet|so\s+far|back|still|from\s+(?:her|him|them)|to\s+(?:it|that)|since(?:\s+\w+)?|either))*[\s.!]*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:call\w*|rang|ring|dial\w*|phone\w*|tried|vm|voice\s?mail|line|busy|msg|message|texted|visited)\b", re.IGNORECASE)  # fmt: skip


def is_unanswered_mail(clauses: Sequence[str]) -> bool:
    is_sent = any(map(_SENT.match, clauses)) and any(map(_NO_REPLY.match, clauses))
    return is_sent and not any(map(_CALLED.search, clauses))
