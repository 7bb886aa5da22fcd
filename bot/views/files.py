"""Tables as files. A cell that a spreadsheet would run as a formula is made text (reliability 3.5), however it begins.

Each cell is quoted. A spreadsheet that parts cells by something else than a comma does not see that, so whatever stands
behind a semicolon, a tab or the end of a line may begin a cell too.
"""

import re
import unicodedata
from collections.abc import Sequence

from bot.cards import File, Rest

_FORMULA = frozenset("=+-@")
_CONTROL = ("\t", "\r", "\n")  # some spreadsheets take them away, and run what is behind
_UNSEEN = frozenset('"\u115f\u1160\u2800')  # a quote may open a cell; the others show nothing, though they are letters
_CELL_MAY_BEGIN = re.compile(r"(?<=[;\t\r\n])")


def csv_file(name: str, rows: Sequence[Sequence[str]], rest: Rest | None = None) -> File:
    """The rows as CSV, the header first, with the mark by which spreadsheets know UTF-8."""
    text = "\r\n".join(map(line, rows))
    return File(name, "text/csv", f"\ufeff{text}\r\n", rest)


def line(values: Sequence[str]) -> str:
    return ",".join(map(_cell, values))


def _cell(text: str) -> str:
    plain = "".join(f"'{part}" if _is_run(part) else part for part in _CELL_MAY_BEGIN.split(text))
    mark = "'" if text.startswith(_CONTROL) else ""
    return '"' + mark + plain.replace('"', '""') + '"'


def _is_run(text: str) -> bool:
    """What shows first, as plain as a spreadsheet may read it ("＝" is "=")."""
    for char in text:
        shown = [each for each in unicodedata.normalize("NFKC", char) if not _is_unseen(each)]
        if shown:
            return shown[0] in _FORMULA
    return False


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char)[0] in "ZC" or unicodedata.category(char) in {"Mn", "Me"} or char in _UNSEEN
