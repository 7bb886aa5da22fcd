"""Covering: who sees and acts on whose deals until when, asked for, told to who comes back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.cards import Block, Button, Buttons, Card, Line, Reply, Text
from bot.days import written
from bot.model import Cover, Member, first_name
from bot.views.alike import each_named, or_type
from bot.views.asking import note
from bot.views.naming import counted, people

FOR = ", for "  # in the summary of an act, before whose deal it was done on
_NAMED = 6
_DONE = 4


def covering_gives_nothing(owner: Member) -> str:
    """Who stands in for a time hands nothing over."""
    return f"You cover for {owner.first_name}, so what is {owner.first_name}'s stays there. {owner.first_name}, or who leads you both, can hand it over."


def who_covers(owner: Member, days: str, members: Sequence[Member], *, is_own: bool) -> Reply:
    """`days`: as the command says them, "until 2026-12-04"."""
    whom = "you" if is_own else owner.first_name
    buttons = each_named(members, lambda id_: f"cover {owner.id} by {id_} {days}")
    if not buttons:
        return note("There is nobody in your team who could cover. An admin can say it for somebody of another team.")
    others = or_type(members, f"cover {'me' if is_own else owner.id} by NAME {days}")
    return note(f"Who covers {whom}?{others}", *buttons)


def another_team(owner: Member, admins: Sequence[str]) -> str:
    """To who offers to cover somebody of another team."""
    who = people(list(admins)).replace(" and ", " or ") if admins else "An admin"
    return f"You are not in one team with {owner.first_name}. {who} can say it: cover {owner.first_name} by … until Tuesday"


def covers_now(by: str, whom: str, until: date, today: date, since: date | None = None) -> str:
    first = f" from {written(since, today)}" if since else ""
    return f"{by} {'cover' if by == 'You' else 'covers'} {whom}{first} until {written(until, today)}"


def cover_told(cover: Cover, by: str, whom: str, now: datetime) -> str:
    """With its first day while that is to come. `now` in the zone of who reads it."""
    begins = cover.begins_at.astimezone(now.tzinfo).date() if cover.begins_at > now else None
    return covers_now(by, whom, cover.back_on, now.date(), begins)


def gets_nothing(owner: Member, by: Member, others: Sequence[Member], *, is_own: bool) -> str:
    """To whom no message goes cannot cover: what to do instead."""
    other = next((one.first_name for one in others if one.id != by.id), "…")
    instead = f"cover {'me' if is_own else owner.first_name} by {other} until Tuesday"
    return (
        f"{by.first_name} gets no messages here, so nobody would see what falls due. Name somebody else: {instead}."
        f" Or ask {by.first_name} to write to me first."
    )


def what_it_means(by: str, owner: str, until: date, today: date) -> str:
    """`by` and `owner` are first names, or "you"."""
    reads = "You read" if by == "you" else f"{by} reads"
    acts = "act" if by == "you" else "acts"
    whose = "yours" if owner == "you" else f"{owner}'s"
    return f"{reads} what is due of {whose} in the list, marked as such, and {acts} on those deals. It ends by itself on {written(until, today)}."


def asks_for_it(by: Member, owner: Member, until: date, today: date) -> Card:
    """To whoever can say yes: the one covered, or who leads them."""
    said = f"{by.name} would cover {owner.name} until {written(until, today)}: see those deals, and act on them, for that time."
    yes = Button(f"Yes, {by.first_name} covers", f"cover {owner.id} by {by.id} until {until.isoformat()}", primary=True)
    return Card("Covering", (Text(said), Buttons((yes,))))


def asked(whom: str) -> str:
    return f"{whom} is asked: one press there, and it begins. Until then you do not see those deals."


def covers_card(
    some: Sequence[Cover], names: Mapping[int, str], me: int, may_end: frozenset[int], now: datetime
) -> Card:
    """`now` in the zone of who reads it."""
    if not some:
        return Card("", (Text("Nobody covers for anybody here. While you are away: Lena covers me until Tuesday"),))
    lines: list[Block] = []
    for cover in some:
        by = "You" if cover.by_id == me else first_name(names.get(cover.by_id, ""), "somebody")
        whom = "you" if cover.member_id == me else first_name(names.get(cover.member_id, ""), "somebody")
        told = cover_told(cover, by, whom, now)
        end = (Button("End it", f"undo {cover.act_id}", about=told),) if cover.act_id in may_end else ()
        lines.append(Line(told, buttons=end))
    return Card("Who covers whom", tuple(lines))


def you_cover(names: Sequence[str], until: date, today: date) -> str:
    """In the first list of it."""
    return f"You cover {people(list(names))} until {written(until, today)}: what is due of theirs stands below, marked."


def while_away(done: Mapping[str, Sequence[str]], others: Sequence[str] = ()) -> str:
    """ "While you were away Lena did three things for you: …": by first name of who covered."""
    told = []
    for by, summaries in done.items():
        many = "one thing" if len(summaries) == 1 else f"{counted(len(summaries))} things"
        more = [f"and {len(summaries) - _DONE} more: type while I was away"] if len(summaries) > _DONE else []
        told.append(f"{by} did {many} for you: {'; '.join([*summaries[:_DONE], *more])}")
    idle = [f"{people(list(others))} covered you, and nothing had to be done"] if others else []
    return f"While you were away: {'. '.join([*told, *idle])}."


def while_away_card(done: Sequence[tuple[date, str, str]], today: date) -> Card:
    """(day, who, what), the oldest first."""
    if not done:
        return Card("", (Text("Nobody has done anything on your deals for you lately."),))
    lines = tuple(Line(f"{written(on, today)}, {by}: {what}") for on, by, what in done)
    return Card("While you were away", (*lines, Buttons((Button("What is due?", "followups"),))))


def marked(summary: str, name: str) -> str:
    """The summary of an act, with whom it was done for."""
    return summary if summary.endswith(f"{FOR}{name}") else f"{summary}{FOR}{name}"


def unmarked(summary: str, name: str) -> str:
    return summary.removesuffix(f"{FOR}{name}")
