"""The opener sentence of a touch, ready to say: which situation of the deal it turns on (S40-S46, voice.md 1.2).

A recap stands before the ask, and the sentence ends with a question. No fact, no opener: the rep is asked instead.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from bot.model import History, Policy
from bot.playbook.circumstances import SAD, Circumstance, befallen_in
from bot.playbook.facts import Facts
from bot.playbook.opening import Opener, fitted
from bot.playbook.opening_days import agreed_step, before_the_step, missed, returned, their_time, yes_or_no
from bot.playbook.opening_facts import (
    came_in,
    came_up,
    from_the_shelf,
    from_the_shelf_briefly,
    new_beside_theirs,
    our_promise,
    something_new,
    the_topic,
    their_no,
    their_promise,
    their_words,
)
from bot.playbook.own_openers import own_openers
from bot.playbook.standing import is_definitive_due
from bot.playbook.tact import known_from, who_now

Situation = Callable[[Facts], Iterator[Opener]]

# The most telling first; of a situation that the deal is not in there is no wording. The team's own openers stand
# beside those that turn on the same fact.
_SITUATIONS: tuple[tuple[Situation, ...], ...] = (
    (missed,), (returned,), (agreed_step,), (before_the_step,), (yes_or_no,), (their_time,),
    (our_promise,), (their_no,), (came_up,), (came_in,), (new_beside_theirs,),
    (partial(own_openers, "new"), something_new),
    (from_the_shelf,), (from_the_shelf_briefly,),
    (partial(own_openers, "their promise"), their_promise),
    (partial(own_openers, "said"), their_words),
    (partial(own_openers, "topic"), the_topic),
    (partial(own_openers, "when"),),
)  # fmt: skip


def opener(history: History, policy: Policy, today: date) -> Opener | None:
    """The sentence for this touch, or None when nothing recorded carries one."""
    return next(_each(history, policy, today), None)


def openers(history: History, policy: Policy, today: date) -> tuple[Opener, ...]:
    """One sentence for each situation that the record allows, the most telling first."""
    return tuple(_each(history, policy, today))


def _each(history: History, policy: Policy, today: date) -> Iterator[Opener]:
    befallen = befallen_in(history)
    told = befallen.now(today)
    if told:  # nobody in need is asked for anything, and nobody is asked who is not there
        yield from _about_somebody_away(told, history)
        return
    facts, worn = Facts(history, today, befallen), history.house.worn
    for together in _SITUATIONS:
        if yes_or_no in together and not is_definitive_due(history, policy):
            continue
        wordings = [wording for situation in together for wording in situation(facts)]
        fitting = [made for wording in wordings if (made := fitted(wording, facts.name, worn))]
        if fitting:  # each touch takes the next wording, so that nobody hears the same one twice running (H22)
            yield fitting[facts.turn % len(fitting)]


def _about_somebody_away(told: Circumstance, history: History) -> Iterator[Opener]:
    if told.kind not in SAD:
        said = Opener(f"{known_from(told, history)} {who_now(told)}", (told.who,))
        made = fitted(said, "", history.house.worn)
        if made:
            yield made
