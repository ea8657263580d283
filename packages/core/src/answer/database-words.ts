import type { DataPolicy, DataToLlm } from '@majed-vanna/contract';
import type { WarehouseError, WarehouseErrorKind } from '@majed-vanna/warehouse';
import { seesValues } from '../agent/sees-values.ts';
import type { FailedStatement } from '../database-errors/rewrite/failed-statement.ts';

/** Messages of these speak of the statement; those of the others may quote values. */
const OF_THE_STATEMENT: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object'];
const MAX_MESSAGE = 500;
/** What follows quotes the text that ran, with the row filters of the policy in it. */
const EXCERPT = /\s*LINE \d+:[\s\S]*$/;
const QUOTED = /'((?:[^']|'')*)'|"((?:[^"]|"")*)"/g;

/**
 * A database's own words on a failing statement, as far as the model may have them. A database may look at a row before it
 * leaves it out: where rows are filtered, no value is repeated.
 */
export function databaseWords(
  { kind, message }: Pick<WarehouseError, 'kind' | 'message'>,
  failed: FailedStatement,
  { policy, dataToLlm }: { readonly policy: DataPolicy; readonly dataToLlm: DataToLlm },
): string {
  const own = message.replace(EXCERPT, '');
  const filtered = Object.values(policy.tables).some(({ rowFilter }) => rowFilter !== null);
  if (seesValues(dataToLlm) && !filtered) return own.slice(0, MAX_MESSAGE);
  return OF_THE_STATEMENT.includes(kind) ? withoutForeignQuotes(own, failed).slice(0, MAX_MESSAGE) : '';
}

/** Up to the first quotation that is neither of the statement nor a name that its author may know. */
function withoutForeignQuotes(message: string, { sql, tables }: FailedStatement): string {
  const names = new Set(tables.flatMap(({ schema, name, columns }) => [schema, name, ...columns.map((column) => column.name)]));
  for (const { 0: quotation, 1: single, 2: double, index } of message.matchAll(QUOTED)) {
    const text = single ?? double ?? '';
    if (!sql.includes(text) && !text.split('.').every((part) => names.has(part))) return `${message.slice(0, index)}${quotation[0]}…`;
  }
  return message;
}
