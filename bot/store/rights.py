"""Who may change the audit record, and what refuses it. SQLite knows no roles: whoever has the file has all of it."""

from enum import Enum

from sqlalchemy import Connection, text

# Default privileges grant again what a migration took, whenever the tables are made anew: so does pg_restore.
_TAKEN_BACK = """
DO $$ DECLARE granted record; BEGIN
  FOR granted IN SELECT DISTINCT c.relname, a.grantee FROM pg_class c, aclexplode(c.relacl) a
    WHERE c.oid IN (to_regclass('audit'), to_regclass('audit_chain')) AND a.grantee <> c.relowner
      AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE') AND pg_has_role(c.relowner, 'MEMBER')
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %s', granted.relname,
      CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END);
  END LOOP;
END $$"""
_MAY_CHANGE = """
SELECT bool_or(pg_has_role(c.relowner, 'MEMBER')) AS owns, bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')) AS granted
FROM pg_class c WHERE c.oid IN ('audit'::regclass, 'audit_chain'::regclass)"""


_GUARDS = frozenset({"audit_no_update", "audit_no_delete", "audit_chain_no_update", "audit_chain_no_delete"})
_GUARDS_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid IN ('audit'::regclass, 'audit_chain'::regclass) AND tgenabled IN ('O', 'A')",
}


class Right(Enum):
    """What the role that asks may do to entries that are there. `owns`: it could give itself the right to change them."""

    none = "none"
    granted = "granted"
    owns = "owns"


def take_back(connection: Connection) -> None:
    """Only the tables' owner can, and only there is anything done: every start of one role passes by here."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_TAKEN_BACK))


def right_to_change(connection: Connection) -> Right:
    if connection.dialect.name != "postgresql":
        return Right.none
    row = connection.execute(text(_MAY_CHANGE)).one()
    return Right.owns if row.owns else Right.granted if row.granted else Right.none


def missing_guards(connection: Connection) -> tuple[str, ...]:
    """Of the triggers that refuse a change, those that somebody took away or switched off."""
    there = connection.execute(text(_GUARDS_THERE[connection.dialect.name])).scalars()
    return tuple(sorted(_GUARDS - {*there}))
