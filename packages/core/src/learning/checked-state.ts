import { createHash } from 'node:crypto';
import type { DataSourceId } from '@majed-vanna/contract';
import type { GoldenCaseRow, Repositories } from '@majed-vanna/db';
import type { VerifiedPair } from '../semantics/knowledge.ts';

/** The cases of every golden set of a source. */
export async function goldenCasesOf({ goldenSets }: Pick<Repositories, 'goldenSets'>, source: DataSourceId): Promise<GoldenCaseRow[]> {
  const sets = await goldenSets.list(source);
  return (await Promise.all(sets.map(({ id }) => goldenSets.listCases(id)))).flat();
}

/** Another one as soon as a golden question came, went, or expects something else; whatever the sets are called. */
export function goldenState(golden: readonly Pick<GoldenCaseRow, 'id' | 'question' | 'expected' | 'sql'>[]): string {
  return hashOf(golden.map(({ id, question, expected, sql }) => [id, question, expected, sql]));
}

/** Another one as soon as another question is verified, or one is changed or retired. */
export function verifiedState(verified: readonly Pick<VerifiedPair, 'id' | 'question' | 'sql'>[]): string {
  return hashOf(verified.map(({ id, question, sql }) => [id, question, sql]));
}

/** Of rows that begin with their id, in whatever order. */
function hashOf(rows: readonly (readonly [string, ...unknown[]])[]): string {
  const sorted = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}
