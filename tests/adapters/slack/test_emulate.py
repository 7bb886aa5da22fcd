"""The real `followthrough run` against npm `emulate`: a Slack that nobody here wrote takes every call, and keeps it.

emulate has no Socket Mode and sends nothing by itself, so the test signs and sends what Slack would send. It has no
response_url, no limit of Block Kit's or of pace, no second workspace, no rotating tokens, no zones, and posts a
client_msg_id twice: all that is proved against our own fake (test_in_slack, test_delivery, test_installing).
"""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.local.sample import seed
from bot.app import system_clock
from bot.model import Member, Role
from bot.store import Database
from tests.serving import running
from tests.slack import blockkit, events
from tests.slack.emulated import TEAM, TOKEN, Emulated, emulated, settings, visited
from tests.slack.installing import free_port
from tests.slack.model import Json
from tests.slack.pressing import action_on, state_of

LINE = 'Acme: Dana said "we like it", she checks with finance by Fri, I send the plan today'


@contextmanager
def serving(folder: Path, database_url: str, **more: str) -> Iterator[Emulated]:
    with emulated() as made:
        given = {**settings(made, database_url), "SLACK_BOT_TOKEN": TOKEN, **more}
        with running(folder, **given) as made.bot:
            yield made


@pytest.fixture
def slack(tmp_path: Path, sqlite_url: str) -> Iterator[Emulated]:
    with serving(tmp_path, sqlite_url) as made:
        yield made


def command(slack: Emulated, name: str, text: str = "") -> Json:
    return slack.sends("command", slack.payloads.command(slack.rita, slack.dm, name, text))


def words(blocks: list[Json]) -> str:
    return " ".join(blockkit.texts(blocks))


def judged(told: Json) -> Json:
    """A view that emulate took, by our own tables too, which emulate does not have."""
    view: Json = told["answer"]["view"]
    assert blockkit.view(told["arguments"]["view"]) == []
    assert view["blocks"] == told["arguments"]["view"]["blocks"]
    return view


def member(database: Database) -> Member:
    workspace = database.operate(lambda operator: operator.workspaces.one("slack", TEAM))
    assert workspace
    (found,) = database.read(workspace.organisation_id, lambda store: store.members.all())
    return found


def test_a_command_is_answered_and_its_form_opened_completed_corrected_and_kept(slack):
    assert "is a deal of yours now" in command(slack, "/followthrough", "new Acme, 40 seats")["text"]
    assert command(slack, "/logcall") == ""
    view = judged(slack.called("views.open"))
    asked = slack.payloads.suggestion(slack.rita, view, "deal", "field", "acm")
    offered = slack.sends("interactive", asked)["options"]
    assert [option["text"]["text"] for option in offered] == ["Acme, 40 seats", "New: acm"]
    typed = {"deal": offered[0], "said": "we like it", "theirs": "check with finance by 31/2"}
    filled = {**view, "state": {"values": {}}}
    wrong = submitted(slack, {**filled, "state": state_of(filled, typed)})
    assert wrong["response_action"] == "errors"
    assert "not a day in the calendar" in wrong["errors"]["theirs"]
    right = submitted(slack, {**filled, "state": state_of(filled, {**typed, "theirs": "check with finance by Fri"})})
    assert right["response_action"] == "update"
    assert blockkit.view(right["view"]) == []
    assert "Logged: Acme" in words(right["view"]["blocks"])
    assert "we like it" in command(slack, "/whereweare", "Acme")["text"].lower()


def submitted(slack: Emulated, view: Json) -> Json:
    return slack.sends("interactive", slack.payloads.submission(slack.rita, view))


def test_the_morning_list_is_posted_once_and_a_press_changes_it_in_place(tmp_path, postgres_url, open_database):
    """The page stands beside Slack here, for its clock: it brings the morning. On a server's database it needs a team that is there."""
    beside = open_database(postgres_url)
    seed(beside, system_clock())
    with serving(tmp_path, postgres_url, FOLLOWTHROUGH_LOCAL="true") as slack:
        command(slack, "/followthrough", "new Acme, 40 seats")
        command(slack, "/logcall", LINE)
        rita = member(beside)
        assert slack.bot.post("/local/clock", {"to": rita.next_digest_at.isoformat()})[0] == 200
        list_is_there_and_changes(slack)


def list_is_there_and_changes(slack: Emulated) -> None:
    (post,) = slack.history(slack.dm)
    assert "You promised" in post["text"]
    assert blockkit.message({"text": post["text"], "blocks": post["blocks"]}) == []
    pressed = action_on(post["blocks"], "Done", post["ts"])
    payload = slack.payloads.press_in_message(slack.rita, slack.dm, post, pressed, whispered=False)
    assert slack.sends("interactive", payload) == ""
    slack.called("chat.update")
    (changed,) = slack.history(slack.dm)
    assert (changed["ts"], "✓" in changed["text"]) == (post["ts"], True)


def test_a_mention_is_whispered_in_its_channel_and_words_in_the_dm_are_answered_there(slack):
    command(slack, "/followthrough", "new Acme, 40 seats")
    command(slack, "/logcall", LINE)
    said = events.said(
        slack.world, slack.acme, slack.sales, slack.rita, f"{slack.acme.bot.mention} where are we on Acme?"
    )
    slack.sends("events", slack.payloads.event(slack.acme, events.app_mention(said, slack.sales)))
    whispered = slack.called("chat.postEphemeral")["arguments"]
    assert (whispered["channel"], whispered["user"]) == (slack.sales.id, slack.rita.id)
    assert "thread_ts" not in whispered, "nobody has begun a thread there"
    assert "we like it" in whispered["text"]
    assert not any("we like it" in message["text"] for message in slack.history(slack.sales))
    asked = events.said(slack.world, slack.acme, slack.dm, slack.rita, "help")
    slack.sends("events", slack.payloads.event(slack.acme, events.message_im(asked, slack.dm)))
    slack.called("chat.postMessage")
    assert "What I can do" in slack.history(slack.dm)[0]["text"]


def test_home_is_published_and_published_again_when_something_changes(slack):
    opened = {
        "type": "app_home_opened",
        "user": slack.rita.id,
        "channel": slack.dm.id,
        "tab": "home",
        "event_ts": "1.1",
    }
    slack.sends("events", slack.payloads.event(slack.acme, opened))
    first = judged(slack.called("views.publish"))
    command(slack, "/followthrough", "new Acme, 40 seats")
    command(slack, "/logcall", "Acme: I send the plan today")
    second = judged(slack.called("views.publish"))
    while "send the plan" not in words(second["blocks"]):
        second = judged(slack.called("views.publish"))
    assert second["id"] == first["id"]


@contextmanager
def installing(folder: Path, database_url: str) -> Iterator[Emulated]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with emulated(f"{url}/slack/oauth_redirect") as made:
        given = settings(made, database_url) | {
            "FOLLOWTHROUGH_PORT": str(port), "FOLLOWTHROUGH_PUBLIC_URL": url, "FOLLOWTHROUGH_SECRET_KEY": "k" * 48,
            "SLACK_CLIENT_ID": made.world.app.client_id, "SLACK_CLIENT_SECRET": made.world.app.client_secret,
        }  # fmt: skip
        with running(folder, anew=True, **given) as made.bot:
            yield made


def agreed(slack: Emulated) -> tuple[str, str]:
    """Rita opens the install page and agrees in Slack: (the address she is sent back to, the bot's cookie)."""
    status, _, headers = visited(f"{slack.bot.url}/slack/install")
    assert status == 302
    _, page, _ = visited(headers["Location"])
    forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL)
    (action, inner) = next(form for form in forms if f'value="{slack.rita.id}"' in form[1])
    fields = {name: html.unescape(value) for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', inner)}
    status, _, back = visited(slack.url + action, fields)
    assert status == 302
    return back["Location"], headers["Set-Cookie"].partition(";")[0]


def test_a_workspace_installs_itself_through_authorize_and_access(tmp_path, sqlite_url, open_database):
    with installing(tmp_path, sqlite_url) as slack:
        back, cookie = agreed(slack)
        assert visited(back)[0] == 400  # another browser's
        status, page, _ = visited(back, cookie=cookie)
        assert (status, "Followthrough is in Slack" in page) == (200, True)
        assert visited(back, cookie=cookie)[0] == 400  # a state is good once
        token = slack.called("oauth.v2.access")["answer"]["access_token"]
        assert "is a deal of yours now" in command(slack, "/followthrough", "new Acme, 40 seats")["text"]
    database = open_database(sqlite_url)
    assert member(database).role is Role.admin
    assert token not in str(database.operate(lambda operator: operator.workspaces.one("slack", TEAM)))
