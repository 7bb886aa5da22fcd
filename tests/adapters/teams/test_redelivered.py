"""What Teams delivers again: first with the same id, half a minute later with a new one. Done once, and told once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.teams.fake import Json
from tests.teams.looking import form_of, words
from tests.teams.serving import Office, office, running_bot


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        for name in ("Acme", "Borealis", "Cirrus"):
            made.said(made.rita, f"new {name}")
        yield made


def deals(place: Office) -> list[str]:
    owners = frozenset({place.bot.member(place.rita).id})
    found = place.bot.database.read(place.bot.organisation, lambda store: store.deals.named(owners))
    return sorted(name.full_label for name in found)


def again(place: Office, sent: Json, times: int, *, with_new_ids: bool, **changed: str) -> list[Json]:
    """Delivers it that often at once; returns the bodies of the answers."""
    copies = [{**sent, **changed, **({"id": f"f:again-{n}"} if with_new_ids and n else {})} for n in range(times)]
    with ThreadPoolExecutor(times) as pool:
        answers = list(pool.map(place.fake.post, copies))
    place.bot.settle()
    assert [status for status, _ in answers] == [200] * times
    return [body for _, body in answers]


@pytest.mark.parametrize("with_new_ids", [False, True])
@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_an_undo_takes_back_one_thing_however_often_it_is_delivered(place, times, with_new_ids):
    sent = place.rita.activity("message", text="undo")
    count = len(place.fake.chat(place.rita))
    again(place, sent, times, with_new_ids=with_new_ids)
    again(place, sent, times, with_new_ids=with_new_ids)
    assert deals(place) == ["Acme", "Borealis"]
    assert len(place.fake.chat(place.rita)) == count + 1


def test_a_new_process_knows_what_the_one_before_it_has_done(place):
    sent = place.rita.activity("message", text="undo")
    place.fake.post(sent)
    with running_bot(place.bot.database, place.fake) as other:
        for id_ in (sent["id"], "f:later"):
            assert place.fake.post({**sent, "id": id_})[0] == 200
        other.settle()
    assert deals(place) == ["Acme", "Borealis"]


def test_who_types_undo_twice_takes_back_two_things(place):
    assert "Cirrus" in place.said(place.rita, "undo")
    assert "Borealis" in place.said(place.rita, "undo")
    assert deals(place) == ["Acme"]


def test_two_people_who_say_the_same_at_the_same_moment_are_both_heard(place):
    place.said(place.tom, "new Dorado")
    sent = place.rita.activity("message", text="undo")
    own = {"from": place.tom.activity("message")["from"], "conversation": place.tom.activity("message")["conversation"]}
    again(place, sent, 2, with_new_ids=True)
    again(place, {**sent, **own}, 2, with_new_ids=True)
    assert deals(place) == ["Acme", "Borealis"]
    assert "nothing" in place.said(place.tom, "undo").lower()


def late(place: Office, text: str, seconds: float) -> None:
    """They type it, and it takes that long to answer."""
    place.bot.readings = [lambda: None, lambda: place.bot.passes(seconds)]
    place.rita.say(text)
    place.bot.settle()


def test_what_was_not_answered_in_time_comes_again_with_a_new_id_and_a_new_moment(place):
    """Teams gives up after fifteen seconds, and sends it once more."""
    late(place, "undo", 16)
    place.bot.passes(15)
    place.rita.say("undo")  # a new id, and a new time of its own
    place.bot.settle()
    assert deals(place) == ["Acme", "Borealis"]
    place.bot.passes(5)
    assert "Borealis" in place.said(place.rita, "undo"), "a second time it is theirs"
    assert deals(place) == ["Acme"]


def test_the_repeat_of_a_repeat_is_the_same_one(place):
    """A new id and a new moment come in a pair."""
    late(place, "undo", 16)
    place.bot.passes(15)
    again(place, place.rita.activity("message", text="undo", textFormat="plain"), 2, with_new_ids=False)
    assert deals(place) == ["Acme", "Borealis"]


@pytest.mark.parametrize(("taken", "later"), [(0, 1), (11, 50), (14, 17), (16, 120)])
def test_what_teams_did_not_send_again_is_said_by_a_person(place, taken, later):
    late(place, "undo", taken)
    place.bot.passes(later)
    assert "Borealis" in place.said(place.rita, "undo")
    assert deals(place) == ["Acme"]


def test_who_types_undo_twice_in_haste_takes_back_two_things(place):
    """The second while the first is still being done: Teams repeats nothing within fifteen seconds."""
    begun, goes_on = Event(), Event()
    place.bot.readings = [lambda: None, lambda: (begun.set(), goes_on.wait(30))]
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(place.rita.say, "undo")
        assert begun.wait(10)
        place.bot.passes(2)
        second = pool.submit(place.rita.say, "undo")
        assert second.result()[0] == 200
        goes_on.set()
        assert first.result()[0] == 200
    place.bot.settle()
    assert deals(place) == ["Acme"]


@pytest.mark.parametrize("times", [1, 2, 3, 4])
@pytest.mark.parametrize("kind", ["execute", "submit"])
def test_a_press_acts_once_and_is_told_once(place, times, kind):
    place.said(place.rita, "undo")
    shown = place.fake.chat(place.rita)[-1]
    count = len(place.fake.chat(place.rita))
    data = {"kind": "press", "command": "undo", "token": "t1"}
    sent = _pressed(place, kind, data, shown.id)
    again(place, sent, times, with_new_ids=True)
    again(place, {**sent, "id": "f:much-later", "localTimestamp": "2026-03-12T14:00:31Z"}, 1, with_new_ids=False)
    assert deals(place) == ["Acme"]
    assert len(place.fake.chat(place.rita)) <= count + 2, "the second is told that it was done already"


@pytest.mark.parametrize("kind", ["execute", "submit"])
def test_what_only_shows_something_shows_it_once(place, kind):
    place.said(place.rita, "help")
    shown = place.fake.chat(place.rita)[-1]
    count = len(place.fake.chat(place.rita))
    sent = _pressed(place, kind, {"kind": "press", "command": "deal Acme", "token": "t1"}, shown.id)
    again(place, sent, 4, with_new_ids=True)
    assert len(place.fake.chat(place.rita)) == count + 1
    again(place, _pressed(place, kind, sent_data(sent), shown.id), 1, with_new_ids=False)
    assert len(place.fake.chat(place.rita)) == count + 2, "pressed once more"


@pytest.mark.parametrize("kind", ["execute", "submit"])
def test_a_card_of_an_older_time_has_no_token_and_acts_once_a_press(place, kind):
    place.said(place.rita, "help")
    shown = place.fake.chat(place.rita)[-1]
    again(place, _pressed(place, kind, {"kind": "press", "command": "undo"}, shown.id), 3, with_new_ids=True)
    assert deals(place) == ["Acme", "Borealis"]


@pytest.mark.parametrize("name", ["task/submit", "composeExtension/submitAction"])
def test_a_window_that_is_sent_again_logs_one_call_and_says_so_each_time(place, name):
    opened = place.rita.invoke("composeExtension/fetchTask", {"commandId": "logCall"})
    data = {**form_of(opened["task"]["value"]["card"]["content"]), "field_deal": "Acme", "field_ours": "send it Mon"}
    sent = place.rita.activity("invoke", name=name, value={"commandId": "logCall", "data": data})
    bodies = again(place, sent, 4, with_new_ids=True)
    assert all("Acme" in words(body["task"]["value"]["card"]["content"]) for body in bodies)
    history = place.bot.database.read(place.bot.organisation, lambda store: [*store.history.many([1]).values()])
    assert [len(one.touches) for one in history] == [1]


def sent_data(sent: Json) -> Json:
    value: Json = sent["value"]
    return value["action"]["data"] if "action" in value else value


def _pressed(place: Office, kind: str, data: Json, message_id: str) -> Json:
    if kind == "submit":
        return place.rita.activity("message", value=data, replyToId=message_id)
    value = {"action": {"type": "Action.Execute", "verb": "press", "data": data}}
    return place.rita.activity("invoke", name="adaptiveCard/action", value=value, replyToId=message_id)


@pytest.mark.parametrize("kind", ["message", "execute", "submit"])
def test_what_broke_counts_when_it_comes_again(place, kind):
    place.said(place.rita, "help")
    shown = place.fake.chat(place.rita)[-1]
    count = len(place.fake.chat(place.rita))
    data = {"kind": "press", "command": "deal Acme", "token": "t1"}
    sent = (
        place.rita.activity("message", text="deal Acme") if kind == "message" else _pressed(place, kind, data, shown.id)
    )
    with place.bot.out_of_order():
        again(place, sent, 1, with_new_ids=False)
    assert len(place.fake.chat(place.rita)) == count
    again(place, sent, 1, with_new_ids=False)
    assert len(place.fake.chat(place.rita)) == count + 1


def test_a_repeat_that_breaks_does_not_make_the_next_one_new(place):
    """The first is still under way, the second breaks, the third comes after: one answer."""
    place.said(place.rita, "help")
    shown = place.fake.chat(place.rita)[-1]
    count = len(place.fake.chat(place.rita))
    sent = _pressed(place, "execute", {"kind": "press", "command": "deal Acme", "token": "t1"}, shown.id)
    begun, goes_on = Event(), Event()
    place.bot.readings = [lambda: None, lambda: (begun.set(), goes_on.wait(30))]
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(place.fake.post, sent)
        assert begun.wait(10)
        with place.bot.out_of_order():
            again(place, sent, 1, with_new_ids=False)
        goes_on.set()
        assert first.result()[0] == 200
    again(place, sent, 1, with_new_ids=False)
    assert len(place.fake.chat(place.rita)) == count + 1
