"""Texts for somebody who was tried and never reached: who rings, about what, and when it will be again (playbook 9).

Nothing is continued, for nothing was said; nothing is claimed, and nobody is told how often they were tried.
"""

from datetime import date

from bot.days import promised, spoken
from bot.model import History, Outcome
from bot.playbook.drafts import free_day_for, spoken_day
from bot.playbook.facts import Facts
from bot.playbook.results import last_conversation
from bot.playbook.wording import Speaker, Words, introduction, joined, letter, subject

_REACHED_THEM = {
    Outcome.left_voicemail: "I left you a voicemail",
    Outcome.left_message: "I left a message for you",
    Outcome.email: "I wrote to you",
}


def first_words(history: History, speaker: Speaker, today: date, question: str) -> tuple[Words, ...]:
    """`question`: one for a stranger. None while nobody has tried, and none once they spoke."""
    facts = Facts(history, today)
    if not history.touches or last_conversation(history) or facts.missed_on:
        return ()
    about = f" about {facts.matter}" if facts.matter else ""
    return (
        Words("Phone", _phone(history, facts, speaker, about, today, question)),
        Words("Voicemail", _voicemail(history, facts, speaker, about, today)),
        Words("Email", _email(history, facts, speaker, about, today), subject(facts, history)),
    )


def _phone(history: History, facts: Facts, speaker: Speaker, about: str, today: date, question: str) -> str:
    why = f"I am calling{about}." if about else ""
    before = _before(history, today) or ("" if about else "We have not spoken before.")
    return joined(_hello(facts, speaker), why, before, question)


def _before(history: History, today: date) -> str:
    """What they may have heard or read of us already: the newest of it, once, and nothing of the tries that they did not hear."""
    mine = (touch for touch in reversed(history.touches) if touch.member_id not in history.colleagues)
    heard = next((touch for touch in mine if not touch.inbound and touch.outcome in _REACHED_THEM), None)
    return f"{_REACHED_THEM[heard.outcome]} {spoken(heard.on, today)}." if heard else ""


def _voicemail(history: History, facts: Facts, speaker: Speaker, about: str, today: date) -> str:
    number = (
        f"My number is {speaker.phone}, again {speaker.phone}." if speaker.phone else "My number is (yours, twice)."
    )
    why = f"I am calling{about}." if about else ""
    return joined(_hello(facts, speaker), why, number, f"I'll call you on {spoken_day(history, today)} at ten.")


def _email(history: History, facts: Facts, speaker: Speaker, about: str, today: date) -> str:
    day = promised(free_day_for(history, today), today)
    body = joined(
        f"I am {speaker.whole}, and I would like to talk with you{about}.",
        "It takes ten minutes, and if a colleague looks after it, I would be glad of the name.",
        f"Would {day} at ten suit you, or is another day easier?",
    )
    return letter(facts.name, body, speaker, whole=True)


def _hello(facts: Facts, speaker: Speaker) -> str:
    return f"{facts.name}, this is {speaker.whole}." if facts.name else introduction(speaker)
