import { isAdditive } from '../lexicon/additive.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';
import { isMeasure } from './parser-state.ts';

/** "refund amount in 2025": amounts of rows that nobody knows by name are added up, rather than listed. */
export function settleLoneAmount(frame: Frame, prepared: PreparedModel): void {
  const [amount, ...others] = frame.projections;
  const top = amount?.mention?.elements[0];
  if (amount?.kind !== 'element' || amount.aggregate !== null || others.length > 0 || top?.ref.kind !== 'column') return;
  if (frame.orders.length > 0 || frame.limit !== null || frame.visual !== null || frame.distinct) return;
  if (frame.conditions.length === 0 || frame.conditions.some(({ kind }) => kind !== 'period' && kind !== 'value')) return;
  const table = prepared.tables[top.ref.table];
  const column = table?.columns[top.ref.column];
  if (table?.named !== false || !isMeasure(column) || !isAdditive(column)) return;
  frame.projections = [{ ...amount, aggregate: 'sum', assumed: true }];
}
