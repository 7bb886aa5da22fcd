"""Where somebody can be written to in Teams, as it stands in `Address.details`: our own record, not the SDK's object."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

_CONVERSATION = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._:;=-]{0,499}")


@dataclass(frozen=True)
class Reference:
    """`user` is Teams' own id of the person for this bot ("29:…"); `conversation` is empty until they wrote to it alone."""

    service_url: str = ""
    conversation: str = ""
    user: str = ""
    bot: str = ""
    zone: str = ""  # the last one that Teams told of them

    @property
    def details(self) -> str:
        return json.dumps(asdict(self))


def reference_from(details: str) -> Reference:
    """What `details` says; empty for anything else."""
    try:
        told = json.loads(details or "{}")
    except ValueError:
        return Reference()
    known = Reference.__dataclass_fields__
    return Reference(**{name: str(value) for name, value in told.items() if name in known})


def reference_in(activity: Mapping[str, Any]) -> Reference:
    """The conversation in which an activity was said."""
    return Reference(
        activity["serviceUrl"], activity["conversation"]["id"], activity["from"]["id"],
        (activity.get("recipient") or {}).get("id", ""),
    )  # fmt: skip


def is_conversation(id_: str) -> bool:
    """Whether what came back with a press may name a conversation: nothing that would lead a call anywhere else."""
    return _CONVERSATION.fullmatch(id_) is not None
