"""`followthrough` as a process of its own, without importing it each time: most of a start is imports, and always the same.

A process that has imported the program forks for each command. The fork has the folder, the environment, the output and
the end of a program that was started; what a test says of the start itself is started anew (`anew` in tests/serving.py).
"""

import atexit
import functools
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
_MOST = 100_000  # bytes that a command and its environment take


class Forked:
    """What a test needs of a running program, named as subprocess names it."""

    def __init__(self, folder: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
        (out, its_out), (err, its_err), (ended, its_ended) = os.pipe(), os.pipe(), os.pipe()
        told = json.dumps([str(folder), list(arguments), environment]).encode()
        socket.send_fds(_forker(), [told], [its_out, its_err, its_ended])
        for end in (its_out, its_err, its_ended):
            os.close(end)
        self.stdout, self.stderr, self._ended = (os.fdopen(end, encoding="utf-8") for end in (out, err, ended))
        self.pid = int(self._ended.readline())

    def terminate(self) -> None:
        os.kill(self.pid, signal.SIGTERM)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self, seconds: float) -> int:
        assert select.select([self._ended], [], [], seconds)[0], f"it runs on after {seconds} s"
        return int(self._ended.readline())

    def close(self) -> None:
        for pipe in (self.stdout, self.stderr, self._ended):
            pipe.close()


def finished(folder: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The command's whole run."""
    program = Forked(folder, arguments, environment)
    try:
        said = _read_together(program.stdout, program.stderr)
        return subprocess.CompletedProcess(arguments, program.wait(120), *said)
    finally:
        program.close()


def _read_together(*pipes: IO[str]) -> list[str]:
    """All of each, in whatever order it is written."""
    heard = {pipe.fileno(): b"" for pipe in pipes}
    waiting = set(heard)
    while waiting:
        ready = select.select(waiting, [], [], 120)[0]
        assert ready, "it says nothing more and does not end"
        for end in ready:
            heard[end] += (more := os.read(end, 65_536))
            waiting -= set() if more else {end}
    return [text.decode() for text in heard.values()]


@functools.cache
def _forker() -> socket.socket:
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, __file__, str(its.fileno())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, pass_fds=[its.fileno()], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    its.close()
    atexit.register(process.wait)
    atexit.register(ours.close)  # which ends it
    return ours


def _fork_as_asked(asked: socket.socket) -> list[str] | None:
    """The arguments in each fork; None when nothing more is asked."""
    running: list[int] = []
    while True:
        told, pipes, _, _ = socket.recv_fds(asked, _MOST, 3)
        running = [pid for pid in running if os.waitpid(pid, 0 if not told else os.WNOHANG) == (0, 0)]
        if not told:
            return None
        if not (pid := os.fork()):
            asked.close()
            return _program(*json.loads(told), *pipes)
        running.append(pid)
        for pipe in pipes:
            os.close(pipe)


def _program(folder: str, arguments: list[str], environment: dict[str, str], *pipes: int) -> list[str]:
    """In the program: its surroundings. What forks it waits for its end, and tells that."""
    out, err, ended = pipes
    if pid := os.fork():
        os.close(out)
        os.close(err)
        os.write(ended, f"{pid}\n".encode())
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.write(ended, f"{code}\n".encode())
        os._exit(0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    for pipe in pipes:
        os.close(pipe)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    return arguments


if __name__ == "__main__":
    import click

    from adapters.cli.main import main
    from adapters.slack import platform as _slack  # noqa: F401 - what a start with Slack or with Teams imports
    from adapters.teams import platform as _teams  # noqa: F401
    from bot.app import load_all
    from bot.conversation import digest as _digest  # noqa: F401 - what is loaded behind a start, and with a command

    load_all()
    for command in main.list_commands(click.Context(main)):
        main.get_command(click.Context(main), command)
    gc.freeze()  # a fork would touch, and so copy, all of it when it ends
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        wanted = _fork_as_asked(asking)
    if wanted is not None:
        main(wanted, prog_name="followthrough")
