"""The local page's wire: a contract that tools outside the project rely on."""

import urllib.request
from datetime import UTC, datetime

import pytest

from tests.serving import Client, served

START = datetime(2026, 3, 12, 14, tzinfo=UTC)


@pytest.fixture
def page(sqlite_url, open_database):
    with served(open_database(sqlite_url), START) as client:
        yield client


def say(page: Client, member: object, **more: object) -> dict:
    status, answer = page.post("/local/message", {"member": member, **more})
    assert status == 200, answer
    return answer


def test_members_tell_who_one_can_be(page):
    status, answer = page.get("/local/members")
    assert status == 200
    assert [(m["name"], m["role"], m["zone"]) for m in answer["members"]][:2] == [
        ("Maria Keane", "manager", "Europe/London"),
        ("Tom Becker", "rep", "Europe/London"),
    ]
    assert answer["now"] == "2026-03-12T14:00:00+00:00"


def test_a_member_is_named_by_number_or_name(page):
    number = page.get("/local/members")[1]["members"][1]["id"]
    for who in (number, str(number), "Tom Becker", "tom"):
        assert say(page, who, text="help")["card"]["title"] == "What I can do"


def test_typed_pressed_and_filled_in_have_the_same_effect(page):
    for way in ({"text": "new Acme, 40 seats"}, {"command": "new Brightwell, room"}):
        assert "is a deal of yours" in say(page, "Tom", **way)["card"]["blocks"][0]["text"]
    form = say(page, "Tom", command="log Acme")["form"]
    assert [field["name"] for field in form["fields"]] == ["deal", "said", "theirs", "ours"]
    assert [field["required"] for field in form["fields"]] == [True, False, False, False]
    fields = {"deal": "Acme", "said": "we sign soon", "theirs": "check with finance by Fri", "ours": ""}
    filled = say(page, "Tom", form=form["command"], fields=fields, key=form["key"])
    typed = say(page, "Tom", text='logcall Brightwell: they said "we sign soon", they check with finance by Fri')
    facts = [{b["type"]: b.get("pairs") for b in answer["card"]["blocks"]}["facts"] for answer in (filled, typed)]
    assert facts[0] == facts[1]


def test_a_form_sent_twice_counts_once(page):
    say(page, "Tom", text="new Acme, 40 seats")
    form = say(page, "Tom", command="log Acme")["form"]
    sent = {"form": form["command"], "fields": {"deal": "Acme", "said": "we sign soon"}, "key": form["key"]}
    first, second = say(page, "Tom", **sent), say(page, "Tom", **sent)
    assert "Already done by you at 14:00" in second["card"]["blocks"][0]["text"]
    assert first["card"]["title"] == second["card"]["title"]
    say(page, "Tom", text="undo")
    assert "Nobody knows" in str(say(page, "Tom", text="where are we on Acme?")["card"])


def test_deals_are_completed_as_far_as_the_member_may_see_them(page):
    say(page, "Tom", text="new Harbour Foods, night-shift scanners")
    say(page, "Lena", text="new Harbour Hotels, key cards")
    status, found = page.get("/local/deals?member=Tom&q=harb")
    assert status == 200
    whole = {"name": "Harbour Foods", "about": "night-shift scanners", "full": "Harbour Foods, night-shift scanners"}
    assert found == {"deals": [whole]}
    assert page.get("/local/deals?member=Tom&q=%25")[1] == {"deals": []}
    assert page.get("/local/deals?member=Nobody&q=harb")[0] == 400


def test_the_answer_comes_as_html_too(page):
    answer = say(page, "Tom", text="logcall")
    assert answer["html"]["form"].count("<label") == 4
    status, html = page.send(_request(page, b'{"member": "Tom", "text": "help"}', Accept="text/html"))
    assert status == 200
    assert html.startswith('<form class="card"')


def _request(page: Client, body: bytes, **headers: str):
    import urllib.request

    return urllib.request.Request(
        page.url + "/local/message", data=body, headers={"Content-Type": "application/json", **headers}
    )


def test_the_clock_moves_to_the_next_morning_and_the_digest_arrives(page):
    say(page, "Tom", text="new Acme, 40 seats")
    say(page, "Tom", text="logcall Acme: I send the quote tomorrow")
    assert page.get("/local/dms?member=Tom")[1]["dms"] == []
    status, moved = page.post("/local/clock", {"to": "next morning", "member": "Tom"})
    assert status == 200
    assert moved["now"] == "2026-03-13T08:30:00+00:00"
    (digest,) = page.get("/local/dms?member=Tom")[1]["dms"]
    assert digest["card"]["title"] == "Fri 13 March. One today."
    line = next(block for block in digest["card"]["blocks"] if block["type"] == "line")
    done = next(button for button in line["buttons"] if button["label"] == "Done")
    answer = say(page, "Tom", command=done["command"], pressed_on=digest["card"]["key"])
    assert answer["replaces"] == digest["card"]["key"]
    assert page.get("/local/dms?member=Tom")[1]["dms"][0]["card"] == answer["card"]


@pytest.mark.parametrize(
    ("to", "now"),
    [
        ("2026-03-13T09:00:00+01:00", "2026-03-13T08:00:00+00:00"), ("2026-03-13T09:00", "2026-03-13T09:00:00+00:00"),
        ("2026-03-16", "2026-03-16T08:30:00+00:00"), ("tomorrow", "2026-03-13T08:30:00+00:00"),
    ],
)  # fmt: skip
def test_the_clock_takes_an_instant_or_a_day(page, to, now):
    assert page.post("/local/clock", {"to": to})[1]["now"] == now


@pytest.mark.parametrize("to", ["2026-03-01", "yesterday", 7, None, "9999-99-99", "2026-03-12T13:59:59+00:00"])
def test_the_clock_refuses_what_it_cannot_do_in_a_sentence(page, to):
    status, answer = page.post("/local/clock", {"to": to})
    assert status == 400
    assert answer["error"].endswith((".", '"'))


BAD_BODIES = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"member": "Tom"}', b'{"member": "Nobody", "text": "x"}', b'{"text": "x"}',
    b'{"member": true, "text": "x"}', b'{"member": "Tom", "text": 7}', b'{"member": "Tom", "text": ["x"]}',
    b'{"member": "Tom", "form": "logcall", "fields": "x"}', b'{"member": "Tom", "form": "logcall", "fields": {"a": 1}}',
    b'{"member": {"a": 1}, "text": "x"}', b'{"member": "Tom", "text": "x", "key": 9}', b"[" * 100_000,
    b'{"member": "Tom", "text": "' + b"x" * 1_100_000 + b'"}',
]  # fmt: skip


@pytest.mark.parametrize("body", BAD_BODIES, ids=range(len(BAD_BODIES)))
def test_a_bad_body_is_told_why(page, body):
    status, answer = page.post("/local/message", body)
    assert status == 400
    assert len(answer["error"]) > 10
    assert "Traceback" not in str(answer)


BAD_TEXTS = [
    "", " ", "\n", "x" * 10_000, "x" * 30_000, "\u0000", "\u202egnp.exe", "\ud800", "🙂" * 500, "<!channel>", "**", "<script>alert(1)</script>",
    "logcall <!channel>: 31/2", "logcall **: by 31/2", "logcall :", "logcall : x", "logcall -", "done", "done 999999999999999999999",
    "done -1", "undo 0", "undo x", "promise", "promise kept", "promise kept 0", "promise moved 1", "later", "later x", "later 1 31/2",
    "where are we on ?", "where", "next", "next x", "reply", "reply :", "words", "let go", "resume 1 1", "resume x", "new", "new ,", "new \u200b",
    "/logcall", "//", "followups all all", "logcall " + "a:" * 4000, "%s %d {0} {x}", "'; DROP TABLE deals; --", "9" * 5000, "undo " + "9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", BAD_TEXTS, ids=range(len(BAD_TEXTS)))
def test_odd_text_gets_a_sentence_and_never_an_error(page, text):
    import json

    status, answer = page.post("/local/message", json.dumps({"member": "Tom", "text": text}).encode("utf-8"))
    assert status == 200
    card = answer["card"]
    assert card["title"] or card["blocks"]
    assert "<script>" not in answer["html"]["card"]
    assert "<!channel>" not in answer["html"]["card"]


@pytest.mark.parametrize(
    "name",
    ["<!channel>", "**", "<script>alert(1)</script>", 'O\'Neill & "Sons"', "🙂", "a" * 100, "\u202eevil", "{{7*7}}"],
)
def test_a_strange_name_lives_a_whole_day(page, name):
    """Made, logged, asked for, in the digest: shown as text everywhere."""
    say(page, "Tom", text=f"new {name}")
    logged = say(
        page, "Tom", form="logcall", fields={"deal": name, "said": f"{name}!", "ours": "send the plan tomorrow"}
    )
    if logged["card"]["blocks"][-1]["type"] == "buttons":  # asked about it: take the offer
        logged = say(page, "Tom", command=logged["card"]["blocks"][-1]["buttons"][-1]["command"])
    say(page, "Tom", text=f"where are we on {name}?")
    digest = page.post("/local/clock", {"to": "next morning", "member": "Tom"})[1]["dms"]
    assert digest
    assert "<script>" not in digest[0]["html"]
    assert "49" not in digest[0]["html"] or "7*7" not in name


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Host": "127.0.0.1:1"}, {"Origin": "http://evil.example"}, {"Origin": "null"}],
)
def test_another_host_or_origin_is_refused(page, headers):
    for answer in (page.get("/", **headers), page.post("/local/message", {"member": "Tom", "text": "help"}, **headers)):
        assert answer[0] == 403
        assert "own machine" in answer[1]["error"]


def test_health_says_what_runs(page):
    for path in ("/healthz", "/readyz"):
        status, answer = page.get(path)
        assert status == 200
        assert answer["ok"] is True
        assert {"version", "tzdata", "database"} <= answer.keys()


def test_the_page_works_without_a_script(page):
    """Plain form posts: the whole page comes back with the answer in it."""
    posted = {"Content-Type": "application/x-www-form-urlencoded"}
    status, html = page.post("/local/message", b"member=2&text=new+Acme%2C+40+seats", **posted)
    assert status == 200
    assert "is a deal of yours now" in html
    assert "Acme" in page.post("/local/message", b"member=2&command=followups", **posted)[1]
    form = page.post("/local/message", b"member=2&form=logcall&key=k1&deal=Acme&said=soon&theirs=&ours=", **posted)[1]
    assert "Logged: Acme" in form
    assert page.post("/local/clock", b"member=2&to=next+morning", **posted)[0] == 200


def test_without_a_script_a_reload_shows_what_was_typed_and_answered(page):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for line in ("new+Acme,+40+seats", "%3Cb%3Enonsense%3C/b%3E"):
        assert page.post("/local/message", f"member=tom&text={line}".encode(), **form)[0] == 200
    reloaded = page.get("/?member=tom")[1]
    assert "<p>new Acme, 40 seats</p>" in reloaded
    assert "is a deal of yours now" in reloaded
    assert "&lt;b&gt;nonsense" in reloaded
    assert "is a deal of yours now" not in page.get("/?member=lena")[1]


def test_every_page_forbids_what_is_foreign_frames_and_keeping(page):
    for path in ("/", "/local/members", "/local/import"):
        with urllib.request.urlopen(page.url + path, timeout=30) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'; script-src 'self';" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["Cache-Control"] == "no-store"
            assert "charset=utf-8" in answer.headers["Content-Type"]
