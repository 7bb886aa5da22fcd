"""Secrets at rest: AES-256-GCM under a key that is never stored, bound to the place they belong to.

A sealed text is `2:KEY:…`, where KEY tells which key it was, and nothing of it; `1:…` is from before keys could change.
"""

import base64
import binascii
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FIRST, _VERSION = "1:", "2:"
_NONCE = 12  # bytes


DOES_NOT_OPEN = "the token cannot be opened"  # in a word, where it is told beside others


class CannotUnseal(ValueError):
    """A stored secret does not open with FOLLOWTHROUGH_SECRET_KEY: the key has changed, or the row was moved."""


class Seal:
    """Seals with one key; opens with it, or with the one that was before it."""

    def __init__(self, secret: str, before: str = "") -> None:
        self._keys = [_Key(one) for one in (secret, before) if one]

    def close(self, text: str, place: str) -> str:
        """`place` names whose it is, such as "slack:T0123": elsewhere it does not open."""
        return f"{self._mark}{self._keys[0].close(text, place)}"

    def is_current(self, sealed: str) -> bool:
        """Whether it needs the key before no more."""
        return sealed.startswith(self._mark)

    def open(self, sealed: str, place: str) -> str:
        for key in self._keys:
            if sealed.startswith((_FIRST, f"{_VERSION}{key.id}:")):
                try:
                    return key.open(sealed.rpartition(":")[2], place)
                except (InvalidTag, binascii.Error, ValueError):
                    continue  # of the first kind nobody knows under which key it is
        raise CannotUnseal(CannotUnseal.__doc__)

    @property
    def _mark(self) -> str:
        return f"{_VERSION}{self._keys[0].id}:"


class _Key:
    def __init__(self, secret: str) -> None:
        self._cipher = AESGCM(_derived(secret, b"followthrough sealed columns", 32))
        self.id = _derived(secret, b"followthrough key id", 4).hex()

    def close(self, text: str, place: str) -> str:
        nonce = secrets.token_bytes(_NONCE)
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())).decode("ascii")

    def open(self, sealed: str, place: str) -> str:
        raw = base64.b64decode(sealed, validate=True)
        return self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], place.encode()).decode()


def _derived(secret: str, what: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length=length, salt=None, info=what).derive(secret.encode())
