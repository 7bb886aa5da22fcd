"""Forks bots that answer as fast as they can until they are killed. Imports once, so that a cycle costs a fork.

Reads "RUN\n" lines; for each it forks a child, prints "pid N", and the child prints a token for every answer.
"""

import itertools
import os
import sys
import threading

from bot.app import App, load_all, system_clock
from bot.cards import Message
from bot.store import Database

THREADS = 4


def answer_until_killed(url: str, organisation_id: int, member_id: int, run: str) -> None:
    app = App(Database(url), system_clock)

    def talk(thread: int) -> None:
        for number in itertools.count():
            token = f"{run}x{thread}x{number}"
            name = f"Deal {token}"
            app.answer(Message(organisation_id, member_id, f"new {name}"))
            said = f"logcall {name}: they said “quote {token}”, they send the plan by Fri"
            app.answer(Message(organisation_id, member_id, said, key=token))
            os.write(1, f"{token}\n".encode())  # only now has the person seen the answer

    threads = [threading.Thread(target=talk, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    url, organisation_id, member_id = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    load_all()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            answer_until_killed(url, organisation_id, member_id, line.strip())
        os.write(1, f"pid {pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
