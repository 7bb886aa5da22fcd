"""The one question after a log, with what the line told of its answer: a day that may be meant, what the deal is worth."""

from dataclasses import replace

from bot.conversation.exchange import Exchange
from bot.conversation.open_days import days_of, has_open_day
from bot.model import DealState, History, Result, hour_there
from bot.playbook.asked import is_yes
from bot.playbook.questions import COMES_FIRST, AskNextStep, AskOutcome, AskWon, Question, question_after_log
from bot.playbook.results import told_last
from bot.reading.line.callreading import CallReading
from bot.reading.outcome.ordering import tells_order
from bot.reading.outcome.orders import is_order
from bot.reading.outcome.signedfor import signed_for
from bot.reading.waits.windows import perhaps_until
from bot.reading.words.money import amounts_in, is_for_one, is_sum
from bot.reading.words.speech import first_clauses
from bot.worktime import roll


def question_for(exchange: Exchange, history: History, state: DealState, reading: CallReading) -> Question | None:
    question = question_after_log(history, state, exchange.today)
    if _is_order(history, state, reading) and not isinstance(question, (*COMES_FIRST, AskOutcome)):
        question = AskWon()
    if reading.perhaps_lost and not isinstance(question, COMES_FIRST):
        return AskOutcome(perhaps=True)
    if isinstance(question, AskWon):
        return replace(question, worth=worth_told(reading))
    if question is None and reading.unsure_step:  # what is agreed gets another day, and two may be meant
        return _with_their_time(exchange, reading, AskNextStep())
    if question is None and reading.next_step and has_open_day(reading.next_step):
        days = days_of(reading.next_step, history, exchange.free(history))
        return AskNextStep(days=days, what=reading.next_step.what)
    return _with_their_time(exchange, reading, question) if isinstance(question, AskNextStep) else question


def worth_told(reading: CallReading) -> tuple[str, str]:
    """The one sum of the clause that orders, or that stands by itself; the price of one, or of before, is none."""
    clauses = (*first_clauses(reading.said), *first_clauses(reading.note))
    told = [clause for clause in clauses if is_sum(clause) or _orders(clause)]
    sums = frozenset().union(*(amounts_in(clause) or signed_for(clause) for clause in told))
    return next(iter(sums)) if len(sums) == 1 and not any(map(is_for_one, told)) else ("", "")


def _orders(clause: str) -> bool:
    return tells_order(clause, in_their_words=True) or is_yes(clause, clause) or is_order(clause)


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
    said = perhaps_until(told, exchange.told_on, day_first=exchange.day_first)
    return replace(question, named_on=roll(said.opens_on, exchange.member)) if said else question
