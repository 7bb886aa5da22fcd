"""Two people of one name: what tells them apart, and the question which of them is meant, with a button each."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from bot.cards import Button, Card, Line, Reply, Text, Tone
from bot.model import first_name
from bot.views.naming import counted

MOST_NAMED = 8  # colleagues with a button each under a question
_SHOWN = 20
_TWO = 2


class Named(Protocol):
    """Somebody here, as far as they are named."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...


def whole_names(people: Iterable[Named], *, openly: bool = False) -> dict[int, str]:
    """Everybody's name; of two of one name with the e-mail, else with the number: "Tom Becker (tom@acme.example)".

    `openly`: for whoever is there, who are told nobody's address, so always with the number."""
    every = list(people)
    marks = _marks(every, openly=openly)
    return {one.id: f"{one.name} ({marks[one.id]})" if one.id in marks else one.name for one in every}


def short_names(people: Iterable[Named], *, openly: bool = False) -> dict[int, str]:
    """The first name, where nobody else has it; else the whole one, as it may stand in brackets: "Tom Becker, no. 7"."""
    every = list(people)
    many, marks = Counter(first_name(one.name).casefold() for one in every), _marks(every, openly=openly)
    named = {one.id: first_name(one.name, "somebody") for one in every if many[first_name(one.name).casefold()] == 1}
    return named | {
        one.id: f"{one.name}, {marks[one.id]}" if one.id in marks else one.name for one in every if one.id not in named
    }


def _marks(people: Sequence[Named], *, openly: bool) -> dict[int, str]:
    """What tells those apart who have one name."""
    many = Counter(one.name.casefold() for one in people)
    mails = {one.id: "" if openly else one.email for one in people}
    return {one.id: mails[one.id] or f"no. {one.id}" for one in people if many[one.name.casefold()] > 1}


def each_named(people: Sequence[Named], command: Callable[[int], str]) -> tuple[Button, ...]:
    """A button for each of a few colleagues."""
    names = whole_names(people)
    return tuple(Button(names[one.id], command(one.id)) for one in people[:MOST_NAMED])


def or_type(people: Sequence[Named], line: str) -> str:
    """Behind a question, where not all of them have a button."""
    left = len(people) - MOST_NAMED
    return f" For one of the other {counted(left)} type: {line}" if left > 0 else ""


def which_one(
    typed: str, several: Sequence[Named], command: Callable[[int], str], unseen: Collection[int] = (), title: str = ""
) -> Reply:
    """ "Two are called “Tom”. Which one?", each with a button; `command` makes the line that it types. `unseen`: named here,
    and not come yet. `title`: another question."""
    many = "Two" if len(several) == _TWO else f"{counted(len(several)).capitalize()} people"
    asked = title or f"{many} are called “{typed[:40]}”. Which one?"
    names = whole_names(several)
    lines = (_line(one, names, unseen, command) for one in several[:_SHOWN])
    left = len(several) - _SHOWN
    more = (Text(f"And {counted(left)} more: say which by their e-mail address.", Tone.quiet),) if left > 0 else ()
    return Reply(Card(asked, (*lines, *more)))


def _line(one: Named, names: Mapping[int, str], unseen: Collection[int], command: Callable[[int], str]) -> Line:
    told = f"{names[one.id]}{', not seen yet' if one.id in unseen else ''}"
    return Line(told, buttons=(Button("This one", command(one.id), about=told),))


def deals_apart(deals: Sequence[tuple[int, str, str]]) -> tuple[tuple[str, str], ...]:
    """(number, what is shown) of deals to choose from: whose it is where it is a colleague's, the number where even that is
    the same. Each comes with its number, its name, and that colleague's."""
    named = [(id_, f"{label} ({owner})" if owner else label) for id_, label, owner in deals]
    many = Counter(label.casefold() for _, label in named)
    return tuple((str(id_), f"{label}, no. {id_}" if many[label.casefold()] > 1 else label) for id_, label in named)
