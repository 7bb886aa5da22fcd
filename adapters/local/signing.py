"""The cookie of the admin page: the session and when it was last used, signed. And the token that its forms carry.

Who that is, and what they may, stands in the database alone.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

IDLE = timedelta(minutes=30)
_PARTS = 3


@dataclass(frozen=True)
class Signer:
    """`secret` is the bot's, or made for this process alone."""

    secret: str

    def cookie(self, session: str, now: datetime) -> str:
        told = f"{session}.{int(now.timestamp())}"
        return f"{told}.{self._signed('cookie', told)}"

    def session_in(self, cookie: str, now: datetime) -> str:
        """The session of a cookie of ours that was used within the last half hour; else empty."""
        parts = cookie.split(".")
        if len(parts) != _PARTS or not cookie.isascii():
            return ""
        session, used_at, signature = parts
        if not hmac.compare_digest(signature, self._signed("cookie", f"{session}.{used_at}")):
            return ""
        return session if datetime.fromtimestamp(int(used_at), UTC) + IDLE > now else ""

    def form_token(self, session: str) -> str:
        """What no other site can know: without it nothing is changed."""
        return self._signed("form", session)

    def is_form_token(self, token: str, session: str) -> bool:
        return hmac.compare_digest(token.encode(), self.form_token(session).encode())

    def _signed(self, what: str, text: str) -> str:
        digest = hmac.new(self.secret.encode(), f"admin page {what}:{text}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
