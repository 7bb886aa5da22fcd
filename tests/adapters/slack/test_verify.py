"""A request is Slack's, or it is nobody's: decided on the raw bytes."""

import pytest

from adapters.slack.verify import is_genuine, sign

SECRET, NOW = "shhh", 1_773_324_000.0
BODY = "token=x&text=Zoë".encode()


def _good() -> str:
    return sign(BODY, str(int(NOW)), SECRET).decode()


def test_slacks_own_signature_is_taken():
    assert is_genuine(BODY, str(int(NOW)), _good(), SECRET, NOW)
    assert is_genuine(BODY, str(int(NOW)), _good(), SECRET, NOW + 299)


def test_it_is_the_signature_that_slack_documents():
    """The example of Slack's own page on verifying requests."""
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        b"&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
        b"%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    assert is_genuine(body, "1531420618", signature, "8f742231b10e8888abcd99yyyzzz85a5", 1531420618.0)


@pytest.mark.parametrize(
    ("timestamp", "signature", "body"),
    [
        ("", None, BODY), ("abc", None, BODY), ("-1", None, BODY), ("1" * 400, None, BODY), ("１７７３３２４０００", None, BODY),
        (str(int(NOW) - 301), None, BODY), (str(int(NOW) + 301), None, BODY), (str(int(NOW)), "", BODY),
        (str(int(NOW)), "v0=zz", BODY), (str(int(NOW)), "v0=é", BODY), (str(int(NOW)), "v0=\udcff", BODY),
        (str(int(NOW)), None, BODY + b"x"), (str(int(NOW)), None, b""), (str(int(NOW)), None, b"\xff\xfe"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_and_never_fails(timestamp, signature, body):
    given = signature if signature is not None else sign(BODY, "1773324000", SECRET).decode()
    assert not is_genuine(body, timestamp, given, SECRET, NOW)
    assert is_genuine(body, timestamp, given, "another", NOW) is False
