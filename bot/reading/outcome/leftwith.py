"""Whoever is told that we shall ring again is not whom we rang: "told Mick's offsider I'd ring back Mon". A boss decides, and takes no messages."""

import re

_NO_DESK = r"(?:boss|manager|owner|founder|president|director|head|vp|c[efiot]o|ciso|controller|treasurer|buyer|lawyer|attorney|counsel|board|committee|team|crew|people|guys|finance|legal|procurement|purchasing|it)"
_ANOTHER = rf"(?:(?:his|her|their|[\w-]+['’]s?)\s+(?!(?:[\w-]+\s+)?{_NO_DESK}\b)(?:[\w-]+\s+)?[\w-]+|(?:the\s+)?(?:[a-z]+\s+(?:at|on)\s+(?:the\s+)?(?:front\s+)?(?:desk|door|phone|switchboard)|front\s+desk|reception(?:ist)?|switchboard|secretary|asst|assistant|gatekeeper)(?:\s+(?:of|at)\s+[\w-]+)?)"
_TRIES = r"(?:call|ring|phone|try|be\s+back|check\s+(?:in|back)|come\s+(?:by|back)|stop\s+by|swing\s+by)"
LEFT_WITH = re.compile(
    rf"^(?:(?:and|but|so|just|i|we)\s+)*(?:told|let)\s+{_ANOTHER}\s+(?:know\s+)?(?:that\s+)?(?:i|we)(?:(?:['’](?:d|ll)|\s+would|\s+will)\s+{_TRIES}\b.*|\s+(?:called|rang|phoned|tried|was\s+calling)\b)",
    re.IGNORECASE,
)


_OUR_PLAN = re.compile(
    rf"\b(?P<we>i|we)(?:['’](?:d|ll)|\s+would|\s+will)\s+(?P<act>{_TRIES}(?!\s+(?:it|this|that)\b)\b.*)$", re.IGNORECASE
)
_WE_WOULD = re.compile(r"(?:i|we)['’]d\b", re.IGNORECASE)  # told to whoever stands before it


def as_our_plan(clause: str) -> str:
    """ "told his wife I'd call Fri" -> "I will call Fri"; empty where nothing of the kind was told."""
    is_told = LEFT_WITH.match(clause) or _WE_WOULD.match(clause)
    plan = _OUR_PLAN.search(clause) if is_told else None
    return f"{plan['we']} will {plan['act']}" if plan else ""
