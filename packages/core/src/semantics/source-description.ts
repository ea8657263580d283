import { type ColumnProfile, columnProfile, type DataSourceId, type SchemaSnapshot, type TableSnapshot } from '@majed-vanna/contract';
import type { Database, DataSourceRow, Repositories } from '@majed-vanna/db';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
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

/** A view computes whatever is asked of it: a slow or failing one goes without a profile, and all views together end by then. */
const VIEW_DEADLINE_MS = 5_000;
const VIEWS_BUDGET_MS = 30_000;

const storedProfiles = z.object({ schemaVersion: z.string(), profiles: z.array(columnProfile) });

/** Where the profile of a source is kept among the settings. */
export const profileKey = (id: DataSourceId): string => `source_profile.${id}`;

/** Introspects and profiles a source the first time, and keeps both in the system database. */
export async function describeSource(database: Database, source: DataSourceRow, warehouse: Warehouse): Promise<SourceDescription> {
  return (await storedDescription(database, source)) ?? (await lookAtSource(database, source, warehouse));
}

async function storedDescription({ repositories }: Database, { id, schemaVersion }: DataSourceRow): Promise<SourceDescription | null> {
  if (schemaVersion === null) return null;
  const snapshot = await repositories.dataSources.snapshotOf(id);
  const stored = storedProfiles.safeParse(await repositories.settings.get(profileKey(id)));
  return snapshot && stored.success && stored.data.schemaVersion === schemaVersion
    ? { snapshot, schemaVersion, profiles: stored.data.profiles }
    : null;
}

/** What is kept together with a new look at a source: nobody uses the one without the other. */
export type KeepToo = (inside: Repositories, seen: SourceDescription) => Promise<void>;

/** Introspects and profiles a source as it is now, and keeps both in the system database. @throws WarehouseError */
export async function lookAtSource(
  database: Database,
  { id }: DataSourceRow,
  warehouse: Warehouse,
  keepToo?: KeepToo,
): Promise<SourceDescription> {
  const seen = await lookAt(warehouse);
  const { snapshot, schemaVersion, profiles } = seen;
  await database.transaction(async (inside) => {
    await inside.dataSources.update(id, { schemaSnapshot: snapshot, schemaVersion });
    await inside.settings.set(profileKey(id), { schemaVersion, profiles });
    await keepToo?.(inside, seen);
  });
  return seen;
}

/** Introspects and profiles without keeping anything. @throws WarehouseError */
export async function lookAt(warehouse: Warehouse): Promise<SourceDescription> {
  const snapshot = await warehouse.introspect();
  return { snapshot, schemaVersion: schemaVersionOf(snapshot), profiles: await profilesOf(snapshot, warehouse) };
}

async function profilesOf({ tables }: SchemaSnapshot, warehouse: Warehouse): Promise<ColumnProfile[]> {
  const stored = tables.filter(({ kind }) => kind === 'table').flatMap(columnsOf);
  const profiles = await warehouse.profileColumns({ columns: stored, maxDistinct: MAX_DISTINCT, deadlineMs: PROFILE_DEADLINE_MS });
  const until = performance.now() + VIEWS_BUDGET_MS;
  for (const view of tables.filter(({ kind }) => kind === 'view')) {
    const columns = columnsOf(view);
    const late = performance.now() >= until;
    const none = columns.map((column): ColumnProfile => ({ ...column, values: null, range: null }));
    profiles.push(...(late ? none : await profileOfView(warehouse, columns, none)));
  }
  return profiles;
}

async function profileOfView(warehouse: Warehouse, columns: ReturnType<typeof columnsOf>, none: ColumnProfile[]): Promise<ColumnProfile[]> {
  try {
    return await warehouse.profileColumns({ columns, maxDistinct: MAX_DISTINCT, deadlineMs: VIEW_DEADLINE_MS });
  } catch (error) {
    if (error instanceof WarehouseError) return none;
    throw error;
  }
}

function columnsOf({ schema, name, columns }: TableSnapshot) {
  return columns.map((column) => ({ schema, table: name, column: column.name }));
}
