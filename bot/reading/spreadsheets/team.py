"""A list of people as rows: who, what they are, who leads them. It knows cells, not members: names stay text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.spreadsheets.text import BrokenFile, Sheet

_WAYS = {
    "who": ("member", "name", "person", "rep", "full name", "who"),
    "email": ("email", "e-mail", "mail", "e-mail address", "email address"),
    "manager": ("manager", "reports to", "led by", "leader", "manager email", "manager e-mail"),
    "role": ("role", "is", "what"),
    "zone": ("zone", "time zone", "timezone"),
    "country": ("country", "holidays"),
}
_EMAIL = re.compile(r"[^@\s,;:<>()\"]+@(?:[\w-]+\.)+[^\W\d_][\w-]+")
NOBODY = frozenset({"-", "none", "nobody"})


@dataclass(frozen=True)
class TeamRow:
    """An empty cell leaves things as they are; a `NOBODY` word for the manager means that nobody leads them.

    `name`, `zone` and `country` are of somebody whom nobody has seen yet: everybody else says their own.
    """

    number: int
    who: str
    manager: str = ""
    role: str = ""
    name: str = ""
    zone: str = ""
    country: str = ""

    @property
    def email(self) -> str:
        """Who it is, where that is an e-mail address."""
        return self.who if is_email(self.who) else ""


def is_email(text: str) -> bool:
    """Whether it looks like an address that exists."""
    return _EMAIL.fullmatch(text) is not None


def team_rows(sheet: Sheet) -> Iterator[TeamRow]:
    """The rows that name somebody. Raises BrokenFile where the columns are not to be found."""
    places = _places(sheet.header)
    if not places.keys() & {"who", "email"} or not places.keys() & {"manager", "role"}:
        raise BrokenFile(
            "The first row has to name the columns: member or email, and manager or role."
            f" Found: {', '.join(filter(None, sheet.header))}"
        )
    for number, cells in sheet.rows():
        said = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
        email, name = said.get("email", ""), said.get("who", "")
        yield TeamRow(
            number, email or name, said.get("manager", ""), said.get("role", "").lower(), name if email else "",
            said.get("zone", ""), said.get("country", ""),
        )  # fmt: skip


def _places(header: Sequence[str]) -> dict[str, int]:
    names = [name.casefold().strip() for name in header]
    return {field: names.index(way) for field, ways in _WAYS.items() for way in reversed(ways) if way in names}
