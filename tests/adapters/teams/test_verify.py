"""A token that is not Microsoft's, not for us, or not for that activity gets 401; and the bot's own token goes nowhere."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest

from adapters.teams.hosts import is_service
from adapters.teams.settings import SERVICE_HOST
from tests.teams.fake import APP_ID, FakeTeams
from tests.teams.serving import Office, office
from tests.teams.signing import Signer, a_key, published

DAY = 86_400
Make = Callable[[Signer], str]


@pytest.fixture(scope="module")
def place(tmp_path_factory, migrated_sqlite) -> Iterator[Office]:
    import shutil

    from bot.store import Database

    path = tmp_path_factory.mktemp("teams") / "test.sqlite3"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite:///{path}")
    with office(database) as made:
        made.fake.signer.keys = [published("k1"), published("k3", ("webchat",)), published("k4", ())]
        made.said(made.rita, "help")
        yield made
    database.close()


def now() -> int:
    return int(time.time())  # noqa: TID251 - tokens end in real time


def unsigned(s: Signer, **head: Any) -> str:
    parts = [json.dumps(part).encode() for part in ({"alg": "none", "kid": "k1", **head}, s.claims())]
    return "Bearer " + ".".join([*(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts), ""])


def raw(s: Signer, **claims: Any) -> str:
    """What PyJWT would not write itself."""
    whole = json.dumps(s.claims(**claims)).encode()
    return "Bearer " + jwt.PyJWS().encode(whole, a_key("k1"), "RS256", headers={"kid": "k1"})


def by_secret(s: Signer, secret: str) -> str:
    return "Bearer " + jwt.encode(s.claims(), secret, algorithm="HS256", headers={"kid": "k1"})


def changed_after(s: Signer) -> str:
    head, _, signature = s.token().split(".")
    other = base64.urlsafe_b64encode(json.dumps(s.claims(exp=now() + DAY)).encode()).decode().rstrip("=")
    return f"Bearer {head}.{other}.{signature}"


BAD: dict[str, Make] = {
    "no header": lambda _: "",
    "no scheme": lambda s: s.token(),
    "another scheme": lambda s: f"Basic {s.token()}",
    "scheme in small letters": lambda s: f"bearer {s.token()}",
    "two blanks": lambda s: f"Bearer  {s.token()}",
    "two tokens": lambda s: f"Bearer {s.token()} {s.token()}",
    "a word": lambda _: "Bearer abc",
    "two parts": lambda s: "Bearer " + s.token().rpartition(".")[0],
    "four parts": lambda s: f"Bearer {s.token()}.x",
    "empty parts": lambda _: "Bearer ..",
    "no base64": lambda _: "Bearer ???.???.???",
    "a head that is no JSON": lambda _: "Bearer YWJj.YWJj.YWJj",
    "a head that is a list": lambda _: "Bearer W10.e30.YWJj",
    "too long": lambda s: s.header(padding="x" * 5200),
    "other letters": lambda s: s.header() + "é",
    "wrong audience": lambda s: s.header(aud="00000000-0000-0000-0000-0000000000bb"),
    "our audience in capitals": lambda s: s.header(aud=APP_ID.upper()),
    "no audience": lambda s: s.header(aud=None),
    "an empty audience": lambda s: s.header(aud=""),
    "several audiences": lambda s: s.header(aud=[APP_ID, "other"]),
    "wrong issuer": lambda s: s.header(iss="https://evil.example"),
    "the emulator's issuer": lambda s: s.header(iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
    "issuer with a slash": lambda s: s.header(iss="https://api.botframework.com/"),
    "no issuer": lambda s: s.header(iss=None),
    "issuers in a list": lambda s: raw(s, iss=["https://api.botframework.com"]),
    "expired": lambda s: s.header(exp=now() - 301),
    "expired long ago": lambda s: s.header(exp=now() - DAY),
    "never ending": lambda s: s.header(exp=None),
    "ending at a word": lambda s: s.header(exp="soon"),
    "ending at infinity": lambda s: s.header(exp=float("inf")),
    "not yet good": lambda s: s.header(nbf=now() + 400),
    "made in the future": lambda s: s.header(iat=now() + 4000),
    "another key under a known id": lambda s: s.header(key="k2", kid="k1"),
    "an unknown key": lambda s: s.header(key="k2"),
    "no key id": lambda s: s.header(kid=None),
    "a key id that is a number": lambda s: unsigned(s, kid=1, alg="RS256"),
    "a key for another channel": lambda s: s.header(key="k3"),
    "a key for no channel": lambda s: s.header(key="k4"),
    "no signature": unsigned,
    "no signature, small letters": lambda s: unsigned(s, alg="NoNe"),
    "no signature, said to be signed": lambda s: unsigned(s, alg="RS256"),
    "signed by a shared secret": lambda s: by_secret(s, "x" * 64),
    "signed by the public key as a secret": lambda s: by_secret(s, published("k1")["n"]),
    "another RSA way": lambda s: "Bearer " + jwt.encode(s.claims(), a_key("k1"), "RS384", headers={"kid": "k1"}),
    "PSS": lambda s: "Bearer " + jwt.encode(s.claims(), a_key("k1"), "PS256", headers={"kid": "k1"}),
    "changed after signing": changed_after,
    "a key of its own in the head": lambda s: s.header(key="k2", head={"jwk": published("k2")}),
    "a key address in the head": lambda s: s.header(key="k2", head={"jku": "https://evil.example/keys"}),
    "another service's address": lambda s: s.header(serviceurl="https://smba.trafficmanager.net/emea/"),
    "no service address": lambda s: s.header(serviceurl=None),
    "an unknown critical part": lambda s: s.header(head={"crit": ["b64"], "b64": False}),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_token_is_401_and_runs_nothing(place, name):
    before = len(place.fake.shown)
    activity = place.rita.activity("message", text="new Acme")
    assert place.fake.post(activity, header=BAD[name](place.fake.signer))[0] == 401
    place.bot.settle()
    assert len(place.fake.shown) == before


ALIEN: dict[str, dict[str, Any]] = {
    "no channel": {"channelId": ""},
    "another channel": {"channelId": "webchat"},
    "the emulator": {"channelId": "emulator"},
    "another tenant": {"channelData": {"tenant": {"id": "other"}}, "conversation": {"id": "a:1", "tenantId": "other"}},
    "two tenants": {"channelData": {"tenant": {"id": "other"}}},
    "no tenant": {"channelData": {}, "conversation": {"id": "a:1"}},
    "a tenant that is a list": {"channelData": {"tenant": ["x"]}, "conversation": {"id": "a:1"}},
    "no service": {"serviceUrl": None},
    "a service that is a number": {"serviceUrl": 5},
    "a service in capitals": {"serviceUrl": "HTTP://127.0.0.1/emea/"},
}


@pytest.mark.parametrize("name", ALIEN)
def test_a_good_token_for_something_else_is_401(place, name):
    activity = {**place.rita.activity("message", text="help"), **ALIEN[name]}
    header = place.fake.signer.header(serviceurl=activity["serviceUrl"])
    assert place.fake.post(activity, header=header)[0] == 401


def test_a_good_token_is_taken_also_a_little_late_or_early(place):
    for claims in ({}, {"exp": now() - 200}, {"nbf": now() + 200}, {"extra": "x"}, {"nbf": None}):
        header = place.fake.signer.header(**claims)
        assert place.fake.post(place.rita.activity("message", text="help"), header=header)[0] == 200, claims


def test_a_new_key_is_fetched_when_it_is_used_but_not_for_everybody_who_asks(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as made:
        assert made.rita.say("help")[0] == 200
        assert made.fake.key_fetches == 1
        keys = made.bot.found["teams"].ear.verifier._keys
        for _ in range(20):
            header = made.fake.signer.header(key="k2")
            assert made.fake.post(made.rita.activity("message", text="help"), header=header)[0] == 401
        assert made.fake.key_fetches == 1, "once a minute"
        made.fake.signer.keys.append(published("k2"))
        keys._tried -= 61
        assert (
            made.fake.post(made.rita.activity("message", text="help"), header=made.fake.signer.header(key="k2"))[0]
            == 200
        )
        assert made.fake.key_fetches == 2
        made.fake.signer.keys = [published("k2")]
        keys._fetched -= DAY + 1
        keys._tried -= DAY
        assert made.fake.post(made.rita.activity("message", text="help"))[0] == 401, "a key that was withdrawn"


def test_the_keys_we_know_go_on_while_microsoft_is_away(sqlite_url, open_database):
    with office(open_database(sqlite_url)) as made:
        assert made.rita.say("help")[0] == 200
        keys = made.bot.found["teams"].ear.verifier._keys
        keys._fetched, keys._tried, keys._openid_url = keys._fetched - DAY - 1, 0.0, "http://127.0.0.1:9/openid"
        assert made.rita.say("help")[0] == 200


HOSTILE = """
http://smba.trafficmanager.net/emea/
HTTPS://smba.trafficmanager.net/emea/
https://SMBA.trafficmanager.net/emea/
https://smba.trafficmanager.net.evil.example/
https://smba.trafficmanager.net@evil.example/
https://smba.trafficmanager.net:pass@evil.example/
https://evil.example@smba.trafficmanager.net/
https://user:pass@smba.trafficmanager.net/
https://@smba.trafficmanager.net/
https://smba.trafficmanager.net:443/emea/
https://smba.trafficmanager.net:8443/
https://smba.trafficmanager.net:/
https://smba.trafficmanager.net./emea/
https://.smba.trafficmanager.net/
https://evilsmba.trafficmanager.net/
https://evil.smba.trafficmanager.net/
https://evil.trafficmanager.net/
https://trafficmanager.net/
https://smba.trafficmanager.com/
https://smba-trafficmanager.net/
https://smba.trafficmanager.net%2eevil.example/
https://smba.trafficmanager.net%40evil.example/
https://smba.trafficmanager.net\\@evil.example/
https://smba.trafficmanager.net\\.evil.example/
https:\\\\smba.trafficmanager.net/
https:///smba.trafficmanager.net/
https:smba.trafficmanager.net/
//smba.trafficmanager.net/
smba.trafficmanager.net
https://smba.trafficmanager.net#@evil.example/
https://smba.trafficmanager.net?@evil.example/
https://smba.trafficmanager.net/?x=1
https://smba.trafficmanager.net/#x
https://smba.trafficmanager.net//evil.example/
https://smba.trafficmanager.net/../admin/
https://smba.trafficmanager.net/./
https://smba.trafficmanager.net/%2e%2e/
https://smba.trafficmanager.net/a b/
https://smba.trafficmanager.net /emea/
 https://smba.trafficmanager.net/emea/
https://smba.trafficmanager.net/emea/\u00a0
https://smba.trafficmanager.net/\u202e
https://ѕmba.trafficmanager.net/
https://smba。trafficmanager。net/
https://xn--mba-sua.trafficmanager.net/
https://127.0.0.1/
https://127.1/
https://localhost/
https://[::1]/
https://0.0.0.0/
https://2130706433/
https://0x7f000001/
https://0177.0.0.1/
https://169.254.169.254/latest/meta-data/
https://metadata.google.internal/
https://10.0.0.1/
https://192.168.1.1/
https://[fd00::1]/
https://[::ffff:127.0.0.1]/
https://127.0.0.1.nip.io/
ftp://smba.trafficmanager.net/
file:///etc/passwd
gopher://smba.trafficmanager.net/
javascript:alert(1)
data:text/html,x
wss://smba.trafficmanager.net/
https://
https://-/
https://smba.trafficmanager.net;evil.example/
https://smba.trafficmanager.net,evil.example/
""".strip("\n").splitlines()


@pytest.mark.parametrize(
    "url",
    [
        *HOSTILE,
        "",
        "https://smba.trafficmanager.net/\n",
        "https://smba.trafficmanager.net\t/",
        "https://smba.trafficmanager.net/" + "a" * 400,
    ],
)
def test_a_hostile_service_address_is_none(url):
    assert not is_service(url, (SERVICE_HOST,))


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/amer/11111111-1111-1111-1111-111111111111/",
        "https://smba.trafficmanager.net",
        "https://smba.trafficmanager.net/teams",
    ],
)
def test_microsofts_own_is_one(url):
    assert is_service(url, (SERVICE_HOST,))


def test_there_are_enough_cases():
    assert len(BAD) + len(ALIEN) >= 40
    assert len(HOSTILE) >= 60


def test_a_hostile_address_over_http_is_401_and_hears_nothing(place):
    """Also with a token that names it: whoever can forge the one may have got the other."""
    with FakeTeams() as canary:
        for url in [*HOSTILE, canary.service_url.replace("127.0.0.1", "127.0.0.2")]:
            if is_service(url, ("127.0.0.1",)):
                continue  # this trial's own allow-list names this machine
            activity = {**place.rita.activity("message", text="help"), "serviceUrl": url}
            assert place.fake.post(activity, header=place.fake.signer.header(serviceurl=url))[0] == 401, url
        place.bot.settle()
        assert canary.receipts == []


def test_what_is_stored_is_checked_once_more_before_the_token_leaves(place):
    from adapters.teams.errors import Refused
    from adapters.teams.reference import Reference

    frame = place.bot.found["teams"]._frame
    where = Reference("https://evil.example/", "a:1", "29:x", "28:b")
    with pytest.raises(Refused, match="service address"):
        place.bot.run(lambda: frame.send(where, {"type": "message", "text": "x"}))
