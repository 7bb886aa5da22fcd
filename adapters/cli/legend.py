"""What an export is to whoever gets it and knows no database: each table in a few words, and the columns that are the program's own."""

from collections.abc import Collection

_TABLES = {
    "acts": "what members did, in words, and when", "audit": "who did what and when, by number", "audit_chain": "the seal on each of those entries",
    "awaited_admins": "who becomes an admin when they first write",
    "brought": "what of the team's shelf was used on a deal", "column_mappings": "what the columns of an imported file mean",
    "commitments": "promises of either side, by when, and whether they were kept", "contacts": "people at a customer: name, telephone, time zone",
    "covers": "who stands in for whom, and from when to when", "deal_changes": "what was set or changed on a deal", "deals": "what may be sold, to whom, and where it stands",
    "decisions": "what was decided about a deal, such as letting it sleep", "digests": "morning lists: sent or not, and why", "drafts": "what was typed and waits to be completed",
    "house": "what the team has to offer, and its own words", "identities": "a member's accounts on Slack, Teams or the page", "imports": "files that came in",
    "inbound": "what the bot answered", "leaves": "days off", "links": "one-time links", "member_changes": "what was set or changed of a member", "members": "who uses the bot",
    "next_steps": "the next call or meeting that was agreed", "organisations": "the organisation itself", "outbox": "messages of the bot that were sent or wait",
    "pauses": "days without a list", "policy_changes": "changes of the team's figures", "touches": "calls and messages, what was said, and what came of them",
    "turns": "what became of a promise: kept, moved, taken back", "workspaces": "where the bot is installed",
}  # fmt: skip
_COLUMNS = (
    ("id", "the row's own number"),
    ("act_id", "the act (table acts) by which the row came"),
    ("organisation_id, deal_id, member_id, …_id", "the number of the row in that table which this one belongs to"),
    ("…_at", "a moment, in UTC"),
    ("…_on", "a day"),
    ("…_json, changes, policy", "what was shown or set, as the program keeps it"),
    ("digest, hash, key, provider_ref", "made by a program; no word of anybody's"),
    ("side", "“ours” is what we promised, “theirs” what the customer did"),
    ("found_by, aliases, former_names", "what a company is also called, so that it is found"),
)


def legend(tables: Collection[str]) -> str:
    """Of the tables that are there."""
    rows = [(name, _TABLES.get(name, "")) for name in tables]
    return f"Tables, each as .jsonl and .csv:\n\n{_lines(rows)}\n\nColumns that are the database's own:\n\n{_lines(_COLUMNS)}\n"


def _lines(rows: Collection[tuple[str, str]]) -> str:
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join(f"  {name:<{width}}  {told}".rstrip() for name, told in rows)
