"""Today's list in the DM says what is true, whatever was typed or pressed elsewhere since."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.slack.model import Shown
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    """Friday's list of two deals has come."""
    with office(open_database(sqlite_url)) as made:
        for name in ("Borealis", "Dunmore"):
            made.fake.command(made.rita, "/followthrough", f"new {name}")
            made.fake.command(made.rita, "/logcall", f"{name}: I send the quote Fri")
        made.bot.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
        assert made.bot.tick() == 1
        yield made


def in_dm(place: Office) -> str:
    place.bot.settle()
    (message,) = (m for m in place.fake.messages(place.rita) if "You promised" in m["text"])
    return str(message["text"])


def as_sent(place: Office) -> Shown:
    return next(one for one in place.fake.world.shown if one.kind == "post" and "You promised" in one.text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/logcall Dunmore: sent the quote", "✓ Logged a call with Dunmore"), ("/followthrough lost Dunmore: too dear", "✓ Dunmore: lost"),
        ("/followthrough promise moved Dunmore Tue", "✓ Dunmore: send the quote, now Tue 17 March"),
    ],
)  # fmt: skip
def test_a_typed_line_about_a_deal_on_it_changes_it(place, line, told):
    command, _, text = line.partition(" ")
    place.fake.command(place.rita, command, text)
    assert told in in_dm(place)


def test_a_typed_undo_brings_the_line_back(place):
    place.fake.press(as_sent(place), "Done")
    assert "One left" in in_dm(place)
    place.fake.command(place.rita, "/followthrough", "undo")
    assert "✓" not in in_dm(place)
    assert "Two" in in_dm(place)


def test_what_is_done_by_a_form_or_in_words_changes_it(place):
    form = place.fake.command(place.rita, "/logcall", "Dunmore").modal()
    place.fake.submit(form, {"ours": "send the terms Tue"})
    place.fake.dm(place.rita, "sent Borealis the quote")
    assert in_dm(place).count("✓") == 1 + ("✓ Dunmore" in in_dm(place))


def test_what_is_of_no_deal_on_it_and_the_list_of_another_day_leave_it(place):
    updates = sum(one.kind == "update" for one in place.fake.world.shown)
    place.fake.command(place.rita, "/followthrough", "new Corvid")
    place.bot.settle()
    place.bot.at += timedelta(days=3)
    place.fake.command(place.rita, "/followthrough", "lost Dunmore: too dear")
    place.bot.settle()
    assert sum(one.kind == "update" for one in place.fake.world.shown) == updates


def test_a_list_that_was_opened_stays_open(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as made:
        for number in range(12):
            made.fake.command(made.rita, "/followthrough", f"new Firm{number}")
            made.fake.command(made.rita, "/logcall", f"Firm{number}: I send the quote Fri")
        made.bot.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
        assert made.bot.tick() == 1
        left_out = next(
            name
            for name in map("Firm{}".format, range(12))
            if f"{name}:" not in in_dm(made) and f"{name}*" not in in_dm(made)
        )
        made.fake.press(as_sent(made), "Show all")
        assert left_out in in_dm(made)
        made.fake.command(made.rita, "/followthrough", "lost Firm3: too dear")
        assert "✓ Firm3: lost" in in_dm(made)
        assert left_out in in_dm(made)
