"""Whether a request is Slack's: decided on the raw bytes, before anything in them is read. A refusal says nothing."""

import hashlib
import hmac

WINDOW_SECONDS = 300
_LONGEST_TIMESTAMP = 12  # digits


def is_genuine(body: bytes, timestamp: str, signature: str, secret: str, now: float) -> bool:
    """`now` in seconds since 1970. A replay within the window passes here; its key stops it later."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _LONGEST_TIMESTAMP):
        return False
    if abs(now - int(timestamp)) > WINDOW_SECONDS:
        return False
    return hmac.compare_digest(sign(body, timestamp, secret), signature.encode("utf-8", "surrogateescape"))


def sign(body: bytes, timestamp: str, secret: str) -> bytes:
    """Slack's own signature of a body: `v0=` and a hexadecimal digest."""
    return (
        b"v0="
        + hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest().encode()
    )
