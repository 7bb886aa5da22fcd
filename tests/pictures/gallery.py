"""Every card and form on every platform, to be looked at before a release: `make gallery`, or some by NAMES.

`tests/gallery.py` gives the hard ones, by hand; `views` one of every kind that the product makes. Nothing of it is kept.
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser

from adapters.teams.render import attachment, form
from bot.cards import Card, Reply
from tests.browser.conftest import SIZES
from tests.gallery import FORMS, GALLERY
from tests.pictures import in_slack, in_teams, on_page, views
from tests.pictures.drawing import browser
from tests.pictures.office import friday

FOLDER = Path(__file__).parents[2] / "build" / "gallery"
BY_HAND = {
    **{name: Reply(card) for name, card in GALLERY.items()},
    **{f"form-{name}": Reply(Card(), form=form) for name, form in FORMS.items()},
}
_WIDTHS = {"desktop": in_teams.DESK, "phone": in_teams.PHONE}


def to_slack(told: Mapping[str, Reply]) -> dict[str, in_slack.Drawn]:
    """A form is a window over its card, anything else a message."""
    return {
        f"{name}-slack": in_slack.window_of(one.form, one.card) if one.form else in_slack.message_of(one.card)
        for name, one in told.items()
    }


def to_teams(told: Mapping[str, Reply]) -> dict[str, tuple[int, in_teams.Drawn]]:
    return {
        f"{name}-teams-{size}": (width, form(one.form, one.card) if one.form else attachment(one.card))
        for name, one in told.items()
        for size, width in _WIDTHS.items()
    }


def to_page(told: Mapping[str, Reply]) -> dict[str, tuple[str, Reply]]:
    return {f"{name}-page-{size}": (size, one) for name, one in told.items() for size in SIZES}


def draw(opened: Browser, wanted: frozenset[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        with friday(Path(work)) as office:
            homes = {f"home-{who.lower()}": in_slack.home_of(office.home(who)) for who in ("Tom", "Maria")}
            every = {**BY_HAND, **views.of(office)}
        told = {name: one for name, one in every.items() if not wanted or name in wanted}
        at_home = {f"{name}-slack": one for name, one in homes.items() if not wanted or name in wanted}
        in_slack.draw(opened, {**to_slack(told), **at_home}, FOLDER, Path(work))
        in_teams.draw_cards(opened, to_teams(told), FOLDER)
        on_page.draw_replies(opened, to_page(told), FOLDER)


if __name__ == "__main__":
    with browser() as chromium:
        draw(chromium, frozenset(sys.argv[1:]))
    print(f"Drawn into {FOLDER}: look at them.")
