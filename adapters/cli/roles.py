"""`followthrough admin EMAIL`: the operator's word on who sets things up in chat."""

from bot.app import awaited_admin
from bot.model import Role
from bot.store import Database, Store


def made_admin(database: Database, email: str, organisation: str) -> str:
    """What was done, in a sentence: now for a known member, else when that address is first seen."""
    known = database.operate(lambda operator: operator.organisations())
    chosen = [o for o in known if not organisation or organisation.casefold() in {str(o.id), o.name.casefold()}]
    names = [name for one in chosen if (name := database.write(one.id, lambda store: _promoted(store, email)))]
    if names:
        return f"{', '.join(names)} is an admin now."
    database.operate(lambda operator: operator.set_meta(awaited_admin(email), email.lower()))
    return f"Nobody with {email} is known yet. They become an admin when they first write to the bot."


def _promoted(store: Store, email: str) -> str:
    member = store.members.with_email(email)
    if member is None:
        return ""
    store.members.describe(member.id, role=Role.admin.value)
    return member.name
