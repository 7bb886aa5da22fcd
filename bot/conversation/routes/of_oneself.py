"""A member's own days, settings and figures: which module does each. A command without a case does not type-check."""

from dataclasses import replace

from bot.cards import Reply
from bot.commands import HELP, AboutMe, Topic, command_from, own
from bot.commands.measuring import Charts, CoachMe, MyMonday, Works
from bot.conversation import charting, leaving, measuring, monday, settings, starting, taking_back
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Answer
from bot.views import asking


def about_me(exchange: Exchange, command: AboutMe, answer: Answer) -> Reply:  # noqa: C901, PLR0912 - one case a command
    match command:
        case own.Help(topic=topic):
            return asking.help_card(_rows(topic), topic, [other for other in Topic if other is not topic])
        case own.Hello():
            return starting.hello(exchange)
        case own.Start(names=names):
            return starting.start(exchange, names)
        case own.Away():
            return leaving.away(exchange, command)
        case own.Back():
            return leaving.back(exchange)
        case own.PauseList():
            return leaving.pause(exchange, command)
        case own.Unpause():
            return leaving.unpause(exchange)
        case own.Settings(wanted=wanted):
            return settings.settings(exchange, dict(wanted))
        case own.Status():
            return settings.status(exchange)
        case Works():
            return measuring.works(exchange, command)
        case Charts():
            return charting.charts(exchange, command)
        case CoachMe(days=days):
            return measuring.coach_me(exchange, days)
        case MyMonday():
            return monday.monday(exchange, command)
        case own.Again(line=line):
            return answer(replace(exchange, insists=True), command_from(line))
        case own.Undo():
            return taking_back.take_back(exchange, command)


def _rows(topic: Topic) -> asking.Rows:
    return tuple((row.example, row.meaning) for row in HELP.values() if row.topic is topic)
