import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { stemOf } from '../lexicon/stem.ts';
import type { Condition } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { PlanExpression } from '../plan.ts';
import type { SemanticMetric } from '../semantic-model.ts';
import { type AssembleContext, columnAt, optionOf } from './context.ts';
import type { Scope } from './scope.ts';

const COUNTS = new Set(['number', 'count', 'عدد'].map(stemOf));
const SMALL = new Set(['of', 'the']);

/** "how many orders", where the company says what its number of orders is; else a count of rows. */
export function countOfRows(context: AssembleContext, scope: Scope, table: number): PlanExpression {
  const metric = context.frame.share ? undefined : countMetrics(context.prepared, table).find((one) => !saysItself(context, one, table));
  return metric === undefined
    ? { kind: 'count', distinct: false, of: null }
    : { kind: 'metric', source: scope.use(table), name: metric.name };
}

/** "cancelled orders", where the number of orders leaves those out: whoever says which ones are meant has them all counted. */
export function countsAnyRow(context: AssembleContext, metric: SemanticMetric, table: number): boolean {
  return countMetrics(context.prepared, table).includes(metric) && saysItself(context, metric, table);
}

/** Definitions that are named as the number of a table's rows, and count them. */
export function countMetrics({ model, tables, tableIndex }: PreparedModel, table: number): SemanticMetric[] {
  const names = new Set(tables[table]?.names.map(({ stems }) => stems.join(' ')));
  return model.metrics.filter(
    ({ table: of, expression, name, words }) =>
      tableIndex(of) === table &&
      /^\s*count\s*\(\s*\*\s*\)\s*$/i.test(expression) &&
      [name, ...(words.en ?? []), ...(words.ar ?? [])].some((way) => {
        const stems = wordsOf(way).map(stemOf);
        const rest = stems.filter((stem) => !COUNTS.has(stem));
        return rest.length < stems.length && names.has(rest.join(' '));
      }),
  );
}

function wordsOf(way: string): string[] {
  return way
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '' && !SMALL.has(word));
}

/** Columns, in lower case, by which a definition leaves rows out. */
export const filteredBy = ({ filter }: SemanticMetric): string[] => columnsIn(filter ?? '');

/** The question bounds or groups by a column that the definition's own filter is about. */
function saysItself(context: AssembleContext, metric: SemanticMetric, table: number): boolean {
  const own = filteredBy(metric);
  return mentionsIn(context).some((mention) => {
    const { ref } = optionOf(context, mention);
    if (ref.kind !== 'column' || ref.table !== table) return false;
    const { name, computed } = columnAt(context, ref).column;
    return [name.toLowerCase(), ...columnsIn(computed?.expression ?? '')].some((column) => own.includes(column));
  });
}

function columnsIn(expression: string): string[] {
  return [...expression.matchAll(/\{([^}]+)\}/g)].map((match) => (match[1] ?? '').toLowerCase());
}

function mentionsIn({ frame }: AssembleContext): Mention[] {
  return [...frame.groups.map(({ mention }) => mention), ...frame.conditions.flatMap(boundBy)].filter(
    (mention) => mention !== null && mention !== undefined,
  );
}

function boundBy(condition: Condition): (Mention | null)[] {
  switch (condition.kind) {
    case 'value':
      return [condition.mention];
    case 'compare':
    case 'between':
    case 'text':
    case 'null':
      return [condition.lhs];
    case 'superlative':
      return [condition.target];
    default:
      return [];
  }
}
