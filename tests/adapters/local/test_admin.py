"""The admin page over real HTTP: who gets in, who does not, and that what is pressed there is what is typed to the bot."""

import http.client
import re
import threading
import time
import urllib.parse
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape

import pytest

from adapters.cli.settings import Settings
from adapters.local.admin import Admin
from bot.adminpage import AdminPage
from bot.app import App
from bot.cards import Link, Message, plain_text
from bot.model import DONE, REFUSED, Address, Policy, Profile, Reach, Role
from bot.store import Database
from bot.views.administering import HOW_TO_ENTER, NOT_FROM_HERE, NOT_HERE, Part
from tests.serving import Client, running, served, serving

START = datetime(2026, 3, 12, 14, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"


@dataclass
class Answer:
    status: int
    text: str
    headers: dict[str, str]


@dataclass
class Visitor:
    """A browser: it keeps the page's cookie, and follows nothing by itself."""

    url: str
    cookie: str = ""
    sent: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | None = None) -> Answer:
        there = urllib.parse.urlsplit(urllib.parse.urljoin(self.url, path))
        connection = http.client.HTTPConnection(there.netloc, timeout=30)
        headers = {"Cookie": self.cookie, **({"Content-Type": FORM} if body is not None else {}), **self.sent}
        connection.request(method, there.path, body, headers)
        response = connection.getresponse()
        answer = Answer(response.status, response.read().decode(), dict(response.getheaders()))
        connection.close()
        kept = answer.headers.get("Set-Cookie", "").partition(";")[0]
        self.cookie = kept if kept.partition("=")[0].endswith("followthrough_admin") else self.cookie
        return answer

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        return self.ask("POST", path, urllib.parse.urlencode(fields))

    def press(self, part: str, command: str, **fields: str) -> Answer:
        """As a button or a form of that part does it: with the token that the page holds."""
        named = {"form": command, **fields} if fields else {"command": command}
        return self.post(f"/admin/{part}", token=self.token(part), **named)

    def token(self, part: str = "figures") -> str:
        return re.search(r'name="token" value="([^"]+)"', self.get(f"/admin/{part}").text)[1]


class World:
    """Maria is the admin of a team whose page is served."""

    def __init__(self, client: Client, database: Database) -> None:
        self.client, self.database = client, database
        self.here = database.survey(lambda operator: operator.organisations())[0].id
        self.ids = {m.first_name: m.id for m in App(database, lambda: START).members(self.here)}
        self.be("Maria", Role.admin)

    def be(self, name: str, role: Role) -> None:
        self.database.write(self.here, lambda store: store.members.overrule(self.ids[name], role=role.value))

    def say(self, name: str, text: str) -> str:
        status, answer = self.client.post("/local/message", {"member": name, "text": text})
        assert status == 200
        return str(answer)

    def named(self, text: str) -> str:
        """With the number of whoever stands there in braces."""
        for name, id_ in self.ids.items():
            text = text.replace(f"{{{name}}}", str(id_))
        return text

    def link(self, name: str = "Maria") -> str:
        return re.search(r"http://[^' ]+/admin/in/[^' \"]+", self.say(name, "admin page"))[0]

    def signed_in(self, name: str = "Maria") -> Visitor:
        visitor = Visitor(self.client.url)
        assert visitor.post(self.link(name)).status == 303
        return visitor

    def later(self, to: str) -> None:
        assert self.client.post("/local/clock", {"member": "Maria", "to": to})[0] == 200

    def told(self, text: str) -> str:
        """What the core says to it, in words."""
        return plain_text(App(self.database, lambda: START).answer(Message(self.here, self.ids["Maria"], text)).card)

    @property
    def policy(self) -> Policy:
        return self.database.read(self.here, lambda store: store.organisation.policy)


@contextmanager
def world(database: Database):
    with served(database, START, admin_page=True) as client:
        yield World(client, database)


@pytest.fixture
def team(sqlite_url, open_database):
    with world(open_database(sqlite_url)) as made:
        yield made


def words(answer: Answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def refused(answer: Answer) -> bool:
    return answer.status == 403 and HOW_TO_ENTER in words(answer)


def test_a_link_lets_its_admin_in_once_and_leaves_the_address_bar(database):
    with world(database) as team:
        link, ana, other = team.link(), Visitor(team.client.url), Visitor(team.client.url)
        assert [ana.get(link).status, ana.get(link).status] == [200, 200]  # who only looks uses nothing up
        entered = ana.post(link)
        assert (entered.status, entered.headers["Location"]) == (303, "/admin")
        assert re.search("; HttpOnly; .*Path=/admin; SameSite=Strict", entered.headers["Set-Cookie"])
        assert ana.get("/admin").headers["Location"] == "/admin/figures"
        for part in Part:
            assert ana.get(f"/admin/{part}").status == 200
        assert refused(other.get(link))
        assert refused(other.post(link))
        assert refused(other.get("/admin/figures"))


def test_who_asked_got_in_or_no_longer_may_stands_in_the_audit_record(team):
    late, link = team.link(), team.link()
    visitor = Visitor(team.client.url)
    visitor.post(link)
    visitor.press("words", "wall ban deep dive")
    team.be("Maria", Role.rep)
    visitor.post(late)
    entries = team.database.survey(lambda o: list(o.audit_chain.entries(None, None, team.here)))
    assert {entry.member_id for entry in entries} == {team.ids["Maria"]}
    assert [(entry.action, entry.source, entry.outcome) for entry in entries] == [
        ("admin page", "page", DONE), ("admin page", "page", DONE), ("sign in", "page", DONE), ("ban", "page", DONE),
        ("sign in", "page", REFUSED),
    ]  # fmt: skip


def test_of_two_who_bring_a_link_at_once_one_gets_in(database):
    with world(database) as team:
        for _ in range(3):
            link, found = team.link(), []
            ready = threading.Barrier(4)

            def bring(link=link, ready=ready, found=found):
                ready.wait()
                found.append(Visitor(team.client.url).post(link).status)

            threads = [threading.Thread(target=bring) for _ in range(4)]
            [thread.start() for thread in threads]
            [thread.join() for thread in threads]
            assert sorted(found) == [303, 403, 403, 403]


def test_only_the_hash_of_a_link_is_stored(team, tmp_path):
    secret = team.link().rpartition("-")[2]
    team.signed_in()
    assert len(secret) == 64
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("test.sqlite3*"))
    assert secret.encode() not in stored


def test_a_link_is_good_for_ten_minutes(team):
    first, second = team.link(), team.link()
    team.later("2026-03-12T14:09:59+00:00")
    assert Visitor(team.client.url).post(first).status == 303
    team.later("2026-03-12T14:10:00+00:00")
    assert refused(Visitor(team.client.url).get(second))
    assert refused(Visitor(team.client.url).post(second))


def test_who_does_nothing_for_half_an_hour_is_out_and_nobody_stays_longer_than_eight(team):
    idle, busy = team.signed_in(), team.signed_in()
    team.later("2026-03-12T14:29:00+00:00")
    assert busy.get("/admin/figures").status == 200
    team.later("2026-03-12T14:31:00+00:00")
    assert refused(idle.get("/admin/figures"))
    for minutes in range(55, 8 * 60, 25):
        team.later(f"2026-03-12T{14 + minutes // 60}:{minutes % 60:02}:00+00:00")
        assert busy.get("/admin/figures").status == 200
    team.later("2026-03-12T22:00:01+00:00")
    assert refused(busy.get("/admin/figures"))


def test_who_is_no_admin_any_more_is_out_at_the_next_request(team):
    visitor, waiting = team.signed_in(), team.link()
    token = visitor.token()
    team.be("Maria", Role.manager)
    assert refused(visitor.get("/admin/people"))
    assert refused(visitor.post("/admin/words", token=token, command="wall ban deep dive"))
    assert refused(Visitor(team.client.url).post(waiting))
    assert "“deep dive”" not in team.told("wall")


def test_making_oneself_a_rep_there_is_the_last_thing(team):
    team.be("Lena", Role.admin)
    visitor = team.signed_in()
    assert refused(visitor.press("people", f"make {team.ids['Maria']}", role="rep", manager=""))
    assert "Maria Keane, rep" in team.told("people")


def test_who_left_every_platform_is_out_and_so_is_their_link(team):
    visitor, waiting = team.signed_in(), team.link()
    app = App(team.database, lambda: START)
    places = team.database.read(team.here, lambda s: [one.address for one in s.identities.of(team.ids["Maria"])])
    other = Address("slack", "T1", "U1")
    team.database.write(team.here, lambda s: s.identities.add(team.ids["Maria"], other))
    app.describe(team.here, other, Profile("", "", ""), gone=True)
    assert visitor.get("/admin/figures").status == 200, "on the other one they are still there"
    for place in places:
        app.describe(team.here, place, Profile("", "", ""), gone=True)
    assert refused(visitor.get("/admin/figures"))
    team.database.write(team.here, lambda s: s.identities.come_back(places[0]))
    assert refused(visitor.get("/admin/figures")), "the session ended, and nobody gets it back"
    assert refused(Visitor(team.client.url).post(waiting))


def test_who_is_marked_as_gone_by_whatever_way_is_refused(team):
    visitor, waiting = team.signed_in(), team.link()

    def leave(store):
        for place in store.identities.of(team.ids["Maria"]):
            store.identities.leave(place.address, "left", START)

    team.database.write(team.here, leave)
    assert refused(visitor.get("/admin/figures"))
    assert refused(Visitor(team.client.url).get(waiting))


@pytest.mark.parametrize("how", ["make", "undo"])
def test_a_session_does_not_come_back_with_the_role(team, how):
    team.say("Maria", "make Lena an admin")
    visitor = team.signed_in("Lena")
    team.say("Maria", "undo" if how == "undo" else "make Lena a manager")
    team.say("Maria", "make Lena an admin")
    assert refused(visitor.get("/admin/figures"))


def test_a_strangers_guess_waits_for_no_writer(team):
    ended = threading.Event()
    writer = threading.Thread(target=team.database.operate, args=[lambda _: ended.wait(25)])
    writer.start()
    try:
        began = time.monotonic()
        assert refused(Visitor(team.client.url).post(f"/admin/in/{team.here}-{'a' * 64}"))
        assert time.monotonic() - began < 10
    finally:
        ended.set()
        writer.join()


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("none", 200), ("same-origin", 200)]
)
def test_only_a_form_of_its_own_is_taken_where_the_browser_tells(team, site, status):
    visitor = team.signed_in()
    token = visitor.token()
    visitor.sent = {"Sec-Fetch-Site": site}
    assert visitor.post("/admin/words", token=token, command="wall").status == status


def test_who_signs_out_is_out_and_a_copy_of_the_cookie_with_them(team):
    visitor = team.signed_in()
    copy = Visitor(team.client.url, visitor.cookie)
    assert visitor.post("/admin/out", token="x" * 43).status == 200  # another site's form signs nobody out
    assert copy.get("/admin/figures").status == 200
    visitor.cookie = copy.cookie
    assert visitor.post("/admin/out", token=copy.token()).status == 200
    assert refused(copy.get("/admin/figures"))


def test_a_link_of_another_organisation_or_for_another_purpose_opens_nothing(team):
    elsewhere = team.database.operate(lambda operator: operator.create_organisation("Elsewhere"))
    team.database.write(elsewhere, lambda store: store.members.add("Eve", Role.admin, "UTC"))
    link = team.link()
    secret = link.rpartition("-")[2]
    visitor = Visitor(team.client.url)
    for code in (
        f"{elsewhere}-{secret}",
        f"999999999999-{secret}",
        secret,
        f"{team.here}-{'0' * 64}",
        f"{team.here}-%00",
    ):
        assert refused(visitor.get(f"/admin/in/{code}")), code
        assert refused(visitor.post(f"/admin/in/{code}")), code
    session = team.signed_in().cookie.partition("=")[2].split(".")[0]
    assert refused(visitor.post(f"/admin/in/{session}"))
    assert "used up" in team.say("Tom", f"link {secret}")
    assert visitor.post(link).status == 303


def test_a_cookie_that_was_made_or_changed_is_none(team):
    session, used, signature = team.signed_in().cookie.partition("=")[2].split(".")
    other = f"{team.here}-{'0' * 64}"
    made = (
        f"{other}.{used}.{signature}",
        f"{session}.{int(used) + 9999}.{signature}",
        f"{session}.{used}.",
        "é.x.y",
        "",
    )
    for cookie in made:
        visitor = Visitor(team.client.url, f"followthrough_admin={urllib.parse.quote(cookie)}")
        assert refused(visitor.get("/admin/figures")), cookie


def test_only_an_admin_is_given_a_link(team):
    for name in ("Tom", "Lena"):
        assert "Only an admin can change that: Maria Keane." in team.say(name, "admin page")
    team.be("Tom", Role.inactive)
    assert "not active" in team.say("Tom", "admin page")


def test_a_bot_that_serves_no_page_says_so(sqlite_url, open_database):
    database = open_database(sqlite_url)
    with world(database) as team:
        reply = App(database, lambda: START).answer(Message(team.here, team.ids["Maria"], "admin page"))
        assert "not set up here" in plain_text(reply.card)
        assert not [block for block in reply.card.blocks if isinstance(block, Link)]


def test_nothing_is_changed_without_the_token_of_the_page(team):
    visitor, another = team.signed_in(), team.signed_in()
    command = "settings policy gap 5 days instead of 7 days"
    for given in ({}, {"token": ""}, {"token": "é"}, {"token": another.token()}):
        answer = visitor.post("/admin/figures", command=command, **given)
        assert answer.status == 403
        assert NOT_FROM_HERE in words(answer)
    for sent in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        token = visitor.token()
        visitor.sent = sent
        assert visitor.post("/admin/figures", token=token, command=command).status == 403
        visitor.sent = {}
    visitor.sent = {"Host": "evil.example"}
    assert refused(visitor.get("/admin/figures"))
    assert team.policy.min_gap == Policy().min_gap


def test_every_answer_forbids_script_frames_and_keeping(team):
    visitor = team.signed_in()
    link = team.link()
    answers = [
        visitor.get(path) for path in (link, "/admin", "/admin/people", "/admin/nothing", "/admin/style/admin.css")
    ]
    answers += [Visitor(team.client.url).get("/admin/people"), visitor.post("/admin/people"), visitor.post(link)]
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    for part in Part:
        assert not re.search(r"<script|\son\w+=|style=", visitor.get(f"/admin/{part}").text)


def test_a_figure_is_shown_before_it_is_saved_and_taken_back(team):
    visitor = team.signed_in()
    shown = visitor.press("figures", "settings policy change", min_gap="5 days")
    assert "Not saved yet" in words(shown)
    assert team.policy.min_gap == Policy().min_gap
    saving = unescape(re.search(r'value="(settings policy gap [^"]+)"', shown.text)[1])
    saved = visitor.press("figures", saving)
    assert "Everybody's list follows it from now on." in words(saved)
    assert "5 days (by Maria, Thu 12 March; 7 days before)" in words(saved)
    assert team.policy.min_gap == 5
    undo = re.search(r'value="(undo \d+)"', saved.text)[1]
    assert "Taken back" in words(visitor.press("figures", undo))
    assert team.policy.min_gap == Policy().min_gap


def test_what_is_wrong_is_said_beside_its_field_once(team):
    answer = team.signed_in().press("figures", "settings policy change", min_gap="900 days")
    assert "Give a whole number, 1 to 60 days." in words(answer)
    assert answer.text.count('name="min_gap"') == 1
    assert 'value="900 days"' in answer.text


# What is pressed or filled in there, by part; and the line that says the same to the bot.
SAME = {
    "shelf": ("shelf", {"kind": "case:", "text": "how Harbour halved returns"}, "shelf case: how Harbour halved returns", "shelf"),
    "ban": ("words", {"form": "wall ban", "phrase": "deep dive"}, "wall ban deep dive", "wall"),
    "opener": (
        "words", {"form": "wall opener", "pattern": "{when} you said {said}; what came of it?"},
        "wall opener {when} you said {said}; what came of it?", "wall",
    ),
    "sells": ("words", {"form": "wall sells", "trade": "dates"}, "wall sells dates", "wall"),
    "one's holidays": ("holidays", {"who": "{Tom}", "country": "de"}, "holidays Tom DE", "holidays"),
    "a zone's holidays": ("holidays", {"who": "Europe/London", "country": "none"}, "holidays London none", "holidays"),
    "a role": ("people", {"form": "make {Tom}", "role": "manager", "manager": ""}, "make Tom a manager of nobody", "people"),
    "no manager": ("people", {"form": "make {Omar}", "role": "rep", "manager": ""}, "make Omar a rep of nobody", "team"),
    "not the wall": ("shelf", {"kind": "news:", "text": "we just circle back"}, "shelf news: we just circle back", "shelf"),
}  # fmt: skip


def test_every_form_does_what_the_command_does(team):
    """Each is done by the page, taken back there, and said to the bot: the same is told, and the same is so."""
    visitor = team.signed_in()
    for part, filled, line, asked in SAME.values():
        fields = {name: team.named(value) for name, value in filled.items()}
        by_page = visitor.press(part, fields.pop("form", part), **fields)
        after_page = numberless(team.told(asked))
        undo = re.search(r'value="(undo \d+)"', by_page.text)
        if undo:
            assert "Taken back" in words(visitor.press(part, undo[1]))
        by_line = team.told(line)
        assert by_line.splitlines()[0].strip("✓ ") in words(by_page)
        assert numberless(team.told(asked)) == after_page


def numberless(told: str) -> str:
    return re.sub(r"(No\.|drop) \d+", r"\1", told)


def test_buttons_take_off_allow_and_drop(team):
    visitor = team.signed_in()
    for part, before, label in (
        ("shelf", "shelf case: how Harbour halved returns", "shelf drop"),
        ("words", "wall ban deep dive", "wall allow"),
        ("words", "wall opener {when} you said {said}; what came of it?", "wall drop"),
    ):
        team.told(before)
        shown = visitor.get(f"/admin/{part}").text
        command = unescape(re.search(rf'value="({label} [^"]+)"', shown)[1])
        assert visitor.press(part, command).status == 200
        assert command not in visitor.get(f"/admin/{part}").text


def test_a_form_that_is_sent_twice_counts_once(team):
    visitor = team.signed_in()
    key = re.search(r'name="key" value="(admin:[0-9a-f]+)"', visitor.get("/admin/shelf").text)[1]
    sent = {"form": "shelf", "key": key, "kind": "news:", "text": "we are in Leeds now"}
    token = visitor.token()
    first, second = (visitor.post("/admin/shelf", token=token, **sent) for _ in range(2))
    assert "On the shelf" in words(first)
    assert "Already done" in words(second)


NO_SETTING = (
    "where is Tom?", "followups", "deals all", "new Acme", "give everything to Tom", "undo", "again won Acme", "admin page",
    "link", "shelf not 1 Acme", "x" * 3_000,
)  # fmt: skip


def test_what_is_no_setting_is_not_done_here(team):
    team.say("Maria", "new Zebra, 40 seats")
    visitor = team.signed_in()
    for line in NO_SETTING:
        answer = visitor.press("people", line)
        assert NOT_HERE in words(answer), line
        assert "Zebra" not in answer.text


def test_an_act_on_a_deal_and_a_guessed_number_are_not_taken_back_here(team):
    team.say("Maria", "new Zebra, 40 seats")
    team.say("Tom", "away until Friday")
    acts = range(1, 4)
    visitor = team.signed_in()
    for act in (*acts, 99_999_999):
        answer = words(visitor.press("figures", f"undo {act}"))
        assert NOT_HERE in answer or f"Nothing that you can take back has the number {act}." in answer
        assert "Zebra" not in answer
    assert "Zebra" in team.told("deals")
    assert "Nobody here is called" in words(visitor.press("people", "make 99999999", role="admin", manager=""))


def test_a_hostile_name_is_shown_as_text(team):
    name = "<script>alert(1)</script>\"'><b onclick=x>"
    team.database.write(team.here, lambda store: store.members.describe(team.ids["Tom"], name=name))
    team.told("shelf news: <img src=x onerror=alert(1)> & more")
    visitor = team.signed_in()
    for part in Part:
        text = visitor.get(f"/admin/{part}").text
        assert "<script" not in text
        assert "<b onclick" not in text
        assert "<img" not in text
    assert "&lt;script&gt;" in visitor.get("/admin/people").text


def test_messages_that_did_not_arrive_and_whom_none_reaches(team):
    def lose(store):
        store.outbox.put(team.ids["Tom"], "digest", "k1", '{"title": "Harbour Foods"}', START)
        store.outbox.put(team.ids["Lena"], "welcome", "k2", "{}", START)
        store.outbox.put(team.ids["Omar"], "digest", "k3", "{}", START)
        store.identities.mark(Address("local", "local", str(team.ids["Omar"])), Reach.unreachable, "403 removed")

    team.database.write(team.here, lose)
    states = {"k1": "dead", "k2": "unknown", "k3": "sent"}
    for parcel in team.database.operate(lambda operator: operator.claim(START, START - START.replace(hour=13))):
        team.database.operate(lambda o, p=parcel: o.settle(p, states[p.key], START, error="500 & out"))
    shown = words(team.signed_in().get("/admin/messages"))
    assert "Tom Becker: morning list of Thu 12 March in this page did not arrive (500 & out)" in shown
    assert "Lena Vogt: first hello of Thu 12 March in this page may have arrived; nobody can tell" in shown
    assert "Omar Haddad. No message gets through" in shown
    assert "Harbour" not in shown
    assert "Only an admin" in team.say("Tom", "undelivered")


def test_what_was_typed_at_the_bot_is_changed_for_everybody_only_by_an_admin(team):
    """An undo needs the rights of doing: holidays of others, once one is an admin no more."""
    assert "For Tom Becker the public holidays of DE apply" in team.told("holidays Tom DE")
    team.be("Maria", Role.manager)
    team.be("Lena", Role.admin)
    assert "Only an admin can change that" in team.told("undo")
    assert "Only an admin can change that" in team.told("holidays Tom none")
    assert "Your public holidays: GB-ENG" in team.told("holidays")


def test_a_public_address_makes_the_cookie_secure(sqlite_url, open_database):
    app = App(open_database(sqlite_url), lambda: START)
    here = app.database.operate(lambda operator: operator.create_organisation("Northlight"))
    who = app.database.write(here, lambda store: store.members.add("Ana", Role.admin, "UTC"))
    app.admin_at = "https://bot.example.com/admin"
    reply = app.answer(Message(here, who, "admin page"))
    link = next(block.url for block in reply.card.blocks if isinstance(block, Link))
    assert link.startswith(f"https://bot.example.com/admin/in/{here}-")
    assert AdminPage(app).waits_for(link.rpartition("/")[2]).name == "Ana"
    with serving(Admin(app, "k" * 40, "https://bot.example.com").routes(), app.database) as url:
        entered = Visitor(url).post(f"{url}/admin/in/{link.rpartition('/')[2]}")
        cookie = entered.headers["Set-Cookie"]
        inside = Visitor(url, cookie.partition(";")[0])
        shown = inside.get("/admin/figures")
        left = inside.post("/admin/out")
    assert re.search("^__Host-followthrough_admin=.*HttpOnly; .*Path=/; SameSite=Strict; Secure", cookie)
    assert shown.status == 200
    assert re.search('^__Host-followthrough_admin="";.*Path=/; .*Secure', left.headers["Set-Cookie"])


def test_beside_a_platform_it_needs_an_address_and_a_key(tmp_path):
    """The last is the real program."""
    key, address = {"secret_key": "k" * 40}, {"public_url": "https://bot.example.com/"}
    assert [Settings(_env_file=None, **given).admin_at for given in ({}, key, address)] == ["", "", ""]
    assert Settings(_env_file=None, **key, **address).admin_at == "https://bot.example.com"
    both = {"FOLLOWTHROUGH_SECRET_KEY": "k" * 40, "FOLLOWTHROUGH_PUBLIC_URL": "https://bot.example.com"}
    with running(tmp_path, TEAMS_UNAUTHENTICATED_LOCAL="1", **both) as client:
        assert client.get("/")[0] == 404
        status, text = client.get("/admin/figures")
        assert (status, HOW_TO_ENTER.split(";")[0] in text) == (403, True)
