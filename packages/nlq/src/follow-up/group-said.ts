import type { Language } from '@majed-vanna/contract';
import { isAggregate } from '../assemble/expression.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Mention } from '../parse/segment.ts';
import type { PeriodGrain } from '../plan.ts';
import type { Group } from './edit-plan.ts';
import type { EditedPlan, PlanColumns } from './plan-columns.ts';

/** What figures are to be broken down by, by the words for it; null where that cannot be reached or tells nothing apart. */
export function groupSaid(
  { mention, grain }: { readonly mention: Mention | null; readonly grain: PeriodGrain | null },
  edited: EditedPlan,
  columns: PlanColumns,
  prepared: PreparedModel,
  language: Language,
): Group | null {
  const table = grain === null && mention !== null ? tableNamed(mention, edited, columns) : undefined;
  if (table !== undefined) return rowsOf(table, columns, prepared, language);
  const found = mention === null ? null : grain === null ? columns.reach(mention) : columns.dateColumn(mention);
  if (found === null) return null;
  const yearly = columns.isYear(found);
  if (yearly && grain !== null && grain !== 'year') return null;
  return grain === null || yearly
    ? { expression: found, name: found.column }
    : { expression: { kind: 'grain', grain, of: found }, name: grain };
}

/** The table that words name, where figures are shown. */
function tableNamed({ elements }: Mention, { plan }: EditedPlan, columns: PlanColumns): number | undefined {
  const best = Math.max(...elements.map(({ score }) => score));
  const meant = elements.flatMap(({ ref, score }) => (ref.kind === 'table' && score >= best ? [{ table: ref.table, score }] : []));
  return plan.select.some(({ expression }) => isAggregate(expression)) ? columns.nearest(meant)?.table : undefined;
}

/** What the rows of a table are called; the key tells those of one name apart. Null where they have no names, as orders. */
function rowsOf(table: number, columns: PlanColumns, { tables }: PreparedModel, language: Language): Group | null {
  const prepared = tables[table];
  if (prepared?.named !== true) return null;
  const own = prepared.columns[prepared.display]?.column.name.toLowerCase();
  const spoken = prepared.columns.find(({ column }) => column.name.toLowerCase() === `${own}_${language}`);
  const expression = columns.place(table, spoken?.index ?? prepared.display);
  const key = prepared.columns.find((column) => column.key === 'primary');
  if (expression === null) return null;
  return { expression, name: expression.column, ...(key ? { key: { ...expression, column: key.column.name } } : {}) };
}
