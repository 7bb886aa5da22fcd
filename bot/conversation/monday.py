"""A manager's Monday: a part of the list on the first working day of their week, and the answer to `monday` on any day.

Whom somebody leads is asked each time it is shown, so that nobody reads on what they may see no more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.cards import Button, Buttons, Card, Line, Reply
from bot.commands.measuring import AskedOfMonday, MyMonday
from bot.conversation.exchange import Exchange
from bot.conversation.team_week import week
from bot.playbook.monday import ALL, NAMED, Asked, Monday, last_monday
from bot.views.followups import Part
from bot.views.helping import help_line
from bot.views.monday import heading, monday_card, team_blocks
from bot.views.monday_answers import who_asks_for_help, who_is_silent, who_will_buy, why_they_say_no
from bot.views.monday_figures import Team
from bot.views.spans import part_from
from bot.views.team import nobody_is_led

_SHOWN_DAYS = timedelta(days=6)  # as long a Monday stays in its list; later it is a press away


def monday(exchange: Exchange, command: MyMonday) -> Reply:
    """On demand, on any day; one question of it is answered alone."""
    led = exchange.led - {exchange.member.id}
    if not led:
        return nobody_is_led()
    since = last_monday(exchange.today, exchange.member)
    told = week(exchange.store, led, since, exchange.today, ALL if command.everything else NAMED)
    if command.asked is not AskedOfMonday.everything:
        return Reply(_ANSWERS[command.asked](_team(exchange, told)))
    return Reply(part_from(command.first, monday_card(_team(exchange, told))))


_ANSWERS: Mapping[AskedOfMonday, Callable[[Team], Card]] = {
    AskedOfMonday.silent: who_is_silent,
    AskedOfMonday.reasons: why_they_say_no,
    AskedOfMonday.buying: who_will_buy,
    AskedOfMonday.help: who_asks_for_help,
}


def asked_since(
    asked: Iterable[Asked], led: Mapping[int, frozenset[int]], last_sent: Mapping[int, datetime]
) -> dict[int, tuple[Asked, ...]]:
    """By manager: the calls for help that came after their last list."""
    every = list(asked)
    new = {
        id_: tuple(
            one for one in every if one.deal.owner_id in theirs and (id_ not in last_sent or one.at > last_sent[id_])
        )
        for id_, theirs in led.items()
    }
    return {id_: some for id_, some in new.items() if some}


def part_of_list(exchange: Exchange, told: Monday | None, asked: Sequence[Asked], ticked: Sequence[Line] = ()) -> Part:
    """What a manager's list says of their team."""
    if told:
        team = _team(exchange, told)
        return Part((heading(team), *team_blocks(team, ticked)), _who_asked(exchange, told.help))
    lines = (help_line(one, exchange.short_names, exchange.today) for one in asked)
    return Part((*ticked, *lines), _who_asked(exchange, asked))


def part_now(exchange: Exchange) -> Part:
    """Who of those whom the member leads asks for help now, for a list that was not sent."""
    led = exchange.led - {exchange.member.id}
    return part_of_list(exchange, None, exchange.store.calls_for_help.open_of(led)) if led else Part()


def part_as_it_stands(exchange: Exchange, on: date, asked: Sequence[int], *, is_monday: bool) -> Part:
    """The same part of a list that was sent, read anew: what was taken up is ticked, whom they lead no more is gone."""
    led = exchange.led - {exchange.member.id}
    if not led or not (asked or is_monday):
        return Part()
    ticked = _ticked(exchange, asked, led)
    if not is_monday:
        open_ = [one for one in exchange.store.calls_for_help.open_of(led) if one.id in asked]
        return part_of_list(exchange, None, open_, ticked)
    if exchange.today - on > _SHOWN_DAYS:
        return Part((*ticked, Buttons((Button("Your team now", "monday"),))))
    told = week(exchange.store, led, last_monday(on, exchange.member), exchange.today)
    return part_of_list(exchange, told, (), ticked)


def _who_asked(exchange: Exchange, asked: Iterable[Asked]) -> tuple[str, ...]:
    """By first name, each once."""
    return tuple(dict.fromkeys(exchange.short_names.get(one.deal.owner_id, "Somebody") for one in asked))


def _ticked(exchange: Exchange, asked: Sequence[int], led: frozenset[int]) -> list[Line]:
    """What was taken up since, with a way back for whoever did it."""
    rows = exchange.store.calls_for_help.taken_up(asked, led) if asked else []
    lines = []
    for one in rows:
        mine = one.member_id == exchange.member.id
        undo = (Button("Undo", f"undo {one.act_id}", about=one.label),) if mine else ()
        lines.append(Line(f"{one.label}: taken up{'' if mine else ' already'}", buttons=undo, settled=True))
    return lines


def _team(exchange: Exchange, told: Monday) -> Team:
    return Team(told, exchange.short_names, exchange.today)
