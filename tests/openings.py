"""docs/gallery.md: every text that the bot proposes in the recorded situations, as the whole core makes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.cards import Card, Draft
from bot.days import FULL_WEEKDAYS, MONTHS, read_by, written
from bot.model import History, Member
from bot.phrases import for_them
from bot.playbook.cliches import hits
from bot.playbook.openers import openers
from bot.store import Database
from tests.situations import Situation
from tests.team import Team

HEAD = """# Gallery: what the bot proposes to say

Recorded situations from different trades, and every text that the bot makes of them: the sentences for the list, the
texts for phone, voicemail and email, and, where it is their time, thanks and receipt, the timetable note, the
yes-or-no message and the note to a deal that sleeps. `tests/situations.py` tells the situations as a rep types them;
this page is written from them (`TRIAL_REWRITE=1 pytest tests/test_gallery.py`) and a test keeps it true.
"""
THANKS = "To send: thanks and who does what"


@dataclass(frozen=True)
class Made:
    """What one situation gives: `channel` is Opener for a sentence of the list."""

    situation: Situation
    channel: str
    text: str
    subject: str = ""

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True)
class Played:
    situation: Situation
    made: tuple[Made, ...]
    history: History
    member: Member
    today: date


def play(database: Database, situation: Situation) -> Played:
    team = Team(database)
    member = team.member(situation.who)
    thanks: list[Draft] = []
    for line in situation.told:
        at, typed = line.split(" | ", 1)
        team.clock.at = _moment(at, member)
        who, mark, rest = typed.partition("> ")
        card = team.say(who, rest).card if mark else team.say(situation.who, typed).card
        thanks = [draft for draft in _drafts(card) if draft.label == THANKS] or thanks
    team.clock.at = _moment(situation.at, member)
    history, sentences = _openers(team, situation, member)
    texts = [*_drafts(team.say(situation.who, f"words {situation.deal}").card), *thanks[-1:]]
    made = [Made(situation, "Opener", sentence) for sentence in sentences]
    made += [Made(situation, draft.label.replace(THANKS, "Thank-you"), draft.text, draft.subject) for draft in texts]
    return Played(situation, tuple(made), history, member, team.clock.at.astimezone(ZoneInfo(member.zone)).date())


def _openers(team: Team, situation: Situation, member: Member) -> tuple[History, list[str]]:
    """Every sentence that may stand on the list, the one that is shown first."""
    today = team.clock.at.astimezone(ZoneInfo(member.zone)).date()
    exchange = team.exchange(situation.who)
    history = exchange(lambda it: it.with_house(it.history(1)))
    with read_by(member.locale):
        return history, [way.text for way in openers(history, exchange(lambda it: it.policy), today)]


def _moment(text: str, member: Member) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(member.zone)).astimezone(UTC)


def _drafts(card: Card) -> Iterator[Draft]:
    return (block for block in card.blocks if isinstance(block, Draft))


def page(played: list[Played]) -> str:
    return "\n".join([HEAD, *(_section(one) for one in played)])


def _section(played: Played) -> str:
    told = [f"    {line.split(' | ', 1)[0][:10]} {line.split(' | ', 1)[1]}" for line in played.situation.told]
    with read_by(played.member.locale):
        asked = f"{played.member.first_name} asks for words on {written(played.today)}:"
    return "\n".join(
        [f"## {played.situation.title}\n", *told, "", asked, "", *(_shown(one) for one in played.made), ""]
    )


def _shown(made: Made) -> str:
    if made.channel == "Opener":
        return f"* {made.text}"
    about = f", subject “{made.subject}”" if made.subject else ""
    lines = [f"> {line}".rstrip() for line in made.text.splitlines()]
    return "\n".join([f"\n**{made.channel}**, {made.words} words{about}", "", *lines])


def tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


LONGEST = {"Opener": 25, "Phone": 60, "Voicemail": 75, "Email": 125, "Thank-you": 120, "Timetable": 90}
SHORTEST = {"Email": 45}  # with the signature; page 9 of the rules has 50, where the record gives that much
LONGEST |= {"Yes, later or no": 90, "A note": 60}
_DAY = r"(?:today|tomorrow|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_KNOWN = frozenset("I I'll Tom Lena Omar Northlight Shall Would".split())


def wrong_with(made: Made, played: Played) -> list[str]:
    """What the acceptance test of every opener finds (playbook section 9); empty when it passes."""
    *rest, signed = made.text.split("\n\n")
    body = "\n\n".join(rest if signed.startswith(played.member.first_name) else [*rest, signed])
    last = re.split(r"(?<=[.?!])\s+", body)[-1]
    asks, facts = body.find("?"), [at for fact in _facts(played) if (at := body.casefold().find(fact)) >= 0]
    found = {
        "a worn phrase": bool(hits(f"{made.text}\n{made.subject}")),
        "too long": made.words > LONGEST[made.channel],
        "too short": made.words < SHORTEST.get(made.channel, 0),
        "no recorded fact": not facts,
        "asks before it recalls": asks >= 0 and bool(facts) and min(facts) > asks,
        "no question and no day at its end": made.channel not in {"A note", "Thank-you"}
        and not (last.endswith("?") or re.search(_DAY, last)),
        "a name or a number from nowhere": bool(_from_nowhere(body, played)),
    }
    return [what for what, is_so in found.items() if is_so]


def _facts(played: Played) -> list[str]:
    """The recorded texts that a draft may rest on, in small letters."""
    history = played.history
    told = [touch.said for touch in history.touches if touch.said] + [history.deal.title]
    acts = [for_them(promise.text) or "" for promise in history.commitments]
    acts += [re.sub(r"^\w+ ", "", act) for act in acts]
    acts += [f"our {step.what}" for step in history.next_steps]
    shelf = [item.text for item in history.house.shelf]
    return [text.casefold() for text in (*told, *acts, *shelf, "missed each other", "coming back to us") if text]


def _from_nowhere(body: str, played: Played) -> list[str]:
    """Capitalised words and numbers inside a sentence that nobody typed; days, months and who speaks are known."""
    typed = " ".join(
        (*played.situation.told, played.situation.title, played.member.name, played.member.phone)
    ).casefold()
    inside = re.findall(r"(?<=[a-z,;] )(?:[A-Z][\w'’-]+|\d+)", body)
    return [
        word
        for word in inside
        if word not in _KNOWN | {*FULL_WEEKDAYS, *MONTHS} and word.casefold() not in typed and not _is_a_day(word)
    ]


def _is_a_day(word: str) -> bool:
    return word.isdigit() and int(word) <= 31
