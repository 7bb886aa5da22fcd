"""One question of a manager's Monday, answered alone: also where there is nothing, which the whole page leaves out."""

from collections.abc import Iterable, Sequence

from bot.cards import Block, Button, Buttons, Card, Text, Tone
from bot.playbook.monday import ALL
from bot.views.helping import help_line
from bot.views.monday import silent
from bot.views.monday_figures import Team, buying, known, reasons
from bot.views.naming import ONLY_YOU

_WHOLE = Button("All of Monday", "monday")
_TEAM = Button("My team", "where is my team")


def who_is_silent(team: Team) -> Card:
    """Days off are told beside it, so that they are not taken for silence."""
    nothing = "Nobody: no rep of yours with deals has been silent for so long."
    return _card("Who has logged no call for three working days or more", silent(team, ALL), nothing)


def why_they_say_no(team: Team) -> Card:
    told = reasons(team.monday.reasons)
    nothing = "No deal was lost in the last four weeks. A no has its reason from: lost Acme: too expensive"
    return _card("Why they said no", known([("Your team", told)]), nothing)


def who_will_buy(team: Team) -> Card:
    nothing = "Nobody has said so: no order in their own words, and none promised, for the next 30 days."
    return _card("Who will buy", known(buying(team)), nothing)


def who_asks_for_help(team: Team) -> Card:
    lines = [help_line(one, team.names, team.today) for one in team.monday.help]
    return _card("Who asks for your help", lines, "Nobody, right now.")


def _card(title: str, blocks: Iterable[Block], nothing: str) -> Card:
    told: Sequence[Block] = list(blocks) or [Text(nothing)]
    return Card(title, (*told, Text(ONLY_YOU, Tone.quiet), Buttons((_WHOLE, _TEAM))))
