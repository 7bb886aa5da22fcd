"""Forms and Home: a trigger lives three seconds and works once; a hash that is old loses; three forms are the most."""

import copy
import json
from typing import Any

from tests.slack import shapes
from tests.slack.call import Call, SlackError, invalid_arguments, method
from tests.slack.model import Json, Shown, Workspace
from tests.slack.world import World

TRIGGER_SECONDS = 3.0
MOST_MODALS = 3
MOST_BYTES = 250_000


@method("views.open")
def views_open(call: Call) -> Json:
    user = _spend_trigger(call)
    said = _read_view(call, "modal")
    call.workspace.modals[user] = []
    return {"view": put_modal(call.world, call.workspace, user, said)}


@method("views.push")
def views_push(call: Call) -> Json:
    user = _spend_trigger(call)
    said = _read_view(call, "modal")
    stack = call.workspace.modals.get(user, [])
    if not stack:
        raise SlackError("not_found")
    if len(stack) >= MOST_MODALS:
        raise SlackError("push_limit_reached")
    return {"view": put_modal(call.world, call.workspace, user, said)}


@method("views.update")
def views_update(call: Call) -> Json:
    view = _named_view(call)
    said = _read_view(call, view["type"])
    if call.text("hash") and call.text("hash") != view["hash"]:
        raise SlackError("hash_conflict", view=copy.deepcopy(view))
    user = next((u for u, stack in call.workspace.modals.items() if view["id"] in stack), "")
    return {"view": replace_modal(call.world, call.workspace, user, view, said)}


@method("views.publish")
def views_publish(call: Call) -> Json:
    user = call.user("user_id")
    said = _read_view(call, "home")
    known = call.workspace.home(user)
    if known and call.text("hash") and call.text("hash") != known["hash"]:
        raise SlackError("hash_conflict", view=copy.deepcopy(known))
    view_id = known["id"] if known else call.world.new_id("V")
    view = shapes.view(call.world.app, call.workspace, view_id, said)
    call.workspace.homes[user.id] = view_id
    call.workspace.views[view_id] = view
    call.world.show(Shown("home", call.workspace.id, user.id, "", copy.deepcopy(view)))
    return {"view": copy.deepcopy(view)}


def put_modal(world: World, workspace: Workspace, user: str, said: Json) -> Json:
    """A new form on top of what the user has open."""
    stack = workspace.modals.setdefault(user, [])
    view_id = world.new_id("V")
    place: Json = {"root_view_id": stack[0], "previous_view_id": stack[-1]} if stack else {}
    view = shapes.view(world.app, workspace, view_id, said, **place)
    stack.append(view_id)
    workspace.views[view_id] = view
    world.show(Shown("modal", workspace.id, user, "", copy.deepcopy(view)))
    return copy.deepcopy(view)


def replace_modal(world: World, workspace: Workspace, user: str, view: Json, said: Json) -> Json:
    """The same form with other content; what was typed stays in inputs that keep their ids."""
    kept = {key: view[key] for key in ("root_view_id", "previous_view_id")}
    new = shapes.view(world.app, workspace, view["id"], said, **kept)
    named = {(b["block_id"], b["element"]["action_id"]) for b in new["blocks"] if b["type"] == "input"}
    for block_id, values in view["state"]["values"].items():
        for action_id, value in values.items():
            if (block_id, action_id) in named:
                new["state"]["values"].setdefault(block_id, {})[action_id] = value
    workspace.views[view["id"]] = new
    world.show(Shown("modal", workspace.id, user, "", copy.deepcopy(new)))
    return copy.deepcopy(new)


def problems_of(world: World, said: Any, kind: str) -> list[str]:
    """What is wrong with a view that the bot sent; kept as complaints too."""
    if not isinstance(said, dict) or said.get("type") != kind or not isinstance(said.get("blocks"), list):
        return world.complain("view", [f"no {kind} view"])
    needs_submit = any(block.get("type") == "input" for block in said["blocks"]) and kind == "modal"
    if needs_submit and not said.get("submit"):
        return world.complain("view", ["a modal with an input needs `submit`"])
    return world.check(kind, said)


def _read_view(call: Call, kind: str) -> Json:
    said: Json = call.structure("view", dict, "invalid_arguments")
    if said is None:
        raise invalid_arguments("missing required field: view")
    problems = problems_of(call.world, said, kind)
    if problems:
        raise invalid_arguments(*problems)
    if len(json.dumps(said)) > MOST_BYTES:
        raise SlackError("view_too_large")
    return said


def _spend_trigger(call: Call) -> str:
    """The user who pressed; the trigger is spent whatever comes of it."""
    given = call.text("trigger_id") or call.text("interactivity_pointer")
    if not given:
        raise invalid_arguments("missing required field: trigger_id")
    trigger = call.workspace.triggers.get(given)
    if trigger is None:
        raise SlackError("invalid_trigger_id")
    if trigger.is_used:
        raise SlackError("exchanged_trigger_id")
    if call.world.clock.now() - trigger.made_at > TRIGGER_SECONDS:
        raise SlackError("expired_trigger_id")
    trigger.is_used = True
    return trigger.user


def _named_view(call: Call) -> Json:
    if call.text("view_id"):
        found = call.workspace.views.get(call.text("view_id"))
    else:
        named = call.required("external_id")
        found = next((v for v in call.workspace.views.values() if v["external_id"] == named), None)
    if found is None or found["type"] != "modal":
        raise SlackError("not_found")
    return found
