"""The bot calls members by their first names: after `erase` these too are gone from what it answered, and from messages."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from adapters.cli.erased import Whom, told_of
from bot.model import Role
from bot.store import Erased
from bot.store import Message as Sent
from bot.store.about import FORGOTTEN
from bot.store.tables import acts, decisions, inbound, outbox
from bot.views.handing import handed
from tests.adapters.cli.operator import run
from tests.settled import settled
from tests.team import Team


@pytest.fixture
@settled
def team(database) -> Team:
    """Lena had two deals, which Maria gave to Tom; she is here no more."""
    told = Team(database)
    told.say("Lena", "new Acme, seats", key="k1")
    told.say("Lena", "new Bolt, wings", key="k2")
    told.say("Maria", f"book {told.member('Lena').id} to {told.member('Tom').id} now", key="k4")
    told.clock.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
    told.tick()
    return told


def _erase(team: Team, name: str):
    def work(store):
        member = next(one for one in store.members.all() if one.name == name)
        store.members.overrule(member.id, role=Role.inactive.value)
        return store.erase(store.subjects.person(name), team.clock())

    return team.database.write(team.organisation_id, work)


def _texts(team: Team, table, column: str) -> list[str]:
    rows = team.database.read(team.organisation_id, lambda store: [*store.everything.rows_of(table)])
    return [row[column] for row in rows]


def test_one_deal_is_somebodys_now(team):
    lena, tom, maria = (team.member(name) for name in ("Lena", "Tom", "Maria"))
    assert handed(lena, tom, 1, maria, "") == "Lena's one deal is Tom's now, with both sides' promises"
    assert handed(lena, tom, 2, maria, "") == "Lena's two deals are Tom's now, with both sides' promises"


def test_answers_and_lists_that_called_them_so_do_it_no_more(team):
    assert any("Lena" in text for text in _texts(team, inbound, "reply_json"))
    assert any("Lena" in text for text in _texts(team, outbox, "card_json"))
    _erase(team, "Lena Vogt")
    _erase(team, "Maria Keane")
    for name in ("Lena", "Maria"):
        assert [text for text in _texts(team, inbound, "reply_json") if name in text] == []
        assert [text for text in _texts(team, outbox, "card_json") if name in text] == []


def test_where_a_contact_is_called_so_too_an_answer_goes_and_a_message_stays(team):
    team.say("Tom", "deal contact Acme: Lena Fox", key="k6")
    team.say("Tom", "where is Acme?", key="k7")
    before = _texts(team, outbox, "card_json")
    _erase(team, "Lena Vogt")
    assert [text for text in _texts(team, inbound, "reply_json") if "Lena" in text and text != FORGOTTEN] == []
    assert [json.loads(text).get("title") for text in _texts(team, outbox, "card_json")] == [
        json.loads(text).get("title") for text in before
    ]
    contacts = team.database.read(team.organisation_id, lambda store: store.history.of(1).contacts)
    assert [contact.name for contact in contacts] == ["Lena Fox"]


def test_a_word_that_is_a_name_too_stays_in_a_message(team):
    team.database.write(team.organisation_id, lambda store: store.members.overrule(3, name="New Vogt"))
    _erase(team, "New Vogt")
    assert any("New on your list" in text for text in _texts(team, outbox, "card_json"))


def test_who_was_erased_is_called_a_former_member_and_nobody_is_asked_to_lead_them(team):
    """Tom and Lena are led by Maria, and Lena is erased; the operator is Ada."""
    team.database.write(team.organisation_id, lambda store: store.members.add("Ada Root", Role.admin, "Europe/London"))
    _erase(team, "Lena Vogt")
    assert team.text("Tom", "give my deals to Former member 3").startswith("Former member 3 is not active here")
    told = team.text("Ada", "make Maria a rep")
    assert "Tom and Omar, led by Maria before, are led by nobody: make Tom a rep of" in told
    assert "Former" not in told
    known = team.exchange("Tom")(lambda exchange: exchange.colleagues_in("Ada, Maria, Omar, Lena, Former member 3"))
    assert sorted(known) == ["Ada Root", "Maria Keane", "Omar Haddad"], "a former boss is no colleague"


def test_what_was_done_with_a_member_goes_where_a_contact_bears_their_name(team):
    team.say("Tom", "new Larch Hotels, beds")
    team.say("Tom", "deal contact Larch Hotels: Lena Vogt")
    team.database.write(team.organisation_id, lambda store: store.members.add("Ada Root", Role.admin, "Europe/London"))
    team.say("Ada", "make Lena inactive")
    said = {"summary": acts, "reason": decisions}
    before = {
        column: [text for text in _texts(team, table, column) if "Lena Vogt" in text] for column, table in said.items()
    }
    assert [len(texts) for texts in before.values()] == [3, 2]
    team.database.write(
        team.organisation_id, lambda store: store.erase(store.subjects.person("lena@northlight.example"), team.clock())
    )
    left = [text for column, table in said.items() for text in _texts(team, table, column) if "Lena Vogt" in text]
    assert len(left) == 1, "the contact's"
    assert "contact" in left[0].lower() or "Larch" in left[0]


def test_the_operator_reads_that_a_contacts_name_stays(team, tmp_path):
    team.say("Tom", "new Larch Hotels, beds")
    team.say("Tom", "deal contact Larch Hotels: Lena Vogt")
    team.database.write(team.organisation_id, lambda store: store.members.overrule(3, role=Role.inactive.value))
    team.database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": team.database.url, "FOLLOWTHROUGH_ERASURES": str(tmp_path / "list")}
    done = run(tmp_path, "erase", "--subject", "lena@northlight.example", "--yes", **settings)
    assert done.returncode == 0, done.stderr
    assert "Somebody else is called Lena Vogt too: in texts the name stays where it may be theirs." in done.stdout
    assert "share a word" not in done.stdout


def test_the_operator_reads_how_long_it_is_known_whose_messages_are_taken_back():
    sent = Sent("slack", "T1", "U1", datetime(2026, 3, 12, tzinfo=UTC), "D1:1.2")
    for is_done in (True, False):
        told = " ".join(told_of(Whom("Ann Lee"), Erased(Counter(), (sent,)), is_done=is_done))
        assert ("In whose chats they were is kept until the night after that" in told) is is_done


def test_an_admin_who_would_take_the_deals_of_who_left_reads_who_can_give_them(team):
    """Maria leads Lena; Ada leads nobody, and nobody leads her, until Maria does."""

    def left(store) -> int:
        store.members.overrule(2, role=Role.inactive.value)
        return store.members.add("Ada Root", Role.admin, "Europe/London")

    ada = team.database.write(team.organisation_id, left)
    told = "Being an admin shows you no deal, "
    assert team.text("Ada", "give Tom's deals to me") == (
        f"{told}and nobody leads both you and Tom. Name somebody else: give Tom's deals to …"
    )
    team.database.write(team.organisation_id, lambda store: store.members.overrule(ada, manager_id=1))
    assert team.text("Ada", "give Tom's deals to me") == f"{told}so Tom's go to you by Maria Keane."


def test_whoever_led_somebody_is_named_no_more_in_what_was_done_with_them(team):
    team.database.write(team.organisation_id, lambda store: store.members.add("Ada Root", Role.admin, "Europe/London"))
    team.say("Ada", "make Lena inactive")
    assert any("Maria still sees" in text for text in _texts(team, acts, "summary"))
    _erase(team, "Maria Keane")
    assert [text for text in _texts(team, acts, "summary") if "Maria" in text] == []


def test_an_export_hands_out_no_answer_that_only_has_a_word_of_theirs(team):
    """The colleague's card is about Lena Fox, a contact; Lena Vogt asks what is kept about her."""
    team.say("Tom", "new Larch Hotels, beds", key="k8")
    team.say("Tom", "logcall Larch Hotels: talked to Lena Fox, she sends the plan by Fri", key="k9")
    assert any("Lena" in text and "Larch" in text for text in _texts(team, inbound, "reply_json"))

    def kept(store):
        return [one for one in store.subjects.about(store.subjects.person("Lena Vogt")) if one.table is inbound]

    about = team.database.read(team.organisation_id, kept)
    assert any("Larch" in str(one.row) for one in about), "it is forgotten with her"
    assert not any("Larch" in str(one.row) for one in about if one.is_surely)
