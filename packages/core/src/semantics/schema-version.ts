import { createHash } from 'node:crypto';
import type { SchemaSnapshot } from '@majed-vanna/contract';

/** Names a state of a schema: the same tables, columns and keys give the same version, however many rows there are. */
export function schemaVersionOf({ dialect, defaultSchema, tables }: SchemaSnapshot): string {
  const described = tables
    .map(({ rowEstimate: _rows, ...table }) => table)
    .toSorted((a, b) => (`${a.schema}.${a.name}` < `${b.schema}.${b.name}` ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify({ dialect, defaultSchema, tables: described }))
    .digest('hex')
    .slice(0, 16);
}
