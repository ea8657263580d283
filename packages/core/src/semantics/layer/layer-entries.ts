import { type SemanticEntryBody, type Staleness, semanticEntryBody } from '@majed-vanna/contract';
import type { SemanticChangeRow, SemanticEntryRow } from '@majed-vanna/db';
import type { SchemaIndex } from './schema-index.ts';
import { type RetypedColumns, stalenessOf } from './staleness.ts';

/** A published entry as it was read. */
export interface LayerEntry {
  readonly row: SemanticEntryRow;
  /** Null when it cannot be read. */
  readonly entry: SemanticEntryBody | null;
  readonly stale: Staleness | null;
}

/** Reads what was published; what cannot be read, or names what is gone, is marked rather than taking the whole source down. */
export function readEntries(rows: readonly SemanticEntryRow[], index: SchemaIndex, retyped: RetypedColumns): LayerEntry[] {
  return rows.map((row) => {
    const parsed = semanticEntryBody.safeParse(row);
    if (!parsed.success) return { row, entry: null, stale: { reason: 'unreadable', subject: row.key, detail: null } };
    return { row, entry: parsed.data, stale: stalenessOf(parsed.data, row.updatedAt, index, retyped) };
  });
}

/** What is published as it will be once the changes are. */
export function withChanges(rows: readonly SemanticEntryRow[], changes: readonly SemanticChangeRow[]): SemanticEntryRow[] {
  const named = new Map(changes.map((change) => [`${change.kind} ${change.key}`, change]));
  const known = new Set(rows.map(({ kind, key }) => `${kind} ${key}`));
  const kept = rows.flatMap((row) => {
    const change = named.get(`${row.kind} ${row.key}`);
    if (!change) return [row];
    return change.body === null ? [] : [{ ...row, body: change.body, version: row.version + 1, updatedAt: change.updatedAt }];
  });
  const added = changes
    .filter((change) => change.body !== null && !known.has(`${change.kind} ${change.key}`))
    .map(({ kind, key, body, dataSourceId, id, updatedAt }): SemanticEntryRow => {
      // The id is only carried along; what is built of it is never stored.
      const standIn = id as unknown as SemanticEntryRow['id'];
      return { id: standIn, dataSourceId, kind, key, body, status: 'confirmed', version: 1, updatedAt };
    });
  return [...kept, ...added];
}
