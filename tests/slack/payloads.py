"""What Slack sends when somebody does something: every field that its documentation names, in its own shape."""

import copy
from dataclasses import dataclass
from typing import Any

from tests.slack.model import Channel, Json, User, Workspace
from tests.slack.world import World


@dataclass(frozen=True)
class Payloads:
    world: World

    def command(self, user: User, channel: Channel, command: str, text: str) -> Json:
        workspace = self._of(user)
        about = {"team": user.team, "user": user.id, "channel": channel.id}
        return {
            "token": self.world.app.verification_token, "team_id": workspace.id, "team_domain": workspace.domain,
            "channel_id": channel.id, "channel_name": channel.name, "user_id": user.id, "user_name": user.name,
            "command": command, "text": text, "api_app_id": self.world.app.id, "is_enterprise_install": "false",
            "response_url": self.world.new_response_url("commands", about),
            "trigger_id": self.world.new_trigger(workspace, user.id),
        }  # fmt: skip

    def press_in_message(self, user: User, channel: Channel, message: Json, action: Json, *, whispered: bool) -> Json:
        """One that only the user sees comes without its message."""
        about = {"team": user.team, "user": user.id, "channel": channel.id, "ts": message["ts"]}
        container = {
            "type": "message", "message_ts": message["ts"], "channel_id": channel.id, "is_ephemeral": whispered,
        }  # fmt: skip
        if message.get("thread_ts"):
            container["thread_ts"] = message["thread_ts"]
        told = self._interaction("block_actions", user) | {
            "container": container, "channel": {"id": channel.id, "name": channel.name}, "state": {"values": {}},
            "response_url": self.world.new_response_url("actions", about), "actions": [action],
            "trigger_id": self.world.new_trigger(self._of(user), user.id),
        }  # fmt: skip
        return told if whispered else told | {"message": copy.deepcopy(message)}

    def press_in_view(self, user: User, view: Json, action: Json) -> Json:
        return self._interaction("block_actions", user) | {
            "container": {"type": "view", "view_id": view["id"]}, "view": copy.deepcopy(view), "actions": [action],
            "trigger_id": self.world.new_trigger(self._of(user), user.id),
        }  # fmt: skip

    def submission(self, user: User, view: Json) -> Json:
        return self._interaction("view_submission", user) | {
            "view": copy.deepcopy(view), "response_urls": [],
            "trigger_id": self.world.new_trigger(self._of(user), user.id),
        }  # fmt: skip

    def closing(self, user: User, view: Json, *, is_cleared: bool) -> Json:
        return self._interaction("view_closed", user) | {"view": copy.deepcopy(view), "is_cleared": is_cleared}

    def suggestion(self, user: User, view: Json, block_id: str, action_id: str, text: str) -> Json:
        return self._interaction("block_suggestion", user) | {
            "container": {"type": "view", "view_id": view["id"]}, "view": copy.deepcopy(view),
            "block_id": block_id, "action_id": action_id, "value": text,
        }  # fmt: skip

    def shortcut(self, user: User, callback_id: str) -> Json:
        told = self._interaction("shortcut", user)
        del told["api_app_id"]
        told["user"] = {key: told["user"][key] for key in ("id", "username", "team_id")}
        return told | {
            "callback_id": callback_id, "action_ts": self._ts(user),
            "trigger_id": self.world.new_trigger(self._of(user), user.id),
        }  # fmt: skip

    def message_shortcut(self, user: User, channel: Channel, message: Json, callback_id: str) -> Json:
        about = {"team": user.team, "user": user.id, "channel": channel.id}
        told = self._interaction("message_action", user)
        del told["api_app_id"]
        return told | {
            "user": {"id": user.id, "username": user.name, "team_id": user.team, "name": user.name},
            "callback_id": callback_id, "action_ts": self._ts(user), "message_ts": message["ts"],
            "message": copy.deepcopy(message), "channel": {"id": channel.id, "name": channel.name},
            "response_url": self.world.new_response_url("actions", about),
            "trigger_id": self.world.new_trigger(self._of(user), user.id),
        }  # fmt: skip

    def event(self, workspace: Workspace, event: Json) -> Json:
        """Around every event; its id is the same on each repeat."""
        return {
            "token": self.world.app.verification_token, "team_id": workspace.id, "context_team_id": workspace.id,
            "context_enterprise_id": None, "api_app_id": self.world.app.id, "event": event, "type": "event_callback",
            "event_id": self.world.new_id("Ev"), "event_time": int(self.world.clock.now()),
            "authorizations": [{
                "enterprise_id": None, "team_id": workspace.id, "user_id": workspace.bot.id, "is_bot": True,
                "is_enterprise_install": False,
            }],
            "is_ext_shared_channel": False, "event_context": f"4-{self.world.new_id('')}",
        }  # fmt: skip

    def _interaction(self, kind: str, user: User) -> Json:
        workspace = self._of(user)
        about: dict[str, Any] = {
            "type": kind, "token": self.world.app.verification_token, "api_app_id": self.world.app.id,
            "team": {"id": workspace.id, "domain": workspace.domain}, "enterprise": None,
            "is_enterprise_install": False,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
        }  # fmt: skip
        return about

    def _ts(self, user: User) -> str:
        return self._of(user).next_ts(self.world.clock.now())

    def _of(self, user: User) -> Workspace:
        return self.world.workspaces[user.team]
