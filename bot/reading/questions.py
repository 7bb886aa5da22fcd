"""Whether a plain line asks or tells."""

import re

_ASKS = re.compile(
    r"\?\s*$|^(?:(?:and|so|ok|hey|hi)[\s,]+)?(?:wh(?:o|at|en|ere|y|ich)(?:['’]?s)?|how(?:['’]?s)?|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|should|will|would|any(?:thing|body|one)?|any news|news|status|state|update|progress|show|tell me|give me|remind me)\b",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    return bool(_ASKS.search(text.strip()))
