"""A message that is longer than a field: the form says so, and the rest is kept unless it is taken out."""

from collections.abc import Iterator

import pytest

from tests.slack.serving import Office, office

BEGINS = "Acme: she likes it. " + "They told us how they work. " * 120
TAIL = "and the last word is zebra"
LONG = BEGINS + TAIL


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        yield made


def opened(place: Office, text: str):
    said = place.fake.say(place.sales, place.tom, text)
    return place.fake.message_shortcut(place.rita, said, "logcall_message").modal()


def notes(place: Office) -> str:
    member = place.bot.member(place.rita)
    histories = place.bot.database.read(
        place.bot.organisation(place.acme.id),
        lambda store: store.history.many(name.id for name in store.deals.named(frozenset({member.id}))),
    )
    return " ".join(f"{touch.said} {touch.note}" for history in histories.values() for touch in history.touches)


def shown(place: Office, form) -> tuple[str, str]:
    blocks = place.acme.views[form.id]["blocks"]
    (line,) = (block for block in blocks if block.get("block_id") == "line")
    return str(line["element"]["initial_value"]), str((line.get("hint") or {}).get("text", ""))


def test_the_rest_is_kept_with_what_was_not_changed(place):
    form = opened(place, LONG)
    value, hint = shown(place, form)
    assert value.endswith("…")
    assert "The rest is kept with it" in hint
    place.fake.submit(form)
    assert TAIL in notes(place)
    assert "…" not in notes(place)


def test_the_rest_is_kept_with_what_was_changed_before_it(place):
    form = opened(place, LONG)
    place.fake.submit(form, {"line": f"First this. {shown(place, form)[0]}"[-3000:]})
    assert TAIL in notes(place)


def test_without_the_mark_the_rest_is_left_out(place):
    form = opened(place, LONG)
    place.fake.submit(form, {"line": shown(place, form)[0].removesuffix("…")})
    assert TAIL not in notes(place)
    assert "They told us how they work" in notes(place)


def test_a_long_message_that_is_changed_and_closed_is_a_whole_draft(place):
    form = opened(place, LONG)
    place.fake.close(form, {"line": f"So: {shown(place, form)[0]}"[-3000:]})
    (draft,) = place.bot.database.read(
        place.bot.organisation(place.acme.id), lambda store: store.drafts.open_of(place.bot.member(place.rita).id, 5)
    )
    assert TAIL in draft.command


@pytest.mark.parametrize("text", ["Acme: she likes it …", "Acme: she likes it. " + "x" * 2_000])
def test_what_fits_is_as_it_was_typed_and_says_nothing_of_it(place, text):
    form = opened(place, text)
    assert shown(place, form)[1] == ""
    place.fake.submit(form)
    assert "likes it" in notes(place)


def test_what_is_too_long_to_be_read_is_told_with_where_it_begins(place):
    """Kept it is either way; a promise in it would be missed in silence."""
    logged = place.fake.submit(opened(place, f"{LONG}. She signs on Friday.")).modal()
    assert "too long for me to read to the end. From “" in str(logged.content)
    assert "nothing that is promised there is on a list" in str(logged.content)
