"""The word of a slash command, typed once more behind it or where none runs: our own example is copied so."""

import pytest

from bot.commands import command_from
from tests.slack.serving import office

SAID = "Acme: she said “we sign once finance agrees”, I send the case study Wed"


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (f"logcall logcall {SAID}", f"logcall {SAID}"),
        (f"logcall /logcall {SAID}", f"logcall {SAID}"),
        (f"/logcall Logcall {SAID}", f"logcall {SAID}"),
        ("logcall logcall", "logcall"),
        ("logcall logcall Acme: a\nBrio: no answer", "logcall Acme: a\nBrio: no answer"),
        ("whereweare where are we on Acme?", "where are we on Acme?"),
        ("whereweare Where's Acme", "where's Acme"),
        ("whereweare whereweare Acme", "whereweare Acme"),
        ("prep prep Acme", "prep Acme"),
        ("prep /prep Acme", "prep Acme"),
        ("followups /followups all", "followups all"),
        ("followthrough deals", "deals"),
        ("/followthrough new Acme, 40 seats", "new Acme, 40 seats"),
        ("Followthrough, where are we on Acme?", "where are we on Acme?"),
        ("followthrough where is Acme", "where is Acme"),
        ("/followthrough", "help"),
    ],
)
def test_it_is_read_once(typed, same):
    assert command_from(typed) == command_from(same)


@pytest.mark.parametrize(
    "typed",
    [
        "logcall Log Analytics: they like it",
        "prep Prep Ltd",
        "whereweare Where Ltd",
        "Followthrough Ltd: they like it",
        "followthrough ",
    ],
)
def test_a_companys_name_stays_whole(typed):
    told = str(command_from(typed))
    assert typed.split(maxsplit=1)[-1].partition(":")[0].strip() in told or "Help" in told


def test_however_often_it_stands_there_the_line_is_read():
    for word in ("followthrough ", "logcall ", "prep ", "whereweare where is "):
        command_from(word * 2_000)


def test_in_slack_nothing_of_it_is_kept(database):
    with office(database) as place:
        place.fake.command(place.rita, "/followthrough", "new Acme")
        told = place.fake.command(place.rita, "/logcall", f"logcall {SAID}").ephemeral().text
        assert "Logged: Acme" in told
        assert "logcall" not in told
        assert (
            place.fake.command(place.rita, "/whereweare", "where are we on Acme?").ephemeral().text.startswith("Acme")
        )
        assert "Acme" in place.fake.command(place.rita, "/prep", "prep Acme").ephemeral().text.splitlines()[0]
        assert "Your open deals: 1" in place.fake.dm(place.rita, "/followthrough deals").post().text
