"""Routes a Command to the module that does it. Each match is closed: a command without a case does not type-check."""

import re
from dataclasses import replace

from bot.cards import Reply
from bot.commands import (
    HELP,
    AboutCalls,
    AboutDeals,
    AboutHouse,
    AboutMe,
    AboutPeople,
    AboutPolicy,
    Command,
    Nonsense,
    Topic,
    calls,
    command_from,
    deals,
    house,
    misspelt,
    own,
    people,
    policy,
)
from bot.commands.handing import Cover, Covers, GiveBook, Pack, WhileAway
from bot.commands.measuring import Charts, CoachMe, MyMonday, Works
from bot.commands.several import MoveDay, Several
from bot.conversation import (
    administering,
    catching_up,
    charting,
    covering,
    creating,
    dealing,
    drafting,
    ending,
    explaining,
    followups,
    handing,
    helping,
    holidays,
    instead,
    leaving,
    linking,
    measuring,
    monday,
    moving,
    open_questions,
    owing,
    pending,
    planning,
    preparing,
    promises,
    recalling,
    reserving,
    setting_days,
    settings,
    several,
    shelving,
    starting,
    touching,
    undoing,
    walling,
    where,
)
from bot.conversation import people as members
from bot.conversation import policy as figures
from bot.conversation.exchange import Exchange
from bot.conversation.finding import is_name_alone
from bot.conversation.logs import form, lines, message, resuming
from bot.conversation.plain.disputing import changed
from bot.conversation.plain.last import named_in
from bot.conversation.plain.understanding import about_last, understood
from bot.reading.questions import is_question
from bot.views import asking
from bot.views.people import shared_by

_EXAMPLES = ("logcall", "where", "followups")
SHAREABLE = (deals.Where,)
# These only read, whoever asks: they need no writing transaction.
READING = (
    own.Help, own.Hello, own.Status, Works, CoachMe, MyMonday, Charts, deals.Followups, deals.Upcoming, deals.Owed, deals.Deals, deals.Nurture, deals.ShowDeal, deals.Where, deals.Recall, deals.Why,
    deals.WhoCanSee, Pack, Covers, WhileAway, calls.Words, calls.Prep, calls.Check, calls.Drafts, people.People, people.Team, people.Share, people.Undelivered,
    policy.ShowPolicy, policy.TryFigures, house.Shelf, house.Wall,
)  # fmt: skip

# Beside its answer each of these keeps something of the member's own, which nobody can undo or do twice.
NOTING = (calls.Check,)


def answer(exchange: Exchange, command: Command) -> Reply:
    """The reply; a press on a list that changed something answers with the list itself."""
    reply = _answer(exchange, command)
    covering.mark(exchange)
    if not isinstance(command, READING):
        pending.remember(exchange, reply)
    if (exchange.acts or exchange.undone) and followups.is_list(exchange.pressed_on):
        return followups.changed_list(exchange)
    return reply


def word_of(command: Command) -> str:
    """What the audit record calls it: "let go", "log line"."""
    if isinstance(command, Nonsense):
        return "in words"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(command).__name__).lower()


def _answer(exchange: Exchange, command: Command) -> Reply:
    exchange.store.audit.doing(word_of(command))
    if isinstance(command, AboutCalls):
        return _about_calls(exchange, command)
    if isinstance(command, AboutDeals):
        return _about_deals(exchange, command)
    if isinstance(command, AboutMe):
        return _about_me(exchange, command)
    if isinstance(command, AboutHouse):
        return _about_house(exchange, command)
    if isinstance(command, AboutPeople):
        return _about_people(exchange, command)
    if isinstance(command, AboutPolicy):
        return _about_policy(exchange, command)
    return _not_understood(exchange, command)


def _about_calls(exchange: Exchange, command: AboutCalls) -> Reply:  # noqa: C901, PLR0912 - one case a command, nothing else
    match command:
        case calls.OpenLog(who=who):
            return form.open_form(exchange, who)
        case calls.LogLine(text=text):
            return lines.log_line(exchange, text)
        case calls.LogLines():
            return lines.log_lines(exchange, command)
        case calls.LogForm():
            return form.log_form(exchange, command)
        case calls.LogMessage():
            return message.log_message(exchange, command)
        case calls.Drafts():
            return drafting.open_drafts(exchange)
        case calls.Resume():
            return _resume(exchange, command)
        case calls.Done():
            return touching.done(exchange, command)
        case calls.Promise():
            return promises.promise(exchange, command)
        case calls.TheyReplied():
            return touching.they_replied(exchange, command)
        case calls.HeardNothing():
            return touching.heard_nothing(exchange, command)
        case calls.TheyAreAway():
            return touching.they_are_away(exchange, command)
        case calls.Next():
            return setting_days.next_step(exchange, command)
        case calls.Words(who=who):
            return where.words(exchange, who)
        case calls.Prep(who=who):
            return preparing.prep(exchange, who)
        case calls.Check(text=text):
            return preparing.check(exchange, text)


def _about_deals(exchange: Exchange, command: AboutDeals) -> Reply:  # noqa: C901, PLR0912 - one case a command
    match command:
        case deals.Where():
            return where.where(exchange, command)
        case deals.Recall():
            return recalling.recall(exchange, command)
        case deals.Why(who=who):
            return explaining.why(exchange, who)
        case deals.Followups(everything=everything):
            return followups.followups(exchange, everything=everything)
        case deals.Upcoming():
            return planning.upcoming(exchange)
        case deals.Owed(by=by, whose=whose):
            return owing.owed_by(exchange, whose, by) if whose else owing.owed(exchange, by)
        case deals.Deals():
            return planning.deals(exchange, command)
        case deals.ShowDeal(who=who):
            return dealing.show(exchange, who)
        case deals.NewDeal(name=name, contact=contact):
            return creating.new_deal(exchange, name, contact)
        case deals.Rename():
            return dealing.rename(exchange, command)
        case deals.Give():
            return dealing.give(exchange, command)
        case deals.Value():
            return dealing.value(exchange, command)
        case deals.SetContact():
            return dealing.contact(exchange, command)
        case deals.WhoCanSee(who=who):
            return dealing.who_can_see(exchange, who)
        case deals.Later():
            return setting_days.later(exchange, command)
        case deals.Keep():
            return ending.keep(exchange, command)
        case deals.Reserve():
            return reserving.reserve(exchange, command)
        case deals.Nurture():
            return planning.nurture(exchange, command)
        case deals.CatchUp():
            return catching_up.catch_up(exchange)
        case deals.LetGo():
            return ending.let_go(exchange, command)
        case deals.Won():
            return ending.won(exchange, command)
        case deals.Lost():
            return ending.lost(exchange, command)
        case deals.Reopen():
            return ending.reopen(exchange, command)
        case deals.DoNotContact():
            return ending.do_not_contact(exchange, command)
        case deals.Qualify():
            return ending.qualify(exchange, command)
        case GiveBook():
            return handing.give_book(exchange, command)
        case Pack():
            return handing.pack(exchange, command)
        case Cover():
            return covering.cover(exchange, command)
        case Covers():
            return covering.covers(exchange)
        case WhileAway():
            return covering.while_away(exchange)
        case MoveDay():
            return moving.move_day(exchange, command)
        case Several():
            return several.several(exchange, command)
        case deals.AskThem():
            return open_questions.ask_them(exchange, command)
        case deals.WasAsked():
            return open_questions.was_asked(exchange, command)
        case deals.HelpMe():
            return helping.help_me(exchange, command)
        case deals.Helped():
            return helping.helped(exchange, command)
        case deals.AnswerHelp():
            return helping.answer(exchange, command)


def _about_me(exchange: Exchange, command: AboutMe) -> Reply:  # noqa: C901, PLR0912 - one case a command
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
        case MyMonday(everything=everything):
            return monday.monday(exchange, everything=everything)
        case own.Again(line=line):
            return _answer(replace(exchange, insists=True), command_from(line))
        case own.Undo():
            return undoing.undo(exchange, command)


def _about_house(exchange: Exchange, command: AboutHouse) -> Reply:  # noqa: C901 - one case a command
    match command:
        case house.Shelf():
            return shelving.shelf(exchange)
        case house.PutOnShelf():
            return shelving.put(exchange, command)
        case house.TakeFromShelf():
            return shelving.drop(exchange, command)
        case house.NotBrought():
            return shelving.not_brought(exchange, command)
        case house.Brought():
            return shelving.brought(exchange, command)
        case house.Wall():
            return walling.wall(exchange)
        case house.Ban():
            return walling.ban(exchange, command)
        case house.Allow():
            return walling.allow(exchange, command)
        case house.OwnOpener():
            return walling.add_opener(exchange, command)
        case house.DropOpener():
            return walling.drop_opener(exchange, command)
        case house.Sells():
            return walling.sells(exchange, command)


def _about_people(exchange: Exchange, command: AboutPeople) -> Reply:
    match command:
        case people.People():
            return members.people(exchange)
        case people.Team():
            return members.team(exchange)
        case people.Make():
            return members.make(exchange, command)
        case people.Link():
            return linking.link(exchange, command)
        case people.AdminPage():
            return administering.link(exchange)
        case people.Holidays():
            return holidays.holidays(exchange, command)
        case people.Undelivered():
            return administering.undelivered(exchange)
        case people.Share(line=line):
            return _shared(exchange, line)


def _about_policy(exchange: Exchange, command: AboutPolicy) -> Reply:
    match command:
        case policy.ShowPolicy(left=left):
            return figures.show(exchange, left=left)
        case policy.TryFigures():
            return figures.try_out(exchange, command)
        case policy.SaveFigures():
            return figures.save(exchange, command)


def _shared(exchange: Exchange, line: str) -> Reply:
    """Only an answer can be shared, by who may see it: what changes something is not done on the way."""
    command = command_from(line)
    if not isinstance(command, SHAREABLE):
        return asking.note("You can share an answer: share where are we on Acme?")
    reply = where.where(exchange, command, shared=True)
    if not reply.share:  # it asked which deal is meant
        return reply
    card = replace(reply.card, blocks=(*reply.card.blocks, shared_by(exchange.member.name)))
    return replace(reply, card=card, is_shared=True, share="")


def _resume(exchange: Exchange, command: calls.Resume) -> Reply:
    """A draft of a call goes on as a call; anything else that was kept after a failure is answered as it was sent."""
    draft = drafting.content_of(exchange, command.draft)
    instead = drafting.done_instead(command)
    if draft is not None and instead:
        drafting.settle(exchange, command.draft)
        return _answer(exchange, command_from(instead))
    if draft and "changes" in draft and not command.deal:
        return changed(exchange, command.draft, draft["changes"])
    waits_for_its_deal = draft is not None and "who" in draft and command.deal in {"new", creating.ANOTHER.strip()}
    if draft is None or "text" not in draft or (command.deal and not waits_for_its_deal):
        return resuming.resume(exchange, command)
    there = creating.made_once(exchange, command, draft["who"], there="") if waits_for_its_deal else None
    if there:
        return there
    drafting.settle(exchange, command.draft)
    if waits_for_its_deal:
        creating.create_deal(exchange, draft["who"])
    return _answer(exchange, command_from(draft["text"], draft.get("fields")))


def _about_a_deal(exchange: Exchange, text: str) -> Reply | None:
    """A short line that names a deal: a question is answered by its facts, anything else is kept and asked about."""
    deal, _ = named_in(exchange, text)
    if deal is None:
        return None
    if is_question(text):
        return where.where(exchange, deals.Where(str(deal.id)))
    return lines.offered(exchange, deal.id, f"{deal.id}: {text}")


def _rows(topic: Topic) -> asking.Rows:
    return tuple((row.example, row.meaning) for row in HELP.values() if row.topic is topic)


def _not_understood(exchange: Exchange, command: Nonsense) -> Reply:
    """How to type what was half right; a call without its command is offered; else three real examples."""
    if command.hint:
        row = HELP[command.hint]
        return asking.usage(command.hint, row.example, row.meaning)
    pasted = lines.pasted_alone(exchange, command.text)
    if pasted:
        return pasted
    return _meant_plainly(exchange, command) or _guessed(exchange, command)


def _meant_plainly(exchange: Exchange, command: Nonsense) -> Reply | None:
    """An answer to what was asked, a plain line about a deal, a word that other programs know."""
    pressed = pending.answered(exchange, command.text) or pending.in_words(exchange, command.text)
    if pressed:
        return pressed if isinstance(pressed, Reply) else _answer(exchange, pressed)
    not_kept = instead.told(exchange, command.text)
    if not_kept:
        return not_kept
    plain = understood(exchange, command.text)
    if plain is not None:
        return plain if isinstance(plain, Reply) else _answer(exchange, plain)
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
    offered = offered or lines.offer_unknown(exchange, command.text)
    examples = tuple((HELP[word].example, HELP[word].meaning) for word in _EXAMPLES)
    return offered or asking.three_examples(command.text, examples)
