"""Files as people save them: encodings, separators, headers, dates, and what a row is known by."""

import io
from datetime import date
from pathlib import Path

import pytest

from bot.reading.spreadsheets.headers import BY_HAND, WrongMapping, mapped, recognised, signature, suggested
from bot.reading.spreadsheets.rows import ImportRow, Refused, rows_of, survey
from bot.reading.spreadsheets.text import BrokenFile, opened

DATA = Path(__file__).parents[1] / "data"
HEADER = "ID,NAME,STAGENAME,CLOSEDATE,AMOUNT\n"
TEXT = "ID;NAME;STAGENAME\n1;Müller – „Straße“;Engaging\n"


def read(content: bytes, by_hand: dict[str, str] | None = None, *, day_first: bool = True) -> list[ImportRow | Refused]:
    sheet = opened(io.BytesIO(content))
    columns = mapped(sheet.header, by_hand) if by_hand else recognised(sheet.header)
    assert columns
    return list(rows_of(sheet, columns, survey(sheet, columns, day_first=day_first)))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"), TEXT.encode("cp1252"), TEXT.replace(";", ",").encode("cp1252"),
        TEXT.replace(";", "\t").encode("utf-16"), ("sep=;\r\n" + TEXT).encode(), ("\n\n" + TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(), TEXT.replace("\n", "\r").encode(),
    ],
)  # fmt: skip
def test_every_way_of_saving_a_file_reads_the_same(content):
    (row,) = read(content)
    assert row.title == "Müller – „Straße“"


def test_windows_letters_late_in_a_long_file_are_still_found():
    late = HEADER.encode() + b"1,Plain,Won,,\n" * 200_000 + "2,Café,Won,,\n".encode("cp1252")
    assert read(late)[-1].title == "Café"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("salesforce/csvtext_BOM_UTF8.csv", ("column1", "column2", "column3")),
        ("salesforce/csvtext_BOM_UTF16LE.csv", ("column1", "column2", "column3")),
        ("salesforce/csvEscapedQuotes.csv", ("column1", "column2")),
    ],
)  # fmt: skip
def test_samples_of_a_real_exporter_are_opened(name, header):
    sheet = opened(io.BytesIO((DATA / name).read_bytes()))
    assert sheet.header == header
    assert sum(1 for _ in sheet.rows()) == 2
    assert recognised(sheet.header) is None


def test_a_connectors_headers_are_known_and_deleted_rows_are_told():
    rows = read((DATA / "fivetran" / "sf_opportunity_data.csv").read_bytes())
    assert len(rows) == 10
    assert all(row.deleted for row in rows)
    assert rows[0].title == "$1m deal"
    assert (rows[0].value, rows[0].closes_on) == ("24120000", date(2018, 12, 19))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"), (b"\n \n", "empty"), (b"\x89PNG\x00\x00\x00", "no CSV text"), (b"A,B\n1," + b"\x00" * 9 + b"x\n", "no CSV text"),
        (b'ID,NAME,STAGENAME\n1,"Acme,Won\n2,Beta,Lost\n', "Row 2 cannot be read"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_by_where(content, said):
    with pytest.raises(BrokenFile, match=said):
        read(content)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-04", date(2026, 3, 4)), ("2026-03-04T23:00:00.000Z", date(2026, 3, 4)), ("04/03/2026", date(2026, 3, 4)),
        ("4.3.26", date(2026, 3, 4)), ("4 March 2026", date(2026, 3, 4)), ("March 2026", None), ("soon", None), ("", None),
        ("9999-12-31", None), ("31/31/2026", None), ("2010-10-14T12:00:00.000Z-0300", date(2010, 10, 14)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_stands_or_left_out_with_a_remark(cell, expected):
    (row,) = read(f"{HEADER}1,Acme,Won,{cell},\n".encode())
    assert row.closes_on == expected
    assert bool(row.remarks) is (expected is None and cell != "")


def test_one_row_that_can_only_be_read_one_way_tells_how_all_dates_are_written():
    rows = read(f"{HEADER}1,Acme,Won,3/4/2026,\n2,Beta,Won,12/31/2026,\n".encode())
    assert [row.closes_on for row in rows] == [date(2026, 3, 4), date(2026, 12, 31)]


def test_of_one_id_the_last_row_counts_and_the_others_are_told():
    first, second, third = read(f"{HEADER}1,Acme,Won,,\n1,Acme,Lost,,\n2,Beta,Won,,\n".encode())
    assert first == Refused(2, "the id 1 comes again in row 3, which counts")
    assert (second.closed, third.title) == ("lost", "Beta")


def test_without_an_id_a_row_is_known_by_all_it_says():
    content = b"Project,Customer,Note\nScanners,Harbour,a\nScanners,Harbour,b\nScanners,Harbour,b\n"
    by_hand = {"title": "Project", "company": "customer"}
    first, second, third = read(content, by_hand)
    assert first.external_id != third.external_id
    assert second == Refused(3, "row 4 says exactly the same, and counts", harmless=True)
    assert [getattr(row, "external_id", "") for row in read(content, by_hand)] == [
        first.external_id,
        "",
        third.external_id,
    ]


def test_hostile_cells_become_one_harmless_line():
    (row,) = read(HEADER.encode() + 'x,"A\u202ecme\nLtd \x07=1+1",Won,,\n'.encode())
    assert row.title == "Acme Ltd =1+1"
    (long,) = read(f"{HEADER}1,{'x' * 400},Won,,\n".encode())
    assert (len(long.title), long.remarks) == (300, ("its title is cut to 300 characters",))
    (refused,) = read(f"{HEADER}{'9' * 201},Acme,Won,,\n".encode())
    assert "longer than 200" in refused.reason


@pytest.mark.parametrize(
    ("by_hand", "said"),
    [
        ({"name": "Project"}, "There is no field “name”"), ({"title": "Nope"}, "There is no column “Nope”. The columns are: Project, Customer"),
        ({"owner": "Customer"}, "title or the company"),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_says_what_would_be_right(by_hand, said):
    with pytest.raises(WrongMapping, match=said):
        mapped(("Project", "Customer"), by_hand)


def test_columns_that_are_called_as_the_fields_need_no_word():
    found = recognised(("ID", "Title", "company", "", "last_contact", "next-step"))
    assert found is not None
    assert found.places == {"external_id": 0, "title": 1, "company": 2, "crm_contact_on": 4, "crm_next_step": 5}
    assert found == mapped(("ID", "Title", "company", "", "last_contact", "next-step"), {"title": "Title"})
    assert [recognised(one) for one in (("id", "title", "Firma"), ("id", "owner"), ("",))] == [None] * 3


def test_what_nobody_said_the_meaning_of_is_told_of_a_list_of_ones_own_alone():
    header = ("id", "title", "Firma", "")
    assert mapped(header, {"company": "Firma"}).unread(header) == ["id", "title"]
    crm = ("ID", "NAME", "STAGENAME", "Shoe size")
    assert mapped(crm, {"contact": "NAME"}).unread(crm) == []


def test_a_suggestion_uses_each_column_once_and_only_fields_that_exist():
    found = suggested(
        ("opportunity_id", "sales_agent", "product", "account", "deal_stage", "close_date", "close_value")
    )
    assert found == {
        "id": "opportunity_id", "title": "product", "company": "account", "owner": "sales_agent", "stage": "deal_stage",
        "value": "close_value", "closes": "close_date",
    }  # fmt: skip
    assert found.keys() <= BY_HAND.keys()


def test_the_headers_of_a_list_made_by_hand_suggest_their_fields():
    found = suggested(("Ref", "Firma", "Who", "About", "Worth", "Ccy", "Last spoke", "Expected"))
    assert found == {
        "id": "Ref", "company": "Firma", "contact": "Who", "title": "About", "value": "Worth", "currency": "Ccy",
        "last-contact": "Last spoke", "closes": "Expected",
    }  # fmt: skip


def test_a_header_row_is_the_same_whatever_its_case_and_spaces_but_not_in_another_order():
    assert signature(("Close Date", "Name")) == signature(("close_date", "NAME"))
    assert signature(("Name", "Close Date")) != signature(("Close Date", "Name"))
