"""Coverage-guided fuzzing of all that reads what people type: nothing crashes, and nothing takes long. `make fuzz`.

    python -m tests.fuzz.reading [SECONDS]

The fuzzer looks for new paths through bot.reading. The slowest texts that it met are read once more by plain Python,
which it does not slow down: each has 50 ms, on a machine of 2026, for 10,000 characters.
"""

import heapq
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from datetime import time as hour
from pathlib import Path

LINES = Path(__file__).parent.parent / "data" / "reading" / "logcall_eval.jsonl"
LONGEST = 10_000  # characters
BOUND = 0.05  # seconds
SLOWEST = 30
TODAY = date(2026, 3, 12)


def read_all(text: str) -> None:
    """Whatever reads a typed text, as the bot and `followthrough parse` do."""
    from bot.model import Side
    from bot.reading import calldata, dates, fieldtext, names
    from bot.reading.calendar import zonenames
    from bot.reading.mentioned import whose
    from bot.reading.typed import typeddates
    from bot.reading.waits import windows
    from bot.reading.words import money

    accounts = (
        calldata.Account("Acme Ltd", ("Ann Lee", "Will May")),
        calldata.Account("Monday Mornings", (), "GB", "Europe/London"),
    )
    calldata.call_data({"id": 0, "text": text, "ref": "2026-03-12T14:00:00", "tz": "UTC"}, accounts)
    fieldtext.read_promises(text, Side.ours, TODAY)
    dates.find_dates(text, TODAY, now=hour(14))
    typeddates.typed_date(text, TODAY)
    windows.buying_period(text, TODAY)
    money.amount_in(text)
    zonenames.zone(text[:100])
    known = (names.Known(0, "Acme Ltd", "", ("Ann Lee",)),)
    whose.whose(text, known)


def fuzz(seconds: int, slow: Path) -> None:
    """Runs until the time is over; a crash ends it with the text that did it."""
    import atheris

    with atheris.instrument_imports(include=["bot.reading", "bot.phrases"]):
        import bot.reading.calldata
        import bot.reading.typed.typeddates  # noqa: F401

    slowest: list[tuple[float, str]] = []

    def one(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")[:LONGEST]
        started = time.process_time()
        read_all(text)
        took = time.process_time() - started
        if len(slowest) < SLOWEST or took > slowest[0][0]:
            heapq.heappush(slowest, (took, text))
            if len(slowest) > SLOWEST:
                heapq.heappop(slowest)
            slow.write_text(json.dumps([text for _, text in slowest]), encoding="utf-8")

    with tempfile.TemporaryDirectory() as corpus:
        for number, line in enumerate(LINES.read_text(encoding="utf-8").splitlines()):
            (Path(corpus) / str(number)).write_text(json.loads(line)["text"], encoding="utf-8")
        atheris.Setup([sys.argv[0], corpus, f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20"], one)
        atheris.Fuzz()


def timed(text: str) -> float:
    """CPU seconds of the whole reading of one text, the least of five."""
    from bot.reading import calldata

    accounts = (calldata.Account("Acme Ltd", ("Ann Lee", "Will May")),)

    def once() -> float:
        started = time.process_time()
        calldata.call_data({"id": 0, "text": text, "ref": "2026-03-12T14:00:00", "tz": "UTC"}, accounts)
        return time.process_time() - started

    return min(once() for _ in range(5))


def main() -> int:
    seconds = int(sys.argv[1]) if sys.argv[1:] else 300
    with tempfile.TemporaryDirectory() as folder:
        slow = Path(folder) / "slow.json"
        code = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.reading", "--fuzz", str(seconds), str(slow)], check=False
        ).returncode
        texts = json.loads(slow.read_text(encoding="utf-8")) if slow.exists() else []
    took = sorted(((timed(text), text) for text in texts), reverse=True)
    for seconds_taken, text in took[:3]:
        print(f"{seconds_taken * 1e3:.1f} ms for {len(text)} characters: {text[:60]!r}")
    too_slow = [text for seconds_taken, text in took if seconds_taken > BOUND]
    print("crashed" if code else "no crash", f"; {len(too_slow)} of the {len(took)} slowest over {BOUND * 1e3:.0f} ms")
    return 1 if code or too_slow else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--fuzz"]:
        fuzz(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main())
