"""What is no command: an answer to what was asked, a line about a deal, a slip; else three real examples."""

from dataclasses import replace

from bot.cards import Reply, Text
from bot.commands import HELP, Nonsense, command_from, deals, misspelt
from bot.commands.calls import LogLine
from bot.conversation import everyday, instead, open_questions, pending, questions, quiet, starting, where
from bot.conversation.answers import asks
from bot.conversation.exchange import Exchange
from bot.conversation.finding import is_name_alone
from bot.conversation.logs import lines
from bot.conversation.logs.pointing import pointed_at
from bot.conversation.plain import letters, newfirms, offering
from bot.conversation.plain.understanding import about_last, understood
from bot.conversation.routes import Answer
from bot.conversation.typed_anew import typed_anew
from bot.views import asking

_EXAMPLES = ("logcall", "where", "followups")


def not_understood(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply:
    """How to type what was half right; a call without its command is offered; else three real examples."""
    if command.hint:
        row = HELP[command.hint]
        return asking.usage(command.hint, row.example, row.meaning)
    written = (
        starting.pasted(exchange, command.text)
        or letters.offer_letter(exchange, command)
        or lines.pasted_alone(exchange, command.text)
    )
    if written:
        return written
    return _meant_plainly(exchange, command, answer) or _guessed(exchange, command, answer)


def _meant_plainly(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply | None:
    """An answer to what was asked, a plain line about a deal, a word that other programs know."""
    answers = (pending.answered, pending.in_short, pending.in_words)
    pressed = next((found for answered in answers if (found := answered(exchange, command.text))), None)
    if pressed:
        return pressed if isinstance(pressed, Reply) else answer(exchange, pressed)
    unheard = quiet.unheard(exchange, command.text)
    if unheard:
        return unheard if isinstance(unheard, Reply) else answer(exchange, unheard)
    not_kept = instead.told(exchange, command.text) or pointed_at(exchange, command.text)
    if not_kept:
        return not_kept
    asked = open_questions.asked_of_a_colleague(exchange, command.text)
    if asked:
        return asked
    ours = everyday.in_our_words(exchange, command.text)
    if ours:
        return answer(exchange, ours)
    return _put_right(exchange, command, answer) or _told(exchange, command, answer)


def _told(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply | None:
    """A line that tells of a deal, or asks about one."""
    is_asked = questions.is_asked(exchange, command.text)
    another = None if is_asked else newfirms.of_another(exchange, command.text)
    if another:
        return another
    plain = understood(exchange, command.text)
    if plain is not None and not (is_asked and isinstance(plain, LogLine)):
        return plain if isinstance(plain, Reply) else answer(exchange, plain)
    if is_asked:
        return questions.answered(exchange, command.text)
    offered = offering.offer(exchange, command.text)
    if offered:
        return offered
    return about_last(exchange, command.text) or asking.word_alone(command.text)


def _put_right(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply | None:
    """The line that is asked about, with another day; where it is asked about once more, the answer shows how it reads now."""
    line = typed_anew(exchange, command.text)
    reply = answer(replace(exchange, line=line), command_from(line)) if line else None
    if reply is None or not asks(reply):
        return reply
    told = Text(f"It says now: “{line}”.")
    return replace(reply, card=replace(reply.card, blocks=(told, *reply.card.blocks)))


def _guessed(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply:
    """A deal's name, a slip, a deal that is mentioned; else three real examples."""
    if is_name_alone(exchange, command.text):  # it asks where they stand
        return where.where(exchange, deals.Where(command.text))
    line = "" if command.alone else misspelt(command.text)
    offered = None if line and offering.is_whole(exchange, line) else _offered(exchange, command.text)
    if offered or line:
        return offered or asking.did_you_mean(command.text, line)
    if command.alone:
        return answer(exchange, command_from(command.alone))
    nameless = newfirms.keep_nameless(exchange, command.text)
    if nameless:
        return nameless
    examples = tuple((HELP[word].example, HELP[word].meaning) for word in _EXAMPLES)
    return asking.three_examples(command.text, examples)


def _offered(exchange: Exchange, text: str) -> Reply | None:
    """A deal that is mentioned somewhere in a line that tells something."""
    if questions.is_asked(exchange, text):
        return None
    for offer in (
        newfirms.offer_headed, offering.offer_named, offering.offer_mentioned, offering.offer_ambiguous, newfirms.offer_met, newfirms.offer_in_small,
    ):  # fmt: skip
        found = offer(exchange, text)
        if found:
            return found
    return None
