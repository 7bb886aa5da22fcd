"""An organisation as it is stored: its policy is a sum of figures, of which a new version of the bot may know more or fewer."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import time
from typing import Any

from bot.model import Organisation, Policy


def policy_as_stored() -> dict[str, Any]:
    """The figures that an organisation begins with."""
    return asdict(Policy()) | {"day_ends_at": Policy().day_ends_at.isoformat("minutes")}


def organisation_from(id_: int, name: str, policy: Mapping[str, Any]) -> Organisation:
    figures = {name: value for name, value in policy.items() if name in Policy.__dataclass_fields__}
    if "day_ends_at" in figures:
        figures["day_ends_at"] = time.fromisoformat(figures["day_ends_at"])
    return Organisation(id_, name, Policy(**figures))
