"""What the page sends, checked and made a Message. Anything else is a BadRequest whose text says what to send."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.cards import Message
from bot.model import Member
from bot.worktime import instant, next_digest_at

LONGEST_BODY = 1_000_000  # bytes
_TEXTS = ("text", "command", "form", "key", "pressed_on")
_MORNING = frozenset({"morning", "next morning", "tomorrow", ""})


class BadRequest(ValueError):
    """A request that cannot be taken; the text is for the person who sent it."""


def json_object(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise BadRequest("Send a JSON object in UTF-8.") from None
    if not isinstance(content, dict):
        raise BadRequest('Send a JSON object, such as {"member": 1, "text": "help"}.')
    return content


def member_named(wanted: object, members: Sequence[Member]) -> Member:
    """A member by number or by name."""
    text = str(wanted).strip().casefold() if isinstance(wanted, str | int) and not isinstance(wanted, bool) else ""
    for member in members:
        if text in {str(member.id), member.name.casefold(), member.first_name.casefold()}:
            return member
    names = ", ".join(f"{member.id} {member.name}" for member in members)
    raise BadRequest(f"Say who you are: `member` is one of {names}.")


def message_from(content: Mapping[str, Any], member: Member) -> Message:
    """`{text | command | form, fields?, key?, pressed_on?}` as a Message of that member."""
    for name in _TEXTS:
        if not isinstance(content.get(name) or "", str):
            raise BadRequest(f"`{name}` has to be text.")
    given = [name for name in ("text", "command", "form") if content.get(name) is not None]
    if not given:
        raise BadRequest("Send `text`, `command` or `form`.")
    return Message(
        organisation_id=member.organisation_id,
        member_id=member.id,
        text=content[given[-1]],
        fields=_fields(content.get("fields") or {}) if given[-1] == "form" else None,
        key=content.get("key") or "",
        pressed_on=content.get("pressed_on") or "",
    )


def moment_from(to: object, member: Member, now: datetime) -> datetime:
    """Where the clock is to go: an instant, a date (at the digest's hour), or "next morning"."""
    text = to.strip() if isinstance(to, str) else None
    if text is None:
        raise BadRequest('`to` is an instant such as 2026-03-10T08:30:00+00:00, a date, or "next morning".')
    if text.lower() in _MORNING:
        return next_digest_at(member, now)
    try:
        if len(text) == len("2026-03-10"):
            return instant(date.fromisoformat(text), member.digest_at, member.zone)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise BadRequest(f'“{text[:40]}” is no instant. Try 2026-03-10T08:30:00, a date, or "next morning".') from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(member.zone))


def _fields(given: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise BadRequest("`fields` is an object of texts.")
    return tuple(given.items())
