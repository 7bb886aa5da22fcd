"""Who may what: every kind of command, by a rep, a manager and an admin, on what is theirs and on what is not.

Reliability, section 4: rep (own), manager (own team), admin (settings, no deal text). Numbers are guessed in buttons: a
number of somebody else's answers like one that is not there, shows not one word, and changes nothing.
"""

import hashlib
import re
from dataclasses import dataclass

import pytest

from bot.app import App, UnknownMember
from bot.cards import Message, Reply, plain_text
from bot.commands import command_from
from bot.model import Address, Role
from bot.store import Database
from bot.wire import as_json
from tests.rights.lines import KINDS, NUMBERED, OF_AN_ADMIN, OWN, REACHING
from tests.team import Clock

# Whom each of them reaches: the owner of the deal.
MAY = {
    "Tom": {"Tom"},  # a rep: their own
    "Maria": {"Maria", "Tom", "Lena"},  # a manager: their own and their team's
    "Abe": {"Abe"},  # an admin: their own only
    "Ada": {"Ada", "Cleo"},  # an admin who leads, as in a small team
}
OWNERS = ("Tom", "Lena", "Maria", "Ben", "Zoe", "Cleo", "Ada", "Abe", "Rik")  # Rik is of another organisation


@dataclass(frozen=True)
class Theirs:
    """A deal of somebody with a promise, an act and a draft; its words are canaries."""

    numbers: dict[str, object]
    words: tuple[str, ...]


class World:
    """Two teams, an admin, and another organisation."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        self.app = App(database, self.clock)
        self.organisations: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.count = 0
        here, there = (database.operate(lambda operator, n=n: operator.create_organisation(n)) for n in ("A", "B"))
        for name, role, leader in [
            ("Maria", Role.manager, ""), ("Tom", Role.rep, "Maria"), ("Lena", Role.rep, "Maria"), ("Zoe", Role.manager, ""),
            ("Ben", Role.rep, "Zoe"), ("Ada", Role.admin, ""), ("Cleo", Role.rep, "Ada"), ("Abe", Role.admin, ""),
        ]:  # fmt: skip
            self._add(here, name, role, self.ids.get(leader))
        self._add(there, "Rik", Role.manager, None)

    def _add(self, organisation_id: int, name: str, role: Role, manager_id: int | None) -> None:
        self.ids[name] = self.database.write(
            organisation_id,
            lambda store: store.members.add(f"{name} Test", role, "Europe/London", manager_id=manager_id),
        )
        self.organisations[name] = organisation_id
        place = Address("local", "local", name)
        self.database.write(organisation_id, lambda store: store.identities.add(self.ids[name], place))

    def say(self, who: str, line: str | tuple[str, dict]) -> Reply:
        text, fields = line if isinstance(line, tuple) else (line, None)
        filled = tuple(fields.items()) if fields else None
        return self.app.answer(Message(self.organisations[who], self.ids[who], text, filled))

    def deal_of(self, owner: str) -> Theirs:
        """A fresh deal of the owner, with everything that another might reach for."""
        self.count += 1
        name, title = _word("name", self.count).capitalize(), _word("title", self.count)
        self.say(owner, f"new {name}, {title}")
        self.say(owner, f'logcall {name}, {title}: Zqdana said "zqsaid {title}", she sends the plan{title} by Fri')
        act = self.store(owner, lambda store: store.acts.last_of(self.ids[owner]).id)
        deal = self.store(owner, lambda store: max(store.acts.deals_of(act)))
        promise = self.store(owner, lambda store: store.history.of(deal).commitments[-1].id)
        self.say(owner, f"logcall {title[::-1]}: I send the draft{title}")  # asked: a draft is kept
        open_ones = self.store(owner, lambda store: store.drafts.open_of(self.ids[owner], 5))
        draft = next(one.id for one in open_ones if not one.command.startswith('{"asked"'))  # no note of a question
        numbers = {"deal": deal, "name": name, "act": act, "promise": promise, "draft": draft}
        return Theirs(numbers, (title, f"zqsaid {title}", f"plan{title}", f"draft{title}"))

    def store(self, who: str, look):
        return self.database.read(self.organisations[who], look)

    def everything(self) -> list[object]:
        """All histories, members and drafts of both organisations."""
        return [self.store(who, self._held) for who in ("Tom", "Rik")]

    def _held(self, store) -> object:
        names = store.deals.named(frozenset(self.ids.values()))
        drafts = [store.drafts.open_of(id_, 100) for id_ in self.ids.values()]
        return store.history.many(name.id for name in names), store.members.all(), drafts


def _word(kind: str, number: int) -> str:
    """A word that is like no other: names that are similar would be guessed at."""
    digits = hashlib.sha256(f"{kind}{number}".encode()).hexdigest()[:12]
    return digits.translate(str.maketrans("0123456789", "ghijklmnop"))


def filled(line: str | tuple[str, dict], numbers: dict[str, object]) -> str | tuple[str, dict]:
    if isinstance(line, tuple):
        return line[0].format(**numbers), {name: value.format(**numbers) for name, value in line[1].items()}
    return line.format(**numbers)


def text_of(reply: Reply) -> str:
    form = str(as_json(reply.form)) if reply.form else ""
    return f"{plain_text(reply.card)}{form}{reply.file.text if reply.file else ''}"


@pytest.fixture
def world(database):
    return World(database)


def test_every_kind_of_command_has_a_row():
    assert {*REACHING, *NUMBERED, *OWN} == KINDS - set(OF_AN_ADMIN)
    numbers = {"deal": 1, "promise": 1, "act": 1, "draft": 1, "name": "Acme"}
    for table in (REACHING, NUMBERED, OWN):
        for kind, lines in table.items():
            for line in lines:
                text = filled(line, numbers)
                got = command_from(*text) if isinstance(text, tuple) else command_from(text)
                assert type(got).__name__ == kind, line


@pytest.mark.parametrize("who", MAY)
def test_nobody_reaches_what_is_not_theirs(world, who):
    """Not one word, no change, and the same answer as for a number or name that is not there."""
    missing: dict[object, str] = {}
    for owner in OWNERS if world.database.is_sqlite else ("Lena", "Rik"):
        theirs = world.deal_of(owner)
        nobody = {**dict.fromkeys(theirs.numbers, 99_999_999), "name": "Xylophone"}
        before = world.everything()
        for line in (
            line for kind, lines in {**REACHING, **NUMBERED}.items() if not may(who, owner, kind) for line in lines
        ):
            answer = text_of(world.say(who, filled(line, theirs.numbers)))
            assert [word for word in theirs.words if word in answer] == [], f"{who} says {line} of {owner}"
            if str(line) not in missing:
                missing[str(line)] = like("Xylophone", text_of(world.say(who, filled(line, nobody))))
            assert like(str(theirs.numbers["name"]), answer) == missing[str(line)], f"{who} says {line} of {owner}"
        assert others(world.everything(), world.ids[who]) == others(before, world.ids[who]), f"{who} on {owner}"


def may(who: str, owner: str, kind: str) -> bool:
    return owner == who or (owner in MAY[who] and kind != "Resume")


def like(name: str, answer: str) -> str:
    """The answer without what makes it another one."""
    return re.sub(r"\d+", "0", answer.replace(name, "…"))


def others(held, member_id: int):
    """Without one's own drafts: what one typed is kept, and that is no reach."""
    return [(histories, members, drafts[: member_id - 1] + drafts[member_id:]) for histories, members, drafts in held]


@pytest.mark.parametrize("kind", REACHING)
def test_everybody_reaches_what_is_theirs(sqlite_world, kind):
    for who, owners in MAY.items():
        for owner in sorted(owners):
            for line in REACHING[kind]:
                theirs = sqlite_world.deal_of(owner)
                answer = text_of(sqlite_world.say(who, filled(line, theirs.numbers)))
                assert str(theirs.numbers["name"]) in answer or "Last" in answer, (
                    f"{who} says {line} of {owner}: {answer}"
                )
                assert "No deal of yours" not in answer
                assert "99999" not in answer


@pytest.fixture
def sqlite_world(sqlite_url, open_database):
    return World(open_database(sqlite_url))


@pytest.mark.parametrize("kind", OWN)
def test_what_names_nobody_shows_and_changes_what_is_ones_own(sqlite_world, kind):
    world = sqlite_world
    words = {owner: world.deal_of(owner) for owner in OWNERS}
    for who, owners in MAY.items():
        others = [m for m in world.app.members(world.organisations[who]) if m.id != world.ids[who]]
        for line in OWN[kind]:
            answer = text_of(world.say(who, line))
            hidden = [
                owner
                for owner, theirs in words.items()
                if owner not in owners and f"{theirs.numbers['name']}" in answer
            ]
            assert hidden == [], f"{who} says {line}"
        still = [m for m in world.app.members(world.organisations[who]) if m.id != world.ids[who]]
        assert still == others


def test_an_act_is_taken_back_by_who_did_it_or_by_their_manager(sqlite_world):
    for who, owners in MAY.items():
        for owner in sorted(owners):
            theirs = sqlite_world.deal_of(owner)
            answer = text_of(sqlite_world.say(who, f"undo {theirs.numbers['act']}"))
            assert answer.startswith("Taken back: logged a call"), f"{who} of {owner}"


def give_away(world: World, owner: str, to: str) -> None:
    """Into another team: only an admin, and who leads both, can."""
    world.say("Abe", f"book {world.ids[owner]} to {world.ids[to]} now")


def test_a_manager_takes_back_nothing_on_a_deal_that_is_another_teams_now(sqlite_world):
    world = sqlite_world
    theirs = world.deal_of("Tom")
    give_away(world, "Tom", "Ben")
    before = world.everything()
    assert text_of(world.say("Maria", f"undo {theirs.numbers['act']}")).startswith(
        "Nothing that you can take back has the number"
    )
    assert world.everything() == before
    assert "Taken back" in text_of(world.say("Tom", f"undo {theirs.numbers['act']}"))


def test_a_manager_who_sees_a_part_of_it_is_told_whom_to_ask(sqlite_world):
    world = sqlite_world
    world.say("Tom", "start Zebra; Yak")
    act = world.store("Tom", lambda store: store.acts.last_of(world.ids["Tom"]).id)
    yak = world.store("Tom", lambda store: max(store.acts.deals_of(act)))
    world.say("Abe", (f"book {world.ids['Tom']} to {world.ids['Ben']} of {yak}", {"deals": f"{yak}"}))
    assert text_of(world.say("Maria", f"undo {act}")) == (
        "Some of the deals in that are with another team now. Ask Tom Test to take it back."
    )


def test_a_reps_days_off_and_settings_are_the_reps_alone(sqlite_world):
    for line in ("away until Friday", "settings compact", "pause until Friday"):
        sqlite_world.say("Tom", line)
        act = sqlite_world.store("Tom", lambda store: store.acts.last_of(sqlite_world.ids["Tom"]).id)
        assert text_of(sqlite_world.say("Maria", f"undo {act}")).startswith(
            "Nothing that you can take back has the number"
        )
        assert "Taken back" in text_of(sqlite_world.say("Tom", f"undo {act}"))


def test_who_may_see_a_deal_is_said_as_it_is(sqlite_world):
    for owner, seen in {
        "Tom": "Tom and Maria",
        "Cleo": "Cleo and Ada",
        "Ada": "Ada",
        "Zoe": "Zoe",
        "Ben": "Ben and Zoe",
    }.items():
        theirs = sqlite_world.deal_of(owner)
        assert f"Visible to {seen}." in text_of(sqlite_world.say(owner, f"where {theirs.numbers['deal']}"))


def test_after_a_handover_only_the_new_side_reads_on(sqlite_world):
    world = sqlite_world
    theirs = world.deal_of("Tom")
    deal, act = theirs.numbers["deal"], theirs.numbers["act"]
    give_away(world, "Tom", "Ben")
    world.say("Ben", f'logcall {deal}: she said "zqlater", I send the zqoffer by Fri')
    world.say("Ben", f"deal rename {deal} Zqnova")
    for who in ("Tom", "Maria"):
        for line in (f"where {deal}", "followups", "deals all", f"undo {act}", "upcoming"):
            assert not re.search("zqlater|zqoffer|Zqnova", text_of(world.say(who, line))), f"{who}: {line}"
    assert "zqlater" in text_of(world.say("Zoe", f"where {deal}"))


# Who may what on the team's own: anybody puts things on the shelf; who added one, who leads them or an admin takes it off.
TAKES_OFF = {
    "Tom": {"Tom", "Maria", "Ada", "Abe"},
    "Maria": {"Maria", "Ada", "Abe"},
    "Ben": {"Ben", "Zoe", "Ada", "Abe"},
    "Abe": {"Abe", "Ada"},
}
HERE = ("Tom", "Lena", "Maria", "Ben", "Zoe", "Cleo", "Ada", "Abe")


@pytest.mark.rule("H49")
@pytest.mark.parametrize("adds", TAKES_OFF)
def test_what_is_on_the_shelf_is_taken_off_by_who_put_it_there_who_leads_them_or_an_admin(sqlite_world, adds):
    world = sqlite_world
    for who in (*HERE, "Rik"):
        world.say(adds, f"shelf case: how {who} did it")
        item = world.store(adds, lambda store: store.house.all().shelf[-1].id)
        answer = text_of(world.say(who, f"shelf drop {item}"))
        gone = item not in world.store(adds, lambda store: {thing.id for thing in store.house.all().shelf})
        assert gone == (who in TAKES_OFF[adds]), f"{who}: {answer}"
        assert ("Off the shelf" in answer) == gone
        assert who != "Rik" or answer.startswith("Nothing on the shelf has that number")


@pytest.mark.rule("H24")
@pytest.mark.parametrize(
    "line", ["wall ban ballpark", "wall opener {when} you said {said}; why?", "wall allow paradigm", "wall drop 2"]
)
def test_the_wall_is_changed_by_who_leads(sqlite_world, line):
    world = sqlite_world
    world.say("Maria", "wall ban paradigm")
    world.say("Maria", "wall opener {when} we spoke about {topic}; what has changed?")
    before = world.store("Tom", lambda store: store.house.all())
    for who in HERE:
        answer = text_of(world.say(who, line))
        changed = world.store("Tom", lambda store: store.house.all()) != before
        assert changed == (who in {"Maria", "Zoe", "Ada", "Abe"}), f"{who}: {answer}"
        if changed:
            world.say(who, "undo")
        assert world.store("Tom", lambda store: store.house.all()) == before
    assert "paradigm" not in text_of(world.say("Rik", "wall"))


@pytest.mark.rule("H24")
def test_who_leads_no_more_does_not_take_a_phrase_off_by_an_undo(sqlite_world):
    world = sqlite_world
    world.say("Zoe", "wall ban paradigm")
    world.say("Ada", "make Ben a manager")
    world.say("Ada", "make Zoe a rep of Maria")
    assert "changed by who leads" in text_of(world.say("Zoe", "undo"))
    assert [phrase.text for phrase in world.store("Tom", lambda store: store.house.all()).banned] == ["paradigm"]


@pytest.mark.parametrize("who", [0, -1, 99_999])
def test_an_unknown_member_is_nobody(sqlite_world, who):
    for organisation in {*sqlite_world.organisations.values()}:
        with pytest.raises(UnknownMember):
            sqlite_world.app.answer(Message(organisation, who, "followups"))


def test_a_member_of_another_organisation_is_nobody(sqlite_world):
    with pytest.raises(UnknownMember):
        sqlite_world.app.answer(Message(sqlite_world.organisations["Rik"], sqlite_world.ids["Tom"], "followups"))


def test_only_an_admin_changes_the_figures(sqlite_world):
    world = sqlite_world
    words = {owner: world.deal_of(owner) for owner in OWNERS}
    lines = (
        "settings policy gap 5 days", "settings policy change", ("settings policy change", {"min_gap": "5 days"}),
        "settings policy gap 5 days instead of 7 days",
    )  # fmt: skip
    for who in ("Tom", "Maria"):
        before = world.everything()
        for line in lines:
            assert text_of(world.say(who, line)) == "Only an admin can change that: Ada Test, Abe Test."
        assert world.everything() == before
        assert world.store(who, lambda store: store.organisation.policy.min_gap) == 7
    for who in ("Abe", "Ada"):  # who sees counts of every deal, and not a word of one
        answers = "".join(text_of(world.say(who, line)) for line in lines)
        assert "would be due" in answers
        assert not [word for theirs in words.values() for word in theirs.words if word in answers]
        world.say(who, "undo")
    assert world.store("Rik", lambda store: store.organisation.policy.min_gap) == 7
