import type { DataSourceId, SchemaDrift } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { Clock } from '../../ports.ts';
import type { SemanticsService } from '../semantics-service.ts';
import { readEntries } from './layer-entries.ts';
import { retypedColumns, retypedKey } from './retyped-columns.ts';
import { driftBetween, mergeRetyped } from './schema-drift.ts';

interface RefreshDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'draftFor' | 'lookAgain'>;
  readonly clock: Clock;
}

/** Looks at a source again, and marks what was written about things that are gone or of another type. @throws WarehouseError */
export async function refreshSchema({ database, semantics, clock }: RefreshDeps, id: DataSourceId, actor: string): Promise<SchemaDrift> {
  const { draft: before } = await semantics.draftFor(id);
  const staleBefore = new Set(await staleKeys(before));
  let drift = driftBetween(before.snapshot, before.snapshot);
  // Kept with the new schema itself: an engine made of it already leaves out what a changed type made stale.
  const after = await semantics.lookAgain(id, async (repositories, { snapshot }) => {
    drift = driftBetween(before.snapshot, snapshot);
    const at = clock.now();
    const known = await retypedColumns(repositories, id);
    await repositories.settings.set(retypedKey(id), mergeRetyped(known, drift, at), at);
    const { removedTables, removedColumns, addedTables, addedColumns, retyped } = drift;
    const details = {
      removedTables: removedTables.length,
      removedColumns: removedColumns.length,
      addedTables: addedTables.length,
      addedColumns: addedColumns.length,
      retyped: retyped.length,
    };
    await repositories.auditLog.append({ at, actor, action: 'semanticLayer.schemaRefreshed', target: id, details });
  });
  const stale = (await staleKeys(after)).filter((key) => !staleBefore.has(key)).length;
  return { ...drift, stale };

  async function staleKeys({ index }: typeof before): Promise<string[]> {
    const rows = await database.repositories.semanticEntries.list(id);
    const read = readEntries(rows, index, await retypedColumns(database.repositories, id));
    return read.flatMap(({ row, stale: why }) => (why ? [`${row.kind} ${row.key}`] : []));
  }
}
