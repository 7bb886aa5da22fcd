"""Whose public holidays apply to whom, by zone."""

from collections import defaultdict
from collections.abc import Sequence

from bot.cards import Block, Card, Line, Text, Tone
from bot.model import Member

ON_THOSE_DAYS = "No list comes on those days."
ALREADY = "That is how it is already."


def everybodys(members: Sequence[Member]) -> Card:
    by_zone: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members, key=lambda one: one.name.casefold()):
        by_zone[member.zone].append(member)
    blocks: list[Block] = []
    for zone, there in sorted(by_zone.items()):
        blocks += [Text(city(zone), Tone.strong), *(Line(f"{one.name}: {country(one.country)}") for one in there)]
    how = "One: holidays Tom DE. Everybody in a zone: holidays Berlin DE. Without any: holidays Tom none."
    return Card("Whose public holidays apply", (*blocks, Text(how, Tone.quiet)))


def own(code: str) -> str:
    return f"Your public holidays: {country(code)}. Change it: settings holidays DE. An admin can, too."


def country(code: str) -> str:
    return code or "none"


def city(zone: str) -> str:
    """ "America/New_York" as people say it."""
    return zone.rpartition("/")[2].replace("_", " ")


def of_zone(zone: str) -> str:
    return f"everybody in {city(zone)}"


def are_now(who: str, code: str) -> str:
    told = f"the public holidays of {code} apply" if code else "no public holidays apply"
    return f"{who} {told}"


def nobody(who: str) -> str:
    return (
        f"Nobody here is called “{who[:40]}”, and nobody is in a zone of that name. Type holidays to see who is where."
    )
