"""Secrets at rest: AES-256-GCM under a key that is never stored, bound to the place they belong to."""

import base64
import binascii
import secrets
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = "1:"
_NONCE = 12  # bytes


class CannotUnseal(ValueError):
    """A stored secret does not open with FOLLOWTHROUGH_SECRET_KEY: the key has changed, or the row was moved."""


class Seal:
    """Seals and opens texts with one key. The library (7 MB) is loaded with the first text: a bot with a token of its own has none."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @cached_property
    def _cipher(self) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415
        from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

        info = b"followthrough sealed columns"
        return AESGCM(HKDF(SHA256(), length=32, salt=None, info=info).derive(self._secret.encode()))

    def close(self, text: str, place: str) -> str:
        """`place` names whose it is, such as "slack:T0123": elsewhere it does not open."""
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())
        return _VERSION + base64.b64encode(sealed).decode("ascii")

    def open(self, sealed: str, place: str) -> str:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        try:
            raw = base64.b64decode(sealed.removeprefix(_VERSION), validate=True)
            return self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], place.encode()).decode()
        except (InvalidTag, binascii.Error, ValueError):
            raise CannotUnseal(CannotUnseal.__doc__) from None
