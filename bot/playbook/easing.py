"""What we offer in a letter beside its one question, so that answering is easy and a no is (H28, voice.md 1.4).

It tells nothing of them and asks nothing: each is an offer of ours, and each touch takes the next wording.
"""

from collections.abc import Mapping

from bot.playbook.about import About, about
from bot.playbook.cliches import is_clean
from bot.playbook.facts import Facts

_WRITTEN = "If it is simpler in writing, answer here in a line or two, and we can leave out the call."
_NEW = (
    "If that leaves something open, write it to me in a line, and I will bring the answer.",
    "If that is not what you had in mind, tell me what is missing, and I will put it right.",
)
_ACT_OWED = (
    "If that no longer helps you, say so, and I will do what does.",
    "If something else has become more pressing for you, tell me, and I will take that first.",
)
_CALL = (
    "If there is one thing that you want settled in our {step}, send it to me before, and I will prepare for it.",
    "If another day or another hour suits you better for our {step} by now, say so, and I will move it.",
)
OFFERS: Mapping[About, tuple[str, ...]] = {
    About.owed: (
        "If one part of it matters more to you than the rest, tell me which, and I will see to that first.",
        "If you would rather have it in another form, say which, and you get it like that.",
    ),
    About.missed: (
        "It is no trouble at all: we can make it shorter, or do it by phone, if that fits your week better.",
        "Ten minutes are enough, and if one of your colleagues would rather take it, that is just as good for me.",
    ),
    About.waiting: ("Until {day} there is nothing that you need to do.",),
    About.their_time: ("If it has moved meanwhile, name another month, and I will keep to that one instead.",),
    About.no: ("I ask to understand it, and not to argue: your answer stands.",),
    About.question: (_WRITTEN,),
    About.wish: ("If another day or another way suits you better, say so, and I will fit in.",),
    About.agreed: (
        "If somebody else should see our {step}, bring them along, or give me a name, and I will invite them.",
        "If there is one thing that our {step} must answer, send it to me before, and I will prepare for that.",
    ),
    About.thing: ("Keep it if it helps you, and leave it if it does not: nothing hangs on it.",),
    About.back: (
        "If your plans are other ones now, tell me as much as you like: I start from those, and not from my old notes.",
    ),
    About.anothers: ("If somebody else is the one to ask now, a name is enough, and I will take it from there.",),
    About.both: _NEW,
    About.thinking: (
        "If a question is in the way, send it to me, and I will answer it in writing, so that you have it there.",
    ),
    About.soft: (_WRITTEN,),
    About.theirs: (
        "If something from us would make that easier, tell me what, and I will see what we can do.",
        "If it has become more work than it looked, tell me, and we will find a smaller way to begin.",
    ),
    About.came: ("If something about it still has to be settled with us, tell me what, and I will see to it.",),
    About.new: _NEW,
    About.rest: (
        _WRITTEN,
        "If somebody else should be part of it, bring them along, or give me a name, and I will write to them too.",
    ),
}


def eased(facts: Facts) -> str:
    """The offer that fits the question which follows it; none that holds a phrase of which the team is tired."""
    step = facts.step
    filled = {"step": step.what if step else "", "day": facts.wait_until}
    offers = [offer.format_map(filled) for offer in _offers(facts)]
    clean = [offer for offer in offers if is_clean(offer, facts.history.house.worn)]
    return clean[facts.turn % len(clean)] if clean else ""


def _offers(facts: Facts) -> tuple[str, ...]:
    found = about(facts)
    if found is About.owed and not facts.owed_thing:
        return _ACT_OWED
    if found is About.waiting and facts.ours:  # there is something to come from us before
        return ()
    if found is About.agreed and not facts.coming:
        return _CALL
    return OFFERS[found]
