"""Routes a Command to the module that does it. The match is closed: a command without a case does not type-check."""

from bot.cards import Reply
from bot.commands import (
    HELP,
    Away,
    Command,
    Done,
    Followups,
    Help,
    Later,
    LetGo,
    LogForm,
    LogLine,
    NewDeal,
    Next,
    Nonsense,
    OpenLog,
    Promise,
    Resume,
    TheyReplied,
    Undo,
    Where,
    Words,
)
from bot.conversation import followups, leaving, logging, promises, touching, undoing, where
from bot.conversation.exchange import Exchange
from bot.views import asking

_EXAMPLES = ("logcall", "where", "followups")
# These only read, whoever asks: they need no writing transaction.
READING = (Help, Followups, Where, Words)


def answer(exchange: Exchange, command: Command) -> Reply:
    """The reply; a press on a list that changed something answers with the list itself."""
    reply = _answer(exchange, command)
    changed = exchange.acts or (isinstance(command, Undo) and reply.form is None)
    if changed and followups.is_list(exchange.pressed_on):
        return followups.changed_list(exchange)
    return reply


def _answer(exchange: Exchange, command: Command) -> Reply:  # noqa: C901, PLR0912 - one case a command, nothing else
    match command:
        case Help():
            return asking.help_card(tuple((row.example, row.meaning) for row in HELP.values()))
        case OpenLog(who=who):
            return logging.open_form(exchange, who)
        case LogLine(text=text):
            return logging.log_line(exchange, text)
        case LogForm():
            return logging.log_form(exchange, command)
        case Resume(draft=draft, deal=deal):
            return logging.resume(exchange, draft, deal)
        case NewDeal(name=name):
            return undoing.new_deal(exchange, name)
        case Followups(everything=everything):
            return followups.followups(exchange, everything=everything)
        case Where(who=who):
            return where.where(exchange, who)
        case Words(who=who):
            return where.words(exchange, who)
        case Done():
            return touching.done(exchange, command)
        case Later():
            return touching.later(exchange, command)
        case TheyReplied():
            return touching.they_replied(exchange, command)
        case Next():
            return touching.next_step(exchange, command)
        case LetGo():
            return touching.let_go(exchange, command)
        case Away(until=until):
            return leaving.away(exchange, until)
        case Promise():
            return promises.promise(exchange, command)
        case Undo(act=act):
            return undoing.undo(exchange, act)
        case Nonsense(text=text, hint=hint):
            return (None if hint else logging.offer(exchange, text)) or _explained(text, hint)


def _explained(text: str, hint: str) -> Reply:
    """How to type what was half right; three real examples for what is unknown."""
    if hint:
        return asking.usage(hint, HELP[hint].example, HELP[hint].meaning)
    return asking.three_examples(text, tuple((HELP[word].example, HELP[word].meaning) for word in _EXAMPLES))
