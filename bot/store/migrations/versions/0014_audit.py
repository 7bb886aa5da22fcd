"""The audit record, which is only added to, and the chain that binds its entries; an act's salt, for the digest of its words.

Where the tables' owner is another role than the bot's, the bot's loses every right to change or delete them. Triggers refuse
it to everybody, except what an entry tells that the record begins behind it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
_STAYS = "the audit record is only added to"
_TABLES = ("audit", "audit_chain")

# Whether the row of `audit` named OLD stands before where an entry tells that the record begins.
_FORGOTTEN = """EXISTS (SELECT 1 FROM audit_chain AS placed JOIN audit AS told
  ON told.action = 'forget' AND coalesce(told.organisation_id, 0) = placed.chain
  WHERE placed.id = OLD.id AND placed.number <= CAST(told.which AS BIGINT))"""
_UNBOUND = "NOT EXISTS (SELECT 1 FROM audit WHERE audit.id = OLD.id)"  # a place whose entry has gone so


def upgrade() -> None:
    op.add_column("acts", sa.Column("salt", sa.Text(), server_default="", nullable=False))
    _tables()
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def _tables() -> None:
    words = ("source", "action", "outcome", "what", "which", "digest")
    op.create_table(
        "audit",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("member_id", ID, nullable=True),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in words),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_audit_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_organisation_id_id", "audit", ["organisation_id", "id"])
    told = sa.text("action = 'forget'")
    op.create_index("ix_audit_forget", "audit", ["organisation_id"], sqlite_where=told, postgresql_where=told)
    op.create_table(
        "audit_chain",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("chain", ID, nullable=False),
        sa.Column("number", ID, nullable=False),
        sa.Column("hash", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_audit_chain_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_chain")),
        sa.UniqueConstraint("chain", "number", name=op.f("uq_audit_chain_chain_number")),
    )


def _on_sqlite() -> None:
    for table, may_go in zip(_TABLES, (_FORGOTTEN, _UNBOUND), strict=True):
        refused = f"BEGIN SELECT RAISE(ABORT, '{_STAYS}'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refused}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN NOT ({may_go}) {refused}")


def _on_postgresql() -> None:
    _row_level_security()
    op.execute(_function("audit_stays", f"RAISE EXCEPTION '{_STAYS}';"))
    for table, may_go in zip(_TABLES, (_FORGOTTEN, _UNBOUND), strict=True):
        deleting = f"IF {may_go} THEN RETURN OLD; END IF; RAISE EXCEPTION '{_STAYS}';"
        op.execute(_function(f"{table}_deleting", deleting))
        each = f"ON {table} FOR EACH ROW EXECUTE FUNCTION"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE {each} audit_stays()")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE {each} {table}_deleting()")
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()"
        )
    # What is old goes by this, with the rights of the tables' owner: the bot's own role may have none to delete.
    op.execute(f"""
        CREATE FUNCTION audit_forget(of_chain bigint, up_to bigint) RETURNS void LANGUAGE sql SECURITY DEFINER
        {_path()} AS $$
          DELETE FROM audit WHERE id IN (SELECT id FROM audit_chain WHERE chain = of_chain AND number <= up_to);
          DELETE FROM audit_chain WHERE chain = of_chain AND number <= up_to;
        $$""")
    op.execute("REVOKE EXECUTE ON FUNCTION audit_forget(bigint, bigint) FROM PUBLIC")
    op.execute("""
        DO $$ DECLARE granted record; BEGIN
          FOR granted IN SELECT DISTINCT c.relname, a.grantee FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.oid IN ('audit'::regclass, 'audit_chain'::regclass) AND a.grantee <> c.relowner
          LOOP
            EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %s', granted.relname,
              CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END);
            EXECUTE format('GRANT EXECUTE ON FUNCTION audit_forget(bigint, bigint) TO %s',
              CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END);
          END LOOP;
        END $$""")


def _row_level_security() -> None:
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY own_organisation ON {table} USING ("
            "current_setting('followthrough.organisation', true) IN ('*', organisation_id::text))"
        )


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {_path()} AS $$ BEGIN {body} END $$"


def _path() -> str:
    """Where the names in a function are looked up: temporary tables last, since any role may make them."""
    schema = op.get_bind().execute(sa.text("SELECT quote_ident(current_schema())")).scalar_one()
    return f"SET search_path = pg_catalog, {schema}, pg_temp"


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_forget(bigint, bigint)")
        for name in ("audit_stays", "audit_deleting", "audit_chain_deleting"):
            op.execute(f"DROP FUNCTION {name}()")
    op.drop_column("acts", "salt")
