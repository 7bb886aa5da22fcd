"""A message that somebody wrote in a chat, kept as a call: the deal it begins with is proposed, the words stay as they are."""

from bot.cards import Card, Reply, Text
from bot.commands.calls import LogMessage
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant, suggestions
from bot.conversation.logs.lines import log_line
from bot.conversation.logs.whose import deal_or_question, who_and_rest
from bot.views.forms import WHO_WAS_IT, message_form


def log_message(exchange: Exchange, command: LogMessage) -> Reply:
    """Asks whom it is about, and then logs it like a line that was typed."""
    if command.who is None:
        who, rest = who_and_rest(exchange, command.line)
        known = meant(exchange, who).sure
        return _form(exchange, who if known else "", rest if known else command.line)
    if not command.who or not command.line:
        missing = "line" if command.who else "deal"
        return _form(exchange, command.who, command.line, missing)
    line = f"{command.who}: {command.line}"
    deal = deal_or_question(exchange, command.who, {"line": line})
    if isinstance(deal, Reply):
        return deal
    drafting.settle(exchange, exchange.form_draft)
    return log_line(exchange, f"{deal.label}: {command.line}", deal)


def _form(exchange: Exchange, who: str, line: str, missing: str = "") -> Reply:
    """Over a draft of the message, so that it is offered back when the form is closed."""
    token = drafting.keep(exchange, {"line": f"{who}: {line}" if who else line})
    errors = {missing: WHO_WAS_IT[missing]} if missing else {}
    form = message_form(suggestions(exchange), who, line, errors, key=drafting.form_key(token))
    return Reply(Card("", (Text("Which deal is this message about?"),)), form)
