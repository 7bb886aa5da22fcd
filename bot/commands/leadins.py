"""What people type before a question and that says nothing: "lost my notebook", "quick q", "before I forget". No name, no order."""

import re

_ASKS = r"(?:what|who|whose|when|where|which|why|how|is|are|was|were|do|does|did|has|have|any|anything|anyone|anybody)"
_KEPT_IN = r"(?:note(?:s|book|pad)?|pad|phone|laptop|lists?|diary|papers?|book|bag|desk|calendar|memory|brain|head)"
_LEAD = (
    r"(?:(?:(?:just\s+)?(?:a|an|one|another|last|my)\s+)?(?:quick|stupid|dumb|silly|small|short|simple|other|last)?\s*(?:questions?|q|one|thing)"
    rf"|(?:i(?:['’]?ve|\s+have)?\s+)?(?:(?:just|totally|completely)\s+)?(?:lost|forgot|forgotten|left|misplaced|can['’]?t\s+find|cannot\s+find|without|no)\s+(?:my|the|all\s+my)\s+(?:\w+\s+)?{_KEPT_IN}(?:\s+(?:at|in|on)\s+(?:the\s+)?\w+)?"
    r"|(?:i\s+)?(?:just\s+)?(?:can['’]?t|cannot|don['’]?t|do\s+not)\s+(?:remember|recall)(?:\s+(?:anymore|any\s+more|exactly))?|(?:i\s+)?(?:totally\s+|completely\s+)?forgot|my\s+memory(?:['’]?s|\s+is)\s+\w+"
    r"|before\s+i\s+(?:forget|go|leave|call(?:\s+(?:them|her|him))?)|while\s+i\s+(?:remember|think\s+of\s+it)|out\s+of\s+curiosity|(?:just\s+)?(?:checking|wondering|curious|asking)"
    r"|(?:sorry|apologies)(?:\s+(?:to|for)\s+(?:bother(?:ing)?|ask(?:ing)?|disturb(?:ing)?)(?:\s+you)?)?(?:\s+again)?|(?:i\s+)?(?:was|am)\s+(?:just\s+)?wondering|btw|by\s+the\s+way|tell\s+me|remind\s+me|do\s+you\s+(?:know|remember)|any\s+idea|help(?:\s+me)?|listen|hm+|um+|wait|right)"
)
_BEGINS = re.compile(
    rf"(?:(?:so|and|hey|hi|ok|okay|but)[\s,]+)*{_LEAD}(?:[\s,;:.!…–-]+(?:{_LEAD}|so|but|and|please|pls))*[\s,;:.!…–-]+(?={_ASKS}\b)",
    re.IGNORECASE,
)


def without_lead_in(line: str) -> str:
    """The question behind it; the line as it is where it begins with none."""
    found = _BEGINS.match(line)
    return line[found.end() :] if found else line
