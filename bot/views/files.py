"""Tables as files. A cell that a spreadsheet would run as a formula is made text (reliability 3.5)."""

from collections.abc import Sequence

from bot.cards import File

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, rows: Sequence[Sequence[str]]) -> File:
    """The rows as CSV, the header first, with the mark by which spreadsheets know UTF-8."""
    text = "\r\n".join(",".join(map(cell, row)) for row in rows)
    return File(name, "text/csv", f"\ufeff{text}\r\n")


def cell(text: str) -> str:
    """One field of a line."""
    plain = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + plain.replace('"', '""') + '"' if any(char in plain for char in ',"\r\n') else plain
