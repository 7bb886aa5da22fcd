"""A paper that lies with one of theirs is what "it" means behind that: "gave me Karen for the form, she has it back by Fri".

Only right behind the clause that tells where it lies, and only where they give it back: what we give them back is ours.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
_ROLE = r"(?:(?:her|his|their|the)\s+)?(?:lawyers?|legal(?:\s+team)?|counsel|solicitors?|boss|manager|cfo|ceo|coo|cto|finance|procurement|purchasing|accountants?|bookkeeper|controller|security|compliance|it|assistant|colleague)"
_PAPER = r"(?P<{}>(?:(?:the|our|their|that|this|an?|my)\s+)?(?:(?!(?:and|with|by|for|to|of)\b)[\w&-]+\s+){{0,2}}?(?:forms?|questionnaires?|q['’]?aires?|surveys?|applications?|checklists?|paperwork|contracts?|agreements?|nda|msa|dpa|sow|loi|quotes?|proposals?|documents?|docs?|papers?|redlines?|drafts?|terms|addendum|amendment))"
# "gave me Karen for the form", "put us on to Sam about the NDA"
_WHOM_FOR = rf"(?:(?:she|he|they|{NAME})\s+)?(?:gave|put|pointed|sent|referred|passed|handed|steered|introduced|connected|named)\s+(?:me|us)\s+(?:(?:on|over|through|off|straight)\s+)*(?:(?:to|onto|with)\s+)?(?:{NAME}|{_ROLE})(?:\s+(?:in|from|at)\s+[\w'’-]+)?\s+(?:for|about|re|on)\s+"
_LIES = re.compile(
    rf"{AND_ALSO}(?:{_WHOM_FOR}{_PAPER.format('asked')}"
    rf"|(?:{_WHO}|{_ROLE})\s+(?:(?:now|already)\s+)?(?:has|have|['’]s\s+got|got|holds|handles|owns|does|looks\s+after|(?:is|are)\s+(?:on|handling|doing))\s+{_PAPER.format('held')}"
    rf"|(?:{_WHO}\s+)?(?:gave|passed|handed|forwarded|sent|gives|passes|hands)\s+{_PAPER.format('given')}\s+(?:on\s+)?to\s+(?:{NAME}|{_ROLE})"
    rf"|{_PAPER.format('lies')}(?:['’]s|\s+(?:is|are|sits|lies|went))?\s+(?:now\s+)?(?:with|at|to)\s+(?:{NAME}|{_ROLE}))(?:\s+(?:now|already|since\s+\w+))?$",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"{AND_ALSO}(?P<who>{_WHO})(?:['’]ll|\s+will|\s+is\s+to)?\s+(?P<how>(?:has|have|gets?|sends?|gives?|brings?|turns?|hands?|returns?)\s+(?P<it>it|them|that)(?:\s+(?P<state>filled(?:\s+(?:in|out))?|signed|done|completed))?(?:\s+(?:back|over|a?round))?(?:\s+to\s+(?:me|us))?)$",
    re.IGNORECASE,
)
_GIVES_BACK = re.compile(r"\b(?:back|returns?|signed|filled|completed|done|a?round|to\s+(?:me|us))\b", re.IGNORECASE)


def lies_with_them(clause: str) -> str:
    """The paper that the clause tells to be with somebody there; empty of anything else."""
    found = _LIES.match(clause.strip(" .,"))
    return next(filter(None, found.groupdict().values()), "") if found else ""


def given_back(clause: str, dates: Sequence[DateReading], paper: str) -> str:
    """The clause with the paper in the place of "it"."""
    found = _BACK.match(clause[: dates[0].start].strip(" ,.")) if paper and dates else None
    if not found or not _GIVES_BACK.search(found["how"]):
        return ""
    state = f" {found['state']}" if found["state"] else ""
    return f"{found['who']} will send {paper} back{state} {clause[dates[0].start :]}"
