"""Old entries of the audit record go only when they are old: the triggers ask their age, by the entry that tells of it and by
the database's clock. On PostgreSQL that entry is written by the function that takes them away, and by nobody else.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_STAYS = "the audit record is only added to"
_ALONE = "what is old goes by audit_forget alone, which tells of it"
_YOUNGEST = 28  # days: the shortest month that can be set, and less

_BEFORE = """EXISTS (SELECT 1 FROM audit_chain AS placed JOIN audit AS told
  ON told.action = 'forget' AND coalesce(told.organisation_id, 0) = placed.chain
  WHERE placed.id = OLD.id AND placed.number <= {number}{age})"""
_NUMBER = {"sqlite": "CAST(told.which AS BIGINT)", "postgresql": "CAST(split_part(told.which, ' ', 1) AS BIGINT)"}
_AGE = {
    "sqlite": f" AND julianday(OLD.at) < min(julianday(told.at), julianday('now')) - {_YOUNGEST}",
    "postgresql": f" AND OLD.at < least(told.at, now()) - interval '{_YOUNGEST} days'",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite(_BEFORE.format(number=_NUMBER["sqlite"], age=_AGE["sqlite"]))
        return
    _deleting(_BEFORE.format(number=_NUMBER["postgresql"], age=_AGE["postgresql"]))
    op.execute("DROP FUNCTION audit_forget(bigint, bigint)")
    _function_that_forgets()
    op.execute(f"""
        CREATE FUNCTION audit_forgetting() RETURNS trigger LANGUAGE plpgsql {_path()} AS $$ BEGIN
          IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN RETURN NEW; END IF;
          RAISE EXCEPTION '{_ALONE}';
        END $$""")
    op.execute("""
        CREATE TRIGGER audit_forget_alone BEFORE INSERT ON audit FOR EACH ROW WHEN (NEW.action = 'forget')
        EXECUTE FUNCTION audit_forgetting()""")


def _on_sqlite(may_go: str) -> None:
    op.execute("DROP TRIGGER audit_no_delete")
    op.execute(
        f"CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit WHEN NOT ({may_go}) BEGIN SELECT RAISE(ABORT, '{_STAYS}'); END"
    )


def _deleting(may_go: str) -> None:
    op.execute(f"""
        CREATE OR REPLACE FUNCTION audit_deleting() RETURNS trigger LANGUAGE plpgsql {_path()} AS $$ BEGIN
          IF {may_go} THEN RETURN OLD; END IF; RAISE EXCEPTION '{_STAYS}';
        END $$""")


def _function_that_forgets() -> None:
    """With the rights of the tables' owner. It tells the day of the newest that went, and no time that is still
    to come: whoever asks cannot say another, by which more would seem old enough."""
    op.execute(f"""
        CREATE FUNCTION audit_forget(of_chain bigint, up_to bigint, told_at timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER {_path()} AS $$ DECLARE many bigint; BEGIN
          INSERT INTO audit (organisation_id, at, source, action, outcome, what, which, digest)
            SELECT nullif(of_chain, 0), least(told_at, now()), 'scheduler', 'forget', 'done', 'number',
              up_to || ' ' || to_char(max(audit.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
              (SELECT hash FROM audit_chain WHERE chain = of_chain AND number = up_to)
            FROM audit JOIN audit_chain ON audit_chain.id = audit.id
            WHERE audit_chain.chain = of_chain AND audit_chain.number <= up_to;
          DELETE FROM audit WHERE id IN (SELECT id FROM audit_chain WHERE chain = of_chain AND number <= up_to);
          DELETE FROM audit_chain WHERE chain = of_chain AND number <= up_to;
          GET DIAGNOSTICS many = ROW_COUNT;
          RETURN many;
        END $$""")
    _for_who_writes("audit_forget(bigint, bigint, timestamptz)")


def _for_who_writes(function: str) -> None:
    op.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    op.execute(f"""
        DO $$ DECLARE granted record; BEGIN
          FOR granted IN SELECT DISTINCT a.grantee FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.oid = 'audit'::regclass AND a.grantee <> c.relowner AND a.privilege_type = 'INSERT'
          LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION {function} TO %s',
              CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END);
          END LOOP;
        END $$""")


def _path() -> str:
    """Where the names in a function are looked up: temporary tables last, since any role may make them."""
    schema = op.get_bind().execute(sa.text("SELECT quote_ident(current_schema())")).scalar_one()
    return f"SET search_path = pg_catalog, {schema}, pg_temp"


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite(_BEFORE.format(number=_NUMBER["sqlite"], age=""))
        return
    op.execute("DROP TRIGGER audit_forget_alone ON audit")
    op.execute("DROP FUNCTION audit_forgetting()")
    op.execute("DROP FUNCTION audit_forget(bigint, bigint, timestamptz)")
    _deleting(_BEFORE.format(number=_NUMBER["postgresql"], age=""))
    op.execute(f"""
        CREATE FUNCTION audit_forget(of_chain bigint, up_to bigint) RETURNS void LANGUAGE sql SECURITY DEFINER
        {_path()} AS $$
          DELETE FROM audit WHERE id IN (SELECT id FROM audit_chain WHERE chain = of_chain AND number <= up_to);
          DELETE FROM audit_chain WHERE chain = of_chain AND number <= up_to;
        $$""")
    _for_who_writes("audit_forget(bigint, bigint)")
