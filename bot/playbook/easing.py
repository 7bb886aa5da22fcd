"""What we offer in a letter beside its one question, so that answering is easy and a no is (H28, voice.md 1.4).

It tells nothing of them and asks nothing: each is an offer of ours, and each touch takes the next wording.
"""

from bot.playbook.asking import is_thinking, wished
from bot.playbook.facts import Facts

_THING_OWED = (
    "If one part of it matters more to you than the rest, tell me which, and I will see to that first.",
    "If you would rather have it in another form, say which, and you get it like that.",
)
_ACT_OWED = (
    "If that no longer helps you, say so, and I will do what does.",
    "If something else has become more pressing for you, tell me, and I will take that first.",
)
_MISSED = (
    "It is no trouble at all: we can make it shorter, or do it by phone, if that fits your week better.",
    "Ten minutes are enough, and if one of your colleagues would rather take it, that is just as good for me.",
)
_THEIR_TIME = ("If it has moved meanwhile, name another month, and I will keep to that one instead.",)
_WAITING = (
    "Until then there is nothing that you need to do, and you will hear nothing from me unless you write first.",
)
_NO = ("I ask to understand it, and not to argue: your answer stands.",)
_WISH = ("If another day or another way suits you better, say so, and I will fit in.",)
_SHOWN = (
    "If somebody else should see it, bring them along, or give me a name, and I will invite them.",
    "If there is one thing that it must answer, send it to me before, and I will prepare for that.",
)
_AGREED = (
    "If there is one thing that you want to have settled then, send it to me before, and I will prepare for it.",
    "If another day or another hour suits you better by now, say so, and I will move it.",
)
_THING = ("Keep it if it helps you, and leave it if it does not: nothing hangs on it.",)
_BACK = (
    "If your plans are other ones now, tell me as much as you like: I start from those, and not from my old notes.",
)
_ANOTHERS = ("If somebody else is the one to ask now, a name is enough, and I will take it from there.",)
_THINKING = ("If a question is in the way, send it to me, and I will answer it in writing, so that you have it there.",)
_THEIRS = (
    "If something from us would make that easier, tell me what, and I will see what we can do.",
    "If it has become more work than it looked, tell me, and we will find a smaller way to begin.",
)
_NEW = (
    "If that leaves something open, write it to me in a line, and I will bring the answer.",
    "If that is not what you had in mind, tell me what is missing, and I will put it right.",
)
_CAME = ("If something about it still has to be settled with us, tell me what, and I will see to it.",)
_WRITTEN = ("If it is simpler in writing, answer here in a line or two, and we can leave out the call.",)
_REST = (
    *_WRITTEN,
    "If somebody else should be part of it, bring them along, or give me a name, and I will write to them too.",
)


def eased(facts: Facts) -> str:
    """The offer that fits the question which follows it; in the order of the questions."""
    offers = _offers(facts)
    return offers[facts.turn % len(offers)]


def _offers(facts: Facts) -> tuple[str, ...]:
    step = facts.step
    if facts.is_owed:
        return _THING_OWED if facts.owed_thing else _ACT_OWED
    if facts.missed_on and not (step and step.on > facts.today):
        return _MISSED
    if step and step.purpose:
        return _WAITING if step.on > facts.today else _THEIR_TIME
    if facts.window_on and facts.window_on <= facts.today:
        return _THEIR_TIME
    if facts.said_no:
        return _NO
    if wished(facts):
        return _WISH
    if facts.coming:
        return _SHOWN
    is_agreed = step and step.agreed and step.on >= facts.today
    return _AGREED if is_agreed and not facts.new else _of_the_deal(facts)


def _of_the_deal(facts: Facts) -> tuple[str, ...]:
    """When nothing is agreed that comes first."""
    if facts.thing:
        return _THING
    if facts.before_on:
        return _BACK
    if facts.their_by:
        return _ANOTHERS
    if facts.new:
        return _NEW
    if facts.their and is_thinking(facts):
        return _THINKING
    if facts.their:
        return _WRITTEN if facts.is_soft else _THEIRS
    return _CAME if facts.came else _REST
