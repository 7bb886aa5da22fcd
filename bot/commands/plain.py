"""What is meant by a plain line that needs no deal: taking back, days off, who owes what, who is behind."""

import re

from bot.commands.deals import Where
from bot.commands.lists import Owed, OwedBy
from bot.commands.nonsense import Nonsense
from bot.commands.own import Away, Undo, off_from_until
from bot.commands.undoing import several_back
from bot.commands.wholelines import WholeLines
from bot.reading.typed.typeddates import starts_with_day

Plain = Undo | Away | Owed | Where | Nonsense

_SORRY = r"(?:(?:oops|ups|whoops|sorry|no|nope|wait|ah|oh|please|my bad|my mistake|can you|just)\b[\s,.!:]*)*"
_THAT = r"(?:that|it|this|(?:that|this|the|my) (?:very )?last(?: one| thing| entry| call| line)?|last one|what i (?:just )?(?:said|typed|logged|did))"
_TAKE_BACK = re.compile(
    rf"^{_SORRY}(?:(?:oops|ups|whoops|my bad|my mistake)(?:[\s,.!]+sorry)?"
    rf"|(?:scrap|forget|delete|remove|cancel|revert|discard|scratch|ignore|strike|take back|undo)\s+(?:about\s+)?{_THAT}"
    rf"|take\s+{_THAT}\s+back|{_THAT}\s+(?:was|is)\s+(?:wrong|a mistake|not right|an error))[\s.!]*$",
    re.IGNORECASE,
)
_ME = r"(?:i['’]?m|i am|i['’]?ll be|i will be|me)"
_LEAVE = r"on (?:my |annual |sick |parental |maternity |paternity )*(?:leave|holidays?|hols|vacation|pto)"
_OFF = re.compile(
    rf"^(?:(?:hi|hey|hello|morning|fyi|sorry)[\s,!]+)?(?P<me>{_ME}\s+)?(?:(?:going|taking)\s+)?"
    rf"(?:(?P<ill>(?:off )?sick|ill|feeling (?:ill|sick)|not feeling (?:well|good|great)|unwell|poorly)|off|out(?: of (?:the )?office)?|ooo|away|{_LEAVE})(?:\s+(?:from )?work)?\b[\s,:]*(?P<days>.*?)[\s.!]*$",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"^(?:i['’]?m |i am |i['’]?ll |i will )?(?:taking|take|have|having|i have|i['’]ve got)\s+(?P<days>.+?)\s+off(?:\s+(?:sick|work))?[\s.!]*$"
    r"|^(?:i (?:won['’]?t|will not) be|i['’]?m not|not) in\s+(?P<not_in>.+?)[\s.!]*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:until|till|til|to|(?:and )?back(?: on)?)\s+(?:on\s+)?(?P<until>.+)$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|\+|\band\b)\s*", re.IGNORECASE)
_FOR = re.compile(
    r"^for\s+(?:the next\s+)?(?P<count>a|one|two|three|four|\d{1,2})\s+(?P<unit>days?|weeks?)$", re.IGNORECASE
)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}

_IS = r"(?:['’]?s| is| are)"
_NOW = r"(?:\s+(?:now|today|right now|at the moment|still|overall|please))*"
_LATE = r"(?:late|overdue|past due|behind|running late)"
_OWED = WholeLines(
    r"^(?:(?:so|and|hey|ok)[\s,]+)?",
    (
        (
            r"what (?:(?:do|did|have) )?(?:i|we) (?:still )?(?:owe|promised?)(?: (?:to )?(?:people|everyone|everybody|anyone|anybody|customers))?(?: (?:this|last) week| today)?|do (?:i|we) (?:still )?owe (?:any|some)(?:one|body) (?:any|some)thing|do (?:i|we) (?:still )?owe anything|(?:my|our) (?:open )?promises|what am i on the hook for|who(?:['’]?s| is| are| else is)? (?:still )?waiting (?:for|on) (?:me|us)(?: for (?:something|anything|what))?|who(?:['’]?s| is| are| else is)? (?:still )?waiting (?:for|on) (?:something|anything|what) (?:from|of) (?:me|us)|who(?:m)? (?:do|did|have) (?:i|we) (?:still )?(?:owe|promised?)(?: (?:something|anything|what|stuff))?|what (?:do|did) (?:i|we) (?:still )?(?:owe|promise),? (?:and )?(?:to )?who(?:m)?|who (?:still )?(?:needs|wants) (?:something|anything|what) from (?:me|us)|what (?:do|does) (?:people|they|customers|everyone|everybody|others|my (?:deals|customers)) (?:still )?(?:need|want|expect) from (?:me|us)",
            OwedBy.us,
        ),
        (
            r"what do they (?:still )?owe(?: me| us)?|who owes (?:me|us)(?: what| something| anything)?|who (?:has )?promised (?:me|us)(?: something| anything| what)?(?: (?:this|last) week| today)?|(?:does|did|has) any(?:one|body) (?:still )?(?:owe|promised?) (?:me|us)(?: (?:any|some)thing)?|who owes (?:me|us) anything|(?:what|who) (?:am i|are we) waiting (?:for|on)|their (?:open )?promises",
            OwedBy.them,
        ),
        (
            rf"who owes (?:who |whom )?what|who (?:has )?promised (?:something|anything|what)(?: (?:this|last) week| today)?|who owes whom?|what{_IS} (?:still )?(?:open|outstanding)|(?:what|which) promises are open|(?:open|all) promises",
            OwedBy.both,
        ),
        (
            rf"what{_IS} {_LATE}|(?:is )?anything {_LATE}|overdue|late|(?:what )?am i {_LATE}(?: (?:with|on|for)(?: anything)?)?|what (?:have|did) (?:i|we) miss(?:ed)?",
            OwedBy.late,
        ),
    ),
    rf"{_NOW}[\s?.!]*$",
)
_BEHIND = re.compile(
    rf"^(?:(?:so|and|hey|ok)[\s,]+)?(?:(?:who{_IS}|(?:is )?any(?:one|body)) (?:{_LATE}|slipping|struggling|on track|stuck)(?:\s+(?:with|on|in)\s+(?:what|anything|the team|my team|promises))?"
    rf"|who needs (?:a )?(?:push|nudge|hand|attention|support)|who (?:should|must|do) (?:i|we) (?:(?:need|have) to )?(?:worry|be (?:worried|concerned)) about){_NOW}[\s?.!]*$",
    re.IGNORECASE,
)


def plainly(line: str) -> Plain | None:
    """The command in an everyday line; None when it is none of these."""
    if _TAKE_BACK.match(line):
        return Undo(in_words=True)
    if several := several_back(line):
        return several
    if by := _OWED.meant(line):
        return Owed(by)
    return Where("my team", only_due=True) if _BEHIND.match(line) else _days_off(line)


def _days_off(line: str) -> Away | Nonsense | None:
    """ "I'm off Mon and Tue", "on holiday till the 5th", "sick today"; words that are no days are no days off."""
    off, taking = _OFF.match(line), _TAKING.match(line)
    if taking:
        return _away((taking["days"] or taking["not_in"]).strip())
    if off is None or (not off["me"] and re.match(r"^away\b", line, re.IGNORECASE)):
        return None  # `away Tuesday` is the command: back on Tuesday
    if not off["days"] and not off["ill"]:
        return Nonsense(line, "away") if off["me"] else None  # "I'm off": for the night, or for how long?
    return _away(off["days"].strip() or "today")


def _away(days: str) -> Away | None:
    for_so_long = _FOR.match(days)
    if for_so_long:
        count = _COUNTS.get(for_so_long["count"].lower()) or int(for_so_long["count"])
        return Away(f"in {count} {for_so_long['unit'].rstrip('s')}{'s' if count > 1 else ''}")
    if span := off_from_until(days):
        return span
    if re.match(r"between\s", days, re.IGNORECASE) and starts_with_day(days):
        return Away(days, said=days)
    until = _UNTIL.match(days)
    if until:
        return Away(until["until"]) if starts_with_day(until["until"]) else None
    named = tuple(re.sub(r"^on\s+", "", day, flags=re.IGNORECASE) for day in _AND.split(days) if day)
    return Away("", days=named, said=days) if named and all(map(starts_with_day, named)) else None
