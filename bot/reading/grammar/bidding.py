"""What a buyer asks of whoever wants to sell: an RFI, a tender, a questionnaire. The answers are ours, by the day that they name.

What the bidders are told on a day, and who is on a shortlist, is how things are: no promise of ours, and none of theirs.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_FORM = r"(?:(?:security|vendor|supplier|infosec|sustainability|compliance|onboarding|due\s+diligence|esg)\s+)?(?:questionn?aires?|self-?assessment)|(?:vendor|supplier|pre-?qual(?:ification)?)\s+forms?"
_ASKED = rf"(?:rf[ipqt]s?|itts?|pqqs?|tenders?|(?:bid|tender)\s+(?:docs?|documents?|pack(?:age)?|invite|invitation)|invitation\s+to\s+(?:bid|tender)|{_FORM})"
_NAMED = re.compile(rf"\b(?P<thing>{_ASKED})\b", re.IGNORECASE)
_WORDS = (
    "rf",
    "itt",
    "pqq",
    "tender",
    "bid",
    "questionnaire",
    "questionaire",
    "assessment",
    "form",
)  # one of them is in whatever is found
# "our RFI", "sent the questionnaire", "she fills in the form": they answer it, and not we.
_THEY_ANSWER = re.compile(
    rf"\b(?:our|my)\s+(?:[a-z]+\s+)?{_ASKED}|{_ASKED}\s+(?:(?:went|goes|going|sent|out)\s+)*(?:from\s+(?:me|us)|to\s+(?!us\b|me\b)[a-z])|^(?:(?:i|we|just|have|already|also)\s+)*(?:sent|send|sending|e-?mailed|mailed|gave|shared|forwarded)\b|\b(?:fill|complet|answer|return)(?:s|es|ed|ing|e|ng)?\b.*{_ASKED}",
    re.IGNORECASE,
)
_PAPER = r"(?:answers?|repl(?:y|ies)|responses?|bids?|submissions?|offers?|proposals?|quotes?|quotations?|pricing|questions|it|that|tenders?|applications?)"
_LAST = r"(?:deadline|closing(?:\s+date)?|cut-?off|due\s+date|closes|due|back|submit|respond|return)"
_WHERE = rf"(?:is|are|has|have|need|needs|must|should|to|be|go|goes|come|comes|due|in|back|over|wanted|expected|needed|submitted|required|closes?|deadline|closing|submission|(?:to|with)\s+(?:them|her|him|(?-i:(?>{NAME}))))"
_ANSWERS = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|(?-i:{NAME}))\s+(?=needs?\b|wants?\b))?(?:(?:needs?|wants?|has\s+to|must|to|be|the|our|my|final|written|all|first|full)\s+)*(?:(?P<paper>{_PAPER})|{_LAST})(?:\s+{_WHERE})*$",
    re.IGNORECASE,
)
_BID = r"(?:best\s+(?:&|and)\s+final(?:\s+offer)?|rf[ipqt]|itt|bid|tender|proposal|submission|response|application|pitch)s?"
_SUBMITS = re.compile(
    rf"{AND_ALSO}(?:(?:re\s+)?(?:their|the|his|her|an?)\s+{_ASKED}\s*[:,-]\s*)?(?:(?-i:{NAME}|she|he|they)\s+(?:says|said|confirms|wants)\s+)?(?:(?:our|the)\s+)?"
    rf"(?P<thing>{_BID}|{_ASKED}\s+(?:answers?|responses?|repl(?:y|ies)|bids?|submissions?)|(?:answers?|responses?|repl(?:y|ies))\s+to\s+(?:the|their)\s+{_ASKED})"
    r"\s+(?:(?:(?:is|are|must\s+be|have\s+to\s+be|has\s+to\s+be|to\s+be)\s+)?(?:now\s+|still\s+)?(?:due|in|submitted)(?:\s+(?:date|deadline))?(?:\s+(?:in|back|is|now))*|(?:is\s+)?now|deadline(?:\s+(?:is|now))*|submission|closes?|to\s+(?:them|her|him))$",
    re.IGNORECASE,
)


# A tender that they bid for themselves, or have won, is none that they ask us for.
_THEIR_OWN = re.compile(
    rf"\b(?:busy|working|work|flat\s+out|tied\s+up|swamped|buried|stuck|writing|preparing|answering|drafting|doing|won|wins|lost|loses|bidding|bid)\s+(?:(?:with|on|in|for|at)\s+)?(?:(?:an?|the|another|their|his|her|big|own)\s+)*{_ASKED}\b",
    re.IGNORECASE,
)


def asked_for_bids(clause: str) -> str:
    """What they want answered by us, "RFI"; empty when they do not."""
    small = clause.lower()
    found = _NAMED.search(clause) if any(word in small for word in _WORDS) else None
    return found["thing"] if found and not (_THEY_ANSWER.search(clause) or _THEIR_OWN.search(clause)) else ""


def answers_bid(clause: str, dates: Sequence[DateReading], asked: str) -> str:
    """ "answers in by 10/23" behind "rang re the RFI": ours. `asked` is what they want answered."""
    last = dates[-1] if dates else None
    if not (asked and last and ends_with_day(clause, last.end)) or "?" in clause:
        return ""
    found = _ANSWERS.match(_before(clause, last))
    if not found:
        return ""
    paper = found["paper"] or ""
    act = f"send {paper}" if paper and paper.lower() not in {"it", "that"} else f"answer the {asked}"
    return f"I will {act} {clause[last.start :].strip()}"


def hands_in(clause: str, dates: Sequence[DateReading]) -> str:
    """The same in words that they wrote themselves: "bids due 10/23"."""
    last = dates[-1] if dates else None
    return we_submit(_before(clause, last), f" {clause[last.start :].strip()}") if last else ""


def _before(clause: str, day: DateReading) -> str:
    """What stands before its day; a "due" is no part of the day."""
    due = " due" if day.text.lower().startswith("due ") else ""
    return f"{clause[: day.start].strip(' ,.:')}{due}".strip()


def we_submit(bare: str, when: str) -> str:
    """ "their tender: bids due 4 May", "RFP responses are due Friday": whoever says it, the seller hands it in."""
    found = _SUBMITS.match(bare)
    return f"I will submit {found['thing']}{when}" if found else ""
