"""What was typed in a form that is closed is kept: once, as the draft that it already was where there is one."""

from collections.abc import Iterator

import pytest

from adapters.slack.closing import from_closing
from tests.adapters.counting import changed, counts
from tests.slack.model import Shown
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        yield made


def drafts(place: Office) -> str:
    return place.fake.command(place.rita, "/followthrough", "drafts").ephemeral().text


def phone(place: Office) -> str:
    return place.bot.member(place.rita).phone


def opened(place: Office, way: str) -> Shown:
    fake, rita = place.fake, place.rita
    match way:
        case "bare":
            return fake.command(rita, "/logcall").modal()
        case "with a deal":
            return fake.command(rita, "/logcall", "Acme").modal()
        case "from anywhere":
            return fake.shortcut(rita, "logcall_global").modal()
        case _:
            return fake.message_shortcut(rita, fake.say(place.sales, place.tom, "Dana likes it"), way).modal()


@pytest.mark.parametrize("way", ["bare", "with a deal", "from anywhere"])
@pytest.mark.parametrize("how", [{}, {"times": 4}, {"times": 4, "parallel": True}])
def test_what_was_typed_is_a_draft_once(place, way, how):
    form = opened(place, way)
    before = counts(place.bot.database, 1)
    seen = place.fake.close(form, {"said": "Dana liked the half of it"}, **how)
    assert {answer.status for answer in seen.answers} == {200}
    assert changed(before, counts(place.bot.database, 1)) == {"keys": 1}  # the draft was there, and said nothing yet
    assert drafts(place).count("Dana liked the half of it") == 1


def test_a_message_is_the_draft_that_it_was_already(place):
    form = opened(place, "logcall_message")
    place.fake.close(form, {"line": "Dana likes it, and asks what it costs"})
    assert drafts(place).count("today 14:00") == 1
    assert "Dana likes it, and asks what it costs" in drafts(place)


def test_what_was_chosen_is_told_by_its_name_and_logged_from_there(place):
    form = opened(place, "bare")
    (acme, *_) = place.fake.type_ahead(form, "deal", "acm").options
    place.fake.close(form, {"deal": acme, "said": "they like it"})
    shown = place.fake.command(place.rita, "/followthrough", "drafts").ephemeral()
    assert "Acme, 40 seats; they like it" in shown.text
    again = place.fake.press(shown, "Go on with it").modal()
    place.fake.submit(again)
    assert "they like it" in place.fake.command(place.rita, "/whereweare", "Acme").ephemeral().text
    assert "Nothing is waiting" in drafts(place)


@pytest.mark.parametrize("values", [{}, {"said": ""}, {"said": "  "}])
def test_a_form_that_is_closed_as_it_was_opened_leaves_nothing(place, values):
    place.fake.close(opened(place, "with a deal"), values)
    assert "Nothing is waiting" in drafts(place)


def test_where_slack_sends_no_values_nothing_is_kept(place):
    seen = place.fake.close(opened(place, "bare"), tells_values=False)
    assert seen.status == 200
    assert "Nothing is waiting" in drafts(place)


def test_a_form_that_was_sent_is_no_draft_when_its_window_goes(place):
    """Slack showed "trouble connecting" though it was stored: the window is closed by hand."""
    form = opened(place, "with a deal")
    view = dict(place.acme.views[form.id])
    place.fake.submit(form, {"said": "they like it"})
    place.acme.views[form.id] = view
    place.fake.close(form, {"said": "they like it"})
    assert "Nothing is waiting" in drafts(place)


def test_what_was_refused_and_then_closed_is_one_draft(place):
    form = opened(place, "with a deal")
    place.fake.submit(form, {"said": "they like it", "theirs": "sign by 31 February"})
    place.fake.close(form, {"said": "they like it", "theirs": "sign by 30 February"})
    assert drafts(place).count("today 14:00") == 1


def test_any_other_form_opens_again_as_it_was_left_and_changes_nothing_before_it_is_sent(place):
    """Settings: a name and an hour are half filled in."""
    form = place.fake.command(place.rita, "/followthrough", "settings").modal()
    place.fake.close(form, {"phone": "555 0142"})
    kept = place.fake.command(place.rita, "/followthrough", "drafts").ephemeral()
    assert "555 0142" in kept.text
    assert phone(place) == ""
    again = place.fake.press(kept, "Open it again").modal()
    place.fake.submit(again)
    assert phone(place) == "555 0142"
    assert "Nothing is waiting" in drafts(place)


def test_who_is_nobody_here_leaves_nothing(place):
    guest = place.fake.add_user(place.acme, "gus", real_name="Gus Guest", is_restricted=True)
    view = place.acme.views[opened(place, "bare").id]
    view["state"] = {"values": {"said": {"field": {"type": "plain_text_input", "value": "not mine"}}}}
    payload = place.fake.payloads.closing(guest, view, is_cleared=True)
    assert from_closing(payload)
    assert place.fake._send(guest, "interactive", payload).status == 200
    assert "not mine" not in drafts(place)


def test_a_form_that_was_opened_again_and_closed_is_opened_by_the_same_button(place):
    form = place.fake.command(place.rita, "/logcall", "Acme").modal()
    place.fake.close(form, {"said": "we want 3"})
    kept = place.fake.command(place.rita, "/followthrough", "drafts").ephemeral()
    for _ in range(3):
        again = place.fake.press(kept, "Go on with it").modal()
        place.fake.close(again, {})
    assert drafts(place).count("we want 3") == 1
    done = place.fake.submit(place.fake.press(kept, "Go on with it").modal(), {})
    assert "Logged: Acme" in str(done.modal().content)
    assert "Nothing is waiting" in drafts(place)


def test_a_form_that_was_closed_is_no_call_that_waits(place):
    form = place.fake.command(place.rita, "/followthrough", "settings").modal()
    place.fake.close(form, {"digest_at": "07:00"})
    told = drafts(place)
    assert told.startswith("Forms that you closed, and did not send")
    assert "not logged" not in told
    assert "not logged" not in place.fake.command(place.rita, "/followups").ephemeral().text
    place.fake.close(opened(place, "bare"), {"said": "half of it"})
    told = drafts(place)
    assert told.index("Typed, and not logged yet") < told.index("half of it") < told.index("Forms that you closed")
    assert "One line that you typed is not logged yet" in place.fake.command(place.rita, "/followups").ephemeral().text
