"""What Alembic runs: the versions, on the connection that it is handed."""

from __future__ import annotations

from alembic import context

import riwaya.ledger.search.index
import riwaya.ledger.team.schema  # noqa: F401 (these tables belong to the metadata)
from riwaya.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
