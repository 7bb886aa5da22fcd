"""Ways of doing one thing: typed, pressed on a button that the bot offered, filled in a form that it offered.

Each way is written as in a transcript. The effects must be the same, whichever way is taken, on every stage.
"""

from dataclasses import dataclass, field

_NEW = "Tom> new Acme, 40 seats\n"
_TALKED = _NEW + 'Tom> logcall Acme: Dana said "we like it"\n'
_WEEK_LATER = _TALKED + "at Thu 2026-03-19 09:00\n"
_PROMISED = _NEW + 'Tom> logcall Acme: Dana said "we like it", she sends the plan by Fri, I send the offer Mon\n'
_DUE = _PROMISED + "at Mon 2026-03-16 09:00\n"
_THEIRS_DUE = _PROMISED + "Tom> promise kept offer\nat Mon 2026-03-16 09:00\n"
_UNDATED = _NEW + "Tom> logcall Acme: Dana looks into the stop times\n"
_QUIET = (
    _WEEK_LATER + "Tom> done Acme voicemail\nat Thu 2026-03-26 09:00\nTom> done Acme email\nat Thu 2026-04-09 09:00\n"
)
_ASKED = _QUIET + "Tom> done Acme voicemail\nat Thu 2026-04-16 09:00\n"
_UNANSWERED = _ASKED + "Tom> done Acme definitive\nat Fri 2026-04-24 09:00\n"
_HELD = _ASKED + "Tom> hold Acme: the June slot until 8 May\n"
_BACK = (
    "".join(f"Tom> new {name}\n" for name in "Alba Brio Cato Dova Etna Fado Gala Hera Ilex Jura Kilo Lima".split())
    + "Tom> away from 13 March until 19 March\nat Wed 2026-03-18 12:00\n* morning\n"
)
_REFUSED = _NEW + 'Tom> logcall Acme: Dana said "please take us off your list"\n'
_SHELF = "Tom> shelf case: how Harbour cut mis-picks by a third\n"
_WAITING = "Tom> acme dana hmm\nTom> acme dana not so sure hmm\n"
_CARD = "Tom> deal Acme\n"
_LIST = "Tom> followups\n"
_FORM = "Tom> log Acme\nTom fills in\n  deal = Acme, 40 seats\n"


@dataclass(frozen=True)
class Ways:
    """`given` is played once; each way starts from there, and is taken back after it."""

    given: str
    typed: str
    pressed: tuple[str, ...] = ()
    filled: tuple[str, ...] = field(default=())


def _button(card: str, *labels: str) -> tuple[str]:
    return (card + "".join(f"Tom presses {label}\n" for label in labels),)


def _form(card: str, **fields: str) -> tuple[str]:
    return (card + "Tom fills in\n" + "".join(f"  {name} = {value}\n" for name, value in fields.items()),)


_CALL = {"said": "soon", "theirs": "send the sheet by Fri 20 March", "ours": "send the quote Mon"}
_SETTINGS = {
    "digest_at": "07:45", "zone": "Berlin", "working_days": "Mon-Fri", "country": "GB-ENG", "locale": "day first",
    "compact": "full", "clear_day": "no", "quiet": "", "phone": "555 0142",
}  # fmt: skip

WAYS: dict[str, Ways] = {
    "log a call": Ways(
        _TALKED,
        'Tom> logcall Acme: they said "soon", they send the sheet by Fri 20 March, I send the quote Mon',
        filled=(
            *_form("Tom> where are we on Acme?\nTom presses Log a call\n", deal="Acme, 40 seats", **_CALL),
            *_form("Tom> logcall\n", deal="Acme", **_CALL),
        ),
    ),
    "log a call with somebody new": Ways(
        "",
        "Tom> new Nordic\nTom> logcall Nordic: I send the quote Mon",
        _button("Tom> logcall Nordic: I send the quote Mon\n", "Create “Nordic”"),
    ),
    "go on with a draft": Ways(
        _NEW,
        "Tom> logcall Acme: she sends the plan by Mon",
        _button("Tom> she sends the plan by Mon\n", "Yes, log it"),
    ),
    "all that waits": Ways(
        _TALKED, f"{_WAITING}Tom> resume all", _button(f"{_WAITING}Tom> drafts\n", "Log both")
    ),
    "a figure of the policy": Ways(
        _TALKED + "* Tom is an admin\n",
        "Tom> settings policy gap 5 days instead of 7 days",
        _button("Tom> settings policy gap 5\n", "Save"),
        filled=(
            "Tom> settings policy\nTom presses Change several\nTom fills in\n  min_gap = 5 days\nTom presses Save\n",
        ),
    ),
    "done": Ways(_WEEK_LATER, "Tom> done Acme", _button(_LIST, "Done on Acme")),
    "done voicemail": Ways(
        _WEEK_LATER, "Tom> done Acme voicemail", (*_button(_LIST, "Left voicemail on Acme"), *_button(_FORM, "Voicemail"))
    ),
    "done no answer": Ways(
        _WEEK_LATER, "Tom> done Acme no answer", (*_button(_LIST, "No answer on Acme"), *_button(_FORM, "No answer"))
    ),
    "done email": Ways(
        _WEEK_LATER, "Tom> done Acme email", (*_button(_LIST, "Sent an email on Acme"), *_button(_FORM, "Email"))
    ),
    "done talked": Ways(_WEEK_LATER, "Tom> done Acme talked", _button(_FORM, "We talked")),
    "the yes-or-no message": Ways(
        _ASKED, "Tom> done Acme definitive", _button(_LIST, "Sent the yes-or-no message on Acme")
    ),
    "heard nothing": Ways(_QUIET, "Tom> heard nothing Acme", _button(_LIST, "No, nothing on Acme")),
    "they replied": Ways(
        _WEEK_LATER,
        "Tom> reply Acme",
        _button(_LIST, "They got in touch on Acme"),
    ),
    "our promise kept": Ways(
        _DUE, "Tom> promise kept offer", (*_button(_LIST, "Done (send the offer) on offer"), *_button("Tom> done Acme\n", "This one on offer"))
    ),
    "their promise kept": Ways(_THEIRS_DUE, "Tom> promise kept plan", _button(_LIST, "Done on plan")),
    "promise moved": Ways(
        _DUE, "Tom> promise moved offer to tomorrow", _button(_LIST, "Moved to tomorrow on offer")
    ),
    "promise broken": Ways(_DUE, "Tom> promise broken offer", _button(_LIST, "Will not happen on offer")),
    "a first date for a promise": Ways(
        _UNDATED, "Tom> promise by Acme Fri 13 March", _button("", "Fri 13 March")
    ),
    "next step": Ways(_TALKED, "Tom> next Acme Fri 13 March", _button("", "Fri 13 March")),
    "no next step": Ways(_TALKED, "Tom> next Acme none", _button("", "None agreed")),
    "later": Ways(_WEEK_LATER, "Tom> later Acme tomorrow", _button(_LIST, "Tomorrow on Acme")),
    "keep": Ways(
        _UNANSWERED,
        "Tom> keep Acme because the new CFO starts until 8 May",
        _button("Tom> keep Acme because the new CFO starts\n", "Fri 8 May"),
        _form(_LIST + "Tom presses Keep, because … on Acme\n", why="the new CFO starts", until="8 May"),
    ),
    "let go": Ways(_UNANSWERED, "Tom> let go Acme", (*_button(_LIST, "Let go on Acme"), *_button(_CARD, "Let go"))),
    "a question was asked": Ways(
        _TALKED + "Tom> question Acme: who signs?\n", "Tom> question Acme asked", _button("Tom> question Acme\n", "Asked")
    ),
    "nothing is held any more": Ways(_HELD, "Tom> hold Acme none", _button("Tom> words Acme\n", "It is released")),
    "hold something": Ways(
        _ASKED, "Tom> hold Acme: the June slot until 30 April",
        _button("Tom> hold Acme: the June slot\n", "Thu 30 April"),
    ),
    "catch up": Ways(_BACK, "Tom> spread", _button("", "Spread it like this")),
    "won": Ways(_TALKED, "Tom> won Acme", _button(_CARD, "Won")),
    "lost": Ways(_TALKED, "Tom> lost Acme: too dear", _button(_CARD, "Lost", "Too dear")),
    "reopen": Ways(_TALKED + "Tom> won Acme\n", "Tom> reopen Acme", _button(_CARD, "Reopen")),
    "they came back after a do-not-contact": Ways(
        _TALKED + "Tom> do not contact Acme\n", "Tom> reopen Acme they agreed",
        _button("Tom> words Acme\n", "They came back themselves"),
    ),
    "do not contact": Ways(_REFUSED, "Tom> do not contact Acme", _button("", "Do not contact them again")),
    "qualify": Ways(_TALKED, "Tom> qualify Acme", _button("Tom> where are we on Acme?\n", "They are serious")),
    "rename": Ways(
        _NEW, "Tom> deal rename Acme to Acme Holding, 60 seats",
        filled=_form(_CARD + "Tom presses Rename\n", value="Acme Holding, 60 seats"),
    ),
    "value": Ways(
        _NEW, "Tom> deal value Acme 12,000 EUR", filled=_form(_CARD + "Tom presses Value\n", value="12,000 EUR")
    ),
    "contact": Ways(
        _NEW, "Tom> deal contact Acme: Dana Reyes, 555 0142, New York",
        filled=_form(_CARD + "Tom presses Contact\n", name="Dana Reyes", phone="555 0142", zone="New York"),
    ),
    "give": Ways(_PROMISED, "Tom> deal give Acme to Lena", _button(_CARD, "Hand over", "Lena Vogt")),
    "give a whole book": Ways(
        _PROMISED, "Tom> give everything to Lena\nTom presses Hand it over",
        ("Tom> give everything\nTom presses Lena Vogt\nTom presses Hand it over\n",),
        ("Tom> give everything to Lena\nTom presses Choose which\nTom fills in\n  deals = Acme\n",),
    ),
    "let somebody cover": Ways(
        _PROMISED, "Tom> Lena covers me until Wed 18 March",
        _button("Tom> cover me until Wed 18 March\n", "Lena Vogt"),
    ),
    "move a day": Ways(
        _PROMISED + "Tom> new Brio\nTom> later Brio Wed 18 March\n",
        "Tom> move Wed 18 March to Fri 20 March\nTom fills in\n  touches = Brio\n",
        filled=("Tom> move everything due on Wed 18 March to Fri 20 March\nTom fills in\n  touches = Brio\n",),
    ),
    "several at once": Ways(
        _UNANSWERED, "Tom> let go Acme", filled=("Tom> flush\nTom fills in\n  go = Acme\n", "Tom> several\nTom fills in\n  go = Acme\n  keep =\n"),
    ),
    "new": Ways("", "Tom> new Acme", _button("Tom> where are we on Acme?\n", "Create “Acme”")),
    "another of that name": Ways(
        _NEW + "at Fri 2026-03-13 09:00\n", "Tom> new another Acme, 40 seats", _button("Tom> new Acme, 40 seats\n", "A second deal")
    ),
    "start": Ways(
        "", "Tom> start Acme, 40 seats; Borealis",
        filled=_form("Tom> hello\nTom presses Which deals are on your mind?\n", names="Acme, 40 seats; Borealis"),
    ),
    "settings": Ways("", "Tom> settings digest 07:45\nTom> settings zone Berlin", filled=_form("Tom> settings\n", **_SETTINGS)),
    "pause": Ways("", "Tom> pause talk until Thu 19 March", _button("Tom> pause talk\n", "Thu 19 March")),
    "the same once more": Ways(
        _NEW + "Tom> done Acme no answer\n", "Tom> again done Acme no answer",
        _button("Tom> done Acme no answer\n", "It was another one"),
    ),
    "put on the shelf": Ways(
        "", "Tom> shelf event: open day, 5 October", _button("Tom> shelf event: open day on 5/10\n", "Mon 5 October")
    ),
    "take from the shelf": Ways(_SHELF, "Tom> shelf drop 1", _button("Tom> shelf\n", "Take off on Harbour")),
    "not brought": Ways(
        _SHELF + _WEEK_LATER + "Tom> done Acme email\n", "Tom> shelf not 1 Acme", _button("", "I did not use it")
    ),
    "brought up by oneself": Ways(
        _TALKED + _SHELF, "Tom> done Acme email\nTom> shelf brought 1 Acme", ("Tom> done Acme email\nTom presses I brought it up\n",)
    ),
    "help taken up": Ways(
        _NEW + "Tom> help me on Acme: they want 20 percent off\n", "Maria> helped Acme",
        filled=("Maria> monday\nMaria presses Answer Tom\nMaria fills in\n  answer =\n",),
    ),
    "help answered": Ways(
        _NEW + "Tom> help me on Acme: they want 20 percent off\n", "Maria> helped Acme: offer ten for two years",
        filled=("Maria> monday\nMaria presses Answer Tom\nMaria fills in\n  answer = offer ten for two years\n",),
    ),
    "a role": Ways(
        "* Maria is an admin\n", "Maria> make Omar inactive",
        filled=("Maria> make Omar\nMaria fills in\n  role = inactive\n  manager = 1\n",),
    ),
    "what we sell": Ways("", "Maria> wall sells dates", ("Maria> wall sells biscuits\nMaria presses Dates\n",)),
    "allow": Ways("Maria> wall ban deep dive\n", "Maria> wall allow deep dive", ("Maria> wall\nMaria presses Allow\n",)),
    "drop an opener": Ways(
        "Maria> wall opener {when} you said {said}; what has changed?\n", "Maria> wall drop 1",
        ("Maria> wall\nMaria presses Drop\n",),
    ),
    "undo": Ways(_TALKED, "Tom> undo", _button("", "Undo")),
}  # fmt: skip
