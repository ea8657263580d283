import type { RowBatches } from '../results/row-batches.ts';
import type { ResultValue } from './comparable-value.ts';
import { compareResults, type Likeness, type ResultRows } from './compare-results.ts';
import { addRow, compareDigests, createDigest, type ResultDigest } from './result-digest.ts';

/** A result read to its end: its rows where they are few, otherwise their digest. Memory stays flat at any size. */
export type CollectedResult =
  | { readonly kind: 'rows'; readonly rows: ResultRows }
  | { readonly kind: 'digest'; readonly digest: ResultDigest };

export interface CollectLimits {
  readonly rows: number;
  readonly characters: number;
}

const KEPT: CollectLimits = { rows: 50_000, characters: 8_000_000 };

export async function collectResult(batches: RowBatches, limits: CollectLimits = KEPT): Promise<CollectedResult> {
  let rows: (readonly ResultValue[])[] = [];
  let characters = 0;
  let digest: ResultDigest | null = null;
  for await (const batch of batches)
    for (const row of batch) {
      if (digest) {
        addRow(digest, row);
        continue;
      }
      rows.push(row);
      characters += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
      if (rows.length <= limits.rows && characters <= limits.characters) continue;
      digest = digestOf(rows);
      rows = [];
    }
  return digest ? { kind: 'digest', digest } : { kind: 'rows', rows };
}

export function compareCollected(gold: CollectedResult, predicted: CollectedResult, how: { readonly ordered: boolean }): Likeness {
  if (gold.kind === 'rows' && predicted.kind === 'rows') return compareResults(gold.rows, predicted.rows, how);
  const asDigest = (result: CollectedResult) => (result.kind === 'digest' ? result.digest : digestOf(result.rows));
  return compareDigests(asDigest(gold), asDigest(predicted), how);
}

function digestOf(rows: ResultRows): ResultDigest {
  const digest = createDigest(rows[0]?.length ?? 0);
  for (const row of rows) addRow(digest, row);
  return digest;
}
