"""`followthrough import` as an operator types it: unknown headers, columns named once, doubles, progress, exit codes."""

import re
import shlex

import pytest

from tests import exports
from tests.adapters.cli.operator import process, run
from tests.serving import ROOT, running

DATA = ROOT / "tests" / "data"


def test_an_unknown_header_names_what_was_found_and_the_exact_line_to_type(folder):
    """The line is typed as it was shown, then the same header row needs no word any more."""
    (folder / "our deals.csv").write_bytes(exports.pipeline(40))
    asked = run(folder, "import", "our deals.csv")
    assert asked.returncode == 2
    assert "Found: opportunity_id, sales_agent, product, account, deal_stage" in asked.stderr
    line = re.search(r"^  followthrough (import .*)$", asked.stderr, re.MULTILINE)
    assert line
    typed = run(folder, *shlex.split(line[1]))
    assert (typed.returncode, "40 created" in typed.stdout) == (0, True), typed.stderr
    (folder / "next.csv").write_bytes(exports.pipeline(60))
    again = run(folder, "import", "next.csv")
    assert (again.returncode, "20 created, 40 unchanged" in again.stdout) == (0, True), again.stdout + again.stderr


def test_a_dry_run_remembers_nothing(folder):
    (folder / "list.csv").write_text("Project,Customer\nScanners,Harbour\n")
    pairs = ("--map", "title=Project", "--map", "company=Customer")
    assert "1 created" in run(folder, "import", "list.csv", "--dry-run", *pairs).stdout
    assert run(folder, "import", "list.csv").returncode == 2
    first = run(folder, "import", "list.csv", *pairs)
    assert "No column is the id" in first.stdout
    assert "1 unchanged" in run(folder, "import", "list.csv").stdout


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("title", "“title” is no mapping"), ("name=Project", "There is no field “name”"),
        ("title=Projekt", "There is no column “Projekt”. The columns are: Project, Customer"), ("owner=Project", "title or the company"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_a_sentence_and_exit_two(folder, pair, said):
    (folder / "list.csv").write_text("Project,Customer\nScanners,Harbour\n")
    done = run(folder, "import", "list.csv", "--map", pair)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr


def test_a_file_with_the_documented_fields_for_headers_needs_no_word_and_what_is_not_read_is_told(folder):
    (folder / "ours.csv").write_text("id,title,company,closes\n7,Scanners,Harbour,2030-01-31\n")
    done = run(folder, "import", "ours.csv")
    assert (done.returncode, "ours.csv: a list of your own, 1 row\n1 created\n" in done.stdout) == (0, True), (
        done.stderr
    )
    assert "Not read" not in done.stdout
    (folder / "mixed.csv").write_text("id,title,Firma\n7,Scanners,Harbour\n")
    assert "--map company=Firma" in run(folder, "import", "mixed.csv").stderr
    some = run(folder, "import", "mixed.csv", "--dry-run", "--map", "company=Firma").stdout
    assert "Not read, since nobody said what they are: id, title.\n" in some


def test_who_cannot_type_yet_is_not_told_to_undo(tmp_path):
    settings = {"FOLLOWTHROUGH_LOCAL": "0"}
    run(tmp_path, "begin", "Acme", "--admin", "rita@acme.com", "--name", "Rita Moss", **settings)
    (tmp_path / "ours.csv").write_text("id,title\n7,Scanners\n")
    assert run(tmp_path, "import", "ours.csv", **settings).stdout.endswith("\nUndo: followthrough undo 1\n")


def test_a_dry_run_looks_on_beside_the_bot(folder):
    (folder / "ours.csv").write_text("id,title,company\n7,Scanners,Quillon\n")
    with running(folder) as page:
        seen = process(folder, "import", "ours.csv", "--dry-run")
        assert (seen.returncode, "1 created" in seen.stdout) == (0, True), seen.stderr
        assert process(folder, "import", "ours.csv").returncode == 3
        assert "Quillon" not in str(page.post("/local/message", {"member": "Maria", "text": "deals all"}))


def test_a_connectors_opportunities_are_known_and_its_accounts_are_asked_about(folder):
    deals = run(folder, "import", str(DATA / "fivetran" / "sf_opportunity_data.csv"))
    assert (deals.returncode, "Salesforce, 10 rows" in deals.stdout, "10 skipped" in deals.stdout) == (0, True, True)
    accounts = run(folder, "import", str(DATA / "fivetran" / "sf_account_data.csv"))
    assert (accounts.returncode, "--map title=name" in accounts.stderr) == (2, True)


def test_a_long_import_tells_how_far_it_is_and_what_looks_double(folder):
    (folder / "long.csv").write_bytes(exports.salesforce(6000))
    done = run(folder, "import", "long.csv")
    assert re.findall(r"^([\d,]+) of 6,000 rows$", done.stderr, re.MULTILINE) == ["5,400", "6,000"]
    assert "… and 5,800 rows more (--verbose shows them)." in done.stdout
    other = exports.salesforce(3).replace(b"006", b"777")
    (folder / "other.csv").write_bytes(other)
    double = run(folder, "import", "other.csv", "--dry-run", "--verbose")
    assert "3 rows look like deals that are here already under another id, or none" in double.stdout
    assert "looks like deal no. 1" in double.stdout


def test_a_team_is_set_from_a_file_with_a_dry_run_first_and_the_way_back(folder):
    (folder / "team.csv").write_text(
        "email,manager,role\nlena@northlight.example,Maria Keane,manager\nzoe@x,Lena Vogt,rep\n"
    )
    (folder / "deals.csv").write_text("Project,Customer\nScanners,Harbour\n")
    run(folder, "import", "deals.csv", "--map", "title=Project", "--map", "company=Customer")
    nobody = run(folder, "team", "team.csv")
    assert (nobody.returncode, "There is no admin yet" in nobody.stderr) == (2, True), nobody.stdout + nobody.stderr
    assert "is an admin now" in run(folder, "admin", "maria@northlight.example").stdout
    dry = run(folder, "team", "team.csv", "--dry-run").stdout
    assert "team.csv: 1 changed, 0 unchanged, 1 refused (dry run, nothing is changed)" in dry
    done = run(folder, "team", "team.csv")
    assert (done.returncode, "row 2     Lena Vogt is a manager, led by Maria" in done.stdout) == (1, True)
    act = re.search(r"followthrough undo (\d+)", done.stdout)
    assert act
    assert "Taken back: set who leads whom" in run(folder, "undo", act[1]).stdout


def test_a_file_larger_than_200_mb_is_refused_with_what_to_do(folder):
    with (folder / "all.csv").open("wb") as file:
        file.truncate(200_000_001)
    refused = run(folder, "import", "all.csv")
    assert (refused.returncode, refused.stderr.strip()) == (2, "all.csv is larger than 200 MB. Export it in parts.")
