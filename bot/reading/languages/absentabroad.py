"""They are away, or back, told in another tongue: in the words that bot.reading.waits.absence reads.

What somebody writes of themselves ("ik ben afwezig tot 3 november") came from them: who is away is whom we deal with.
"""

import re

from bot.reading.languages.daysabroad import any_of, tells_when, words_in
from bot.reading.languages.tongues import TONGUES, words_of
from bot.reading.languages.tonguetables import OURS, THEIRS


def _all(field: str, more: str = "") -> str:
    return any_of(word for row in (*(getattr(tongue, field) for tongue in TONGUES), more) for word in words_of(row))


# A title alone may be what is left of a name that was found: "herr … ist im Urlaub".
_WHO = rf"(?:(?:herrn?|frau|hr|fr|mme|mlle|madame|monsieur|sign?ora?|sr|sra|señora?|pani?|pan)\b\.?\s*)?(?P<who>(?:(?!{any_of(OURS | THEIRS)}\s)(?-i:[A-ZÀ-ÞŁŚŻ])[\w'’-]+\s+){{0,2}})(?:\([^()]{{1,40}}\)\s+)?"
_IS = rf"(?:{any_of(OURS | THEIRS | {'jest', 'est', 'está', 'è', 'noch', 'nog', 'auch', 'nu', 'nå'})}\s+|{_all('is_')}\s+)*"
_AWAY, _BACK_THERE = _all("away"), _all("back")
_FROM, _UNTIL, _THROUGH = _all("since", "from"), _all("until", "until before"), _all("through", "by do")
_THE = r"(?:(?:le|el|il|lo|am|ab|den|op|på|d\.|on|in)\s+)?"
_GONE = re.compile(
    rf"^{_WHO}{_IS}(?:{_AWAY}\s+{_IS}(?:{_FROM}\s+(?P<since>\S.*?)\s+)?(?:{_THROUGH}\s+(?P<through>\S.*)|{_UNTIL}\s+(?P<until>\S.*))"
    rf"|(?:{_FROM}\s+(?P<since2>\S.*?)\s+)?(?:{_THROUGH}\s+(?P<through2>\S.*?)|{_UNTIL}\s+(?P<until2>\S.*?))\s+{_IS}{_AWAY})$",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"^{_WHO}{_IS}(?:(?:erst|pas|först|først)\s+)?(?:{_BACK_THERE}\s+{_THE}(?P<when>\S.*)"
    rf"|(?:kommt|komt|kommer)\s+(?:erst\s+|pas\s+|først\s+|först\s+)?{_THE}(?P<comes>\S.*?)\s+{_BACK_THERE}"
    rf"|(?:revient|rentre|torna|rientra|vuelve|regresa|wraca|(?:kommer|komt|kommt)\s+{_BACK_THERE})\s+{_THE}(?P<returns>\S.*)|{_THE}(?P<there>\S+(?:\s+\S+){{0,3}}?)\s+{_BACK_THERE})$",
    re.IGNORECASE,
)


_TELLING = frozenset(
    word.split()[-1] for tongue in TONGUES for row in (tongue.away, tongue.back) for word in words_of(row)
) | frozenset("revient rentre torna rientra vuelve regresa wraca".split())


def absent_in_english(clause: str) -> str:
    """ "Jürgen bis 20.3. im Urlaub" -> "Jürgen is out through 20.3."; empty when it tells of nobody's absence.

    "Bis" and "jusqu'au" mean that day as well, "til" and "tot" do not.
    """
    if _TELLING.isdisjoint(words_in(clause)):
        return ""
    gone = _GONE.match(clause)
    if gone:
        return _told(gone["who"], _gone(gone))
    back = _BACK.match(clause)
    when = next((words for name, words in back.groupdict().items() if name != "who" and words), "") if back else ""
    return _told(back["who"], f"back on {_bare(when)}") if back and _is_day(when) else ""


def _gone(found: re.Match[str]) -> str:
    since, until = found["since"] or found["since2"], found["until"] or found["until2"]
    lead = "until" if until else "through"
    last = _bare(until or found["through"] or found["through2"])
    return f"away from {_bare(since)} {lead} {last}" if since else f"out {lead} {last}"


def _told(who: str, what: str) -> str:
    is_span = what.startswith("away from")
    return f"{who}is {what}" if who else f"they are {what}" if is_span else what


def _bare(when: str) -> str:
    return re.sub(r"^(?:le|el|il|den|the(?=\s+the))\s+", "", when.strip(), flags=re.IGNORECASE)


def _is_day(when: str) -> bool:
    words = when.split()
    if not (OURS | THEIRS).isdisjoint(word.lower() for word in words):
        return False
    return bool(words) and (
        tells_when(words) or tells_when(["on", *words]) or words[0].lower() in {"le", "el", "il", "den"}
    )
