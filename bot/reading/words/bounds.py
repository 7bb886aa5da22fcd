"""How much of a text is read. Whoever reads holds up every writer, so no text may take long, however odd it is."""

import re

LONGEST_LINE = 1_200  # characters: two hundred words; a longer one is a pasted mail
LONGEST_CLAUSE = 400
CLAUSES_KEPT = 64  # in memory: each is asked for by a dozen rules while a line is read
MOST_CLAUSES = 30
MOST_QUOTES = 20
MOST_DATES = 20  # of one clause


def single_blanks(text: str) -> str:
    """Runs of blanks and tabs become one blank, empty lines none: a pattern never has to try them in many ways."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def split_at(text: str, most: int) -> tuple[str, str]:
    """(what is read, what is too much), parted between two words where there are any."""
    if len(text) <= most:
        return text, ""
    at = max(text.rfind(" ", most // 2, most), text.rfind("\n", most // 2, most))
    at = at if at > 0 else most
    return text[:at], text[at:].strip()


_LOOSE_END = re.compile(
    r"^(?:\s+(?:(?:at\s+)?(?:the\s+)?(?:very\s+)?latest|night|lunch(?:\s?time)?|(?:in\s+the\s+)?(?:evening|morning|afternoon)|am|pm|please|tops|max|for\s+sure|no\s+joke|now|this\s+time|noch|either\s+way|anyway|regardless|tho(?:ugh)?|fyi|as\s+(?:promised|agreed)|per\s+[\w.'’-]+|[\W_]?for\s+sure[\W_]?))*[\s.!)]*$",
    re.IGNORECASE,
)


def ends_with_day(clause: str, end: int) -> bool:
    """Whether nothing of weight follows the day that ends there: "by Sunday night", "by Sat am at latest"."""
    return bool(_LOOSE_END.match(clause[end:]))


_COMMA = r",?\s+(?:(?:but|and|so)\s+)?"  # a comma may stand where the rep ran on


def verbatim(words: str, typed: str) -> str:
    """`words`, of which blanks, commas and capitals were evened, letter by letter as they were typed."""
    every = words.split()
    if not every:
        return words
    before = "".join(re.escape(one.rstrip(",")) + (_COMMA if one.endswith(",") else r",?\s+") for one in every[:-1])
    found = re.search(before + re.escape(every[-1]), typed, re.IGNORECASE)
    return found[0] if found else words
