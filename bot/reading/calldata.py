"""A call line as data, for `followthrough parse`: every key always, null or [] where there is nothing.

What the bot would ask because the line can be read in two ways is in `asks`; what it would like to know next, in `prompts`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel.core import get_global
from babel.numbers import get_territory_currencies

from bot.model import Outcome, Result, Side
from bot.phrases import said_after
from bot.reading.calendar.datewords import THEIRS, DateReading, first_working_day
from bot.reading.calltext import read_rest
from bot.reading.days.doubts import likeliest
from bot.reading.grammar.firmness import only_remembers, only_thinks
from bot.reading.line.callreading import CallReading
from bot.reading.mentioned.eachown import of_each
from bot.reading.mentioned.namesin import with_its_name
from bot.reading.mentioned.whose import Whose, whose
from bot.reading.names import Known
from bot.reading.naming.persons import is_person
from bot.reading.outcome.signedfor import signed_for
from bot.reading.people.newcomers import newcomers
from bot.reading.promises.promised import Promised, tells_us
from bot.reading.promises.theircalls import is_call_of_theirs
from bot.reading.steps.anytime import last_of
from bot.reading.steps.letgo import is_let_go_check
from bot.reading.waits.holding import plans_again
from bot.reading.waits.windows import buying_period
from bot.reading.words.bounds import LONGEST_LINE
from bot.reading.words.money import amount_in
from bot.reading.words.speech import first_clauses

Data = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """A company as the context file tells it; `tz` is an IANA zone, `locale` its country."""

    account: str
    contacts: tuple[str, ...] = ()
    locale: str = "US"
    tz: str = ""


def call_data(row: Mapping[str, Any], accounts: Sequence[Account]) -> Data:
    """`row`: id, text, ref (local to tz), tz. "11/2" has one reading where both sides write dates in the same order."""
    known = [Known(n, one.account, "", tuple(one.contacts)) for n, one in enumerate(accounts)]
    about, several = whose(row["text"], known), of_each(row["text"], known)
    account = accounts[about.ids[0]] if about.sure else None
    people = tuple(dict.fromkeys((*about.people, *(account.contacts if account else ()))))
    ref = datetime.fromisoformat(row["ref"])
    day_first = account is not None and account.locale not in _MONTH_FIRST
    name = account.account if account else ""
    is_settled = account is not None and _writes_day_first(row.get("tz") or "") is day_first
    call = read_rest(
        name, about.rest, ref.date(), day_first=day_first, people=people, now=ref.time(), is_order_sure=is_settled
    )
    facts = _Facts(call, ref.date(), account, day_first=day_first)
    amount, currency = amount_in(row["text"]) if call.result is not Result.order else _signed_sum(row["text"])
    return {
        "id": row.get("id"), "account": account.account if account else None, "contacts": _contacts(about, call, newcomers(about.rest[:LONGEST_LINE])),
        "outcome": _outcome(call), "result": _result(call), "said": with_its_name(call.said, row["text"]) or None, "their": facts.promises(Side.theirs), "ours": facts.promises(Side.ours),
        "next": facts.next(), "not_before": facts.not_before(), "purchase_timing": _buying(_unnamed(about)[:LONGEST_LINE], ref.date(), day_first=day_first),
        "amount": {"value": float(amount), "currency": currency or _own_currency(account)} if amount else None, "note": call.note or None,
        "asks": [*_which_deal(several.told if several else about.ids, accounts, sure=about.sure and not several), *facts.asks()], "prompts": facts.prompts(),
    }  # fmt: skip


def _signed_sum(text: str) -> tuple[str, str]:
    """ "signed 3,900 today": what they signed for is an amount without a sign, too."""
    told = (sums for clause in first_clauses(text) if (sums := signed_for(clause)))
    return amount_in(text) if amount_in(text)[0] else next(map(min, told), ("", ""))


_MONTH_FIRST = frozenset("US JP CN KR TW HU MN LT PH".split())  # where 4/10 is in April, by CLDR's patterns


def _writes_day_first(zone: str) -> bool | None:
    """Whoever writes from there; None where the zone tells no country."""
    country = get_global("zone_territories").get(zone)
    return country not in _MONTH_FIRST if country and country != "001" else None


@dataclass(frozen=True)
class _Facts:
    """What is dated in a reading, told with the account's zone and order of day and month."""

    call: CallReading
    today: date
    account: Account | None
    day_first: bool

    def promises(self, side: Side) -> list[Data]:
        told = (one for one in self.call.promises if one.side is side and not _is_vague(one))
        return [{"text": one.typed or one.raw, **self._due(one.due), "soft": one.soft} for one in told]

    def next(self) -> Data | None:
        """The step, or the day before which they asked us not to call."""
        step = self.call.next_step or self.call.unsure_step
        if step:
            when = likeliest(step.date, day_first=self.day_first)
            last = last_of(step)
            period = {"until": _text(last), "excluding": [*map(str, step.barred)]} if last else {}
            is_check = self.call.outcome is Outcome.email and is_let_go_check(step, self.call.note)
            what = "let_go_check" if is_check else step.what or None
            return {"what": what, **self._when(step.date, when), "agreed": step.agreed, **period}
        is_plan = plans_again(self.call.hold)
        is_none = self.call.away or any(map(is_call_of_theirs, self.call.promises)) or (self.call.hold and not is_plan)
        asked = None if is_none else self.call.not_before
        return (
            {"what": "call", **self._when(asked, first_working_day(asked.on)), "agreed": not is_plan}
            if asked and asked.on
            else None
        )

    def not_before(self) -> str | None:
        """The first day of all, be it a holiday: their absence ends there as well. In a week or a month that a rep plans, no day is barred."""
        away = self.call.away
        if away and (away.is_return or not (away.since and away.since > self.today)):
            return str(away.back_on)
        asked = self.call.not_before
        if asked and asked.first_on and plans_again(self.call.hold):
            return None
        return _text(asked.behind or asked.on) if asked else None

    def asks(self) -> list[str]:
        dates = [(one.text, one.due) for one in self.call.promises]
        dates += [(step.what, step.date) for step in (self.call.unsure_step,) if step and not self.call.next_step]
        return [ask for what, read in dates if read and (ask := _which_day(what, read))]

    def prompts(self) -> list[str]:
        """Never a doubt about what was typed."""
        call = self.call
        undated = [one for one in call.promises if one.due is None and not _is_vague(one)]
        who = {Side.theirs: "By when will they", Side.ours: "By when will you"}
        asked = [f"{said_after(who[one.side], one.text)}?" for one in undated]
        if call.is_contact and not (call.next_step or call.unsure_step or call.not_before):
            asked.append("When do you speak next?")
        return asked

    def _due(self, read: DateReading | None) -> Data:
        due = likeliest(read, day_first=self.day_first) if read else None
        first = read.first_on if read and read.on and read.first_on != self.today else None
        return {
            "due": _text(due),
            "due_from": _text(first),
            "time": (read.at or None) if read else None,
            "tz": self._zone(read),
        }

    def _when(self, read: DateReading, when: date | None) -> Data:
        return {"when": _text(when), "time": read.at or None, "tz": self._zone(read)}

    def _zone(self, read: DateReading | None) -> str | None:
        if read is None or not read.zone:
            return None
        theirs = self.account.tz if self.account else ""
        return (theirs if read.zone == THEIRS else read.zone) or None


def _contacts(about: Whose, call: CallReading, by_role: Sequence[str]) -> list[str]:
    """Who is named, known or new; else with whom it was."""
    new = call.successor.name if call.successor else ""
    named = [*about.people, *([new] if new else [])] or ([call.contact] if call.contact else [])
    whole = [next((one for one in by_role if one.startswith(f"{name} ")), name) for name in named]
    return [*whole, *(one for one in by_role if one not in whole and not (named and is_person(one, named)))]


def _outcome(call: CallReading) -> str | None:
    if call.in_writing and call.outcome is Outcome.connected:
        return Outcome.email.value
    return call.outcome.value if call.is_contact or call.outcome is not Outcome.connected else None


def _result(call: CallReading) -> str:
    """What tells of no contact and moves nothing is a note; where tries are told, an attempt."""
    if call.is_contact or call.result is not Result.continuation:
        return call.result.value
    return (Result.attempt if call.away or call.is_away_openly or call.is_summary else Result.none).value


def _is_vague(one: Promised) -> bool:
    """ "will get back to us": nothing to hold anybody to, without a day."""
    return one.soft and one.due is None and (tells_us(one.text) or only_thinks(one.text) or only_remembers(one.text))


def _buying(text: str, today: date, *, day_first: bool) -> Data | None:
    period = buying_period(text, today, day_first=day_first)
    return {"from": _text(period[0]), "to": _text(period[1])} if period else None


def _which_deal(ids: Iterable[int], accounts: Sequence[Account], *, sure: bool) -> list[str]:
    """Of a line that tells of two deals, what it tells of which."""
    if sure:
        return []
    names = [accounts[id_].account for id_ in ids]
    return [f"Which one: {', '.join(names)}?" if names else "Which company was it?"]


def _which_day(what: str, read: DateReading) -> str:
    if read.problem:
        return read.problem
    days = " or ".join(f"{day:%a} {day.day} {day:%B}" for day in read.choices) if read.on is None else ""
    return f"{what or 'The next step'}: {days}?" if days else ""


_MONTHS = frozenset({"jan", "march", "april", "may", "june", "august", "mar"})
_TIMELY = r"(?<!in )(?<!by )(?<!til )(?<!until )(?<!before )(?<!after )(?<!\d )"


def _unnamed(about: Whose) -> str:
    """The line without those whose name is a month: "jan at ferro" buys in no January."""
    words = {word for one in about.people for word in one.split() if word.lower() in _MONTHS}
    return re.sub(rf"{_TIMELY}\b(?:{'|'.join(sorted(words))})\b(?!\s+\d)", "she", about.rest) if words else about.rest


def _own_currency(account: Account | None) -> str | None:
    """Where none is named, a company speaks of its country's money."""
    used = get_territory_currencies(account.locale) if account else []
    return used[0] if used else None


def _text(on: date | None) -> str | None:
    return str(on) if on else None
