"""Whoever is mentioned is read by their name: the bot not at all, a member and a stranger as they are called, and no id ever."""

import re
from collections.abc import Iterator

import pytest

from adapters.cli.roles import made_admin
from adapters.slack.inbound import mentioned, plain
from bot.model import Role
from tests.slack import events
from tests.slack.faults import hang, rate_limited, refused
from tests.slack.model import User
from tests.slack.serving import Office, office


@pytest.fixture
def place(sqlite_url, open_database) -> Iterator[Office]:
    with office(open_database(sqlite_url)) as made:
        made.fake.command(made.rita, "/followthrough", "new Acme, 40 seats")
        yield made
        made.fake.faults.clear()


NAMES = {"UBOT": "", "U1": "Tom Becker"}


@pytest.mark.parametrize(
    ("marked_up", "typed"),
    [
        ("<@UBOT> where are we on Acme?", "where are we on Acme?"), ("<@UBOT>, prep Acme", "prep Acme"),
        ("where are we on Acme? <@UBOT>", "where are we on Acme?"), ("<@UBOT>", ""),
        ("logcall Acme: she likes it <@UBOT>, signs Fri", "logcall Acme: she likes it, signs Fri"),
        ("hey <@UBOT|followthrough> prep Acme", "hey prep Acme"),
        ("spoke with <@U1>", "spoke with Tom Becker"), ("spoke with <@U1|tom>, fine", "spoke with Tom Becker, fine"),
        ("spoke with <@U2|dana>", "spoke with dana"), ("spoke with <@W2>", "spoke with @somebody"),
        ("see <#C01ABC>", "see a channel"), ("see <#C01ABC|acme>", "see acme"), ("<!subteam^S1>: fine", "@everybody: fine"),
        ("<!subteam^S1|@sales> said", "@sales said"), ("<!here|here> Acme", "@here Acme"),
        ("<!date^1^{date}|Fri 13 March>: call", "Fri 13 March: call"), ("a &lt;b&gt; <@U1> &amp; c", "a <b> Tom Becker & c"),
        ("first line\n<@UBOT> second", "first line\n second"),
    ],
)  # fmt: skip
def test_what_is_read_of_slacks_markup(marked_up, typed):
    assert plain(marked_up, NAMES) == typed


def test_each_is_looked_for_once():
    assert mentioned("<@U1> and <@U2|x> and <@U1>, <#C1>, <!here>, &lt;@U9&gt;") == ("U1", "U2")


def at(user: User) -> str:
    return f"<@{user.id}>"


def raw(place: Office, user: User, text: str):
    """As Slack sends it, where the fake's own client would make signs of its marks."""
    channel = place.fake.world.open_dm(place.acme, user.id)
    message = events.said(place.fake.world, place.acme, channel, user, text)
    return place.fake.event(user, events.message_im(message, channel))


def in_channel(place: Office, user: User, text: str):
    message = events.said(place.fake.world, place.acme, place.sales, user, text)
    return place.fake.event(user, events.app_mention(message, place.sales))


def typed(place: Office, user: User, command: str, text: str):
    payload = place.fake.payloads.command(user, place.fake.world.open_dm(place.acme, user.id), command, text)
    return place.fake._send(user, "command", payload)


def test_the_bots_own_name_is_no_part_of_a_question_wherever_it_stands(place):
    bot = at(place.acme.bot)
    for asked in (f"{bot} where are we on Acme?", f"where are we on Acme? {bot}", f"where are we {bot} on Acme?"):
        assert "Acme, 40 seats" in in_channel(place, place.rita, asked).ephemeral().text
    assert "What I can do" in in_channel(place, place.rita, bot).ephemeral().text


def test_a_member_and_somebody_else_are_contacts_by_their_names(place):
    dana = place.fake.add_user(place.acme, "dana", real_name="Dana Reyes", is_stranger=True)
    seen = typed(place, place.rita, "/logcall", f"Acme: spoke with <@{dana.id}|dana>, she signs by Fri")
    assert "Logged: Acme, Dana, call" in seen.ephemeral().text
    assert "Dana Reyes" in typed(place, place.rita, "/followthrough", "who is at Acme?").ephemeral().text
    before = len(place.fake.calls("users.info"))
    raw(place, place.rita, f"logcall Acme: spoke with {at(dana)}, she is fine").post()
    assert len(place.fake.calls("users.info")) == before, "asked once"
    assert dana.id not in str([m["text"] for m in place.fake.messages(place.rita)[1:] if m.get("bot_id")])


@pytest.mark.parametrize("fault", [rate_limited(30), hang(), refused("user_not_found")])
def test_whom_slack_does_not_name_is_somebody_and_no_number(place, fault):
    dana = place.fake.add_user(place.acme, "dana", real_name="Dana Reyes")
    place.fake.faults.script("users.info", fault)
    told = raw(place, place.rita, f"logcall Acme: spoke with {at(dana)}, signs by Fri").post().text
    assert "Logged: Acme" in told
    assert not re.search(r"U0[0-9A-F]{8}", told)


@pytest.mark.parametrize("way", ["dm", "command", "mention"])
@pytest.mark.parametrize("has_written", [True, False])
def test_an_admin_makes_somebody_a_manager_by_a_mention(place, way, has_written):
    """Also somebody who has not written yet: Slack says who they are."""
    _admin(place)
    if has_written:
        place.fake.command(place.tom, "/followups")
    line = f"make <@{place.tom.id}|tom> a manager"
    match way:
        case "dm":
            told = raw(place, place.rita, f"make {at(place.tom)} a manager").post().text
        case "command":
            told = typed(place, place.rita, "/followthrough", line).ephemeral().text
        case _:
            told = in_channel(place, place.rita, f"{at(place.acme.bot)} {line}").ephemeral().text
    assert "Tom Becker is a manager" in told
    assert place.bot.member(place.tom).role is Role.manager


@pytest.mark.parametrize("begins", ["hi, make", "followthrough make", "/make"])
def test_whatever_is_read_as_making_brings_them_in(place, begins):
    _admin(place)
    told = raw(place, place.rita, f"{begins} {at(place.tom)} a manager").post().text
    assert "Tom Becker is a manager" in told


def test_an_admin_named_before_they_ever_wrote_is_one_with_their_first_word(place):
    """The first word is itself a mention of somebody who has not written either."""
    sam = place.fake.add_user(place.acme, "sam", real_name="Sam Hill", email="sam@acme.test")
    made_admin(place.bot.database, "sam@acme.test", "")
    told = typed(place, sam, "/followthrough", f"make {at(place.tom)} a manager").ephemeral().text
    assert "Tom Becker is a manager" in told


def test_a_rep_and_who_leads_them_in_one_line_though_neither_has_written(place):
    _admin(place)
    maria = place.fake.add_user(place.acme, "maria", real_name="Maria Silva")
    typed(place, place.rita, "/followthrough", f"make {at(maria)} a manager")
    told = typed(place, place.rita, "/followthrough", f"make {at(place.tom)} a rep of {at(maria)}").ephemeral().text
    assert "Tom Becker is a rep, led by Maria" in told
    place.bot.tick()
    assert "Maria" in place.fake.messages(place.tom)[0]["text"], "they are welcomed, and read who leads them"


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("is_restricted", "Gus Guest is a guest in Slack"),
        ("is_ultra_restricted", "Gus Guest is a guest in Slack"),
        ("is_stranger", "Gus Guest is of another organisation"),
        ("is_bot", "Gus Guest is a bot"),
        ("deleted", "Gus Guest's account in Slack is closed"),
    ],
)
@pytest.mark.parametrize("line", ["make {guest} a manager", "make {tom} a rep of {guest}", "make {tom}, {guest} reps"])
def test_who_is_nobody_here_is_made_nothing_and_it_is_said_why(place, mark, why, line):
    _admin(place)
    guest = place.fake.add_user(place.acme, "guest", real_name="Gus Guest", **{mark: True})
    there = names_there(place)
    told = raw(place, place.rita, line.format(guest=at(guest), tom=at(place.tom))).post().text
    assert told.startswith(why)
    assert names_there(place) == there, "Tom has not come in by what was refused"


def names_there(place: Office) -> list[str]:
    return sorted(one.name for one in place.bot.app.members(place.bot.organisation(place.acme.id)))


@pytest.mark.parametrize("between", [" and ", ", ", " & ", ", and ", " "])
def test_several_are_made_at_once_and_one_undo_takes_all_back(place, between):
    _admin(place)
    lena, maria = (place.fake.add_user(place.acme, name, real_name=f"{name.title()} Fox") for name in ("lena", "maria"))
    typed(place, place.rita, "/followthrough", f"make {at(maria)} a manager")
    line = f"make {at(place.tom)}{between}{at(lena)} reps of {at(maria)}"
    assert (
        "Tom Becker and Lena Fox are reps, led by Maria"
        in typed(place, place.rita, "/followthrough", line).ephemeral().text
    )
    assert {place.bot.member(one).manager_id for one in (place.tom, lena)} == {place.bot.member(maria).id}
    place.fake.dm(place.rita, "undo")
    assert {place.bot.member(one).manager_id for one in (place.tom, lena)} == {None}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("make {lena} a rep of {tom}", "Tom Becker leads nobody yet"),
        ("make {lena} and Zoe reps", "Nobody here is called “Zoe”"),
        ("make {lena} and {rita} reps", "is the only admin"),
        ("make {lena} and {tom}", "Say what they are: make Lena Fox and Tom Becker reps of Maria"),
        ("make {lena} happy", "Nobody here is called “Lena Fox happy”"),
        ("make {lena} a rep of {lena}", "Lena Fox cannot be led by themselves"),
    ],
)
def test_nobody_comes_in_by_a_refused_line_and_no_number_is_read(place, line, said):
    _admin(place)
    lena = place.fake.add_user(place.acme, "lena", real_name="Lena Fox")
    line = line.format(lena=at(lena), tom=at(place.tom), rita=at(place.rita))
    there = names_there(place)
    for _ in range(2):
        told = raw(place, place.rita, line).post().text
        assert said in told
        assert not re.search(r"U0|“\d", told)
    assert names_there(place) == there


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("make Lena, {tom} and {guest} reps", "Gus Guest is a guest in Slack"),
        ("make Lena, {tom} reps of Nobodyhere", "leads nobody yet"),
        ("make Lena, {tom} and {rita} reps", "is the only admin"),
        ("make Lena, {tom}", "Say what they are"),
    ],
)
def test_nobody_comes_in_by_a_question_that_no_answer_mends(place, line, said):
    """Two are called Lena; whichever is meant, the line could only be refused."""
    _admin(place)
    for name in ("fox", "hart"):
        place.fake.command(
            place.fake.add_user(place.acme, f"lena{name}", real_name=f"Lena {name.title()}"), "/followups"
        )
    guest = place.fake.add_user(place.acme, "guest", real_name="Gus Guest", is_restricted=True)
    there = names_there(place)
    told = raw(place, place.rita, line.format(tom=at(place.tom), guest=at(guest), rita=at(place.rita))).post().text
    assert said in told
    assert names_there(place) == there
    assert "called “Lena”" in raw(place, place.rita, f"make Lena, {at(place.tom)} reps").post().text


def test_the_form_of_who_has_not_written_opens_and_is_sent(place):
    _admin(place)
    form = typed(place, place.rita, "/followthrough", f"make {at(place.tom)}").modal()
    manager = {"text": {"type": "plain_text", "text": "manager"}, "value": "manager"}
    place.fake.submit(form, {"role": manager})
    assert place.bot.member(place.tom).role is Role.manager


def test_only_an_admin_brings_somebody_in(place):
    told = raw(place, place.rita, f"make {at(place.tom)} a manager").post().text
    assert "admin" in told
    assert len(place.bot.app.members(place.bot.organisation(place.acme.id))) == 1


def _admin(place: Office) -> None:
    where, who = place.bot.organisation(place.acme.id), place.bot.member(place.rita).id
    place.bot.database.write(where, lambda store: store.members.overrule(who, role="admin"))


@pytest.mark.parametrize("way", ["dm", "command", "mention"])
@pytest.mark.parametrize("role", ["a manager", "a rep", "an admin"])
def test_the_bot_itself_cannot_be_made_anything(place, way, role):
    _admin(place)
    bot = place.acme.bot
    match way:
        case "dm":
            told = raw(place, place.rita, f"make {at(bot)} {role}").post().text
        case "command":
            told = typed(place, place.rita, "/followthrough", f"make {at(bot)} {role}").ephemeral().text
        case _:
            told = place.fake.mention(place.sales, place.rita, f"make Followthrough {role}").ephemeral().text
    assert "is me, a bot" in told


def test_in_a_thread_that_was_begun_the_answer_stands_in_it_and_else_in_the_channel(place):
    asked = f"{at(place.acme.bot)} where are we on Acme?"
    beside = in_channel(place, place.rita, asked).ephemeral()
    assert "thread_ts" not in beside.content
    top = place.fake.say(place.sales, place.tom, "how is Acme?").ts
    place.fake.say(place.sales, place.rita, "I'll ask", thread_ts=top)
    within = place.fake.mention(place.sales, place.rita, "where are we on Acme?", thread_ts=top).ephemeral()
    assert within.content["thread_ts"] == top


def test_a_question_that_others_are_to_read_is_about_its_deal(place):
    place.fake.command(place.rita, "/followthrough", "new Globex, 3 seats")
    assert "Globex, 3 seats" in raw(place, place.rita, f"where are we on Globex? cc {at(place.tom)}").post().text


def test_an_answer_that_went_to_the_dm_is_not_shared_into_it(place):
    """Where Slack lets nobody whisper, the answer comes in the DM, and there is nobody to share it with."""
    place.fake.command(place.rita, "/followthrough", "new Birchwood")
    place.fake.faults.script("chat.postEphemeral", refused("user_not_in_channel"))
    told = place.fake.mention(place.sales, place.rita, "where are we on Birchwood?").post()
    assert told.channel != place.sales.id
    assert "Birchwood (Rita)" in told.text
    assert "Share here" not in str(told.content)
    shared = place.fake.mention(place.sales, place.rita, "where are we on Birchwood?").ephemeral()
    assert "Share here" in str(shared.content)
