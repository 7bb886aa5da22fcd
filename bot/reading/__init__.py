"""Reading: free text to facts. Pure; what has two defensible readings is asked, never guessed.

Three doors: `calltext` (a call in one line), `dates` (the days in a text), `names` (which deal a name means). Behind them,
each built on those under it:

    plain                 lines that are no call
    calltext, fieldtext   a call line as a whole, a form's field of promises
    line                  the same clause by clause
    telegraph, waits      what a thumb leaves out; what keeps a deal quiet
    promises              who does what by when
    outcome, steps        what happened and what it achieved; what comes next
    grammar               one clause: who, what, how firmly
    mentioned, people     which deal and whom a line speaks of
    languages             what is typed in another language, in English
    days, typed           a day's place in a line; a value that stands alone
    dates, names          and their rules: calendar, naming
    words                 the text itself
"""
