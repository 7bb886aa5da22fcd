"""What each picture says, told without drawing it: where that is another text than was drawn, the picture is out of date.

The admin page's two pictures are not here: they are of HTML that stands nowhere as texts.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from adapters.slack.render import message
from bot.cards import Card
from tests.pictures import in_slack, in_teams, on_page
from tests.pictures.office import Office, friday, go_on_to_monday
from tests.slack import blockkit
from tests.teams import cards

NOT_HERE = ("admin-preview-desktop", "admin-words-phone")
KEPT = Path(__file__).parent / "words.json"
Words = dict[str, list[str]]


def told() -> Words:
    """By picture its texts, in their order."""
    of_cards = {name: tell for name, (_, tell) in in_teams.CARDS.items()}
    with tempfile.TemporaryDirectory() as folder, friday(Path(folder)) as office:
        said = {**_told(office, on_page.FRIDAY, in_slack.FRIDAY, in_teams.FRIDAY), **_told(office, {}, {}, of_cards)}
        go_on_to_monday(office)
        said |= _told(office, on_page.MONDAY, in_slack.MONDAY, in_teams.MONDAY)
    with tempfile.TemporaryDirectory() as folder, friday(Path(folder)) as office:
        return {**said, **_told(office, {}, {}, in_teams.BESIDE), "form-desktop": _form(office)}


def kept() -> Words:
    """As it was when each was drawn last."""
    words: Words = json.loads(KEPT.read_text(encoding="utf-8"))
    return words


def keep(drawn: Iterable[str]) -> None:
    """Of those that were drawn now."""
    now, before = told(), kept() if KEPT.exists() else {}
    words = {name: now[name] if name in drawn else before.get(name, []) for name in now}
    KEPT.write_text(json.dumps(words, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _told(
    office: Office,
    page: Mapping[str, on_page.OnPage],
    slack: Mapping[str, Callable[[Office], Any]],
    teams: Mapping[str, Callable[[Office], Any]],
) -> Words:
    return {
        **{name: _of_card(_seen(office, wanted)) for name, wanted in page.items()},
        **{name: list(blockkit.texts(tell(office)["blocks"])) for name, tell in slack.items()},
        **{name: cards.texts(tell(office)["content"]) for name, tell in teams.items()},
    }


def _seen(office: Office, wanted: on_page.OnPage) -> Card:
    return office.say(wanted.who, wanted.asked) if wanted.asked else office.arrived(wanted.who)


def _of_card(card: Card) -> list[str]:
    """With what its buttons are called."""
    return list(blockkit.texts(message(card)["blocks"]))


def _form(office: Office) -> list[str]:
    form = office.ask("Tom", "logcall", **on_page.FILLED).form
    assert form
    fields = (text for one in form.fields for text in (one.label, one.value, one.hint, one.error) if text)
    return [form.title, *fields, form.submit]
