"""A PostgreSQL database for one test after the other: making one takes longer than most tests, emptying it hardly any time.

What a test has made larger, or whose tables are no longer those of the template, is not taken again.
"""

import psycopg
from psycopg import sql

_ROOM = 2 << 20  # bytes that a database may have grown by: deleting leaves them there
_GROWN = "SELECT pg_database_size(current_database()) - (SELECT pg_database_size(%s))"
_ALONE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_SHAPE = """
  SELECT md5(string_agg(part, ';' ORDER BY part)) FROM (
    SELECT concat_ws(' ', 'c', oid, relname, relowner, relacl, relrowsecurity, relforcerowsecurity, reloptions) AS part
      FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'a', attrelid, attname, atttypid, attnotnull, atthasdef) FROM pg_attribute
      WHERE attnum > 0 AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    UNION ALL SELECT concat_ws(' ', 'k', oid, conname, convalidated) FROM pg_constraint
    UNION ALL SELECT concat_ws(' ', 'p', oid, polname) FROM pg_policy
    UNION ALL SELECT concat_ws(' ', 't', oid, tgname, tgenabled) FROM pg_trigger
    UNION ALL SELECT concat_ws(' ', 'f', oid, proname) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 's', setdatabase, setrole, setconfig) FROM pg_db_role_setting
    UNION ALL SELECT concat_ws(' ', 'v', version_num) FROM alembic_version
  ) AS parts"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
_COUNTERS = "SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences WHERE last_value IS NOT NULL"


def shape_of(url: str) -> str:
    """What a test has no business to change."""
    with psycopg.connect(url, autocommit=True) as admin:
        return _shape(admin)


def is_emptied(url: str, template: str, shape: str) -> bool:
    """Empties the database at that address, as its administrator; False when it is not to be taken again."""
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(_ALONE)
        if _shape(admin) != shape or _grown(admin, template) > _ROOM:
            return False
        tables = [name for (name,) in admin.execute(_TABLES)]
        with admin.transaction():
            admin.execute("SET LOCAL session_replication_role = replica")  # in whatever order they refer to one another
            for table in tables:
                admin.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        admin.execute(_COUNTERS)
    return True


def _shape(admin: psycopg.Connection) -> str:
    return str(admin.execute(_SHAPE).fetchone()[0])


def _grown(admin: psycopg.Connection, template: str) -> int:
    return int(admin.execute(_GROWN, [template]).fetchone()[0])
