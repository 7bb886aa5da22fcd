"""Whoever comes while Slack does not say who they are: told so, with what they typed kept, and never called an outsider."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from adapters.cli.roles import made_admin
from adapters.slack import again
from bot.app import system_clock
from bot.model import Role
from tests.adapters.slack.test_in_slack import log_acme, words
from tests.slack.faults import hang, rate_limited, refused, server_error
from tests.slack.installing import installing
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(again, "PAUSES", (0.01, 0.02, 0.03))
    with office(open_database(sqlite_url)) as made:
        yield made
        made.fake.faults.clear()


SILENCE = [rate_limited(30), server_error(500), hang(), refused("missing_scope"), refused("internal_error")]
ASKED = "I could not look up who you are just now."


@pytest.mark.parametrize("fault", SILENCE)
def test_what_a_newcomer_types_is_kept_and_a_press_away(place, fault):
    place.fake.faults.script("users.info", fault)
    told = place.fake.command(place.tom, "/followthrough", "new Globex, 3 seats").ephemeral()
    assert ASKED in told.text
    assert "You typed: new Globex, 3 seats" in told.text
    place.bot.at += timedelta(seconds=30)  # as long as Slack asked for
    assert "Globex is a deal of yours now" in place.fake.press(told, "Try again").ephemeral().text.replace(
        ", 3 seats", ""
    )


def test_words_in_the_dm_and_a_mention_are_kept_too(place):
    place.fake.faults.script("users.info", rate_limited(30))
    told = place.fake.dm(place.tom, "new Globex, 3 seats").post()
    assert ASKED in told.text
    asked = place.fake.mention(place.sales, place.rita, "deals").ephemeral()
    assert ASKED in asked.text
    assert len(place.fake.calls("users.info")) == 1  # Slack wants to hear nothing of that for now
    place.bot.at += timedelta(seconds=30)
    assert "Globex" in place.fake.press(told, "Try again").post().text
    assert place.sales.messages[1:] == []


def test_a_form_stays_open_with_what_is_in_it_and_home_says_why_it_is_empty(place):
    form = place.fake.command(place.rita, "/logcall").modal()
    place.bot.database.operate(
        lambda o: o.connection.exec_driver_sql("UPDATE identities SET state = 'gone'")
    )  # as if she had come anew since
    place.fake.faults.always("users.info", rate_limited(30))
    told = place.fake.submit(form, {"said": "we like it"}, insists=True).modal()
    assert ASKED in words(told)
    assert form.id in place.acme.modals[place.rita.id]
    assert ASKED in words(place.fake.open_home(place.tom).home())
    assert place.fake.type_ahead(form, "deal", "a").options == []


@pytest.mark.parametrize("mark", ["is_restricted", "is_stranger"])
def test_who_is_a_guest_reads_so_also_in_home(place, mark):
    guest = place.fake.add_user(place.acme, "guest", **{mark: True})
    assert "members of this workspace" in words(place.fake.open_home(guest).home())
    assert "members of this workspace" in place.fake.dm(guest, "help").post().text


@pytest.mark.parametrize("fault", [rate_limited(1), server_error(500), hang()])
def test_whoever_installs_it_is_told_what_comes_next_though_slack_was_silent(
    sqlite_url, open_database, monkeypatch, fault
):
    monkeypatch.setattr(again, "PAUSES", (0.01, 0.02, 0.03))
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.faults.script("users.info", fault)
        assert fake.install(rita, f"{url}/slack/install").status == 200
        bot.settle()
        assert bot.waited_for, "the page says that it is there: nobody waits for the next half minute"
        assert bot.tick() == 1
        assert "make Tom a rep of Maria" in fake.messages(rita)[0]["text"]


def test_where_slack_stays_silent_their_own_first_word_brings_it(sqlite_url, open_database, monkeypatch):
    monkeypatch.setattr(again, "PAUSES", (0.01, 0.02, 0.03))
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.faults.always("users.info", refused("internal_error"))
        fake.install(rita, f"{url}/slack/install")
        bot.settle()
        fake.faults.clear()
        fake.command(rita, "/followups")
        assert (bot.member(rita).role, bot.tick()) == (Role.admin, 1)
        assert "make Tom a rep of Maria" in fake.messages(rita)[0]["text"]


def test_a_welcome_that_an_uninstall_stopped_comes_with_the_next_installation(sqlite_url, open_database):
    with installing(open_database(sqlite_url)) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss")
        fake.install(rita, f"{url}/slack/install")
        bot.settle()
        fake.uninstall(acme)
        bot.at += timedelta(minutes=2)
        fake.install(rita, f"{url}/slack/install")
        bot.settle()
        assert bot.tick() == 1
        bot.at += timedelta(minutes=2)
        fake.install(rita, f"{url}/slack/install")
        bot.settle()
        assert bot.tick() == 0, "they have it"


@pytest.mark.parametrize("writes_first", [True, False])
def test_whom_the_operator_makes_admin_is_told_what_comes_next_once(place, writes_first):
    if writes_first:
        place.fake.command(place.rita, "/followups")
        assert place.bot.tick() == 0
    for _ in range(2):
        made_admin(place.bot.database, place.rita.email, "")
    place.bot.at = system_clock() + timedelta(minutes=1)  # the operator's command is typed in real time
    if not writes_first:
        place.fake.command(place.rita, "/followups")
    assert place.bot.member(place.rita).role is Role.admin
    place.bot.tick()
    assert sum("make Tom a rep of Maria" in said["text"] for said in place.fake.messages(place.rita)) == 1


def test_a_shortcut_whose_form_is_refused_offers_a_way_on_and_keeps_the_message(place):
    place.fake.command(place.rita, "/followthrough", "new Acme, 40 seats")
    place.fake.faults.script("views.open", refused("expired_trigger_id"))
    told = place.fake.shortcut(place.rita, "logcall_global").post()
    assert "The form did not open in time" in told.text
    assert place.fake.press(told, "Open the form").modal()
    place.fake.faults.script("views.open", refused("expired_trigger_id"))
    said = place.fake.say(place.sales, place.rita, "Acme: she checks with finance by Fri")
    kept = place.fake.message_shortcut(place.rita, said, "logcall_message").ephemeral()
    assert "Acme: she checks with finance by Fri" in kept.text
    assert "Logged: Acme" in place.fake.press(kept, "Log it as it stands").ephemeral().text


def test_a_form_that_home_could_not_open_is_a_press_away(place):
    log_acme(place)
    place.bot.at += timedelta(hours=19)
    home = place.fake.open_home(place.rita).home()
    place.fake.faults.script("views.open", refused("expired_trigger_id"))
    assert "The form did not open in time" in place.fake.press(home, "Log a call").post().text
