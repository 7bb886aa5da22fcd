"""The wrong door, behind which somebody talked with us and sent us on: a talk, and no wrong number.

Where the way on ended at a machine, or nobody answered there, it is none.
"""

import re
from collections.abc import Sequence

from bot.model import Outcome
from bot.reading.outcome.happened import WRONG_DOOR, outcomes_in
from bot.reading.words.speech import NAME

# "wrong person, she gave me Doug in IT": whoever it was has talked with us.
_SENDS_ON = re.compile(
    rf"^(?:(?:and|but|so|then)\s+)*(?:(?:she|he|they|{NAME})\s+)?(?:(?:then|just|kindly|at\s+least)\s+)?(?:gave\s+(?:me|us)\s+(?!(?:the\s+)?(?:run-?\s?around|brush-?\s?off|slip|voice\s?mail|vm)\b)|(?:pointed|referred|sent|directed|passed|steered|put)\s+(?:me|us)\s+(?:on\s+|over\s+|along\s+|through\s+)?to\s+(?!(?:voice\s?mail|vm|an?\s+machine|hold)\b)|(?:said|says|told\s+(?:me|us))\s+(?:to\s+)?(?:try|call|ask|talk\s+to|it['’]?s)\s)",
    re.IGNORECASE,
)
_UNREACHED = frozenset({Outcome.left_voicemail, Outcome.left_message, Outcome.no_answer, Outcome.busy})


def is_sent_on(clauses: Sequence[str], *, spoke: bool) -> bool:
    if not any(map(WRONG_DOOR.match, clauses)):
        return False
    is_lost = any(not _UNREACHED.isdisjoint(outcomes_in(clause)) for clause in clauses)
    return spoke or (any(map(_SENDS_ON.match, clauses)) and not is_lost)
