"""The code that joins two accounts, and its way back, in words."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cards import Button, Buttons, Card, Draft, Line, Text, Tone
from bot.days import written
from bot.model import Act, Address, Identity, Role, first_name
from bot.views.naming import people, platform_name

IN_ONE_PLACE = (
    "Whoever that code belongs to is in this workspace already, and nobody is in one twice: a code joins only you on another "
    "platform, or in another workspace. It is good no longer. A deal goes to somebody else by: deal give Acme to Lena"
)
TOO_MANY_CODES = "Those were too many codes that are none. Wait a quarter of an hour, then type link on the other platform for a new one."
PARTED_ALREADY = "That button is used up, or older than thirty days. If somebody else is still where you should be, tell an admin: type people."

THEMSELVES_AGAIN = (
    "You are on your own again, with what was yours. Tell an admin of it, and look with status where else you are: "
    "somebody typed that code as you."
)


def link_card(code: str, minutes: int) -> Card:
    how = f"Type this on the other platform, or in the other workspace, within {minutes} minutes"
    rule = "It works once, for nobody of this workspace, and you are told when it is used. Never pass it on."
    return Card("One person, two places", (Draft(how, f"link {code[:4]} {code[4:]}"), Text(rule, Tone.quiet)))


def will_join(name: str, gained: Sequence[str], code: str) -> Card:
    """What the code will do, before it does it; only who is joined can take it back."""
    along = f", with {_listed(gained)}" if gained else ""
    said = f"You become {name} here{along}. {first_name(name)} is told of it, and can part the two of you again for thirty days."
    return Card("", (Text(said), Buttons((Button(f"I am {name}", f"link yes {code}", primary=True),))))


def comes_along(deals: int, led: Sequence[str], gained: Role | None) -> list[str]:
    """What the joined member gets from the one who goes."""
    parts = [f"{deals} deal{'s' if deals != 1 else ''} of yours"] if deals else []
    parts += [f"{', '.join(led)}, whom you lead"] if led else []
    return [*parts, *([f"your rights as {gained.value}"] if gained else [])]


def joined(name: str, gained: Sequence[str]) -> str:
    along = f" Along came {_listed(gained)}." if gained else ""
    return (
        f"You are {name} here too: one list, the same deals.{along} Where you want the list, type settings list here."
    )


def was_joined(name: str, came: Sequence[Identity], before: Sequence[Identity], cut: str) -> Card:
    """For whoever's code it was, where they were before."""
    here = {one.address.platform for one in before}
    where = _where([one.address for one in came], here)
    told = (
        f"Your link code was used just now: {name} {where} is you from now on, with your deals and your rights.",
        "If that was you, there is nothing to do.",
        f"If it was not, press this: {name} is on their own again, at once, and has nothing of yours. It works for thirty days.",
    )
    return Card("Was that you?", (*map(Text, told), Buttons((Button("That was not me", cut),))))


def has_joined(name: str, before: Sequence[Identity], cut: str) -> Card:
    """For whoever typed a code, where else they are."""
    told = (
        f"Somebody who is you elsewhere typed the link code of {name} just now: you are {name} {_where([one.address for one in before], ())} from now on.",
        "If that was you, there is nothing to do.",
        "If it was not, press this: you are on your own again, at once, with what is yours. It works for thirty days.",
    )
    return Card("Was that you?", (*map(Text, told), Buttons((Button("That was not me", cut),))))


def parted(name: str, came: Sequence[Address], since: Sequence[Act], zone: ZoneInfo, today: date) -> Card:
    """`since`: what was done as them after the two were joined; it stays until it is taken back."""
    told = (
        f"{name} {_where(came, ())} is on their own again, without your deals and your rights. Whatever was theirs went back.",
        "Tell an admin that somebody had your code.",
    )
    lines = [
        Line(
            f"{_when(act.at, zone, today)}: {act.summary}",
            buttons=(Button("Undo", f"undo {act.id}", about=act.summary),),
        )
        for act in since
    ]
    heading = [Text("Done as you since then. What was not you, take back:", Tone.strong)] if lines else []
    return Card("That is undone", (*map(Text, told), *heading, *lines))


def _when(at: datetime, zone: ZoneInfo, today: date) -> str:
    there = at.astimezone(zone)
    return f"{'today' if there.date() == today else written(there.date(), today)}, {there:%H:%M}"


def _where(places: Sequence[Address], here: Collection[str]) -> str:
    """ "in Teams", "in another workspace of Slack"."""
    names = dict.fromkeys(
        f"{'another workspace of ' if place.platform in here else ''}{platform_name(place.platform)}"
        for place in places
    )
    return f"in {people([*names])}"


def _listed(parts: Sequence[str]) -> str:
    return f"{'; '.join(parts[:-1])}; and {parts[-1]}" if len(parts) > 1 else parts[0]
