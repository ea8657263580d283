import type { Warehouse } from '@majed-vanna/warehouse';

const DEADLINE_MS = 2_000;

const known = new WeakMap<Warehouse, string>();

/** Asked once per connection; null when the database does not tell in time. */
export async function databaseVersion(warehouse: Warehouse, signal: AbortSignal): Promise<string | null> {
  const version = known.get(warehouse);
  if (version !== undefined) return version;
  try {
    const told = await warehouse.ping({ signal, deadlineMs: DEADLINE_MS });
    known.set(warehouse, told.version);
    return told.version;
  } catch {
    // Whatever is wrong with the database, its statement will say it.
    return null;
  }
}
