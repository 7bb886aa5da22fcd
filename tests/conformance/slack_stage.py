"""Slack as a stage: what is typed is a slash command, what is pressed a real element, what is filled in a real modal.

The reply is the bot's own, heard on its way; that Slack shows it is asserted here, so that the suite proves both.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from adapters.local.sample import create_team
from adapters.slack.escaping import escaped
from adapters.slack.settings import SlackSettings
from bot.app import App
from bot.cards import Message, Reply, plain_text
from bot.model import Address
from bot.store import Database
from tests.conformance.stages import START, Stage, stage_of
from tests.slack import blockkit
from tests.slack.fake import FakeSlack
from tests.slack.model import Json, Shown, User
from tests.slack.seen import Seen
from tests.slack.serving import Bot, running_bot


@dataclass
class Ear:
    """What the bot answered last, whatever asked it."""

    replies: list[Reply]

    def listen(self, app: App) -> None:
        answer = app.answer

        def heard(message: Message) -> Reply:
            self.replies.append(answer(message))
            return self.replies[-1]

        app.answer = heard  # type: ignore[method-assign]


@contextmanager
def slack_stage(database: Database, start: datetime = START) -> Iterator[Stage]:
    organisation_id = create_team(database, start)
    with FakeSlack(checker=blockkit.problems) as fake:
        workspace = fake.add_workspace("Northlight")
        database.operate(lambda o: o.workspaces.expect(organisation_id, "slack", workspace.id, start))
        members = database.read(organisation_id, lambda store: store.members.all())
        users = {
            m.id: fake.add_user(workspace, m.name.split()[0].lower(), real_name=m.name, zone=m.zone) for m in members
        }
        for member in members:
            place = Address("slack", workspace.id, users[member.id].id)
            database.write(organisation_id, lambda store, m=member, p=place: store.identities.add(m.id, p))
            wanted = {"lists_in": "slack"}
            database.write(organisation_id, lambda store, m=member, w=wanted: store.members.describe(m.id, **w))
        settings = SlackSettings(
            signing_secret=fake.app.signing_secret, bot_token=workspace.token, api_url=fake.api_url
        )  # fmt: skip
        with running_bot(database, fake, settings) as bot:
            bot.at = start
            ear = Ear([])
            ear.listen(bot.app)
            hands = Hands(fake, bot, ear, users)
            yield stage_of(bot, hands.answer, members, organisation_id)
            bot.settle()
        assert fake.complaints == []


def _ticked(form: Shown, name: str, value: str) -> dict[str, object]:
    """What is ticked in each group of a question's boxes."""
    groups = [block for block in form.content["blocks"] if block.get("block_id", "").split(":")[0] == name]
    wanted = set(filter(None, value.split(",")))
    offered = {group["block_id"]: [one["value"] for one in group["element"]["options"]] for group in groups}
    return {group: [one for one in values if one in wanted] for group, values in offered.items()}


@dataclass
class Hands:
    """A member's hands in Slack."""

    fake: FakeSlack
    bot: Bot
    ear: Ear
    users: dict[int, User]
    in_hand: str = ""  # the message that was pressed on last

    def answer(self, message: Message) -> Reply:
        user = self.users[message.member_id]
        before = len(self.ear.replies)
        if not message.text.strip():
            return self.bot.app.answer(message)  # in Slack nobody can say nothing
        if message.fields is not None and "line" in dict(message.fields) and not message.key:
            seen = self._message(user, dict(message.fields)["line"])
        elif message.fields is not None:
            seen = self._fill_in(user, dict(message.fields))
        elif (pressed := self._shown_with(user, message.text)) is not None:
            self.in_hand = pressed.ts
            seen = self.fake.press(pressed, message.text, by=user)
        else:
            seen = self.fake.command(user, "/followthrough", message.text)
        self.bot.settle()
        assert len(self.ear.replies) > before, f"nobody answered {message.text!r}: {seen.answers}"
        reply = self.ear.replies[-1]
        self._assert_shown(seen, reply)
        return reply

    def _message(self, user: User, line: str) -> Seen:
        channel = next(iter(self.fake.workspaces.values())).channels.get("C1") or self._channel(user)
        said = self.fake.say(channel, user, line)
        return self.fake.message_shortcut(user, said, "logcall_message")

    def _channel(self, user: User):
        return self.fake.add_channel(self.fake.workspaces[user.team], f"room-{user.name}-{len(self.ear.replies)}", user)

    def _fill_in(self, user: User, fields: dict[str, str]) -> Seen:
        form = next(s for s in reversed(self.fake.world.shown) if s.kind == "modal" and s.user == user.id)
        asked = {
            block["block_id"]: block["element"]["type"] for block in form.content["blocks"] if block["type"] == "input"
        }
        values: dict[str, object] = {}
        for name, value in fields.items():
            if asked[name] == "checkboxes":
                values |= _ticked(form, name, value)
                continue
            values[name] = (
                self._option(form, name, value) if asked[name] == "external_select" and value else value or None
            )
        given = {name: value for name, value in values.items() if value is not None}
        return self.fake.submit(form, given, insists=True)  # an empty required field is the bot's to refuse as well

    def _option(self, form: Shown, name: str, value: str) -> Json:
        """The deal of that name, or the one of that company; what none is called is chosen as new."""
        offered = self.fake.type_ahead(form, name, value).options
        exact = [option for option in offered if option["text"]["text"].split(" (")[0] == value]
        titled = [option for option in offered if option["text"]["text"].startswith(f"{value},")]
        return exact[0] if exact else titled[0] if len(titled) == 1 else offered[-1]

    def _shown_with(self, user: User, command: str) -> Shown | None:
        """The newest thing before the user that has an element with that command; in nobody else's DM. What was pressed on last
        comes first: today's list in the DM changes along with it."""
        found = list(self._all_with(user, command))
        return next((shown for shown in found if shown.ts and shown.ts == self.in_hand), next(iter(found), None))

    def _all_with(self, user: User, command: str) -> Iterator[Shown]:
        """The newest first, each message as it stands now."""
        channels = next(iter(self.fake.workspaces.values())).channels
        before: set[tuple[str, str]] = set()
        for shown in reversed(self.fake.world.shown):
            if shown.ts and (shown.channel, shown.ts) in before:
                continue
            before.add((shown.channel, shown.ts))
            channel = channels.get(shown.channel)
            theirs = channel is None or channel.partner in {"", user.id}
            mine = shown.user in {"", user.id} and theirs
            mine = mine and shown.kind in {"post", "update", "ephemeral", "modal", "home"}
            content = str(shown.content).replace("'", '"')
            if mine and any(f'"{name}": "{command}"' in content for name in ("value", "action_id")):
                yield shown

    def _assert_shown(self, seen: Seen, reply: Reply) -> None:
        """Slack's user has the whole answer before them."""
        said = [shown.text for shown in seen.shown] + [
            str(list(blockkit.texts(shown.content.get("blocks", [])))) for shown in seen.shown
        ]
        if reply.form:
            assert any(shown.kind in {"modal", "errors"} for shown in seen.shown), said
            return
        title = reply.card.title or plain_text(reply.card).splitlines()[0]
        words = title.strip(" ✓•")[:60]
        assert any(escaped(words, 200) in text or words in text for text in said), (words, said)
