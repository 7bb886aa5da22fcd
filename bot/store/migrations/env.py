"""Alembic's entry: runs the revisions on the connection that bot.store.migrating hands over."""

from alembic import context

from bot.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
