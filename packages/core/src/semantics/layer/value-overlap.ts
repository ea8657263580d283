import type { SchemaSnapshot } from '@majed-vanna/contract';
import type { SemanticJoin } from '@majed-vanna/nlq';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { CircuitOpenError } from '../../resilience/circuit-open-error.ts';
import { joinKey } from './draft-bodies.ts';
import { tableKey } from './schema-index.ts';

/** Share of the values of a join's near end that its far end holds, 0 to 1, by the key of the join; null where it is not known. */
export type Overlaps = ReadonlyMap<string, number | null>;

const SAMPLE = 1_000;
const DEADLINE_MS = 3_000;
/** One page looks at no more joins than this, so that nobody waits for long. */
const MOST_AT_ONCE = 8;

interface Source {
  readonly warehouse: Warehouse;
  readonly snapshot: SchemaSnapshot;
}

/** Has the database count how well guessed joins fit, once per join as long as the source was not looked at again. */
export function createOverlaps() {
  const known = new WeakMap<object, Map<string, number | null>>();
  return { known: sharesOf, count };

  /** What was counted so far; more comes into it. `draft` is what the joins were guessed for. */
  function sharesOf(draft: object): Map<string, number | null> {
    const shares = known.get(draft) ?? new Map<string, number | null>();
    known.set(draft, shares);
    return shares;
  }

  async function count(draft: object, joins: readonly SemanticJoin[], source: Source): Promise<void> {
    const shares = sharesOf(draft);
    const guessed = joins.filter((join) => join.origin === 'guessed' && join.from.columns.length === 1);
    for (const join of guessed.filter((one) => !shares.has(joinKey(one))).slice(0, MOST_AT_ONCE)) {
      const share = await shareOf(join, source);
      if (share === 'not now') break;
      shares.set(joinKey(join), share);
    }
  }
}

async function shareOf(join: SemanticJoin, { warehouse, snapshot }: Source): Promise<number | null | 'not now'> {
  const wanted = [join.from.table, join.to.table];
  const policy = policyFromSnapshot({ ...snapshot, tables: snapshot.tables.filter((table) => wanted.includes(tableKey(table))) });
  // Cancelled rather than late: a slow count is no fault of the database's.
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const request = { sql: statementOf(join, snapshot), dialect: warehouse.dialect, policy, maxRows: 1 };
    const verdict = await checkStatement(request, (text) => warehouse.readStatement(text, { signal }));
    if (verdict.verdict === 'deny') return null;
    for await (const event of warehouse.query({ sql: verdict.sql, maxRows: 1, signal }))
      if (event.type === 'batch') {
        const [all, held] = (event.rows[0] ?? []).map(Number);
        return all && held !== undefined ? held / all : null;
      }
    return null;
  } catch (error) {
    if (error instanceof CircuitOpenError) return 'not now';
    if (error instanceof WarehouseError) return null;
    throw error;
  }
}

function statementOf({ from, to }: SemanticJoin, { tables }: SchemaSnapshot): string {
  const relation = (key: string) => {
    const table = tables.find((candidate) => tableKey(candidate) === key);
    return table ? `${quoted(table.schema)}.${quoted(table.name)}` : quoted(key);
  };
  const [near, far] = [quoted(from.columns[0] ?? ''), quoted(to.columns[0] ?? '')];
  return `SELECT COUNT(*) AS seen, COUNT(f.held) AS found
FROM (SELECT DISTINCT ${near} AS given FROM ${relation(from.table)} WHERE ${near} IS NOT NULL LIMIT ${SAMPLE}) n
LEFT JOIN (SELECT DISTINCT ${far} AS held FROM ${relation(to.table)}) f ON n.given = f.held`;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
