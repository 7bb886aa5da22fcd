"""What Teams sends, and what comes of it: typed, pressed, filled in, looked up, installed."""

from collections.abc import Iterator

import pytest

from tests.teams.looking import form_of
from tests.teams.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        yield made


@pytest.mark.parametrize("typed", ["logcall", "/logcall", "log call", "LogCall", "/LOG CALL", "Log  Call"])
def test_however_it_is_written_it_opens_the_form(place, typed):
    place.said(place.rita, typed)
    assert form_of(place.fake.chat(place.rita)[-1].content)


@pytest.mark.parametrize("typed", ["help", "HELP", "Help", "/help", "hElP\n"])
def test_help_is_always_there(place, typed):
    assert "logcall" in place.said(place.rita, typed)
