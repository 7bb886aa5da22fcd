"""The help table: each command with an example that works, and what it does in a few words."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """`help` shows every day's commands; the rest is one press away."""

    everyday = "everyday"
    calls = "calls"
    deals = "deals"
    yourself = "yourself"
    people = "people"
    team = "team"


@dataclass(frozen=True)
class Usage:
    """One row of `help`: how to type it, what it does."""

    example: str
    meaning: str
    topic: Topic = Topic.everyday


HELP: dict[str, Usage] = {
    "logcall": Usage(
        "logcall Acme: sent pricing, she checks with finance by Fri, I send the case study Wed",
        "keep a call: their words, both sides' promises. Alone, it opens a form; several lines, one deal each, work too",
    ),
    "followups": Usage("followups", "what is due today, and what to say"),
    "where": Usage("where are we on Acme?", "the facts, each with its date"),
    "what did": Usage("what did Dana say?", "their last words, with the day", Topic.deals),
    "why": Usage("why is Acme on my list?", "the rule and the dates behind it, or why it is not there", Topic.deals),
    "prep": Usage("prep Acme", "before a call: their last words, who owes what, what to ask, ways to begin"),
    "words": Usage("words Acme", "what to say: phone, voicemail, email"),
    "check": Usage(
        "check Hi Dana, just checking in …",
        "worn phrases in a text you want to send, and what to write instead",
        Topic.calls,
    ),
    "done": Usage("done Acme voicemail", "you got in touch: talked, voicemail, message, email, no answer"),
    "reply": Usage("reply Acme: finance said yes to the budget", "they called or wrote; stops what was queued"),
    "heard nothing": Usage("heard nothing Acme", "you were asked whether they answered: they did not", Topic.calls),
    "promise": Usage("promise kept Acme", "what became of a promise: kept, moved Fri, broken, dropped", Topic.calls),
    "next": Usage("next Acme Tue 10:00", "the next step you agreed on", Topic.calls),
    "later": Usage("later Acme next week", "on your list on that day", Topic.deals),
    "is back": Usage("Dana is back 12 Sep", "they are away: everything of theirs waits until then", Topic.calls),
    "upcoming": Usage("upcoming", "your next two weeks", Topic.deals),
    "owed": Usage("who owes what?", "every open promise of yours and of theirs", Topic.deals),
    "no next step": Usage(
        "who has no next step?", "your deals without one; also who is away, and what closes this month", Topic.deals
    ),
    "deals": Usage("deals", "who, what, last contact; deals export gives exactly that as a file", Topic.deals),
    "new": Usage("new Acme, 40 seats", "a new deal", Topic.deals),
    "deal": Usage("deal Acme", "what is known of a deal, and buttons to change it", Topic.deals),
    "deal rename": Usage(
        "deal rename Acme to Acme Ltd, 60 seats", "a new name; the old one is still found", Topic.deals
    ),
    "deal value": Usage("deal value Acme 12,000 EUR", "what it is worth", Topic.deals),
    "deal contact": Usage(
        "deal contact Acme: Dana Reyes, 555 0142, New York", "who it is, their number, where they are", Topic.deals
    ),
    "deal give": Usage("deal give Acme to Lena", "hand it to a colleague, with everything", Topic.deals),
    "give": Usage(
        "give everything to Lena",
        "a whole book: yours, or give Tom's deals to Lena for who leads; shown before anything changes",
        Topic.deals,
    ),
    "pack": Usage(
        "pack Acme", "what to know of a deal that came from a colleague. Alone: which you have not read", Topic.deals
    ),
    "cover": Usage(
        "cover Tom until Fri",
        "you see his deals and act for him until then; or: Lena covers me until Fri",
        Topic.deals,
    ),
    "who covers": Usage("who covers?", "who covers for whom, and until when, with a button that ends it", Topic.deals),
    "while I was away": Usage("while I was away", "what was done for you by whoever covered you", Topic.deals),
    "move": Usage("move Friday to Monday", "what is due on one day goes to another, by tick boxes", Topic.deals),
    "several": Usage("several", "let go, keep or put off many of your list at once. Also: flush", Topic.deals),
    "who can see": Usage("who can see Acme", "who reads what you log there", Topic.deals),
    "keep": Usage(
        "keep Acme because the new CFO starts until 3 April",
        "go on with a silent deal, for a reason, until a day",
        Topic.deals,
    ),
    "hold": Usage(
        "hold Acme: the June slot until 20 March",
        "what is really kept for them, and until when: only then does the yes-or-no message say so",
        Topic.deals,
    ),
    "question": Usage(
        "question Acme: do your pickers share a login?",
        "something to ask them came up: it stands in prep and in the next texts until it was asked",
        Topic.deals,
    ),
    "asked": Usage("question Acme asked", "it was asked: the question is off", Topic.deals),
    "nurture": Usage("nurture", "who was let go, when and why; nurture export gives it as a file", Topic.deals),
    "catch up": Usage("catch up", "too much on one day: what can wait goes to the next days", Topic.deals),
    "let go": Usage(
        "let go Acme: no answer to three messages", "end the chase; the deal sleeps until they return", Topic.deals
    ),
    "won": Usage("won Acme 12,000 EUR", "they signed", Topic.deals),
    "lost": Usage("lost Acme: too dear", "they said no, and why", Topic.deals),
    "reopen": Usage("reopen Acme", "a closed deal goes on, with all its history", Topic.deals),
    "do not contact": Usage(
        "do not contact Acme", "they asked for it: nobody in the team is sent there again", Topic.deals
    ),
    "help me": Usage(
        "help me on Acme: they want 20 percent off",
        "asks whoever leads you for help; it stands in their next list",
        Topic.deals,
    ),
    "helped": Usage(
        "helped Acme: offer 10 percent",
        "you took that call for help up, with your answer, or need none any more",
        Topic.deals,
    ),
    "answer help": Usage("answer help Acme", "a form for your answer to a call for help", Topic.deals),
    "qualify": Usage("qualify Acme", "you are sure that this is a true prospect", Topic.deals),
    "start": Usage(
        "start Acme; Borealis; Corvid", "the deals on your mind become a list; alone, it opens a form", Topic.yourself
    ),
    "resume": Usage("resume", "what you typed that has not become anything yet", Topic.calls),
    "resume all": Usage("resume all", "logs all of them that name their deal", Topic.calls),
    "undo": Usage("undo", "takes back the last thing you did"),
    "away": Usage("away until Tuesday", "your days off: no list until you are back", Topic.yourself),
    "back": Usage("back", "you are back earlier", Topic.yourself),
    "pause": Usage(
        "pause talk until Monday", "no list, or a part of it, until a day: everything, talk, theirs", Topic.yourself
    ),
    "unpause": Usage("unpause", "the list comes again", Topic.yourself),
    "settings": Usage(
        "settings list 08:00", "hour, zone, working days, short or full list. Alone, it opens a form", Topic.yourself
    ),
    "settings policy": Usage("settings policy", "the figures behind everybody's list", Topic.yourself),
    "settings policy gap": Usage(
        "settings policy gap 5 days", "what a new figure would do, before it is saved. For admins", Topic.yourself
    ),
    "settings company": Usage(
        "settings company Acme", "what your company is called in words to a prospect. For admins", Topic.yourself
    ),
    "status": Usage("status", "your last list and your next one, and why", Topic.yourself),
    "does it work": Usage(
        "does it work?",
        "what came of it: answers, advances, promises, of yours or of the team you lead",
        Topic.yourself,
    ),
    "chart": Usage(
        "chart promises",
        "the same to look at: promises, touches, deals, hours; yours, or chart team for who leads three reps or more",
        Topic.yourself,
    ),
    "coach me": Usage(
        "coach me",
        "worn phrases in what you had checked, calls without a day of theirs; only you see it",
        Topic.yourself,
    ),
    "monday": Usage(
        "monday",
        "for who leads others: what customers say they will buy, what changed, what is late, where help is wanted",
        Topic.yourself,
    ),
    "people": Usage("people", "who is in, what they are, and whether a message reaches them", Topic.people),
    "make": Usage(
        "make Tom a rep of Maria", "what somebody is: rep, manager, admin, inactive. For admins", Topic.people
    ),
    "holidays": Usage(
        "holidays", "whose public holidays apply to whom; for admins: holidays Tom DE, holidays Berlin DE", Topic.people
    ),
    "undelivered": Usage(
        "undelivered", "messages that did not arrive, and members whom none reaches. For admins", Topic.people
    ),
    "admin page": Usage(
        "admin page", "a link, good once, to a page with all of these settings. For admins", Topic.people
    ),
    "team": Usage("team", "who leads whom, as far as you see it", Topic.people),
    "link": Usage("link", "you in Slack and in Teams become one: a code to type there", Topic.people),
    "share": Usage("share where are we on Acme?", "the answer for everybody in the channel or chat", Topic.people),
    "shelf": Usage(
        "shelf case study: how Harbour cut mis-picks by a third",
        "a new thing to bring to your deals: case, event, price, news, perhaps with from and until. Alone: the list",
        Topic.team,
    ),
    "shelf list": Usage("shelf", "what is new, who put it there, until when", Topic.team),
    "shelf drop": Usage("shelf drop 3", "takes it off the shelf", Topic.team),
    "shelf not": Usage("shelf not 3 Acme", "you did not use it there after all; it may be proposed again", Topic.team),
    "shelf brought": Usage("shelf brought 3 Acme", "you brought it up there; it is not proposed again", Topic.team),
    "wall": Usage("wall", "your team's own worn phrases and openers", Topic.team),
    "wall ban": Usage("wall ban deep dive", "no text holds it any more. For managers and admins", Topic.team),
    "wall allow": Usage("wall allow deep dive", "off your team's wall again", Topic.team),
    "wall opener": Usage(
        "wall opener {their name}, {when} you said {said}; what has changed since?",
        "an opener of your own, with facts in its places",
        Topic.team,
    ),
    "wall sells": Usage(
        "wall sells dates",
        "how texts say that something is kept for a customer: goods, dates, seats, team, none",
        Topic.team,
    ),
    "wall drop": Usage("wall drop 3", "that opener is not used any more", Topic.team),
    "help": Usage("help", "this list", Topic.yourself),
}
