"""Each rule of the precedence in one sentence, in a rep's words."""

from bot.model import DealState, NextStep, Policy
from bot.playbook.agenda import Group
from bot.playbook.holds import is_wait
from bot.playbook.precedence import NextTouch, Rule
from bot.playbook.why import Why
from bot.views.naming import counted

_WEEK = 7
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RULES = {
    Rule.ours: "Our own promises come first, on their day.",
    Rule.window: "Their own time: what they had named comes before any rhythm.",
    Rule.theirs: "What they promised is asked about on the working day after it was due.",
    Rule.unheard: "A try that reached nobody: again on the next working day.",
    Rule.missed: "They were not there: another day is asked for on the next working day.",
    Rule.first: "Nobody has been in touch yet: a deal comes up on the working day after it was made.",
    Rule.wakes: "Imported deals come up a few a day, so that no morning is a wall.",
    Rule.later: "A day that was chosen here: nothing is due before it.",
    Rule.sooner: "A day that was chosen here comes before the rhythm.",
    Rule.keep: "Kept for a reason: nothing is due before that day.",
    Rule.absent: "They are away: everything of theirs waits until they are back.",
    Rule.rests: "Something sad has happened there: nothing is asked of them for a while.",
}


def rule_line(told: Why, policy: Policy) -> str:
    """The rule that decides, in one sentence."""
    decided = told.decided
    if decided is None or (told.due and told.due.group is Group.ours):
        return _RULES[Rule.ours] if told.due else _ENDED[told.now.state]
    if isinstance(decided.about, NextStep):
        return _day_of_a_step(decided.about)
    if decided.rule is Rule.spoke:
        is_talk = told.spoke is not None and decided.since in {None, told.spoke.on} and not told.spoke.inbound
        return f"The rhythm: {length(policy.min_gap)} after the last {'conversation' if is_talk else 'contact'}."
    if decided.rule is Rule.sent:
        return f"After the yes-or-no message they have {length(policy.definitive_wait)} to answer."
    return _rhythm(told, decided, policy) if decided.rule is Rule.quiet else _RULES[decided.rule]


def _day_of_a_step(step: NextStep) -> str:
    if is_wait(step):
        asked = "They asked to wait: nothing is due before their day."
        return asked if step.agreed else "Something holds it up there: nothing is due before that day."
    return f"A day that {'they agreed to' if step.agreed else 'was set'} comes before any rhythm."


_ENDED = {
    DealState.do_not_contact: "They asked not to be contacted: that comes before every other rule.",
    DealState.nurture: "It was let go: only they bring it back, or a time that they had named.",
    DealState.won: "They signed: there is nothing left to chase.",
    DealState.lost: "They said no: nothing is due.",
}


def _rhythm(told: Why, decided: NextTouch, policy: Policy) -> str:
    number = len(told.unanswered)
    after = f"after the {_ORDINALS[number]} unanswered touch" if number < len(_ORDINALS) else f"after {number} touches"
    if told.now.state is DealState.definitive_due:
        return f"The rhythm ends: the yes-or-no message comes {length(policy.min_gap)} {after}."
    return f"The rhythm: {length(getattr(policy, decided.figure))} {after}."


def length(days: int) -> str:
    """ "a week", "two weeks", "5 days"."""
    if days % _WEEK:
        return f"{days} day{'' if days == 1 else 's'}"
    return "a week" if days == _WEEK else f"{counted(days // _WEEK)} weeks"
