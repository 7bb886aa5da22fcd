"""Why PostgreSQL cannot be used, in one sentence by what its driver says. No password is in it, and no part of one."""

import re

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

_CAUSES = (
    (r"password authentication failed|no password supplied", "PostgreSQL refuses the password, or knows no such role{role}"),
    (r'role "[^"]*" does not exist', "PostgreSQL knows no such role{role}"),
    (r'database "[^"]*" does not exist', "PostgreSQL has no such database{database}"),
    (r"Connection refused|No such file or directory", "nothing listens there{place}"),
    (r"resolve host|Name or service not known|nodename nor servname|name resolution", "there is no such host{place}"),
    (r"timeout expired|timed out|No route to host|Network is unreachable", "nobody answers there{place}"),
    (r"no pg_hba\.conf entry", "PostgreSQL lets this role in from nowhere near here{role}: pg_hba.conf"),
    (r"too many (clients|connections)|remaining connection slots", "PostgreSQL has no connection left"),
)  # fmt: skip
_NO_RIGHT = "42501"  # insufficient_privilege
_ESCAPES = "A @ in a password is written %40."


def cannot_use(url: str, error: DBAPIError) -> str:
    kind, told = type(error.orig).__name__, str(error.orig)
    if getattr(error.orig, "sqlstate", "") == _NO_RIGHT:
        role = _named(url)["role"]
        return (
            f"This role{role} may not make or change the tables. Run “followthrough migrate” as the role that owns them:"
            " docs/operations.md, part 3. Where that was done, the rights of part 2 are missing."
        )
    cause = (
        next((said for pattern, said in _CAUSES if re.search(pattern, told)), "")
        if not url.startswith("sqlite")
        else ""
    )
    if not cause:
        return f"Cannot use the database ({kind}). Check FOLLOWTHROUGH_DATABASE_URL and that it runs."
    return f"Cannot use the database: {cause.format(**_named(url))}. Check FOLLOWTHROUGH_DATABASE_URL.{_hint(url)}"


def _named(url: str) -> dict[str, str]:
    """Of an address with more than one @ any part may be a part of the password, so none is told."""
    if _is_mistaken(url):
        return dict.fromkeys(("role", "database", "place"), "")
    whole = make_url(url)
    place = f"{whole.host or 'this machine'}:{whole.port or 5432}"
    named = {"role": whole.username, "database": whole.database, "place": place}
    return {name: f" ({value})" if value else "" for name, value in named.items()}


def _hint(url: str) -> str:
    return f" {_ESCAPES}" if _is_mistaken(url) else ""


def _is_mistaken(url: str) -> bool:
    return url.count("@") > 1
