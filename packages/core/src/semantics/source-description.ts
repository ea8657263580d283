import { type ColumnProfile, columnProfile, type DataSourceId, type SchemaSnapshot } from '@majed-vanna/contract';
import type { Database, DataSourceRow } from '@majed-vanna/db';
import type { Warehouse } from '@majed-vanna/warehouse';
import { z } from 'zod';
import { schemaVersionOf } from './schema-version.ts';

/** What was learnt of a source by looking at it once. */
export interface SourceDescription {
  readonly snapshot: SchemaSnapshot;
  readonly schemaVersion: string;
  readonly profiles: readonly ColumnProfile[];
}

/** Values of a column are known up to here; a column with more is searched by the database alone. */
const MAX_DISTINCT = 2_000;
const PROFILE_DEADLINE_MS = 120_000;

const storedProfiles = z.object({ schemaVersion: z.string(), profiles: z.array(columnProfile) });

/** Where the profile of a source is kept among the settings. */
export const profileKey = (id: DataSourceId): string => `source_profile.${id}`;

/** Introspects and profiles a source the first time, and keeps both in the system database. */
export async function describeSource(database: Database, source: DataSourceRow, warehouse: Warehouse): Promise<SourceDescription> {
  return (await storedDescription(database, source)) ?? (await freshDescription(database, source, warehouse));
}

async function storedDescription(
  { repositories }: Database,
  { id, schemaSnapshot, schemaVersion }: DataSourceRow,
): Promise<SourceDescription | null> {
  if (!schemaSnapshot || schemaVersion === null) return null;
  const stored = storedProfiles.safeParse(await repositories.settings.get(profileKey(id)));
  return stored.success && stored.data.schemaVersion === schemaVersion
    ? { snapshot: schemaSnapshot, schemaVersion, profiles: stored.data.profiles }
    : null;
}

async function freshDescription(database: Database, { id }: DataSourceRow, warehouse: Warehouse): Promise<SourceDescription> {
  const snapshot = await warehouse.introspect();
  const columns = snapshot.tables.flatMap((table) =>
    table.columns.map((column) => ({ schema: table.schema, table: table.name, column: column.name })),
  );
  const profiles = await warehouse.profileColumns({ columns, maxDistinct: MAX_DISTINCT, deadlineMs: PROFILE_DEADLINE_MS });
  const schemaVersion = schemaVersionOf(snapshot);
  await database.transaction(async ({ dataSources, settings }) => {
    await dataSources.update(id, { schemaSnapshot: snapshot, schemaVersion });
    await settings.set(profileKey(id), { schemaVersion, profiles });
  });
  return { snapshot, schemaVersion, profiles };
}
