"""The one question after a log, with what the line told of its answer: a day that may be meant, what the deal is worth."""

from dataclasses import replace

from bot.conversation.exchange import Exchange
from bot.conversation.open_days import days_of, has_open_day
from bot.model import DealState, History, Result, hour_there
from bot.playbook.questions import COMES_FIRST, AskNextStep, AskOutcome, AskWon, Question, question_after_log
from bot.playbook.results import told_last
from bot.reading.calltext import CallReading
from bot.reading.money import amount_in
from bot.reading.windows import perhaps_until
from bot.worktime import roll


def question_for(exchange: Exchange, history: History, state: DealState, reading: CallReading) -> Question | None:
    question = question_after_log(history, state, exchange.today)
    if _is_order(history, state, reading) and not isinstance(question, (*COMES_FIRST, AskOutcome)):
        question = AskWon()
    if reading.perhaps_lost and not isinstance(question, COMES_FIRST):
        return AskOutcome(perhaps=True)
    if isinstance(question, AskWon):
        return replace(question, worth=amount_in(f"{reading.said}; {reading.note}"))
    if question is None and reading.next_step and has_open_day(reading.next_step):
        days = days_of(reading.next_step, history, exchange.free(history))
        return AskNextStep(days=days, what=reading.next_step.what)
    return _with_their_time(exchange, reading, question) if isinstance(question, AskNextStep) else question


def _is_order(history: History, state: DealState, reading: CallReading) -> bool:
    """They tell that they order: asked once, and not where the line is an order already, or the deal is won."""
    last = told_last(history)
    return reading.has_ordered and state is not DealState.won and last is not None and last.result is not Result.order


def _with_their_time(exchange: Exchange, reading: CallReading, question: AskNextStep) -> Question:
    """ "we change carrier in June": a day that may be too late to speak, and is offered, never taken."""
    step = reading.unsure_step
    if step:
        return replace(question, days=step.date.choices, what=step.what, at=hour_there(step.date.at, step.date.zone))
    if reading.promises:
        return question
    told = "; ".join(filter(None, (reading.said, reading.note)))
    said = perhaps_until(told, exchange.today, day_first=exchange.day_first)
    return replace(question, named_on=roll(said.opens_on, exchange.member)) if said else question
