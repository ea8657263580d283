import type { DataPolicy, DataToLlm, Refusal } from '@majed-vanna/contract';
import type { WarehouseError, WarehouseErrorKind } from '@majed-vanna/warehouse';
import { asData } from '../agent/untrusted-text.ts';
import type { ExplainedError, Repair } from '../database-errors/explain-database-error.ts';
import type { FailedStatement } from '../database-errors/rewrite/failed-statement.ts';
import { databaseWords } from './database-words.ts';

/** What a statement can be corrected for; anything else is the database's own trouble. */
const CORRECTABLE: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object', 'type', 'arithmetic', 'permission', 'other'];

/** What a model is told of the guard's refusal. */
export function toldOfRefusal({ code, message, hint }: Refusal, repair: Repair): string {
  return `Refused (${code}): ${message}${hint ? ` ${hint}` : hintOf(repair)}`;
}

/** What a model is told of a database's failure, as far as the source lets it out; null when no other statement would help. */
export function toldOfFailure(
  error: WarehouseError,
  { fault, repair }: Pick<ExplainedError, 'fault' | 'repair'>,
  failed: FailedStatement,
  shown: { readonly policy: DataPolicy; readonly dataToLlm: DataToLlm },
): string | null {
  if (!CORRECTABLE.includes(error.kind) || fault === 'database' || fault === 'caller') return null;
  const told = databaseWords(error, failed, shown);
  const quoted = told === '' ? '.' : `:\n${asData(told)}`;
  return `The database reported a failure (${error.kind})${quoted}${hintOf(repair)}`;
}

function hintOf(repair: Repair): string {
  return repair.kind === 'hint' ? ` ${repair.hint}` : '';
}
