"""Whether a plain line asks or tells."""

import re

_ASKS = re.compile(
    r"\?\s*$|^(?:(?:and|so|ok|hey|hi)[\s,]+)?(?:(?:wh(?:o|at|en|ere|y|ich)|how)(?:['’]?s)?\s+(?:do|does|did|is|are|was|were|have|has|can|could|should|will|would|many|much|long|about)\b"
    r"|(?:who|what|when|where|how)['’]?s\b|(?:is|are|do|does|did|has|have|can|should)\s+(?:i|we|you|he|she|they|it|there)\b|any(?:thing| news| updates?)\b"
    r"|(?:news|status|state|updates?|progress)\b|(?:show|tell|give) me\b)",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    return bool(_ASKS.search(text.strip()))
