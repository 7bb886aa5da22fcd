"""What a member is told about themselves: their settings, the status of their list, and the first five minutes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.cards import Button, Buttons, Card, Draft, Facts, Field, FieldKind, Form, Text, Tone
from bot.days import WEEKDAYS, is_day_first, written
from bot.model import FOR_GOOD, Became, Member, Muted, Role
from bot.views.naming import people
from bot.views.new_leader import ASK, ON_MONDAY
from bot.views.refusals import with_meaning
from bot.worktime import is_muted, is_too_late, next_list_at, today_for

WITHOUT = {
    Muted.everything: "No list",
    Muted.talk: "No touches on your list",
    Muted.theirs: "Nothing of what they promised on your list",
    Muted.coaching: "No weekly line about your conversations",
}


def comes_back(what: Muted) -> str:
    """How a pause without an end is over."""
    return f"To have it again: {'settings list on' if what is Muted.everything else 'pause off'}"


WRONG = {
    "digest_at": "Give an hour such as 08:30.",
    "zone": "Give a city or a zone: Berlin, New York, Europe/London.",
    "working_days": "Give your days such as Mon-Fri, or Mon, Tue, Thu.",
    "country": "Give a country, such as Germany, England or US, or none.",
    "locale": "Say day first (31 March) or month first (March 31).",
    "compact": "Say compact (no opener sentences) or full.",
    "clear_day": "Say yes or no.",
    "quiet": "Give two hours such as 19:00-07:00, or none.",
    "phone": "Give your number as you say it on a voicemail: 555 0142.",
}
QUIET_AT_DIGEST = "Your list would come inside your quiet hours. Choose hours that leave it out."
_LABELS = {
    "digest_at": "Your list comes at",
    "zone": "Your zone",
    "working_days": "Your working days",
    "country": "Public holidays of",
    "locale": "Dates",
    "compact": "Your list is",
    "clear_day": "A line when nothing is due",
    "quiet": "Quiet hours",
    "phone": "Your number, for voicemails",
}
_CHOICES = {
    "locale": (("day first", "31 March"), ("month first", "March 31")),
    "compact": (("full", "full, with a sentence to say"), ("compact", "compact, without")),
    "clear_day": (("no", "no"), ("yes", "yes")),
}
_HINTS = {"country": "England, Germany, US; none", "quiet": "19:00-07:00; none", "phone": "555 0142"}
_REASONS = {
    "nothing due": "nothing was due",
    "free day": "it was your day off",
    "inactive": "you were not active here",
    "late": "I was not running in time",
    "away": "you were away",
    "leapt": "the clock was moved past its hour",
    "moved": "its hour had passed when your clock or your hour changed",
    "nowhere": "there was no place to send it to",
    "restored": "a backup was put back, and you may have had it before",
    "paused": "you paused it",
    "failed": "something went wrong here; type followups for it",
}


_NOTHING_CAME = "Nothing was sent by then."
_CLEAR = "A clear morning: nothing is due, so nothing was sent."


def why_no_list(reason: str) -> str:
    """In place of a list that did not come; `reason` as it is on record, empty where none was decided about."""
    if reason == "nowhere":
        return "No list could be sent to you: write one line here first, and the next one comes."
    if reason == "nothing due":
        return _CLEAR
    return f"No list was sent: {_REASONS[reason]}." if reason in _REASONS else _NOTHING_CAME


@dataclass(frozen=True)
class LastList:
    on: date
    at: datetime
    skipped: str  # why it was not sent; empty when it was
    became: Became = Became.sent
    refused: str = ""  # the platform's word, where it was not delivered


def settings_card(member: Member) -> Card:
    return Card("Your settings", (Facts(_facts(member)),))


def settings_form(values: Mapping[str, str], errors: Mapping[str, str] | None = None) -> Form:
    wrong = errors or {}
    fields = tuple(
        Field(
            name, label, FieldKind.choice if name in _CHOICES else FieldKind.line, values.get(name, ""),
            _HINTS.get(name, ""), required=name in {"digest_at", "zone", "working_days"},
            options=_CHOICES.get(name, ()), error=wrong.get(name, ""),
        )
        for name, label in _LABELS.items()
    )  # fmt: skip
    return Form("settings", "Your settings", fields, typed="settings list 08:00")


def marked() -> Card:
    return Card("", (Text("Please look at the marked field. Nothing is changed yet."),))


def changed(member: Member, names: Collection[str], now: datetime) -> str:
    """What it is now, and when the next list comes."""
    facts = dict(zip(_LABELS, (value for _, value in _facts(member)), strict=True))
    said = "; ".join(f"{_LABELS[name]}: {facts[name]}" for name in names)
    return f"{said}. Your next list: {next_list(member, now)}"


def lists_in(place: str, member: Member, now: datetime) -> str:
    return f"Your list comes in {place}. The next one: {next_list(member, now)}"


def no_list_there(places: Sequence[str]) -> str:
    """A place where they are not."""
    several = (
        " Which one is it: settings list in …, or settings list here where you want it." if len(places) > 1 else ""
    )
    known = people([*places])
    return f"I know you in {known} only.{several} On another platform, type link, and then the code here."


def status_card(member: Member, last: LastList | None, now: datetime, today: date) -> Card:
    zone = ZoneInfo(member.zone)
    pairs = [("Your last list", _last(last, zone, today)), ("Your next list", _next_unless_off(member, now, today))]
    pairs += [("You are away", _leave(first, last_on, today)) for first, last_on in member.leave if last_on >= today]
    paused = [WITHOUT[what].lower() for what in Muted if is_muted(member, what, today)]
    if paused:
        pairs.append(("Paused", people(paused)))
    pairs.append(("Where you are", f"{member.zone.replace('_', ' ')}, {now.astimezone(zone):%H:%M} now"))
    buttons = Buttons((Button("What is due?", "followups"), Button("Settings", "settings")))
    return Card("Your list", (Facts(tuple(pairs)), buttons))


def _leave(first: date, last: date, today: date) -> str:
    begins = f"from {written(first, today)} " if first > today else ""
    return f"{begins}until the end of {written(last, today)}"


def _next_unless_off(member: Member, now: datetime, today: date) -> str:
    running = next((pause for pause in reversed(member.pauses) if pause.what is Muted.everything), None)
    is_off = running is not None and running.first_on <= today and running.last_on == FOR_GOOD
    return f"none. {comes_back(Muted.everything)}" if is_off else next_list(member, now)


def next_list(member: Member, now: datetime) -> str:
    unless = "" if member.clear_day else ", if something is due"
    if member.next_digest_at and member.next_digest_at <= now and not is_too_late(member.next_digest_at, now, member):
        return f"in a moment{unless}."
    at = next_list_at(member, now)
    there = at.astimezone(ZoneInfo(member.zone))
    return f"{written(there.date(), today_for(member, at))} at {there:%H:%M}{unless}."


def days(numbers: Sequence[int]) -> str:
    """ "Mon-Fri", or the days one by one."""
    ordered = sorted(numbers)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:  # noqa: PLR2004 - a run of days
        return f"{WEEKDAYS[ordered[0]]}-{WEEKDAYS[ordered[-1]]}"
    return ", ".join(WEEKDAYS[number] for number in ordered)


def span(hours: tuple[time, time] | None) -> str:
    return f"{hours[0]:%H:%M}-{hours[1]:%H:%M}" if hours else ""


def _sees(manager: str) -> str:
    if not manager:
        return "Nobody else sees what you log."
    return f"{manager} sees your deals: what they said, what was promised. Your drafts and settings are yours alone."


def led_by_card(manager: str) -> Card:
    """Whoever leads a rep has changed: who sees what now."""
    return Card(f"{manager} leads you now" if manager else "Nobody leads you now", (Text(_sees(manager)),))


_EXAMPLE = "logcall Acme: she said “we sign once finance agrees”, she checks by Fri, I send the case study Wed"


def welcome_card(member: Member, manager: str, *, has_deals: bool) -> Card:
    """The rep's first five lines: one example to copy, and what the manager can and cannot see (voice.md 2)."""
    sees = _sees(manager)
    if member.role is Role.manager:
        sees = "You see the deals of your reps and your own: what they said, what was promised. Never a rep's drafts."
    lines = (
        Text("After a call, tell me what they said and who promised what."),
        Draft("Copy this and change it", _EXAMPLE),
        Text(
            f"On working days at {member.digest_at:%H:%M} you get one list when something is due: what it is, and a sentence to say."
        ),
        Text("Ask at any time: where are we on Acme?", Tone.typed),
        Text(sees),
        *((Text(f"{ON_MONDAY} {ASK}"),) if member.role is Role.manager else ()),
    )
    start = Button("Which deals are on your mind?", "start", primary=True)
    due = Button("What is due?", "followups", primary=True)
    return Card(
        f"Hello {member.first_name}.", (*lines, Buttons((due if has_deals else start, Button("All commands", "help"))))
    )


def start_form() -> Form:
    names = Field("names", "One a line, company first", FieldKind.paragraph, hint="Acme, 40 seats", required=True)
    return Form(
        "start",
        "Which five deals are on your mind?",
        (names,),
        submit="Put them on my list",
        typed="start Acme; Borealis; Corvid",
    )


def _facts(member: Member) -> tuple[tuple[str, str], ...]:
    values = (
        f"{member.digest_at:%H:%M}",
        member.zone.replace("_", " "),
        days(member.working_days),
        member.country or "none",
        "31 March" if is_day_first(member.locale) else "March 31",
        "compact" if member.compact else "full",
        "yes" if member.clear_day else "no",
        span(member.quiet) or "none",
        member.phone or "none",
    )
    return tuple(zip(_LABELS.values(), values, strict=True))


_BECAME = {Became.unknown: "it may have come; nobody can tell. What is due: followups", Became.on_its_way: "on its way"}


def _last(last: LastList | None, zone: ZoneInfo, today: date) -> str:
    if last is None:
        return "none yet"
    if last.skipped:
        return f"{written(last.on, today)}: not sent, {_REASONS.get(last.skipped, last.skipped)}"
    if last.became is Became.undelivered:
        return f"{written(last.on, today)}: it did not come ({with_meaning(last.refused)}). What is due: followups"
    on = written(last.on, today)
    return f"{on}: {_BECAME[last.became]}" if last.became in _BECAME else f"{on} at {last.at.astimezone(zone):%H:%M}"
