"""The address of a database as an operator writes it: what is wrong with it, and what of it may be shown. A password in it is
never shown, and no part of one.
"""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

ESCAPES = "In a password @ is written %40, : %3A, / %2F, ? %3F, # %23 and % %25."
_PORTS = range(1, 65_536)


def mistake_in(url: str) -> str:
    """A sentence; empty where it can be read. It repeats nothing: what stands in a part's place may be a password's rest."""
    try:
        port = make_url(url).port
    except ArgumentError:
        return f"it cannot be read as an address. {ESCAPES}"
    except ValueError:
        port = 0
    return "" if port is None or port in _PORTS else f"what stands in the port's place is no port. {ESCAPES}"


def password_in(url: str) -> str:
    """Of an address that can be read; empty for none."""
    return str(make_url(url).password or "")


def named_in(url: str) -> dict[str, str]:
    """Of an address with more than one @ any part may be a part of the password, so none is told."""
    if may_be_cut_wrong(url):
        return dict.fromkeys(("role", "database", "place"), "")
    whole = make_url(url)
    named = {"role": whole.username, "database": whole.database, "place": _place(whole)}
    return {name: f" ({value})" if value else "" for name, value in named.items()}


def _place(whole: URL) -> str:
    return f"{whole.host or 'this machine'}:{whole.port or 5432}"


def may_be_cut_wrong(url: str) -> bool:
    return url.count("@") > 1
