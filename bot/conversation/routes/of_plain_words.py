"""What is no command: an answer to what was asked, a line about a deal, a slip; else three real examples."""

from bot.cards import Reply
from bot.commands import HELP, Nonsense, deals, misspelt
from bot.conversation import instead, open_questions, pending, quiet, where
from bot.conversation.exchange import Exchange
from bot.conversation.finding import is_name_alone
from bot.conversation.logs import lines
from bot.conversation.plain.last import named_in
from bot.conversation.plain.understanding import about_last, understood
from bot.conversation.routes import Answer
from bot.reading.questions import is_question
from bot.views import asking

_EXAMPLES = ("logcall", "where", "followups")


def not_understood(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply:
    """How to type what was half right; a call without its command is offered; else three real examples."""
    if command.hint:
        row = HELP[command.hint]
        return asking.usage(command.hint, row.example, row.meaning)
    pasted = lines.pasted_alone(exchange, command.text)
    if pasted:
        return pasted
    return _meant_plainly(exchange, command, answer) or _guessed(exchange, command)


def _meant_plainly(exchange: Exchange, command: Nonsense, answer: Answer) -> Reply | None:
    """An answer to what was asked, a plain line about a deal, a word that other programs know."""
    pressed = pending.answered(exchange, command.text) or pending.in_words(exchange, command.text)
    if pressed:
        return pressed if isinstance(pressed, Reply) else answer(exchange, pressed)
    unheard = quiet.unheard(exchange, command.text)
    if unheard:
        return unheard if isinstance(unheard, Reply) else answer(exchange, unheard)
    not_kept = instead.told(exchange, command.text)
    if not_kept:
        return not_kept
    asked = open_questions.asked_of_a_colleague(exchange, command.text)
    if asked:
        return asked
    plain = understood(exchange, command.text)
    if plain is not None:
        return plain if isinstance(plain, Reply) else answer(exchange, plain)
    offered = lines.offer(exchange, command.text)
    if offered:
        return offered
    return about_last(exchange, command.text) or asking.word_alone(command.text)


def _guessed(exchange: Exchange, command: Nonsense) -> Reply:
    """A deal's name, a slip, a deal that is mentioned; else three real examples."""
    if is_name_alone(exchange, command.text):  # it asks where they stand
        return where.where(exchange, deals.Where(command.text))
    line = misspelt(command.text)
    if line:
        return asking.did_you_mean(command.text, line)
    offered = _about_a_deal(exchange, command.text) or lines.offer_mentioned(exchange, command.text)
    offered = offered or lines.offer_ambiguous(exchange, command.text) or lines.offer_unknown(exchange, command.text)
    examples = tuple((HELP[word].example, HELP[word].meaning) for word in _EXAMPLES)
    return offered or asking.three_examples(command.text, examples)


def _about_a_deal(exchange: Exchange, text: str) -> Reply | None:
    """A short line that names a deal: a question is answered by its facts, anything else is kept and asked about."""
    deal, _ = named_in(exchange, text)
    if deal is None:
        return None
    if is_question(text):
        return where.where(exchange, deals.Where(str(deal.id), question=text))
    return lines.offered(exchange, deal.id, f"{deal.id}: {text}")
