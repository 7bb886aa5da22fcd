"""What README and docs show is what `make pictures` draws: no picture is missing, forgotten or of another day."""

import re
from collections import Counter
from pathlib import Path

from bot.cards import plain_text
from tests.pictures import words
from tests.pictures.__main__ import FOLDER, NAMES
from tests.pictures.office import friday, go_on_to_monday

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))


def test_every_picture_that_is_shown_is_there_and_can_be_drawn():
    shown = {name for page in PAGES for name in re.findall(r"pictures/([\w-]+)\.png", page.read_text(encoding="utf-8"))}
    assert shown == {path.stem for path in FOLDER.glob("*.png")}
    assert shown == set(NAMES)
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_the_pictures_are_of_one_friday_and_the_monday_after_it(tmp_path):
    with friday(tmp_path) as office:
        assert office.arrived("Tom").title.startswith("Fri 27 November.")
        assert office.say("Maria", "how is Tom doing?").title.startswith("Tom Becker, Fri 27 November")
        go_on_to_monday(office)
        told = plain_text(office.arrived("Maria"))
        assert told.startswith("Mon 30 November.")
        assert "Tom asks for your help on Tamar Boats" in told


def test_each_picture_says_what_would_be_drawn_now():
    now, drawn = words.told(), words.kept()
    assert {*drawn, *words.NOT_HERE} == set(NAMES)
    old = [name for name in now if now[name] != drawn[name]]
    assert old == [], f'out of date: make pictures NAMES="{" ".join(old)}", and look at what came out'
