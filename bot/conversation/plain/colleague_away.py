""" "Omar is off sick until Friday", "Omar has left", told of a colleague: who covers, or who gets his deals, is a press away.

Nothing is changed by the words alone; who may say it is decided where it is done.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Button, Reply, Text
from bot.commands.calls import TheyAreAway
from bot.commands.handing import COVERS, Cover, GiveBook
from bot.conversation.between import all_called, whom
from bot.conversation.called import which
from bot.conversation.covering import cover
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.conversation.handing import give_book
from bot.days import written
from bot.model import Member, Role
from bot.reading.typed.typeddates import typed_date
from bot.reading.waits.absence import Away, days_away, for_so_long
from bot.views.asking import note
from bot.worktime import next_working_day

_NAME = r"(?P<who>[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*)??)"
_AWAY = re.compile(
    rf"^{_NAME}(?:['’]s|\s+(?:is|will\s+be|has|called|phoned|rang))\s+(?:still\s+)?"
    r"(?:(?:called\s+|phoned\s+|rung\s+)?in\s+|(?:off|out|home)\s+(?=sick|ill))?(?:sick|ill|unwell|poorly|the\s+flu|a\s+(?:cold|fever|migraine)|covid|not\s+(?:well|in)|away|off|out|ooo|on\s+(?:\w+\s+)?(?:leave|holidays?|vacation))\b[\s,]*(?P<days>.*)$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"^{_NAME}(?:['’]s|\s+(?:has|is|will\s+be))?\s+(?:just\s+)?(?:left|leaving|leaves|quit|quits|quitting|resigned|handed\s+in\s+(?:his|her|their)\s+notice|gone\s+for\s+good|no\s+longer\s+(?:here|with\s+us|works\s+here))\b(?:\s+(?:us|the\s+(?:company|team|firm)))?(?:\s+(?:today|now|already|for\s+good|soon|(?:at\s+the\s+)?end\s+of|on|in|next|this)\b.*)?$",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"(?<![\s,;.–-])[\s,;.–-]+(?:and\s+)?(?:(?P<asks>can|could|should|shall|may)\s+)?(?P<by>(?!who\b|anyone\b|anybody\b|someone\b|somebody\b)[^\W\d_][\w'’.-]*)\s+(?:(?:will|is\s+to|is|to|can|could)\s+)?"
    r"(?:cover(?:s|ing)?|tak(?:es|ing|e)\s+over|stands?\s+in|step(?:s)?\s+in|look(?:s|ing)?\s+after\s+(?:it|everything|(?:his|her|their)\s+(?:deals|accounts|list)))"
    r"(?:\s+(?:for\s+)?(?:him|her|them))?(?:\s+(?:until|till?)\s+then)?$",
    re.IGNORECASE,
)
_COVERS = re.compile(rf"^{COVERS}\s+(?P<days>\S.*)$", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:and\s+)?(?:until|till?|back)\s+(?:on\s+)?(?P<day>.+)$", re.IGNORECASE)


def about_a_colleague(exchange: Exchange, line: str) -> Reply | None:
    """None of anybody but a colleague, and of words behind which no day stands."""
    told = line.strip(" .!?")
    with_cover = _with_cover(exchange, told) or _on_days_alone(exchange, told)
    if with_cover:
        return with_cover
    left = _LEFT.match(told)
    if left and (gone := _colleagues(exchange, left["who"])):
        several = len(gone) > 1
        return (
            which(exchange, left["who"], gone, lambda id_: f"book {id_}")
            if several
            else give_book(exchange, GiveBook(str(gone[0].id)))
        )
    found = _AWAY.match(told)
    if not found or (found["days"] and not _days(exchange, found["days"])):
        return None
    return _away(exchange, found["who"], _days(exchange, found["days"]))


def a_colleague_is_away(exchange: Exchange, command: TheyAreAway) -> Reply | None:
    """The same, where the words were read as an absence of theirs."""
    if exchange.line and (told := _with_cover(exchange, exchange.line.strip(" .!?"))):
        return told
    days = _days(exchange, f"until {command.when}" if command.returns else command.when)
    return _away(exchange, command.who, days) if days else None


def _away(exchange: Exchange, name: str, days: Away | None, by: str = "") -> Reply | None:
    """Who covers; of two of that name first which of them is away."""
    found = _colleagues(exchange, name)
    if len(found) < 2:  # noqa: PLR2004 - two
        return _who_covers(exchange, found[0], days) if found else None
    spans = {one.id: _spoken(exchange, one, days) if days else "" for one in found}
    return which(exchange, name, found, lambda id_: f"cover {id_}{by and f' by {by}'}{spans[id_]}")


def _with_cover(exchange: Exchange, told: str) -> Reply | None:
    """ "Omar is ill until Thu, Lena covers": who covers is said in the same line."""
    covered = _COVERED.search(told)
    found = _AWAY.match(told[: covered.start()]) if covered else None
    away = _colleagues(exchange, found["who"]) if found else []
    if not (away and found and covered):
        return None
    days = _days(exchange, found["days"])
    several = len(away) > 1
    return (
        _away(exchange, found["who"], days, covered["by"]) if several else _covered_by(exchange, away[0], days, covered)
    )


def _on_days_alone(exchange: Exchange, told: str) -> Reply | None:
    """ "Lena covers me tomorrow": from that day until the next working day; an end of its own is the command's."""
    found = _COVERS.match(told)
    days = _days(exchange, found["days"]) if found else None
    if not found or days is None or days.back_on <= exchange.today:
        return None
    members = exchange.store.members.all()
    away, by = (whom(exchange, found[name], members) for name in ("who", "by"))
    if away is None or by is None or (by.id != exchange.member.id and not _colleagues(exchange, found["by"])):
        return None
    since, back = _span(exchange, away, days)
    return cover(exchange, Cover(str(away.id), str(by.id), back.isoformat(), since.isoformat() if since else ""))


def _colleagues(exchange: Exchange, name: str) -> list[Member]:
    """One of us, whose name no customer of the member's has; a number is a deal's."""
    if name.isdecimal() or name.casefold() in {"i", "me", "she", "he", "they", "it", "who"}:
        return []
    found = all_called(exchange, name, exchange.store.members.all())
    ours = [one for one in found if one.id != exchange.member.id and one.role is not Role.inactive]
    return ours if ours and not meant(exchange, name).ids else []


def _days(exchange: Exchange, told: str) -> Away | None:
    """From when until when: "until Friday", "today", "from 7 to 11 May", "next week", "for two days"; None: not said."""
    days = told.strip(" ,.")
    if not days:
        return None
    until = _UNTIL.match(for_so_long(days).replace("in ", "until in ", 1) or days)
    day = typed_date(until["day"] if until else days, exchange.today, day_first=exchange.day_first)
    if until:
        back = day and (day.first_on or day.on or max(day.choices, default=None))  # "until Friday", said on a Friday
        return Away(back) if back else None
    span = days_away(days, exchange.today, day_first=exchange.day_first)
    if span:
        return span
    last = day and (day.last_on or day.on)
    return Away(last + timedelta(days=1), since=day.first_on or day.on) if day and last else None


def _covered_by(exchange: Exchange, away: Member, days: Away | None, covered: re.Match[str]) -> Reply | None:
    """Who covers is told, and is taken so; "can Lena cover?" asks, and one press says it."""
    said = covered["by"]
    is_me = said.casefold() in {"i", "me"}
    by = exchange.member if is_me else whom(exchange, said, exchange.store.members.all())
    if by is None or by.id == away.id or days is None or days.back_on <= exchange.today:
        return _who_covers(exchange, away, days)
    since, back = _span(exchange, away, days)
    if covered["asks"] and not is_me:
        span = _spoken(exchange, away, days)
        yes = Button(f"Yes, {by.first_name} covers", f"cover {away.id} by {by.id}{span}", primary=True)
        told = f"{away.first_name} is away until {written(back, exchange.today)}. Shall {by.first_name} cover?"
        return note(told, yes, Button("Somebody else", f"cover {away.id}{span}"))
    return cover(exchange, Cover(str(away.id), str(by.id), back.isoformat(), since.isoformat() if since else ""))


def _span(exchange: Exchange, away: Member, days: Away) -> tuple[date | None, date]:
    """From when, where that is still to come, and the day of their return."""
    since = days.since if days.since and days.since > exchange.today else None
    return since, next_working_day(days.back_on - timedelta(days=1), away)


def _spoken(exchange: Exchange, away: Member, days: Away) -> str:
    since, back = _span(exchange, away, days)
    return f"{f' from {since.isoformat()}' if since else ''} until {back.isoformat()}"


def _who_covers(exchange: Exchange, away: Member, days: Away | None) -> Reply:
    """Asked of whoever may say it; to a colleague it is offered to cover."""
    name = away.first_name
    if days is None or days.back_on <= exchange.today:
        return note(f"Until when is {name} away? Type it so: {name} is away until Friday")
    (since, back), span = _span(exchange, away, days), _spoken(exchange, away, days)
    if away.id not in exchange.led and exchange.member.role is not Role.admin:
        told = f"{name}, or whoever leads {name}, says who covers. You can offer to."
        return note(told, Button(f"Offer to cover {name}", f"cover {away.id}{span}"))
    asked = cover(exchange, Cover(str(away.id), "", back.isoformat(), since.isoformat() if since else ""))
    first = f"from {written(since, exchange.today)} " if since else ""
    day = written(back, exchange.today)
    told = f"{name} is away {first}until {day}: nothing is changed until you press. Days off are for {name} to type: away {first}until {day}"
    return Reply(replace(asked.card, blocks=(Text(told), *asked.card.blocks)))
