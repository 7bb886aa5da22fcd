"""Teams as a stage: what is typed is a message, what is pressed a real action of a real card, what is filled in its inputs.

The reply is the bot's own, heard on its way; that Teams shows it is asserted here, so that the suite proves both.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.local.sample import create_team
from adapters.teams.escaping import shown as escaped
from bot.cards import Message, Reply, plain_text
from bot.model import Address
from bot.store import Database
from tests.conformance.slack_stage import Ear
from tests.conformance.stages import START, Stage, stage_of
from tests.teams import looking
from tests.teams.fake import FakeTeams, Json, Shown
from tests.teams.person import User
from tests.teams.serving import Bot, running_bot

_LONG = 60  # characters of an answer that are looked for


@contextmanager
def teams_stage(database: Database, start: datetime = START) -> Iterator[Stage]:
    organisation_id = create_team(database, start)
    with FakeTeams() as fake:
        database.operate(lambda o: o.workspaces.expect(organisation_id, "teams", fake.tenant, start))
        members = database.read(organisation_id, lambda store: store.members.all())
        users = {member.id: User(fake, member.name, zone=member.zone) for member in members}
        for member in members:
            place = Address("teams", fake.tenant, users[member.id].aad)
            database.write(organisation_id, lambda store, m=member, p=place: store.identities.add(m.id, p))
            lists = {"lists_in": "teams"}
            database.write(organisation_id, lambda store, m=member, x=lists: store.members.describe(m.id, **x))
        with running_bot(database, fake) as bot:
            bot.at = start
            ear = Ear([])
            ear.listen(bot.app)
            for user in users.values():  # a chat is there once somebody has written in it
                user.say("help")
            bot.settle()
            fake.shown.clear()
            hands = Hands(fake, bot, ear, users)
            yield stage_of(bot, hands.answer, members, organisation_id)
            bot.settle()
        assert fake.all_complaints() == []


@dataclass
class Hands:
    """A member's hands in Teams."""

    fake: FakeTeams
    bot: Bot
    ear: Ear
    users: dict[int, User]
    dialog: Json | None = None  # the window that is open
    pressed: set[tuple[str, str, str]] = field(default_factory=set)

    def answer(self, message: Message) -> Reply:
        user = self.users[message.member_id]
        before = len(self.ear.replies)
        if not message.text.strip():
            return self.bot.app.answer(message)  # in Teams nobody can say nothing
        said = self._done(user, message)
        self.bot.settle()
        assert len(self.ear.replies) > before, f"nobody answered {message.text!r}: {said}"
        reply = self.ear.replies[-1]
        self._assert_shown(user, said, reply)
        return reply

    def _done(self, user: User, message: Message) -> list[Json]:
        """Does it, and returns the cards that came of it by themselves."""
        fields = dict(message.fields) if message.fields is not None else None
        if fields is not None and "line" in fields and not message.key:
            return self._kept(user, fields["line"])
        if fields is not None:
            return self._fill_in(user, fields)
        pressed = self._shown_with(user, message.text)
        if pressed is None:
            self.dialog = None
            assert user.say(message.text)[0] == 200
            return []
        shown, data = pressed
        return self._told(user.execute(data, shown))

    def _kept(self, user: User, line: str) -> list[Json]:
        payload = {"body": {"contentType": "text", "content": line}}
        body = user.invoke("composeExtension/fetchTask", {"commandId": "logCall", "messagePayload": payload})
        return self._in_window(body)

    def _fill_in(self, user: User, fields: dict[str, str]) -> list[Json]:
        if self.dialog is not None:
            data = looking.form_of(self.dialog)
            filled = {**data, **_filled(self.dialog, data, fields)}
            return self._in_window(user.invoke("composeExtension/submitAction", {"data": filled}))
        shown = next(s for s in reversed(self.fake.chat(user)) if looking.form_of(s.content))
        data = looking.form_of(shown.content)
        return self._told(user.execute({**data, **_filled(shown.content, data, fields)}, shown))

    def _in_window(self, body: Any) -> list[Json]:
        content = body["task"]["value"]["card"]["content"]
        self.dialog = content if looking.form_of(content) else None
        return [content]

    def _told(self, answered: tuple[int, Any]) -> list[Json]:
        status, body = answered
        assert (status, body["statusCode"]) == (200, 200), answered
        return [body["value"]] if body["type"].endswith("card.adaptive") else []

    def _shown_with(self, user: User, command: str) -> tuple[Shown, Json] | None:
        """The newest thing before the user that has an action with that command, and what pressing it sends."""
        for shown in reversed(self.fake.chat(user)):
            data = looking.press_of(shown.content, command)
            once = (user.aad, str((data or {}).get("token")), command)
            if data is not None and once not in self.pressed:  # a button acts once on each drawing of it (test_inbound)
                self.pressed.add(once)
                return shown, data
        return None

    def _assert_shown(self, user: User, cards: list[Json], reply: Reply) -> None:
        """Teams' user has the whole answer before them."""
        newest = [shown.content for shown in self.fake.chat(user)[-1:]]
        said = [looking.words(card).replace("\\", "").replace(": \n", ": ") for card in (*cards, *newest)]
        if reply.form:
            assert any(looking.form_of(card) for card in (*cards, *newest)), said
            return
        title = reply.card.title or plain_text(reply.card).splitlines()[0]
        words = escaped(title.strip(" ✓•")[:_LONG], 200).strip()
        assert any(words in text for text in said), (words, said)


def _filled(content: Json, data: Json, fields: dict[str, str]) -> Json:
    """What somebody leaves in the inputs: a choice where one fits, else its line for something new."""
    asked = looking.inputs(content)
    given: Json = {name: element["value"] for name, element in asked.items() if element.get("value")}
    for name, value in fields.items():
        element = asked[f"field_{name}"]
        choices = {c["title"].split(" (")[0]: c["value"] for c in element.get("choices", ())}
        by_value = {c["value"] for c in element.get("choices", ())}
        if choices and value and value not in choices and value not in by_value and f"field_{name}_new" in asked:
            given[f"field_{name}_new"] = value
            given.pop(f"field_{name}", None)
        else:
            given[f"field_{name}"] = choices.get(value, value)
            given.pop(f"field_{name}_new", None)
    return given
