"""No cell of a file is run by the spreadsheet that opens it, whatever it parts cells by; what is plain stays as it is."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.files import csv_file, line

RUN = frozenset("=+-@")


def read(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+44 20", "-2", "@SUM(A1)", " =1+1", "\n=cmd", "\r\n=cmd", "\t", "\n", "\rplain", "\u200b=1+1", "\ufeff@x", "\u00a0-1", "\u3000=1",
        "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", "\ufe631", "\u2060\u202e=x", "\ufe0f=x", "\u3164=x", "\u2800+x", "\x00=x", "\x1b=x", "\u00ad=x",
    ],
)  # fmt: skip
def test_what_may_be_run_is_text(text):
    assert read(line(["Acme", text]))[0][1].startswith("'"), "behind the mark all is text"


@pytest.mark.parametrize(
    "text", ["", "Acme", "A=1", "3-4", "lena@acme.example", "é", "_-", "’s", "1;2", "x\ny", 'a "b"']
)
def test_what_is_plain_stays_as_it_is_and_is_quoted(text):
    assert line([text]) == '"' + text.replace('"', '""') + '"'


def test_a_spreadsheet_that_parts_by_something_else_finds_no_formula_either():
    text = line(["Corvid", "Acme;=cmd", "two\n=cmd", "tab\t@x", "a; \u200b+1"])
    for separator in ",;\t":
        assert not [cell for row in read(text, separator) for cell in row if cell.lstrip(" \u200b")[:1] in RUN]


def test_a_file_has_its_mark_and_each_row_its_end():
    assert csv_file("deals.csv", [("A", "B"), ("1", "")]).text == '\ufeff"A","B"\r\n"1",""\r\n'


@given(st.lists(st.text(st.sampled_from("=+-@;,\t\r\n\"' a\u200b\uff1d\u00a0"), max_size=8), min_size=1, max_size=3))
def test_no_cell_begins_with_what_is_run(cells):
    for separator in ",;\t":
        for row in read(line(["", *cells]), separator):
            for cell in row:
                shown = [c for c in unicodedata.normalize("NFKC", cell) if unicodedata.category(c)[0] not in "ZC"]
                assert not shown or shown[0] not in RUN
