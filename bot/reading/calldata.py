"""A call line as data, for `followthrough parse`: every key always, null or [] where there is nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.model import Outcome, Result, Side
from bot.reading.calltext import CallReading, read_rest
from bot.reading.mentions import whose
from bot.reading.names import Known
from bot.reading.promised import Promised, tells_us
from bot.reading.steps import Step


@dataclass(frozen=True)
class Account:
    """A company as the context file tells it; `tz` is an IANA zone, `locale` its country."""

    account: str
    contacts: tuple[str, ...] = ()
    locale: str = "US"
    tz: str = ""


def call_data(row: Mapping[str, Any], accounts: Sequence[Account]) -> dict[str, Any]:
    """`row`: id, text, ref (local to tz), tz."""
    known = [Known(n, one.account, "", tuple(one.contacts)) for n, one in enumerate(accounts)]
    text, today = row["text"], datetime.fromisoformat(row["ref"]).date()
    about = whose(text, known)
    account = accounts[about.ids[0]] if about.sure else None
    people = tuple(dict.fromkeys((*about.people, *(account.contacts if account else ()))))
    day_first = account is not None and account.locale != "US"
    call = read_rest(account.account if account else "", about.rest, today, day_first=day_first, people=people)
    return {
        "id": row.get("id"), "account": account.account if account else None,
        "contacts": [*about.people] or ([call.contact] if call.contact else []), **_facts(call),
    }  # fmt: skip


def _facts(call: CallReading) -> dict[str, Any]:
    return {
        "outcome": _outcome(call),
        "result": _result(call),
        "said": call.said or None,
        "their": [_promise(one) for one in call.promises if one.side is Side.theirs and not _is_vague(one)],
        "ours": [_promise(one) for one in call.promises if one.side is Side.ours],
        "next": _next(call),
        "not_before": str(call.not_before.on) if call.not_before and call.not_before.on else None,
        "purchase_timing": None,
        "amount": None,
        "note": call.note or None,
        "asks": [],
        "prompts": [],
    }


def _outcome(call: CallReading) -> str | None:
    if call.in_writing and call.outcome is Outcome.connected:
        return Outcome.email.value
    return call.outcome.value if call.is_contact or call.outcome is not Outcome.connected else None


def _result(call: CallReading) -> str:
    """What tells of no contact and moves nothing is a note; where tries are told, an attempt."""
    if call.is_contact or call.result is not Result.continuation:
        return call.result.value
    return (Result.attempt if call.away or call.is_summary else Result.none).value


def _is_vague(one: Promised) -> bool:
    """ "will get back to us": nothing to hold anybody to, without a day."""
    return one.soft and one.due is None and tells_us(one.text)


def _next(call: CallReading) -> dict[str, Any] | None:
    """The step, or the day before which they asked us not to call."""
    if call.next_step:
        return _step(call.next_step)
    day = None if call.hold or call.away else call.not_before
    return (
        {"what": "call", "when": str(day.on), "time": day.at or None, "tz": None, "agreed": True}
        if day and day.on
        else None
    )


def _promise(one: Promised) -> dict[str, Any]:
    return {
        "text": one.raw,
        "due": str(one.due.on) if one.due and one.due.on else None,
        "due_from": str(one.due.first_on) if one.due and one.due.first_on else None,
        "time": (one.due.at or None) if one.due else None,
        "tz": None,
        "soft": one.soft,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "what": step.what or None,
        "when": str(step.date.on) if step.date.on else None,
        "time": step.date.at or None,
        "tz": None,
        "agreed": step.agreed,
    }
