""" "No, I meant Tue" right behind a line that waits for its press is about that line: nothing that was logged before is changed."""

import re
from datetime import date, timedelta
from typing import Any

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.plain.newday import day_near, offer_instead
from bot.conversation.plain.whom import named_alone
from bot.conversation.plain.whosemoved import whose_moved
from bot.reading.calendar.datewords import DateReading
from bot.reading.dates import find_dates
from bot.store import Draft
from bot.views.asking import note

_LASTS = timedelta(minutes=30)
_LEAD = re.compile(r"^(?:by|on|before|until|till?|from|due)\s+", re.IGNORECASE)


def put_right(exchange: Exchange, when: str, ids: tuple[int, ...], wrong: str) -> Reply | None:
    """The waiting line with the other day, to press; None where the correction names another deal, or a day that it has not."""
    draft = newest_line(exchange)
    content = drafting.read(draft) if draft else {}
    line = str(content.get("line", ""))
    if draft is None or not line or (ids and not set(ids) & {*named_alone(exchange, line).ids}):
        return None
    if again := offer_instead(exchange, content, when):
        drafting.settle(exchange, draft.id)
        return again
    days = days_in(exchange, line)
    if wrong:
        named = [one.on for one in days_in(exchange, wrong)]
        days = [one for one in days if one.on in named]
        if not days:
            return None
    typed = str(content.get("typed") or content.get("text") or line)
    if len(days) != 1:
        go_on = Button("Log it as it is", f"resume {draft.id}")
        return note(f"“{typed}” still waits for its press. Drop it and type it anew with {when}, or press it first.", go_on, Button("Drop it", f"resume {draft.id} drop"))  # fmt: skip
    when = in_words(day_near(exchange, when, days[0].on), when, exchange.today)
    changed = {name: with_day(one, days[0].text, when) for name, one in content.items()}
    drafting.settle(exchange, draft.id)
    if moved := whose_moved(exchange, str(changed.get("text", ""))):
        return moved
    kept, said = drafting.keep(exchange, changed), with_day(typed, days[0].text, when)
    yes = Button("Yes, log it", f"resume {kept}", primary=True)
    return note(f"It says now: “{said}”. Log it?", yes, Button("Drop it", f"resume {kept} drop"))


def in_words(day: str, when: str, today: date) -> str:
    """ "17 December" of a day that was found; as typed where none was."""
    on = date.fromisoformat(day) if day != when else None
    return f"{on.day} {on:%B}{f' {on.year}' if on.year != today.year else ''}" if on else when


def newest_line(exchange: Exchange) -> Draft | None:
    """What was typed last, when nothing was done since."""
    newest = drafting.asked_last(exchange) or _pressed_by_yes(exchange)
    is_line = newest and "line" in drafting.read(newest) and exchange.now - newest.at <= _LASTS
    return newest if is_line else None


def _pressed_by_yes(exchange: Exchange) -> Draft | None:
    """What a yes would press, asked about behind the last act, though at the same instant."""
    act = exchange.store.acts.last_of(exchange.member.id)
    for one in drafting.noted(exchange.store, exchange.member.id, "asked"):
        asked: dict[str, Any] = drafting.read(one)["asked"]
        pressed = re.match(r"resume (\d+)\b", str(asked.get("yes", "")))
        if pressed and act and asked.get("after") == act.id:
            return exchange.store.drafts.one(int(pressed[1]), exchange.member.id)
    return None


def days_in(exchange: Exchange, text: str) -> list[DateReading]:
    return list(find_dates(text, exchange.today, day_first=exchange.day_first))


def with_day(told: Any, day: str, when: str) -> Any:
    """ "by Mon" is by Tuesday then."""
    wrong = rf"(?<!\w){re.escape(_LEAD.sub('', day))}(?!\w)"
    return re.sub(wrong, lambda _: when, told, count=1) if isinstance(told, str) else told
