"""A message that somebody wrote in a chat, kept as a call: the deal it begins with is proposed, the words stay as they are, and
the day on which they were written is the day of the call, from which "tomorrow" counts.
"""

from collections.abc import Mapping

from bot.cards import Card, Reply, Text
from bot.commands import number_from
from bot.commands.calls import LogMessage
from bot.conversation import drafting
from bot.conversation.creating import create_deal
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.conversation.gone import gone_behind, whose_now
from bot.conversation.logs.form import is_made_new
from bot.conversation.logs.lines import log_line
from bot.conversation.logs.pasted import of_another
from bot.conversation.logs.whose import deal_or_question, who_and_rest
from bot.conversation.suggesting import suggestions
from bot.model import Deal
from bot.reading.words.bullets import without_bullets
from bot.views.forms import WHICH_DEAL, WHO_WAS_IT, another_deals, message_form, new_name, written_before


def log_message(exchange: Exchange, command: LogMessage) -> Reply:
    """Asks whom it is about, and then logs it like a line that was typed."""
    exchange = drafting.as_typed(exchange, exchange.form_draft) if exchange.form_draft else exchange
    if command.who is None:
        who, rest = who_and_rest(exchange, command.line)
        known = meant(exchange, who).sure
        return _form(exchange, who if known else "", rest if known else command.line)
    if not command.who or not command.line:
        missing = "line" if command.who else "deal"
        return _form(exchange, command.who, command.line, {missing: WHO_WAS_IT[missing]})
    made = is_made_new(exchange, command)
    deal = None if made else _whose(exchange, command.who, command.line)
    if isinstance(deal, Reply):
        return deal
    other = of_another(exchange, command.line, deal.id if deal else 0)
    if other:
        return _form(
            exchange, deal.full_label if deal else new_name(command.who), command.line, {"line": another_deals(other)}
        )
    deal = deal or create_deal(exchange, command.who)
    drafting.settle(exchange, exchange.form_draft)
    return log_line(exchange, f"{deal.company or deal.title}: {without_bullets(command.line)}", deal)


def _whose(exchange: Exchange, who: str, line: str) -> Deal | Reply:
    """The deal that was chosen or typed; a question, with the message behind it."""
    gone = gone_behind(exchange, who)
    if gone:
        content = {"line": f"{gone.deal.full_label}: {line}"}
        return whose_now(exchange, gone, lambda: f"resume {drafting.keep(exchange, content)} new")
    found = deal_or_question(exchange, who, {"line": f"{who}: {line}"})
    if isinstance(found, Reply) and not exchange.kept:
        drafting.keep(exchange, {"line": line if number_from(who) else f"{who}: {line}"})
    return found


def another_deal(exchange: Exchange, draft_id: int, line: str) -> Reply:
    """The line of a draft, over that draft, for another deal."""
    _, rest = who_and_rest(exchange, line)
    form = message_form(suggestions(exchange), "", rest or line, {}, draft_id, drafting.form_key(draft_id))
    return Reply(Card("", (Text(WHICH_DEAL), *_day_of_it(exchange))), form)


def _form(exchange: Exchange, who: str, line: str, errors: Mapping[str, str] | None = None) -> Reply:
    """Over a draft of the message, so that it is offered back when the form is closed."""
    token = drafting.keep(exchange, {"line": f"{who}: {line}" if who else line})
    form = message_form(suggestions(exchange), who, line, errors or {}, token, drafting.form_key(token))
    return Reply(Card("", (Text("Which deal is this message about?"), *_day_of_it(exchange))), form)


def _day_of_it(exchange: Exchange) -> tuple[Text, ...]:
    """Words of an earlier day: whoever keeps them reads from which day they count."""
    if exchange.told_on == exchange.today:
        return ()
    return (Text(written_before(exchange.told_on, exchange.today)),)
