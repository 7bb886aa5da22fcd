"""What the user's client makes of the bot's answer to its own request: messages, errors beside fields, the next form."""

import json
from typing import Any

from tests.slack.call import SlackError
from tests.slack.delivering import Answer
from tests.slack.model import Json, Shown, User, Workspace
from tests.slack.response_urls import show_answer
from tests.slack.views import problems_of, put_modal, replace_modal
from tests.slack.world import World

MOST_OPTIONS = 100
SHOWN_BY_CLIENT = {
    "http_timeout": "operation_timeout", "connection_failed": "dispatch_failed", "": "dispatch_failed",
}  # fmt: skip


class Client:
    """One user's Slack, in front of which they sit."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self._user = user
        self._workspace: Workspace = world.workspaces[user.team]

    def takes(self, payload: Json, answer: Answer) -> None:
        """Shows what follows from an answer."""
        kind = payload.get("type", "command")
        if not answer.is_taken:
            self._error(SHOWN_BY_CLIENT[answer.failure])
            return
        match kind:
            case "command":
                self._command(payload, answer)
            case "view_submission":
                self._submission(payload["view"], answer)
            case "block_suggestion":
                self._options(answer)
            case "block_actions" | "shortcut" | "message_action" | "view_closed" if answer.text:
                self._world.complain(kind, [f"an answer that Slack ignores: {answer.text[:200]}"])

    def _command(self, payload: Json, answer: Answer) -> None:
        body = _object(answer.text) if answer.text.lstrip().startswith("{") else {"text": answer.text}
        if not any(body.values()):
            return
        about = {"team": payload["team_id"], "user": payload["user_id"], "channel": payload["channel_id"]}
        try:
            show_answer(self._world, self._workspace, about, body)
        except SlackError as error:
            self._error(str(error))

    def _submission(self, view: Json, answer: Answer) -> None:
        body = _object(answer.text)
        match body.get("response_action"):
            case None if not body:
                self.close(view)
            case "clear":
                self.close_all()
            case "errors":
                self._errors(view, body.get("errors"))
            case "update" | "push" as action:
                self._next(view, body.get("view"), action)
            case _:
                self._trouble([f"no such answer to a form: {answer.text[:200]}"])

    def _errors(self, view: Json, errors: Any) -> None:
        inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
        if not isinstance(errors, dict) or not errors or not errors.keys() <= inputs:
            self._trouble([f"errors for {errors}, but the fields are {sorted(inputs)}"])
            return
        self._show("errors", {"id": view["id"], "errors": errors})

    def _next(self, view: Json, said: Any, action: str) -> None:
        problems = problems_of(self._world, said, "modal")
        if problems:
            self._trouble([])
        elif action == "push":
            put_modal(self._world, self._workspace, self._user.id, said)
        else:
            replace_modal(self._world, self._workspace, self._user.id, view, said)

    def _options(self, answer: Answer) -> None:
        body = _object(answer.text)
        grouped = [option for group in body.get("option_groups") or [] for option in group["options"]]
        options = body.get("options", grouped)
        problems = [f"option {option!r}" for option in options if not _is_option(option)]
        if len(options) > MOST_OPTIONS:
            problems.append(f"{len(options)} options, {MOST_OPTIONS} are the most")
        self._world.complain("options", problems)

    def close(self, view: Json) -> None:
        """The form goes; the one below it is there again."""
        stack = self._workspace.modals.get(self._user.id, [])
        if view["id"] in stack:
            stack.remove(view["id"])
            self._workspace.views.pop(view["id"])
            self._show("closed", {"id": view["id"]})

    def close_all(self) -> None:
        for view_id in reversed(self._workspace.modals.get(self._user.id, [])[:]):
            self.close({"id": view_id})

    def _trouble(self, problems: list[str]) -> None:
        self._world.complain("view_submission", problems)
        self._error("We had some trouble connecting. Try again?")

    def _error(self, text: str) -> None:
        self._show("error", {"text": text})

    def _show(self, kind: str, content: Json) -> None:
        self._world.show(Shown(kind, self._user.team, self._user.id, "", content))


def _object(text: str) -> Json:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {"response_action": text}
    return found if isinstance(found, dict) else {"response_action": text}


def _is_option(option: Any) -> bool:
    """Source: docs/slack.md; text 75, value 150, and plain text in selects."""
    if not isinstance(option, dict) or option.get("text", {}).get("type") != "plain_text":
        return False
    return 0 < len(option["text"]["text"]) <= 75 and 0 < len(option.get("value", "")) <= 150
