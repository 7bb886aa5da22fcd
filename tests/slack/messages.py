"""Saying: posted once for one `client_msg_id`, changed, deleted, whispered. What breaks Block Kit's limits is refused."""

import copy

from tests.slack import shapes
from tests.slack.call import Call, SlackError, invalid_arguments, method
from tests.slack.model import Channel, Json, Shown

LONGEST_TEXT = 40_000
MOST_BLOCKS = 50


@method("chat.postMessage", scope="chat:write")
def post_message(call: Call) -> Json:
    """To a channel, a DM, or to a user's id, which opens the DM. One who was deactivated takes it as if they were there."""
    channel = _target(call)
    said = read_message(call)
    _once(call, channel, said)
    message = shapes.bot_message(call.world.app, call.workspace, call.workspace.next_ts(call.world.clock.now()), said)
    if said.get("thread_ts") and channel.message(said["thread_ts"]) is None:
        raise SlackError("thread_not_found")
    channel.messages.append(message)
    call.world.show(Shown("post", call.workspace.id, "", channel.id, copy.deepcopy(message)))
    return {"channel": channel.id, "ts": message["ts"], "message": copy.deepcopy(message)}


@method("chat.update", scope="chat:write")
def update(call: Call) -> Json:
    message = _own(call, "cant_update_message")
    said = read_message(call)
    message["edited"] = {"user": call.workspace.bot.id, "ts": call.workspace.next_ts(call.world.clock.now())}
    message["text"] = said["text"]
    message["blocks"] = shapes.with_ids(said.get("blocks") or [shapes.paragraph(said["text"])])
    if said.get("metadata"):
        message["metadata"] = said["metadata"]
    call.world.show(Shown("update", call.workspace.id, "", call.text("channel"), copy.deepcopy(message)))
    told = copy.deepcopy(message)
    return {"channel": call.text("channel"), "ts": message["ts"], "text": message["text"], "message": told}


@method("chat.delete", scope="chat:write")
def delete(call: Call) -> Json:
    message = _own(call, "cant_delete_message")
    channel = call.channel()
    channel.messages.remove(message)
    channel.deleted_ids.add(message.get("client_msg_id", ""))
    call.world.show(Shown("delete", call.workspace.id, "", channel.id, copy.deepcopy(message)))
    return {"channel": channel.id, "ts": message["ts"]}


@method("chat.postEphemeral", scope="chat:write")
def post_ephemeral(call: Call) -> Json:
    channel = _target(call)
    user = call.required("user")
    if user not in channel.members:
        raise SlackError("user_not_in_channel")
    message = shapes.bot_message(
        call.world.app, call.workspace, call.workspace.next_ts(call.world.clock.now()), read_message(call)
    )  # fmt: skip
    if not _is_in_thread_not_begun(channel, message):
        call.world.show(Shown("ephemeral", call.workspace.id, user, channel.id, message))
    return {"message_ts": message["ts"]}


def read_message(call: Call) -> Json:
    """text, blocks, metadata, thread_ts and client_msg_id as they were given. Raises SlackError."""
    blocks = call.structure("blocks", list, "invalid_blocks_format")
    metadata = call.structure("metadata", dict, "invalid_metadata_format")
    said: Json = {"text": call.text("text")[:LONGEST_TEXT]}
    said |= {name: call.text(name) for name in ("thread_ts", "client_msg_id") if call.text(name)}
    said |= {name: given for name, given in (("blocks", blocks), ("metadata", metadata)) if given}
    if not said["text"] and not blocks:
        raise SlackError("no_text")
    if metadata and not {"event_type", "event_payload"} <= metadata.keys():
        raise SlackError("invalid_metadata_schema")
    refuse_bad_blocks(call, said)
    return said


def refuse_bad_blocks(call: Call, said: Json) -> None:
    problems = call.world.check("message", {key: said[key] for key in ("text", "blocks") if key in said})
    if not said["text"]:
        call.world.complain("message", ["no top-level text: notifications and screen readers read it"])
    if len(said.get("blocks", [])) > MOST_BLOCKS:
        problems = [*problems, f"no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]"]
    if problems:
        told = [f"[ERROR] {problem}" for problem in problems]
        raise SlackError("invalid_blocks", errors=problems, response_metadata={"messages": told})


def _target(call: Call) -> Channel:
    wanted = call.required("channel")
    if wanted in call.workspace.users:
        if call.workspace.users[wanted].is_bot:
            raise SlackError("cannot_dm_bot")
        return call.world.open_dm(call.workspace, wanted)
    channel = call.channel()
    if channel.is_archived:
        raise SlackError("is_archived")
    if call.workspace.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _is_in_thread_not_begun(channel: Channel, message: Json) -> bool:
    """Slack takes it and shows it to nobody, as its reference says."""
    thread = message.get("thread_ts")
    return bool(thread) and not any(m.get("thread_ts") == thread for m in channel.messages)


def _once(call: Call, channel: Channel, said: Json) -> None:
    """The second post with one `client_msg_id` is refused; when the first is gone, so is what it would double."""
    given = said.get("client_msg_id")
    if given and given in channel.deleted_ids:
        raise SlackError("duplicate_message_not_found")
    if given and any(message.get("client_msg_id") == given for message in channel.messages):
        raise SlackError("duplicate_message")


def _own(call: Call, error: str) -> Json:
    if not call.text("ts"):
        raise invalid_arguments("missing required field: ts")
    message = call.channel().message(call.text("ts"))
    if message is None:
        raise SlackError("message_not_found")
    if message.get("bot_id") != call.workspace.bot_id:
        raise SlackError(error)
    return message
