"""A user at work: each verb builds what Slack would send, hands it to the bot, and says what the user then sees."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any, TypeVar

from tests.slack import events
from tests.slack.delivering import Answer, Deliveries
from tests.slack.model import Channel, Json, Shown, User, Workspace
from tests.slack.payloads import Payloads
from tests.slack.pressing import NotThereError, action_on, missing_fields, state_of
from tests.slack.seen import Seen
from tests.slack.showing import Client
from tests.slack.world import World

T = TypeVar("T")


class Sending(ABC):
    """`times` copies are handed over, one after the other or in `parallel`."""

    world: World
    deliveries: Deliveries
    loop: asyncio.AbstractEventLoop

    @abstractmethod
    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs it in the fake's own loop and waits."""

    @property
    def payloads(self) -> Payloads:
        return Payloads(self.world)

    def command(self, user: User, command: str, text: str = "", *, channel: Channel | None = None, **how: Any) -> Seen:
        """`/logcall`, typed in a channel or, without one, in the bot's DM."""
        where = channel or self.world.open_dm(self._of(user), user.id)
        return self._send(user, "command", self.payloads.command(user, where, command, events.as_typed(text)), **how)

    def press(
        self, shown: Shown, wanted: str, *, by: User | None = None, values: dict[str, Any] | None = None, **how: Any
    ) -> Seen:  # fmt: skip
        """What bears that label, action_id or value, on a message, a form or Home as it stands now."""
        user = by or self._reader(shown)
        workspace = self._of(user)
        ts = workspace.next_ts(self.world.clock.now())
        if shown.kind in {"modal", "home"}:
            view = self._view(workspace, shown)
            if shown.kind == "modal":
                view["state"] = state_of(view, values or {})
            payload = self.payloads.press_in_view(user, view, action_on(view["blocks"], wanted, ts))
        else:
            channel = workspace.channels[shown.channel]
            kept = channel.message(shown.ts)
            message = kept or shown.content
            action = action_on(message["blocks"], wanted, ts)
            payload = self.payloads.press_in_message(user, channel, message, action, whispered=kept is None)
        return self._send(user, "interactive", payload, **how)

    def submit(
        self, shown: Shown, values: dict[str, Any] | None = None, *, insists: bool = False, **how: Any
    ) -> Seen:  # fmt: skip
        """`values`: block_id -> text, an option's label or value, the option that a typeahead offered, or a date.

        `insists`: sent with required fields empty, as only another client than Slack's would.
        """
        user = self._reader(shown)
        view = self._view(self._of(user), shown)
        view["state"] = state_of(view, values or {})
        missing = missing_fields(view, view["state"])
        if missing and not insists:
            raise NotThereError(f"Slack's client wants {missing} filled in first")
        return self._send(user, "interactive", self.payloads.submission(user, view), **how)

    def type_ahead(self, shown: Shown, block_id: str, text: str) -> Seen:
        """What the list offers for what was typed so far: `.options`."""
        user = self._reader(shown)
        view = self._view(self._of(user), shown)
        fields = {b["block_id"]: b.get("element") or b.get("accessory") or {} for b in view["blocks"]}
        if fields.get(block_id, {}).get("type") not in {"external_select", "multi_external_select"}:
            raise NotThereError(f"no typeahead {block_id!r}; there is {sorted(fields)}")
        payload = self.payloads.suggestion(user, view, block_id, fields[block_id]["action_id"], text)
        return self._send(user, "interactive", payload)

    def close(
        self, shown: Shown, values: dict[str, Any] | None = None, *, tells_values: bool = True, **how: Any
    ) -> Seen:  # fmt: skip
        """The user leaves the form with `values` typed; the bot hears of it when the view asked to, with the view as it stood.

        `tells_values`: whether its state comes too.
        """
        user = self._reader(shown)
        view = self._view(self._of(user), shown)
        view["state"] = state_of(view, values or {}) if tells_values else {"values": {}}
        Client(self.world, user).close(view)
        if not view["notify_on_close"]:
            return Seen(self.world, user, len(self.world.shown))
        return self._send(user, "interactive", self.payloads.closing(user, view, is_cleared=False), **how)

    def shortcut(self, user: User, callback_id: str, **how: Any) -> Seen:
        return self._send(user, "interactive", self.payloads.shortcut(user, callback_id), **how)

    def message_shortcut(self, user: User, message: Shown, callback_id: str, **how: Any) -> Seen:
        channel = self._of(user).channels[message.channel]
        kept = channel.message(message.ts) or message.content
        return self._send(user, "interactive", self.payloads.message_shortcut(user, channel, kept, callback_id), **how)

    def dm(self, user: User, text: str, *, thread_ts: str = "", **how: Any) -> Seen:
        """Words to the bot."""
        workspace = self._of(user)
        channel = self.world.open_dm(workspace, user.id)
        message = events.said(self.world, workspace, channel, user, events.as_typed(text), thread_ts)
        return self.event(user, events.message_im(message, channel), **how)

    def mention(self, channel: Channel, user: User, text: str, thread_ts: str = "", **how: Any) -> Seen:
        """`@bot text` in a channel or one of its threads."""
        workspace = self._of(user)
        words = f"{workspace.bot.mention} {events.as_typed(text)}"
        message = events.said(self.world, workspace, channel, user, words, thread_ts)
        return self.event(user, events.app_mention(message, channel), **how)

    def say(self, channel: Channel, user: User, text: str, thread_ts: str = "") -> Shown:
        """Words that the bot does not hear of."""
        message = events.said(self.world, self._of(user), channel, user, events.as_typed(text), thread_ts)
        return Shown("post", user.team, user.id, channel.id, message)

    def open_home(self, user: User, tab: str = "home", **how: Any) -> Seen:
        return self.event(user, events.app_home_opened(self.world, self._of(user), user, tab), **how)

    def user_change(self, user: User, *, times: int = 1, parallel: bool = False, **changed: Any) -> Seen:
        """Changes the user (zone, locale, deleted …) and tells of it."""
        for name, value in changed.items():
            setattr(user, name, value)
        told = events.user_change(self.world, self._of(user), user)
        return self.event(user, told, times=times, parallel=parallel)

    def uninstall(self, workspace: Workspace, **how: Any) -> Seen:
        return self.event(workspace.bot, events.app_uninstalled(self.world, workspace), **how)

    def tokens_revoked(self, workspace: Workspace, **how: Any) -> Seen:
        return self.event(workspace.bot, events.tokens_revoked(self.world, workspace), **how)

    def event(self, user: User, event: Json, **how: Any) -> Seen:
        """Any event of that user's workspace."""
        return self._send(user, "events", self.payloads.event(self._of(user), event), **how)

    def _send(self, user: User, kind: str, payload: Json, *, times: int = 1, parallel: bool = False) -> Seen:
        seen = Seen(self.world, user, len(self.world.shown))
        seen.answers = self.run(self._delivered(user, kind, payload, times, parallel=parallel))
        return seen

    async def _delivered(self, user: User, kind: str, payload: Json, times: int, *, parallel: bool) -> list[Answer]:
        answers = await self.deliveries.deliver(kind, payload, times=times, parallel=parallel)
        if kind != "events":
            for answer in answers:
                Client(self.world, user).takes(payload, answer)
        return answers

    def _of(self, user: User) -> Workspace:
        return self.world.workspaces[user.team]

    def _reader(self, shown: Shown) -> User:
        """Whoever sees it alone: the one it was shown to, or the partner of the DM."""
        workspace = self.world.workspaces[shown.team]
        channel = workspace.channels.get(shown.channel)
        found = shown.user or (channel.partner if channel else "")
        if not found:
            raise NotThereError("several people see that: say `by` whom it is pressed")
        return workspace.users[found]

    @staticmethod
    def _view(workspace: Workspace, shown: Shown) -> Json:
        view = workspace.views.get(shown.id)
        if view is None:
            raise NotThereError("that form is no longer open")
        return view
