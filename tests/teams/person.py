"""Somebody in Teams: what they type, press and fill in, as Teams tells the bot of it."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.teams.fake import BOT, FakeTeams, Json, Shown

_NUMBERS = itertools.count(1)
GROUP = "19:group@thread.v2"


@dataclass
class User:
    teams: FakeTeams
    name: str
    zone: str = "Europe/London"
    locale: str = "en-GB"
    email: str = ""
    role: str = "user"
    tenant: str = ""
    aad: str = field(default_factory=lambda: f"aad-{next(_NUMBERS):04}")

    def __post_init__(self) -> None:
        self.id = f"29:{self.aad}"
        self.conversation = f"a:{self.aad}"
        self.teams.people[self.id] = {
            "id": self.id, "name": self.name, "aadObjectId": self.aad, "email": self.email,
            "userPrincipalName": self.email, "userRole": self.role, "tenantId": self.tenant or self.teams.tenant,
        }  # fmt: skip

    def activity(self, kind: str, **more: Any) -> Json:
        now = datetime.now(UTC)  # noqa: TID251 - Teams tells real time
        tenant = self.teams.tenant
        return {
            "type": kind, "id": f"f:{next(_NUMBERS)}", "timestamp": now.isoformat().replace("+00:00", "Z"),
            "localTimestamp": now.astimezone(ZoneInfo(self.zone)).isoformat(), "localTimezone": self.zone,
            "locale": self.locale, "channelId": "msteams", "serviceUrl": self.teams.service_url, "recipient": BOT,
            "conversation": {"id": self.conversation, "conversationType": "personal", "tenantId": tenant},
            "from": {"id": self.id, "name": self.name, "aadObjectId": self.aad},
            "channelData": {"tenant": {"id": tenant}},
            "entities": [{"type": "clientInfo", "locale": self.locale, "platform": "Web", "timezone": self.zone}],
            **more,
        }  # fmt: skip

    def post(self, kind: str, **more: Any) -> tuple[int, Any]:
        return self.teams.post(self.activity(kind, **more))

    def say(self, text: str, **more: Any) -> tuple[int, Any]:
        return self.post("message", text=text, textFormat="plain", **more)

    def mention(self, text: str, conversation: str = GROUP, kind: str = "groupChat") -> tuple[int, Any]:
        written = f"<at>{BOT['name']}</at>"
        entity = {"type": "mention", "mentioned": BOT, "text": written}
        place = {"id": conversation, "isGroup": True, "conversationType": kind, "tenantId": self.teams.tenant}
        return self.say(f"{written}\u00a0{text}\n", entities=[entity], conversation=place)

    def install(self, **more: Any) -> None:
        """Both events of an installation; neither of them tells of a zone."""
        for kind, told in (("installationUpdate", {"action": "add"}), ("conversationUpdate", {"membersAdded": [BOT]})):
            activity = self.activity(kind, **{**told, **more})
            for name in ("localTimezone", "localTimestamp", "entities"):
                activity.pop(name)
            self.teams.post(activity)

    def execute(self, data: Json, shown: Shown | None = None, **value: Any) -> tuple[int, Any]:
        """Presses Action.Execute; the answer's card takes the place of what was pressed."""
        action = {"type": "Action.Execute", "verb": data.get("kind", ""), "data": data}
        told = {"replyToId": shown.id} if shown else {}
        status, body = self.post("invoke", name="adaptiveCard/action", value={"action": action, **value}, **told)
        if shown and body and body.get("type", "").endswith("card.adaptive"):
            shown.activity = {**shown.activity, "attachments": [{"content": body["value"]}]}
        return status, body

    def submit(self, data: Json, shown: Shown) -> tuple[int, Any]:
        """Action.Submit: a message with a value and no text."""
        return self.post("message", value=data, replyToId=shown.id)

    def invoke(self, name: str, value: Json, **more: Any) -> Any:
        status, body = self.post("invoke", name=name, value=value, **more)
        assert status == 200, (status, body)
        return body
