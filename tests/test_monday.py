"""A manager's Monday: the figures recomputed from the rows by other queries, rights as they are when it is shown, statements."""

import os
import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from adapters.local.sample import seed
from bot.app import App
from bot.cards import Text, plain_text
from bot.conversation.team_week import week
from bot.model import Address, Policy, Role, Side
from bot.playbook.agenda import Group
from bot.playbook.measures import measured
from bot.playbook.monday import Topic
from bot.views.followups import Part, followups_card
from bot.views.headings import Settled
from scheduler.digests import decide_due
from tests.statements import asked_by, statements
from tests.team import Clock, Team

WEEKS = int(os.environ.get("TRIAL_RANDOM_WEEKS", "1"))  # histories of each database; more before a release
# Nothing of ours is asked: plain SQL over the recorded rows, in both databases' common words.
UNKNOWN = """
select d.owner_id, count(*) from deals d where d.organisation_id = :org and not d.hidden
and d.state in ('unknown', 'active', 'going_dark', 'definitive_due', 'definitive_sent', 'let_go_due')
and (select count(*) from touches t join acts a on a.id = t.act_id
     where t.deal_id = d.id and a.undone_at is null
     and (length(t.said) > 0 or t.inbound or t.outcome in ('connected', 'meeting'))) = 0
and {reached}
group by d.owner_id
"""
REACHED = """(d.crm_contact_on is not null or (select count(*) from touches t join acts a on a.id = t.act_id
     where t.deal_id = d.id and a.undone_at is null and (t.inbound or t.outcome not in ('no_answer', 'busy', 'wrong_number'))
     and t.outcome <> 'no_show') > 0)"""
UNCONTACTED = """
select d.owner_id, count(*) from deals d where d.organisation_id = :org and not d.hidden
and d.state in ('unknown', 'active', 'going_dark', 'definitive_due', 'definitive_sent', 'let_go_due')
and not {reached}
group by d.owner_id
"""
TREADMILL = """
with standing as (
  select t.* from touches t join acts a on a.id = t.act_id
  where t.organisation_id = :org and a.undone_at is null and not (t.assumed and exists (
    select 1 from touches x join acts b on b.id = x.act_id where b.undone_at is null and x.deal_id = t.deal_id
    and x.member_id = t.member_id and x."on" = t."on" and not x.assumed and not x.inbound and x.act_id > t.act_id))
), came as (
  select deal_id, "on" from standing where result in ('advance', 'order', 'no_sale')
  union all select u.deal_id, u."on" from turns u join commitments c on c.id = u.commitment_id
    join acts a on a.id = u.act_id join acts b on b.id = c.act_id
    where u.organisation_id = :org and u.kind = 'kept' and c.side = 'theirs' and a.undone_at is null and b.undone_at is null
  union all select e.deal_id, e."on" from decisions e join acts a on a.id = e.act_id
    where e.organisation_id = :org and a.undone_at is null and e.kind in ('won', 'lost', 'let_go')
), heard as (
  select s.deal_id, count(distinct s."on") as days from standing s
  where (s.inbound or s.outcome not in ('no_answer', 'busy', 'wrong_number'))
  and not exists (select 1 from came c where c.deal_id = s.deal_id and c."on" >= s."on") group by s.deal_id
)
select d.id from deals d join heard h on h.deal_id = d.id
where d.organisation_id = :org and not d.hidden and d.state in ('unknown', 'active', 'going_dark', 'definitive_due')
and h.days >= :touches and not exists (
  select 1 from next_steps n join acts a on a.id = n.act_id where n.deal_id = d.id and a.undone_at is null
  and n.agreed and n."on" >= :today
  and n.id = (select max(m.id) from next_steps m join acts b on b.id = m.act_id where m.deal_id = d.id and b.undone_at is null)
  and not exists (select 1 from decisions e join acts b on b.id = e.act_id where e.deal_id = d.id and b.undone_at is null
    and e.act_id > n.act_id and (e.kind = 'no_next_step' or (e.kind = 'absent' and e.until_on > n."on" and not exists (
      select 1 from decisions l where l.act_id = e.act_id and l.deal_id = e.deal_id and l.kind = 'leaves' and l.until_on > n."on"))))
  and not exists (select 1 from standing s where s.deal_id = d.id and s.act_id > n.act_id and s."on" >= n."on"
    and (s.inbound or s.outcome not in ('no_answer', 'busy', 'wrong_number'))))
"""
WORK = """
select t.member_id, t.deal_id, sum(case when t.outcome in ('connected', 'meeting') then 15 else 2 end) as minutes, count(*) as tries
from touches t join acts a on a.id = t.act_id join deals d on d.id = t.deal_id
where t.organisation_id = :org and a.undone_at is null and not d.hidden and t."on" >= :since
group by t.member_id, t.deal_id
"""
# Promises of theirs that were moved nowhere: kept, and kept in time, of those that fell due or were settled.
KEPT = """
select count(*) as due, sum(case when k."on" is not null then 1 else 0 end) as kept,
       sum(case when k."on" > c.first_due_on then 1 else 0 end) as late
from commitments c join acts a on a.id = c.act_id join deals d on d.id = c.deal_id
left join turns k on k.commitment_id = c.id and k.kind = 'kept'
  and exists (select 1 from acts b where b.id = k.act_id and b.undone_at is null)
where c.organisation_id = :org and a.undone_at is null and not d.hidden and c.side = 'theirs' and not c.soft
and c.first_due_on is not null
and not exists (select 1 from turns m join acts b on b.id = m.act_id where m.commitment_id = c.id and b.undone_at is null
  and m.kind <> 'kept')
and (k."on" is not null or c.first_due_on < :today)
"""


def rows(database, organisation_id, sql, **values):
    return database.read(
        organisation_id, lambda store: store.connection.execute(text(sql), {"org": organisation_id, **values}).all()
    )


@pytest.fixture
def team(database) -> Team:
    return Team(database)  # Thu 12 March 2026


def histories(team: Team, seed_: int, days: int = 24) -> None:
    """Random weeks, typed as reps would."""
    dice = random.Random(seed_)
    reps = ("Tom", "Lena", "Omar")
    deals = {name: [f"{name} {word}" for word in ("Alba", "Brio", "Cato", "Dova")] for name in reps}
    for name in reps:
        for deal in deals[name]:
            team.say(name, f"new {deal}")
    for _ in range(days):
        team.forward(days=1)
        for name in reps:
            team.say(name, dice.choice(LINES).format(deal=dice.choice(deals[name])))
            if dice.random() < 0.1:
                team.say(name, "undo")


LINES = (
    "done {deal} voicemail", "done {deal} email", "done {deal} no answer", "done {deal}", "done {deal} talked",
    'logcall {deal}: she said "it is fine", she sends the plan in 4 days', "logcall {deal}: lvm", "logcall {deal}: vm 2",
    "logcall {deal}: talked about the pilot, I send the quote in 3 days", "next {deal} in 6 days", "next {deal} none",
    "promise kept {deal}", "reply {deal}: thanks", "let go {deal}: no answer", "lost {deal}: too dear", "reopen {deal}",
    "promise broken {deal}", "logcall {deal}: vm",
)  # fmt: skip


def figures(team_or: tuple) -> None:
    database, organisation_id, led, today, since = team_or
    asked = database.read(organisation_id, lambda store: (store.organisation.policy, week(store, led, since, today)))
    policy, found = asked
    for topic, sql in ((Topic.unknown, UNKNOWN), (Topic.uncontacted, UNCONTACTED)):
        counted = dict(tuple(row) for row in rows(database, organisation_id, sql.format(reached=REACHED)))
        assert found.some(topic).total == sum(count for owner, count in counted.items() if owner in led), topic
    busy = {row[0] for row in rows(database, organisation_id, TREADMILL, touches=policy.treadmill_touches, today=today)}
    shorthand = database.read(organisation_id, lambda store: _only_shorthand(store, led))
    assert {one.deal.deal_id for one in found.busy} - shorthand == busy - shorthand
    assert {one.member_id: one.whale.deal_ids for one in found.whales} == whales(
        database, organisation_id, led, today, policy
    )
    kept = rows(database, organisation_id, KEPT, today=today)[0]
    ours = database.read(organisation_id, lambda store: _kept(store, policy, today))
    assert ours == (kept.due, kept.kept or 0, kept.late or 0)


def _only_shorthand(store, led):
    """Deals whose last three notes say nothing: told by the notes themselves."""
    found = set()
    for owner in led:
        ids = [row.id for row in store.deals.named(frozenset({owner}))]
        for id_, history in store.history.many(ids).items():
            last = [touch for touch in history.touches if touch.note or touch.said][-3:]
            if len(last) == 3 and all(touch.note.split()[0].lower() in {"lvm", "vm"} for touch in last if touch.note):
                found.add(id_)
    return found


def whales(database, organisation_id, led, today, policy):
    work = rows(database, organisation_id, WORK, since=today - timedelta(days=28))
    found = {}
    for member in {row.member_id for row in work} & led:
        mine = sorted((row for row in work if row.member_id == member), key=lambda row: (-row.minutes, row.deal_id))
        minutes, tries = sum(row.minutes for row in mine), sum(row.tries for row in mine)
        if minutes < 300 and tries < 20:
            continue
        for most, limit in ((1, policy.whale_top_1), (3, policy.whale_top_3)):
            if len(mine) > most and sum(row.minutes for row in mine[:most]) * 100 >= limit * minutes:
                found[member] = tuple(row.deal_id for row in mine[:most])
                break
    return found


def _kept(store, policy, today):
    """Of promises that were never moved, as `does it work?` counts them."""
    everybody = {member.id for member in store.members.all()}
    ids = [name.id for name in store.deals.named(frozenset(everybody))]
    plain = []
    for history in store.history.many(ids).values():
        promises = tuple(
            p for p in history.commitments
            if p.side is Side.theirs and not p.soft and p.first_due_on and all(turn.kind.value == "kept" for turn in p.turns)
        )  # fmt: skip
        plain.append(type(history)(history.deal, commitments=promises))
    found = measured(plain, policy, everybody, date(2020, 1, 1), today).theirs
    return found.due, found.kept, found.late


@pytest.mark.rule("S7")
@pytest.mark.rule("H15")
@pytest.mark.parametrize("seed_", range(WEEKS))
def test_the_figures_are_those_of_the_raw_rows_on_random_weeks(team, seed_):
    histories(team, 2 * seed_ + team.database.is_sqlite)  # other weeks on each
    led = frozenset(member.id for member in team.app.members(team.organisation_id) if member.name != "Maria Keane")
    today = team.clock().date()
    figures((team.database, team.organisation_id, led, today, today - timedelta(days=7)))


def test_the_figures_are_those_of_the_raw_rows_on_the_sample_team(sqlite_url, open_database):
    database = open_database(sqlite_url)  # PostgreSQL counts random weeks as well: nothing else is asked of it
    clock = Clock()
    organisation_id = seed(database, clock())
    members = App(database, clock).members(organisation_id)
    led = frozenset(member.id for member in members if member.manager_id)
    figures((database, organisation_id, led, clock().date(), clock().date() - timedelta(days=3)))


def test_whoever_is_led_no_more_is_gone_from_a_list_that_was_sent(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "help me on Acme: the price is stuck")
    team.clock.at = team.clock.at.replace(day=16, hour=8, minute=31)
    team.tick()
    (sent,) = team.inbox("Maria")
    assert "Tom asks for your help on Acme" in plain_text(sent)
    tom = team.member("Tom").id
    team.database.write(
        team.organisation_id,
        lambda store: store.members.change(store.acts.begin(tom, team.clock(), "left"), tom, manager_id=None),
    )
    (now,) = team.inbox("Maria")
    assert "Acme" not in plain_text(now)
    assert "Tom" not in plain_text(now)


def test_a_call_for_help_stands_in_the_next_list_once_and_the_rep_hears_that_it_was_taken_up(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "help me on Acme: the price is stuck")
    team.forward(hours=18.6)  # Fri 13 March 08:36
    team.tick()
    team.forward(minutes=5)
    (card,) = team.inbox("Maria")
    assert "Tom asks for your help on Acme, since Thu 12 March: “the price is stuck”" in plain_text(card)
    assert card.title == "Fri 13 March. Tom needs your help; no deal of your own is due."
    answer = team.say("Maria", "helped Acme", on=card.key)
    assert "✓ Acme: taken up" in plain_text(answer.card)
    assert "asks for your help" not in plain_text(answer.card)
    assert "Maria has taken up your call for help on Acme." in _next_list(team, "Tom")


def test_what_is_answered_to_a_call_for_help_stands_in_the_reps_next_list(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "help me on Acme: they want 20 percent off")
    assert "“they want 20 percent off”" in team.text("Maria", "answer help Acme")
    told = team.text("Maria", "helped Acme: offer 10: two years, no more")
    assert "✓ Acme: taken up, “offer 10: two years, no more”" in told
    assert "Nobody waits for help on Acme" in team.text("Maria", "answer help Acme")
    mine = _next_list(team, "Tom")
    assert "Maria on Acme, where you asked for help: “offer 10: two years, no more”" in mine
    assert "taken up your call" not in mine


def test_taken_back_it_waits_again_and_nobody_is_told(team):
    team.say("Tom", "new Acme")
    team.say("Tom", "help me on Acme")
    team.say("Maria", "helped Acme")
    team.say("Maria", "undo")
    assert "Tom asks for your help on Acme" in team.text("Maria", "monday")
    assert "taken up" not in _next_list(team, "Tom")
    team.say("Tom", "undo")


def _next_list(team: Team, name: str) -> str:
    team.clock.at = team.clock.at.replace(day=16, hour=8, minute=31)
    team.tick()
    return "".join(plain_text(card) for card in team.inbox(name))


def test_who_logged_nothing_for_days_stands_above_what_is_late_and_on_their_line_of_the_team(team):
    for name in ("Tom", "Lena"):
        team.say(name, f"new {name}co")
        team.say(name, f"logcall {name}co: I send the quote by Fri")
    team.forward(days=8)
    team.say("Tom", "logcall Tomco: talked, I send the plan by Mon")
    monday = team.text("Maria", "monday")
    assert "Your team since Mon 16 March" in monday
    told = "no call logged for 8 days, since Thu 12 March"
    assert f"Lena: {told}" in monday
    assert monday.index("no call logged") < monday.index("We are late")
    assert "Tom: no call logged" not in monday
    assert f"1 of our promises late, {told}" in team.text("Maria", "where is my team?")


@pytest.mark.parametrize("end", ["lost Acme: chose a rival", "let go Acme"])
def test_what_they_had_promised_goes_with_a_deal_that_ended(team, end):
    for name in ("Acme", "Brio"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: Ana sends the signed contract by Mon")
    asked = ("monday", "where is Tom?", "where is my team?")
    assert all("Acme" in team.text("Maria", line) for line in asked)
    team.say("Tom", end)
    told = [team.text("Maria", line) for line in asked]
    lines = [line for one in told for line in one.splitlines() if "signed contract" in line]
    assert not any("Acme" in line for line in lines)
    assert all("send the signed contract by" in one for one in told), "that of Brio"


def test_monday_says_what_was_promised_and_put_off_and_by_whom(team):
    for name in ("Acme", "Brio"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the water bill by Mon 16 March")
    team.say("Tom", "promise moved Brio Wed 25 March")
    team.say("Tom", "new Cato")
    team.forward(days=6)
    monday = team.text("Maria", "monday")
    assert "Your team since Mon 16 March" in monday
    assert "They promised a step" not in monday, "that was last week"
    team.forward(days=-1)
    team.say("Tom", "promise moved Acme Fri 27 March")
    monday = team.text("Maria", "monday")
    assert (
        "Acme (Tom): put off by them: send the water bill, from Mon 16 March to Fri 27 March (they said so on Tue 17 March)"
        in monday
    )
    assert monday.count("Cato") == 1, "nobody was in touch yet: in one place"
    assert "Cato (Tom), on the list since Thu 12 March" in monday


def test_a_headline_with_deals_of_ones_own_names_who_needs_help_too():
    due = [Settled("Acme: taken up", Group.touch, 1, 1)]
    day = date(2026, 3, 16)
    assert followups_card(due, Policy(), day, team=Part(asked_by=("Lena", "Tom"))).title.endswith(
        "Lena and Tom need your help."
    )
    many = followups_card((), Policy(), day, team=Part((Text("x"),), ("A", "B", "C", "D")))
    assert many.title == "Mon 16 March. Four of your team need your help; no deal of your own is due."


def test_a_promised_step_whose_day_has_passed_is_no_good_news(team):
    for name in ("Acme", "Brio"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she sends the water bill by {'Fri' if name == 'Acme' else 'Thu 26 March'}")
    team.forward(days=4)
    assert "They promised a step: 2, 1 of these late by now" in team.text("Maria", "monday")
    assert "They promised a step since Mon 9 March: 2, 1 of these late by now" in team.text(
        "Maria", "how is Tom doing?"
    )


def test_monday_shows_the_first_of_many_and_all_of_them_when_asked(team):
    for number in range(9):
        team.say("Tom", f"new Shop {number}, till")
    told = team.text("Maria", "monday")
    assert "No contact yet: 9 (the first 5, by day)" in told
    assert "Shop 4" in told
    assert "Shop 5" not in told
    assert "Show every line" in told
    every = team.text("Maria", "monday all")
    assert "No contact yet: 9\n" in every
    assert "Shop 8" in every
    assert "Show every line" not in every


def test_each_sides_late_promises_are_one_press_away(team):
    for number in range(5):
        team.say("Tom", f"new Shop {number}")
        team.say("Tom", f"logcall Shop {number}: Dana sends the plan by Fri, I send the quote by Fri")
    team.forward(days=5)
    told = team.text("Maria", "monday")
    assert "We are late: 5 (the 3 oldest)" in told
    assert told.count("Show all 5") == 2
    ours, theirs = team.text("Maria", "owed late us"), team.text("Maria", "owed late them")
    assert (ours.count("send the quote"), ours.count("send the plan")) == (5, 0)
    assert (theirs.count("send the quote"), theirs.count("send the plan")) == (0, 5)
    assert "late with nothing" in team.text("Lena", "owed late us")


def test_who_leads_nobody_gets_no_monday(team):
    team.say("Tom", "new Acme")
    team.database.write(team.organisation_id, _add_zoe)
    team.clock.at = team.clock.at.replace(day=16, hour=8, minute=31)
    team.tick()
    assert team.inbox("Maria") != []
    assert team.inbox("Zoe") == []
    assert "a team is shown to whoever leads it" in team.text("Tom", "monday")
    assert "a team is shown to whoever leads it" in team.text("Zoe", "monday")


def _add_zoe(store) -> None:
    zoe = store.members.add(
        "Zoe Test", Role.manager, "Europe/London", next_digest_at=datetime(2026, 3, 16, 8, 30, tzinfo=UTC)
    )
    store.identities.add(zoe, Address("local", "local", str(zoe)))


def test_a_monday_takes_as_many_statements_for_many_deals_and_promises(team):
    team.say("Tom", 'logcall\nAcme: she said "we sign this week", she sends the plan by Fri, I send the quote Mon')
    few = _with_deals(team, 3)
    many = _with_deals(team, 6)
    assert many == few
    assert few <= 24


def _with_deals(team: Team, count: int) -> int:
    for number in range(count):
        for name in ("Tom", "Lena"):
            deal = f"{name} {'abcdefghijkl'[number] * 4}{count}"
            team.say(name, f"new {deal}")
            team.say(
                name,
                f'logcall {deal}: she said "we sign next week", she sends the plan by tomorrow, I send the quote Mon',
            )
    return statements(team, "Maria", "monday")


def test_who_leads_nobody_costs_no_statement_more_on_a_monday(team):
    """Twelve reps are planned by as many statements as three; and each digest is a write of its own."""
    for name in ("Tom", "Lena", "Omar"):
        team.say(name, f"new {name}co")
    team.clock.at = team.clock.at.replace(day=16, hour=14, minute=31)
    asked = [sql for sql, _ in asked_by(team.database, lambda: decide_due(team.database, team.clock()))]
    monday = [sql for sql in asked if "row_number()" in sql]
    assert len(monday) <= 2, "the topics and the work, once for all who lead"


def test_a_weekly_line_of_ones_own_conversations_comes_until_it_is_paused(team):
    for name, told in (("Acme", "she sends the plan by Fri"), ("Brio", "talked about seats")):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: {told}, I send the quote tomorrow")
    line = "Since Mon 9 March, 1 of 2 conversations ended with something of theirs by a day."
    assert line in _next_list(team, "Tom")
    assert "conversations" not in "".join(plain_text(card) for card in team.inbox("Maria"))
    assert "No weekly line about your conversations" in team.text("Tom", "pause coaching until 1 June")
    team.say("Tom", "logcall Acme: she sends the figures by Fri")
    team.forward(days=7)
    team.tick()
    assert "ended with something of theirs" not in plain_text(team.inbox("Tom")[-1])


def test_days_in_the_lines_of_a_list_are_written_as_its_reader_writes_them(team):
    """Omar's list began "Mon March 16" and went on "Since Mon 9 March"."""
    for name in ("Acme", "Brio"):
        team.say("Omar", f"new {name}")
        team.say("Omar", f"logcall {name}: she sends the plan by Friday, I send the quote tomorrow")
    team.say("Omar", "hold Acme: the June slot until Monday")
    _next_list(team, "Omar")
    team.forward(hours=4)  # half past eight in New York
    team.tick()
    text = plain_text(team.inbox("Omar")[-1])
    assert "Since Mon March 9, 2 of 2 conversations ended with something of theirs by a day." in text
    assert "The June slot is held for Acme until Mon March 16 and no longer." in text


def test_whom_a_list_is_about_are_those_whose_deals_one_may_see(team):
    def both(store):
        everybody = store.members.all()
        led = store.mondays.led([member.id for member in everybody if member.may_lead])
        seen = {m.id: store.members.visible_owners(m) - {m.id} for m in everybody if m.may_lead}
        return led, {id_: owners for id_, owners in seen.items() if owners}

    led, seen = team.database.read(team.organisation_id, both)
    assert led == seen
    assert led != {}


def test_of_a_deal_that_is_won_no_step_is_told_as_promised(team):
    for name in ("Acme", "Brio"):
        team.say("Tom", f"new {name}")
        team.say("Tom", f"logcall {name}: she signs by Fri")
    team.say("Tom", "won Brio")
    team.forward(days=4)
    monday = team.text("Maria", "monday")
    assert "They promised a step: 1" in monday
    assert "Brio (Tom): sign" not in monday
