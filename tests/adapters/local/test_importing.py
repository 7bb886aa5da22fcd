"""The page's way to import, over HTTP and as a browser without script sends it."""

import re
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime

import pytest

from tests import exports
from tests.serving import Client, served

START = datetime(2026, 3, 12, 14, tzinfo=UTC)
BOUNDARY = "----a-boundary"
LIST = b"Project;Customer;Rep\r\nScanners;Harbour;Tom Becker\r\nCoating;Tamar;Nobody Known\r\n"


@pytest.fixture
def page(sqlite_url, open_database):
    with served(open_database(sqlite_url), START) as client:
        yield client


def upload(page: Client, member: str, content: bytes, name: str = "deals.csv") -> tuple[str, str]:
    """(address, page) after the file was handed over."""
    fields = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="member"\r\n\r\n{member}\r\n'
    head = f'{fields}--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return post(page, "/local/import", body, f"multipart/form-data; boundary={BOUNDARY}")


def press(page: Client, address: str, **fields: str) -> tuple[str, str]:
    return post(page, address, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")


def post(page: Client, path: str, body: bytes, kind: str) -> tuple[str, str]:
    request = urllib.request.Request(page.url + path, data=body, headers={"Content-Type": kind}, method="POST")
    with urllib.request.urlopen(request, timeout=60) as response:
        return urllib.parse.urlsplit(response.url).path, response.read().decode()


def finished(page: Client, address: str) -> str:
    """The report, once the import has ended: asked for again and again, as the page itself does."""
    for _ in range(5000):
        html = page.get(address)[1]
        if "progress" not in html:
            return html
    raise AssertionError(html)


def test_a_known_file_is_shown_imported_and_taken_back(page):
    address, shown = upload(
        page, "Maria", exports.salesforce(12, owners=("Tom Becker", "005x"), stages=("Engaging",)) + b"cut,off\n"
    )
    assert "deals.csv: Salesforce, 13 rows" in shown
    assert "12 created, 1 refused" in shown
    assert "it has 2 cells, the header has 9" in shown
    assert "6 rows of the unknown owner 005x go to Maria Keane." in shown
    assert "There is nothing" in undone(page, "Maria")  # a preview changes nothing
    _, moved = press(page, address, do="preview", owner="Lena Vogt")
    assert "6 rows of the unknown owner 005x go to Lena Vogt." in moved
    press(page, address, do="import", owner="Lena Vogt")
    press(page, address, do="import", owner="Lena Vogt")  # a second press changes nothing
    report = finished(page, address)
    assert "12 created, 1 refused" in report
    assert 'value="undo 1"' in report
    assert "Keep not-taken.csv" in report
    assert "Your open deals: 6" in said(page, "Lena", "deals")
    assert "Taken back: imported 12 deals from deals.csv" in undone(page, "Maria")


def said(page: Client, member: str, text: str) -> str:
    return str(page.post("/local/message", {"member": member, "text": text})[1]["card"])


def undone(page: Client, member: str) -> str:
    return said(page, member, "undo")


def test_unknown_columns_are_named_once_by_selects(page):
    address, asked = upload(page, "Maria", LIST)
    assert "I do not know this header row" in asked
    assert len(re.findall(r"<select", asked)) == 13
    assert re.findall(r"<option selected>([^<]+)", asked) == ["Project", "Customer", "Rep"]
    _, wrong = press(page, address, do="columns", owner="Rep")
    assert "Say at least which column is the title or the company." in wrong
    _, shown = press(page, address, do="columns", title="Project", company="Customer", owner="Rep")
    assert "2 created" in shown
    assert "No column is the id" in shown
    press(page, address, do="import")
    assert "2 created" in finished(page, address)
    _, again = upload(page, "Maria", LIST + b"Hull;Pellow;Lena Vogt\r\n")
    assert "1 created, 2 unchanged" in again


def test_a_rep_sees_that_only_their_own_rows_come_in(page):
    _, shown = upload(page, "Tom", exports.salesforce(4, owners=("Tom Becker", "Lena Vogt")))
    assert "2 created, 2 refused" in shown
    assert "it belongs to Lena Vogt: a manager or admin can import it" in shown
    assert 'id="owner"' not in shown
    assert "Rows of your own come in" in page.get("/local/import?member=Tom")[1]


def test_a_hostile_file_is_shown_as_text(page):
    _, shown = upload(page, "Maria", b"ID,NAME,STAGENAME\n1,<script>alert(1)</script>,Won\n", '"><b>x.csv')
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_a_name_that_is_a_path_leads_nowhere(page, tmp_path):
    for name in ("../../climbed.csv", f"{tmp_path}/climbed.csv"):
        assert "climbed.csv" in upload(page, "Maria", LIST, name)[1]
    assert list(tmp_path.parent.rglob("*climbed*")) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "The file is empty"),
        (b"\x89PNG\x00\x00", "no CSV text"),
        (b'ID,NAME,STAGENAME\n1,"A,Won\n', "Row 2 cannot be read"),
    ],
)
def test_what_cannot_be_read_says_why_and_asks_for_another(page, content, expected):
    _, shown = upload(page, "Maria", content)
    assert expected in shown
    assert 'type="file"' in shown


def test_without_a_file_or_after_a_restart_the_page_says_what_to_do(page):
    assert "Choose a file first." in upload(page, "Maria", b"", name="")[1]
    assert "That file is no longer here" in page.get("/local/import/gone-since")[1]
    status, error = page.post("/local/import", {"member": 1})
    assert (status, "fields `member` and `file`" in error["error"]) == (400, True)
    assert page.post("/local/import", b"x", Origin="http://evil.example")[0] == 403


def test_a_file_larger_than_200_mb_is_refused_with_what_to_do(page):
    with pytest.raises(urllib.error.HTTPError) as refused:
        upload(page, "Maria", b"Project;Customer\n" + bytes(200_000_000))
    with refused.value as error:
        assert (error.code, "200 MB" in error.read().decode()) == (400, True)
    assert upload(page, "Maria", LIST)[0].startswith("/local/import/"), "the page is awake"
