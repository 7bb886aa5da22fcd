"""Words while something has befallen the person we deal with: no pitch, and nothing asked of somebody in need."""

from bot.model import History, first_name
from bot.playbook.circumstance_words import Kind
from bot.playbook.circumstances import SAD, Circumstance, befell
from bot.playbook.results import is_sign_of_life
from bot.playbook.sayable import in_a_sentence, topic_of
from bot.playbook.wording import Speaker, Words


def words_in(told: Circumstance, history: History, speaker: Speaker) -> tuple[Words, ...]:
    """One warm line, or, of somebody who is not there, who looks after it now; nothing about somebody who has died."""
    if told.kind is Kind.died:
        return ()
    signed = first_name(speaker.name)
    if told.kind in SAD:
        hello = f"{told.who},\n\n" if told.who else ""
        return (Words("A note", f"{hello}{_warm(told.kind)}\n\n{signed}", "Thinking of you"),)
    ask = who_now(told)
    known = known_from(told, history)
    phone = f"Hello, this is {speaker.whole}. {known} {ask}"
    email = f"Hello,\n\n{known} {ask} I would be glad of a name and a number.\n\n{signed}"
    subject = " ".join((topic_of(history) or history.deal.company or history.deal.title).split()[:4])
    return (Words("Phone", phone), Words("Email", email, subject))


def _warm(kind: Kind) -> str:
    if kind is Kind.bereaved:
        return "I was very sorry to hear of your loss. Take all the time you need; you are in my thoughts."
    return "I was sorry to hear your news. Take all the time you need; I wish you and yours all the best."


def known_from(told: Circumstance, history: History) -> str:
    """Why we ring: recorded, and no more than that."""
    topic = in_a_sentence(topic_of(history))
    about = f" about {topic}" if topic else ""
    whom = told.who or "your colleague"
    spoke = any(is_sign_of_life(touch) and touch.act_id < told.act_id for touch in history.touches)
    return (
        f"We were talking with {whom}{about}."
        if spoke
        else f"I have {whom} as the contact{about.replace('about', 'for')}."
    )


def who_now(told: Circumstance) -> str:
    """The one question when somebody is not there: who is."""
    if told.kind is Kind.on_leave:
        return f"Who looks after this while {told.who} is away?" if told.who else "Who looks after this for now?"
    return "Who looks after this now?"


def hint(told: Circumstance) -> str:
    """What the rep should know before anything else."""
    said = befell(told)
    return f"{said[:1].upper()}{said[1:]}{_ADVICE[told.kind]}"


_ADVICE = {
    Kind.ill: ": nothing to sell and nothing to ask now.",
    Kind.bereaved: ": nothing to sell and nothing to ask now.",
    Kind.died: ". Send nothing for now; in a few weeks, ask gently who looks after this.",
    Kind.left: ". Find out who looks after this now.",
    Kind.on_leave: ". Find out who looks after this meanwhile.",
}
