"""Exports made for tests: the shapes that real ones have, from a seed, so that nothing has to be stored."""

import csv
import io
import random
from collections.abc import Iterator, Sequence

AGENTS = [f"{first} {last}" for first in ("Anna", "Darcel", "Kami", "Moses", "Zane") for last in ("Snelling", "Schlecht", "Bicknell", "Frase", "Levy", "Ode", "Tang")]  # fmt: skip
PRODUCTS = ("GTX Plus Basic", "GTX Plus Pro", "GTXPro", "GTX Basic", "MG Special", "MG Advanced", "GTK 500")
PIPELINE = (
    "opportunity_id",
    "sales_agent",
    "product",
    "account",
    "deal_stage",
    "engage_date",
    "close_date",
    "close_value",
)
PIPELINE_MAP = {
    "id": "opportunity_id", "title": "product", "company": "account", "owner": "sales_agent", "stage": "deal_stage",
    "value": "close_value", "closes": "close_date",
}  # fmt: skip
SALESFORCE = (
    "ID",
    "NAME",
    "STAGENAME",
    "AMOUNT",
    "CLOSEDATE",
    "OWNERID",
    "ACCOUNT NAME",
    "LASTACTIVITYDATE",
    "CONTACT NAME",
)


def pipeline(rows: int = 8800, seed: int = 7) -> bytes:
    """A list of opportunities as teams keep them: no header of a CRM, a sixth without company, gaps wherever a deal is open."""
    chance = random.Random(seed)
    return _csv(PIPELINE, _opportunities(rows, chance)).encode()


def _opportunities(rows: int, chance: random.Random) -> Iterator[Sequence[object]]:
    for number in range(rows):
        stage = chance.choices(("Won", "Lost", "Engaging", "Prospecting"), (48, 28, 18, 6))[0]
        ended = stage in {"Won", "Lost"}
        account = "" if chance.random() < 1 / 6 else f"{chance.choice(('Can', 'Hot', 'Kon', 'Zoo', 'Ron'))}{chance.choice(('city', 'max', 'ware', 'nix'))} {chance.randrange(4)}"  # fmt: skip
        engaged = "" if stage == "Prospecting" else f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        closed = f"2026-0{chance.randrange(1, 3)}-{chance.randrange(1, 29):02}" if ended else ""
        value = (chance.randrange(30, 30000) if stage == "Won" else 0) if ended else ""
        yield f"{number:04X}Q{chance.randrange(16**3):03X}", chance.choice(AGENTS), chance.choice(PRODUCTS), account, stage, engaged, closed, value  # fmt: skip


def salesforce(rows: int, owners: Sequence[str] = ("Tom Becker",), stages: Sequence[str] = ("Prospecting", "Closed Won"), first: int = 0) -> bytes:  # fmt: skip
    chance = random.Random(rows)
    made = (
        (
            f"006{number:012}", f"Line {number}", stages[number % len(stages)], chance.randrange(10**6), f"2026-0{chance.randrange(1, 9)}-11",
            owners[number % len(owners)], f"Company {number}", f"2026-01-{chance.randrange(10, 28)}", f"Ann {number % 900}",
        )
        for number in range(first, first + rows)
    )  # fmt: skip
    return _csv(SALESFORCE, made).encode()


def spoiled(content: bytes, every: int = 100) -> tuple[bytes, int]:
    """One row in so many is bad, in one of three ways; and how many are."""
    lines = content.splitlines(keepends=True)
    bad = range(every, len(lines), every)
    for turn, number in enumerate(bad):
        cells = lines[number].rstrip().split(b",")
        match turn % 3:
            case 0:
                cells = cells[:4]  # cut off
            case 1:
                cells[0] = b""  # without an id
            case _:
                cells[1] = cells[6] = b""  # without a name
        lines[number] = b",".join(cells) + b"\r\n"
    return b"".join(lines), len(bad)


def _csv(header: Sequence[str], rows: Iterator[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
