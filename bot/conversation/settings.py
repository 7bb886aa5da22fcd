"""A member's own settings and the status of their list. A wrong value is told beside its field; nothing else changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.leaving import reschedule
from bot.conversation.on_record import mornings
from bot.days import is_day_first, read_by
from bot.model import Address, Identity, Member, Reach
from bot.reading.calendar import zonenames
from bot.reading.typed import choices
from bot.store import Digest
from bot.views import own
from bot.views.asking import note
from bot.views.people import place_name
from bot.views.touching import settled
from bot.worktime import country_called, is_quiet

Read = Callable[[str], Any]  # the value as stored, or None when it is not understood


def settings(exchange: Exchange, wanted: Mapping[str, str]) -> Reply:
    """Shows the form, or changes what was typed or filled in."""
    if not wanted:
        return Reply(own.settings_card(exchange.member), own.settings_form(current(exchange.member)))
    if "lists_in" in wanted:
        return _lists_in(exchange, wanted["lists_in"])
    read = {name: _READERS[name](text) for name, text in wanted.items()}
    errors = {name: own.WRONG[name] for name, value in read.items() if value is None}
    digest_at = choices.hour(wanted.get("digest_at", "")) or exchange.member.digest_at
    quiet = choices.hours(wanted["quiet"]) if wanted.get("quiet") else None
    if not errors and is_quiet(digest_at, quiet if "quiet" in wanted else exchange.member.quiet):
        errors = {"quiet" if "quiet" in wanted else "digest_at": own.QUIET_AT_DIGEST}
    if errors:
        if len(wanted) == 1:
            return note(next(iter(errors.values())))
        return Reply(own.marked(), own.settings_form({**current(exchange.member), **wanted}, errors))
    before = _stored(exchange.member)
    changed = {name: value for name, value in read.items() if value != before[name]}
    if not changed:
        return note("That is how it is already.")
    act_id = exchange.act("changed settings")
    exchange.store.members.change(act_id, exchange.member.id, **changed)
    reschedule(exchange, exchange.member.id)
    member = exchange.store.members.one(exchange.member.id) or exchange.member
    with read_by(member.locale):  # days are written as the member wants them from now on
        return settled("Changed", act_id, then=own.changed(member, changed, exchange.now))


def _lists_in(exchange: Exchange, wanted: str) -> Reply:
    """Where the list comes: one of the places where they are."""
    places = [one for one in exchange.store.identities.of(exchange.member.id) if one.reach is not Reach.gone]
    platforms = [one.address.platform for one in places]
    names = {one.address.place: place_name(one, several=platforms.count(one.address.platform) > 1) for one in places}
    meant = _meant(exchange.address, wanted.lower().strip(" .!"), places)
    if meant is None:
        return note(own.no_list_there(list(dict.fromkeys(names.values()))))
    platform, workspace = meant.address.place
    act_id = exchange.act("changed settings")
    kept = f"{platform}:{workspace}" if platforms.count(platform) > 1 else platform
    exchange.store.members.change(act_id, exchange.member.id, lists_in=kept)
    return settled("Changed", act_id, then=own.lists_in(names[meant.address.place], exchange.member, exchange.now))


def _meant(here: Address | None, wanted: str, places: Sequence[Identity]) -> Identity | None:
    """By its workspace's name, by its platform, or "here": of several the one in which it was typed comes first."""
    named = [one for one in places if wanted.removeprefix("slack").strip(" ,") == one.workspace_name.casefold()]
    of_platform = [one for one in places if wanted.split()[-1:] == [one.address.platform]]
    typed_in = [one for one in places if here and one.address.place == here.place]
    if wanted == "here":
        return next(iter(typed_in), None)
    found = named or of_platform
    return next((one for one in found if one in typed_in), next(iter(found), None))


def status(exchange: Exchange) -> Reply:
    """The last list and the next one, and why (C11)."""
    member = exchange.store.members.one(exchange.member.id) or exchange.member
    last = exchange.store.digests.last_of(member.id)
    decided = _became(exchange, last) if last else None
    return Reply(own.status_card(member, decided, exchange.now, exchange.today))


def _became(exchange: Exchange, last: Digest) -> own.LastList:
    (morning,) = mornings(exchange.store, [exchange.member], last.local_date)
    refused = "" if last.reason else morning.reason
    return own.LastList(last.local_date, last.decided_at, last.reason, morning.became, refused)


def current(member: Member) -> dict[str, str]:
    """The settings as they are shown in the form."""
    return {
        "digest_at": f"{member.digest_at:%H:%M}",
        "zone": member.zone,
        "working_days": own.days(member.working_days),
        "country": member.country,
        "locale": "day first" if is_day_first(member.locale) else "month first",
        "compact": "compact" if member.compact else "full",
        "clear_day": "yes" if member.clear_day else "no",
        "quiet": own.span(member.quiet),
        "phone": member.phone,
    }


def _stored(member: Member) -> dict[str, Any]:
    return {name: _READERS[name](text) for name, text in current(member).items()} | {"locale": member.locale}


def _digest_at(text: str) -> str | None:
    at = choices.hour(text)
    return at.isoformat("minutes") if at else None


def _working_days(text: str) -> list[int] | None:
    days = choices.weekdays(text)
    return list(days) if days else None


def _country(text: str) -> str | None:
    return "" if text.lower() in {"", "none", "no", "off"} else country_called(text)


def _locale(text: str) -> str | None:
    if "month" in text.lower() or text.lower() in {"us", "american"}:
        return "en-US"
    return "en-GB" if "day" in text.lower() or text.lower() in {"uk", "european", "british"} else None


def _compact(text: str) -> bool | None:
    return {"compact": True, "short": True, "full": False, "long": False}.get(text.lower())


def _quiet(text: str) -> str | None:
    if text.lower() in {"", "off", "none", "no"}:
        return ""
    hours = choices.hours(text)
    return f"{hours[0]:%H:%M}-{hours[1]:%H:%M}" if hours else None


def _phone(text: str) -> str | None:
    return text if len(text) <= 40 and (not text or any(char.isdigit() for char in text)) else None  # noqa: PLR2004 - a number


_READERS: Mapping[str, Read] = {
    "digest_at": _digest_at,
    "zone": zonenames.zone,
    "working_days": _working_days,
    "country": _country,
    "locale": _locale,
    "compact": _compact,
    "clear_day": choices.switch,
    "quiet": _quiet,
    "phone": _phone,
}
