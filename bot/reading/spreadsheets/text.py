"""A CSV file as numbered rows of cells, streamed. It has no rule but this: whatever saved the file, it is read, or told by row.

Encodings: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252. Separators: comma, semicolon, tab.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

csv.field_size_limit(1_000_000)
_BLOCK = 1 << 20
_SAMPLE = 4096  # bytes that show whether every other one is empty, as in UTF-16
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = ",;\t"
_NO_TEXT = "This is no CSV text. Export your deals as CSV (UTF-8) and try again."


class BrokenFile(ValueError):
    """A file that cannot be read as an export; the text says where and what to do."""


@dataclass(frozen=True)
class Sheet:
    """An opened file. It is read from its start each time, so that no more than a row is held."""

    content: BinaryIO
    encoding: str
    separator: str
    header: tuple[str, ...]
    header_number: int  # 1, unless blank rows or Excel's "sep=;" come first

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row number as a spreadsheet counts, cells) of each row below the header that is not blank."""
        for number, cells in _records(self.content, self.encoding, self.separator):
            if number > self.header_number and any(cell.strip() for cell in cells):
                yield number, cells


def opened(content: BinaryIO) -> Sheet:
    """Finds encoding, separator and header. Raises BrokenFile when there is nothing to read."""
    encoding = _encoding(content)
    separator = _separator(content, encoding)
    for number, cells in _records(content, encoding, separator):
        told = len(cells) <= 2 and cells and cells[0].lower().startswith("sep=")  # noqa: PLR2004 - "sep=," splits in two
        if not told and any(cell.strip() for cell in cells):
            return Sheet(content, encoding, separator, tuple(cell.strip() for cell in cells), number)
    raise BrokenFile("The file is empty. It needs a header row, and rows under it.")


def _encoding(content: BinaryIO) -> str:
    content.seek(0)
    head = content.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    pairs = max(1, len(head) // 2)
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[first::2].count(0) > pairs // 2 and head[1 - first :: 2].count(0) == 0:
            return encoding
    return _eight_bits(content)


def _eight_bits(content: BinaryIO) -> str:
    """UTF-8 when the whole file is valid as such, else Windows-1252."""
    content.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8"
    while block := content.read(_BLOCK):
        if b"\0" in block:
            raise BrokenFile(_NO_TEXT)
        try:
            if encoding == "utf-8":
                decoder.decode(block)
        except UnicodeDecodeError:
            encoding = "cp1252"
    return encoding if encoding == "cp1252" or not decoder.getstate()[0] else "cp1252"


def _separator(content: BinaryIO, encoding: str) -> str:
    with _text(content, encoding) as text:
        for line in text:
            told = re.match(r"\s*sep=([,;\t])\s*$", line, re.IGNORECASE)
            if told:
                return told[1]
            if line.strip():
                bare = re.sub(r'"[^"]*"', "", line)
                return max(_SEPARATORS, key=bare.count)
    return ","


def _records(content: BinaryIO, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells). A quote that is never closed is told by the row where it opens."""
    number = 0
    with _text(content, encoding) as text:
        reader = csv.reader(text, delimiter=separator, strict=True)
        try:
            for cells in reader:
                number += 1
                yield number, cells
        except csv.Error:
            raise BrokenFile(
                f"Row {number + 1} cannot be read: a quotation mark is open or in the wrong place."
                " Mend that row, or export the file again."
            ) from None


@contextmanager
def _text(content: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """The content as text from its start; the file stays open."""
    content.seek(0)
    wrapper = io.TextIOWrapper(content, encoding=encoding, errors="replace", newline="")
    try:
        yield wrapper
    finally:
        wrapper.detach()
