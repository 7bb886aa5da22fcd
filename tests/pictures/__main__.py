"""Every picture of docs/pictures anew, of one sample team at one moment: `make pictures`, or some of them by NAMES."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser

from tests.pictures import in_slack, in_teams, on_page, words
from tests.pictures.drawing import browser
from tests.pictures.office import Office, friday, go_on_to_monday

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
T = TypeVar("T")
GROUPS: tuple[Mapping[str, object], ...] = (
    on_page.FRIDAY, on_page.MONDAY, on_page.BESIDE,
    in_slack.FRIDAY, in_slack.MONDAY,
    in_teams.CARDS, in_teams.FRIDAY, in_teams.BESIDE, in_teams.MONDAY,
)  # fmt: skip
NAMES = tuple(name for group in GROUPS for name in group)


class Drawing:
    """The page is drawn while it stands there; what goes to Slack and Teams is told first, and drawn at the end."""

    def __init__(self, browser: Browser, wanted: Iterable[str]) -> None:
        self._browser = browser
        self._wanted = frozenset(wanted)
        self._to_slack: dict[str, in_slack.Drawn] = {}
        self._to_teams: dict[str, in_teams.Drawn] = {}
        self._cards: dict[str, tuple[int, in_teams.Drawn]] = {}

    def of(self, group: Mapping[str, T]) -> dict[str, T]:
        return {name: how for name, how in group.items() if name in self._wanted}

    def friday(self, office: Office) -> None:
        self._page(office, on_page.FRIDAY)
        self._to_slack |= _told(office, self.of(in_slack.FRIDAY))
        self._to_teams |= _told(office, self.of(in_teams.FRIDAY))
        self._cards |= {name: (width, tell(office)) for name, (width, tell) in self.of(in_teams.CARDS).items()}

    def monday(self, office: Office) -> None:
        self._page(office, on_page.MONDAY)
        self._to_slack |= _told(office, self.of(in_slack.MONDAY))
        self._to_teams |= _told(office, self.of(in_teams.MONDAY))

    def beside(self, office: Office) -> None:
        """What changes the team, in a second one that is the same."""
        self._to_teams |= _told(office, self.of(in_teams.BESIDE))
        for name, draw in self.of(on_page.BESIDE).items():
            draw(self._browser, office, FOLDER, name)

    def on_platforms(self, work: Path) -> None:
        in_slack.draw(self._browser, self._to_slack, FOLDER, work)
        in_teams.draw_cards(self._browser, self._cards, FOLDER)
        in_teams.draw_in_the_playground(self._browser, self._to_teams, FOLDER, work)

    def _page(self, office: Office, group: Mapping[str, on_page.OnPage]) -> None:
        for name, wanted in self.of(group).items():
            on_page.draw(self._browser, office, FOLDER, name, wanted)


def _told(office: Office, group: Mapping[str, Callable[[Office], T]]) -> dict[str, T]:
    return {name: tell(office) for name, tell in group.items()}


def draw(wanted: Iterable[str]) -> None:
    with browser() as opened, tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        drawing = Drawing(opened, wanted)
        with friday(Path(first)) as office:
            drawing.friday(office)
            go_on_to_monday(office)
            drawing.monday(office)
        with friday(Path(second)) as office:
            drawing.beside(office)
        drawing.on_platforms(Path(second))


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise SystemExit(f"No picture is called {', '.join(unknown)}. There are: {', '.join(NAMES)}")
    draw(names or NAMES)
    words.keep(names or NAMES)


if __name__ == "__main__":
    main(sys.argv[1:])
