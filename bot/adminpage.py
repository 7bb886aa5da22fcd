"""The admin page behind its web pages: who is signed in, what they see, what they do. Rights are asked of the database each time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import structlog

from bot.app import App
from bot.cards import Message, Reply
from bot.commands import command_from
from bot.conversation import administering
from bot.conversation.administering import Shown
from bot.conversation.exchange import Exchange
from bot.days import read_by
from bot.hygiene import clean
from bot.model import Member
from bot.store import Store
from bot.views.administering import NOT_HERE, Part
from bot.views.asking import note

_TOKEN = re.compile(r"^(\d{1,12})-([0-9a-f]{64})$")
_Told = TypeVar("_Told")
_log = structlog.get_logger()


@dataclass(frozen=True)
class SignedIn:
    """Who it is at this moment, and the code by which they are known."""

    member: Member
    session: str  # "7-" and 64 letters: the organisation is part of it


class AdminPage:
    """Everything here blocks: call it in a thread. None means: not signed in, or no admin any more."""

    def __init__(self, app: App) -> None:
        self._app = app

    def waits_for(self, token: str) -> Member | None:
        """Whose link it is, while it can be used. Looking uses nothing up."""
        return self._asked(token, lambda store, code: administering.waits_for(store, code, self._app.clock()))

    def sign_in(self, token: str) -> str | None:
        """The session, for the first who brings the link in time."""
        now = self._app.clock()
        found = None
        if self._asked(token, lambda store, code: administering.is_known(store, code, now)):
            found = self._asked(token, lambda store, code: administering.sign_in(store, code, now), writes=True)
        if found is None:
            _log.warning("an admin link was refused")
            return None
        member, session = found
        # A warning, so that it is a line wherever the bot runs: who got in is looked for afterwards.
        _log.warning("an admin signed in", organisation=member.organisation_id, member=member.id)
        return f"{member.organisation_id}-{session}"

    def signed_in(self, session: str) -> SignedIn | None:
        now = self._app.clock()
        member = self._asked(session, lambda store, code: administering.signed_in(store, code, now))
        return SignedIn(member, session) if member else None

    def sign_out(self, session: str) -> None:
        self._asked(session, lambda store, code: administering.sign_out(store, code, self._app.clock()), writes=True)

    def shown(self, admin: SignedIn, part: Part) -> Shown:
        now = self._app.clock()
        with read_by(admin.member.locale):
            return self._app.database.read(
                admin.member.organisation_id,
                lambda store: administering.shown(Exchange(store, admin.member, now), part),
            )

    def do(self, admin: SignedIn, text: str, fields: tuple[tuple[str, str], ...] | None, key: str) -> Reply:
        """What is typed, pressed or filled in, done as the bot does it, if it is a setting."""
        cleaned = {name: clean(value) for name, value in fields} if fields is not None else None
        command = command_from(clean(text), cleaned)
        where = admin.member.organisation_id
        if not self._app.database.read(where, lambda store: administering.is_done_here(store, command)):
            return note(NOT_HERE)
        return self._app.answer(Message(where, admin.member.id, text, fields, key=key))

    def _asked(self, code: str, ask: Callable[[Store, str], _Told], *, writes: bool = False) -> _Told | None:
        """Of the organisation that the code names; a code of another one is unknown there."""
        found = _TOKEN.match(code)
        if found is None:
            return None
        run = self._app.database.write if writes else self._app.database.read
        return run(int(found[1]), lambda store: ask(store, found[2]))
